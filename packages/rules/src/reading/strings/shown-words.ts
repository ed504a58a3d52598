/** Inserted into officers' texts, which are Vietnamese whatever the language of the page. */
export const shownWords = {
  struck: (text: string) => `[gạch bỏ: ${text}]`,
};
