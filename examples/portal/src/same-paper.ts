import { nameKey } from '@kl01/rules/committee';
import { deskOf } from './desk.js';
import type { Desk } from './decisions.js';
import type { Store } from './store.js';
import type { Paper, Place } from './stored.js';

/** An answer that was entered from a paper of the same number and date. */
export type SamePaper = Desk & { unit: string };

/**
 * Answers of other units, or to other forms, that stand under this paper's number and date. It may be a slip of the
 * pen, or two units that number alike, or one letter that brought two forms: the officer says which.
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

/** The same for `05-CV/HU`, `5 - cv/hu` and `Số 05-CV/HU`. */
function numberKey(number: string): string {
  const key = nameKey(number);
  return (key.startsWith(NUMBER) ? key.slice(NUMBER.length) : key).replace(/^0+(?=\d)/, '');
}
