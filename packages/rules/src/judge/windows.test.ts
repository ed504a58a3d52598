import { afterEach, describe, expect, test } from 'vitest';
import { reportWithin, rulebookOf } from '../../test/lib/small-pack.js';
import { check } from './check.js';
import { unitDates } from './unit-dates.js';
import { byHand } from '../../test/lib/by-hand.js';
import { windows } from './windows.js';

const one = (window: Record<string, unknown>, now: string) => windows(reportWithin(window), { now })[0]!;

describe('each wording is one half-open interval', () => {
  test.each<[string, Record<string, unknown>, from: string | null, until: string | null, lastDay: string | null]>([
    ['trước ngày 31/3/2023', { before: '2023-03-31' }, null, '2023-03-31T00:00', '2023-03-30'],
    ['chậm nhất ngày 04/3/2022', { noLaterThan: '2022-03-04' }, null, '2022-03-05T00:00', '2022-03-04'],
    [
      'từ ngày 20/3/2023 đến hết ngày 31/3/2023',
      { from: '2023-03-20', through: '2023-03-31' },
      '2023-03-20T00:00',
      '2023-04-01T00:00',
      '2023-03-31',
    ],
    ['đến hết ngày 31/3/2023', { through: '2023-03-31' }, null, '2023-04-01T00:00', '2023-03-31'],
    ['từ 8 giờ ngày 20/3/2023', { from: '2023-03-20T08:00' }, '2023-03-20T08:00', null, null],
    ['trong tháng 5/2023', { within: '2023-05' }, '2023-05-01T00:00', '2023-06-01T00:00', '2023-05-31'],
    ['trong quý II/2023', { within: '2023-Q2' }, '2023-04-01T00:00', '2023-07-01T00:00', '2023-06-30'],
    ['trong năm 2023', { within: '2023' }, '2023-01-01T00:00', '2024-01-01T00:00', '2023-12-31'],
    ['trong tháng 02/2024', { within: '2024-02' }, '2024-02-01T00:00', '2024-03-01T00:00', '2024-02-29'],
    ['ngày 29/02/2024', { on: '2024-02-29' }, '2024-02-29T00:00', '2024-03-01T00:00', '2024-02-29'],
    ['trước 10 giờ 30 ngày 31/3/2023', { before: '2023-03-31T10:30' }, null, '2023-03-31T10:30', '2023-03-31'],
    ['chậm nhất 17 giờ ngày 31/3/2023', { noLaterThan: '2023-03-31T17:00' }, null, '2023-03-31T17:01', '2023-03-31'],
  ])('%s', (said, words, from, until, lastDay) => {
    const state = one(words, '2022-01-01T00:00:00+07:00');
    const zoned = (text: string | null) => text && `${text}+07:00`;
    expect(state).toMatchObject({ said, from: zoned(from), until: zoned(until), lastDay });
  });
});

describe('what the words mean, with the weekday', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['before a day', { before: '2023-03-31' }, 'đến hết ngày thứ Năm, 30/3/2023'],
    ['no later than a day', { noLaterThan: '2023-03-31' }, 'đến hết ngày thứ Sáu, 31/3/2023'],
    ['on a day', { on: '2024-02-29' }, 'trong ngày thứ Năm, 29/02/2024'],
    [
      'from a day through another',
      { from: '2023-03-20', through: '2023-03-31' },
      'từ thứ Hai, 20/3/2023 đến hết ngày thứ Sáu, 31/3/2023',
    ],
    ['through a day', { through: '2023-03-31' }, 'đến hết ngày thứ Sáu, 31/3/2023'],
    ['through a time of day', { through: '2023-03-31T17:00' }, 'đến hết 17 giờ, thứ Sáu, 31/3/2023'],
    ['from a day on', { from: '2023-03-20' }, 'từ thứ Hai, 20/3/2023, không ấn định ngày cuối'],
    ['before a time of day', { before: '2023-03-31T10:30' }, 'trước 10 giờ 30, thứ Sáu, 31/3/2023'],
    ['no later than a time of day', { noLaterThan: '2023-03-31T17:00' }, 'đến hết 17 giờ, thứ Sáu, 31/3/2023'],
    ['a Sunday is not moved', { noLaterThan: '2023-04-02' }, 'đến hết ngày Chủ nhật, 02/4/2023'],
    ['the last minute of a day', { noLaterThan: '2023-03-31T23:59' }, 'đến hết ngày thứ Sáu, 31/3/2023'],
  ])('%s', (_name, words, meaning) => expect(one(words, '2022-01-01T00:00:00Z').meaning).toBe(meaning));

  test('days after an event: in words while its day is unknown, then to the last day', () => {
    const { rulebook } = byHand.find(({ name }) => name === 'deadlines')!;
    const of = (form: string, more: object) =>
      windows(rulebook, { now: '2023-03-10T08:00:00+07:00', form, unit: { group: 'xa' }, ...more })[0];
    const said = 'trong 15 ngày kể từ ngày phát động';
    const unknown = { said, state: 'open', until: null, lastDay: null, minutesLeft: null };
    expect(of('huong-ung', {})).toMatchObject({ ...unknown, meaning: 'không tính ngày đầu, tính cả ngày cuối' });
    for (const day of [null, 'hôm nay', '2023-02-29']) {
      expect(of('huong-ung', { given: { 'ngay-phat-dong': day } })).toMatchObject(unknown);
    }
    expect(of('huong-ung', { given: { 'ngay-phat-dong': '2023-03-01' } })).toMatchObject({
      said,
      until: '2023-03-17T00:00+07:00',
      lastDay: '2023-03-16',
      meaning: 'đến hết ngày thứ Năm, 16/3/2023',
    });
    expect(of('sau-hop', { submission: { facts: { 'ngay-hop': '2023-01-31' } } })).toMatchObject({
      said: 'trong 01 tháng kể từ ngày họp',
      state: 'closed',
      lastDay: '2023-02-28',
    });
    expect(of('sau-ngay', {})).toMatchObject({
      said: 'trong 02 tháng kể từ ngày 31/12/2023',
      lastDay: '2024-02-29',
    });
  });

  test('each receiver’s deadline is told, with its receiver; one receiver’s alone if named', () => {
    const { rulebook } = byHand.find(({ name }) => name === 'deadlines')!;
    const told = (receiver?: string) =>
      windows(rulebook, { now: '2023-02-01T08:00:00+07:00', form: 'de-xuat', unit: { group: 'phuong' }, receiver }).map(
        ({ label, said }) => `${label}: ${said}`,
      );
    expect(told()).toEqual([
      'Đề xuất – gửi Phòng Nội vụ: trước ngày 28/02/2023',
      'Đề xuất – gửi Ban Tổ chức: chậm nhất ngày 02/3/2023',
      'Đề xuất – gửi Sở Nội vụ: đến hết ngày 15/3/2023',
      'Đề xuất: đến hết ngày 31/3/2023',
    ]);
    expect(told('ban')).toEqual(['Đề xuất – gửi Ban Tổ chức: chậm nhất ngày 02/3/2023']);
    expect(told('van-phong')).toEqual(['Đề xuất: đến hết ngày 31/3/2023']);
  });

  test('in English too', () => {
    const [state] = windows(reportWithin({ before: '2023-03-31' }), { now: '2022-01-01T00:00:00Z', lang: 'en' });
    expect(state).toMatchObject({ said: 'before 31/3/2023', meaning: 'until the end of Thursday 30/3/2023' });
  });
});

describe('the state at an instant, and whether check agrees', () => {
  const accept = { from: '2023-03-20', through: '2023-03-31' };
  const refuse = { ...accept, early: 'refuse', late: 'refuse' };
  const until = { ...accept, lateUntil: '2023-04-05' };
  test.each<[string, Record<string, unknown>, now: string, state: string, minutesLeft: number | null, found: string[]]>(
    [
      ['before it opens', accept, '2023-03-19T23:59:59+07:00', 'upcoming', 17281, ['warning']],
      ['before it opens, refused', refuse, '2023-03-19T23:59:59+07:00', 'upcoming', 17281, ['error']],
      ['the first minute', accept, '2023-03-20T00:00:00+07:00', 'open', 17280, []],
      ['a minute more than 72 hours before the end', accept, '2023-03-28T23:59:00+07:00', 'open', 4321, []],
      ['72 hours before the end', accept, '2023-03-29T00:00:00+07:00', 'closing', 4320, []],
      ['the last minute', accept, '2023-03-31T23:59:59+07:00', 'closing', 1, []],
      ['the last minute, told from UTC', accept, '2023-03-31T16:59:59Z', 'closing', 1, []],
      ['the last minute, told from the west', accept, '2023-03-31T11:59:59-05:00', 'closing', 1, []],
      ['too late, accepted', accept, '2023-04-01T00:00:00+07:00', 'late', 0, ['warning']],
      ['too late, told from UTC', accept, '2023-03-31T17:00:00Z', 'late', 0, ['warning']],
      ['too late, told from the west', accept, '2023-03-31T12:00:00-05:00', 'late', 0, ['warning']],
      ['a year too late, accepted', accept, '2024-04-01T00:00:00+07:00', 'late', -527040, ['warning']],
      ['too late, refused', refuse, '2023-04-01T00:00:00+07:00', 'closed', 0, ['error']],
      [
        'open ended, before',
        { from: '2023-03-20', early: 'refuse' },
        '2023-03-19T23:59:00+07:00',
        'upcoming',
        null,
        ['error'],
      ],
      ['open ended', { from: '2023-03-20', early: 'refuse' }, '2099-01-01T00:00:00+07:00', 'open', null, []],
      ['late answers, the last minute', until, '2023-04-05T23:59:59+07:00', 'late', -7199, ['warning']],
      ['late answers, too late', until, '2023-04-06T00:00:00+07:00', 'closed', -7200, ['error']],
    ],
  )('%s', (_name, window, now, state, minutesLeft, found) => {
    const rulebook = reportWithin(window);
    expect(windows(rulebook, { now })[0]).toMatchObject({ state, minutesLeft });
    const submission = {
      rulebook: 'vi-du.2023@1.0.0',
      form: 'mau',
      unit: { id: 'xa-mot', group: 'xa' },
      sections: { 'noi-dung': 'A' },
    };
    const { findings } = check(rulebook, submission, { now });
    expect(findings.map(({ rule, severity, path }) => `${rule} ${severity} ${path}`)).toEqual(
      found.map((severity) => `window ${severity} `),
    );
  });

  test('a window without dates is not judged', () => {
    const rulebook = rulebookOf({ type: 'report', windows: 'unannounced' });
    const [state] = windows(rulebook, { now: '2030-01-01T00:00:00Z' });
    expect(state).toMatchObject({ state: 'unannounced', from: null, until: null, minutesLeft: null, lastDay: null });
  });
});

describe('whose window: that of the unit, else of its group, else of neither', () => {
  const rulebook = reportWithin(
    { units: ['xa-mot'], before: '2023-04-01' },
    { groups: ['xa'], before: '2023-05-01' },
    { before: '2023-06-01' },
  );
  test.each<[string, { id?: string; group?: string } | undefined, string]>([
    ['a unit that is named', { id: 'xa-mot', group: 'xa' }, 'nop-1'],
    ['a unit of a group that is named', { id: 'xa-hai', group: 'xa' }, 'nop-2'],
    ['any other', { id: 'phuong-ba', group: 'phuong' }, 'nop-3'],
    ['a unit whose group is not known', { id: 'phuong-ba' }, 'nop-3'],
    ['nobody in particular', undefined, 'nop-3'],
  ])('%s', (_name, unit, id) => {
    expect(windows(rulebook, { now: '2023-01-01T00:00:00Z', unit }).map((state) => state.id)).toEqual([id]);
  });
});

test('one for each period, then the milestones', () => {
  const rulebook = rulebookOf(
    {
      type: 'report',
      periods: [
        { id: 'quy-i', label: 'Quý I', windows: [{ id: 'nop', before: '2023-03-31' }] },
        { id: 'hoi-nghi', label: 'Hội nghị', windows: 'unannounced' },
      ],
    },
    {
      milestones: [
        { id: 'so-ket', label: 'Sơ kết', by: { groups: ['xa'] }, windows: [{ id: 'xong', within: '2023-05' }] },
      ],
    },
  );
  const at = { now: '2023-01-01T00:00:00Z' };
  const told = (list: ReturnType<typeof windows>) =>
    list.map(({ form, milestone, period, label }) => [form ?? milestone, period, label]);
  expect(told(windows(rulebook, at))).toEqual([
    ['mau', 'quy-i', 'Mẫu – Quý I'],
    ['mau', 'hoi-nghi', 'Mẫu – Hội nghị'],
    ['so-ket', null, 'Sơ kết'],
  ]);
  expect(told(windows(rulebook, { ...at, unit: { id: 'phuong-ba', group: 'phuong' } }))).toHaveLength(2);
  expect(told(windows(rulebook, { ...at, form: 'mau' }))).toHaveLength(2);
});

test('a unit reckons with what it is asked; the committee’s own dates are marked', () => {
  const rulebook = rulebookOf(
    { type: 'report', cite: 'I', answeredBy: [{ groups: ['xa'], duty: 'may' }], windows: 'unannounced' },
    {
      milestones: [
        { id: 'so-ket', label: 'Sơ kết', by: { groups: ['xa'] }, windows: [{ id: 'xong', within: '2023-05' }] },
        { id: 'xet-chon', label: 'Xét chọn', by: 'committee', windows: [{ id: 'xong', within: '2023-06' }] },
      ],
    },
  );
  const told = (unit?: { group: string }) =>
    unitDates(rulebook, { now: '2023-01-01T00:00:00Z', unit }).map((date) => [
      date.form ?? date.milestone,
      date.duty,
      date.ofCommittee,
      date.cite?.clause ?? null,
    ]);
  expect(told({ group: 'xa' })).toEqual([
    ['mau', 'may', false, 'I'],
    ['so-ket', null, false, null],
    ['xet-chon', null, true, null],
  ]);
  expect(told({ group: 'phuong' })).toEqual([['xet-chon', null, true, null]]);
  expect(told().map(([id]) => id)).toEqual(['mau', 'so-ket', 'xet-chon']);
});

test('a bad instant is the caller’s mistake', () => {
  expect(() => windows(reportWithin({ before: '2023-03-31' }), { now: '2023-03-31' })).toThrow(RangeError);
});

describe('the zone of the machine does not matter', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  // New York skips the hour from two to three in the night of the first instant; other zones then have other dates.
  test.each([
    ['Asia/Ho_Chi_Minh', -420],
    ['America/New_York', 240],
    ['Pacific/Kiritimati', -840],
    ['Australia/Lord_Howe', -660],
    ['Asia/Kathmandu', -345],
  ])('%s', (name, minutesWest) => {
    process.env['TZ'] = name;
    expect(new Date('2023-03-15T12:00:00Z').getTimezoneOffset()).toBe(minutesWest);
    const [state] = windows(reportWithin({ from: '2023-03-12T02:30', through: '2023-03-31' }), {
      now: '2023-03-31T23:59:59+07:00',
    });
    expect(state).toMatchObject({
      from: '2023-03-12T02:30+07:00',
      until: '2023-04-01T00:00+07:00',
      lastDay: '2023-03-31',
      minutesLeft: 1,
      meaning: 'từ 2 giờ 30, Chủ nhật, 12/3/2023 đến hết ngày thứ Sáu, 31/3/2023',
    });
  });
});
