/**
 * The compiled rulebook: plain JSON that every backend judges by, without our code.
 * `schema`, `rules` and `duty` are for every backend; `view` and the rest feed our forms and exporters.
 */
import type { Kind } from './submission.js';
import type { Text } from './text.js';

/** JsonLogic within the portable profile (docs/rulebook.md). */
export type Logic = string | number | boolean | null | { readonly [operator: string]: Logic | readonly Logic[] };

/** `error` keeps a submission from being valid; `warning` and `advice` do not. */
export type Severity = 'error' | 'warning' | 'advice';

/** Where a rule comes from: the document's number and the clause as printed. */
export interface Cite {
  /** number of the document */
  readonly document: string;
  /** as printed */
  readonly clause: string;
}

/** The type that a value must have before a rule looks at it. */
export type NeededType = 'string' | 'integer' | 'boolean' | 'list' | 'object';

/** One rule as every backend judges it: a condition in JsonLogic, and what to say when it is broken. */
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
  /** what to say when it is broken, with `{name}` places */
  readonly message: { readonly vi: string; readonly en: string };
  /** what the places of the message are filled with: text or whole numbers */
  readonly params?: Readonly<Record<string, Logic>>;
  readonly cite?: Cite;
}

/** JSON Schema, draft-07, within the flat portable profile. */
export interface Schema {
  /** which draft; only at the top */
  readonly $schema?: string;
  /** one type or several; `null` among them: null is the same as missing */
  readonly type: string | readonly string[];
  /** of an object: what it may hold, by name */
  readonly properties?: Readonly<Record<string, Schema>>;
  /** of an object: nothing else */
  readonly additionalProperties?: false;
  /** of a list: each of its items */
  readonly items?: Schema;
  /** one of these */
  readonly enum?: readonly (string | null)[];
  /** least number, itself allowed */
  readonly minimum?: number;
  /** greatest number, itself allowed */
  readonly maximum?: number;
  /** a whole number; 2022.0 is one */
  readonly multipleOf?: 1;
  /** fewest code points of a text */
  readonly minLength?: number;
  /** most code points of a text */
  readonly maxLength?: number;
  /** most items of a list */
  readonly maxItems?: number;
  /** regular expression found in the text, anchored only where it says so */
  readonly pattern?: string;
}

/** One half-open interval. Instants are whole minutes since 1970-01-01T00:00Z. */
export interface RulebookWindow {
  readonly element: string;
  readonly id: string;
  readonly label?: Text;
  /** id of the period of a report it belongs to */
  readonly period?: string;
  readonly groups?: readonly string[];
  readonly units?: readonly string[];
  /** first instant; absent: open from the start */
  readonly from?: number;
  /** first instant too late; absent together with `from`: unannounced */
  readonly until?: number;
  /** first instant at which even an accepted late answer is too late */
  readonly lateUntil?: number;
  /** what comes before `from`: a warning, or an error */
  readonly early: 'warn' | 'refuse';
  /** what comes from `until` on: a warning, or an error */
  readonly late: 'accept' | 'refuse';
  /** the directive leaves the date open */
  readonly unannounced?: true;
  /** the directive itself calls the date provisional */
  readonly provisional?: true;
  /** the pack's own words: `{ before: "2023-03-31" }`, `{ from, through }`, … */
  readonly said?: WindowWords;
  readonly cite?: Cite;
  /** the window before an amendment changed it, and by which document */
  readonly amended?: {
    /** its words before */
    readonly was?: WindowWords;
    readonly by: Cite;
  };
}

/** A deadline in the words of the pack; each member is one way of saying it. */
export interface WindowWords {
  /** up to and without this day or moment */
  readonly before?: string;
  /** up to and with this day or minute */
  readonly noLaterThan?: string;
  /** from this day on */
  readonly from?: string;
  /** up to and with this day */
  readonly through?: string;
  /** the whole of a year, month or quarter */
  readonly within?: string;
  /** that day */
  readonly on?: string;
}

/** One form of a rulebook: its shape, its rules and what it shows. `type` says what kind of answer it is. */
export type RulebookForm = RulebookNomination | RulebookReport | RulebookPlan;

/** What forms of every type have. */
export interface AnyForm {
  readonly id: string;
  readonly label: Text;
  /** when it is due: for calendars and countdowns, judged by the rules called `window` */
  readonly windows: readonly RulebookWindow[];
  /** the shape of a submission */
  readonly schema: Schema;
  /** what is judged beyond the shape */
  readonly rules: readonly Rule[];
}

/** A form that puts nominees forward. */
export interface RulebookNomination extends AnyForm {
  /** what kind of answer it is */
  readonly type: 'nomination';
  /** what our forms show and our exporters print; judging needs none of it */
  readonly view: FormView & {
    /** calendar dates, both inclusive; shown and printed, not judged */
    readonly achievements?: {
      /** first day, `YYYY-MM-DD` */
      readonly from?: string;
      /** last day, `YYYY-MM-DD` */
      readonly through?: string;
      readonly label?: string;
    };
    /** what it asks beyond what every form asks */
    readonly nomination: NominationView;
  };
}

/** A form that reports what was done. */
export interface RulebookReport extends AnyForm {
  /** what kind of answer it is */
  readonly type: 'report';
  /** what our forms show and our exporters print; judging needs none of it */
  readonly view: FormView & {
    /** introductory words */
    readonly preamble?: string;
    /** what it asks beyond what every form asks */
    readonly report: ReportView;
  };
}

/** A form that plans what will be done. */
export interface RulebookPlan extends AnyForm {
  /** what kind of answer it is */
  readonly type: 'plan';
  /** the first whose `assert` is true makes the plan a must; none makes it encouraged */
  readonly duty: readonly DutyRule[];
  /** what our forms show and our exporters print; judging needs none of it */
  readonly view: FormView & {
    /** what it asks beyond what every form asks */
    readonly plan: PlanView;
  };
}

/** A rule that says who has to make a plan. */
export interface DutyRule {
  readonly element: string;
  /** whom it speaks of, in the directive's words */
  readonly label?: string;
  /** as in a rule */
  readonly needs: Readonly<Record<string, NeededType>>;
  /** the plan is a must where it is exactly `true` */
  readonly assert: Logic;
  readonly cite?: Cite;
}

/** The pack's form, references resolved and conditions compiled: what forms of every type show and exporters print. */
export interface FormView {
  readonly cite?: Cite;
  /** heading of the printed document */
  readonly title?: string;
  /** the distinction nominated for */
  readonly award?: { readonly id: string; readonly label: string };
  /** who answers; left out: all groups must */
  readonly answeredBy?: 'committee' | readonly { groups: readonly string[]; duty: 'must' | 'may' | 'exempt' }[];
  /** where it is sent to */
  readonly receivedBy: readonly ReceiverView[];
  /** what the directive makes of a unit that sends nothing */
  readonly ifSilent?: { readonly label: string; readonly cite?: Cite };
  /** of a report; empty where it is asked for once */
  readonly periods: readonly { id: string; label: string; cite?: Cite }[];
  /** what a submission may hold, by JSON Pointer with `*` for any item of a list: names for findings of shape */
  readonly labels: Readonly<Record<string, Text>>;
  /** asked once of the unit, at `/facts/<field>` */
  readonly facts?: readonly FieldView[];
  /** papers sent with it */
  readonly dossier: {
    /** how many on paper */
    readonly copies?: number;
    readonly cite?: Cite;
    /** in the directive's order */
    readonly items: readonly ItemView[];
  };
}

/** An office that the form is sent to. */
export interface ReceiverView {
  readonly label: string;
  readonly groups?: readonly string[];
  readonly units?: readonly string[];
  /** how many on paper */
  readonly copies?: number;
  /** receives only while true; JsonLogic over `{ submission }` */
  readonly when?: Logic;
}

/** What a nomination asks, beyond what every form asks. */
export interface NominationView {
  /** in the pack's order; a kind not listed cannot be nominated */
  readonly kinds: readonly { kind: Kind; label: Text; fields: readonly FieldView[] }[];
  /** how many may be nominated, by whom */
  readonly quotas: readonly QuotaView[];
  /** criteria the unit attests (true) and exclusions it denies (false), per nominee; checked ones are rules only */
  readonly criteria: readonly CriterionView[];
  /** what nobody nominated may be or have; the unit denies each */
  readonly exclusions: readonly CriterionView[];
  /** most nominees a submission may hold: the schema's `maxItems` */
  readonly maxNominees: number;
  /** true where some document prints the meeting: its parts are then asked for */
  readonly meeting: boolean;
}

/** How a field is answered. */
export type FieldType = 'text' | 'long-text' | 'phone' | 'yes-no' | 'choice' | 'choices' | 'rating' | 'count' | 'date';

/** A question about a nominee or a person. */
export interface FieldView {
  readonly element: string;
  /** name of the member of a nominee or person */
  readonly field: string;
  /** how it is asked for */
  readonly type: FieldType;
  readonly label: Text;
  /** said below the field */
  readonly hint?: Text;
  /** may be left out */
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

/** A bound as a number, or a share of a number of the unit's in whole percent. */
export type Bound =
  | number
  | {
      /** whole percent, 1 to 100 */
      readonly percent: number;
      /** of what: `members`, those that the unit says it has, or the id of a fact of the form */
      readonly of: string;
      /** of a fact: what it is called */
      readonly label?: string;
      /** what becomes of a fraction */
      readonly round: 'down' | 'up' | 'nearest';
    };

/** How many nominees of some kinds, counted together. */
export interface CountView {
  /** kinds that count together */
  readonly of: readonly Kind[];
  /** fewest */
  readonly min?: Bound;
  /** most */
  readonly max?: Bound;
}

/** How many may be nominated by some groups or units. */
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

/** A criterion or an exclusion, as the form asks about it. */
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
  /** exclusions: the years in which an award counts */
  readonly years?: readonly number[];
  readonly cite?: Cite;
}

/** How an item of the dossier is handed in: printed by us, uploaded as a file, or on paper. */
export type ItemWay = 'print' | 'upload' | 'paper';

/** One item of the dossier, per slate or per nominee. */
export interface ItemView {
  readonly element: string;
  readonly id: string;
  readonly label: string;
  /** one for the whole submission, or one for every nominee */
  readonly per: 'slate' | 'nominee';
  /** ways of answering it; `print` and `upload` together: either */
  readonly as: readonly ItemWay[];
  /** the committee files it itself */
  readonly by?: 'committee';
  /** due, or sent only if there is one */
  readonly duty: 'must' | 'if-any';
  /** our document that answers it, such as `to-trinh` */
  readonly document?: string;
  /** id of the template of a document about one nominee, such as `mau-07` */
  readonly template?: string;
  /** how many on paper */
  readonly copies?: number;
  /** bound as a book */
  readonly bound?: boolean;
  /** format in which a soft copy is asked for as well, such as `docx` */
  readonly soft?: string;
  /** guides the form, is not judged */
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

/** A section of an outline, or a heading above sections. */
export interface SectionView {
  readonly element: string;
  readonly id: string;
  /** as printed, such as "II" or "1"; empty where the directive prints none */
  readonly number: string;
  readonly title: string;
  /** what the directive says should stand there */
  readonly guidance?: string;
  /** may be left out */
  readonly optional: boolean;
  /** due only while true; JsonLogic over `{ submission }` */
  readonly when?: Logic;
  readonly cite?: Cite;
  /** a heading above others holds no text itself */
  readonly sections: readonly SectionView[];
}

/** What a report asks, beyond what every form asks. */
export interface ReportView {
  /** answered by choosing */
  readonly questions: readonly {
    element: string;
    id: string;
    label: string;
    options: readonly { value: string; label: Text }[];
    when?: Logic;
    optional: boolean;
    cite?: Cite;
  }[];
  /** headings and sections */
  readonly outline: readonly SectionView[];
  /** statistics */
  readonly tables: readonly TableView[];
}

/** A statistical table of a report. */
export interface TableView {
  readonly element: string;
  readonly id: string;
  /** printed above the table: the part of the annex that begins with it */
  readonly heading?: string;
  readonly number: string;
  readonly title: string;
  /** printed below */
  readonly note?: string;
  readonly groups?: readonly string[];
  /** heading of the column of row labels */
  readonly rowHeader: string;
  /** from the top */
  readonly rows: readonly {
    id: string;
    label: string;
    /** has to be complete; any other row may be blank */
    required: boolean;
  }[];
  /** printed below the rows; its values are computed, never sent */
  readonly totalRow?: { readonly label: string };
  /** from the left */
  readonly columns: readonly ColumnView[];
  /** what is judged of the cells, in words */
  readonly checks: readonly {
    id: string;
    /** id of the column whose cell is found wrong */
    at: string;
    severity: Severity;
    label: string;
  }[];
  readonly cite?: Cite;
}

/** A column of a table, or a heading above columns. */
export interface ColumnView {
  readonly id: string;
  /** words that follow an answer: `{ by: question id, "<answer>": …, else: … }` */
  readonly label:
    | string
    | {
        /** id of the question */
        readonly by: string;
        /** for any other answer, or none */
        readonly else: string;
        readonly [answer: string]: string;
      };
  /** below a heading; a leaf has none */
  readonly columns?: readonly ColumnView[];
  /** leaves only */
  readonly type?: 'count' | 'tick' | 'percent' | 'text';
  /** how it totals over the rows */
  readonly down?: 'sum' | 'none' | 'count';
  /** how it adds up over units */
  readonly across?: 'sum' | 'none' | 'count';
  /** a percentage: the columns of part and whole */
  readonly of?: readonly [string, string];
  /** computed: the columns it adds up, never sent */
  readonly sumOf?: readonly string[];
  readonly groups?: readonly string[];
}

/** What a plan asks, beyond what every form asks. */
export interface PlanView {
  /** what is asked of whoever plans */
  readonly person?: { readonly fields: readonly FieldView[] };
  /** highest first */
  readonly posts: readonly {
    id: string;
    label: string;
    /** its holder makes the commitments of a leader */
    commits: boolean;
    cite?: Cite;
  }[];
  /** headings and sections */
  readonly outline: readonly SectionView[];
  /** what is promised, in groups */
  readonly commitments?: {
    readonly groups: readonly { id: string; label: string }[];
    /** how many commitments are asked for */
    readonly counts: readonly {
      id: string;
      /** only of whoever holds such a post as the highest one */
      ifPost?: 'commits' | 'not-commits';
      min?: number;
      max?: number;
    }[];
  };
  /** what came of the whole plan is written into a later revision; never due */
  readonly result?: {
    /** when and for whom it is written */
    readonly guidance?: string;
    readonly cite?: Cite;
  };
  /** before whom the plan is adopted, or presented to be commented on; place and day are asked */
  readonly adoption?: {
    readonly by: string;
    /** presented: laid before them to be commented on, which is no decision of theirs */
    readonly act: 'adopted' | 'presented';
    readonly cite?: Cite;
  };
}

/** Units of which the directive asks the same. */
export interface UnitGroup {
  readonly id: string;
  readonly label: string;
  /** style sheet of documents printed by its units, where it is not that of the rulebook */
  readonly layout?: string;
  /** how many units there are */
  readonly size?: number;
  /** ground of `size` where the directive does not say it */
  readonly assumed?: string;
}

/** A unit that the directive names. */
export interface NamedUnit {
  readonly id: string;
  readonly label: string;
  /** id of its unit group */
  readonly group: string;
  /** style sheet of its documents, where it is not that of its group */
  readonly layout?: string;
}

/** The document that the rulebook was made from, as its letterhead prints it. */
export interface Directive {
  readonly number: string;
  /** calendar date, `YYYY-MM-DD` */
  readonly date: string;
  readonly title: string;
  /** who issued it */
  readonly committee: {
    /** as printed in the letterhead */
    readonly name: string;
    /** the body above it, printed over its name */
    readonly superior?: string;
    /** where its documents are dated */
    readonly place?: string;
  };
  /** documents it refers to, as printed */
  readonly basis?: readonly string[];
}

/** Outline of a document about one nominee. */
export interface Template {
  readonly id: string;
  readonly label: string;
  /** its outline by kind of nominee */
  readonly sections: Readonly<Partial<Record<Kind, readonly TemplateSection[]>>>;
}

/** A section of a text that is written about each nominee. */
export interface TemplateSection {
  readonly id: string;
  readonly number?: string;
  readonly title: string;
  /** what the directive says should stand there */
  readonly guidance?: string;
  /** may be left out */
  readonly optional?: boolean;
  /** sections below; a heading above others holds no text itself */
  readonly sections?: readonly TemplateSection[];
}

/** What the committee picks from the nominations of a form, or from an earlier selection. */
export interface Selection {
  readonly element: string;
  readonly id: string;
  readonly label: string;
  /** the distinction it ends in */
  readonly award?: { readonly id: string; readonly label: string };
  /** id of the form or selection picked from */
  readonly from: string;
  /** how many are picked */
  readonly counts: readonly (CountView & {
    /** the quotas and reserved places must add up to it */
    readonly allocated?: boolean;
  })[];
  /** places nobody of the source takes */
  readonly reserved: readonly { id: string; of: readonly Kind[]; count: number; by?: string }[];
  /** where the picked are sent on to */
  readonly to?: string;
  /** what is done for those picked, as papers say it; `{nominees}` stands where they are named. Left out: the label */
  readonly matter?: string;
  /** the letter that goes with it; left out: `to-trinh` */
  readonly sentAs?: 'to-trinh' | 'cong-van';
  readonly cite?: Cite;
}

/** A date of the directive on which no form is due. */
export interface Milestone {
  readonly element: string;
  readonly id: string;
  readonly label: string;
  /** whose it is; left out: everybody’s */
  readonly by?: {
    readonly groups?: readonly string[];
    readonly units?: readonly string[];
    /** the committee's own */
    readonly committee?: boolean;
  };
  /** when */
  readonly windows: readonly RulebookWindow[];
  /** the directive itself calls the date provisional */
  readonly provisional?: boolean;
  /** the selection that is made by then */
  readonly selection?: string;
  readonly cite?: Cite;
}

/** A later document that changed the directive; its changes are already part of the rulebook. */
export interface Amendment {
  readonly number: string;
  /** calendar date, `YYYY-MM-DD` */
  readonly date: string;
  readonly cite?: Cite;
  /** in order */
  readonly changes: readonly {
    element: string;
    /** the element holds no longer */
    withdrawn?: true;
    /** the element before, as the pack words it */
    was?: unknown;
    /** what was changed of it */
    to?: unknown;
  }[];
}

/** What a rule pack compiles to: plain JSON that can be stored, sent and judged by in any language. */
export interface Rulebook {
  /** version of this format */
  readonly rulebook: '1';
  readonly id: string;
  /** three numbers, as in `1.0.0`; a submission names it as `<id>@<version>` */
  readonly version: string;
  /** such as `+07:00`; Vietnam keeps no daylight saving time */
  readonly utcOffset: string;
  /** the document it was made from */
  readonly directive: Directive;
  /** name of the style sheet of printed documents, such as `hd36-2018` */
  readonly layout: string;
  /** groups of units, each unit in one */
  readonly unitGroups: readonly UnitGroup[];
  readonly units: readonly NamedUnit[];
  /** distinctions that the directive names */
  readonly awards: readonly { id: string; label: string }[];
  /** outlines of documents about one nominee */
  readonly templates: readonly Template[];
  /** what units send; a form withdrawn by an amendment is left out */
  readonly forms: readonly RulebookForm[];
  /** what the committee picks from nominations; no submission is judged by it */
  readonly selections: readonly Selection[];
  /** dates that no form answers; nothing is judged by them */
  readonly milestones: readonly Milestone[];
  /** later documents that changed the directive, already applied to all the rest */
  readonly amendments: readonly Amendment[];
}
