import type { Rulebook, Schema } from '../rulebook.js';
import { literal } from './literal.js';
import { indented } from './parts.js';

/** What `check` takes and gives, as `@kl01/rules` has it; a module needs no package, not even for its types. */
const HEAD = `export type Severity = 'error' | 'warning' | 'advice';

export interface Finding {
  rule: string;
  severity: Severity;
  /** absolute JSON Pointer into the submission; "" is the whole submission */
  path: string;
  message: string;
  params: Record<string, string | number>;
  cite?: { readonly document: string; readonly clause: string };
}

export interface Verdict {
  /** whether there are no findings of severity "error" */
  valid: boolean;
  findings: Finding[];
}

export interface Context {
  /** ISO 8601 instant with an offset; the server's clock, never the browser's */
  now: string;
  /** the unit as authenticated by the host; if absent, the submission's unit is not compared */
  unit?: { id: string; group: string } | null | undefined;
  /** what the host knows and the form declares under "given" */
  given?: Readonly<Record<string, string | number | boolean | null>> | null | undefined;
  /** id of the receiver that judges, where a form has several with deadlines of their own */
  receiver?: string | null | undefined;
  /** language of the messages; Vietnamese by default */
  lang?: 'vi' | 'en';
}

/** @throws RangeError if "now" is not an ISO 8601 instant with an offset */
export type Check = (submission: unknown, context: Context) => Verdict;

/** Judges a submission of any form. */
export declare const check: Check;
`;

/** The declarations of a module, which stand beside it in a file that ends with `.d.mts`. */
export function writeTypes({ id, version, forms }: Rulebook): string {
  const members = (type: (index: number) => string): string[] =>
    forms.map((form, index) => `readonly ${literal(form.id)}: ${type(index)};`);
  return [
    `/** The id and version that submissions name. */`,
    `export declare const rulebook: ${literal(`${id}@${version}`)};`,
    '',
    HEAD,
    '/** Judge submissions of one form only, by its id. */',
    'export declare const forms: {',
    ...indented(members(() => 'Check')),
    '};',
    '',
    '/** What is sent, by the id of its form. What is missing may be left out or null; which values are due, rules say. */',
    'export interface Submissions {',
    ...indented(members((index) => typeOf(forms[index]!.schema))),
    '}',
    '',
  ].join('\n');
}

function typeOf(schema: Schema): string {
  const { type, enum: options, properties, items } = schema;
  const types = typeof type === 'string' ? [type] : type;
  if (options) return options.map(literal).join(' | ') || 'never';
  return types
    .map((name) => {
      if (name === 'array') return `readonly ${items ? inBrackets(typeOf(items)) : 'unknown'}[]`;
      return name === 'object' ? objectType(properties ?? {}) : name;
    })
    .join(' | ');
}

const inBrackets = (type: string): string => (/^\w+$/.test(type) ? type : `(${type})`);

function objectType(properties: NonNullable<Schema['properties']>): string {
  const members = Object.entries(properties).map(([name, member]) => `readonly ${literal(name)}?: ${typeOf(member)};`);
  return members.length === 0 ? '{ readonly [name: string]: never }' : ['{', ...indented(members), '}'].join('\n');
}
