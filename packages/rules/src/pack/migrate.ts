import { isObject } from '../values/plain.js';
import { pointerToken } from '../values/pointer.js';

/** The format in which packs are written. */
export const FORMAT = 2;

/** A pack in today's format. */
export interface MigratedPack {
  readonly pack: unknown;
  /** JSON Pointers, into the pack as it was, of what is written otherwise now */
  readonly changed: readonly string[];
}

/** Whether a pack is of a format that `migratePack` can rewrite; packs of the first do not say theirs. */
export const isOlder = (json: unknown): boolean =>
  isObject(json) && (json['format'] === undefined || json['format'] === 1) && Array.isArray(json['forms']);

/**
 * Rewrites a pack of the first format (0.1) in today's; it judges as before. What is in today's format, or no pack at
 * all, comes back as it is. Only what is written otherwise now is touched: what was a mistake remains one, for
 * `parsePack` to report.
 *
 * - Computed columns: `"sumOf": [...]` becomes `"computed": { "sum": [...] }`.
 * - Columns to tick: `"type": "tick"` becomes `"yes-no"`.
 * - Numbers in checks of percentages were hundredths; they are written as people say them: 9750 becomes 97.5.
 *
 * @param json a parsed JSON value, not too deep to be traversed
 */
export function migratePack(json: unknown): MigratedPack {
  if (!isOlder(json)) return { pack: json, changed: [] };
  const { $schema, format: _, ...pack } = json as Record<string, unknown>;
  const changed: string[] = [];
  const rewritten = rewrite(pack, '', { changed, percents: new Set() }) as object;
  return { pack: { ...($schema !== undefined && { $schema }), format: FORMAT, ...rewritten }, changed };
}

interface Around {
  readonly changed: string[];
  /** ids of the columns of the form that hold percentages */
  readonly percents: ReadonlySet<unknown>;
}

function rewrite(value: unknown, at: string, around: Around): unknown {
  if (Array.isArray(value)) return value.map((entry, index) => rewrite(entry, `${at}/${index}`, around));
  if (!isObject(value)) return value;
  const inside = 'tables' in value ? { ...around, percents: percentColumns(value) } : around;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]): [string, unknown] => {
      const place = `${at}/${pointerToken(name)}`;
      const renamed = newMember(name, member, value);
      if (renamed) {
        around.changed.push(place);
        return renamed;
      }
      if (name === 'checks' && Array.isArray(member)) {
        return [name, member.map((check, index) => naturalCheck(check, `${place}/${index}`, inside))];
      }
      return [name, rewrite(member, place, inside)];
    }),
  );
}

function newMember(name: string, member: unknown, { label }: Record<string, unknown>): [string, unknown] | null {
  if (label === undefined) return null;
  if (name === 'sumOf' && Array.isArray(member)) return ['computed', { sum: member }];
  return name === 'type' && member === 'tick' ? ['type', 'yes-no'] : null;
}

/** Of the tables of a form and of its sets of columns, at any depth. */
function percentColumns(part: unknown): Set<unknown> {
  if (Array.isArray(part)) return new Set(part.flatMap((entry) => [...percentColumns(entry)]));
  if (!isObject(part)) return new Set();
  const own = part['type'] === 'percent' ? [part['id']] : [];
  return new Set([...own, ...Object.values(part).flatMap((member) => [...percentColumns(member)])]);
}

const BOUNDS = ['is', 'atLeast', 'atMost'];

function naturalCheck(check: unknown, at: string, around: Around): unknown {
  if (!isObject(check)) return check;
  const natural = (owner: Record<string, unknown>, place: string) =>
    Object.fromEntries(
      Object.entries(owner).map(([name, bound]) => {
        const isHundredths = BOUNDS.includes(name) && Number.isInteger(bound) && around.percents.has(owner['at']);
        if (!isHundredths) return [name, bound];
        around.changed.push(`${place}/${name}`);
        return [name, (bound as number) / 100];
      }),
    );
  const { when } = check;
  return { ...natural(check, at), ...(isObject(when) && { when: natural(when, `${at}/when`) }) };
}
