import type { z } from 'zod';
import { amend } from './amend.js';
import { findElement, idOf } from './element.js';
import { columnsRead, fieldsRead, type Condition } from './kinds/condition.js';
import { expandField, type PackField } from './kinds/field.js';
import { pointerToken } from './logic.js';
import { rulePack, type PackForm, type RulePack } from './pack.js';
import { plainCopy } from './plain.js';
import { scaleSteps } from './scales.js';
import { authoring, type ProblemCode } from './strings/authoring.js';
import { vocabulary } from './strings/vocabulary.js';
import type { Lang } from './text.js';

/** One thing wrong with a pack: where, what, and what to do. */
export interface PackProblem {
  /** JSON Pointer into the pack */
  readonly pointer: string;
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string;
}

/** A pack that cannot be used, with every problem found in it. */
export class RulePackError extends Error {
  override readonly name = 'RulePackError';
  readonly problems: readonly PackProblem[];
  constructor(problems: readonly PackProblem[], lang: Lang = 'vi') {
    super(
      [
        authoring[lang].packError(problems.length),
        ...problems.map(({ pointer, message, remedy }) => `${pointer || '/'}: ${message} ${remedy}`),
      ].join('\n'),
    );
    this.problems = problems;
  }
}

/**
 * Reads a rule pack: the one place where a pack's shape and references are checked.
 *
 * @param json a parsed JSON value
 * @throws RulePackError listing every problem, each with its JSON Pointer and a remedy
 */
export function parsePack(json: unknown, { lang = 'vi' }: { lang?: Lang } = {}): RulePack {
  const parsed = rulePack.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => shapeProblems(issue, lang));
    throw new RulePackError(unrepeated(problems), lang);
  }
  const problems = references(parsed.data, lang);
  if (problems.length === 0) problems.push(...amendedProblems(parsed.data, lang));
  if (problems.length > 0) throw new RulePackError(problems, lang);
  return parsed.data;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const pointer = (path: Path): string => path.map((step) => `/${pointerToken(String(step))}`).join('');

function problem(path: Path, code: ProblemCode, detail: string, lang: Lang): PackProblem {
  const [message, remedy] = authoring[lang].problems[code](detail);
  return { pointer: pointer(path), code, message, remedy };
}

const codes = new Set<string>(Object.keys(authoring.vi.problems));

function shapeProblems(issue: Issue, lang: Lang, above: Path = []): PackProblem[] {
  const path = [...above, ...issue.path];
  const say = (code: ProblemCode, detail = '', at: Path = path) => [problem(at, code, detail, lang)];
  // Our own refinements and patterns name their code as the message.
  if (codes.has(issue.message)) return say(issue.message as ProblemCode);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? say('missing', String(path.at(-1))) : say('type', issue.expected);
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => say('unknown-key', key, [...path, key]));
    case 'invalid_value':
      return issue.input === undefined && path.length > 0
        ? say('missing', String(path.at(-1)))
        : say('value', issue.values.map(String).join(', '));
    case 'too_small':
      return say(issue.origin === 'array' || issue.origin === 'string' ? 'length' : 'range', `≥ ${issue.minimum}`);
    case 'too_big':
      return say(issue.origin === 'array' || issue.origin === 'string' ? 'length' : 'range', `≤ ${issue.maximum}`);
    case 'invalid_union':
      return unionProblems(issue, path, lang);
    case 'invalid_key':
      return say('id');
    case 'invalid_element':
      return issue.issues.flatMap((inner) => shapeProblems(inner, lang, path));
    default:
      return say('shape');
  }
}

/** Of a union, the branch that the author most likely meant: the one that got furthest, then with the fewest problems. */
function unionProblems(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, lang: Lang): PackProblem[] {
  if (issue.errors.length === 0) {
    return [problem(path, issue.input === undefined ? 'missing' : 'shape', String(path.at(-1)), lang)];
  }
  const branches = issue.errors.map((errors) => ({
    problems: errors.flatMap((inner) => shapeProblems(inner, lang, path)),
    wrongKind: errors.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
    foreign: errors.filter((inner) => inner.code === 'unrecognized_keys').length,
    missing: errors.filter((inner) => inner.code === 'invalid_type' && inner.path.length === 1).length,
  }));
  const fitting = branches.filter(({ wrongKind }) => !wrongKind);
  const [best, next] = (fitting.length > 0 ? fitting : branches).sort(
    (left, right) =>
      left.foreign + left.missing - (right.foreign + right.missing) || left.problems.length - right.problems.length,
  );
  const undecided = next && best!.foreign > 0 && best!.foreign + best!.missing === next.foreign + next.missing;
  if (fitting.length === 0 || undecided) return [problem(path, 'shape', '', lang)];
  return best!.problems;
}

function unrepeated(problems: PackProblem[]): PackProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ pointer: at, code, message }) => {
    const key = `${at}|${code}|${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function amendedProblems(pack: RulePack, lang: Lang): PackProblem[] {
  if (!pack.amendments) return [];
  try {
    const { pack: amended } = amend(pack);
    delete amended.amendments;
    parsePack(plainCopy(amended), { lang });
    return [];
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error;
    const [first] = error.problems;
    return [problem(['amendments'], 'amendment', `${first!.pointer}: ${first!.message}`, lang)];
  }
}

/** Names that submissions use themselves. */
const RESERVED_FIELDS = new Set(['id', 'kind', 'declared', 'sections', 'documents', 'posts']);

/** What points to something must point to something that is there; ids are unique where they are looked up. */
function references(pack: RulePack, lang: Lang): PackProblem[] {
  const problems: PackProblem[] = [];
  const report = (path: Path, code: ProblemCode, detail = '') => problems.push(problem(path, code, detail, lang));
  const groups = new Set(pack.unitGroups.map(({ id }) => id));
  const units = new Set((pack.units ?? []).map(({ id }) => id));
  const awards = new Set((pack.awards ?? []).map(({ id }) => id));
  const templates = new Set((pack.templates ?? []).map(({ id }) => id));
  const known = (set: ReadonlySet<string>, ids: readonly string[] | undefined, path: Path) =>
    ids?.forEach((id, index) => set.has(id) || report([...path, index], 'reference', id));

  duplicates(pack, [], report);
  (pack.units ?? []).forEach((unit, index) => known(groups, [unit.group], ['units', index, 'group']));

  pack.forms.forEach((form, index) => {
    const at: Path = ['forms', index];
    if (form.award && !awards.has(form.award)) report([...at, 'award'], 'reference', form.award);
    scan(form, at, (value, path) => {
      const name = path.at(-1);
      if (name === 'groups' && Array.isArray(value) && value.every((entry) => typeof entry === 'string')) {
        known(groups, value, path);
      } else if (name === 'units' && Array.isArray(value)) known(units, value as string[], path);
      else if (name === 'awards' && Array.isArray(value)) known(awards, value as string[], path);
      else if (name === 'template' && typeof value === 'string' && !templates.has(value))
        report(path, 'reference', value);
      else if (name === 'of' && Array.isArray(value) && form.type === 'nomination') {
        known(new Set(Object.keys(form.nominees)), value as string[], path);
      }
    });
    formReferences(pack, form, at, report);
  });

  const sources = new Set([
    ...pack.forms.filter(({ type }) => type === 'nomination').map(({ id }) => id),
    ...(pack.selections ?? []).map(({ id }) => id),
  ]);
  (pack.selections ?? []).forEach((selection, index) => {
    const at: Path = ['selections', index];
    if (!sources.has(selection.from)) report([...at, 'from'], 'reference', selection.from);
    if (selection.award && !awards.has(selection.award)) report([...at, 'award'], 'reference', selection.award);
    if (comesFrom(pack, selection.from, selection.id)) report([...at, 'from'], 'reference', selection.from);
    selection.counts.forEach((count, at2) => boundsOf(count, [...at, 'counts', at2], report));
  });
  (pack.milestones ?? []).forEach((milestone, index) => {
    if (typeof milestone.by !== 'object') return;
    known(groups, milestone.by.groups, ['milestones', index, 'by', 'groups']);
    known(units, milestone.by.units, ['milestones', index, 'by', 'units']);
  });
  const later = plainCopy(pack);
  (pack.amendments ?? []).forEach((amendment, index) =>
    amendment.changes.forEach((change, number) => {
      if (!findElement(later, change.element)) {
        report(['amendments', index, 'changes', number, 'element'], 'reference', change.element);
      }
    }),
  );
  return problems;
}

type Report = (path: Path, code: ProblemCode, detail?: string) => void;

function formReferences(pack: RulePack, form: PackForm, at: Path, report: Report): void {
  const checkFields = (fields: readonly (string | PackField)[], path: Path) => {
    const expanded = fields.map(expandField);
    expanded.forEach((field, index) => {
      const here = [...path, index];
      if (RESERVED_FIELDS.has(field.field)) report(here, 'field-reserved', field.field);
      const word = Object.hasOwn(vocabulary.fields, field.field) ? vocabulary.fields[field.field] : undefined;
      if (!word && (!field.type || !field.label)) report(here, 'field-unknown', field.field);
      const type = field.type ?? word?.type;
      if ((type === 'choice' || type === 'choices') && !field.options) report(here, 'options');
      if (field.scale && !scaleSteps(pack, field.scale)) report([...here, 'scale'], 'reference', field.scale);
      checkCondition(field.when, expanded, [...here, 'when']);
    });
  };
  const checkCondition = (when: Condition | undefined, fields: readonly PackField[], path: Path) => {
    for (const name of fieldsRead(when)) {
      if (!fields.some(({ field }) => field === name)) report(path, 'reference', name);
    }
  };

  if (form.type === 'nomination') {
    const all = Object.values(form.nominees).flatMap(({ fields }) => fields.map(expandField));
    for (const [kind, shape] of Object.entries(form.nominees)) {
      checkFields(shape.fields, [...at, 'nominees', kind, 'fields']);
    }
    (form.quotas ?? []).forEach((quota, index) =>
      quota.anyOf.forEach((counts, number) =>
        counts.forEach((count, place) => boundsOf(count, [...at, 'quotas', index, 'anyOf', number, place], report)),
      ),
    );
    (form.criteria ?? []).forEach((criterion, index) => {
      const here = [...at, 'criteria', index];
      checkCondition(criterion.when, all, [...here, 'when']);
      if (!('field' in criterion)) return;
      const tests = [criterion.is, criterion.in, criterion.atLeast, criterion.has].filter((test) => test !== undefined);
      if (tests.length !== 1) report(here, 'criterion-test');
      const field = all.find((entry) => entry.field === criterion.field);
      if (!field) report([...here, 'field'], 'reference', criterion.field);
      else if (typeof criterion.atLeast === 'string') {
        const steps = scaleSteps(pack, field.scale ?? 'rating') ?? [];
        if (!steps.some(({ value }) => value === criterion.atLeast)) {
          report([...here, 'atLeast'], 'reference', criterion.atLeast);
        }
      }
    });
    (form.exclusions ?? []).forEach((exclusion, index) =>
      checkCondition(exclusion.when, all, [...at, 'exclusions', index, 'when']),
    );
    (form.dossier?.items ?? []).forEach((item, index) => {
      const here = [...at, 'dossier', 'items', index];
      checkCondition(item.when, all, [...here, 'when']);
      checkCondition(item.endorsedBy?.when, all, [...here, 'endorsedBy', 'when']);
      item.enclosures?.forEach((enclosure, number) =>
        checkCondition(enclosure.when, all, [...here, 'enclosures', number, 'when']),
      );
    });
  }
  (form.dossier?.items ?? []).forEach((item, index) => {
    if (item.as.includes('paper') && item.as.length > 1)
      report([...at, 'dossier', 'items', index, 'as'], 'paper-alone');
  });
  if (form.type === 'report') reportReferences(form, at, report);
  if (form.type === 'plan') {
    const fields = (form.person?.fields ?? []).map(expandField);
    checkFields(form.person?.fields ?? [], [...at, 'person', 'fields']);
    (form.duty ?? []).forEach((duty, index) =>
      checkCondition(duty.when, [...fields, { field: 'posts' }], [...at, 'duty', index, 'when']),
    );
  }
}

function reportReferences(form: Extract<PackForm, { type: 'report' }>, at: Path, report: Report): void {
  const questions = new Set((form.questions ?? []).map(({ id }) => id));
  const sets = form.columnSets ?? {};
  type Column = {
    id: string;
    use?: string | undefined;
    columns?: Column[] | undefined;
    sumOf?: string[] | undefined;
    of?: string[] | undefined;
  };
  const leafIds = (columns: readonly Column[], trail: readonly string[] = []): string[] =>
    columns.flatMap((column) => {
      if (column.use && !trail.includes(column.use)) {
        return leafIds((Object.hasOwn(sets, column.use) ? sets[column.use] : []) as Column[], [...trail, column.use]);
      }
      return column.columns ? leafIds(column.columns, trail) : [column.id];
    });
  const tables = new Map((form.tables ?? []).map((table) => [table.id, leafIds(table.columns as Column[])] as const));
  scan(form, at, (value, path) => {
    const name = path.at(-1);
    if (name === 'use' && typeof value === 'string' && !Object.hasOwn(sets, value)) report(path, 'reference', value);
    if (name !== 'when' || value === null || typeof value !== 'object' || path.includes('checks')) return;
    const when = value as Condition;
    for (const question of fieldsRead(when)) if (!questions.has(question)) report(path, 'reference', question);
    for (const { table, columns } of columnsRead(when)) {
      const leafs = tables.get(table);
      if (!leafs) report(path, 'reference', table);
      else columns.filter((column) => !leafs.includes(column)).forEach((column) => report(path, 'reference', column));
    }
  });
  (form.tables ?? []).forEach((table, index) => {
    const here = [...at, 'tables', index];
    const leafs = tables.get(table.id)!;
    const twice = leafs.find((id, place) => leafs.indexOf(id) !== place);
    if (twice) report([...here, 'columns'], 'duplicate', twice);
    const rows = new Set(table.rows.map(({ id }) => id));
    const cell = (id: string | undefined, path: Path) => {
      if (id !== undefined && !leafs.includes(id)) report(path, 'reference', id);
    };
    (table.checks ?? []).forEach((check, number) => {
      const spot = [...here, 'checks', number];
      cell(check.at, [...spot, 'at']);
      cell(check.positiveNeeds, [...spot, 'positiveNeeds']);
      cell(check.when?.at, [...spot, 'when', 'at']);
      for (const side of ['atMost', 'atLeast', 'is'] as const) {
        const other = check[side];
        if (typeof other === 'string') cell(other, [...spot, side]);
        else if (typeof other === 'object') {
          ('sum' in other ? other.sum : other.ticks).forEach((id) => cell(id, [...spot, side]));
        }
      }
      check.rows?.forEach((row, place) => rows.has(row) || report([...spot, 'rows', place], 'reference', row));
    });
    scan(table.columns, [...here, 'columns'], (value, path) => {
      if ((path.at(-1) === 'sumOf' || path.at(-1) === 'of') && Array.isArray(value)) {
        value.forEach((id, place) => cell(id as string, [...path, place]));
      }
    });
  });
}

function boundsOf(count: { exactly?: unknown; min?: unknown; max?: unknown }, path: Path, report: Report): void {
  const bounded = count.min !== undefined || count.max !== undefined;
  if ((count.exactly !== undefined) === bounded) report(path, 'exactly-and-bounds');
}

function comesFrom(pack: RulePack, from: string, id: string): boolean {
  const seen = new Set<string>();
  for (let source: string | undefined = from; source && !seen.has(source);) {
    if (source === id) return true;
    seen.add(source);
    const here: string = source;
    source = pack.selections?.find((entry) => entry.id === here)?.from;
  }
  return false;
}

/** Entries of one list share no id. */
function duplicates(value: unknown, path: Path, report: Report): void {
  if (path[0] === 'coverage' || path[0] === 'notes' || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    const seen = new Set<string>();
    value.forEach((entry, index) => {
      const id = typeof entry === 'object' ? idOf(entry) : null;
      if (id !== null && seen.has(id)) report([...path, index], 'duplicate', id);
      if (id !== null) seen.add(id);
      duplicates(entry, [...path, index], report);
    });
    return;
  }
  for (const [name, member] of Object.entries(value)) duplicates(member, [...path, name], report);
}

function scan(value: unknown, path: Path, visit: (value: unknown, path: Path) => void): void {
  if (value === null || typeof value !== 'object') return;
  for (const [name, member] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    visit(member, here);
    scan(member, here, visit);
  }
}
