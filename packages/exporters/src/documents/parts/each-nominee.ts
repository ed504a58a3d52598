import { holds, textIn, type ItemView, type Kind } from '@kl01/rules';
import type { Part } from '../../model/document.js';
import { nomineeGroups, type NomineeGroup } from './nominees.js';
import type { Members, NominationFacts, SubmissionFacts } from './facts.js';

/** One nominee whom an item of the dossier speaks of. */
export interface NomineeOfItem {
  readonly nominee: Members;
  readonly group: NomineeGroup;
  readonly item: ItemView;
}

/** Items that a form's dossier answers by this document. */
export const itemsPrinted = ({ form }: Pick<SubmissionFacts, 'form'>, document: string): ItemView[] =>
  form.view.dossier.items.filter((item) => item.document === document);

/**
 * A document about each nominee of whom it is asked; while there are none, a blank one for each kind, to be filled in by
 * hand. Where no item asks for it nothing is known of whom it is about, not even the kind.
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

/** The nominees that an item printing this document is asked of, in the order in which the unit ranks them. */
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

/** Empty forms to be filled in by hand, one for each kind of nominee that an item printing this document is asked of. */
function blanksOfItem(facts: NominationFacts, document: string): NomineeOfItem[] {
  const view = facts.form.view.nomination;
  const items = itemsPrinted(facts, document);
  return view.kinds.flatMap((kind) => {
    const nominee = { kind: kind.kind };
    const item = items.find(({ when }) => holds(when, { submission: facts.submission, item: nominee }));
    return item ? [{ nominee, group: { ...kind, label: textIn(kind.label), nominees: [] }, item }] : [];
  });
}

/** A body of several people writes and signs as one. */
export const isBody = (kind: Kind) => kind === 'collective' || kind === 'model';
