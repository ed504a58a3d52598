import { Ajv, type ValidateFunction } from 'ajv';
import type { Rule, Rulebook, RulebookForm } from '../../src/rulebook.js';
import { derivedFor, needsHold, oracle, repeatsOf, scopesOf, type Judging } from './read-by-rules.js';

/** A finding as other backends give it. */
export interface ReferenceFinding {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
}

const ENDS_JUDGING = ['type', 'multipleOf', 'minimum', 'maximum', 'maxItems'];

/**
 * Judges as a backend without our code would: ajv for the shape, json-logic-js for the rules, and the few lines of
 * "Order of judging" in docs/rulebook.md. Slow and plain; written apart from `check`, to be compared with it.
 */
export function referenceJudge(rulebook: Rulebook, submission: unknown, judging: Judging): ReferenceFinding[] {
  const error = (rule: string, path: string): ReferenceFinding => ({ rule, severity: 'error', path });
  if (typeof submission !== 'object' || submission === null || Array.isArray(submission)) return [error('schema', '')];
  const { rulebook: named, form: formId } = submission as Record<string, unknown>;
  const [id, version, ...rest] = typeof named === 'string' ? named.split('@') : [];
  if (id !== rulebook.id || !version || rest.length > 0) return [error('rulebook', '/rulebook')];
  const form = rulebook.forms.find((entry) => entry.id === formId);
  if (!form) return [error('form', '/form')];

  const validate = shapeOf(form);
  validate(submission);
  const breaches = validate.errors ?? [];
  const findings = [
    ...(version === rulebook.version ? [] : [{ rule: 'rulebook', severity: 'warning', path: '/rulebook' }]),
    ...[...new Set(breaches.map(({ instancePath }) => instancePath))].map((path) => error('schema', path)),
  ];
  if (breaches.some(({ keyword }) => ENDS_JUDGING.includes(keyword))) return findings;
  const state = derivedFor(form, submission, judging);
  return [...findings, ...form.rules.flatMap((rule) => judge(rule, submission, state))];
}

function judge(rule: Rule, submission: object, judging: Judging): ReferenceFinding[] {
  const repeats = repeatsOf(rule);
  const seen: string[] = [];
  return scopesOf(rule, submission, judging)
    .filter((scope) => needsHold(rule, scope))
    .filter((scope) => {
      if (!repeats) return oracle(rule.assert ?? null, scope) !== true;
      if (oracle(repeats.where ?? true, scope) !== true) return false;
      const values = JSON.stringify(repeats.of.map((path) => oracle({ var: path }, scope)));
      return seen.push(values) && seen.filter((earlier) => earlier === values).length > repeats.atMost;
    })
    .map(({ path }) => ({ rule: rule.id, severity: rule.severity, path: `${path}${rule.path}` }));
}

const shapes = new WeakMap<RulebookForm, ValidateFunction>();

function shapeOf(form: RulebookForm): ValidateFunction {
  const known = shapes.get(form);
  if (known) return known;
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(form.schema);
  shapes.set(form, validate);
  return validate;
}
