/**
 * HTML as office programs put it on the clipboard, and what it is reduced to. Word's is written after the markup of Word
 * 2016 and 365; LibreOffice's was made by Writer 7.4 from a document with the same text.
 */
export const copiedFromOffice: Readonly<Record<string, { readonly html: string; readonly reduced: string }>> = {
  'Word: a margin comment, its mark and its words': {
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><body lang=VI style='tab-interval:36.0pt'>
<!--StartFragment-->
<p class=MsoNormal>Cấp ủy <a style='mso-comment-reference:NVA_1;mso-comment-date:20230405T0800'>đã ban
hành 02 kế hoạch</a><span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a
class=msocomanchor id="_anchor_1" onmouseover="msoCommentShow('_anchor_1','_com_1')"
onmouseout="msoCommentHide('_com_1')" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[NVA1]</a><![endif]><span
style='mso-special-character:comment'>&nbsp;</span></span></span>, tổ chức 05 hội nghị.<o:p></o:p></p>
<p class=MsoNormal>Các chi bộ sinh hoạt chuyên đề.<o:p></o:p></p>
<div style='mso-element:comment-list'><![if !supportAnnotations]>
<hr class=msocomoff align=left size=1 width="33%">
<![endif]>
<div style='mso-element:comment'><![if !supportAnnotations]>
<div id="_com_1" class=msocomtxt language=JavaScript onmouseover="msoCommentShow('_anchor_1','_com_1')"
onmouseout="msoCommentHide('_com_1')"><![endif]><span style='mso-comment-author:"Chuyên viên"'><![if !supportAnnotations]><a
name="_msocom_1"></a><![endif]></span>
<p class=MsoCommentText><span class=MsoCommentReference><span style='font-size:8.0pt'><span
style='mso-special-character:comment'>&nbsp;</span><![if !supportAnnotations]><a href="#_msoanchor_1"
class=msocomoff>[NVA1]</a><![endif]></span></span>Xem lại số liệu này<o:p></o:p></p>
<![if !supportAnnotations]></div>
<![endif]></div>
</div>
<!--EndFragment-->
</body></html>`,
    reduced: 'Cấp ủy đã ban hành 02 kế hoạch, tổ chức 05 hội nghị.\n\nCác chi bộ sinh hoạt chuyên đề.',
  },
  'Word: a thread of comments at one place, the text of which is not lost': {
    html: `<p class=MsoNormal><a style='mso-comment-reference:TB_2;mso-comment-date:20230405T0801;mso-comment-parent:1'></a><a
style='mso-comment-reference:NVA_1;mso-comment-date:20230405T0800'><span style='mso-comment-continuation:2'>Hoàn thành 12/12 chỉ tiêu</span></a><span
style='mso-comment-continuation:2'><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor href="#_msocom_1">[NVA1]</a></span></span></span><span
class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor href="#_msocom_2">[TB2]</a></span></span> của năm.</p>`,
    reduced: 'Hoàn thành 12/12 chỉ tiêu của năm.',
  },
  'Word: words that were deleted while changes were tracked go, those inserted stay': {
    html: `<p class=MsoNormal>Tổ chức <span class=msoDel><del cite="mailto:Chuy%C3%AAn%20vi%C3%AAn" datetime="2023-04-05T08:00">03</del></span><span
class=msoIns><ins cite="mailto:Chuy%C3%AAn%20vi%C3%AAn" datetime="2023-04-05T08:00">05</ins></span> hội nghị<span
class=msoChangeProp><span style='mso-prop-change:"Chuyên viên" 20230405T0800'>, 410 lượt người</span></span>.<o:p></o:p></p>
<p class=MsoNormal><del cite="mailto:Chuy%C3%AAn%20vi%C3%AAn" datetime="2023-04-05T08:01">Đoạn này bỏ.<o:p></o:p></del></p>
<p class=MsoNormal><ins cite="mailto:Chuy%C3%AAn%20vi%C3%AAn" datetime="2023-04-05T08:01">Đoạn này thêm.<o:p></o:p></ins></p>`,
    reduced: 'Tổ chức 05 hội nghị, 410 lượt người.\n\nĐoạn này thêm.',
  },
  'Word: a comment on words that were deleted': {
    html: `<p class=MsoNormal>Đạt <a style='mso-comment-reference:NVA_3;mso-comment-date:20230405T0908'><span class=msoDel><del
cite="mailto:CV" datetime="2023-04-05T08:00">90%</del></span></a><span class=MsoCommentReference><span style='font-size:8.0pt'><span class=msoDel><del
cite="mailto:CV" datetime="2023-04-05T08:00"><![if !supportAnnotations]><a class=msocomanchor href="#_msocom_3"><strike><font color=red>[NVA3]</font></strike></a><![endif]></del></span></span></span><ins
cite="mailto:CV" datetime="2023-04-05T08:00">95%</ins> kế hoạch.</p>`,
    reduced: 'Đạt 95% kế hoạch.',
  },
  'Word: a list of three levels, whose bullets are letters of fonts of signs': {
    html: [
      'Symbol,1,·',
      '"Courier New",2,o',
      'Wingdings,3,§',
      'Symbol,1,·',
      '"Times New Roman",1,-',
      '"Times New Roman",2,+',
    ]
      .map((item, index) => {
        const [font, level, bullet] = item.split(',');
        return `<p class=MsoListParagraphCxSpMiddle style='margin-left:${36 * Number(level)}.0pt;mso-add-space:auto;text-indent:-18.0pt;
mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:${font};mso-fareast-font-family:${font}'><span
style='mso-list:Ignore'>${bullet}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Ý thứ ${index + 1}<o:p></o:p></p>`;
      })
      .join('\n'),
    reduced: '- Ý thứ 1\n+ Ý thứ 2\n+ Ý thứ 3\n- Ý thứ 4\n- Ý thứ 5\n+ Ý thứ 6',
  },
  'Word in a browser: a list for each item, whose level is said apart': {
    html: [1, 2, 1]
      .map(
        (level, index) => `<div class="ListContainerWrapper BCX0"><ul class="BulletListStyle1 BCX0" role="list"><li
data-leveltext="" data-font="Symbol" data-listid="1" role="listitem" data-aria-posinset="1" data-aria-level="${level}" class="OutlineElement Ltr BCX0"><p
class="Paragraph BCX0"><span class="TextRun BCX0">Ý thứ ${index + 1}</span><span class="EOP BCX0">&nbsp;</span></p></li></ul></div>`,
      )
      .join(''),
    reduced: '- Ý thứ 1\n+ Ý thứ 2\n- Ý thứ 3',
  },
  'Word: a footnote stays, by its number; hidden text does not': {
    html: `<p class=MsoNormal><span style='display:none;mso-hide:all'>Ghi chú riêng. </span>Đạt 95%<a style='mso-footnote-id:ftn1'
href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference><span style='font-size:14.0pt'>[1]</span></span><![endif]></span></span></a> kế hoạch.</p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"
title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> Theo báo cáo quý.</p></div></div>`,
    reduced: 'Đạt 95%[1] kế hoạch.\n\n[1] Theo báo cáo quý.',
  },
  'LibreOffice: comment, footnote, hidden text, lists of both kinds and a table': {
    html: `<!DOCTYPE html><html><body lang="vi-VN" link="#0563c1" dir="ltr"><p style="line-height: 100%; margin-bottom: 0in">
<b>I. KẾT QUẢ</b></p>
<p style="line-height: 100%; margin-bottom: 0in">Cấp ủy đã ban
hành 02 kế hoạch<!-- Xem lại số liệu quý II -->, đạt
95%<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>
so với năm trước.</p>
<ul>
	<li value="1"><p style="line-height: 100%; margin-bottom: 0in">Một</p>
	<ul>
		<li><p style="line-height: 100%; margin-bottom: 0in">Một rưỡi</p>
	</ul>
	<li><p style="line-height: 100%; margin-bottom: 0in">Hai</p>
</ul>
<ol>
	<li value="1"><p style="line-height: 100%; margin-bottom: 0in">Thứ
	nhất</p>
	<ol type="a">
		<li><p style="line-height: 100%; margin-bottom: 0in">Ý a</p>
	</ol>
</ol>
<p style="line-height: 100%; margin-bottom: 0in"><span style="display: none">Ẩn
</span>Xen giữa.</p>
<ol start="2">
	<li><p style="line-height: 100%; margin-bottom: 0in">Thứ hai</p>
</ol>
<table width="602" cellpadding="7" cellspacing="0">
	<tr valign="top">
		<td width="286" style="border: 1px solid #000000; padding: 0in 0.08in"><p style="orphans: 0; widows: 0">
			2022</p>
		</td>
		<td width="286" style="border: 1px solid #000000; padding: 0in 0.08in"><p style="orphans: 0; widows: 0">
			3<!-- Ô này sai --></p>
		</td>
	</tr>
</table>
<div id="sdfootnote1"><p style="line-height: 100%; margin-bottom: 0in">
	<a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Theo
	báo cáo quý.</p>
</div>
</body></html>`,
    reduced:
      'I. KẾT QUẢ\n\nCấp ủy đã ban hành 02 kế hoạch, đạt 95%[1] so với năm trước.\n\n- Một\n+ Một rưỡi\n- Hai\n\n1. Thứ nhất\n\na. Ý a\n\nXen giữa.\n\n2. Thứ hai\n\n2022\t3\n\n[1] Theo báo cáo quý.',
  },
};
