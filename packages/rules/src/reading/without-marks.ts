import { normalized } from './normalized.js';

/** A text without the marks of its letters, in lower case: `Đảng ủy` is `dang uy`. Only to compare. */
export const withoutMarks = (text: string): string =>
  normalized(text.toLowerCase(), 'NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
