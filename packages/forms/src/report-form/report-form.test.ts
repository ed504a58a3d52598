import { expect } from '@open-wc/testing';
import type { Finding, Submission } from '@kl01/rules';
import { draftKey } from '../drafts/draft.js';
import { kienAn, leave, type Showing } from '../../test/fixture.js';
import { completeReport, namDinh, showReport, type ShownReport } from '../../test/report-fixture.js';
import { waitUntil } from '../../test/wait-until.js';

describe('<kl01-report-form>', () => {
  let form: ShownReport;
  afterEach(() => document.body.replaceChildren());

  const value = (): Submission => form.element.value!;
  const focused = (): string => form.root.activeElement?.id ?? '';
  const parts = (): [string, string][] =>
    [...form.root.querySelectorAll('nav a')].map((link) => [
      link.querySelector('.name')?.textContent ?? '',
      link.querySelector('.hidden')?.textContent?.replace(' – ', '') ?? '',
    ]);
  const progress = (): string => form.root.getElementById('progress')?.textContent ?? '';
  const choose = async (path: string, words: string): Promise<void> => {
    const labels = [...form.at(path).querySelectorAll('label')];
    labels
      .find((label) => label.textContent?.trim() === words)
      ?.querySelector('input')
      ?.click();
    await form.settle();
  };
  const select = async (path: string, chosen: string): Promise<void> => {
    const list = form.at<HTMLSelectElement>(path);
    list.value = chosen;
    list.dispatchEvent(new Event('change'));
    await form.settle();
  };

  describe('the directive of Kiến An', () => {
    beforeEach(async () => {
      form = await showReport({ rulebook: await kienAn(), form: 'bao-cao-so-ket' });
    });

    it('shows its outline with the printed numbers, whole titles and guidance, by its rulebook alone', () => {
      const text = form.text();
      expect(text).to.contain('I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN');
      expect(text).to.contain('1. Công tác lãnh đạo, chỉ đạo, hướng dẫn thực hiện Chỉ thị');
      expect(text).to.contain('Việc ban hành các văn bản lãnh đạo, chỉ đạo, hướng dẫn, công tác kiểm tra, giám sát...');
      expect(text).to.contain('những biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ”');
      expect(form.root.querySelectorAll('.section textarea').length).to.equal(13);
    });

    it('counts no blanks as written: what a draft holds of them is refused when it is sent', async () => {
      form.element.value = { ...(form.element.value as object), sections: { 'i-1': ' \n' } } as never;
      await form.settle();
      expect(progress()).to.equal('Đã viết 0/13 mục');
      expect(parts()[0]![1]).to.equal('Chưa viết');
    });

    it('counts what is written, and says so of each part', async () => {
      expect(progress()).to.equal('Đã viết 0/13 mục');
      await form.type('/sections/i-1', 'Đã ban hành 02 kế hoạch.');
      expect(progress()).to.equal('Đã viết 1/13 mục');
      expect(parts().slice(0, 2)).to.deep.equal([
        ['1. Công tác lãnh đạo, chỉ đạo, hướng dẫn thực hiện Chỉ thị', 'Đã viết'],
        [
          '2. Vai trò trách nhiệm, sự gương mẫu của cấp ủy, nhất là bí thư cấp ủy, người đứng đầu cơ quan, đơn vị',
          'Chưa viết',
        ],
      ]);
    });

    it('may be sent once everything is written; late is a warning', async () => {
      for (const box of form.root.querySelectorAll<HTMLTextAreaElement>('.section textarea')) {
        await form.type(box.id, 'Nội dung.');
      }
      expect(progress()).to.equal('Đã viết 13/13 mục');
      const sent: CustomEvent<{ submission: Submission }>[] = [];
      form.element.addEventListener('kl01-submit', (event) => sent.push(event));
      await form.press('Gửi');
      expect(Object.keys(sent[0]?.detail.submission.sections ?? {}).length).to.equal(13);
    });
  });

  describe('the list of parts', () => {
    it('leads to the box of a section', async () => {
      form = await showReport();
      await form.press('III. KIẾN NGHỊ');
      expect(focused()).to.equal('/sections/iii');
    });

    it('tells optional sections apart, and what a submit that failed found missing', async () => {
      form = await showReport();
      expect(progress()).to.equal('Đã viết 0/2 mục (không kể 01 mục không bắt buộc)');
      const states = (): string[] =>
        parts()
          .map(([, state]) => state)
          .filter(Boolean);
      expect(states()).to.deep.equal(['Chưa viết', 'Không bắt buộc', 'Chưa viết', 'Để trống, chưa trả lời']);
      await form.press('Gửi');
      expect(states()).to.deep.equal([
        'Còn thiếu hoặc cần sửa',
        'Không bắt buộc',
        'Còn thiếu hoặc cần sửa',
        'Để trống, chưa trả lời',
      ]);
    });

    it('is folded on a narrow page until asked for', async () => {
      form = await showReport();
      form.element.style.width = '360px';
      const list = form.at('contents');
      expect(list.getBoundingClientRect().height).to.equal(0);
      await form.press('Xem danh mục');
      expect(list.getBoundingClientRect().height).to.be.above(0);
    });

    it('stays out of a report that has one section only', async () => {
      const { reportPack } = await import('../../test/report-pack.js');
      const { compile, parsePack } = await import('@kl01/rules/compile');
      const { outline: _, questions: __, tables: ___, ...bare } = reportPack.forms[0]!;
      form = await showReport({ rulebook: compile(parsePack({ ...reportPack, forms: [bare] })) });
      expect(form.has('/sections/noi-dung')).to.equal(true);
      expect(form.root.querySelector('nav')).to.equal(null);
      const width = (part: string) => form.root.querySelector(part)?.getBoundingClientRect().width;
      expect(width('.report-parts')).to.equal(width('.report-columns'));
    });

    it('asks for no unit where the committee answers itself', async () => {
      const { reportPack } = await import('../../test/report-pack.js');
      const { compile, parsePack } = await import('@kl01/rules/compile');
      const forms = [{ ...reportPack.forms[0]!, answeredBy: 'committee' }];
      const noUnit = { 'unit-id': null, 'unit-group': null, 'unit-name': null };
      form = await showReport({ rulebook: compile(parsePack({ ...reportPack, forms })), attributes: noUnit });
      expect([form.has('/unit/group'), form.has('/unit/id')]).to.deep.equal([false, false]);
      expect(form.has('/contact/name')).to.equal(true);
    });

    it('says for which period, where the host has fixed it', async () => {
      form = await showReport({ attributes: { period: 'nam' } });
      expect(form.has('/period')).to.equal(false);
      expect(form.at('/unit').textContent).to.contain('Năm 2023');
    });
  });

  describe('writing', () => {
    beforeEach(async () => {
      form = await showReport();
    });

    const cases: [what: string, typed: string, stored: string | null][] = [
      ['text as typed, blanks at its ends too', '  Một.\n\n- Hai\n', '  Một.\n\n- Hai\n'],
      ['decomposed letters composed', 'Hoà bình'.normalize('NFD'), 'Hoà bình'],
      ['signs that nobody sees dropped', 'Một\u0000\u0007 hai\u200b', 'Một hai'],
      ['blanks of any width as blanks', 'Một\u00a0hai\u2003ba', 'Một hai ba'],
      ['line ends of Windows as new lines', 'Một\r\nHai', 'Một\nHai'],
      ['markup as text', '<b onclick="x()">đậm</b>', '<b onclick="x()">đậm</b>'],
      ['nothing but blanks as nothing', ' \n\t ', null],
    ];
    for (const [what, typed, stored] of cases) {
      it(`keeps ${what}`, async () => {
        await form.type('/sections/i-1', typed);
        expect(value().sections?.['i-1'] ?? null).to.equal(stored);
      });
    }

    it('counts words, out of the way', async () => {
      await form.type('/sections/i-1', 'Đã ban hành 02 kế hoạch.');
      expect(form.root.querySelector('.section .count')?.textContent).to.equal('6 chữ');
    });

    it('makes room: the box is as high as its text', async () => {
      const box = form.at<HTMLTextAreaElement>('/sections/i-1');
      const before = box.clientHeight;
      await form.type('/sections/i-1', Array.from({ length: 40 }, (_, line) => `Dòng ${line}`).join('\n'));
      expect(box.clientHeight).to.be.above(before * 2);
      expect(box.scrollHeight).to.be.at.most(box.clientHeight);
    });

    it('fills an empty section with "Không phát sinh" at a press, and goes on there', async () => {
      await form.press('Ghi “Không phát sinh” vào mục: III. KIẾN NGHỊ');
      expect(value().sections?.['iii']).to.equal('Không phát sinh.');
      expect(focused()).to.equal('/sections/iii');
      const names = [...form.root.querySelectorAll('.section-foot button')].map((button) =>
        button.getAttribute('aria-label'),
      );
      expect(names).not.to.contain('Ghi “Không phát sinh” vào mục: III. KIẾN NGHỊ');
    });

    it('never offers to write over text', async () => {
      await form.type('/sections/i-1', 'Đã viết.');
      const foot = form.at('/sections/i-1').closest('.section')?.querySelector('.section-foot button');
      expect(foot).to.equal(null);
    });
  });

  describe('questions', () => {
    beforeEach(async () => {
      form = await showReport();
    });

    it('are radio buttons, or a list where there are many answers', async () => {
      await choose('/answers/dung-ke-hoach', 'Chậm hơn kế hoạch');
      await select('/answers/nguyen-nhan', 'c');
      expect(value().answers).to.deep.equal({ 'dung-ke-hoach': 'cham', 'nguyen-nhan': 'c' });
    });

    it('may be left blank again where they are optional', async () => {
      await choose('/answers/hinh-thuc', 'Cam kết');
      expect(value().answers?.['hinh-thuc']).to.equal('cam-ket');
      await choose('/answers/hinh-thuc', 'Để trống');
      expect(value().answers?.['hinh-thuc']).to.equal(null);
    });

    it('decide which questions and sections are asked', async () => {
      expect(form.has('/answers/nguyen-nhan')).to.equal(false);
      expect(form.has('/sections/cham')).to.equal(false);
      await choose('/answers/dung-ke-hoach', 'Chậm hơn kế hoạch');
      expect(form.has('/answers/nguyen-nhan')).to.equal(true);
      expect(form.has('/sections/cham')).to.equal(true);
      expect(progress()).to.contain('Đã viết 0/3 mục');
      expect(form.text()).to.contain('Có thêm mục phải viết: II. CHẬM Ở ĐÂU.');
    });

    it('never take text out of sight that would be sent', async () => {
      await choose('/answers/dung-ke-hoach', 'Chậm hơn kế hoạch');
      await form.type('/sections/cham', 'Ở cấp xã.');
      await choose('/answers/dung-ke-hoach', 'Đúng kế hoạch');
      expect(form.at<HTMLTextAreaElement>('/sections/cham').value).to.equal('Ở cấp xã.');
      expect(form.text()).to.contain('hiện không phải viết mục này');
      await form.type('/sections/cham', '');
      expect(form.has('/sections/cham')).to.equal(false);
    });
  });

  describe('the period', () => {
    it('is chosen, and brings its deadline', async () => {
      form = await showReport();
      expect(form.text()).to.contain('Chọn kỳ báo cáo để xem thời hạn gửi.');
      await select('/period', 'quy-i');
      expect(value().period).to.equal('quy-i');
      expect(form.text()).to.contain('Trước ngày 31/3/2023');
      expect(form.text()).to.contain('còn 8 ngày');
    });

    it('is fixed by the host', async () => {
      form = await showReport({ attributes: { period: 'nam' } });
      expect(form.has('/period')).to.equal(false);
      expect(value().period).to.equal('nam');
      expect(form.text()).to.contain('Trước ngày 31/12/2023');
    });
  });

  describe('tables', () => {
    it('are filled in cell by cell, and add up by themselves', async () => {
      form = await showReport();
      await form.type('/tables/t1/nam-2022/truc-tiep', '12');
      await form.type('/tables/t1/nam-2022/truc-tuyen', '3');
      await form.type('/tables/t1/nam-2023/truc-tiep', '0');
      await form.type('/tables/t1/nam-2022/ti-le', '97,5');
      await form.type('/tables/t1/nam-2022/rieng', 'Ghi chú');
      form.at('/tables/t1/nam-2022/co').click();
      await form.settle();
      expect(value().tables?.['t1']).to.deep.equal({
        'nam-2022': { 'truc-tiep': 12, 'truc-tuyen': 3, 'ti-le': 9750, rieng: 'Ghi chú', co: true },
        'nam-2023': { 'truc-tiep': 0 },
      });
      const rows = [...form.root.querySelectorAll('table tr')].map((row) =>
        [...row.querySelectorAll('td.computed')].map((total) => total.textContent?.trim() ?? ''),
      );
      expect(rows.slice(2).filter((row) => row.length > 0)).to.deep.equal([
        ['15'],
        ['0'],
        ['12', '3', '15', '', '', ''],
      ]);
    });

    it('have words that follow an answer, and columns only some groups fill in', async () => {
      form = await showReport();
      expect(form.text()).to.contain('Tỉ lệ kế hoạch/cam kết');
      await choose('/answers/hinh-thuc', 'Kế hoạch');
      expect(form.text()).not.to.contain('Tỉ lệ kế hoạch/cam kết');
      expect(form.text()).to.contain('Riêng đảng bộ');
      form.element.unitGroup = 'chi-bo';
      await form.settle();
      expect(form.text()).not.to.contain('Riêng đảng bộ');
    });

    it('question a number that is too large to be judged at its cell, also one that the host gives', async () => {
      const report = completeReport();
      form = await showReport({ value: { ...report, tables: { t1: { 'nam-2022': { 'truc-tiep': 1e308 } } } } });
      await form.press('Gửi');
      expect(form.at<HTMLInputElement>('/tables/t1/nam-2022/truc-tiep').value).to.equal('1e+308');
      expect(form.problemsAt('/tables/t1/nam-2022/truc-tiep')).to.contain('“1e+308” không phải là số');
      expect(form.at('summary').textContent).not.to.contain('không đọc được');
    });

    it('say below themselves what is wrong in a cell; advice does not make it an error', async () => {
      form = await showReport({ value: completeReport() });
      await form.type('/tables/t1/nam-2022/ti-le', '120');
      expect(form.problemsAt('/tables/t1/nam-2022/ti-le')).to.contain('Gợi ý');
      expect(form.at('/tables/t1/nam-2022/ti-le').getAttribute('aria-invalid')).to.equal(null);
      await form.type('/tables/t1/nam-2022/truc-tiep', 'nhiều');
      expect(form.problemsAt('/tables/t1/nam-2022/truc-tiep')).to.contain('Lỗi');
      expect(form.at('/tables/t1/nam-2022/truc-tiep').getAttribute('aria-invalid')).to.equal('true');
    });

    it('keep the heads of Nam Định, three levels deep', async () => {
      form = await showReport({
        rulebook: await namDinh(),
        form: 'bao-cao-02-nam',
        group: 'huyen-uy',
        attributes: { 'unit-id': 'huyen-uy-hai-hau' },
      });
      const head = [...form.at('/tables/t2a').querySelectorAll('thead tr')].map((row) =>
        [...row.querySelectorAll('th')].map((cell) => [cell.colSpan, cell.rowSpan]),
      );
      expect(head[0]).to.deep.equal([
        [1, 3],
        [8, 1],
      ]);
      expect(head[1]).to.deep.equal([
        [2, 1],
        [3, 1],
        [3, 1],
      ]);
      expect(head[2]?.length).to.equal(8);
    });

    it('of which a unit is asked none leave no heading of their part behind', async () => {
      form = await showReport({ rulebook: await namDinh(), form: 'bao-cao-02-nam', group: 'mttq-doan-the' });
      const parts = [...form.root.querySelectorAll('.annex-part')].map(
        ({ textContent }) => textContent?.split(/[.:]/)[0],
      );
      expect(parts).to.deep.equal(['PHỤ LỤC BÁO CÁO', 'III']);
    });

    it('stand under the part of the annex that begins with them, on paper too', async () => {
      const rulebook = structuredClone(await namDinh());
      const tables = rulebook.forms.flatMap((each) => (each.type === 'report' ? each.view.report.tables : []));
      // A part begins with its first table that is asked of the unit.
      const first = tables.find(({ id }) => id === 't2a')!;
      Object.assign(first, { groups: ['mttq-doan-the'] });
      form = await showReport({
        rulebook,
        form: 'bao-cao-02-nam',
        group: 'huyen-uy',
        attributes: { 'unit-id': 'huyen-uy-hai-hau' },
      });
      const under = (heading: string) =>
        [...form.root.querySelectorAll('.annex-part')].find(({ textContent }) => textContent?.startsWith(heading))
          ?.nextElementSibling?.id;
      expect(under('PHỤ LỤC BÁO CÁO')).to.equal('/tables/t1');
      expect(under('II. TỔ CHỨC HỌC TẬP')).to.equal('/tables/t2b');
      expect(under('III. TỔ CHỨC THỰC HIỆN')).to.equal('/tables/t3a');
      window.dispatchEvent(new Event('beforeprint'));
      const paper = form.root.querySelector('.printed')?.textContent?.replace(/[ \n]+/g, ' ') ?? '';
      window.dispatchEvent(new Event('afterprint'));
      expect(paper).to.match(/II\. TỔ CHỨC HỌC TẬP, QUÁN TRIỆT 2B\. /);
    });
  });

  describe('findings', () => {
    const received: Finding = {
      rule: 'x',
      severity: 'warning',
      path: '/sections/i-1',
      message: 'Đề nghị bổ sung số liệu.',
      params: {},
      cite: { document: '02-CV/VD', clause: 'I.9' },
    };

    it('wait until a section was written in and left', async () => {
      form = await showReport();
      const box = form.at<HTMLTextAreaElement>('/sections/i-1');
      box.focus();
      leave(box);
      await form.settle();
      expect(form.root.querySelector('.problem')).to.equal(null);
      await form.type('/sections/i-1', 'Một');
      await form.type('/sections/i-1', '');
      expect(form.problemsAt('/sections/i-1')).to.contain('Chưa viết mục I.1: Lãnh đạo, chỉ đạo');
    });

    it('of a submit that failed are listed, cited, and lead to their boxes', async () => {
      form = await showReport({ attributes: { period: 'quy-i' } });
      await form.press('Gửi');
      await waitUntil(() => focused() === 'summary');
      const summary = form.at('summary').textContent?.replace(/\s+/g, ' ') ?? '';
      expect(summary).to.contain('Chưa viết mục III: KIẾN NGHỊ. (mục Đề cương, III, văn bản số 02-CV/VD)');
      form.at('summary').querySelector<HTMLElement>('a[href="#/sections/iii"]')?.click();
      await form.settle();
      expect(focused()).to.equal('/sections/iii');
    });

    it('of the server stand at once beside the section, until it changes', async () => {
      form = await showReport({ value: completeReport(), findings: [received] });
      expect(form.problemsAt('/sections/i-1')).to.contain('Đề nghị bổ sung số liệu. (mục I.9');
      expect(form.at('summary').textContent).to.contain('Máy chủ kiểm tra và có lưu ý');
      await form.type('/sections/i-1', 'Đã bổ sung.');
      expect(form.problemsAt('/sections/i-1')).to.equal('');
    });
  });

  describe('the dossier', () => {
    it('says in words what is made here and what is to be attached', async () => {
      form = await showReport();
      expect(form.text()).to.contain('gửi kèm bản mềm (Word)');
      expect(form.text()).to.contain('Viết đủ các mục để hệ thống lập văn bản, hoặc đính kèm tệp đã có.');
      expect(form.has('/documents/phu-luc')).to.equal(true);
    });
  });

  describe('states', () => {
    const shown: [state: string, showing: Showing][] = [
      ['read-only', { value: completeReport(), attributes: { readonly: '' } }],
      ['disabled', { value: completeReport(), attributes: { disabled: '' } }],
    ];
    for (const [state, showing] of shown) {
      it(`${state}: everything is there to be read, nothing can be changed`, async () => {
        form = await showReport(showing);
        expect(form.at<HTMLTextAreaElement>('/sections/i-1').value).to.contain('Đã lãnh đạo.');
        await form.type('/sections/i-1', 'Khác');
        expect(value().sections?.['i-1']).to.contain('Đã lãnh đạo.');
        expect(form.root.querySelector('.section-foot button, .picker, .submit')).to.equal(null);
      });
    }

    it('in a <form>: posts, resets, and has no button of its own', async () => {
      const host = document.createElement('form');
      document.body.append(host);
      form = await showReport({ value: completeReport(), into: host, attributes: { name: 'submission' } });
      expect(form.root.querySelector('[part~="submit-button"]')).to.equal(null);
      await form.type('/sections/iii', 'Có kiến nghị.');
      host.addEventListener('submit', (event) => event.preventDefault());
      host.requestSubmit();
      const posted = JSON.parse(String(new FormData(host).get('submission'))) as Submission;
      expect(posted.sections?.['iii']).to.equal('Có kiến nghị.');
      host.reset();
      await form.settle();
      expect(value().sections?.['iii']).to.equal('Không có kiến nghị.');
    });

    it('printed: everything as running text with its numbers, blanks said', async () => {
      form = await showReport({ value: completeReport() });
      window.dispatchEvent(new Event('beforeprint'));
      const paper = form.root.querySelector('.printed')?.textContent?.replace(/[ \n]+/g, ' ') ?? '';
      window.dispatchEvent(new Event('afterprint'));
      expect(paper).to.contain('Quý I/2023');
      expect(paper).to.contain('Có đúng kế hoạch không? Đúng kế hoạch');
      expect(paper).to.contain('I. CÔNG TÁC LÃNH ĐẠO 1. Lãnh đạo, chỉ đạo Đã lãnh đạo. - Một + Hai');
      expect(paper).to.contain('– Nêu gương (nếu có) chưa trả lời');
      expect(paper).to.contain('2022 21397,5X');
      expect(paper).to.contain('Hồ sơ kèm theo Phụ lục xac-nhan.pdf');
    });
  });

  describe('by keyboard alone', () => {
    it('every control is reached, in the order in which it is read', async () => {
      form = await showReport();
      const order = [...form.root.querySelectorAll<HTMLElement>('input, select, textarea')]
        .filter((control) => control.tabIndex >= 0)
        .map(({ id }) => id)
        .filter((id) => /^\/(sections|tables|period)/.test(id));
      expect(order.slice(0, 5)).to.deep.equal([
        '/period',
        '/sections/i-1',
        '/sections/i-2',
        '/sections/iii',
        '/tables/t1/nam-2022/truc-tiep',
      ]);
    });
  });

  describe('typed work', () => {
    let draft: string;
    beforeEach(() => {
      draft = `can-bo-${Math.random()}`;
    });
    afterEach(() => form.element.clearDraft());

    it('comes back after a reload, and goes away at clearDraft()', async () => {
      form = await showReport({ attributes: { draft } });
      await form.type('/sections/i-1', 'Đang viết dở');
      form.element.remove();
      form = await showReport({ attributes: { draft } });
      expect(value().sections?.['i-1']).to.equal('Đang viết dở');
      expect(form.text()).to.contain('Đã khôi phục nội dung đang soạn');
      await form.element.clearDraft();
      const key = draftKey({ draft, rulebook: 'vi-du.bao-cao', formId: 'bao-cao', period: null });
      expect(localStorage.getItem(key)).to.equal(null);
    });

    it('comes back with a number that was questioned as it was typed, still questioned', async () => {
      form = await showReport({ attributes: { draft } });
      await form.type('/tables/t1/nam-2022/truc-tiep', '12 cuộc');
      form.element.remove();
      form = await showReport({ attributes: { draft } });
      expect(form.at('/tables/t1/nam-2022/truc-tiep').value).to.equal('12 cuộc');
      expect(form.element.check().findings.map(({ path }) => path)).to.contain('/tables/t1/nam-2022/truc-tiep');
      expect(form.text()).not.to.contain('không còn chỗ');
    });

    it('of one period is not that of another', async () => {
      form = await showReport({ attributes: { draft, period: 'quy-i' } });
      await form.type('/sections/i-1', 'Của quý I');
      form.element.remove();
      const other = await showReport({ attributes: { draft, period: 'nam' } });
      expect(other.element.value?.sections).to.deep.equal({});
    });
  });
});
