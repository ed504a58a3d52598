import { kindsOf } from '../kinds/context.js';
import { amend } from '../pack/amend.js';
import { nearest } from '../pack/pack-problem.js';
import { expandField } from '../kinds/field.js';
import type { NominationForm, RulePack } from '../pack/pack.js';
import type { Logic, Rulebook, RulebookForm } from '../rulebook.js';
import { logicStrings } from './strings/logic.js';
import type { Kind } from '../submission.js';
import type { Lang } from '../text.js';
import { logicProblems, scopesOf } from './check-logic.js';
import type { LintFinding, Report } from './lint-finding.js';
import { inJson, type LogicProblem } from './logic-values.js';
import { membersAlong } from './value-type.js';

type Criterion = NonNullable<NominationForm['criteria']>[number];
type RawCriterion = Extract<Criterion, { assert: unknown }>;

/** Checks the JsonLogic in a pack, as amended, and the JsonLogic compiled from everything else. */
export function lintLogic(pack: RulePack, rulebook: Rulebook, report: Report, lang: Lang): LintFinding[] {
  const { forms } = amend(pack).pack;
  return rulebook.forms.flatMap((form) => {
    const shape = forms.find(({ id }) => id === form.id);
    const scopes = scopesOf(form);
    if (shape?.type !== 'nomination') return lintCompiled(form, scopes, new Set(), lang);
    const raw = (shape.criteria ?? []).filter(isRaw);
    const written = raw.flatMap((criterion) => {
      const element = `${form.id}/criteria/${criterion.id}`;
      lintKindsAsked(shape, criterion, element, report);
      return inWords(rawProblems(scopes, criterion), element, lang);
    });
    const addresses = new Set(raw.map(({ id }) => `${form.id}/criteria/${id}`));
    return [...written, ...lintCompiled(form, scopes, addresses, lang)];
  });
}

type Scopes = ReturnType<typeof scopesOf>;

const isRaw = (criterion: Criterion): criterion is RawCriterion => 'assert' in criterion;

function rawProblems({ scopeOf }: Scopes, { assert, needs = {}, path = '', of }: RawCriterion): LogicProblem[] {
  const scope = scopeOf({ each: '/nominees' }, of);
  const isOperation = typeof assert === 'object' && assert !== null;
  const problems = logicProblems({ assert: isOperation ? (assert as Logic) : true, needs }, scope);
  if (!isOperation) problems.push({ code: 'assert-constant', place: 'assert', detail: { text: inJson(assert) } });
  const nominee = membersAlong(scope, ['item']);
  const steps = path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')); // prettier-ignore
  const isPlace = path === '' || (path.startsWith('/') && nominee && membersAlong(nominee, steps) !== undefined);
  if (isPlace) return problems;
  const places = nominee?.is === 'object' ? [...nominee.members.keys()].map((name) => `/${name}`) : [];
  const detail = { path, nearest: nearest(path, places), allowed: places.join(', ') };
  return [...problems, { code: 'pointer', place: 'path', detail }];
}

/** As for other criteria: if a kind is not asked for what the logic needs, the criterion would pass unnoticed. */
function lintKindsAsked(form: NominationForm, criterion: RawCriterion, element: string, report: Report): void {
  const kinds = kindsOf(form);
  const asks = (kind: Kind, name: string) =>
    form.nominees[kind]!.fields.map(expandField).some(({ field }) => field === name);
  for (const needed of Object.keys(criterion.needs ?? {})) {
    const [, name = ''] = /^item\.(\w+)$/.exec(needed) ?? [];
    if (!kinds.some((kind) => asks(kind, name))) continue;
    const without = (criterion.of ?? kinds).filter((kind) => kinds.includes(kind) && !asks(kind, name));
    if (without.length > 0) report('criterion-kind', element, `${name} (${without.join(', ')})`);
  }
}

/** Compiled logic is held to the same standard, to catch our own mistakes. */
function lintCompiled(
  form: RulebookForm,
  { scopeOf, problems }: Scopes,
  written: ReadonlySet<string>,
  lang: Lang,
): LintFinding[] {
  return [
    ...inWords(problems, form.id, lang),
    ...[...form.rules, ...(form.type === 'plan' ? form.duty : [])].flatMap((rule) =>
      written.has(rule.element)
        ? []
        : inWords(logicProblems(rule, scopeOf('each' in rule ? rule : {})), rule.element, lang),
    ),
  ];
}

/** One finding for each distinct mistake, however often it occurs. */
function inWords(problems: readonly LogicProblem[], element: string, lang: Lang): LintFinding[] {
  const { at, problems: words } = logicStrings[lang];
  const alike = new Map<string, LogicProblem[]>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.code, problem.detail]);
    alike.set(key, [...(alike.get(key) ?? []), problem]);
  }
  return [...alike.values()].map(([first, ...more]) => {
    const { code, place, detail } = first!;
    const [message, remedy] = words[code](detail);
    return { code: `logic-${code}`, severity: 'error', element, message: at(place, more.length) + message, remedy };
  });
}
