import { daySchema } from '../shape.js';
import { stepsOf } from '../values/pointer.js';
import type { FieldType, RulebookForm, Schema } from '../rulebook.js';
import type { Kind } from '../submission.js';

/** The type of a value in a submission, as far as it matters to logic. */
export type ValueType =
  | { readonly is: 'text'; readonly said: TextType; readonly schema?: Schema }
  | { readonly is: 'number'; readonly least: number; readonly most: number }
  | { readonly is: 'boolean' | 'null' }
  | { readonly is: 'list'; readonly of: ValueType; readonly most: number }
  | { readonly is: 'object'; readonly members: ReadonlyMap<string, ValueType> }
  /** a value already reported as wrong */
  | { readonly is: 'unknown' };

/** Texts with a special meaning for authors of logic. */
export type TextType = 'text' | 'date' | 'rating' | 'choice';

export const NUMBER: ValueType = {
  is: 'number',
  least: Number.MIN_SAFE_INTEGER,
  most: Number.MAX_SAFE_INTEGER,
};
export const TEXT: ValueType = { is: 'text', said: 'text' };
export const BOOLEAN: ValueType = { is: 'boolean' };
export const UNKNOWN: ValueType = { is: 'unknown' };

/** Whole numbers that a host gives. */
const NUMBER_GIVEN: ValueType = { is: 'number', least: -999_999_999, most: 999_999_999 };

/** Minutes since 1970 of all instants with four-digit years. */
const NOW: ValueType = { is: 'number', least: -1_036_000_000, most: 4_225_000_000 };

export const objectOf = (members: Iterable<readonly [string, ValueType]>): ValueType => ({
  is: 'object',
  members: new Map(members),
});

/**
 * The data that a form's rules are judged over: `{ submission, unit, now, item, index }`. Members that are not asked of
 * anyone are left out.
 *
 * @param each  JSON Pointer of the list whose items are judged
 * @param kinds kinds of nominee that the rule applies to; if absent, all
 */
export function scopeType(
  form: RulebookForm,
  { each, keys }: Places = {},
  kinds?: readonly Kind[],
  derived: readonly DerivedType[] = [],
): ValueType {
  const submission = typeOf(form.schema, { form, kinds, path: '' });
  const [outer = '', inner] = (each ?? '').split('/*');
  const list = each === undefined ? undefined : membersAlong(submission, stepsOf(outer));
  const owner = inner !== undefined && list?.is === 'list' ? list.of : undefined;
  const found = owner && inner !== undefined ? membersAlong(owner, stepsOf(inner)) : list;
  const item = keys && found?.is === 'object' ? found.members.get(keys[0] ?? '') : found?.is === 'list' ? found.of : undefined; // prettier-ignore
  const most = found?.is === 'list' ? found.most : (keys?.length ?? 0);
  return objectOf([
    ['submission', submission],
    ['unit', objectOf([['id', TEXT] as const, ['group', TEXT] as const])],
    ['now', NOW],
    ['given', objectOf((form.view.given ?? []).map(({ id, type }) => [id, GIVEN[type]] as const))],
    ['receiver', TEXT],
    ['derived', objectOf([['today', DAYS], ['todayKey', KEYS], ...membersOf(derived, {})])],
    ['marks', objectOf(marksOf(derived, submission))],
    ...(item
      ? [
          ['item', item] as const,
          ['index', { is: 'number', least: 0, most } as const] as const,
          ['mark', objectOf(markOf(derived, { each, keys }, item))] as const,
        ]
      : []),
    ...(owner ? [['owner', owner] as const] : []),
  ]);
}

/** Where a rule or a derived value is judged. */
export interface Places {
  readonly each?: string | undefined;
  readonly keys?: readonly string[] | undefined;
}

/** A derived value, which may always be null. */
export interface DerivedType extends Places {
  readonly as: string;
  readonly type: ValueType;
}

const isSamePlace = (one: Places, other: Places): boolean =>
  one.each === other.each && JSON.stringify(one.keys) === JSON.stringify(other.keys);

const membersOf = (derived: readonly DerivedType[], place: Places): (readonly [string, ValueType])[] =>
  derived.filter((entry) => isSamePlace(entry, place)).map(({ as, type }) => [as, type]);

/** Marks have the shape of the submission; those of lists that are read are lists of the same length. */
function marksOf(derived: readonly DerivedType[], submission: ValueType): (readonly [string, ValueType])[] {
  const lists = eachOf(derived).filter((each) => !each.includes('*'));
  return merged(
    lists.map((each) => [stepsOf(each), marksOfList(derived, each, membersAlong(submission, stepsOf(each)))]),
  );
}

/** What is derived for an item: values, and marks of the lists in it. */
function markOf(derived: readonly DerivedType[], places: Places, item: ValueType): (readonly [string, ValueType])[] {
  const inner = places.keys ? [] : eachOf(derived).filter((each) => each.startsWith(`${places.each}/*/`));
  const lists = inner.map((each) => {
    const [name = ''] = stepsOf(each.slice(`${places.each}/*`.length));
    return [name, marksOfList(derived, each, membersAlong(item, [name]))] as const;
  });
  return [...membersOf(derived, places), ...lists];
}

const eachOf = (derived: readonly DerivedType[]): string[] => [
  ...new Set(derived.flatMap(({ each, keys }) => (each !== undefined && !keys ? [each] : []))),
];

const marksOfList = (derived: readonly DerivedType[], each: string, list: ValueType | undefined): ValueType => ({
  is: 'list',
  of: objectOf(membersOf(derived, { each })),
  most: list?.is === 'list' ? list.most : Infinity,
});

/** Members at any depth, as one object. */
function merged(found: readonly (readonly [readonly string[], ValueType])[]): (readonly [string, ValueType])[] {
  const names = [...new Set(found.map(([[name = '']]) => name))];
  return names.map((name) => {
    const own = found.filter(([[first]]) => first === name);
    const whole = own.find(([steps]) => steps.length === 1);
    return [name, whole ? whole[1] : objectOf(merged(own.map(([steps, type]) => [steps.slice(1), type])))];
  });
}

/** Days of all years with four digits. */
export const DAYS: ValueType = { is: 'number', least: -719_528, most: 2_932_896 };
export const KEYS: ValueType = { is: 'number', least: 0, most: 4_000_000 };
const GIVEN: Record<'date' | 'count' | 'yes-no', ValueType> = {
  date: { is: 'text', said: 'date' },
  count: NUMBER_GIVEN,
  'yes-no': BOOLEAN,
};

/** The type reached by following the steps through members; undefined if there is no such member. */
export function membersAlong(type: ValueType, steps: readonly string[]): ValueType | undefined {
  let at: ValueType | undefined = type;
  for (const step of steps) at = at?.is === 'object' ? at.members.get(step) : undefined;
  return at;
}

interface Around {
  readonly form: RulebookForm;
  readonly kinds: readonly Kind[] | undefined;
  /** path of the schema in the submission, with `*` for items */
  readonly path: string;
}

function typeOf(schema: Schema, around: Around): ValueType {
  const type = (typeof schema.type === 'string' ? [schema.type] : schema.type).find((name) => name !== 'null');
  const below = (name: string, part: Schema) => typeOf(part, { ...around, path: `${around.path}/${name}` });
  switch (type) {
    case 'string':
      return { is: 'text', said: textType(schema, around), schema };
    case 'number':
      return { is: 'number', least: schema.minimum ?? -Infinity, most: schema.maximum ?? Infinity };
    case 'array':
      return { is: 'list', of: schema.items ? below('*', schema.items) : UNKNOWN, most: schema.maxItems ?? Infinity };
    case 'object':
      return objectOf(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => isAsked(`${around.path}/${name}`, around))
          .map(([name, part]) => [name, below(name, part)] as const),
      );
    default:
      return BOOLEAN;
  }
}

function textType(schema: Schema, { form, path }: Around): TextType {
  if (schema.pattern !== undefined && schema.pattern === daySchema.pattern) return 'date';
  if (!schema.enum) return 'text';
  return fieldTypes(form, path).includes('rating') ? 'rating' : 'choice';
}

/** The types of a nominees' field. */
function fieldTypes(form: RulebookForm, path: string): FieldType[] {
  const [, list, , field, ...deeper] = path.split('/');
  if (form.type !== 'nomination' || list !== 'nominees' || deeper.length > 0) return [];
  return form.view.nomination.kinds.flatMap(({ fields }) =>
    fields.filter((view) => view.field === field).map(({ type }) => type),
  );
}

/** Whether the form asks anyone for a member that its schema allows. */
function isAsked(path: string, { form, kinds }: Around): boolean {
  if (path === '/period') return form.view.periods.length > 0;
  if (form.type !== 'nomination') return true;
  const { nomination } = form.view;
  if (path === '/meeting') return nomination.meeting;
  if (path === '/unit/members') return form.rules.some(({ id }) => id === 'required/members');
  const [, list, , field, ...deeper] = path.split('/');
  if (list !== 'nominees' || field === undefined || deeper.length > 0 || !kinds) return true;
  const asking = nomination.kinds.filter(({ fields }) => fields.some((entry) => entry.field === field));
  return asking.length === 0 || asking.some(({ kind }) => kinds.includes(kind));
}
