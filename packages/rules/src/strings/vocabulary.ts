import type { FieldType } from '../rulebook.js';
import type { FormType, UsualKind } from '../submission.js';
import type { Text } from '../text.js';

/** The words every pack may use without defining them: fields, ratings, kinds, documents. */

interface Word {
  type: FieldType;
  label: Text;
  /** where the wording differs by kind, with `{kind}` for what the form calls it */
  by?: Partial<Record<UsualKind, Text>>;
}

const fields: Record<string, Word> = {
  name: {
    type: 'text',
    label: { vi: 'Họ và tên', en: 'Full name' },
    by: {
      collective: { vi: 'Tên {kind}', en: 'Name of the {kind}' },
      household: { vi: 'Hộ gia đình (họ và tên chủ hộ)', en: 'Household (name of its head)' },
      model: { vi: 'Tên {kind}', en: 'Name of the {kind}' },
    },
  },
  position: { type: 'text', label: { vi: 'Chức danh', en: 'Position' } },
  workplace: { type: 'text', label: { vi: 'Đơn vị', en: 'Workplace' } },
  phone: { type: 'phone', label: { vi: 'Số điện thoại liên lạc', en: 'Telephone number' } },
  summary: { type: 'long-text', label: { vi: 'Tóm tắt thành tích', en: 'Summary of achievements' } },
  partyMember: { type: 'yes-no', label: { vi: 'Là đảng viên', en: 'Party member' } },
  partyOrganisation: { type: 'yes-no', label: { vi: 'Là tổ chức đảng', en: 'Party organisation' } },
  civilServant: {
    type: 'yes-no',
    label: { vi: 'Là cán bộ, công chức, viên chức, người lao động', en: 'Cadre, civil servant or public employee' },
  },
  directWorker: {
    type: 'yes-no',
    label: {
      vi: 'Là người trực tiếp lao động, sản xuất, công tác, học tập',
      en: 'Works, produces, serves or studies directly',
    },
  },
  taskRating: { type: 'rating', label: { vi: 'Xếp loại thực hiện nhiệm vụ', en: 'Rating of work done' } },
  partyRating: {
    type: 'rating',
    label: { vi: 'Xếp loại đảng viên', en: 'Rating as a Party member' },
    by: { collective: { vi: 'Xếp loại tổ chức đảng', en: 'Rating as a Party organisation' } },
  },
};

const ratings: Record<string, Text> = {
  failed: { vi: 'Không hoàn thành nhiệm vụ', en: 'Did not fulfil its tasks' },
  completed: { vi: 'Hoàn thành nhiệm vụ', en: 'Fulfilled its tasks' },
  good: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Fulfilled its tasks well' },
  excellent: { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Fulfilled its tasks excellently' },
};

const kinds: Record<UsualKind, Text> = {
  collective: { vi: 'tập thể', en: 'collective' },
  individual: { vi: 'cá nhân', en: 'individual' },
  household: { vi: 'hộ gia đình', en: 'household' },
  model: { vi: 'mô hình', en: 'model' },
};

/** What the exporters print for a dossier, and what they need beyond the form's fields. */
type DocumentWord = Text & {
  form: FormType;
  /** parts printed in addition to the form's fields; the form asks for them if a dossier includes the document */
  asks?: 'meeting' | 'summary' | 'outline';
  /** follows an outline of the pack; an item without one could never be found incomplete */
  template?: true;
};

/** What a dossier may ask for and the exporters print; a test in exporters keeps both lists in sync. */
const documents: Record<string, DocumentWord> = {
  'to-trinh': { form: 'nomination', vi: 'Tờ trình', en: 'Letter of proposal' },
  'danh-sach-trich-ngang': { form: 'nomination', vi: 'Danh sách trích ngang', en: 'List of nominees' },
  'bao-cao-thanh-tich': { form: 'nomination', template: true, vi: 'Báo cáo thành tích', en: 'Report of achievements' },
  'tom-tat-thanh-tich': {
    form: 'nomination',
    asks: 'summary',
    vi: 'Tóm tắt thành tích',
    en: 'Summary of achievements',
  },
  'bien-ban': { form: 'nomination', asks: 'meeting', vi: 'Biên bản họp xét', en: 'Minutes of the meeting' },
  'bao-cao': { form: 'report', asks: 'outline', vi: 'Báo cáo', en: 'Report' },
  'phu-luc': { form: 'report', vi: 'Phụ lục thống kê', en: 'Statistical appendix' },
  'ke-hoach': { form: 'plan', asks: 'outline', vi: 'Kế hoạch', en: 'Plan' },
};

/** Style sheets included in the exporters, kept in sync in the same way; a host may add others. */
const layouts = ['hd36-2018', 'hd05-2026', 'nd30-2020', 'doan-2013'] as const;

/** Places in a submission that packs do not name. */
const places: Record<string, Text> = {
  '': { vi: 'Nội dung gửi', en: 'Submission' },
  '/id': { vi: 'Mã bản gửi', en: 'Submission id' },
  '/revision': { vi: 'Lần gửi', en: 'Revision' },
  '/rulebook': { vi: 'Bộ quy tắc', en: 'Rulebook' },
  '/form': { vi: 'Biểu mẫu', en: 'Form' },
  '/period': { vi: 'Kỳ báo cáo', en: 'Period' },
  '/unit': { vi: 'Đơn vị', en: 'Unit' },
  '/unit/id': { vi: 'Mã đơn vị', en: 'Unit id' },
  '/unit/group': { vi: 'Nhóm đơn vị', en: 'Unit group' },
  '/unit/name': { vi: 'Tên đơn vị', en: 'Name of the unit' },
  '/unit/members': { vi: 'Số đảng viên, hội viên', en: 'Members' },
  '/contact': { vi: 'Người liên hệ', en: 'Contact' },
  '/contact/name': { vi: 'Họ và tên người liên hệ', en: 'Name of the contact' },
  '/contact/phone': { vi: 'Số điện thoại người liên hệ', en: 'Telephone of the contact' },
  '/contact/email': { vi: 'Thư điện tử người liên hệ', en: 'E-mail of the contact' },
  '/issuer': { vi: 'Thông tin in trên văn bản', en: 'Letterhead and signature' },
  '/issuer/superior': { vi: 'Cơ quan cấp trên', en: 'Superior body' },
  '/issuer/name': { vi: 'Cơ quan ban hành', en: 'Issuing body' },
  '/issuer/place': { vi: 'Địa danh', en: 'Place' },
  '/issuer/number': { vi: 'Số văn bản', en: 'Number' },
  '/issuer/symbol': { vi: 'Ký hiệu văn bản', en: 'Symbol' },
  '/issuer/date': { vi: 'Ngày ban hành', en: 'Date of issue' },
  '/issuer/authority': { vi: 'Thẩm quyền ký', en: 'Authority to sign' },
  '/issuer/title': { vi: 'Chức vụ người ký', en: 'Title of the signer' },
  '/issuer/signer': { vi: 'Người ký', en: 'Signer' },
  '/issuer/recipients': { vi: 'Nơi nhận', en: 'Recipients' },
  '/issuer/recipients/*': { vi: 'Nơi nhận', en: 'Recipient' },
  '/nominees': { vi: 'Danh sách đề nghị', en: 'Nominees' },
  '/nominees/*': { vi: 'Đối tượng đề nghị', en: 'Nominee' },
  '/nominees/*/id': { vi: 'Mã đối tượng', en: 'Id of the nominee' },
  '/nominees/*/kind': { vi: 'Loại đối tượng', en: 'Kind of nominee' },
  '/nominees/*/declared': { vi: 'Nội dung cam đoan', en: 'Declarations' },
  '/nominees/*/sections': { vi: 'Báo cáo thành tích', en: 'Report of achievements' },
  '/nominees/*/documents': { vi: 'Tệp kèm theo', en: 'Files' },
  '/declared': { vi: 'Nội dung cam đoan', en: 'Declarations' },
  '/documents': { vi: 'Tệp kèm theo', en: 'Files' },
  '/meeting': { vi: 'Cuộc họp xét', en: 'Meeting' },
  '/meeting/date': { vi: 'Ngày họp', en: 'Date of the meeting' },
  '/meeting/present': { vi: 'Số người có mặt', en: 'Present' },
  '/meeting/absent': { vi: 'Số người vắng mặt', en: 'Absent' },
  '/meeting/chair': { vi: 'Chủ trì', en: 'Chair' },
  '/meeting/secretary': { vi: 'Thư ký', en: 'Secretary' },
  '/meeting/votes': { vi: 'Kết quả biểu quyết', en: 'Votes' },
  '/meeting/votes/*': { vi: 'Kết quả biểu quyết', en: 'Vote' },
  '/meeting/votes/*/nominee': { vi: 'Đối tượng được biểu quyết', en: 'Nominee voted on' },
  '/meeting/votes/*/for': { vi: 'Số phiếu đồng ý', en: 'Votes for' },
  '/meeting/votes/*/against': { vi: 'Số phiếu không đồng ý', en: 'Votes against' },
  '/answers': { vi: 'Câu hỏi', en: 'Questions' },
  '/sections': { vi: 'Nội dung theo đề cương', en: 'Sections' },
  '/tables': { vi: 'Biểu thống kê', en: 'Tables' },
  '/person': { vi: 'Người lập kế hoạch', en: 'Person' },
  '/person/id': { vi: 'Mã cá nhân', en: 'Id of the person' },
  '/person/posts': { vi: 'Chức vụ', en: 'Posts' },
  '/person/posts/*': { vi: 'Chức vụ', en: 'Post' },
  '/commitments': { vi: 'Việc đăng ký nêu gương', en: 'Commitments' },
  '/commitments/*': { vi: 'Việc đăng ký nêu gương', en: 'Commitment' },
  '/commitments/*/group': { vi: 'Nhóm công việc', en: 'Group of the commitment' },
  '/commitments/*/title': { vi: 'Việc cụ thể', en: 'Commitment' },
  '/commitments/*/result': { vi: 'Kết quả thực hiện', en: 'Result' },
  '/result': { vi: 'Kết quả thực hiện kế hoạch', en: 'What came of the plan' },
  '/adoption': { vi: 'Thông qua kế hoạch', en: 'Adoption' },
  '/adoption/body': { vi: 'Nơi thông qua kế hoạch', en: 'Adopting body' },
  '/adoption/date': { vi: 'Ngày thông qua', en: 'Date of adoption' },
};

/** Labels for a plan that is presented to others for comment, not adopted. */
const presented: Record<string, Text> = {
  '/adoption': { vi: 'Báo cáo kế hoạch để góp ý', en: 'Presentation' },
  '/adoption/body': { vi: 'Nơi báo cáo kế hoạch', en: 'Presented to' },
  '/adoption/date': { vi: 'Ngày báo cáo kế hoạch', en: 'Date of presentation' },
};

/** Members of a file entry, wherever files are listed. */
const file: Record<string, Text> = {
  '': { vi: 'Tệp', en: 'File' },
  name: { vi: 'Tên tệp', en: 'File name' },
  size: { vi: 'Dung lượng tệp', en: 'File size' },
  type: { vi: 'Loại tệp', en: 'File type' },
  sha256: { vi: 'Mã kiểm tra của tệp', en: 'Checksum of the file' },
  ref: { vi: 'Mã lưu tệp', en: 'Reference of the file' },
};

/** What is done with nominees; a nomination's title or label that begins with one says what the nomination is for. */
const purposes = ['đề nghị', 'giới thiệu', 'đăng ký', 'lựa chọn', 'bình chọn', 'tiến cử', 'đề cử', 'xét'] as const;

export const vocabulary = {
  fields,
  ratings,
  kinds,
  documents,
  layouts,
  places,
  presented,
  file,
  purposes,
} as const;
