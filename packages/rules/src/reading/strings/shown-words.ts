/** Inserted into officers' texts, which are Vietnamese whatever language the page speaks. */
export const shownWords = {
  struck: (text: string) => `[gạch bỏ: ${text}]`,
};
