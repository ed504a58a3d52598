import { compareOfficeKeys, namesKey, peopleKey, type Kind } from '@kl01/rules';
import type { Members } from './sources.js';
import { textOf } from './text.js';

/** Office order, as the committee's lists have it; equal names keep the order in which they came. */
export function inOfficeOrder(nominees: readonly Members[], kind: Kind): Members[] {
  const keyOf = kind === 'individual' || kind === 'household' ? peopleKey : namesKey;
  return nominees
    .map((nominee) => ({ nominee, key: keyOf(textOf(nominee['name']) ?? '') }))
    .sort((one, other) => compareOfficeKeys(one.key, other.key))
    .map(({ nominee }) => nominee);
}
