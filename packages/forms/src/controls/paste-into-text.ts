import { pastedLine, pastedText } from '../pasting/pasted-text.js';
import { cleanText } from '../pasting/plain-text.js';

type Box = HTMLInputElement | HTMLTextAreaElement;

/**
 * Pastes text copied elsewhere into a text box, as paragraphs and dashes, or as one line. If it needs no conversion,
 * the browser pastes it.
 *
 * @param box left out: the event's current target
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
  // The only way to keep the browser's own undo working. If it is not supported, the text is inserted anyway.
  if (document.execCommand('insertText', false, text)) return;
  box.setRangeText(text, box.selectionStart ?? 0, box.selectionEnd ?? box.value.length, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
