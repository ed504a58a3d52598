import { offsetMinutes } from '../calendar.js';
import { atOrAbove, type Scales } from './scales.js';
import { fieldTypes, scaleOf } from '../field-types/field-types.js';
import { typeOfField } from '../field-types/type-of-field.js';
import type { Cite, FieldType, Limits, Rule, Severity } from '../rulebook.js';
import { usualKinds, type Kind, type UsualKind } from '../submission.js';
import { vocabulary } from '../strings/vocabulary.js';
import { inSentence, textIn, type Lang, type Text } from '../text.js';
import { factPath, type Naming } from './condition.js';
import type { ListSource } from './condition-shape.js';
import { Derivations } from './computed.js';
import type { PackTemplate } from './common.js';

/** What rule kinds read from the rest of the pack. Kinds define their own shapes; the pack composes them. */
export interface PackParts extends Scales {
  readonly timezone: keyof typeof utcOffsets;
  readonly directive: { readonly number: string };
  readonly unitGroups: readonly { readonly id: string }[];
  readonly units?: readonly { readonly id: string; readonly group: string }[] | undefined;
  readonly templates?: readonly PackTemplate[] | undefined;
  readonly kinds?: readonly { readonly id: string; readonly label: string; readonly like: UsualKind }[] | undefined;
}

/** What every rule kind reads from the form it compiles for. */
export interface FormParts {
  readonly id: string;
  readonly type: string;
  readonly cite?: string | undefined;
  readonly receivedBy?: readonly { readonly id?: string | undefined }[] | undefined;
  readonly nominees?: Readonly<Record<Kind, { readonly label?: string | undefined }>> | undefined;
  readonly answeredBy?: 'committee' | readonly { groups: readonly string[]; duty: string }[] | undefined;
  readonly facts?: readonly Declared[] | undefined;
  readonly given?: readonly { readonly id: string; readonly type: FieldType }[] | undefined;
}

/** What the numbers of a field or fact mean, as the pack declares it. */
interface Declared {
  readonly id: string;
  readonly type: FieldType;
  readonly decimals?: Limits['decimals'] | undefined;
  readonly fields?: readonly NamedField[] | undefined;
}

export interface FormContext {
  readonly pack: PackParts;
  readonly form: FormParts;
  /** minutes east of UTC */
  readonly offset: number;
  /** number of the directive that clauses refer to */
  readonly document: string;
  /** values that the form's rules read besides the submission's own */
  readonly derivations: Derivations;
  /** what the form calls a kind of nominee, and the usual kind that it is like */
  kind(kind: Kind): NamedKind;
  message(build: (lang: Lang) => string): { vi: string; en: string };
  /** `{ cite }` of the nearest given clause, innermost first; `{}` if none is given */
  cite(...clauses: (string | undefined)[]): { cite?: Cite };
  /** the later document to cite for an element, by address; undefined if the first document still applies */
  later(address: string): Cite | undefined;
}

export function formContext(pack: PackParts, form: FormParts, later: FormContext['later']): FormContext {
  const document = pack.directive.number;
  return {
    pack,
    form,
    offset: offsetMinutes(utcOffsets[pack.timezone]),
    document,
    derivations: new Derivations(),
    kind: (kind) => namedKind(pack, form, kind),
    message: (build) => ({ vi: build('vi'), en: build('en') }),
    cite: (...clauses) => {
      const clause = [...clauses, form.cite].find((entry) => entry !== undefined);
      return clause === undefined ? {} : { cite: { document, clause } };
    },
    later,
  };
}

export interface NamedKind {
  readonly label: Text;
  readonly like: UsualKind;
}

/** A kind of nominee by the form's own label, else the pack's, else the usual one. */
export function namedKind(
  { kinds = [] }: Pick<PackParts, 'kinds'>,
  { nominees }: { readonly nominees?: FormParts['nominees'] },
  kind: Kind,
): NamedKind {
  const own = kinds.find(({ id }) => id === kind);
  const usual = usualKinds.find((name) => name === kind);
  const word = usual && vocabulary.kinds[usual];
  const said = nominees?.[kind]?.label ?? own?.label ?? word ?? kind;
  // The usual word, written again in the pack, keeps its translation.
  const label = word && typeof said === 'string' && inSentence(said) === textIn(word, 'vi') ? word : said;
  return { label, like: own?.like ?? usual ?? 'collective' };
}

/** Zones without daylight saving time, whose offset never changes. */
export const utcOffsets = { 'Asia/Ho_Chi_Minh': '+07:00' } as const;

interface NamedField {
  readonly field: string;
  readonly type?: FieldType | undefined;
  readonly decimals?: Limits['decimals'] | undefined;
  /** name of its scale */
  readonly scale?: string | undefined;
  /** of a list: the fields of its items */
  readonly fields?: readonly NamedField[] | undefined;
}

/**
 * How conditions read a list of fields; each field's declaration gives its scale.
 *
 * @param prefix of a `var` path, with its final dot; empty if the fields are the item's own
 */
export function naming(prefix: string, fields: readonly NamedField[], context: FormContext): Naming {
  return {
    path: (field) => `${prefix}${field}`,
    derivations: context.derivations,
    ...(prefix === 'item.' && { each: '/nominees' }),
    atOrAbove: (field, value) => atOrAbove(context.pack, fields.find((entry) => entry.field === field)?.scale, value),
    scale: (field) => {
      const own = fields.find((entry) => entry.field === field);
      return own ? scaleOf(typeOfField(own), own) : 1;
    },
    factScale: factScale(context.form),
    givenType: (name) => fieldTypes[context.form.given?.find(({ id }) => id === name)?.type ?? 'count'].needs,
    items: (list) => itemNaming(list, prefix, fields, context),
  };
}

/** The fields of the items of a list, which stands among the fields or facts. */
export const itemFields = <Field>(
  list: ListSource,
  fields: readonly { readonly field: string; readonly fields?: readonly Field[] | undefined }[],
  facts: readonly { readonly id: string; readonly fields?: readonly Field[] | undefined }[] = [],
): readonly Field[] =>
  ('fact' in list ? facts.find(({ id }) => id === list.fact) : fields.find(({ field }) => field === list.field))
    ?.fields ?? [];

/** How conditions read the items of a list of fields, or of a fact. */
export function itemNaming(
  list: ListSource,
  prefix: string,
  fields: readonly NamedField[],
  context: FormContext,
): ReturnType<NonNullable<Naming['items']>> {
  const ofItem = 'field' in list && prefix === 'item.';
  const path = 'fact' in list ? factPath(list.fact) : `${prefix}${list.field}`;
  const own = itemFields(list, fields, context.form.facts);
  const pointer = ofItem ? `/nominees/*/${list.field}` : `/${path.split('.').slice(1).join('/')}`;
  return {
    list: path,
    marks: path.replace(/^(item|submission)/, (root) => (root === 'item' ? 'mark' : 'marks')),
    inside: naming('', own, context),
    perItem: { ...naming('item.', own, context), each: pointer },
  };
}

/** How many of what is stored make one, by fact; the number of members is a count. */
export const factScale =
  ({ facts = [] }: Pick<FormParts, 'facts'>) =>
  (name: string): number => {
    const fact = facts.find(({ id }) => id === name);
    return fact ? scaleOf(fact.type, fact) : 1;
  };

/** The kinds that a nomination in a pack asks for, in the pack's order; empty for other forms. */
export const kindsOf = ({
  nominees = {},
}: {
  readonly nominees?: Readonly<Record<Kind, unknown>> | undefined;
}): Kind[] => Object.keys(nominees);

export const severityOf = (element: { severity?: Severity | undefined }): Severity => element.severity ?? 'error';

export type RuleParts = Omit<Rule, 'needs' | 'severity'> & Partial<Pick<Rule, 'needs' | 'severity'>>;

export const makeRule = ({ needs = {}, severity = 'error', ...rest }: RuleParts): Rule => ({
  ...rest,
  needs,
  severity,
});
