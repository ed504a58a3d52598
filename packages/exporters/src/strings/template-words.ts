/**
 * The words of templates, always Vietnamese, like them. Between braces they repeat a piece or leave it out, for those who
 * would rather read than learn signs.
 */
export const templateWords = {
  each: ['mỗi', 'từng'],
  if: ['chỉ khi có', 'nếu có'],
  unless: ['chỉ khi không có', 'nếu không có', 'khi không có'],
  end: ['hết'],
  /** prompts in a starting template for what is made from answers, by the last step of the name */
  made: {
    day: 'ngày',
    month: 'tháng',
    year: 'năm',
    count: 'số lượng',
    counts: 'số lượng đối tượng',
    stt: 'TT',
    last: 'mục cuối',
    for: 'số phiếu đồng ý',
    against: 'số phiếu không đồng ý',
    share: 'tỷ lệ',
  },
} as const;
