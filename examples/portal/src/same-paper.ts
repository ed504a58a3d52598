import { nameKey } from '@kl01/rules/committee';
import { deskOf } from './desk.js';
import type { Desk } from './decisions.js';
import type { Store } from './store.js';
import type { Paper, Place } from './stored.js';

/** An answer entered from a paper with the same number and date. */
export type SamePaper = Desk & { unit: string };

/**
 * Answers of other units, or to other forms, with the number and date of this paper. This can be a typing error, two
 * units with the same numbering, or one letter with two forms: the officer decides.
 */
export async function samePaper(store: Store, place: Place, paper: Paper): Promise<SamePaper[]> {
  const key = numberKey(paper.number);
  const found = (await store.papersOf(place.rulebook, paper.date)).filter(
    (one) => numberKey(one.paper.number) === key && !isSame(one, place),
  );
  const places = found.map((one) => ({ ...deskOf(one), unit: one.unit }));
  return places.filter((one, at) => places.findIndex((other) => isSame(one, other)) === at);
}

const isSame = (one: SamePaper, other: SamePaper): boolean =>
  one.unit === other.unit && one.form === other.form && one.period === other.period;

const NUMBER = nameKey('số');

/** A normalized number, equal for `05-CV/HU`, `5 - cv/hu` and `Số 05-CV/HU`. */
function numberKey(number: string): string {
  const key = nameKey(number);
  return (key.startsWith(NUMBER) ? key.slice(NUMBER.length) : key).replace(/^0+(?=\d)/, '');
}
