import { cleanText } from '../pasting/plain-text.js';

/**
 * Cleans pasted or dropped text in the box, keeping the caret. Typed text is cleaned only in the stored value, and in
 * the box once it loses focus: keyboards such as Unikey count the characters they have sent and delete as many when a
 * tone changes. If a decomposed letter were composed meanwhile, they would delete one too many.
 */
export function cleanPasted({ inputType }: InputEvent, box: HTMLInputElement | HTMLTextAreaElement): void {
  if (!/^insertFrom(?:Paste|Drop)/.test(inputType)) return;
  const clean = cleanText(box.value);
  if (clean === box.value) return;
  const caret = cleanText(box.value.slice(0, box.selectionStart ?? box.value.length)).length;
  box.value = clean;
  box.setSelectionRange(caret, caret);
}
