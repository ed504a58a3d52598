/** A style in a Word file. */
interface WordStyle<Name extends string = string> {
  /** referenced by paragraphs */
  readonly id: string;
  /**
   * Word and other programs recognize built-in styles, such as headings and captions, by these names in any language.
   * No commas, which separate a name from its aliases
   */
  readonly name: string;
  /** shown in the style list in addition to a built-in name */
  readonly alias?: string;
  /** style of the paragraph typed after this one; default: the same */
  readonly next?: Name;
}

/** Checks that each `next` is an existing style. */
function following<Name extends string>(styles: Readonly<Record<Name, WordStyle<NoInfer<Name>>>>) {
  return styles;
}

/**
 * By the names of `model/styles.ts`. Built-in Word styles are used if there is one for the purpose, so that outline,
 * table of contents and captions work.
 */
export const wordStyles = following({
  normal: { id: 'Normal', name: 'Normal', alias: 'Thường' },
  body: { id: 'BodyText', name: 'Body Text', alias: 'Nội dung' },
  dash: { id: 'Dash', name: 'Gạch đầu dòng' },
  'sub-dash': { id: 'SubDash', name: 'Gạch đầu dòng 2' },
  'lead-in': { id: 'LeadIn', name: 'Lời dẫn', next: 'body' },
  'after-table': { id: 'AfterTable', name: 'Nội dung sau bảng', next: 'body' },
  note: { id: 'Note', name: 'Ghi chú', next: 'body' },
  'unit-name': { id: 'UnitName', name: 'Tên đơn vị', next: 'body' },
  title: { id: 'Title', name: 'Title', alias: 'Tên loại văn bản', next: 'subject' },
  subject: { id: 'Subtitle', name: 'Subtitle', alias: 'Trích yếu', next: 'body' },
  'title-note': { id: 'TitleNote', name: 'Ghi chú dưới trích yếu', next: 'body' },
  'title-end': { id: 'TitleEnd', name: 'Gạch dưới trích yếu', next: 'body' },
  'heading-1': { id: 'Heading1', name: 'heading 1', alias: 'Tiêu đề 1', next: 'body' },
  'heading-2': { id: 'Heading2', name: 'heading 2', alias: 'Tiêu đề 2', next: 'body' },
  'heading-3': { id: 'Heading3', name: 'heading 3', alias: 'Tiêu đề 3', next: 'body' },
  addressees: { id: 'Addressees', name: 'Kính gửi', next: 'body' },
  'addressees-head': { id: 'AddresseesHead', name: 'Kính gửi nhiều nơi', next: 'addressee' },
  addressee: { id: 'Addressee', name: 'Nơi kính gửi' },
  'table-title': { id: 'Caption', name: 'caption', alias: 'Tên biểu' },
  'table-measure': { id: 'TableMeasure', name: 'Đơn vị tính' },
  'table-caption': { id: 'TableCaption', name: 'Lời dẫn bảng' },
  'table-head': { id: 'TableHead', name: 'Đầu bảng' },
  'table-cell': { id: 'TableCell', name: 'Ô bảng' },
  'table-group': { id: 'TableGroup', name: 'Nhóm và tổng trong bảng' },
  'table-note': { id: 'TableNote', name: 'Ghi chú bảng' },
  'table-sum': { id: 'TableSum', name: 'Tổng dưới bảng' },
  'letterhead-superior': { id: 'LetterheadSuperior', name: 'Cơ quan cấp trên' },
  'letterhead-issuer': { id: 'LetterheadIssuer', name: 'Cơ quan ban hành' },
  'letterhead-mark': { id: 'LetterheadMark', name: 'Dấu dưới cơ quan ban hành' },
  'letterhead-title': { id: 'LetterheadTitle', name: 'Quốc hiệu và tiêu đề' },
  'letterhead-motto': { id: 'LetterheadMotto', name: 'Tiêu ngữ' },
  'letterhead-number': { id: 'LetterheadNumber', name: 'Số và ký hiệu' },
  'letterhead-subject': { id: 'LetterheadSubject', name: 'Trích yếu công văn' },
  'letterhead-date': { id: 'LetterheadDate', name: 'Địa danh và ngày tháng' },
  'recipients-head': { id: 'RecipientsHead', name: 'Nơi nhận', next: 'recipient' },
  recipient: { id: 'Recipient', name: 'Danh sách nơi nhận' },
  authority: { id: 'Authority', name: 'Thẩm quyền ký', next: 'signer-post' },
  'signer-post': { id: 'SignerPost', name: 'Chức vụ người ký' },
  'signature-note': { id: 'SignatureNote', name: 'Ghi chú chữ ký' },
  signer: { id: 'Signature', name: 'Signature', alias: 'Họ tên người ký' },
  rule: { id: 'Rule', name: 'Đường kẻ' },
  'page-number': { id: 'Header', name: 'header', alias: 'Số trang' },
});

export const wordTextStyles: Readonly<Record<'strong' | 'emphasis' | 'addressees-label', WordStyle>> = {
  strong: { id: 'Strong', name: 'Strong', alias: 'Nhấn mạnh đậm' },
  emphasis: { id: 'Emphasis', name: 'Emphasis', alias: 'Nhấn mạnh nghiêng' },
  'addressees-label': { id: 'AddresseesLabel', name: 'Chữ Kính gửi' },
};

export const wordTableStyles = {
  ruled: { id: 'TableGrid', name: 'Table Grid', alias: 'Bảng có kẻ' },
  /** for letterhead and closing: columns without borders */
  columns: { id: 'Columns', name: 'Hai cột không kẻ' },
} as const satisfies Readonly<Record<string, WordStyle>>;
