import { askedColumns, columnWords, isAskedOf } from '../columns.js';
import { commitments } from '../judge/commitments.js';
import { holds } from '../judge/evaluate.js';
import { withRows } from '../table-numbers.js';
import { ownMember } from '../values/own-member.js';
import { isObject } from '../values/plain.js';
import { stepsOf, valueAt } from '../values/pointer.js';
import type { TableView } from '../rulebook.js';
import type { AskedEntry, Entry } from './entry.js';
import { lazily } from './lazily.js';
import type { AskedPart, Owner, Part } from './part.js';
import type { Questionnaire } from './questionnaire.js';
import { cellEntries, columnTrails, isCounted } from './report-parts.js';

/**
 * What a form asks of one submission, in reading order: conditions evaluated, groups chosen, lists expanded item by
 * item. Subparts and table cells are computed when first read, so 20,000 cells out of sight cost nothing.
 *
 * @param submission any JSON; anything that is not a submission is treated as an empty one
 */
export function asked({ form, parts }: Questionnaire, submission: unknown): readonly AskedPart[] {
  const given = isObject(submission) ? submission : {};
  const unit = member(given, 'unit');
  return new Asking({
    submission: given,
    group: member(unit, 'group'),
    answers: objectOr(member(given, 'answers')),
    // The condition on the highest post is evaluated once, not for each commitment.
    commits: lazily(() => form.type === 'plan' && commitments(form, member(given, 'person')).due !== null),
  }).parts(parts, { pattern: '', path: '', key: '', item: undefined });
}

/** Data available to conditions. */
interface Case {
  readonly submission: Readonly<Record<string, unknown>>;
  readonly group: unknown;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly commits: () => boolean;
}

/** Location of a list item in the submission. */
interface At {
  /** its path in the questionnaire, `/nominees/*`; `''` for the submission as a whole */
  readonly pattern: string;
  readonly path: string;
  readonly key: string;
  readonly item: unknown;
}

/** Parts that are shown while they hold content, even if no longer asked, because that content would be sent. */
const KEPT: ReadonlySet<Owner> = new Set(['section', 'commitments', 'result']);

class Asking {
  readonly #of: Case;

  constructor(of: Case) {
    this.#of = of;
  }

  parts(parts: readonly Part[], at: At): readonly AskedPart[] {
    let heading: string | undefined;
    return parts.flatMap((part) => {
      const own = this.#part(part, at);
      // The heading of a part of the annex appears above the first table in it that is asked.
      heading = part.table?.heading ?? heading;
      if (!own?.table || heading === undefined) return own ?? [];
      const headed = withHeading(own, heading);
      heading = undefined;
      return headed;
    });
  }

  #part(part: Part, at: At): AskedPart | undefined {
    const isAsked = this.#isAsked(part, at);
    if (!isAsked && !KEPT.has(part.owner)) return undefined;
    // Table cells are not computed here, since they may never be read.
    const { owner, label, guidance, cite, kind, item } = part;
    const place = {
      ...placeOf(part.path, at),
      owner,
      label,
      ...(guidance !== undefined && { guidance }),
      ...(cite && { cite }),
      ...(kind && { kind }),
      ...(item && { item }),
      asked: isAsked,
    };
    if (part.table) return this.#table(part.table, place);
    const items = lists[part.owner];
    if (items !== undefined) {
      const list = this.#listAt(items);
      if (!isAsked && list.length === 0) return undefined;
      const below = lazily(() => {
        const steps = stepsById(list);
        return list.map((each, index) =>
          this.#item(part, each, { path: `${items}/${index}`, key: `${items}/${steps[index]}` }),
        );
      });
      return {
        ...place,
        entries: [],
        get parts() {
          return below();
        },
      };
    }
    const entries = part.entries.flatMap((entry) => this.#entry(entry, part, at, isAsked) ?? []);
    const below = this.parts(part.parts, at);
    const empty = entries.length === 0 && below.length === 0;
    return empty && part.owner !== 'paper' ? undefined : { ...place, entries, parts: below };
  }

  #item(part: Part, item: unknown, { path, key }: { path: string; key: string }): AskedPart {
    const at = { pattern: `${part.path}/*`, path, key, item };
    const kind = member(item, 'kind');
    const own = part.parts.find((each) => each.kind === undefined || each.kind === kind);
    const place = { path: at.path, key: at.key, asked: true };
    // Nothing is asked about a kind that cannot be nominated.
    if (!own) return { ...place, owner: 'nominee', label: part.label, entries: [], parts: [] };
    const { owner, label } = own;
    const entries = lazily(() => own.entries.flatMap((entry) => this.#entry(entry, own, at, true) ?? []));
    const below = lazily(() => this.parts(own.parts, at));
    return {
      ...place,
      owner,
      label,
      ...(own.kind && { kind: own.kind }),
      get entries() {
        return entries();
      },
      get parts() {
        return below();
      },
    };
  }

  #table(table: TableView, place: Omit<AskedPart, 'entries' | 'parts'>): AskedPart | undefined {
    const { group, answers, submission } = this.#of;
    const columns = askedColumns(table.columns, group);
    if (columns.length === 0) return undefined;
    const entries = lazily(() => {
      const stored = member(member(submission, 'tables'), table.id);
      const filled = withRows(table, stored);
      const rows = objectOr(stored);
      const begun = new Set(table.rows.filter(({ id }) => isBegun(member(rows, id))).map(({ id }) => id));
      const trails = columnTrails(columns, (column) => columnWords(column, answers));
      return cellEntries(filled, trails).map((entry): AskedEntry => ({
        ...entry,
        asked: true,
        due: !entry.optional || (isCounted(entry.type) && begun.has(entry.cell!.row)),
      }));
    });
    return {
      ...place,
      table,
      parts: [],
      get entries() {
        return entries();
      },
    };
  }

  #entry(entry: Entry, part: Part, at: At, ofAsked: boolean): AskedEntry | undefined {
    const { path, key } = placeOf(entry.path, at);
    const isAsked =
      ofAsked &&
      holds(entry.when, this.#scope(at.item)) &&
      isAskedOf(entry.groups, this.#of.group) &&
      (entry.path !== '/commitments/*/result' || this.#asksResult(member(at.item, 'result')));
    if (!isAsked && !(KEPT.has(part.owner) && !isBlank(valueAt(this.#of.submission, path)))) return undefined;
    return { ...entry, path, key, asked: isAsked, due: isAsked && !entry.optional && this.#isDue(entry, path, at) };
  }

  #isAsked({ when, groups, owner }: Part, { item }: At): boolean {
    if (owner === 'commitments' && !this.#of.commits()) return false;
    if (owner === 'result' && !this.#asksResult(member(this.#of.submission, 'result'))) return false;
    return isAskedOf(groups, this.#of.group) && holds(when, this.#scope(item));
  }

  /** A plan is stored when it is made; its outcome is written in a later revision. */
  #asksResult(written: unknown): boolean {
    const revision = member(this.#of.submission, 'revision');
    return (typeof revision === 'number' && revision > 1) || !isBlank(written);
  }

  /** Whether leaving the answer empty would break the rule that requires it. */
  #isDue({ unless }: Entry, path: string, { item, path: root }: At): boolean {
    if (unless === undefined) return true;
    const steps = stepsOf(path);
    const submission = without(this.#of.submission, steps) as Case['submission'];
    return !holds(unless, { submission, item: root === '' ? item : without(item, stepsOf(path.slice(root.length))) });
  }

  #scope(item: unknown) {
    const { submission } = this.#of;
    return item === undefined ? { submission } : { submission, item };
  }

  #listAt(path: string): readonly unknown[] {
    const list = valueAt(this.#of.submission, path);
    return Array.isArray(list) ? list : [];
  }
}

/** Parts whose subparts are asked for each item of a list in the submission. */
const lists: Partial<Record<Owner, string>> = { nominees: '/nominees', commitments: '/commitments' };

/** The key of each list item: `@` and its id, or its index if the id is missing or a duplicate. */
function stepsById(list: readonly unknown[]): string[] {
  const taken = new Set<string>();
  return list.map((item, index) => {
    const id = member(item, 'id');
    if (typeof id !== 'string' || taken.has(id)) return String(index);
    taken.add(id);
    return `@${id}`;
  });
}

/** Resolves a path of the questionnaire to the item's location. */
function placeOf(path: string, at: At): { path: string; key: string } {
  const rest = path.slice(at.pattern.length);
  return { path: at.path + rest, key: at.key + rest };
}

/** A copy with a heading, without reading the entries. */
const withHeading = (part: AskedPart, heading: string): AskedPart =>
  Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(part), heading: { value: heading, enumerable: true } },
  ) as AskedPart;

const member = (of: unknown, name: string): unknown => (isObject(of) ? ownMember(of, name) : undefined);

const objectOr = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

/** 0 and false are answers, not blank. */
const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const isBegun = (row: unknown): boolean =>
  isObject(row) && Object.values(row).some((cell) => !isBlank(cell) && cell !== false);

/** A copy of the value with null at the given path. */
function without(root: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return null;
  if (Array.isArray(root)) return root.map((each: unknown, at) => (at === Number(step) ? without(each, rest) : each));
  return isObject(root) ? { ...root, [step]: without(member(root, step), rest) } : root;
}
