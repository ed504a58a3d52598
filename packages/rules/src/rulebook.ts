/**
 * The compiled rulebook: plain JSON that every backend can judge with, without our code. `schema`, `rules` and `duty`
 * are for every backend; `view` and the rest are for our forms and exporters.
 */
import type { Kind, UsualKind } from './submission.js';
import type { Text } from './text.js';

/** JsonLogic within the portable profile (docs/rulebook.md). */
export type Logic = string | number | boolean | null | { readonly [operator: string]: Logic | readonly Logic[] };

/** `error` makes a submission invalid; `warning` and `advice` do not. */
export type Severity = 'error' | 'warning' | 'advice';

/** Where a rule comes from: the document's number and the clause as printed. */
export interface Cite {
  /** number of the document */
  readonly document: string;
  /** as printed */
  readonly clause: string;
}

/** The type a value must have for a rule to be evaluated. */
export type NeededType = 'string' | 'integer' | 'boolean' | 'list' | 'object';

/** One rule, as every backend judges it: a condition in JsonLogic, and the message shown when it is broken. */
export interface Rule {
  /** kind of finding, possibly shared by several rules, such as `required/name` */
  readonly id: string;
  /** address of the pack element it was compiled from, such as `de-nghi/quotas/ba-ca-nhan` */
  readonly element: string;
  readonly severity: Severity;
  /** JSON Pointer to a list in the submission, with `*` for each item if it stands in one; judged once per item */
  readonly each?: string;
  /** members of the object that `each` names; the rule is judged once for each of them, missing ones as null */
  readonly keys?: readonly string[];
  /** `var` path → type; the rule is skipped if a value is missing, null or of another type */
  readonly needs: Readonly<Record<string, NeededType>>;
  /** the rule is broken unless this is exactly `true` */
  readonly assert?: Logic;
  /** how often combined values may occur among the items of `each` */
  readonly repeats?: Repeats;
  /** JSON Pointer, relative to the item if `each` is set, otherwise to the submission */
  readonly path: string;
  /** message shown when the rule is broken, with `{name}` placeholders */
  readonly message: { readonly vi: string; readonly en: string };
  /** values for the placeholders of the message: text or whole numbers */
  readonly params?: Readonly<Record<string, Logic>>;
  readonly cite?: Cite;
}

/** The items beyond the first `atMost` with the same values are broken. */
export interface Repeats {
  /** `var` paths */
  readonly of: readonly string[];
  /** how many items may have the same values */
  readonly atMost: number;
  /** only items for which this is exactly `true` are counted */
  readonly where?: Logic;
}

/**
 * A value computed before the rules: `derived.<as>` or, with `each`, `mark.<as>` of every item. Null where `needs` are
 * not met. Exactly one of `days`, `months`, `share` and `logic`.
 */
export interface Derive {
  /** name, different for every value of the form */
  readonly as: string;
  /** as in a rule */
  readonly each?: string;
  /** as in a rule */
  readonly keys?: readonly string[];
  /** as in a rule */
  readonly needs?: Readonly<Record<string, NeededType>>;
  /** `var` path of a calendar day: its days since 1970-01-01 */
  readonly days?: string;
  /** `var` path of a calendar day: (12 × year + month − 1) × 32 + day, which orders days and adds months as 32 */
  readonly months?: string;
  /** a share of a whole number, as a whole number */
  readonly share?: Share;
  /** the result of an expression */
  readonly logic?: Logic;
}

/** `part[0] / part[1]` of a number, rounded. */
export interface Share {
  /** gives a whole number */
  readonly of: Logic;
  /** numerator and denominator */
  readonly part: readonly [number, number];
  /** `nearest`: half upwards */
  readonly round: 'down' | 'up' | 'nearest';
}

/** JSON Schema, draft-07, within the flat portable profile. */
export interface Schema {
  /** draft of JSON Schema; only at the top level */
  readonly $schema?: string;
  /** one type or several; including `null` means null is treated as missing */
  readonly type: string | readonly string[];
  /** for an object: allowed members by name */
  readonly properties?: Readonly<Record<string, Schema>>;
  /** for an object: no other members are allowed */
  readonly additionalProperties?: false;
  /** for a list: the schema of each item */
  readonly items?: Schema;
  /** allowed values */
  readonly enum?: readonly (string | null)[];
  /** minimum, inclusive */
  readonly minimum?: number;
  /** maximum, inclusive */
  readonly maximum?: number;
  /** must be a whole number; 2022.0 counts as one */
  readonly multipleOf?: 1;
  /** minimum length of a text, in code points */
  readonly minLength?: number;
  /** maximum length of a text, in code points */
  readonly maxLength?: number;
  /** maximum number of items in a list */
  readonly maxItems?: number;
  /** regular expression searched for in the text; anchored only where it says so */
  readonly pattern?: string;
}

/** One half-open interval. Instants are whole minutes since 1970-01-01T00:00Z. */
export interface RulebookWindow {
  readonly element: string;
  readonly id: string;
  readonly label?: Text;
  /** id of the report period it belongs to */
  readonly period?: string;
  readonly groups?: readonly string[];
  readonly units?: readonly string[];
  /** id of the only receiver that it is for */
  readonly receiver?: string;
  /** first instant; if absent, open from the start */
  readonly from?: number;
  /** first instant that is too late; if absent together with `from`, unannounced */
  readonly until?: number;
  /** counted from a day that is only known when a form is received; `until` is then absent */
  readonly after?: WindowAfter;
  /** first instant that is too late even for an accepted late answer */
  readonly lateUntil?: number;
  /** result before `from`: a warning, or an error */
  readonly early: 'warn' | 'refuse';
  /** result from `until` on: a warning, or an error */
  readonly late: 'accept' | 'refuse';
  /** the directive leaves the date open */
  readonly unannounced?: true;
  /** the directive itself calls the date provisional */
  readonly provisional?: true;
  /** the deadline as the pack writes it: `{ before: "2023-03-31" }`, `{ from, through }`, … */
  readonly said?: WindowWords;
  readonly cite?: Cite;
  /** the window before an amendment changed it, and the amending document */
  readonly amended?: {
    /** its previous wording */
    readonly was?: WindowWords;
    readonly by: Cite;
  };
}

/** Days or months after an event, whose day is not counted; the last of them counts. */
export interface WindowAfter {
  /** id of what the host knows */
  readonly given?: string;
  /** id of the fact that a unit states */
  readonly fact?: string;
  /** how many days */
  readonly days?: number;
  /** how many months */
  readonly months?: number;
}

/** A deadline as the pack writes it; each member is one way of expressing it. */
export interface WindowWords {
  /** up to this day or moment, exclusive */
  readonly before?: string;
  /** up to this day or minute, inclusive */
  readonly noLaterThan?: string;
  /** from this day on */
  readonly from?: string;
  /** up to this day, inclusive */
  readonly through?: string;
  /** any time within a year, month or quarter */
  readonly within?: string;
  /** on that day */
  readonly on?: string;
  /** so many days after another day, which is not counted */
  readonly days?: number;
  /** so many months after it */
  readonly months?: number;
  /** that other day, or the name of the event */
  readonly after?: string;
}

/** One form of a rulebook: its shape, its rules and what it shows. `type` says which kind of answer it asks for. */
export type RulebookForm = RulebookNomination | RulebookReport | RulebookPlan;

/** Members shared by forms of every type. */
export interface AnyForm {
  readonly id: string;
  readonly label: Text;
  /** when it is due, for calendars and countdowns; deadlines are judged by the rules called `window` */
  readonly windows: readonly RulebookWindow[];
  /** schema of a submission */
  readonly schema: Schema;
  /** values that rules read besides the submission's own, in order: each may read those before it */
  readonly derive?: readonly Derive[];
  /** rules beyond the schema */
  readonly rules: readonly Rule[];
}

/** A form that nominates. */
export interface RulebookNomination extends AnyForm {
  /** discriminates forms by type */
  readonly type: 'nomination';
  /** what our forms show and our exporters print; not needed for judging */
  readonly view: FormView & {
    /** calendar dates, both inclusive; shown and printed, not judged */
    readonly achievements?: {
      /** first day, `YYYY-MM-DD` */
      readonly from?: string;
      /** last day, `YYYY-MM-DD` */
      readonly through?: string;
      readonly label?: string;
    };
    /** what it asks in addition to what every form asks */
    readonly nomination: NominationView;
  };
}

/** A form that reports what was done. */
export interface RulebookReport extends AnyForm {
  /** discriminates forms by type */
  readonly type: 'report';
  /** what our forms show and our exporters print; not needed for judging */
  readonly view: FormView & {
    /** introduction */
    readonly preamble?: string;
    /** what it asks in addition to what every form asks */
    readonly report: ReportView;
  };
}

/** A form that plans what will be done. */
export interface RulebookPlan extends AnyForm {
  /** discriminates forms by type */
  readonly type: 'plan';
  /** the first rule whose `assert` is true makes the plan mandatory; if none is, the plan is encouraged */
  readonly duty: readonly DutyRule[];
  /** what our forms show and our exporters print; not needed for judging */
  readonly view: FormView & {
    /** what it asks in addition to what every form asks */
    readonly plan: PlanView;
  };
}

/** A rule that determines who must make a plan. */
export interface DutyRule {
  readonly element: string;
  /** who it applies to, in the directive's words */
  readonly label?: string;
  /** as in a rule */
  readonly needs: Readonly<Record<string, NeededType>>;
  /** the plan is mandatory if this is exactly `true` */
  readonly assert: Logic;
  readonly cite?: Cite;
}

/** The pack's form with references resolved and conditions compiled: what is shown and printed for all form types. */
export interface FormView {
  readonly cite?: Cite;
  /** heading of the printed document */
  readonly title?: string;
  /** the distinction that nominees are put forward for */
  readonly award?: { readonly id: string; readonly label: string };
  /** who answers; if absent, every group must */
  readonly answeredBy?: 'committee' | readonly { groups: readonly string[]; duty: 'must' | 'may' | 'exempt' }[];
  /** where it is sent */
  readonly receivedBy: readonly ReceiverView[];
  /** the consequence that the directive attaches to not answering */
  readonly ifSilent?: { readonly label: string; readonly cite?: Cite };
  /** of a report; empty if it is due only once */
  readonly periods: readonly { id: string; label: string; cite?: Cite }[];
  /** labels of a submission's members, for schema findings; by JSON Pointer, with `*` for any item of a list */
  readonly labels: Readonly<Record<string, Text>>;
  /** asked once per unit, at `/facts/<field>` */
  readonly facts?: readonly FieldView[];
  /** what the host knows and hands to the judge, by id */
  readonly given?: readonly GivenView[];
  /** papers sent with it */
  readonly dossier: {
    /** number of paper copies */
    readonly copies?: number;
    readonly cite?: Cite;
    /** in the directive's order */
    readonly items: readonly ItemView[];
  };
}

/** What the host knows and hands to the judge. */
export interface GivenView {
  readonly id: string;
  /** as a day, a whole number, or yes or no */
  readonly type: 'date' | 'count' | 'yes-no';
  readonly label: string;
}

/** An office that the form is sent to. */
export interface ReceiverView {
  /** where windows name it */
  readonly id?: string;
  readonly label: string;
  readonly groups?: readonly string[];
  readonly units?: readonly string[];
  /** number of paper copies */
  readonly copies?: number;
  /** sent to this office only while true; JsonLogic over `{ submission }` */
  readonly when?: Logic;
}

/** What a nomination asks in addition to what every form asks. */
export interface NominationView {
  /** in the pack's order; kinds that are not listed cannot be nominated */
  readonly kinds: readonly {
    kind: Kind;
    /** for a kind that the pack defines: the usual kind that it is laid out, sorted and signed like */
    like?: UsualKind;
    label: Text;
    fields: readonly FieldView[];
  }[];
  /** how many may be nominated, by whom */
  readonly quotas: readonly QuotaView[];
  /** per nominee: criteria the unit attests (true) and exclusions it denies (false); checked ones are only rules */
  readonly criteria: readonly CriterionView[];
  /** what no nominee may be or have; the unit denies each */
  readonly exclusions: readonly CriterionView[];
  /** maximum number of nominees in a submission, as in the schema's `maxItems` */
  readonly maxNominees: number;
  /** whether any document prints the meeting; if so, its parts are asked for */
  readonly meeting: boolean;
}

/** How a field is answered. */
export type FieldType =
  | 'text'
  | 'long-text'
  | 'phone'
  | 'email'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'rating'
  | 'count'
  | 'decimal'
  | 'percent'
  | 'year'
  | 'date'
  | 'list';

/** A form that a text may have to have; what it is stands in the schema's `pattern`. */
export type Mask = 'document-symbol' | 'citizen-id' | 'tax-code' | 'school-year' | 'month-of-year' | 'code' | 'digits';

/** What an answer may be, besides its type. */
export interface Limits {
  /** for choice, choices and rating: the options, lowest rating first */
  readonly options?: readonly { value: string; label: Text }[];
  /** in characters, as in the schema's `minLength` */
  readonly minLength?: number;
  /** in characters, as in the schema's `maxLength` */
  readonly maxLength?: number;
  /** form of a text, as in the schema's `pattern` */
  readonly mask?: Mask;
  /** digits after the comma of a decimal, which is stored as a whole number: with 1, 7,5 is 75 */
  readonly decimals?: 1 | 2 | 3;
  /** least and most, as people write them, or days; of a list, how many items. A rule judges it */
  readonly range?: Range;
  /** of a list: what is asked of each item, in order */
  readonly fields?: readonly FieldView[];
  /** of a list: fields that tell its items apart; a rule judges it */
  readonly distinct?: readonly string[];
}

/** Both ends count. */
export interface Range {
  /** minimum, as people write it: 7.5 for 7,5; 97.5 for 97,5 % */
  readonly atLeast?: number;
  /** maximum */
  readonly atMost?: number;
  /** first day, `YYYY-MM-DD` */
  readonly from?: string;
  /** last day */
  readonly through?: string;
}

/** A question about a nominee or a person. */
export interface FieldView extends Limits {
  readonly element: string;
  /** name of the member of a nominee or person */
  readonly field: string;
  /** type of input */
  readonly type: FieldType;
  readonly label: Text;
  /** shown below the field */
  readonly hint?: Text;
  /** may be left out */
  readonly optional: boolean;
  /** asked only while true; JsonLogic over `{ submission, item }` */
  readonly when?: Logic;
  /** the year that a rating is for */
  readonly year?: number;
  /** guidance for the form; not judged */
  readonly limit?: { readonly pages?: number; readonly characters?: number };
  readonly cite?: Cite;
}

/** A bound: a number, a share of one of the unit's numbers, or a number computed from what is stated. */
export type Bound =
  | number
  | {
      /** numerator and denominator */
      readonly part: readonly [number, number];
      /** the share in percent, if the pack gives it so */
      readonly percent?: number;
      /** base of the percentage: `members`, the unit's number of members, or the id of a fact of the form */
      readonly of: string;
      /** label of the fact */
      readonly label?: string;
      /** how fractions are rounded */
      readonly round: 'down' | 'up' | 'nearest';
    }
  | {
      /** `var` path of a derived number: what the bound comes to, null while that is unknown */
      readonly amount: string;
      /** what it is computed from, in words */
      readonly label: Text;
    };

/** How many nominees of the given kinds, counted together. */
export interface CountView {
  /** kinds that are counted together */
  readonly of: readonly Kind[];
  /** minimum */
  readonly min?: Bound;
  /** maximum */
  readonly max?: Bound;
}

/** Counts that hold together. */
export interface AlternativeView {
  /** open only while true; JsonLogic over what rules are judged over */
  readonly when?: Logic;
  /** that case, in the directive's words */
  readonly label?: string;
  /** all of them must hold */
  readonly counts: readonly CountView[];
}

/** How many nominees the given groups or units may put forward. */
export interface QuotaView {
  readonly element: string;
  readonly id: string;
  /** if absent: every group without its own quota */
  readonly groups?: readonly string[];
  readonly units?: readonly string[];
  /** alternatives; within one, all counts must hold, and its condition */
  readonly anyOf: readonly AlternativeView[];
  /** the quota in words, generated from its counts */
  readonly label: { readonly vi: string; readonly en: string };
  readonly cite?: Cite;
}

/** A criterion or an exclusion, as the form asks about it. */
export interface CriterionView {
  readonly element: string;
  readonly id: string;
  readonly label: string;
  /** declared for each nominee: true for criteria, false for exclusions */
  readonly attest: boolean;
  /** asked only while true; JsonLogic over `{ submission, item }`; includes the restriction to kinds */
  readonly when?: Logic;
  readonly severity: Severity;
  /** for exclusions: ids of the awards that rule a nominee out */
  readonly awards?: readonly string[];
  /** for exclusions: the years in which an award counts */
  readonly years?: readonly number[];
  readonly cite?: Cite;
}

/** How an item of the dossier is provided: printed by us, uploaded as a file, or on paper. */
export type ItemWay = 'print' | 'upload' | 'paper';

/** One item of the dossier, per slate or per nominee. */
export interface ItemView {
  readonly element: string;
  readonly id: string;
  readonly label: string;
  /** once for the whole submission, or once per nominee */
  readonly per: 'slate' | 'nominee';
  /** accepted ways of providing it; `print` and `upload` together mean either */
  readonly as: readonly ItemWay[];
  /** the committee adds it itself */
  readonly by?: 'committee';
  /** required, or sent only if it exists */
  readonly duty: 'must' | 'if-any';
  /** our document that provides it, such as `to-trinh` */
  readonly document?: string;
  /** id of the template of a document about one nominee, such as `mau-07` */
  readonly template?: string;
  /** number of paper copies */
  readonly copies?: number;
  /** bound as a book */
  readonly bound?: boolean;
  /** format of the soft copy that is also required, such as `docx` */
  readonly soft?: string;
  /** guidance for the form; not judged */
  readonly limit?: { readonly pages?: number; readonly characters?: number };
  /** asked only while true; JsonLogic over `{ submission, item }` */
  readonly when?: Logic;
  /** who endorses it; declared under the item's own id */
  readonly endorsedBy?: { readonly label: string; readonly when?: Logic; readonly cite?: Cite };
  /** files with their own ids */
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
  /** as printed, such as "II" or "1"; empty if the directive prints no number */
  readonly number: string;
  readonly title: string;
  /** what the section should contain, according to the directive */
  readonly guidance?: string;
  /** may be left out */
  readonly optional: boolean;
  /** due only while true; JsonLogic over `{ submission }` */
  readonly when?: Logic;
  readonly cite?: Cite;
  /** subsections; a heading that has them holds no text itself */
  readonly sections: readonly SectionView[];
}

/** What a report asks in addition to what every form asks. */
export interface ReportView {
  /** multiple-choice questions */
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
  /** statistical tables */
  readonly tables: readonly TableView[];
}

/** A statistical table of a report. */
export interface TableView {
  readonly element: string;
  readonly id: string;
  /** printed above the table, at the start of the part of the annex that the table opens */
  readonly heading?: string;
  readonly number: string;
  readonly title: string;
  /** printed below */
  readonly note?: string;
  readonly groups?: readonly string[];
  /** unit of measure of the whole table, printed above it */
  readonly measure?: string;
  /** heading of the column of printed row numbers; absent if they are not printed */
  readonly numbered?: string;
  /** heading of the column of row labels */
  readonly rowHeader: string;
  /** from the top; a group stands above its rows; none if they are `open` */
  readonly rows: readonly RowView[];
  /** units add the rows themselves, at most so many: the table is a list of objects in the submission */
  readonly open?: {
    /** fewest rows */
    readonly atLeast?: number;
    /** most rows, as in the schema's `maxItems` */
    readonly atMost: number;
  };
  /** printed below the rows; its values are computed, never sent */
  readonly totalRow?: { readonly label: string };
  /** from the left */
  readonly columns: readonly ColumnView[];
  /** a row below the head is printed with the columns' numbers: letters for what precedes the cells, then `number` */
  readonly columnNumbers?: true;
  /** checks on the cells, in words */
  readonly checks: readonly {
    id: string;
    /** id of the column whose cell the finding points to */
    at: string;
    severity: Severity;
    label: string;
  }[];
  readonly cite?: Cite;
}

/** A row of a table, or a group of the rows below it. */
export interface RowView {
  readonly id: string;
  readonly label: string;
  /** must be complete; other rows may be blank */
  readonly required: boolean;
  /** as printed, such as "I", "1" or "a" */
  readonly number?: string;
  /** unit of measure, printed in a column of its own */
  readonly measure?: string;
  /** groups above it; absent at the top level */
  readonly level?: number;
  /** id of the nearest group above it that has numbers of its own */
  readonly within?: string;
  /** for a group: its cells are computed from its rows (`sum`), or there are none (`heading`); otherwise it is typed */
  readonly cells?: 'sum' | 'heading';
}

/** How a column is computed from others of the row, and in totals from their totals. Never sent. */
export type ComputedView =
  | {
      /** columns that are added up */
      readonly sum: readonly string[];
    }
  | {
      /** the first column less the second */
      readonly minus: readonly [string, string];
    }
  | {
      /** the first column as a percentage of the second, in hundredths */
      readonly percent: readonly [string, string];
    };

/** A column of a table, or a heading above columns. */
export interface ColumnView {
  readonly id: string;
  /** a label that depends on an answer: `{ by: question id, "<answer>": …, else: … }` */
  readonly label:
    | string
    | {
        /** id of the question */
        readonly by: string;
        /** for any other answer, or no answer */
        readonly else: string;
        readonly [answer: string]: string;
      };
  /** columns below a heading; absent for leaves */
  readonly columns?: readonly ColumnView[];
  /** leaves only */
  readonly type?: 'count' | 'yes-no' | 'percent' | 'text' | 'date' | 'choice';
  /** of open rows: may be left blank */
  readonly optional?: true;
  /** for a choice */
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
  /** how it is totalled over the rows */
  readonly down?: 'sum' | 'none' | 'count';
  /** how it is totalled over units */
  readonly across?: 'sum' | 'none' | 'count';
  /** for a percentage that is typed: the columns of the part and the whole */
  readonly of?: readonly [string, string];
  /** worked out of other columns, never sent */
  readonly computed?: ComputedView;
  /** printed in the row of column numbers, such as "3" or "3=1+2" */
  readonly number?: string;
  readonly groups?: readonly string[];
}

/** What a plan asks in addition to what every form asks. */
export interface PlanView {
  /** what is asked about the person who makes the plan */
  readonly person?: { readonly fields: readonly FieldView[] };
  /** highest first */
  readonly posts: readonly {
    id: string;
    label: string;
    /** the holder makes a leader's commitments */
    commits: boolean;
    cite?: Cite;
  }[];
  /** headings and sections */
  readonly outline: readonly SectionView[];
  /** commitments, in groups */
  readonly commitments?: {
    readonly groups: readonly { id: string; label: string }[];
    /** number of commitments required */
    readonly counts: readonly {
      id: string;
      /** only for people whose highest post matches */
      ifPost?: 'commits' | 'not-commits';
      min?: number;
      max?: number;
    }[];
  };
  /** outcome of the whole plan, written in a later revision; never required */
  readonly result?: {
    /** when it is written, and for whom */
    readonly guidance?: string;
    readonly cite?: Cite;
  };
  /** the body that adopts the plan or comments on it; place and day are asked for */
  readonly adoption?: {
    readonly by: string;
    /** `presented`: laid before the body for comment, without a decision */
    readonly act: 'adopted' | 'presented';
    readonly cite?: Cite;
  };
}

/** Units of which the directive asks the same. */
export interface UnitGroup {
  readonly id: string;
  readonly label: string;
  /** style sheet of documents printed by its units, if different from the rulebook's */
  readonly layout?: string;
  /** number of units */
  readonly size?: number;
  /** basis of `size` if the directive does not state it */
  readonly assumed?: string;
}

/** A unit that the directive names. */
export interface NamedUnit {
  readonly id: string;
  readonly label: string;
  /** id of its unit group */
  readonly group: string;
  /** style sheet of its documents, if different from its group's */
  readonly layout?: string;
}

/** The document that the rulebook is based on, as its letterhead prints it. */
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
    /** place printed before the date of its documents */
    readonly place?: string;
  };
  /** documents it refers to, as printed */
  readonly basis?: readonly string[];
}

/** Outline of a document about one nominee. */
export interface Template {
  readonly id: string;
  readonly label: string;
  /** the outline by kind of nominee */
  readonly sections: Readonly<Partial<Record<Kind, readonly TemplateSection[]>>>;
}

/** A section of a document about one nominee. */
export interface TemplateSection {
  readonly id: string;
  readonly number?: string;
  readonly title: string;
  /** what the section should contain, according to the directive */
  readonly guidance?: string;
  /** may be left out */
  readonly optional?: boolean;
  /** subsections; a heading that has them holds no text itself */
  readonly sections?: readonly TemplateSection[];
}

/** What the committee selects from the nominations of a form, or from an earlier selection. */
export interface Selection {
  readonly element: string;
  readonly id: string;
  readonly label: string;
  /** the distinction awarded to those selected */
  readonly award?: { readonly id: string; readonly label: string };
  /** id of the form or selection it selects from */
  readonly from: string;
  /** how many are selected */
  readonly counts: readonly (CountView & {
    /** whether quotas and reserved places must add up to this count */
    readonly allocated?: boolean;
  })[];
  /** places that cannot be filled from the source */
  readonly reserved: readonly { id: string; of: readonly Kind[]; count: number; by?: string }[];
  /** where those selected are sent on to */
  readonly to?: string;
  /** what is proposed for those selected, as documents word it, with `{nominees}` for names; if absent, the label */
  readonly matter?: string;
  /** type of the accompanying letter; if absent, `to-trinh` */
  readonly sentAs?: 'to-trinh' | 'cong-van';
  readonly cite?: Cite;
}

/** A date of the directive on which no form is due. */
export interface Milestone {
  readonly element: string;
  readonly id: string;
  readonly label: string;
  /** who it applies to; if absent, everyone */
  readonly by?: {
    readonly groups?: readonly string[];
    readonly units?: readonly string[];
    /** whether it applies to the committee itself */
    readonly committee?: boolean;
  };
  /** when */
  readonly windows: readonly RulebookWindow[];
  /** the directive itself calls the date provisional */
  readonly provisional?: boolean;
  /** the selection due by then */
  readonly selection?: string;
  readonly cite?: Cite;
}

/** A later document that changed the directive; its changes are already applied to the rulebook. */
export interface Amendment {
  readonly number: string;
  /** calendar date, `YYYY-MM-DD` */
  readonly date: string;
  readonly cite?: Cite;
  /** in order of application */
  readonly changes: readonly {
    element: string;
    /** the element is new */
    added?: true;
    /** the element no longer applies */
    withdrawn?: true;
    /** the element before the change, as in the pack */
    was?: unknown;
    /** the changed members and their new values; of a new element, the element */
    to?: unknown;
  }[];
}

/** What a rule pack compiles to: plain JSON that can be stored, sent and used for judging in any language. */
export interface Rulebook {
  /** version of this format */
  readonly rulebook: '2';
  readonly id: string;
  /** three numbers, as in `1.0.0`; submissions refer to the rulebook as `<id>@<version>` */
  readonly version: string;
  /** such as `+07:00`; Vietnam has no daylight saving time */
  readonly utcOffset: string;
  /** the document it is based on */
  readonly directive: Directive;
  /** style sheet of printed documents, such as `hd36-2018` */
  readonly layout: string;
  /** groups of units; each unit belongs to one */
  readonly unitGroups: readonly UnitGroup[];
  readonly units: readonly NamedUnit[];
  /** distinctions that the directive names */
  readonly awards: readonly { id: string; label: string }[];
  /** outlines of documents about one nominee */
  readonly templates: readonly Template[];
  /** what units send; a form withdrawn by an amendment is left out */
  readonly forms: readonly RulebookForm[];
  /** what the committee selects from nominations; not used for judging submissions */
  readonly selections: readonly Selection[];
  /** dates on which no form is due; not used for judging */
  readonly milestones: readonly Milestone[];
  /** later documents that changed the directive, already applied to everything else */
  readonly amendments: readonly Amendment[];
}
