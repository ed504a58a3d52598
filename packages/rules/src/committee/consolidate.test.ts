import { describe, expect, test } from 'vitest';
import { formOfType } from '../form-of-type.js';
import { seeded } from '../../bin/vectors/random.mjs';
import { rulebookOf } from '../../test/lib/small-pack.js';
import { check } from '../judge/check.js';
import { consolidate, type ConsolidateOptions, type Consolidation } from './consolidate.js';
import type { Received } from './received.js';
import { recheck } from './recheck.js';
import { startReport } from './start-report.js';
import { valueAt } from '../values/pointer.js';

type Random = ReturnType<typeof seeded>;

const NOW = '2023-04-10T08:00:00+07:00';
const IN_TIME = '2023-03-20T08:00:00+07:00';
const LATE = '2023-04-02T08:00:00+07:00';

const count = (id: string, more: object = {}) => ({ id, label: id, ...more });
const rulebook = rulebookOf(
  {
    type: 'report',
    label: 'Báo cáo',
    windows: [{ id: 'nop', before: '2023-04-01', lateUntil: '2023-04-05' }],
    answeredBy: [
      { groups: ['xa'], duty: 'must' },
      { groups: ['phuong'], duty: 'may' },
      { groups: ['ban'], duty: 'exempt' },
    ],
    outline: [
      { id: 'i', number: 'I', title: 'Kết quả' },
      { id: 'ii', number: 'II', title: 'Kiến nghị', optional: true },
    ],
    tables: [
      {
        id: 't',
        number: '1',
        title: 'Biểu',
        rowHeader: 'Năm',
        rows: [
          { id: 'nam-nay', label: 'Năm nay' },
          { id: 'nam-truoc', label: 'Năm trước' },
        ],
        totalRow: { label: 'Tổng' },
        columns: [
          count('so-nguoi'),
          count('so-dat'),
          count('ti-le', { type: 'percent', of: ['so-dat', 'so-nguoi'] }),
          count('ti-le-khac', { type: 'percent' }),
          count('ton-dong', { across: 'none', down: 'none' }),
          count('van-ban', { type: 'yes-no' }),
          count('quy-che', { type: 'yes-no' }),
          count('ghi-chu', { type: 'text' }),
          count('rieng-xa', { groups: ['xa'] }),
          count('tong', { computed: { sum: ['so-nguoi', 'so-dat'] } }),
        ],
        checks: [
          { id: 'dat', at: 'so-dat', atMost: 'so-nguoi', severity: 'advice' },
          { id: 'dau-x', at: 'so-nguoi', atLeast: { ticks: ['van-ban', 'quy-che'] }, severity: 'warning' },
        ],
      },
    ],
  },
  {
    unitGroups: ['xa', 'phuong', 'ban'].map((id) => ({ id, label: id })),
    units: [
      { id: 'xa-mot', label: 'Xã Một', group: 'xa' },
      { id: 'xa-hai', label: 'Xã Hai', group: 'xa' },
    ],
  },
);

type Row = Record<string, number | boolean | string | null>;
const FULL: Row = { 'so-nguoi': 10, 'so-dat': 5, 'ti-le': 5000, 'ti-le-khac': 5000, 'ton-dong': 3, 'rieng-xa': 1 };

interface Sent {
  unit?: string;
  group?: string;
  row?: Row | null;
  text?: string | null;
  revision?: number;
  at?: string;
  more?: object;
}

function report({
  unit = 'xa-mot',
  group = 'xa',
  row = FULL,
  text = 'Đã làm.',
  revision = 1,
  at = IN_TIME,
  more,
}: Sent): Received {
  const submission = {
    id: 'x',
    revision,
    rulebook: 'vi-du.2023@1.0.0',
    form: 'mau',
    unit: { id: unit, group, name: `Tên ${unit}` },
    sections: { i: text },
    tables: row && { t: { 'nam-nay': row } },
    ...more,
  };
  return { submission, at };
}

const put = (received: readonly Received[], options: Partial<ConsolidateOptions> = {}): Promise<Consolidation> =>
  consolidate(rulebook, received, { now: NOW, form: 'mau', ...options });
const reasons = ({ leftOut }: Consolidation) => leftOut.map(({ source, reason }) => `${source} ${reason}`);
const found = ({ findings }: Consolidation) => findings.map(({ rule, path }) => `${rule} ${path}`);

describe('tables', () => {
  const two = [
    report({ row: { ...FULL, 'van-ban': true, 'quy-che': false } }),
    report({
      unit: 'phuong-a',
      group: 'phuong',
      row: { ...FULL, 'so-nguoi': 90, 'so-dat': 20, 'ti-le': 2222, 'van-ban': true },
    }),
  ];
  const cellsOf = async (received: readonly Received[]) => (await put(received)).tables['t']!['nam-nay']!;

  test('counts are added up, with what each unit gave', async () => {
    expect((await cellsOf(two))['so-nguoi']).toEqual({ value: 100, by: { 'xa-mot': 10, 'phuong-a': 90 } });
  });

  test('a percentage is weighted by its counts, never averaged', async () => {
    expect((await cellsOf(two))['ti-le']).toEqual({ value: 2500, by: { 'xa-mot': 5000, 'phuong-a': 2222 } });
  });

  test('a percentage without its counts, and a stock, have no sum and a reason', async () => {
    const result = await put(two);
    const cells = result.tables['t']!['nam-nay']!;
    expect([cells['ti-le-khac']!.value, cells['ton-dong']!.value]).toEqual([null, null]);
    expect(cells['ton-dong']!.by).toEqual({ 'xa-mot': 3, 'phuong-a': 3 });
    expect(found(result)).toEqual(['table/t/across /tables/t', 'table/t/across /tables/t']);
    expect(result.findings.map(({ message }) => message)).toEqual([
      '1. Biểu: không tính được cột “ti-le-khac” chung, vì biểu không có số liệu gốc của tỉ lệ.',
      '1. Biểu: không cộng cột “ton-dong” của các đơn vị.',
    ]);
  });

  test('a percentage of nothing has no value, and a reason at its cell', async () => {
    const result = await put([report({ row: { ...FULL, 'so-nguoi': 0, 'so-dat': 0, 'ti-le': 0 } })]);
    expect(result.tables['t']!['nam-nay']!['ti-le']!.value).toBeNull();
    expect(found(result)).toContain('table/t/across /tables/t/nam-nay/ti-le');
  });

  test('a tick counts 1', async () => {
    expect((await cellsOf(two))['van-ban']).toEqual({ value: 2, by: { 'xa-mot': 1, 'phuong-a': 1 } });
    expect((await cellsOf(two))['quy-che']).toEqual({ value: 0, by: {} });
  });

  test('a computed column is computed of the sums, and for each unit', async () => {
    expect((await cellsOf(two))['tong']).toEqual({ value: 125, by: { 'xa-mot': 15, 'phuong-a': 110 } });
  });

  test('what a group is not asked for is not added, even where it stands there', async () => {
    expect((await cellsOf(two))['rieng-xa']).toEqual({ value: 1, by: { 'xa-mot': 1 } });
  });

  test('a row nobody filled is 0, without anybody behind it; the total row is not there', async () => {
    const { tables } = await put(two);
    expect(Object.keys(tables['t']!)).toEqual(['nam-nay', 'nam-truoc']);
    expect(tables['t']!['nam-truoc']!['so-nguoi']).toEqual({ value: 0, by: {} });
  });

  test('checks are run again on the sums, ticks counted', async () => {
    const result = await put([
      report({ row: { ...FULL, 'so-nguoi': 1, 'so-dat': 5, 'ti-le': 50_000, 'van-ban': true } }),
      report({
        unit: 'xa-hai',
        row: { ...FULL, 'so-nguoi': 0, 'so-dat': 0, 'ti-le': 0, 'van-ban': true, 'quy-che': true },
      }),
    ]);
    expect(found(result)).toContain('table/t/dat /tables/t/nam-nay/so-dat');
    expect(found(result)).toContain('table/t/dau-x /tables/t/nam-nay/so-nguoi');
    expect(found(await put(two))).not.toContain('table/t/dau-x /tables/t/nam-nay/so-nguoi');
  });

  test('a unit may be called like a member of every object', async () => {
    const result = await put([
      report({ unit: '__proto__', group: 'phuong' }),
      report({ unit: 'constructor', group: 'phuong' }),
    ]);
    expect(JSON.parse(JSON.stringify(result.tables['t']!['nam-nay']!['so-nguoi']))).toEqual(
      JSON.parse('{ "value": 20, "by": { "__proto__": 10, "constructor": 10 } }'),
    );
  });
});

describe('text', () => {
  test('every counted unit stands under every section, in order of group and unit', async () => {
    const { sections, names } = await put(
      [
        report({ unit: 'phuong-b', group: 'phuong' }),
        report({ unit: 'xa-hai', text: 'Không phát sinh' }),
        report({ unit: 'phuong-a', group: 'phuong', more: { sections: { i: 'Có.', ii: 'Đề nghị.' } } }),
        report({ unit: 'xa-mot' }),
      ],
      {
        units: [
          { id: 'phuong-b', group: 'phuong', name: 'Phường B' },
          { id: 'xa-hai', group: 'xa' },
        ],
      },
    );
    expect(sections['i']).toEqual([
      { unit: 'xa-hai', text: 'Không phát sinh' },
      { unit: 'xa-mot', text: 'Đã làm.' },
      { unit: 'phuong-b', text: 'Đã làm.' },
      { unit: 'phuong-a', text: 'Có.' },
    ]);
    expect(sections['ii']!.map(({ text }) => text)).toEqual([null, null, null, 'Đề nghị.']);
    expect(names).toMatchObject({ 'xa-mot': 'Xã Một', 'phuong-b': 'Phường B', 'phuong-a': 'Tên phuong-a' });
  });
});

describe('which reports count', () => {
  test('late ones are counted and marked, until even that is over', async () => {
    const result = await put([report({ at: LATE }), report({ unit: 'xa-hai', at: '2023-04-06T00:00:00+07:00' })]);
    expect(result.units).toMatchObject({ counted: ['xa-mot'], late: ['xa-mot'], missing: [] });
    expect(reasons(result)).toEqual(['1 invalid']);
  });

  test('missing: had to and sent nothing; exempt: not asked', async () => {
    const { units, leftOut } = await put([report({}), report({ unit: 'ban-a', group: 'ban' })], {
      units: [
        { id: 'ban-a', group: 'ban' },
        { id: 'phuong-a', group: 'phuong' },
      ],
    });
    expect(units).toEqual({ counted: ['xa-mot'], late: [], missing: ['xa-hai'], exempt: ['ban-a'] });
    expect(leftOut).toEqual([{ source: 1, unit: 'ban-a', reason: 'exempt' }]);
  });

  test('of several by one unit the highest revision, then the latest', async () => {
    const revisions = [
      report({ revision: 2, text: 'hai' }),
      report({ revision: 3, text: 'ba' }),
      report({ revision: 1 }),
    ];
    const result = await put(revisions);
    expect(result.sections['i']).toEqual([{ unit: 'xa-mot', text: 'ba' }]);
    expect(reasons(result)).toEqual(['0 superseded', '2 superseded']);
    const seconds = ['2023-03-20T08:00:59.5+07:00', '2023-03-20T01:00:59,7Z', '2023-03-20T08:00:59.6+07:00'];
    const byTime = await put(seconds.map((at, index) => report({ at, text: `${index}` })));
    expect(byTime.sections['i']).toEqual([{ unit: 'xa-mot', text: '1' }]);
  });

  test('one with an error was refused: it supersedes nothing', async () => {
    const result = await put([report({ text: 'đúng' }), report({ revision: 2, text: null })]);
    expect(result.sections['i']).toEqual([{ unit: 'xa-mot', text: 'đúng' }]);
    expect(reasons(result)).toEqual(['1 invalid']);
  });

  test('a unit is the one that signed in; one that claims another is refused', async () => {
    const result = await put([{ ...report({ unit: 'xa-hai' }), unit: { id: 'xa-mot', group: 'xa' } }]);
    expect(result.leftOut).toEqual([{ source: 0, unit: 'xa-mot', reason: 'invalid' }]);
    expect(result.units.missing).toEqual(['xa-hai']);
  });

  test('one of an older version of the pack counts, with a warning', async () => {
    const result = await put([report({ more: { rulebook: 'vi-du.2023@0.9.0' } })]);
    expect(result.units.counted).toEqual(['xa-mot']);
    expect(result.findings[0]).toMatchObject({
      rule: 'rulebook',
      severity: 'warning',
      path: '/received/0/submission/rulebook',
    });
  });

  test('a unit on no list counts, with a warning', async () => {
    const result = await put([report({ unit: 'phuong-z', group: 'phuong' })], { units: [] });
    expect(result.units.counted).toEqual(['phuong-z']);
    expect(result.findings[0]).toMatchObject({ rule: 'roster', severity: 'warning', path: '/units/phuong-z' });
  });

  const unitZ = { id: 'phuong-z', group: 'phuong' };
  test('a unit on no list, of which nothing counts, is called as it calls itself', async () => {
    const refused = report({ unit: 'phuong-z', group: 'phuong', text: null });
    const renamed = report({
      unit: 'phuong-z',
      group: 'phuong',
      text: null,
      more: { unit: { ...unitZ, name: 'Tên khác' } },
    });
    for (const received of [
      [refused, renamed],
      [renamed, refused],
    ]) {
      const { names, units, leftOut } = await put(received);
      expect(names).toMatchObject({ 'phuong-z': 'Tên khác' });
      expect(units.counted).toEqual([]);
      expect(leftOut.map(({ unit }) => unit)).toEqual(['phuong-z', 'phuong-z']);
    }
  });

  test.each([
    ['of somebody else who signed in', { id: 'xa-mot', group: 'xa' }, 'Tên phuong-z'],
    ['that is no name', undefined, 7],
    ['longer than any name may be', undefined, 'x'.repeat(501)],
  ])('no name is taken %s', async (_, unit, name) => {
    const claimed = report({ unit: 'phuong-z', group: 'phuong', more: { unit: { ...unitZ, name } } });
    const { names } = await put([{ ...claimed, ...(unit && { unit }) }]);
    expect(names).toEqual({ 'xa-mot': 'Xã Một', 'xa-hai': 'Xã Hai' });
  });

  test('sources are named as the caller names them', async () => {
    const result = await put([{ ...report({ text: null }), source: 'xa-mot.json' }]);
    expect(result.leftOut).toEqual([{ source: 'xa-mot.json', unit: 'xa-mot', reason: 'invalid' }]);
  });

  const cyclic: Record<string, unknown> = { form: 'mau' };
  cyclic['self'] = cyclic;
  const thrower = new Proxy(
    {},
    {
      get: () => {
        throw new Error('no');
      },
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  test.each<[string, unknown, string]>([
    ['null', null, 'unreadable'],
    ['a number', 7, 'unreadable'],
    ['no submission', { at: IN_TIME }, 'unreadable'],
    ['a submission that is a list', { submission: [], at: IN_TIME }, 'unreadable'],
    ['a cycle', { submission: cyclic, at: IN_TIME }, 'unreadable'],
    ['something that throws', { submission: thrower, at: IN_TIME }, 'unreadable'],
    ['nothing in it', { submission: {}, at: IN_TIME }, 'other-form'],
    ['another form', report({ more: { form: 'khac' } }), 'other-form'],
    ['another pack', report({ more: { rulebook: 'khac@1.0.0' } }), 'invalid'],
    ['no unit', report({ more: { unit: null } }), 'invalid'],
    ['a unit that is a list', report({ more: { unit: [] } }), 'invalid'],
    ['a table that is not in the pack', report({ more: { tables: { t9: {} } } }), 'invalid'],
    ['a count of 1e308', report({ row: { ...FULL, 'so-nguoi': 1e308 } }), 'unreadable'],
    ['a count of 1e12', report({ row: { ...FULL, 'so-nguoi': 1e12 } }), 'invalid'],
    ['a count of -1', report({ row: { ...FULL, 'so-nguoi': -1 } }), 'invalid'],
    ['a count of 0.5', report({ row: { ...FULL, 'so-nguoi': 0.5 } }), 'invalid'],
    ['a count of NaN', report({ row: { ...FULL, 'so-nguoi': NaN } }), 'unreadable'],
    ['a count in words', report({ row: { ...FULL, 'so-nguoi': '12 cuộc' } }), 'invalid'],
    ['a table that is a text', report({ more: { tables: 'không' } }), 'invalid'],
    ['a tick where a count belongs', report({ row: { ...FULL, 'so-nguoi': true } }), 'invalid'],
  ])('bad input is left out and named: %s', async (_what, bad, reason) => {
    const result = await put([report({ unit: 'xa-hai' }), bad as Received]);
    expect(reasons(result)).toEqual([`1 ${reason}`]);
    expect(result.units.counted).toEqual(['xa-hai']);
    expect(result.tables['t']!['nam-nay']!['so-nguoi']!.value).toBe(10);
  });

  test.each([
    ['now', { now: 'hôm nay' }, [report({})]],
    ['at', {}, [report({ at: '2023-03-20' })]],
    ['form', { form: 'khac' }, []],
    ['period', { period: 'quy-i' }, []],
  ])('a wrong call is a RangeError: %s', async (_what, options, received) => {
    await expect(put(received, options)).rejects.toThrow(RangeError);
  });
});

describe('a directive amended while units answer', () => {
  const amended = rulebookOf(
    {
      type: 'report',
      label: 'Báo cáo',
      windows: [{ id: 'nop', before: '2023-04-01', late: 'refuse' }],
      outline: [
        { id: 'i', title: 'Kết quả' },
        { id: 'ii', title: 'Kiến nghị' },
      ],
      tables: [
        {
          id: 't',
          title: 'Biểu',
          rowHeader: 'Năm',
          rows: [{ id: 'nam-nay', label: 'Năm nay' }],
          columns: [count('so-nguoi'), count('so-dat')],
        },
      ],
    },
    {
      version: '1.1.0',
      amendments: [
        {
          number: '02-VD',
          date: '2023-03-28',
          changes: [
            { element: 'mau/windows/nop', to: { before: '2023-04-10' } },
            { element: 'mau/outline/ii', withdrawn: true },
            { element: 'mau/tables/t/columns/so-dat', withdrawn: true },
          ],
        },
      ],
    },
  );
  const old = (sections: object, row: Row, version = '1.0.0') =>
    report({ at: LATE, row, more: { sections, rulebook: `vi-du.2023@${version}` } });
  const putBy = (received: Received) => consolidate(amended, [received], { now: NOW, form: 'mau' });

  test('what the form no longer asks for is left aside and named; the rest counts, by the new deadline', async () => {
    const result = await putBy(old({ i: 'a', ii: 'b' }, { 'so-nguoi': 2, 'so-dat': 1 }));
    expect(result.units).toMatchObject({ counted: ['xa-mot'], late: [] });
    expect(result.tables['t']!['nam-nay']).toEqual({ 'so-nguoi': { value: 2, by: { 'xa-mot': 2 } } });
    expect(result.findings).toMatchObject([
      { rule: 'rulebook', severity: 'warning', params: { dropped: '/sections/ii, /tables/t/nam-nay/so-dat' } },
    ]);
  });

  test('one that is stored can be judged again by itself', () => {
    const told = recheck(amended, old({ i: 'a', ii: 'b' }, { 'so-nguoi': 2, 'so-dat': 1 }));
    expect(told).toMatchObject({ valid: true, dropped: ['/sections/ii', '/tables/t/nam-nay/so-dat'] });
    expect(recheck(amended, old({ ii: 'b' }, { 'so-nguoi': 2 }))).toMatchObject({ valid: false, dropped: [] });
    expect(recheck(amended, { submission: 'x', at: LATE })).toMatchObject({ valid: false, dropped: [] });
    expect(() => recheck(amended, { submission: {}, at: 'hôm qua' })).toThrow(RangeError);
  });

  test.each<[string, Received]>([
    ['what is wrong by both versions', old({ i: 'a', ii: 'b' }, { 'so-nguoi': '12 cuộc' })],
    ['what is missing by both versions', old({ ii: 'b' }, { 'so-nguoi': 2, 'so-dat': 1 })],
    ['what the current version never asked for', old({ i: 'a', ii: 'b' }, { 'so-nguoi': 2 }, '1.1.0')],
  ])('stays an error: %s', async (_what, received) => {
    expect(reasons(await putBy(received))).toEqual(['0 invalid']);
  });
});

describe('periods', () => {
  const recurring = rulebookOf({
    type: 'report',
    periods: [
      { id: 'quy-i', label: 'Quý I', windows: [{ id: 'nop', before: '2023-04-01' }] },
      { id: 'nam', label: 'Năm', windows: 'unannounced' },
    ],
  });
  const sent = (period: string, at: string) =>
    report({ more: { period, sections: { 'noi-dung': 'x' }, tables: undefined }, at });

  test('only the period asked for is put together, and late is late for it', async () => {
    const result = await consolidate(recurring, [sent('quy-i', LATE), sent('nam', LATE)], {
      now: NOW,
      form: 'mau',
      period: 'quy-i',
    });
    expect(result).toMatchObject({ period: 'quy-i', units: { counted: ['xa-mot'], late: ['xa-mot'] } });
    expect(reasons(result)).toEqual(['1 other-period']);
    await expect(consolidate(recurring, [], { now: NOW, form: 'mau' })).rejects.toThrow(/quy-i, nam/);
  });
});

describe('the order in which reports come makes no difference', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('campaign %i', async (seed) => {
    const random = seeded(seed);
    const campaign = Array.from({ length: 40 }, () => anything(random));
    const expected = orderless(await put(campaign), campaign);
    for (let round = 0; round < 5; round++) {
      const order = shuffled(campaign, random);
      expect(orderless(await put(order), order)).toEqual(expected);
    }
  });

  /** Few units, revisions and instants, to provoke superseding and ties. */
  function anything(random: Random): Received {
    const group = random.pick(['xa', 'phuong', 'phuong', 'ban']);
    const unit = group === 'xa' ? random.pick(['xa-mot', 'xa-hai']) : `${group}-${random.below(3)}`;
    const value = () => random.pick([0, 1, 2, null, null, -1]);
    const all = { ...FULL, 'so-nguoi': random.below(9), 'so-dat': random.below(5), 'van-ban': random.oneIn(2) };
    return report({
      unit,
      group,
      revision: 1 + random.below(3),
      at: random.pick([IN_TIME, LATE, '2023-04-07T08:00:00+07:00']),
      text: random.pick(['a', 'b', null]),
      row: random.oneIn(4) ? { ...all, 'so-nguoi': value() } : all,
      more: random.oneIn(10) ? { form: 'khac' } : random.oneIn(10) ? { rulebook: 'vi-du.2023@0.9.0' } : {},
    });
  }

  /** Replaces sources by their contents, and sorts whatever depends only on position. */
  function orderless(result: Consolidation, order: readonly Received[]): unknown {
    const { leftOut, findings, ...rest } = result;
    const contentAt = (place: unknown) => JSON.stringify(order[Number(place)]);
    return {
      ...(JSON.parse(JSON.stringify(rest)) as object),
      leftOut: leftOut.map(({ source, unit, reason }) => `${contentAt(source)} ${unit} ${reason}`).sort(),
      findings: findings
        .map(({ rule, path, message }) =>
          rule === 'rulebook' ? `${rule} ${contentAt(/\d+/.exec(path)![0])}` : `${rule} ${path} ${message}`,
        )
        .sort(),
    };
  }

  function shuffled<T>(list: readonly T[], random: Random): T[] {
    const left = [...list];
    return Array.from({ length: list.length }, () => left.splice(random.below(left.length), 1)[0]!);
  }
});

test('the stream is read once, one report at a time', async () => {
  let open = 0;
  let most = 0;
  async function* stream(): AsyncGenerator<Received> {
    for (let number = 0; number < 50; number++) {
      most = Math.max(most, ++open);
      yield await Promise.resolve(report({ unit: `phuong-${number}`, group: 'phuong' }));
      open--;
    }
  }
  const result = await consolidate(rulebook, stream(), { now: NOW, form: 'mau' });
  expect([result.units.counted.length, most]).toEqual([50, 1]);
});

test('units that say there was nothing are listed by name, as are those that said nothing', async () => {
  const told = (unit: string, ii: string | null) =>
    report({ unit, group: unit.startsWith('xa') ? 'xa' : 'phuong', more: { sections: { i: 'Có.', ii } } });
  const result = await put([told('xa-mot', 'Không phát sinh.'), told('xa-hai', null), told('phuong-a', 'Đề nghị.')]);
  expect(startReport(result, formOfType(rulebook, 'mau', 'report')).sections!['ii']).toBe(
    'Tên phuong-a:\nĐề nghị.\n\nKhông phát sinh: Xã Một.\n\nKhông có nội dung: Xã Hai.',
  );
});

test('a consolidation begins the report one level up', async () => {
  const result = await put([
    report({ row: { ...FULL, 'van-ban': true } }),
    report({ unit: 'xa-hai', more: { sections: { i: 'Tốt.', ii: 'Đề nghị.' } } }),
  ]);
  const started = startReport(result, formOfType(rulebook, 'mau', 'report'));
  expect(started.sections).toEqual({
    i: 'Xã Một:\nĐã làm.\n\nXã Hai:\nTốt.',
    ii: 'Xã Hai:\nĐề nghị.\n\nKhông có nội dung: Xã Một.',
  });
  expect(valueAt(started, '/tables/t/nam-nay')).toEqual({
    'so-nguoi': 20,
    'so-dat': 10,
    'ti-le': 5000,
    'ti-le-khac': null,
    'ton-dong': null,
    'rieng-xa': 2,
  });
  expect(valueAt(started, '/tables/t/nam-truoc/so-nguoi')).toBeNull();
  const cells = { ...(valueAt(started, '/tables/t/nam-nay') as object), 'ti-le-khac': 4000, 'ton-dong': 6 };
  const begun = { ...(report({}).submission as object), ...started };
  const verdict = (submission: object) =>
    check(rulebook, submission, { now: IN_TIME }).findings.map(({ path }) => path);
  expect(verdict(begun)).toEqual(['/tables/t/nam-nay/ti-le-khac']);
  expect(verdict({ ...begun, tables: { t: { 'nam-nay': cells } } })).toEqual([]);
});
