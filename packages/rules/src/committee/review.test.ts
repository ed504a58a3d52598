import { describe, expect, test } from 'vitest';
import { seeded } from '../../bin/vectors/random.mjs';
import { rulebookOf } from '../../test/lib/small-pack.js';
import type { Received } from './received.js';
import { review, reviewDesk, type Review, type ReviewOptions } from './review.js';
import type { Rulebook } from '../rulebook.js';
import { placesLeft, type Picks, type SelectionPick } from './select.js';
import type { Kind } from '../submission.js';

const NOW = '2023-03-25T08:00:00+07:00';
const IN_TIME = '2023-03-20T08:00:00+07:00';
const AFTER = '2023-04-02T08:00:00+07:00';

const form = {
  type: 'nomination',
  label: 'Đề nghị',
  windows: [{ id: 'nop', before: '2023-04-01' }],
  answeredBy: [
    { groups: ['xa'], duty: 'must' },
    { groups: ['phuong'], duty: 'may' },
    { groups: ['ban'], duty: 'exempt' },
  ],
  ifSilent: { label: 'xem như không có điển hình', cite: '3' },
  nominees: {
    collective: { fields: ['name'] },
    individual: { fields: ['name', { field: 'workplace', optional: true }] },
  },
  quotas: [{ id: 'bao-nhieu', anyOf: [[{ of: ['collective', 'individual'], min: 0 }]] }],
};
const members = {
  unitGroups: ['xa', 'phuong', 'ban'].map((id) => ({ id, label: id })),
  awards: [{ id: 'bk', label: 'Bằng khen' }],
};
const deskOf = (selections: object[], more: object = {}) =>
  rulebookOf({ ...form, ...more }, { ...members, selections });
const rulebook = deskOf([
  {
    id: 'khen',
    label: 'Khen',
    from: 'mau',
    counts: [{ of: ['collective', 'individual'], max: 3 }],
    reserved: [{ id: 'tham-muu', of: ['individual'], count: 1, by: 'cơ quan tham mưu' }],
  },
  { id: 'tiep', label: 'Giới thiệu tiếp', from: 'khen', counts: [{ of: ['individual'], min: 0 }] },
]);

type Person = string | { name: string; kind?: Kind; workplace?: string };

function nomination(
  unit: string,
  people: readonly Person[],
  { group = 'xa', revision = 1, at = IN_TIME } = {},
): Received {
  const nominees = people.map((person, index) => ({
    id: `n${index + 1}`,
    kind: 'individual',
    ...(typeof person === 'string' ? { name: person } : person),
  }));
  const submission = { revision, rulebook: 'vi-du.2023@1.0.0', form: 'mau', unit: { id: unit, group }, nominees };
  return { submission, at };
}

const look = (received: readonly Received[], options: Partial<ReviewOptions> = {}, by: Rulebook = rulebook): Review =>
  review(by, received, { now: NOW, form: 'mau', ...options });
const found = ({ findings }: Review) => findings.map(({ rule, path }) => `${rule} ${path}`);
const pick = (unit: string, place: number): SelectionPick => ({ unit, nominee: `n${place}` });
const reserve = (name: string, reserved = 'tham-muu'): SelectionPick => ({
  reserved,
  nominee: { kind: 'individual', name },
});

describe('units', () => {
  test('who answered, who was late, who is missing, who is not asked', () => {
    const result = look(
      [
        nomination('xa-hai', ['A'], { at: AFTER }),
        nomination('phuong-a', ['B'], { group: 'phuong' }),
        nomination('ban-a', ['C'], { group: 'ban' }),
      ],
      { units: [{ id: 'ban-b', group: 'ban' }] },
    );
    expect(result.units).toEqual({
      answered: ['xa-hai', 'phuong-a'],
      late: ['xa-hai'],
      missing: ['xa-mot'],
      exempt: ['ban-b'],
    });
    expect(found(result)).toEqual(['received/exempt /received/2', 'roster /units/phuong-a']);
  });

  test('a list of units that does not fit the directive, or holds what is no unit, is said and survived', () => {
    const units = [{ id: 'la', group: 'khong-co' }, null, { id: 7 }, 'xa-mot'] as never;
    const result = look([nomination('xa-mot', ['A'])], { units });
    expect(found(result)).toEqual(['roster /units/la']);
    expect(result.units.missing).toEqual(['xa-hai']);
  });

  test('after the deadline a unit is silent, and the directive says what that means; before it nothing is said', () => {
    const late = look([nomination('xa-mot', ['A'])], { now: AFTER });
    expect(late.findings).toMatchObject([
      {
        rule: 'silent',
        severity: 'warning',
        path: '/units/xa-hai',
        message: 'Đã hết thời hạn mà “Xã Hai” chưa gửi: xem như không có điển hình.',
        cite: { document: '01-VD', clause: '3' },
      },
    ]);
    expect(found(look([nomination('xa-mot', ['A'])]))).toEqual([]);
  });

  test('a unit that sent something invalid has answered, and it is said what is wrong', () => {
    const result = look([nomination('xa-mot', [{ name: ' ' }])], { now: AFTER });
    expect(result.units).toMatchObject({ answered: ['xa-mot'], missing: ['xa-hai'] });
    expect(result.findings[0]).toMatchObject({ rule: 'received/invalid', severity: 'warning', path: '/received/0' });
    expect(result.proposal).toEqual([]);
  });

  test('of several by one unit the highest revision counts; other forms are passed over', () => {
    const other = { submission: { form: 'khac' }, at: IN_TIME };
    const result = look([nomination('xa-mot', ['B'], { revision: 2 }), nomination('xa-mot', ['A']), other]);
    expect(result.proposal.map(({ nominee }) => nominee['name'])).toEqual(['B']);
    expect(found(result)).toEqual([]);
  });

  test('one of an older version of the pack counts, with a warning', () => {
    const old = nomination('xa-mot', ['A']);
    const result = look([{ ...old, submission: { ...(old.submission as object), rulebook: 'vi-du.2023@0.9.0' } }]);
    expect(result.proposal).toHaveLength(1);
    expect(found(result)).toEqual(['rulebook /received/0/submission/rulebook']);
  });
});

describe('proposal', () => {
  test('in office order: kind as the form has it, then given name; with picks and those in reserved places', () => {
    const result = look(
      [
        nomination('xa-mot', ['Nguyễn Văn Hùng', 'Trần Thị Ánh', { kind: 'collective', name: 'Xã đoàn' }]),
        nomination('xa-hai', ['Lê An', { kind: 'collective', name: 'Chi bộ 2' }], { at: AFTER }),
      ],
      { picks: { khen: [pick('xa-mot', 2), reserve('Đỗ Bình')], tiep: [pick('xa-mot', 2)] } },
    );
    expect(
      result.proposal.map((line) => [line.nominee['name'], line.unit ?? line.reserved, line.late, line.selections]),
    ).toEqual([
      ['Chi bộ 2', 'xa-hai', true, []],
      ['Xã đoàn', 'xa-mot', false, []],
      ['Lê An', 'xa-hai', true, []],
      ['Trần Thị Ánh', 'xa-mot', false, ['khen', 'tiep']],
      ['Đỗ Bình', 'tham-muu', false, ['khen']],
      ['Nguyễn Văn Hùng', 'xa-mot', false, []],
    ]);
    expect(result.selections).toEqual({
      khen: [
        { of: ['collective', 'individual'], picked: 2, min: 0, max: 3 },
        { of: ['individual'], picked: 1, min: 0, max: 1, reserved: 'tham-muu' },
      ],
      tiep: [{ of: ['individual'], picked: 1, min: 0, max: null }],
    });
  });
});

describe('the same nominee twice', () => {
  const twice = (left: Person, right: Person) =>
    found(look([nomination('xa-hai', [right]), nomination('xa-mot', [left])]));

  test.each<[string, Person, Person, string[]]>([
    ['in the same spelling', 'Lê Hòa', 'Lê Hòa', ['unique/nominee']],
    ['with the tone placed elsewhere', 'Lê Hòa', 'LÊ HOÀ', ['unique/nominee']],
    ['elsewhere at work: told as advice', { name: 'Lê Hòa', workplace: 'Tổ 1' }, 'Lê Hoà', ['unique/name']],
    [
      'at one workplace in two spellings',
      { name: 'A', workplace: 'TP. X' },
      { name: 'A', workplace: 'tp.x' },
      ['unique/nominee'],
    ],
    ['of another kind', { name: 'A', kind: 'collective' }, 'A', []],
    ['with another tone', 'Lê Hoa', 'Lê Hòa', []],
  ])('%s', (_what, left, right, rules) => {
    // The finding is on the one whose unit comes later, regardless of arrival order.
    expect(twice(left, right)).toEqual(rules.map((rule) => `${rule} /received/0/submission/nominees/0`));
  });

  test('somebody in a reserved place whom a unit put forward as well', () => {
    const result = look([nomination('xa-mot', ['Lê Hòa'])], { picks: { khen: [reserve('Lê Hoà')] } });
    expect(found(result)).toEqual(['unique/nominee /picks/khen/0/nominee']);
  });
});

describe('past awards', () => {
  const excluding = (exclusion: object) =>
    deskOf([], { exclusions: [{ id: 'da-khen', label: 'Đã được khen', ...exclusion }] });
  const declared = (received: Received): Received => {
    const submission = structuredClone(received.submission) as { nominees: object[] };
    submission.nominees = submission.nominees.map((nominee) => ({ ...nominee, declared: { 'da-khen': false } }));
    return { ...received, submission };
  };
  const HAD = { kind: 'individual', name: 'lê hoà', award: 'bk', year: 2022 } as const;

  test.each<[string, object, object, boolean]>([
    ['the award and the year', { awards: ['bk'], years: [2022] }, HAD, true],
    ['another year', { awards: ['bk'], years: [2021] }, HAD, false],
    ['another award', { awards: ['bk'], years: [2022] }, { ...HAD, award: 'gk' }, false],
    ['another kind', { awards: ['bk'], years: [2022] }, { ...HAD, kind: 'collective' }, false],
    ['no awards named: any', { years: [2022] }, { ...HAD, award: 'gk' }, true],
    ['no years named: any', { awards: ['bk'] }, { ...HAD, year: 1999 }, true],
    ['neither named: nothing to compare', {}, HAD, false],
    ['not a kind the exclusion is about', { of: ['collective'], awards: ['bk'], years: [2022] }, HAD, false],
    ['an entry that cannot be read', { awards: ['bk'], years: [2022] }, { name: 7 }, false],
  ])('%s', (_what, exclusion, had, ruledOut) => {
    const result = look(
      [declared(nomination('xa-mot', ['Lê Hòa']))],
      { pastAwards: [had as never] },
      excluding(exclusion),
    );
    expect(found(result)).toEqual(ruledOut ? ['exclusion/da-khen /received/0/submission/nominees/0'] : []);
  });
});

describe('picks', () => {
  const people = nomination('xa-mot', ['A', 'B', 'C', 'D', { kind: 'collective', name: 'Đ' }]);
  const KHEN = 'selection/khen /picks/khen';

  test.each<[string, unknown, string[]]>([
    ['none yet', undefined, []],
    ['an empty list', { khen: [] }, []],
    ['as many as are open to units', { khen: [pick('xa-mot', 1), pick('xa-mot', 5)] }, []],
    ['those and the reserved one', { khen: [pick('xa-mot', 1), pick('xa-mot', 2), reserve('X')] }, []],
    ['the reserved place taken by a unit', { khen: [1, 2, 3].map((place) => pick('xa-mot', place)) }, [KHEN]],
    ['more than there are', { khen: [1, 2, 3, 4].map((place) => pick('xa-mot', place)) }, [KHEN]],
    ['too many in reserved places', { khen: [reserve('X'), reserve('Y')] }, [KHEN]],
    ['a reserved place that is not there', { khen: [reserve('X', 'khac')] }, [KHEN]],
    ['one person twice', { khen: [pick('xa-mot', 1), pick('xa-mot', 1)] }, [KHEN]],
    ['one reserved person in two spellings', { khen: [reserve('Lê Hòa'), reserve('LÊ HOÀ')] }, [KHEN]],
    ['nobody of the unit', { khen: [pick('xa-mot', 9)] }, [KHEN]],
    ['onward from the picks', { khen: [pick('xa-mot', 1), reserve('X')], tiep: [pick('xa-mot', 1), reserve('X')] }, []],
    ['onward from elsewhere', { khen: [pick('xa-mot', 1)], tiep: [pick('xa-mot', 2)] }, ['selection/tiep /picks/tiep']],
    ['onward, nothing picked before', { tiep: [pick('xa-mot', 2)] }, ['selection/tiep /picks/tiep']],
    [
      'onward, of a kind not asked for',
      { khen: [pick('xa-mot', 5)], tiep: [pick('xa-mot', 5)] },
      ['selection/tiep /picks/tiep'],
    ],
    [
      'a selection there is not',
      { khac: [], '__proto__/~': [] },
      ['selection/khac /picks/khac', 'selection/__proto__/~ /picks/__proto__~1~0'],
    ],
    ['no list', { khen: 'tất cả' }, [KHEN]],
    [
      'entries that are none',
      { khen: [null, 7, {}, { unit: 'xa-mot' }, { reserved: 'tham-muu', nominee: 'X' }] },
      Array(5).fill(KHEN),
    ],
    ['reserved nominees without name or kind', { khen: [{ reserved: 'tham-muu', nominee: {} }] }, [KHEN]],
    ['no map at all', [], ['schema /picks']],
    ['null', null, []],
  ])('%s', (_what, picks, expected) => {
    expect(found(look([people], { picks: picks as Picks }))).toEqual(expected);
  });

  test('exact bounds: fewer and more are told, with the numbers', () => {
    const exact = deskOf([{ id: 'khen', label: 'Khen', from: 'mau', counts: [{ of: ['individual'], exactly: 2 }] }]);
    const said = (many: number) =>
      look(
        [people],
        { picks: { khen: [1, 2, 3].slice(0, many).map((place) => pick('xa-mot', place)) } },
        exact,
      ).findings.map(({ message }) => message);
    expect(said(1)).toEqual(['Mới chọn 1 cá nhân, ít hơn số lượng 2.']);
    expect(said(2)).toEqual([]);
    expect(said(3)).toEqual(['Đã chọn 3 cá nhân, nhiều hơn số lượng 2.']);
  });

  test('picks from a nomination that has an error do not stand', () => {
    const result = look([nomination('xa-mot', ['A', { name: ' ' }])], { picks: { khen: [pick('xa-mot', 1)] } });
    expect(found(result)).toEqual(['received/invalid /received/0', KHEN]);
  });
});

/** Random selections, compared with a separate count: never refused within all bounds, never accepted beyond one. */
describe('a selection within its totals is never refused, one beyond never accepted', () => {
  test.each(Array.from({ length: 60 }, (_, index) => index + 1))('campaign %i', (seed) => {
    const random = seeded(seed);
    const kinds = ['collective', 'individual'] as const;
    const together = random.oneIn(2);
    const bounds = (together ? [[...kinds]] : kinds.map((kind) => [kind])).map((of) => {
      const min = random.below(4);
      return { of, min, max: min + random.below(5) + 2 };
    });
    const kind = random.pick(kinds);
    const places = random.below(3);
    const reserved = places > 0 ? [{ id: 'rieng', of: [kind], count: places }] : [];
    const desk = deskOf([{ id: 'khen', label: 'Khen', from: 'mau', counts: bounds, reserved }]);

    const pool = Array.from({ length: 12 }, (_, index) => ({ kind: random.pick(kinds), name: `Tên ${index}` }));
    const received = [nomination('xa-mot', pool.slice(0, 6)), nomination('xa-hai', pool.slice(6))];
    for (let round = 0; round < 20; round++) {
      const chosen = random.some([...pool.keys()], random.below(11));
      const inReserve = random.below(3);
      const picks = [
        ...chosen.map((place) => pick(place < 6 ? 'xa-mot' : 'xa-hai', (place % 6) + 1)),
        ...Array.from({ length: inReserve }, (_, index) => ({
          reserved: 'rieng',
          nominee: { kind, name: `Riêng ${index}` },
        })),
      ];
      const within =
        inReserve <= places &&
        bounds.every(({ of, min, max }) => {
          const ofUnits = chosen.filter((place) => of.includes(pool[place]!.kind)).length;
          const isKept = of.includes(kind);
          const all = ofUnits + (isKept ? inReserve : 0);
          return all >= min && all <= max && ofUnits <= max - (isKept ? places : 0);
        });
      const { findings, selections } = look(received, { picks: { khen: picks } }, desk);
      expect({ picks, accepted: findings.length === 0 }).toEqual({ picks, accepted: within });
      const next = [...pool.keys()].find((place) => !chosen.includes(place));
      if (!within || next === undefined) continue;
      // The room shown on a page matches what judging allows.
      const one = pick(next < 6 ? 'xa-mot' : 'xa-hai', (next % 6) + 1);
      const after = look(received, { picks: { khen: [...picks, one] } }, desk);
      const hasRoom = placesLeft(selections['khen']!, pool[next]!.kind) > 0;
      expect({ picks, one, accepted: after.findings.length === 0 }).toEqual({ picks, one, accepted: hasRoom });
    }
  });
});

test('a page looks again after every pick; what came in is judged once', () => {
  let judged = 0;
  const sent = nomination('xa-mot', ['A', 'B']).submission as Record<string, unknown>;
  const counting = {
    ...sent,
    get nominees() {
      judged++;
      return sent['nominees'];
    },
  };
  const at = reviewDesk(rulebook, [{ submission: counting, at: IN_TIME }], { form: 'mau' });
  const once = judged;
  const picks = { khen: [pick('xa-mot', 1)] };
  expect(at({ now: NOW, picks }).selections['khen']![0]!.picked).toBe(1);
  expect(at({ now: NOW }).selections['khen']![0]!.picked).toBe(0);
  expect(at({ now: NOW, picks })).toEqual(look([nomination('xa-mot', ['A', 'B'])], { picks }));
  expect(judged).toBe(once);
});

describe('places left', () => {
  const among = (max: number | null, picked: number, kept: [count: number, filled: number][] = []): number =>
    placesLeft(
      [
        { of: ['collective', 'individual'], min: 0, max, picked },
        ...kept.map(([count, filled], at) => ({
          of: ['individual' as const],
          min: 0,
          max: count,
          picked: filled,
          reserved: `rieng-${at}`,
        })),
      ],
      'individual',
    );
  test.each<[string, number, number]>([
    ['no place taken', among(3, 0), 3],
    ['one kept for others', among(3, 1, [[1, 0]]), 1],
    ['the one for others filled', among(3, 2, [[1, 1]]), 1],
    ['others took more than theirs', among(3, 3, [[1, 2]]), 0],
    ['no bound', among(null, 9), Infinity],
    ['a kind that is not picked', placesLeft([{ of: ['collective'], min: 0, max: 3, picked: 0 }], 'individual'), 0],
  ])('%s', (_what, left, expected) => expect(left).toBe(expected));
});

test.each<[string, Partial<ReviewOptions>, Received[]]>([
  ['now', { now: 'hôm nay' }, []],
  ['at', {}, [nomination('xa-mot', ['A'], { at: 'hôm qua' })]],
  ['form', { form: 'khac' }, []],
])('a wrong call is a RangeError: %s', (_what, options, received) => {
  expect(() => look(received, options)).toThrow(RangeError);
});

test('a list without names leaves units theirs from the directive', () => {
  const named = rulebookOf(form, { ...members, units: [{ id: 'xa-a', label: 'Đảng ủy xã A', group: 'xa' }] });
  const { names } = review(named, [], { now: NOW, form: 'mau', units: [{ id: 'xa-a', group: 'xa' }] });
  expect(names).toEqual({ 'xa-a': 'Đảng ủy xã A' });
});

describe('a share in what is picked', () => {
  const share = (side: 'min' | 'max', percent: number, round: 'down' | 'up' | 'nearest') =>
    deskOf([
      {
        id: 'khen',
        label: 'Khen',
        from: 'mau',
        cite: '4',
        counts: [{ of: ['individual'], [side]: { percent, of: 'members', round } }],
      },
    ]);
  const names = Array.from({ length: 9 }, (_, index) => `N${index}`);
  /** Nine nominees of one unit, none of another. */
  const received = (members: number, others: number) =>
    [nomination('xa-mot', names), nomination('xa-hai', [])].map((item, index) => ({
      ...item,
      submission: {
        ...(item.submission as object),
        unit: { id: index ? 'xa-hai' : 'xa-mot', group: 'xa', members: index ? others : members },
      },
    }));
  const picked = (count: number) => Array.from({ length: count }, (_, index) => pick('xa-mot', index + 1));
  const judged = (by: Rulebook, count: number, members: number, others: number) =>
    look(received(members, others), { picks: { khen: picked(count) } }, by);

  test.each<[name: string, by: Rulebook, count: number, members: [number, number], kept: boolean]>([
    ['20 % of 10, 2', share('max', 20, 'down'), 2, [7, 3], true],
    ['20 % of 10, not 9', share('max', 20, 'down'), 9, [7, 3], false],
    ['20 % of 14 rounded down, not 3', share('max', 20, 'down'), 3, [7, 7], false],
    ['20 % of 11 rounded up, 3', share('max', 20, 'up'), 3, [11, 0], true],
    ['20 % of 13 to the nearest, 3', share('max', 20, 'nearest'), 3, [10, 3], true],
    ['at least 50 % of 10, not 4', share('min', 50, 'down'), 4, [5, 5], false],
    ['at least 50 % of 10, 5', share('min', 50, 'down'), 5, [5, 5], true],
  ])('%s', (_name, by, count, [members, others], kept) =>
    expect(found(judged(by, count, members, others))).toEqual(kept ? [] : ['selection/khen /picks/khen']),
  );

  test('says the number it comes to, and what it is a share of', () => {
    const { findings, selections } = judged(share('max', 20, 'down'), 9, 7, 3);
    expect(findings.map(({ message, cite }) => [message, cite?.clause])).toEqual([
      [
        'Đã chọn 9 cá nhân, nhiều hơn số lượng 2. Số lượng này là 20% số đảng viên, hội viên (làm tròn xuống), các đơn vị có danh sách được xét có tổng cộng 10.',
        '4',
      ],
    ]);
    expect(selections['khen']).toEqual([
      {
        of: ['individual'],
        picked: 9,
        min: 0,
        max: 2,
        share: '20% số đảng viên, hội viên (làm tròn xuống), các đơn vị có danh sách được xét có tổng cộng 10',
      },
    ]);
    expect(placesLeft(judged(share('max', 20, 'down'), 1, 7, 3).selections['khen']!, 'individual')).toBe(1);
  });

  test('units have to say how many members they have, whatever their quota', () => {
    const without = look([nomination('xa-mot', names)], {}, share('max', 20, 'down'));
    expect(without.findings.map(({ rule, message }) => [rule, message])).toEqual([
      [
        'received/invalid',
        'Danh sách của “Xã Một” (0) còn lỗi nên chưa đưa vào xét: Chưa có thông tin: Số đảng viên, hội viên.',
      ],
    ]);
  });

  test('of a selection that is made from another too', () => {
    const by = deskOf([
      { id: 'khen', label: 'Khen', from: 'mau', counts: [{ of: ['individual'], min: 0 }] },
      {
        id: 'tiep',
        label: 'Tiếp',
        from: 'khen',
        counts: [{ of: ['individual'], max: { percent: 10, of: 'members', round: 'down' } }],
      },
    ]);
    const picks = { khen: picked(5), tiep: picked(2) };
    expect(found(look(received(7, 3), { picks }, by))).toEqual(['selection/tiep /picks/tiep']);
  });
});

describe('a form that the committee answers itself', () => {
  const own = deskOf(
    [
      {
        id: 'khen',
        label: 'Khen',
        from: 'mau',
        counts: [{ of: ['individual'], max: 1 }],
      },
    ],
    { answeredBy: 'committee', ifSilent: undefined },
  );
  const sent = (people: readonly string[], more: object = {}, revision = 1): Received => {
    const { submission, at } = nomination('x', people, { revision });
    return { submission: { ...(submission as object), unit: { name: 'Văn phòng' }, ...more }, at };
  };
  const mine = (place: number): SelectionPick => ({ unit: null, nominee: `n${place}` });

  test('feeds a selection: its nominees stand under no unit, and are picked so', () => {
    const result = look([sent(['A', 'B'])], { picks: { khen: [mine(2)] } }, own);
    expect(result.findings).toEqual([]);
    expect(
      result.proposal.map(({ unit, reserved, nominee, selections }) => [unit, reserved, nominee.id, selections]),
    ).toEqual([
      [null, null, 'n1', []],
      [null, null, 'n2', ['khen']],
    ]);
    expect(result.units).toEqual({ answered: [], late: [], missing: [], exempt: ['xa-mot', 'xa-hai'] });
    expect([result.names, result.groups]).toEqual([
      { 'xa-mot': 'Xã Một', 'xa-hai': 'Xã Hai' },
      { 'xa-mot': 'xa', 'xa-hai': 'xa' },
    ]);
  });

  test('its picks are judged by bounds, source and doubles as units’ are', () => {
    const picks = { khen: [mine(1), mine(2), mine(2), mine(7)] };
    expect(look([sent(['A', 'B'])], { picks }, own).findings.map(({ message }) => message)).toEqual([
      '“n2” (Cấp ủy ví dụ) được chọn hai lần.',
      '“n7” không có trong danh sách hợp lệ mà Cấp ủy ví dụ lập.',
      'Đã chọn 2 cá nhân, nhiều hơn số lượng 1.',
    ]);
  });

  test.each([null, {}, { members: 12 }])('whether it speaks of a unit or not: %j', (unit) =>
    expect(look([sent(['A'], { unit })], {}, own).proposal).toHaveLength(1),
  );

  test('a later revision stands in its place', () => {
    const result = look([sent(['A', 'B']), sent(['C'], {}, 2)], {}, own);
    expect(result.proposal.map(({ nominee }) => nominee['name'])).toEqual(['C']);
    expect(result.findings).toEqual([]);
  });

  test('what is wrong with it is said with its reason, under the committee’s name', () => {
    const nominees = [{ id: 'n1', kind: 'individual' }];
    const [finding, ...others] = look([sent([], { nominees })], {}, own).findings;
    expect(others).toEqual([]);
    expect(finding!.message).toBe(
      'Danh sách của “Cấp ủy ví dụ” (0) còn lỗi nên chưa đưa vào xét: Chưa có thông tin: Họ và tên.',
    );
  });

  test('namesakes are told under the committee’s name', () => {
    const nominees = ['X', 'Y'].map((workplace, index) => ({
      id: `n${index}`,
      kind: 'individual',
      name: 'A',
      workplace,
    }));
    const [finding] = look([sent([], { nominees })], {}, own).findings;
    expect(finding!.rule).toBe('unique/name');
    expect(finding!.params).toMatchObject({ unit: 'Cấp ủy ví dụ', otherUnit: 'Cấp ủy ví dụ' });
  });

  test('what a unit sends for it is not taken', () =>
    expect(found(look([nomination('xa-mot', ['A'])], {}, own))).toEqual(['received/exempt /received/0']));
});
