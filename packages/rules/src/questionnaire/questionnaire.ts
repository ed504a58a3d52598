import type { Rulebook, RulebookForm } from '../rulebook.js';
import { nominationParts } from './nomination-parts.js';
import { dossierParts, issuerParts } from './paper-parts.js';
import type { Part } from './part.js';
import { planParts } from './plan-parts.js';
import { reportParts } from './report-parts.js';
import { unitParts } from './unit-parts.js';

/** Everything that a form can ask, whoever answers it. */
export interface Questionnaire {
  readonly form: RulebookForm;
  /** from top to bottom of the page */
  readonly parts: readonly Part[];
}

/**
 * What a form can ask, in the order in which it is read: the one list that screens, prints, workbooks, checklists and
 * places for remarks are made from. It knows no submission: items of lists have `*` in their paths. `asked` says what of
 * it is asked of one submission.
 *
 * @param form a form of the rulebook, whose templates give the texts that are written about a nominee
 */
export function questionnaire(rulebook: Rulebook, form: RulebookForm): Questionnaire {
  const { nomination, report, plan } = form.view;
  return {
    form,
    parts: [
      ...unitParts(rulebook, form),
      ...(nomination ? nominationParts(rulebook, form, nomination) : []),
      ...(report ? reportParts(form, report) : []),
      ...(plan ? planParts(form, plan) : []),
      ...dossierParts(form),
      ...issuerParts(form),
    ],
  };
}
