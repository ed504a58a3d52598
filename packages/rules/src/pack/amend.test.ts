import { describe, expect, test } from 'vitest';
import { compile } from '../compile/compile.js';
import { explain } from '../explain/explain.js';
import type { ExplainedLine, ExplainedPart } from '../explain/explanation.js';
import { fragments } from '../../test/lib/packs.js';
import type { Cite, Rulebook } from '../rulebook.js';
import { amend } from './amend.js';
import { parsePack } from './parse-pack.js';
import type { RulePack } from './pack.js';

/** A pack with every part of the format, already amended by one document. */
const { pack } = fragments.find(({ id }) => id === 'vi-du.moi-thu.2023')!;
const { forms: current } = amend(pack).pack;
const nomination = current.find((form) => form.type === 'nomination')!;
const report = current.find((form) => form.type === 'report')!;

/** A change as an author writes it, passed through the parser. */
type Change = { readonly element: string; readonly cite?: string; readonly after?: string } & (
  { readonly to: object } | { readonly add: object }
);

function amendedBy(changes: readonly Change[]): RulePack {
  const later = { number: '03-VD', date: '2023-03-28', cite: '2', changes };
  return parsePack(JSON.parse(JSON.stringify({ ...pack, amendments: [...pack.amendments!, later] })));
}

const told = (cite: Cite | undefined) => (cite ? `${cite.document} ${cite.clause}` : 'nothing');

/** New rules, and rules that cite something else than before: `rule path: document clause`. */
function citedAnew(changes: readonly Change[]): string[] {
  const cites = ({ forms }: Rulebook) =>
    new Map(
      forms.flatMap(({ id: form, rules }) =>
        rules.flatMap(({ id, each, keys, path: within, element, cite }) =>
          (keys?.map((key) => `${each}/${key}${within}`) ?? [within]).map(
            (path) => [`${form}: ${id} ${path} ${element}`, { id, path, cite }] as const,
          ),
        ),
      ),
    );
  const before = cites(compile(pack));
  return [...cites(compile(amendedBy(changes)))].flatMap(([key, { id, path, cite }]) =>
    told(before.get(key)?.cite) === told(cite) && before.has(key) ? [] : [`${id} ${path}: ${told(cite)}`],
  );
}

describe('what a later document adds or changes cites it, and nothing else does', () => {
  const attested = { id: 'them', label: 'Thêm', attest: true };
  const table = report.tables![0]!;

  test.each<[name: string, change: Change, expected: readonly string[]]>([
    [
      'a criterion, added',
      { element: `${nomination.id}/criteria`, add: { ...attested, cite: '4' } },
      ['criterion/them /declared/them: 03-VD 4'],
    ],
    [
      'an exclusion, added under the clause of the change',
      { element: `${nomination.id}/exclusions`, add: { id: 'them', label: 'Thêm' }, cite: '5' },
      ['exclusion/them /declared/them: 03-VD 5'],
    ],
    [
      'a criterion among others, with a clause of its own',
      { element: 'de-nghi', to: { criteria: [...(nomination.criteria ?? []), { ...attested, cite: '4' }] } },
      ['criterion/them /declared/them: 03-VD 4'],
    ],
    [
      'an exclusion, under the clause of the change',
      {
        element: 'de-nghi',
        to: { exclusions: [...(nomination.exclusions ?? []), { id: 'them', label: 'Thêm' }] },
        cite: '5',
      },
      ['exclusion/them /declared/them: 03-VD 5'],
    ],
    [
      'a paper, where the dossier is named',
      {
        element: 'de-nghi/dossier',
        to: {
          items: [...nomination.dossier!.items, { id: 'giay-to', label: 'Giấy tờ', per: 'slate', as: ['paper'] }],
        },
      },
      ['dossier/giay-to /declared/giay-to: 03-VD 2'],
    ],
    [
      'a field',
      {
        element: 'de-nghi/nominees/individual',
        to: {
          fields: [...nomination.nominees.individual!.fields, { field: 'queQuan', type: 'text', label: 'Quê quán' }],
        },
      },
      ['required/queQuan /queQuan: 03-VD 2'],
    ],
    [
      'a section',
      { element: 'bao-cao', to: { outline: [...(report.outline ?? []), { id: 'them', title: 'Thêm' }] } },
      ['outline/them /sections/them: 03-VD 2'],
    ],
    [
      'a row of a table, where all tables are given again',
      {
        element: 'bao-cao',
        to: {
          tables: [{ ...table, rows: [...(table.rows as object[]), { id: 'dong', label: 'Dòng', required: true }] }],
        },
      },
      [
        ...['so-dat', 'so-nguoi', 'ti-le'].map((cell) => `table/t1/complete /tables/t1/dong/${cell}: 03-VD 2`),
        'table/t1/percent /tables/t1/dong/ti-le: 03-VD 2',
      ],
    ],
    [
      'a check of a table',
      {
        element: 'bao-cao/tables/t1',
        to: { checks: [...table.checks!, { id: 'them', at: 'so-dat', rows: ['them'], atMost: 9 }] },
      },
      ['table/t1/them /tables/t1/them/so-dat: 03-VD 2'],
    ],
  ])('%s', (_name, change, expected) => {
    const anew = citedAnew([change]).filter((line) => !line.startsWith('table/t1/tong /tables/t1/dong'));
    expect(anew.filter((line) => !line.startsWith('table/t1/ti-le /tables/t1/dong'))).toEqual(expected);
  });

  test('a quota given again with the others, one of them otherwise', () => {
    const [first, ...others] = nomination.quotas!;
    const quotas = [{ ...first!, anyOf: [[{ of: ['individual'], max: 1 }]] }, ...others];
    const anew = citedAnew([{ element: 'de-nghi', to: { quotas } }]);
    expect(anew.filter((line) => line.startsWith('quota/'))).toEqual([`quota/${first!.id} /nominees: 03-VD 2`]);
  });

  test('a window given again in the list keeps what it said before', () => {
    const windows = [{ id: (report.windows as { id: string }[])[0]!.id, before: '2023-08-01' }];
    const change: Change = { element: 'bao-cao', to: { windows } };
    expect(citedAnew([change])).toEqual(['window : 03-VD 2']);
    const [window] = compile(amendedBy([change])).forms.find(({ id }) => id === 'bao-cao')!.windows;
    expect(window!.amended).toEqual({ was: { before: '2023-07-15' }, by: { document: '03-VD', clause: '2' } });
  });

  test('the explanation cites it too', () => {
    const change = { element: 'de-nghi', to: { criteria: [...(nomination.criteria ?? []), attested] } };
    const lines = (list: readonly ExplainedLine[]): ExplainedLine[] =>
      list.flatMap((entry) => [entry, ...lines(entry.lines ?? [])]);
    const all = (parts: readonly ExplainedPart[]): ExplainedLine[] =>
      parts.flatMap(({ blocks, parts: below }) => [
        ...blocks.flatMap((block) => (block.type === 'list' ? lines(block.lines) : [])),
        ...all(below),
      ]);
    const said = all(explain(amendedBy([change])).parts).filter(({ element }) =>
      element?.startsWith('de-nghi/criteria/'),
    );
    expect(said.filter(({ element }) => element === 'de-nghi/criteria/them').map(({ cite }) => told(cite))).toContain(
      '03-VD 2',
    );
    expect(
      said.filter(({ element }) => element !== 'de-nghi/criteria/them').map(({ cite }) => told(cite)),
    ).not.toContain('03-VD 2');
  });
});
