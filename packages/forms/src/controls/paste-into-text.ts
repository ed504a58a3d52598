import { pastedText } from '../base/pasted-text.js';

/**
 * Pastes into a box of text what was copied elsewhere, as paragraphs and dashes. What a box takes as it is, the browser
 * pastes itself.
 */
export function pasteIntoText(event: ClipboardEvent): void {
  const box = event.currentTarget as HTMLTextAreaElement;
  const clipboard = event.clipboardData;
  if (!clipboard || box.readOnly || box.disabled) return;
  const plain = clipboard.getData('text/plain');
  const text = pastedText(clipboard.getData('text/html'), plain);
  if (text === '' || text === plain) return;
  event.preventDefault();
  box.focus();
  // The one way by which the browser's own undo knows of it. Where it is gone, the text goes in all the same.
  if (document.execCommand('insertText', false, text)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
