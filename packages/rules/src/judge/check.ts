import { offsetMinutes, parseInstant } from '../calendar.js';
import {
  derive,
  forEachPlace,
  needsHold,
  newScope,
  prepareDerive,
  prepareNeeds,
  type Places,
  type PreparedDerive,
  type RuleScope,
} from './derive.js';
import { evaluator, type Evaluator } from './evaluate.js';
import { mustBeForm, mustBeRulebook } from './read-rulebook.js';
import { RulebookError } from './rulebook-error.js';
import type { AuthenticatedUnit, Finding, Verdict } from '../finding.js';
import { pointerToken } from '../values/pointer.js';
import { isObject, plainCopy } from '../values/plain.js';
import { refusal, type UnreadableReason } from '../reading/read-json.js';
import { columnLeaves } from '../columns.js';
import { not, parted } from '../logic.js';
import { fieldTypeOf } from '../field-types/field-types.js';
import { breachInWords } from '../field-types/limits-in-words.js';
import { fieldAt } from './field-at.js';
import type { ColumnView, FieldView, ReportView, Rule, Rulebook, RulebookForm, Schema } from '../rulebook.js';
import { daySchema, NOT_BLANK } from '../shape.js';
import { judging } from './strings/judging.js';
import { fillTemplate, textIn, type Lang, type Text } from '../text.js';
import { endsJudging, validator, type Breach, type Validator } from './validate.js';

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
  const refused = refusal(submission);
  if (refused) return refusedVerdict(refused, lang);
  try {
    return judgeSubmission(rulebook, submission, sent);
  } catch (error) {
    if (error instanceof RulebookError) throw error;
    // Getters and proxies may throw on access; plain data never does.
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

  if (!isObject(submission)) {
    envelope('schema', '', words.envelope.schema);
    return verdict(findings);
  }

  const expected = `${rulebook.id}@${rulebook.version}`;
  const named = own(submission, 'rulebook');
  const match = typeof named === 'string' ? /^([^@]+)@([^@]+)$/.exec(named) : null;
  if (!match || match[1] !== rulebook.id) {
    envelope('rulebook', '/rulebook', words.envelope.rulebook, { expected, received: inWords(named) });
    return verdict(findings);
  }
  const formId = own(submission, 'form');
  const form = rulebook.forms.find(({ id }) => id === formId);
  if (!form) {
    envelope('form', '/form', words.envelope.form, { received: inWords(formId) });
    return verdict(findings);
  }
  if (match[2] !== rulebook.version) {
    envelope('rulebook', '/rulebook', words.envelope.version, { expected, received: inWords(named) }, true);
  }

  const prepared = prepare(form, rulebook);
  const breaches = prepared.validate(submission);
  for (const breach of breaches) findings.push(shapeFinding(breach, form, lang));
  if (breaches.some(({ keyword }) => endsJudging.has(keyword))) return verdict(findings);

  const scope = newScope(submission);
  scope.unit = sent.unit;
  scope.now = sent.minute;
  scope.given = sent.given ?? null;
  scope.receiver = sent.receiver;
  derive(prepared.derive, scope, prepared.offset);
  const run: Judging = { scope, form, lang, findings };
  for (const { places, repeats, clusters } of prepared.groups) {
    if (places.each === undefined) {
      judgeClusters(clusters, run, '');
      continue;
    }
    for (const rule of repeats) judgeRepeats(rule, places, run);
    forEachPlace(places, scope, ({ path }) => judgeClusters(clusters, run, path));
  }
  return verdict(findings);
}

interface Judging {
  readonly scope: RuleScope;
  readonly form: RulebookForm;
  readonly lang: Lang;
  readonly findings: Finding[];
}

interface PreparedRule {
  readonly source: Rule;
  readonly needs: readonly ((scope: RuleScope) => boolean)[];
  /** always true for a rule about repetition */
  readonly assert: Evaluator;
  readonly repeats: PreparedRepeats | null;
  readonly params: readonly (readonly [name: string, read: Evaluator])[];
}

interface PreparedRepeats {
  readonly of: readonly Evaluator[];
  readonly atMost: number;
  readonly where: Evaluator;
}

interface PreparedForm {
  readonly validate: Validator;
  readonly derive: readonly PreparedDerive[];
  /** minutes east of UTC */
  readonly offset: number;
  readonly groups: readonly PreparedGroup[];
}

interface PreparedGroup {
  readonly places: Places;
  readonly repeats: PreparedRule[];
  readonly clusters: readonly Cluster[];
}

/**
 * Rules sharing the same leading *not the condition*; if that is true, all of them pass, so it is evaluated only once.
 */
interface Cluster {
  readonly passes: Evaluator | null;
  readonly rules: PreparedRule[];
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
  const prepared: PreparedForm = {
    validate: validator(form.schema, `${at}/schema`),
    derive: prepareDerive(form.derive ?? [], `${at}/derive`),
    offset: offsetMinutes(utcOffset),
    groups: [...groups.values()].map(prepareGroup),
  };
  preparedForms.set(form, prepared);
  return prepared;
}

function prepareGroup(rules: readonly (readonly [rule: Rule, at: string])[]): PreparedGroup {
  const clusters = new Map<string, Cluster>();
  const repeats: PreparedRule[] = [];
  for (const [rule, at] of rules) {
    const { condition, body } = parted(rule.assert === undefined ? true : rule.assert);
    const prepared: PreparedRule = {
      source: rule,
      needs: prepareNeeds(rule.needs),
      assert: evaluator(body, `${at}/assert${condition === true ? '' : '/or/1'}`),
      repeats: prepareRepeats(rule, at),
      params: Object.entries(rule.params ?? {}).map(
        ([name, logic]) => [name, evaluator(logic, `${at}/params/${pointerToken(name)}`)] as const,
      ),
    };
    if (prepared.repeats) {
      repeats.push(prepared);
      continue;
    }
    const key = JSON.stringify(condition);
    const cluster = clusters.get(key) ?? {
      passes: condition === true ? null : evaluator(not(condition), `${at}/assert/or/0`),
      rules: [],
    };
    cluster.rules.push(prepared);
    clusters.set(key, cluster);
  }
  const [{ each, keys }] = rules[0]!;
  return { places: { each, keys }, repeats, clusters: [...clusters.values()] };
}

function prepareRepeats({ repeats }: Rule, at: string): PreparedRepeats | null {
  if (!repeats) return null;
  const { of, atMost, where = true } = repeats;
  return {
    of: of.map((path) => evaluator({ var: path })),
    atMost,
    where: evaluator(where, `${at}/repeats/where`),
  };
}

/** @param place JSON Pointer of the item; empty for the submission */
function judgeClusters(clusters: readonly Cluster[], run: Judging, place: string): void {
  const { scope, findings } = run;
  for (const { passes, rules } of clusters) {
    if (passes?.(scope) === true) continue;
    for (const rule of rules) {
      if (needsHold(rule.needs, scope) && rule.assert(scope) !== true) {
        findings.push(findingOf(rule, run, place));
      }
    }
  }
}

/** Broken for each item whose values exactly repeat those of as many earlier items as are allowed. */
function judgeRepeats(rule: PreparedRule, places: Places, run: Judging): void {
  const { scope, findings } = run;
  const { of, atMost, where } = rule.repeats!;
  const seen = new Map<string, number>();
  forEachPlace(places, scope, ({ path }) => {
    if (!needsHold(rule.needs, scope) || where(scope) !== true) return;
    const values = of.map((read) => keyOf(read(scope))).join();
    const count = (seen.get(values) ?? 0) + 1;
    seen.set(values, count);
    if (count > atMost) findings.push(findingOf(rule, run, path));
  });
}

/** Equal only for equal values, even when concatenated: a text is prefixed with its length. */
const keyOf = (value: unknown): string =>
  typeof value === 'string' ? `${value.length}:${value}` : JSON.stringify(value);

function findingOf(rule: PreparedRule, { scope, form, lang }: Judging, place: string): Finding {
  const { id, severity, keys, path, message, cite } = rule.source;
  const params: Finding['params'] = {};
  const item = keys && labelAt(form, place);
  if (item !== undefined) params['item'] = textIn(item, lang);
  for (const [name, read] of rule.params) {
    const value = read(scope);
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
function shapeFinding({ path, keyword, schema, property }: Breach, form: RulebookForm, lang: Lang): Finding {
  const words = judging[lang].shape;
  const label = textIn(labelAt(form, path) ?? words.place, lang);
  const field = fieldAt(form, path);
  const ofType = field && breachInWords(field, keyword, lang);
  const isDay = schema.pattern === daySchema.pattern;
  const isShare = schema.type.includes('number') && columnTypeAt(form, path) === 'percent';
  const range = isFileSize(path) ? words.emptyFile : rangeWords(label, schema, { field, isShare, lang });
  const templates: Partial<Record<typeof keyword, string>> = {
    type: words.type(label),
    enum: words.choice(label),
    minLength: words.tooShort(label),
    maxLength: words.tooLong(label),
    maxItems: words.tooMany(label),
    multipleOf: isShare ? words.shareDecimals(label) : words.whole(label),
    minimum: range,
    maximum: range,
    pattern: isDay ? words.date(label) : schema.pattern === NOT_BLANK ? words.blank(label) : words.pattern(label),
    additionalProperties: words.unknown,
  };
  const limit = schema[keyword];
  const params: Finding['params'] = {
    ...(property !== undefined && { property: property.slice(0, 80) }),
    ...(typeof limit === 'number' && { limit }),
    ...(schema.minimum !== undefined && { minimum: schema.minimum }),
    ...(schema.maximum !== undefined && { maximum: schema.maximum }),
  };
  return {
    rule: 'schema',
    severity: 'error',
    path,
    message:
      ofType === undefined ? fillTemplate(templates[keyword] ?? words.type(label), params) : `${label}: ${ofType}.`,
    params,
  };
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
  const view = report?.tables.find(({ id }) => id === table);
  return columnLeaves(view?.columns ?? []).find(({ id }) => id === column)?.type;
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
function inWords(value: unknown): string {
  const text =
    typeof value === 'string' ? value : value === undefined || value === null ? '' : (JSON.stringify(value) ?? '');
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
