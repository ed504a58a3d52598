import { officialDate } from '@kl01/rules';
import type { RulebookForm } from '@kl01/rules';
import { askedOf } from '../asked.js';
import type { DeskLine } from '../desk-view.js';
import type { Body } from '../directory.js';
import { vi } from '../strings/vi.js';
import { when } from './layout.js';

const words = vi.committee;

/** The state of a unit at a desk. */
export function stateInWords(body: Body, form: RulebookForm, { unit, sent, standing, wrong }: DeskLine): string {
  if (!sent) {
    const must = askedOf(body.rulebook, unit).some((asked) => asked.form === form && asked.must);
    return must ? vi.forms.notSent : vi.forms.optional;
  }
  if (sent.withdrawn) return vi.forms.withdrawn(when(body, sent.withdrawn.at));
  if (standing.returned) return words.waiting(when(body, standing.returned.until));
  const late = sent.findings.some(({ rule }) => rule === 'window');
  return [
    vi.forms.sent(sent.revision, when(body, sent.receivedAt)),
    sent.paper && words.onPaper(sent.paper.number, officialDate(sent.paper.date)),
    late && words.late,
    wrong.length > 0 && vi.amended.state,
  ]
    .filter(Boolean)
    .join('. ');
}
