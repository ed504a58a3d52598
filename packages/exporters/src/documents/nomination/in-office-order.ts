import { isPerson, type Kind, type NominationView } from '@kl01/rules';
import { compareOfficeKeys, namesKey, peopleKey } from '@kl01/rules/committee';
import type { Members } from '../parts/facts.js';
import { textOf } from '../parts/text.js';

/** Office order, as in the committee's lists; stable for equal names. */
export function inOfficeOrder(view: NominationView, nominees: readonly Members[], kind: Kind): Members[] {
  const keyOf = isPerson(view, kind) ? peopleKey : namesKey;
  return nominees
    .map((nominee) => ({ nominee, key: keyOf(textOf(nominee['name']) ?? '') }))
    .sort((one, other) => compareOfficeKeys(one.key, other.key))
    .map(({ nominee }) => nominee);
}
