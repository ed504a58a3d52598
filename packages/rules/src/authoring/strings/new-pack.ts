import type { Lang } from '../../text.js';

/** The texts of a starter pack: names to be replaced, and comments in `description`s that say with what. */
export interface NewPackStrings {
  pack: string;
  copied: (from: string) => string;
  group: string;
  nomination: string;
  quota: string;
  checked: string;
  attested: string;
  window: string;
  item: string;
  report: string;
  before: string;
  outline: string;
  table: string;
  check: string;
}

/** Text inside the pack is Vietnamese, whatever the author's language. */
export const newPackNames = {
  number: '01-CV/ABC',
  title: 'Trích yếu của văn bản',
  committee: 'Tên cơ quan ban hành',
  place: 'Địa danh',
  partyCommittees: 'Các đảng bộ cơ sở',
  cells: 'Các chi bộ cơ sở',
  nomination: 'Đề nghị khen thưởng',
  award: 'Giấy khen',
  receiver: 'Ban Tuyên giáo',
  attested: 'Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
  report: 'Báo cáo kết quả thực hiện',
  outline: ['CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO', 'KẾT QUẢ THỰC HIỆN', 'KIẾN NGHỊ, ĐỀ XUẤT'],
  table: 'TỔ CHỨC HỌC TẬP, QUÁN TRIỆT',
  rowHeader: 'Năm',
  rows: ['Năm 2024', 'Năm 2025'],
  total: 'Tổng',
  meetings: 'Số cuộc',
  people: 'Số người tham gia',
} as const;

/** Texts of the starter cases. */
export const newCaseNames = {
  unit: 'Đảng bộ Một',
  collective: 'Chi bộ 1',
  individual: 'Đồng chí A',
  position: 'Bí thư chi bộ',
  summary: 'Gương mẫu trong mọi phong trào.',
  text: 'Đã thực hiện.',
  wordType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  cases: {
    valid: 'Đảng bộ: 01 tập thể và 01 cá nhân',
    quota: 'Đảng bộ: 02 tập thể là quá số lượng; lại là một tập thể ghi hai lần',
    rating: 'Đảng viên chỉ hoàn thành tốt nhiệm vụ thì không đạt',
    late: 'Phút đầu sau ngày 31/3/2025: không nhận',
    report: 'Báo cáo đủ các mục, biểu để trống',
    section: 'Báo cáo thiếu mục II',
  },
} as const;

const vi: NewPackStrings = {
  pack: 'Gói mẫu. Thay mã, số và ngày văn bản, tên cơ quan, mọi ngày tháng, rồi sửa từng biểu mẫu theo văn bản; xoá phần không dùng. Kiểm tra bằng “kl01 lint”, đọc lại bằng “kl01 explain”. Các “description” chỉ để người soạn đọc, xoá được.',
  copied: (from) =>
    `Chép từ gói ${from}. Thay mã, số và ngày văn bản, mọi ngày tháng và điều khoản (“cite”) theo văn bản mới; lập “coverage” và “notes” mới. Kiểm tra bằng “kl01 lint”, so với gói cũ bằng “kl01 diff”.`,
  group:
    'Mỗi nhóm có quy định riêng về số lượng, thời hạn hoặc biểu mẫu là một nhóm đơn vị. Đơn vị mà văn bản gọi tên thì ghi thêm ở “units”.',
  nomination:
    'Biểu mẫu đề nghị khen thưởng. “answeredBy”: nhóm nào phải gửi (must), có thể gửi (may), không phải gửi (exempt); bỏ trống là mọi nhóm phải gửi.',
  quota:
    'Mỗi phương án trong “anyOf” là một danh sách số lượng phải đúng cùng lúc; nhiều phương án là “hoặc”. Loại đối tượng không nêu là 0.',
  checked: 'Tiêu chuẩn kiểm tra được từ thông tin đơn vị ghi; “when” là chỉ xét trong trường hợp đó.',
  attested: 'Tiêu chuẩn không kiểm tra được từ số liệu: đơn vị cam đoan.',
  window: '“Từ ngày … đến hết ngày …”: tính cả hai ngày. “late”: accept (nhận, có nhắc) hoặc refuse (không nhận).',
  item: '“per”: slate (chung cả danh sách) hoặc nominee (từng đối tượng). “as”: print (in từ hệ thống), upload (tải tệp lên), cả hai (một trong hai), paper (bản giấy).',
  report: 'Biểu mẫu báo cáo theo đề cương, có thể có biểu thống kê.',
  before:
    '“Trước ngày …”: ngày đó không còn tính. “Chậm nhất ngày …” thì ghi “noLaterThan”: ngày đó còn tính. Chưa ấn định ngày thì ghi "windows": "unannounced".',
  outline: 'Giữ đúng số mục và câu chữ của đề cương; gợi ý trong ngoặc của đề cương ghi vào “guidance”.',
  table:
    'Dòng tổng và cột tổng máy tự tính, không hỏi đơn vị. Loại cột: count (số), percent (tỉ lệ), yes-no (đánh dấu), text (chữ).',
  check: 'Kiểm tra số liệu trên từng dòng; “severity” advice là chỉ gợi ý.',
};

const en: NewPackStrings = {
  pack: 'A starting pack. Replace the id, number and date of the directive, the committee and every date, then mend each form by the directive; remove what is not needed. Check it by "kl01 lint", read it back by "kl01 explain". Every "description" is for authors only and may go.',
  copied: (from) =>
    `Copied from ${from}. Replace the id, number and date of the directive, every date and clause ("cite"); write "coverage" and "notes" anew. Check it by "kl01 lint", compare it by "kl01 diff".`,
  group:
    'A group for each sort of units with quotas, dates or forms of their own. Units that the directive names go into "units".',
  nomination: 'A nomination. "answeredBy": which groups must, may, or are exempt; left out, all groups must.',
  quota:
    'Each alternative of "anyOf" is a list of counts that all hold; several alternatives mean "or". Kinds not mentioned are 0.',
  checked: 'A criterion checked from what the unit writes; "when" narrows it.',
  attested: 'A criterion that no data can tell: the unit attests it.',
  window: '"From … through …": both days count. "late": accept (with a warning) or refuse.',
  item: '"per": slate (one for the list) or nominee (one each). "as": print (by the system), upload, both (either of them), paper.',
  report: 'A report by an outline, with a table where the directive has one.',
  before:
    '"Before …": that day no longer counts. "No later than …" is "noLaterThan": it does. Without a date write "windows": "unannounced".',
  outline: 'Keep the numbers and words of the outline; its hints in brackets go into "guidance".',
  table: 'Total rows and columns are computed, never asked. Column types: count, percent, yes-no, text.',
  check: 'Figures checked row by row; "severity" advice only advises.',
};

export const newPacking: Record<Lang, NewPackStrings> = { vi, en };
