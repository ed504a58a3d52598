import { holds, inSentence, likeOf, textIn, type ItemView } from '@kl01/rules';
import type { Part } from '../../model/document.js';
import { nomineeGroups, type NomineeGroup } from './nominees.js';
import type { Members, NominationFacts, SubmissionFacts } from './facts.js';

/** A nominee to whom a dossier item applies. */
export interface NomineeOfItem {
  readonly nominee: Members;
  readonly group: NomineeGroup;
  readonly item: ItemView;
}

/** Dossier items of the form that this document fulfils. */
export const itemsPrinted = ({ form }: Pick<SubmissionFacts, 'form'>, document: string): ItemView[] =>
  form.view.dossier.items.filter((item) => item.document === document);

/**
 * One part per nominee to whom the item applies; if there are no nominees, a blank part for each kind, to be filled in
 * by hand. If no dossier item requires the document, a single blank part without a kind.
 */
export function partsOfItem(
  facts: NominationFacts,
  document: string,
  print: (about?: NomineeOfItem) => Part,
): { readonly parts: Part[]; readonly nominees: NomineeOfItem[] } {
  const nominees = nomineesOfItem(facts, document);
  const shown = nominees.length > 0 ? nominees : blanksOfItem(facts, document);
  return { nominees, parts: shown.length > 0 ? shown.map((one) => print(one)) : [print()] };
}

/** The nominees who need this document for the dossier, in the unit's ranking. */
function nomineesOfItem(facts: NominationFacts, document: string): NomineeOfItem[] {
  const view = facts.form.view.nomination;
  const items = itemsPrinted(facts, document);
  return nomineeGroups(view, facts).flatMap((group) =>
    group.nominees
      .filter(({ id }) => facts.nominee === undefined || id === facts.nominee)
      .flatMap((nominee) => {
        const item = items.find(({ when }) => holds(when, { submission: facts.submission, item: nominee }));
        return item ? [{ nominee, group, item }] : [];
      }),
  );
}

/** Blank forms to be filled in by hand, one for each kind of nominee that needs this document. */
function blanksOfItem(facts: NominationFacts, document: string): NomineeOfItem[] {
  const view = facts.form.view.nomination;
  const items = itemsPrinted(facts, document);
  return view.kinds.flatMap((kind) => {
    const nominee = { kind: kind.kind };
    const item = items.find(({ when }) => holds(when, { submission: facts.submission, item: nominee }));
    return item
      ? [
          {
            nominee,
            group: { ...kind, like: likeOf(view, kind.kind), label: inSentence(textIn(kind.label)), nominees: [] },
            item,
          },
        ]
      : [];
  });
}
