import { holds, textIn, type ItemView, type Kind } from '@kl01/rules';
import type { Part } from '../../model/document.js';
import { nomineeGroups, type NomineeGroup } from './nominees.js';
import type { Members, NominationSource, Source } from './sources.js';

/** One nominee whom an item of the dossier speaks of. */
export interface NomineeOfItem {
  readonly nominee: Members;
  readonly group: NomineeGroup;
  readonly item: ItemView;
}

/** Items that a form's dossier answers by this document. */
export const itemsPrinted = ({ form }: Pick<Source, 'form'>, document: string): ItemView[] =>
  form.view.dossier.items.filter((item) => item.document === document);

/**
 * A document about each nominee of whom it is asked; while there are none, a blank one for each kind, to be filled in by
 * hand. Where no item asks for it nothing is known of whom it is about, not even the kind.
 */
export function partsOfItem(
  source: NominationSource,
  document: string,
  print: (about?: NomineeOfItem) => Part,
): { readonly parts: Part[]; readonly nominees: NomineeOfItem[] } {
  const nominees = nomineesOfItem(source, document);
  const shown = nominees.length > 0 ? nominees : blanksOfItem(source, document);
  return { nominees, parts: shown.length > 0 ? shown.map((one) => print(one)) : [print()] };
}

/** The nominees that an item printing this document is asked of, in the order in which the unit ranks them. */
function nomineesOfItem(source: NominationSource, document: string): NomineeOfItem[] {
  const view = source.form.view.nomination;
  const items = itemsPrinted(source, document);
  return nomineeGroups(view, source).flatMap((group) =>
    group.nominees
      .filter(({ id }) => source.nominee === undefined || id === source.nominee)
      .flatMap((nominee) => {
        const item = items.find(({ when }) => holds(when, { submission: source.submission, item: nominee }));
        return item ? [{ nominee, group, item }] : [];
      }),
  );
}

/** Empty forms to be filled in by hand, one for each kind of nominee that an item printing this document is asked of. */
function blanksOfItem(source: NominationSource, document: string): NomineeOfItem[] {
  const view = source.form.view.nomination;
  const items = itemsPrinted(source, document);
  return view.kinds.flatMap((kind) => {
    const nominee = { kind: kind.kind };
    const item = items.find(({ when }) => holds(when, { submission: source.submission, item: nominee }));
    return item ? [{ nominee, group: { ...kind, label: textIn(kind.label), nominees: [] }, item }] : [];
  });
}

/** A body of several people writes and signs as one. */
export const isBody = (kind: Kind) => kind === 'collective' || kind === 'model';
