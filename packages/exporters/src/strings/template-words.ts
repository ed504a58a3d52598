/**
 * The words between braces that repeat a piece of a template or leave it out, for those who would rather read than
 * learn signs. Always Vietnamese, like the templates.
 */
export const templateWords = {
  each: ['mỗi', 'từng'],
  if: ['chỉ khi có', 'nếu có'],
  unless: ['chỉ khi không có', 'nếu không có', 'khi không có'],
  end: ['hết'],
} as const;
