/** Words by which offices' papers are recognised; without marks and in lower case unless they are shown. */
export const writtenWords = {
  /** lines of a letterhead that say nothing of who issued the paper */
  mottos: [
    'dang cong san viet nam',
    'cong hoa xa hoi chu nghia viet nam',
    'doc lap tu do hanh phuc',
    'doan tncs ho chi minh',
  ],
  /** names of papers that stand alone on a line above their matter */
  papers: ['bao cao', 'to trinh', 'ke hoach', 'bien ban', 'danh sach', 'danh sach trich ngang', 'bao cao thanh tich'],
  number: /^so\b[\s:\d.…_]*[-/]/,
  day: /^(?!(?:cong van|ke hoach|thuc hien|can cu|theo|ket luan|nghi quyet|quyet dinh|bao cao|to trinh|kem theo|tu|den)\b)([^/:]{0,40}?)[,\s]+ngay\s*(\S{1,4})\s*(?:thang|[/-])\s*(\S{1,4})\s*(?:nam|[/-])\s*(\S{1,6})\.?$/,
  subject: /^(?:v\/v|ve viec)\b/,
  addressees: /^kinh (?:gui|trinh)\b/,
  recipients: /^noi nhan\s*(?::|$)/,
  preamble: /\bnhu sau[\s:]*$/,
  /** above a signature that names no authority; in capitals */
  signs: /^(?:xac nhan cua|thu truong|nguoi bao cao|nguoi lap|dai dien ho|chu ho|chu tri|thu ky|chu toa)\b/,
  closes: /^tren day la\b/,
  annex: /^(?:phu luc|bieu(?: mau)? so|mau so)\b/,
  annexAlone: 'phu luc',
  enclosed: /^\(?kem theo\b/,
  /** the title of a nominee's own report */
  ownReport: 'bao cao thanh tich',
  /** how lists head the columns of fields that most forms ask, by the name of the field */
  fields: {
    name: [
      'ho va ten',
      'ho ten',
      'ten tap the',
      'tap the',
      'ten don vi',
      'tap the ca nhan',
      'ten tap the ca nhan',
      'ten don vi ca nhan',
    ],
    position: ['chuc vu', 'chuc danh', 'chuc vu chuc danh'],
    workplace: ['don vi', 'don vi cong tac', 'noi cong tac', 'co quan don vi', 'dia chi'],
    summary: [
      'tom tat thanh tich',
      'thanh tich',
      'tom tat thanh tich noi bat',
      'thanh tich noi bat',
      'thanh tich dat duoc',
    ],
    phone: ['so dien thoai', 'dien thoai', 'sdt', 'dt', 'dien thoai lien he', 'so dien thoai lien he'],
  },
  /** begin the names of bodies rather than of people */
  offices:
    /^(?:dang (?:bo|uy)|chi (?:bo|uy|hoi|doan)|tap the|phong|ban|so|cong ty|truong|hoi|doan|uy ban|ubnd|mat tran|trung tam|benh vien|xa|phuong|thi tran|huyen|quan|tinh|to|doi|lien doan|cong doan|van phong|co quan|don vi|khoa|hop tac xa)\b/,
  total: /^(?:tong(?: cong| so)?|cong)$/,
} as const;
