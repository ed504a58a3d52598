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
  day: /^([^\d]{0,60}?)[,\s]+ngay\s*(\S{1,4})\s*(?:thang|[/-])\s*(\S{1,4})\s*(?:nam|[/-])\s*(\S{1,6})\.?$/,
  subject: /^(?:v\/v|ve viec)\b/,
  addressees: /^kinh (?:gui|trinh)\b/,
  recipients: /^noi nhan\s*(?::|$)/,
  preamble: /\bnhu sau[\s:]*$/,
  closes: /^tren day la\b/,
  annex: /^(?:phu luc|bieu(?: mau)? so|mau so)\b/,
  enclosed: /^\(?kem theo\b/,
  total: /^(?:tong(?: cong| so)?|cong)$/,
} as const;
