import type { Lang } from '@kl01/rules';

/**
 * Shown in place of a form in a browser that is too old. Separate from the other strings, because it is loaded before
 * them, in browsers that cannot run the rest.
 */
export const tooOld: Readonly<Record<Lang, string>> = {
  vi: 'Trình duyệt này quá cũ để điền biểu mẫu. Hãy dùng Chrome hoặc Edge từ bản 109, Firefox từ bản 115.',
  en: 'This browser is too old to fill in the form. Use Chrome or Edge from version 109, or Firefox from version 115.',
};

/** The only option of the control that keeps the surrounding `<form>` from being sent without the form. */
export const cannotSend: Readonly<Record<Lang, string>> = {
  vi: 'Chưa gửi được',
  en: 'Cannot be sent',
};
