/** The fixed words of official documents. Always Vietnamese: they are what an office signs. */
export const words = {
  partyTitle: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  partyNumber: 'Số',
  nationalName: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  nationalMotto: 'Độc lập - Tự do - Hạnh phúc',
  stateNumber: 'Số:',

  toTrinh: 'Tờ trình',
  danhSachTrichNgang: 'Danh sách trích ngang',
  kinhGui: 'Kính gửi:',
  noiNhan: 'Nơi nhận:',
  nhuKinhGui: 'Như kính gửi',
  luu: 'Lưu ',
  va: ' và ',
  ordinal: 'TT',

  /** how a form's label begins that says itself what is asked for */
  request: 'đề nghị',
  defaultRequest: 'đề nghị khen thưởng',
  subject: 'về việc {request}',
  listSubject: '{kinds} {request}',
  enclosedWith: '(Kèm theo Tờ trình số {number}, ngày {date} của {issuer})',
  enclosures: '(Có danh sách, hồ sơ kèm theo)',

  grounds: 'Thực hiện {directive}, {issuer} đã xem xét, lựa chọn các {kinds} tiêu biểu để {request}.',
  asks: '{issuer} kính đề nghị {receivers} xem xét, trình cấp có thẩm quyền quyết định {action} cho {counts} có thành tích tiêu biểu{period}.',
  meeting: 'Căn cứ kết quả họp xét ngày {date}, ',
  award: 'Hình thức khen thưởng đề nghị: {award}.',
  closing: '{issuer} kính trình {receivers} xem xét, quyết định',
  listTotal: 'Danh sách gồm {counts}',

  inYear: ' trong năm {year}',
  periodFrom: ' từ ngày {from}',
  periodThrough: ' đến ngày {through}',

  directive: '{type} số {number}, ngày {date} của {committee} {title}',
  about: 'về việc ',
  placeAndDate: '{place}, {date}',
  dateInFull: 'ngày {day} tháng {month} năm {year}',

  /** types of document by the abbreviation in their number */
  types: {
    BC: 'Báo cáo',
    CT: 'Chỉ thị',
    CTr: 'Chương trình',
    CV: 'Công văn',
    HD: 'Hướng dẫn',
    KH: 'Kế hoạch',
    KL: 'Kết luận',
    NQ: 'Nghị quyết',
    QĐ: 'Quyết định',
    QĐi: 'Quy định',
    TB: 'Thông báo',
    TT: 'Thông tri',
    TTr: 'Tờ trình',
  } as Readonly<Record<string, string>>,
  unknownType: 'Văn bản',
} as const;
