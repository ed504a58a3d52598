import { describe, expect, it } from 'vitest';
import { seeded } from '../../bin/vectors/random.mjs';
import { fillForm } from '../../test/lib/fill.js';
import { packs, submissionCases } from '../../test/lib/packs.js';
import { compile } from '../compile/compile.js';
import { check } from '../judge/check.js';
import type { Rulebook, RulebookReport, Schema, TableView } from '../rulebook.js';
import { asked } from './asked.js';
import { entriesOf, type AskedPart, type Part } from './part.js';
import { questionnaire } from './questionnaire.js';

/** Members of a submission that are not asked: set by the page, or chosen with the form. */
const NOT_ASKED = /^\/(id|revision|rulebook|form|nominees\/\*\/(id|kind))$/;
/** A template defines it for households, which are not asked for that document. */
const OF_NOBODY = 'vi-du.day-du.2023 /nominees/*/sections/gia-dinh';
/** Entries whose answer consists of several values. */
const WHOLE = /^(\/meeting\/votes|\/issuer\/recipients|.*\/documents\/[^/]+|\/person\/posts)\//;

const forms = packs.flatMap((pack) =>
  pack.rulebook.forms.map((form) => ({ ...pack, form, name: `${pack.id} ${form.id}` })),
);

describe.each(forms)('$name', ({ rulebook, form }) => {
  const whole = questionnaire(rulebook, form);

  it('asks each place of the schema, and no other', () => {
    const taken = leavesOf(form.schema).filter((path) => !NOT_ASKED.test(path) && !WHOLE.test(path));
    const paths = entriesOf(whole.parts).map(({ path }) => path);
    expect([...new Set(paths)].sort()).toEqual([...new Set(taken)].filter((path) => isAskedAnywhere(path)).sort());

    function isAskedAnywhere(path: string): boolean {
      const { view } = form;
      if (`${rulebook.id} ${path}` === OF_NOBODY) return false;
      if (path.startsWith('/issuer/')) return view.dossier.items.some(({ as }) => as.includes('print'));
      if (path.startsWith('/meeting')) return form.type === 'nomination' && form.view.nomination.meeting;
      if (path === '/unit/members') return form.rules.some((rule) => rule.path === path);
      if (path === '/period') return view.periods.length > 0;
      return !(view.answeredBy === 'committee' && /^\/unit\/(id|group)$/.test(path));
    }
  });

  it('asks of a submission what the whole questionnaire has, each place once', () => {
    const random = seeded(7);
    const patterns = new Set(entriesOf(whole.parts).map(({ path }) => path));
    for (let run = 0; run < 20; run += 1) {
      const entries = entriesOf(asked(whole, fillForm(rulebook, form, random)));
      const keys = entries.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const strange = entries.filter(
        ({ path }) => !patterns.has(path.replace(/^\/(nominees|commitments)\/\d+/, '/$1/*')),
      );
      expect(strange.map(({ path }) => path)).toEqual([]);
    }
  });
});

describe.each(packs)('$id', (pack) => {
  const cases = submissionCases(pack).filter(({ entry }) => entry.expect.valid || 'findings' in entry.expect);

  it.each(cases.map((each) => [each.name, each] as const))(
    'what is due and blank is what the judge misses: %s',
    (_, each) => {
      const { rulebook, form, submission, entry } = each;
      const { findings } = check(rulebook, submission, { now: entry.now, lang: 'vi' });
      const missed = findings.filter(({ rule }) => rule.startsWith('required/')).map(({ path }) => path);
      const due = entriesOf(asked(questionnaire(rulebook, form), submission)).filter((each) => each.due);
      const places = new Set(due.map(({ path }) => path));
      expect(missed.filter((path) => !places.has(path) && !isList(path))).toEqual([]);
      const blank = due.filter(({ path, type }) => type !== 'declaration' && isBlank(valueAt(submission, path)));
      const told = findings.map(({ path }) => path);
      // For a row, only the first blank cell is reported; for a text that a file may replace, the paper.
      const isTold = (path: string) => {
        const wider = path
          .replace(/^(\/tables\/[^/]+\/[^/]+\/).*/, '$1')
          .replace(/^(\/nominees\/\d+\/)sections.*/, '$1documents/');
        return told.some((each) => each === path || (wider !== path && each.startsWith(wider)));
      };
      const isJudged = !findings.some(({ rule }) => rule === 'schema');
      expect(isJudged ? blank.map(({ path }) => path).filter((path) => !isTold(path)) : []).toEqual([]);
    },
  );
});

/** Number and kind of items are not asked in input boxes: items are added. */
const isList = (path: string) => /^\/(nominees|commitments)(\/\d+\/(id|kind))?$/.test(path);
const isBlank = (value: unknown) => value === null || value === undefined || value === '';

function valueAt(root: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | null | undefined)?.[step], root);
}

/** Paths of everything except objects and lists of objects, with `*` for items. */
function leavesOf(schema: Schema, path = ''): string[] {
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([name, each]) => leavesOf(each, `${path}/${name}`));
  if (schema.items && /nominees$|commitments$/.test(path)) return leavesOf(schema.items, `${path}/*`);
  return [path];
}

describe('reading order', () => {
  it('is the order of the page', () => {
    const pack = packs.find(({ rulebook }) => rulebook.forms.some(({ type }) => type === 'nomination'))!;
    const form = pack.rulebook.forms.find(({ type }) => type === 'nomination')!;
    expect(outline(questionnaire(pack.rulebook, form).parts).slice(0, 5)).toEqual([
      'unit',
      'contact',
      'nominees',
      'nominees nominee',
      'nominees nominee facts',
    ]);
  });
});

const outline = (parts: readonly (Part | AskedPart)[], above: readonly string[] = []): string[] =>
  parts.flatMap((part) => {
    const trail = [...above, part.owner];
    return [trail.join(' '), ...outline(part.parts, trail)];
  });

describe('what is out of sight costs nothing', () => {
  it('cells of a table are made when they are read, not before', () => {
    const form = wideReport(100, 200);
    const rulebook = { unitGroups: [], units: [], templates: [] } as unknown as Rulebook;
    let read = 0;
    const counting = {
      ...form.view.report.tables[0]!,
      get rows() {
        read += 1;
        return form.view.report.tables[0]!.rows;
      },
    };
    const whole = questionnaire(rulebook, {
      ...form,
      view: { ...form.view, report: { ...form.view.report, tables: [counting] } },
    });
    const parts = asked(whole, { unit: { group: 'a' } });
    expect(read).toBe(0);
    expect(parts.find(({ owner }) => owner === 'table')?.entries).toHaveLength(20_000);
    expect(read).toBeGreaterThan(0);
  });
});

function wideReport(rows: number, columns: number): RulebookReport {
  const reports = packs.flatMap(({ rulebook }) => rulebook.forms.filter((form) => form.type === 'report'));
  const form = reports.find(({ view }) => view.report.tables.length > 0)!;
  const [{ groups: _groups, ...table }] = form.view.report.tables as [TableView];
  const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
  const wide: TableView = {
    ...table,
    rows: many(rows, (at) => ({ id: `r${at}`, label: `${at}`, required: false })),
    columns: many(columns, (at) => ({ id: `c${at}`, label: `${at}`, type: 'count' as const })),
  };
  return { ...form, view: { ...form.view, report: { ...form.view.report, tables: [wide] } } };
}

describe('how many members a unit has', () => {
  const { pack } = packs.find(({ rulebook }) =>
    rulebook.selections.some(({ from }) => asksMembers(rulebook, from) === false),
  )!;
  const selection = pack.selections!.find(({ from }) => pack.forms.some(({ id }) => id === from))!;

  it('is asked where what the committee picks is a share of them', () => {
    const share = { percent: 20, of: 'members' as const, round: 'down' as const };
    const counts = selection.counts.map(({ of }) => ({ of, max: share }));
    const sharing = { ...pack, selections: [{ ...selection, counts }] } as typeof pack;
    expect(asksMembers(compile(pack), selection.from)).toBe(false);
    expect(asksMembers(compile(sharing), selection.from)).toBe(true);
  });
});

function asksMembers(rulebook: Rulebook, id: string): boolean | undefined {
  const form = rulebook.forms.find((each) => each.id === id);
  return form && entriesOf(questionnaire(rulebook, form).parts).some(({ path }) => path === '/unit/members');
}
