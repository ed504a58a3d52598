import { pastedLine, pastedText } from '../pasting/pasted-text.js';
import { cleanText } from '../pasting/plain-text.js';

type Box = HTMLInputElement | HTMLTextAreaElement;

/**
 * Pastes into a box of text what was copied elsewhere, as paragraphs and dashes, or as one line. What a box takes as it is,
 * the browser pastes itself.
 *
 * @param box left out: the one that the event is about
 */
export function pasteIntoText(event: ClipboardEvent, box = event.currentTarget as Box): void {
  const clipboard = event.clipboardData;
  if (!clipboard || box.readOnly || box.disabled) return;
  const [plain, html] = [clipboard.getData('text/plain'), clipboard.getData('text/html')];
  const pasted = box instanceof HTMLTextAreaElement ? pastedText(html, plain) : (pastedLine(html, plain) ?? '');
  const text = cleanText(pasted);
  if (text === '' || text === plain) return;
  event.preventDefault();
  box.focus();
  // The one way by which the browser's own undo knows of it. Where it is gone, the text goes in all the same.
  if (document.execCommand('insertText', false, text)) return;
  box.setRangeText(text, box.selectionStart ?? 0, box.selectionEnd ?? box.value.length, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
