import { columnLeaves, type AskedPart, type Finding, type TableView } from '@kl01/rules';
import type { FormContext } from '../state/form-context.js';

/** Findings in the order of their fields on the page. The rulebook reports them in the order of its rules. */
export function inReadingOrder(form: Pick<FormContext, 'parts'>, findings: readonly Finding[]): readonly Finding[] {
  const rankOf = ranks();
  const ranked = findings.map((finding) => ({ finding, rank: rankOf(form.parts, finding.path) ?? [] }));
  return ranked.sort((one, other) => compare(one.rank, other.rank)).map(({ finding }) => finding);
}

type Rank = readonly number[];

/** Ranks a path among parts; the index of a part is built once and reused for the next path. */
function ranks(): (parts: readonly AskedPart[], path: string) => Rank | null {
  const places = new Map<AskedPart, ReadonlyMap<string, number>>();
  const placesOf = (part: AskedPart): ReadonlyMap<string, number> => {
    const known = places.get(part) ?? new Map(part.entries.map(({ path }, index) => [path, index]));
    places.set(part, known);
    return known;
  };
  return rankOf;

  /** Takes the index from the path, so that a list of hundreds is not searched for each finding. */
  function rankOfItem({ path: list, parts }: AskedPart, path: string): Rank | null {
    const [step = ''] = path.slice(list.length + 1).split('/');
    const item = parts[Number(step)];
    const rank = item && rankOf([item], path);
    return rank ? [Number(step), ...rank.slice(1)] : null;
  }

  function rankOf(parts: readonly AskedPart[], path: string): Rank | null {
    let around: Rank | null = null;
    for (const [index, part] of parts.entries()) {
      const isWithin = path.startsWith(`${part.path}/`);
      // Everything in a table or a nominee lies below its path.
      if (!isWithin && path !== part.path && WHOLE.has(part.owner)) continue;
      if (part.table?.open && isWithin) return [index, ...cellOf(part.table, path.slice(part.path.length + 1))];
      const own = nearest(placesOf(part), path);
      if (own !== null) return [index, own];
      const below = LISTS.has(part.owner) ? rankOfItem(part, path) : rankOf(part.parts, path);
      if (below !== null) return [index, part.entries.length, ...below];
      // A path without a control ranks at the head of its part; if several parts share the path, at the first.
      if (path === part.path) around ??= [index];
      else if (isWithin) around ??= [index, part.entries.length];
    }
    return around;
  }
}

const LISTS: ReadonlySet<string> = new Set(['nominees', 'commitments']);
const WHOLE: ReadonlySet<string> = new Set(['table', 'nominees', 'nominee', 'commitments', 'commitment']);

/** Of open rows, which may be thousands: the row, then the column, without a look at the entries. */
function cellOf({ columns }: TableView, path: string): Rank {
  const [row, column] = path.split('/');
  return [Number(row), columnLeaves(columns).findIndex(({ id }) => id === column)];
}

/** The entry at a path, or the one whose answer contains it, such as a file of a list. */
function nearest(places: ReadonlyMap<string, number>, path: string): number | null {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = places.get(at);
    if (found !== undefined) return found;
  }
  return null;
}

/** Unranked paths come last. */
function compare(one: Rank, other: Rank): number {
  if (one.length === 0 || other.length === 0) return other.length - one.length;
  for (const [index, rank] of one.entries()) {
    const difference = rank - (other[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
