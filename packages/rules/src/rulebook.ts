/**
 * The compiled rulebook: plain JSON that every backend judges by, without our code.
 * `schema`, `rules` and `duty` are for every backend; `view` and the rest feed our forms and exporters.
 */
import type { FormType, Kind } from './submission.js';
import type { Text } from './text.js';

/** JsonLogic within the portable profile (docs/rulebook.md). */
export type Logic = string | number | boolean | null | { readonly [operator: string]: Logic | readonly Logic[] };

export type Severity = 'error' | 'warning' | 'advice';

/** Where a rule comes from: the document's number and the clause as printed. */
export interface Cite {
  readonly document: string;
  readonly clause: string;
}

export type NeededType = 'string' | 'integer' | 'boolean' | 'list' | 'object';

export interface Rule {
  /** kind of finding, shared by many rules, such as `required/name` */
  readonly id: string;
  /** address of the pack element it was made from, such as `de-nghi/quotas/ba-ca-nhan` */
  readonly element: string;
  readonly severity: Severity;
  /** JSON Pointer of a list in the submission: judged once per item */
  readonly each?: string;
  /** `var` path → type; a value missing, null or of another type: not judged */
  readonly needs: Readonly<Record<string, NeededType>>;
  /** broken unless exactly `true` */
  readonly assert?: Logic;
  /** `var` paths whose values may not repeat together among the items of `each` */
  readonly unique?: readonly string[];
  /** JSON Pointer relative to the item under `each`, else to the submission */
  readonly path: string;
  readonly message: { readonly vi: string; readonly en: string };
  readonly params?: Readonly<Record<string, Logic>>;
  readonly cite?: Cite;
}

/** JSON Schema, draft-07, within the flat portable profile. */
export interface Schema {
  readonly $schema?: string;
  readonly type: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false;
  readonly items?: Schema;
  readonly enum?: readonly (string | null)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: 1;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
}

/** One half-open interval. Instants are whole minutes since 1970-01-01T00:00Z. */
export interface RulebookWindow {
  readonly element: string;
  readonly id: string;
  readonly label?: Text;
  readonly period?: string;
  readonly groups?: readonly string[];
  readonly units?: readonly string[];
  /** first instant; absent: open from the start */
  readonly from?: number;
  /** first instant too late; absent together with `from`: unannounced */
  readonly until?: number;
  /** first instant at which even an accepted late answer is too late */
  readonly lateUntil?: number;
  readonly early: 'warn' | 'refuse';
  readonly late: 'accept' | 'refuse';
  readonly unannounced?: true;
  readonly provisional?: true;
  /** the pack's own words: `{ before: "2023-03-31" }`, `{ from, through }`, … */
  readonly said?: WindowWords;
  readonly cite?: Cite;
  /** the window before an amendment changed it, and by which document */
  readonly amended?: { readonly was?: WindowWords; readonly by: Cite };
}

export interface WindowWords {
  readonly before?: string;
  readonly noLaterThan?: string;
  readonly from?: string;
  readonly through?: string;
  readonly within?: string;
  readonly on?: string;
}

export interface RulebookForm {
  readonly id: string;
  readonly type: FormType;
  readonly label: Text;
  readonly windows: readonly RulebookWindow[];
  readonly schema: Schema;
  readonly rules: readonly Rule[];
  /** plans: the first whose `assert` is true makes the plan a must; none makes it encouraged */
  readonly duty?: readonly DutyRule[];
  readonly view: FormView;
}

export interface DutyRule {
  readonly element: string;
  readonly needs: Readonly<Record<string, NeededType>>;
  readonly assert: Logic;
  readonly cite?: Cite;
}

/** The pack's form, references resolved and conditions compiled: what a form shows and an exporter prints. */
export interface FormView {
  readonly cite?: Cite;
  /** heading of the printed document */
  readonly title?: string;
  /** introductory words of a report */
  readonly preamble?: string;
  readonly award?: { readonly id: string; readonly label: string };
  readonly answeredBy?: 'committee' | readonly { groups: readonly string[]; duty: 'must' | 'may' | 'exempt' }[];
  readonly receivedBy: readonly ReceiverView[];
  readonly ifSilent?: { readonly label: string; readonly cite?: Cite };
  /** calendar dates, both inclusive; shown and printed, not judged */
  readonly achievements?: { readonly from?: string; readonly through?: string; readonly label?: string };
  readonly periods: readonly { id: string; label: string; cite?: Cite }[];
  /** what a submission may hold, by JSON Pointer with `*` for any item of a list: names for findings of shape */
  readonly labels: Readonly<Record<string, Text>>;
  readonly dossier: { readonly copies?: number; readonly cite?: Cite; readonly items: readonly ItemView[] };
  readonly nomination?: NominationView;
  readonly report?: ReportView;
  readonly plan?: PlanView;
}

export interface ReceiverView {
  readonly label: string;
  readonly groups?: readonly string[];
  readonly units?: readonly string[];
  readonly copies?: number;
  /** receives only while true; JsonLogic over `{ submission }` */
  readonly when?: Logic;
}

export interface NominationView {
  /** in the pack's order; a kind not listed cannot be nominated */
  readonly kinds: readonly { kind: Kind; label: Text; fields: readonly FieldView[] }[];
  readonly quotas: readonly QuotaView[];
  /** criteria the unit attests (true) and exclusions it denies (false), per nominee; checked ones are rules only */
  readonly criteria: readonly CriterionView[];
  readonly exclusions: readonly CriterionView[];
  /** most nominees a submission may hold: the schema's `maxItems` */
  readonly maxNominees: number;
  /** true where some document prints the meeting: its parts are then asked for */
  readonly meeting: boolean;
}

export type FieldType = 'text' | 'long-text' | 'phone' | 'yes-no' | 'choice' | 'choices' | 'rating' | 'count' | 'date';

export interface FieldView {
  readonly element: string;
  readonly field: string;
  readonly type: FieldType;
  readonly label: Text;
  readonly hint?: Text;
  readonly optional: boolean;
  /** asked only while true; JsonLogic over `{ submission, item }` */
  readonly when?: Logic;
  /** choice, choices, rating: what may be chosen, lowest rating first */
  readonly options?: readonly { value: string; label: Text }[];
  /** the year a rating speaks of */
  readonly year?: number;
  /** characters, the schema's `maxLength` */
  readonly maxLength?: number;
  /** guides the form, is not judged */
  readonly limit?: { readonly pages?: number; readonly characters?: number };
  readonly cite?: Cite;
}

/** A bound as a number, or a share of the unit's members in whole percent. */
export type Bound =
  number | { readonly percent: number; readonly of: 'members'; readonly round: 'down' | 'up' | 'nearest' };

export interface CountView {
  readonly of: readonly Kind[];
  readonly min?: Bound;
  readonly max?: Bound;
}

export interface QuotaView {
  readonly element: string;
  readonly id: string;
  /** left out: every group that has no quota of its own */
  readonly groups?: readonly string[];
  readonly units?: readonly string[];
  /** alternatives; all counts of one of them must hold */
  readonly anyOf: readonly (readonly CountView[])[];
  /** the quota in words, made from its counts */
  readonly label: { readonly vi: string; readonly en: string };
  readonly cite?: Cite;
}

export interface CriterionView {
  readonly element: string;
  readonly id: string;
  readonly label: string;
  /** declared with the nominee: criteria true, exclusions false */
  readonly attest: boolean;
  /** asked only while true; JsonLogic over `{ submission, item }`, kinds included */
  readonly when?: Logic;
  readonly severity: Severity;
  /** exclusions: ids of the awards that rule a nominee out, and the years they were given in */
  readonly awards?: readonly string[];
  readonly years?: readonly number[];
  readonly cite?: Cite;
}

export type ItemWay = 'print' | 'upload' | 'paper';

/** One item of the dossier, per slate or per nominee. */
export interface ItemView {
  readonly element: string;
  readonly id: string;
  readonly label: string;
  readonly per: 'slate' | 'nominee';
  /** ways of answering it; `print` and `upload` together: either. Empty: the committee's to file, not asked of units */
  readonly as: readonly ItemWay[];
  readonly by?: 'committee';
  readonly duty: 'must' | 'if-any';
  /** our document that answers it, such as `to-trinh` */
  readonly document?: string;
  /** id of the template of a document about one nominee, such as `mau-07` */
  readonly template?: string;
  readonly copies?: number;
  readonly bound?: boolean;
  /** format in which a soft copy is asked for as well, such as `docx` */
  readonly soft?: string;
  readonly limit?: { readonly pages?: number; readonly characters?: number };
  /** asked only while true; JsonLogic over `{ submission, item }` */
  readonly when?: Logic;
  /** declared under the item's own id */
  readonly endorsedBy?: { readonly label: string; readonly when?: Logic; readonly cite?: Cite };
  /** files under ids of their own */
  readonly enclosures: readonly {
    element: string;
    id: string;
    label: string;
    duty: 'must' | 'if-any';
    when?: Logic;
    cite?: Cite;
  }[];
  readonly cite?: Cite;
}

export interface SectionView {
  readonly element: string;
  readonly id: string;
  /** as printed, such as "II" or "1"; empty where the directive prints none */
  readonly number: string;
  readonly title: string;
  readonly guidance?: string;
  readonly optional: boolean;
  /** due only while true; JsonLogic over `{ submission }` */
  readonly when?: Logic;
  readonly cite?: Cite;
  /** a heading above others holds no text itself */
  readonly sections: readonly SectionView[];
}

export interface ReportView {
  readonly questions: readonly {
    element: string;
    id: string;
    label: string;
    options: readonly { value: string; label: Text }[];
    when?: Logic;
    optional: boolean;
    cite?: Cite;
  }[];
  readonly outline: readonly SectionView[];
  readonly tables: readonly TableView[];
}

export interface TableView {
  readonly element: string;
  readonly id: string;
  /** printed above the table: the part of the annex that begins with it */
  readonly heading?: string;
  readonly number: string;
  readonly title: string;
  readonly note?: string;
  readonly groups?: readonly string[];
  readonly rowHeader: string;
  readonly rows: readonly { id: string; label: string; required: boolean }[];
  readonly totalRow?: { readonly label: string };
  readonly columns: readonly ColumnView[];
  readonly checks: readonly { id: string; at: string; severity: Severity; label: string }[];
  readonly cite?: Cite;
}

export interface ColumnView {
  readonly id: string;
  /** words that follow an answer: `{ by: question id, "<answer>": …, else: … }` */
  readonly label: string | { readonly by: string; readonly else: string; readonly [answer: string]: string };
  readonly columns?: readonly ColumnView[];
  /** leaves only */
  readonly type?: 'count' | 'tick' | 'percent' | 'text';
  readonly down?: 'sum' | 'none' | 'count';
  readonly across?: 'sum' | 'none' | 'count';
  readonly of?: readonly [string, string];
  readonly sumOf?: readonly string[];
  readonly groups?: readonly string[];
}

export interface PlanView {
  readonly person?: { readonly fields: readonly FieldView[] };
  readonly posts: readonly { id: string; label: string; commits: boolean; cite?: Cite }[];
  readonly outline: readonly SectionView[];
  readonly commitments?: {
    readonly groups: readonly { id: string; label: string }[];
    readonly counts: readonly { id: string; ifPost?: 'commits' | 'not-commits'; min?: number; max?: number }[];
  };
  readonly adoption?: { readonly by: string; readonly cite?: Cite };
}

export interface UnitGroup {
  readonly id: string;
  readonly label: string;
  readonly layout?: string;
  readonly size?: number;
  readonly assumed?: string;
}

export interface NamedUnit {
  readonly id: string;
  readonly label: string;
  readonly group: string;
}

export interface Directive {
  readonly number: string;
  /** calendar date, `YYYY-MM-DD` */
  readonly date: string;
  readonly title: string;
  readonly committee: { readonly name: string; readonly superior?: string; readonly place?: string };
  readonly basis?: readonly string[];
}

/** Outline of a document about one nominee. */
export interface Template {
  readonly id: string;
  readonly label: string;
  readonly sections: Readonly<Partial<Record<Kind, readonly TemplateSection[]>>>;
}

export interface TemplateSection {
  readonly id: string;
  readonly number?: string;
  readonly title: string;
  readonly guidance?: string;
  readonly optional?: boolean;
  readonly sections?: readonly TemplateSection[];
}

export interface Selection {
  readonly element: string;
  readonly id: string;
  readonly label: string;
  readonly award?: { readonly id: string; readonly label: string };
  readonly from: string;
  readonly counts: readonly (CountView & { readonly allocated?: boolean })[];
  readonly reserved: readonly { id: string; of: readonly Kind[]; count: number; by?: string }[];
  readonly to?: string;
  readonly cite?: Cite;
}

export interface Milestone {
  readonly element: string;
  readonly id: string;
  readonly label: string;
  readonly by?: {
    readonly groups?: readonly string[];
    readonly units?: readonly string[];
    readonly committee?: boolean;
  };
  readonly windows: readonly RulebookWindow[];
  readonly provisional?: boolean;
  readonly cite?: Cite;
}

export interface Amendment {
  readonly number: string;
  readonly date: string;
  readonly cite?: Cite;
  readonly changes: readonly { element: string; withdrawn?: true; was?: unknown; to?: unknown }[];
}

export interface Rulebook {
  readonly rulebook: '1';
  readonly id: string;
  readonly version: string;
  /** such as `+07:00`; Vietnam keeps no daylight saving time */
  readonly utcOffset: string;
  readonly directive: Directive;
  /** name of the style sheet of printed documents, such as `hd36-2018` */
  readonly layout: string;
  readonly unitGroups: readonly UnitGroup[];
  readonly units: readonly NamedUnit[];
  readonly awards: readonly { id: string; label: string }[];
  readonly templates: readonly Template[];
  readonly forms: readonly RulebookForm[];
  readonly selections: readonly Selection[];
  readonly milestones: readonly Milestone[];
  readonly amendments: readonly Amendment[];
}
