import type { Rulebook, RulebookForm } from '../rulebook.js';
import { nominationParts } from './nomination-parts.js';
import { dossierParts, issuerParts } from './paper-parts.js';
import type { Part } from './part.js';
import { planParts } from './plan-parts.js';
import { reportParts } from './report-parts.js';
import { unitParts } from './unit-parts.js';

/** Everything that a form can ask, regardless of who answers it. */
export interface Questionnaire {
  readonly form: RulebookForm;
  /** from top to bottom of the page */
  readonly parts: readonly Part[];
}

/**
 * What a form can ask, in reading order: the single list that screens, prints, workbooks, checklists and places for
 * remarks are made from. It is independent of any submission: paths have `*` for items of lists. `asked` resolves it
 * for one submission.
 *
 * @param form a form of the rulebook, whose templates define the texts written about nominees
 */
export function questionnaire(rulebook: Rulebook, form: RulebookForm): Questionnaire {
  return {
    form,
    parts: [...unitParts(rulebook, form), ...partsOfType(rulebook, form), ...dossierParts(form), ...issuerParts(form)],
  };
}

function partsOfType(rulebook: Rulebook, form: RulebookForm): Part[] {
  if (form.type === 'nomination') return nominationParts(rulebook, form);
  return form.type === 'report' ? reportParts(form) : planParts(form);
}
