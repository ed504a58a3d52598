import { cleanText } from '../pasting/plain-text.js';

/**
 * Mends in the box what was pasted or dropped into it, with the caret where it was. What is typed is mended only in what is
 * stored, and in the box once it is left: keyboards such as Unikey count the signs they have sent and take as many back
 * when a tone changes. Composed under their hands, a decomposed letter is fewer signs, and they would delete one too many.
 */
export function cleanPasted({ inputType }: InputEvent, box: HTMLInputElement | HTMLTextAreaElement): void {
  if (!/^insertFrom(?:Paste|Drop)/.test(inputType)) return;
  const clean = cleanText(box.value);
  if (clean === box.value) return;
  const caret = cleanText(box.value.slice(0, box.selectionStart ?? box.value.length)).length;
  box.value = clean;
  box.setSelectionRange(caret, caret);
}
