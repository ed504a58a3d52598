import { html, nothing, type TemplateResult } from 'lit';
import { tellingWords } from '@kl01/rules';
import { box, button } from '../notice-box.js';
import type { FormContext } from '../../state/form-context.js';
import type { Place } from './place-block.js';
import type { PasteNews, Sheet } from './sheet.js';

/** Number of values listed; the rest are counted. */
const MOST = 12;

/** Result of a paste: how much was inserted, and everything that was not. */
export function pasteNews(form: FormContext, sheet: Sheet, news: PasteNews, undo: () => void): TemplateResult {
  const words = form.strings.table;
  const { beyond, unclear, computed, doubtful, cut } = news;
  const among = sheet.shape.leaves.map(({ words: trail }) => trail);
  const nameOf = ({ row, column }: Place): string =>
    [
      sheet.table.rows[row]?.label ?? sheet.table.totalRow?.label,
      tellingWords(among, sheet.leafAt(column)?.words ?? []),
    ].join(' – ');
  const list = (sentence: string, values: readonly string[]): TemplateResult | typeof nothing =>
    values.length === 0
      ? nothing
      : html`<li>
          ${sentence} <span class="left-out">${values.slice(0, MOST).join('; ')}</span>
          ${values.length > MOST ? words.more(values.length - MOST) : nothing}
        </li>`;
  const whole = beyond.length + unclear.length + computed.length + doubtful === 0 && !cut;
  return box(
    whole ? '' : 'warning',
    words.pasted(news),
    [
      news.step !== null && news.step === sheet.history.last
        ? button(words.undoPaste, undo, { tone: 'loud' })
        : nothing,
      button(words.closeNews, () => sheet.closeNews()),
    ],
    html`<ul>
      ${doubtful > 0 ? html`<li>${words.doubtful(doubtful)}</li>` : nothing}
      ${list(words.beyond(beyond.length), beyond.map(quoted))}
      ${list(
        words.unclear(unclear.length),
        unclear.map(({ at, text }) => `${nameOf(at)}: ${quoted(text)}`),
      )}
      ${list(
        words.computed(computed.length),
        computed.map(({ at, text }) => `${nameOf(at)}: ${quoted(text)}`),
      )}
      ${cut ? html`<li>${words.cut}</li>` : nothing}
    </ul>`,
  );
}

/** A long text is shortened to its beginning. */
function quoted(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
