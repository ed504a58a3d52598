import { compareNames, comparePeople, type Kind } from '@kl01/rules';
import type { Members } from './sources.js';
import { textOf } from './text.js';

/** Office order, as the committee's lists have it; equal names keep the order in which they came. */
export function inOfficeOrder(nominees: readonly Members[], kind: Kind): Members[] {
  const compare = kind === 'individual' || kind === 'household' ? comparePeople : compareNames;
  const nameOf = (nominee: Members) => textOf(nominee['name']) ?? '';
  return [...nominees].sort((one, other) => compare(nameOf(one), nameOf(other)));
}
