import { offsetMinutes, parseInstant } from '../calendar.js';
import {
  derive,
  forEachPlace,
  needsHold,
  newRun,
  newScope,
  placeOf,
  prepareDerive,
  prepareNeeds,
  preparePlaces,
  type PreparedDerive,
  type PreparedPlaces,
  type Run,
} from './derive.js';
import { evaluator, type Evaluator } from './evaluate.js';
import { Frames } from './frames.js';
import { mustBeForm, mustBeRulebook } from './read-rulebook.js';
import { RulebookError } from './rulebook-error.js';
import type { AuthenticatedUnit, Finding, Verdict } from '../finding.js';
import { pointerToken } from '../values/pointer.js';
import { isObject, plainCopy } from '../values/plain.js';
import { refusal, type UnreadableReason } from '../reading/read-json.js';
import { columnOf } from '../columns.js';
import { not, parted } from '../logic.js';
import { fieldTypeOf } from '../field-types/field-types.js';
import { breachInWords } from '../field-types/limits-in-words.js';
import { fieldAt } from './field-at.js';
import type { ColumnView, FieldView, ReportView, Rule, Rulebook, RulebookForm, Schema } from '../rulebook.js';
import { daySchema, NOT_BLANK } from '../shape.js';
import { judging } from './strings/judging.js';
import { fillTemplate, textIn, type Lang, type Text } from '../text.js';
import { endsJudging, mayBeRefused, schemaPlace, walk, type Breach, type SchemaPlace } from './validate.js';

/** Context for judging a submission, besides the rulebook. */
export interface CheckOptions {
  /** ISO 8601 instant with an offset; use the server's clock, never the browser's */
  now: string;
  /** the unit as authenticated by the host; if absent, the submission's unit is not compared */
  unit?: AuthenticatedUnit | null | undefined;
  /** what the host knows and the form declares under `given`, such as the day of an event; what is missing is unknown */
  given?: Readonly<Record<string, string | number | boolean | null>> | null | undefined;
  /** id of the receiver that judges, where a form has several with deadlines of their own; if absent, the earliest */
  receiver?: string | null | undefined;
  /** language of the messages; Vietnamese by default */
  lang?: Lang;
}

/**
 * Judges a submission by a rulebook, in the order shared by all backends: envelope, schema, then rules.
 *
 * @param submission any value; bad input results in findings, never an exception
 * @returns findings with absolute JSON Pointers; `valid` if none is of severity `error`
 * @throws RangeError if `now` is not an ISO 8601 instant with an offset
 * @throws RulebookError naming the place, if the rulebook is malformed; checked once per rulebook and form
 */
export function check(
  rulebook: Rulebook,
  submission: unknown,
  { now, unit = null, given = null, receiver = null, lang = 'vi' }: CheckOptions,
): Verdict {
  const sent = { minute: parseInstant(now), unit, given, receiver, lang };
  mustBeRulebook(rulebook);
  try {
    return judgeSubmission(rulebook, submission, sent);
  } catch (error) {
    if (error instanceof RulebookError) throw error;
    // Getters and proxies may throw on access; plain data never does.
    const refused = refusal(submission);
    if (refused) return refusedVerdict(refused, lang);
    let copy: unknown;
    try {
      copy = plainCopy(submission);
    } catch {
      return refusedVerdict('not-data', lang);
    }
    return judgeSubmission(rulebook, copy, sent);
  }
}

const refusedVerdict = (reason: UnreadableReason, lang: Lang): Verdict => ({
  valid: false,
  findings: [
    { rule: 'schema', severity: 'error', path: '', message: judging[lang].envelope.refused, params: { reason } },
  ],
});

interface Sent {
  /** minutes since 1970 UTC */
  readonly minute: number;
  readonly unit: AuthenticatedUnit | null;
  readonly given: CheckOptions['given'];
  readonly receiver: string | null;
  readonly lang: Lang;
}

function judgeSubmission(rulebook: Rulebook, submission: unknown, sent: Sent): Verdict {
  const { lang } = sent;
  const words = judging[lang];
  const findings: Finding[] = [];
  const envelope = (rule: string, path: string, template: string, params: Finding['params'] = {}, warn = false) =>
    findings.push({
      rule,
      severity: warn ? 'warning' : 'error',
      path,
      message: fillTemplate(template, params),
      params,
    });

  const ended = (): Verdict => {
    const refused = refusal(submission);
    return refused ? refusedVerdict(refused, lang) : verdict(findings);
  };

  if (!isObject(submission)) {
    envelope('schema', '', words.envelope.schema);
    return ended();
  }

  const expected = `${rulebook.id}@${rulebook.version}`;
  const named = own(submission, 'rulebook');
  const match = typeof named === 'string' ? /^([^@]+)@([^@]+)$/.exec(named) : null;
  if (!match || match[1] !== rulebook.id) {
    envelope('rulebook', '/rulebook', words.envelope.rulebook, { expected, received: inWords(named) });
    return ended();
  }
  const formId = own(submission, 'form');
  const form = rulebook.forms.find(({ id }) => id === formId);
  if (!form) {
    envelope('form', '/form', words.envelope.form, { received: inWords(formId) });
    return ended();
  }
  if (match[2] !== rulebook.version) {
    envelope('rulebook', '/rulebook', words.envelope.version, { expected, received: inWords(named) }, true);
  }

  const prepared = prepare(form, rulebook);
  const walked = walk(prepared.schema, submission, prepared.frames.outer);
  const refused = mayBeRefused(walked) ? refusal(submission) : null;
  if (refused) return refusedVerdict(refused, lang);
  const { breaches } = walked;
  for (const breach of breaches) findings.push(shapeFinding(breach, form, lang));
  if (breaches.some(({ keyword }) => endsJudging.has(keyword))) return verdict(findings);

  const scope = newScope(submission);
  scope.unit = sent.unit;
  scope.now = sent.minute;
  scope.given = sent.given ?? null;
  scope.receiver = sent.receiver;
  const run = newRun(scope, walked.frames, prepared.frames.counts);
  const context: Judging = { run, form, lang, findings };
  derive(prepared.derive, run, prepared.frames.areDaysRead ? prepared.offset : null);
  for (const { places, repeats, clusters } of prepared.groups) {
    if (!places) {
      judgeClusters(clusters, context);
      continue;
    }
    for (const rule of repeats) judgeRepeats(rule, places, context);
    forEachPlace(places, run, () => judgeClusters(clusters, context));
  }
  return verdict(findings);
}

interface Judging {
  readonly run: Run;
  readonly form: RulebookForm;
  readonly lang: Lang;
  readonly findings: Finding[];
}

interface PreparedRule {
  readonly source: Rule;
  readonly params: readonly (readonly [name: string, read: Evaluator])[];
}

interface PreparedAssert extends PreparedRule {
  /** true where what the rule needs is missing */
  readonly assert: Evaluator;
}

interface PreparedRepeats extends PreparedRule {
  readonly of: readonly Evaluator[];
  readonly atMost: number;
  /** the items counted, false where what the rule needs is missing */
  readonly where: Evaluator;
}

interface PreparedForm {
  readonly schema: SchemaPlace;
  readonly frames: Frames;
  readonly derive: readonly PreparedDerive[];
  /** minutes east of UTC */
  readonly offset: number;
  readonly groups: readonly PreparedGroup[];
}

interface PreparedGroup {
  /** null for the submission */
  readonly places: PreparedPlaces | null;
  readonly repeats: readonly PreparedRepeats[];
  readonly clusters: readonly Cluster[];
}

/**
 * Rules sharing the same leading *not the condition*; if that is true, all of them pass, so it is evaluated only once.
 */
interface Cluster {
  readonly passes: Evaluator | null;
  readonly rules: PreparedAssert[];
}

const preparedForms = new WeakMap<RulebookForm, PreparedForm>();

/** Compiles a form's schema and rules to closures, once per form. */
function prepare(form: RulebookForm, { forms, utcOffset }: Rulebook): PreparedForm {
  const known = preparedForms.get(form);
  if (known) return known;
  const at = `/forms/${forms.indexOf(form)}`;
  mustBeForm(form, at);
  const groups = new Map<string, [rule: Rule, at: string][]>();
  form.rules.forEach((rule, index) => {
    const places = JSON.stringify([rule.each, rule.keys]);
    const group = groups.get(places) ?? [];
    groups.set(places, group);
    group.push([rule, `${at}/rules/${index}`]);
  });
  const schema = schemaPlace(form.schema, `${at}/schema`);
  const frames = new Frames(schema);
  const prepared: PreparedForm = {
    schema,
    frames,
    derive: prepareDerive(form.derive ?? [], `${at}/derive`, frames),
    offset: offsetMinutes(utcOffset),
    groups: [...groups.values()].map((rules) => prepareGroup(rules, frames)),
  };
  preparedForms.set(form, prepared);
  return prepared;
}

function prepareGroup(rules: readonly (readonly [rule: Rule, at: string])[], frames: Frames): PreparedGroup {
  const [first] = rules[0]!;
  const items = frames.items(first);
  const reads = frames.reads(items);
  const clusters = new Map<string, Cluster>();
  const repeats: PreparedRepeats[] = [];
  for (const [rule, at] of rules) {
    const params = Object.entries(rule.params ?? {}).map(
      ([name, logic]) => [name, evaluator(logic, `${at}/params/${pointerToken(name)}`, reads)] as const,
    );
    const needed = prepareNeeds(rule.needs, reads);
    if (rule.repeats) {
      const { of, atMost, where = true } = rule.repeats;
      const isCounted = evaluator(where, `${at}/repeats/where`, reads);
      repeats.push({
        source: rule,
        params,
        of: of.map((path) => reads.value(path)),
        atMost,
        where: (run) => needsHold(needed, run as Run) && isCounted(run),
      });
      continue;
    }
    const { condition, body } = parted(rule.assert!);
    const holds = evaluator(body, `${at}/assert${condition === true ? '' : '/or/1'}`, reads);
    const key = JSON.stringify(condition);
    const cluster = clusters.get(key) ?? {
      passes: condition === true ? null : evaluator(not(condition), `${at}/assert/or/0`, reads),
      rules: [],
    };
    cluster.rules.push({
      source: rule,
      params,
      assert: needed.length === 0 ? holds : (run) => !needsHold(needed, run as Run) || holds(run),
    });
    clusters.set(key, cluster);
  }
  return { places: preparePlaces(first, items), repeats, clusters: [...clusters.values()] };
}

function judgeClusters(clusters: readonly Cluster[], context: Judging): void {
  const { run, findings } = context;
  for (let at = 0; at < clusters.length; at++) {
    const { passes, rules } = clusters[at]!;
    if (passes !== null && passes(run) === true) continue;
    for (let of = 0; of < rules.length; of++) {
      const rule = rules[of]!;
      if (rule.assert(run) !== true) findings.push(findingOf(rule, context));
    }
  }
}

/** Broken for each item whose values exactly repeat those of as many earlier items as are allowed. */
function judgeRepeats(rule: PreparedRepeats, places: PreparedPlaces, context: Judging): void {
  const { of, atMost, where } = rule;
  const { run, findings } = context;
  /** by path, the value of each item that is counted */
  const values = of.map((): unknown[] => []);
  const counted: number[] = [];
  let item = 0;
  forEachPlace(places, run, () => {
    if (where(run) === true) {
      for (let at = 0; at < of.length; at++) values[at]!.push(keyOf(of[at]!(run)));
      counted.push(item);
    }
    item++;
  });
  const broken = new Set<number>();
  const all = counted.map((_, index) => index);
  beyond(values, all, 0, atMost, (index) => broken.add(counted[index]!));
  if (broken.size === 0) return;
  item = 0;
  forEachPlace(places, run, () => {
    if (broken.has(item++)) findings.push(findingOf(rule, context));
  });
}

/** Reports the rows that repeat earlier ones; a column is only read for rows that agree in those before it. */
function beyond(
  columns: readonly (readonly unknown[])[],
  rows: readonly number[],
  column: number,
  atMost: number,
  report: (row: number) => void,
): void {
  if (rows.length <= atMost) return;
  const values = columns[column];
  if (!values) return rows.slice(atMost).forEach(report);
  const counts = new Map<unknown, number>();
  let most = 0;
  for (const row of rows) {
    const count = (counts.get(values[row]) ?? 0) + 1;
    counts.set(values[row], count);
    if (count > most) most = count;
  }
  if (most <= atMost) return;
  const alike = new Map<unknown, number[]>();
  for (const row of rows) {
    if (counts.get(values[row])! <= atMost) continue;
    const others = alike.get(values[row]);
    if (others) others.push(row);
    else alike.set(values[row], [row]);
  }
  for (const others of alike.values()) beyond(columns, others, column + 1, atMost, report);
}

/** Half of a surrogate pair, which no text begins with, since it would have been refused. */
const NO_TEXT = '\ud801';

/** The same for equal values only. */
const keyOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? NO_TEXT + JSON.stringify(value) : value;

function findingOf(rule: PreparedRule, { run, form, lang }: Judging): Finding {
  const place = placeOf(run);
  const { id, severity, keys, path, message, cite } = rule.source;
  const params: Finding['params'] = {};
  const item = keys && labelAt(form, place);
  if (item !== undefined) params['item'] = textIn(item, lang);
  for (const [name, read] of rule.params) {
    const value = read(run);
    params[name] = typeof value === 'number' ? value : inWords(value);
  }
  return {
    rule: id,
    severity,
    path: `${place}${path}`,
    message: fillTemplate(message[lang], params),
    params,
    ...(cite && { cite }),
  };
}

/** Describes a schema finding by the field's label, never in a validator's words. */
export function shapeFinding(breach: Breach, form: RulebookForm, lang: Lang): Finding {
  const { path, keyword, schema, property } = breach;
  const label = textIn(labelAt(form, path) ?? judging[lang].shape.place, lang);
  const field = fieldAt(form, path);
  const ofType = field && breachInWords(field, keyword, lang);
  const limit = schema[keyword];
  const params: Finding['params'] = {
    ...(property !== undefined && { property: property.slice(0, 80) }),
    ...(typeof limit === 'number' && { limit }),
    ...(schema.minimum !== undefined && { minimum: schema.minimum }),
    ...(schema.maximum !== undefined && { maximum: schema.maximum }),
  };
  const message =
    ofType === undefined ? fillTemplate(shapeWords(breach, label, form, lang), params) : `${label}: ${ofType}.`;
  return { rule: 'schema', severity: 'error', path, message, params };
}

function shapeWords({ path, keyword, schema }: Breach, label: string, form: RulebookForm, lang: Lang): string {
  const words = judging[lang].shape;
  const isShare = () => schema.type.includes('number') && columnTypeAt(form, path) === 'percent';
  switch (keyword) {
    case 'enum':
      return words.choice(label);
    case 'minLength':
      return words.tooShort(label);
    case 'maxLength':
      return words.tooLong(label);
    case 'maxItems':
      return words.tooMany(label);
    case 'multipleOf':
      return isShare() ? words.shareDecimals(label) : words.whole(label);
    case 'minimum':
    case 'maximum':
      if (isFileSize(path)) return words.emptyFile;
      return rangeWords(label, schema, { field: fieldAt(form, path), isShare: isShare(), lang });
    case 'pattern':
      if (schema.pattern === daySchema.pattern) return words.date(label);
      return schema.pattern === NOT_BLANK ? words.blank(label) : words.pattern(label);
    case 'additionalProperties':
      return words.unknown;
    default:
      return words.type(label);
  }
}

/** A file below the minimum size is empty. */
const isFileSize = (path: string): boolean => /\/documents\/[^/]+\/\d+\/size$/.test(path);

/** Limits as people write them; shares are stored in hundredths of a percent and shown in percent. */
function rangeWords(
  label: string,
  schema: Schema,
  { field, isShare, lang }: { field: FieldView | undefined; isShare: boolean; lang: Lang },
): string {
  const { range, shareRange, number } = judging[lang].shape;
  const shown = (limit: number | undefined): string => {
    if (limit === undefined) return '';
    return (field && fieldTypeOf(field.type)?.inWords?.(limit, field, lang)) ?? number(isShare ? limit / 100 : limit);
  };
  return (isShare ? shareRange : range)(label, shown(schema.minimum), shown(schema.maximum));
}

/** The column type of a table cell: `/tables/<table>/<row>/<column>`. */
function columnTypeAt(form: RulebookForm, path: string): ColumnView['type'] {
  const [, member, table, , column] = path.split('/');
  if (form.type !== 'report' || member !== 'tables') return undefined;
  // Judging does not need a view, so a rulebook may lack one.
  const { report }: { report?: ReportView } = form.view;
  const columns = report?.tables.find(({ id }) => id === table)?.columns;
  return columns && columnOf(columns, column)?.type;
}

/** The label of a place in a submission; list positions match `*`. */
export function labelAt(form: RulebookForm, path: string): Text | undefined {
  const { labels } = form.view;
  const general = path.replace(/\/\d+(?=\/|$)/g, '/*');
  if (Object.hasOwn(labels, path)) return labels[path];
  return Object.hasOwn(labels, general) ? labels[general] : undefined;
}

const verdict = (findings: Finding[]): Verdict => ({
  valid: findings.every(({ severity }) => severity !== 'error'),
  findings,
});

const own = (value: object, key: string): unknown =>
  Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;

/** An untrusted value, shortened to fit in a sentence. */
export function inWords(value: unknown): string {
  const text =
    typeof value === 'string' ? value : value === undefined || value === null ? '' : (JSON.stringify(value) ?? '');
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
