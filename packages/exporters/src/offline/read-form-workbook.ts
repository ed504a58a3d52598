import {
  check,
  type AuthenticatedUnit,
  type CheckOptions,
  type Lang,
  type Rulebook,
  type RulebookForm,
  type Submission,
} from '@kl01/rules';
import { listOf, membersOf } from '../documents/parts/text.js';
import { ExportError } from '../export-error.js';
import type { Messages } from '../strings/messages.js';
import { messagesIn } from '../strings/messages-in.js';
import { UnreadableWorkbook, type ReadSheet } from '../xlsx/read-sheet.js';
import { readXlsx } from '../xlsx/read-xlsx.js';
import { besideCells } from './beside-cells.js';
import { findColumns, type FoundColumns } from './find-columns.js';
import type { ImportFinding, ReadCell } from './import-finding.js';
import { ABOUT_SHEET, ANSWERS } from '../tables/marks.js';
import { offlineForm, type OfflineForm } from './offline-form.js';
import { pointer } from './read-cell.js';
import { inOrder, readNominees } from './read-nominees.js';
import { readAnswers, readTable } from './read-table.js';
import { withoutValues, withValues } from './with-values.js';

/** Context for judging a workbook. */
export interface ImportOptions {
  /** the instant to judge by, ISO 8601 with an offset */
  readonly now: string;
  /** the unit as the host authenticated it */
  readonly unit?: AuthenticatedUnit;
  /** what the host knows, and the receiver that judges; see `CheckOptions` */
  readonly given?: CheckOptions['given'];
  readonly receiver?: string | null;
  /** the submission that the portal already holds: keeps what a workbook cannot contain, such as texts and files */
  readonly base?: Submission;
  /** generates the id of a new nominee, random and unique; default: a random UUID */
  readonly newId?: () => string;
  readonly lang?: Lang;
}

/** The result of an import: the submission, what was found, and what the workbook cannot contain. */
export interface Imported {
  readonly submission: Submission;
  /** cells that could not be read, then findings of the rulebook on the rest */
  readonly findings: readonly ImportFinding[];
  /** labels of entries that a workbook cannot hold, to be filled in elsewhere */
  readonly leftOut: readonly string[];
}

/** `importXlsx`, once it is loaded. */
export async function readFormWorkbook(
  rulebook: Rulebook,
  bytes: Uint8Array,
  { now, unit, given, receiver, base, newId = () => crypto.randomUUID(), lang = 'vi' }: ImportOptions,
): Promise<Imported> {
  const words = messagesIn(lang).cells;
  const sheets = await readSheets(bytes, lang);
  const about = aboutOf(sheets, lang);
  const form = formOf(rulebook, about, lang);
  const offline = offlineForm(rulebook, form, about.get('unit.group'));
  const found = sheets.flatMap((sheet) => findColumns(sheet) ?? []);

  const read = readParts(offline, found, words);
  const nominees = withIds(read.nominees, newId);
  const start = startOf(about, base);
  const old = new Map(listOf(start['nominees']).map((nominee) => [membersOf(nominee)['id'], membersOf(nominee)]));
  const values: ReadCell[] = [
    ...read.values,
    ...nominees.flatMap(({ values: own }, index) => own.map((each) => within(['nominees', String(index)], each))),
  ];
  const list = nominees.map(({ id, kind }) => ({ ...(old.get(id)?.['kind'] === kind && old.get(id)), id, kind }));
  const whole = form.type === 'nomination' ? { ...start, nominees: list } : start;
  const submission = withValues(whole, values);

  const problems = [
    ...sheets.filter(({ hasCells }) => !hasCells).map(({ name }) => withoutCells(name, words)),
    ...missingSheets(offline, found, words),
    ...read.problems,
    ...found.flatMap((columns) => besideCells(columns, words)),
    ...nominees.flatMap(({ problems: own }, index) =>
      own.map((each) => ({ ...each, path: `/nominees/${index}${each.path}` })),
    ),
  ];
  const judged = withoutValues(
    submission,
    values.filter(({ unread }) => unread),
  );
  const cells = new Map([
    ...nominees.map(({ row }, index) => [`/nominees/${index}`, row] as const),
    ...values.flatMap(({ path, cell }) => (cell === '' ? [] : [[pointer(path), cell] as const])),
  ]);
  const told = new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const verdict = check(rulebook, judged, { now, lang, unit, given, receiver });
  const findings = verdict.findings
    .filter(({ path }) => !told.has(path))
    .map((each): ImportFinding => {
      const cell = cells.get(each.path);
      return cell === undefined ? each : { ...each, cell };
    });
  return {
    submission: submission as unknown as Submission,
    findings: [...problems, ...findings],
    leftOut: offline.leftOut,
  };
}

async function readSheets(bytes: Uint8Array, lang: Lang): Promise<readonly ReadSheet[]> {
  try {
    return await readXlsx(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    throw new ExportError('workbook', messagesIn(lang).errors.workbook[error.reason]);
  }
}

function aboutOf(sheets: readonly ReadSheet[], lang: Lang): ReadonlyMap<string, string> {
  const about = sheets.find(({ name }) => name === ABOUT_SHEET);
  if (!about) throw new ExportError('workbook', messagesIn(lang).errors.workbook['no-about']);
  return new Map(
    about.rows.flatMap(([name, value]) =>
      typeof name === 'string' && value !== null && value !== undefined ? [[name, String(value)] as const] : [],
    ),
  );
}

function formOf(rulebook: Rulebook, about: ReadonlyMap<string, string>, lang: Lang): RulebookForm {
  const { errors } = messagesIn(lang);
  const [named, id] = [about.get('rulebook') ?? '', about.get('form') ?? ''];
  if (named.split('@')[0] !== rulebook.id) throw new ExportError('rulebook', errors.rulebook(named, rulebook.id));
  const form = rulebook.forms.find((each) => each.id === id);
  if (form) return form;
  throw new ExportError('form', errors.form(id, rulebook.forms.map((each) => each.id).join(', ')));
}

function readParts({ lists, tables, answers }: OfflineForm, found: readonly FoundColumns[], words: Messages['cells']) {
  const first = found.filter(({ of }, index) => found.findIndex((each) => each.of === of) === index);
  const parts = first.flatMap((columns) => {
    const table = tables.find(({ view }) => view.id === columns.of);
    if (table) return [readTable(columns, table, words)];
    return columns.of === ANSWERS ? [readAnswers(columns, answers, words)] : [];
  });
  // In the order of kinds, regardless of the order of sheets.
  const read = lists.flatMap((list) =>
    found.filter(({ of }) => of === list.kind).map((columns) => readNominees(columns, list, words)),
  );
  return {
    values: parts.flatMap((part) => part.values),
    problems: [...parts.flatMap((part) => part.problems), ...read.flatMap(({ outside }) => outside)],
    nominees: inOrder(read.flatMap(({ nominees }) => nominees)),
  };
}

/** Copied rows share the same hidden id: the first one keeps it. */
function withIds<Row extends { readonly id: string | null }>(rows: readonly Row[], newId: () => string) {
  const taken = new Set<string>();
  return rows.map((row) => {
    const id = row.id !== null && !taken.has(row.id) ? row.id : newId();
    taken.add(id);
    return { ...row, id };
  });
}

/** No form data is lost, but the user should know that the sheet was not read. */
function withoutCells(sheet: string, words: Messages['cells']): ImportFinding {
  return {
    rule: 'cell/no-cells',
    severity: 'warning',
    path: '',
    message: words['no-cells']({ sheet }),
    params: { sheet },
  };
}

/**
 * Reports sheets that are not read: those that are missing or lack the row of ids, without which columns cannot be
 * identified, and copies of a sheet already read.
 */
function missingSheets(
  { lists, tables, answers }: OfflineForm,
  found: readonly FoundColumns[],
  words: Messages['cells'],
): ImportFinding[] {
  const there = new Set(found.map(({ of }) => of));
  const all = [
    ...lists.map(({ kind, label, columns }) => ({
      of: kind as string,
      label,
      path: '/nominees',
      columns: columns.map(({ path }) => path.join('.')),
      names: columns.map((column) => column.label),
    })),
    ...tables.map(({ view: table, leaves, label: named }) => {
      const typed = leaves.filter(({ computed }) => !computed);
      return {
        of: table.id,
        label: table.number || table.title,
        path: pointer(['tables', table.id]),
        columns: typed.map(({ id }) => id),
        names: typed.map(named),
      };
    }),
    ...(answers.length > 0 ? [{ of: ANSWERS, label: words.answers, path: '', columns: [], names: [] }] : []),
  ];
  return all.flatMap(({ of, label, path, columns, names }): ImportFinding[] => {
    if (!there.has(of))
      return [{ rule: 'cell/sheet', severity: 'error', path, message: words.sheet({ label }), params: { label } }];
    const at = found.filter((each) => each.of === of);
    // Several lists of nominees are merged; of two copies of a table, only one can be right.
    const copies = path === '/nominees' ? [] : at.slice(1);
    const twice = copies.map(({ sheet }): ImportFinding => {
      const params = { label: at[0]!.sheet.name, sheet: sheet.name };
      return { rule: 'cell/twice', severity: 'error', path, message: words.twice(params), params };
    });
    const lost = columns.flatMap((column, index) =>
      at.some(({ byId }) => byId.has(column)) ? [] : [names[index] ?? column],
    );
    if (lost.length === 0) return twice;
    const params = { label, columns: lost.join(', ') };
    return [...twice, { rule: 'cell/column', severity: 'error', path, message: words.column(params), params }];
  });
}

const within = (above: readonly string[], read: ReadCell): ReadCell => ({ ...read, path: [...above, ...read.path] });

/** The submission to start from: the portal's own, with the identifiers stored in the workbook. */
function startOf(about: ReadonlyMap<string, string>, base: Submission | undefined): Record<string, unknown> {
  const given = membersOf(base);
  const said = (name: string) => (about.has(name) ? { [name]: about.get(name) } : {});
  const unitSaid = ['id', 'group', 'name'].flatMap((name) => {
    const value = about.get(`unit.${name}`);
    return value === undefined ? [] : [[name, value] as const];
  });
  const revision = about.get('revision');
  return {
    ...said('id'),
    ...(revision !== undefined && { revision: Number(revision) }),
    ...given,
    ...said('rulebook'),
    ...said('form'),
    ...said('period'),
    unit: { ...membersOf(given['unit']), ...Object.fromEntries(unitSaid) },
  };
}
