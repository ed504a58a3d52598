import type { NumberDoubt } from '../read-number.js';
import type { Lang } from '../../text.js';

const numberDoubts: Record<Lang, Record<NumberDoubt, (said: string) => string>> = {
  vi: {
    comma: (said) => `${said} có thể là số hàng nghìn hoặc số thập phân. Ghi lại, ví dụ 1.234 hoặc 1234.`,
    fraction: (said) => `${said} không phải số nguyên. Cột này chỉ ghi số nguyên, ví dụ 12 hoặc 1.234.`,
    decimals: (said) => `${said} có quá hai chữ số thập phân. Ghi nhiều nhất hai chữ số, ví dụ 97,55.`,
    either: (said) => `${said} có thể là số hàng nghìn hoặc số thập phân. Ghi phần thập phân sau dấu phẩy, ví dụ 97,5.`,
    negative: (said) => `${said} là số âm. Chỉ ghi số từ 0 trở lên.`,
    dash: (said) => `${said}: không có thì ghi 0, chưa trả lời thì để trống.`,
    tooLarge: (said) => `${said} quá lớn. Đề nghị kiểm tra lại.`,
    copied: (said) =>
      `${said} được chép từ nơi khác, ở đó có thể là số hàng nghìn hoặc số thập phân. Gõ lại số này, ví dụ 1234 hoặc 97,5.`,
    words: (said) => `${said} không phải là số. Chỉ ghi số, không ghi chữ hoặc đơn vị tính.`,
  },
  en: {
    comma: (said) => `${said} may mean thousands or a fraction. Write it anew, for example 1.234 or 1234.`,
    fraction: (said) => `${said} is not a whole number. This column takes whole numbers, for example 12 or 1.234.`,
    decimals: (said) => `${said} has more than two decimals. Write two at most, for example 97,55.`,
    either: (said) => `${said} may mean thousands or a fraction. A comma begins the fraction, for example 97,5.`,
    negative: (said) => `${said} is negative. Write 0 or more.`,
    dash: (said) => `${said}: write 0 where there is none, leave the cell blank if not answered.`,
    tooLarge: (said) => `${said} is too large. Please check it.`,
    copied: (said) =>
      `${said} was copied and may mean thousands or a fraction where it comes from. Type it anew, for example 1234 or 97,5.`,
    words: (said) => `${said} is not a number. Write the number only, without words or units.`,
  },
};

/**
 * Explains to an officer why a number is ambiguous.
 *
 * @param said the location and the content, such as `Ô C5: “1,234”`
 */
export const doubtInWords = (doubt: NumberDoubt, said: string, lang: Lang): string => numberDoubts[lang][doubt](said);
