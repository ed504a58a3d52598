import { describe, expect, it } from 'vitest';
import { growth, LINEAR } from '@kl01/tests/growth';
import { instantInWords, instantOf, startClock, typedMoment } from '../src/clock.js';

describe('the clock', () => {
  it('starts at the instant given and ticks on', async () => {
    const clock = startClock('2023-03-22T08:00:00+07:00');
    const first = Date.parse(clock.now());
    expect(first - Date.parse('2023-03-22T01:00:00Z')).toBeLessThan(1000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(Date.parse(clock.now()) - first).toBeGreaterThanOrEqual(19);
    expect(clock.demonstration).toBe(true);
  });

  it('is the machine’s own where no instant is given', () => {
    expect(Math.abs(Date.parse(startClock().now()) - Date.now())).toBeLessThan(1000);
    expect(startClock().demonstration).toBe(false);
  });

  it.each(['2023-03-22', '2023-03-22T08:00:00', 'hôm qua'])('refuses %s, which is no instant with offset', (start) => {
    expect(() => startClock(start)).toThrow(RangeError);
  });
});

describe('a clock that anybody may set', () => {
  const clock = startClock('2023-03-22T08:00:00+07:00');
  it.each(['9999-12-31T23:59:59-12:00', '9999-12-31T23:59:59Z', '3000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00'])(
    'is not set to %s, which pages cannot write',
    (instant) => {
      expect(() => clock.set(instant)).toThrow(RangeError);
      expect(clock.now()).toMatch(/^2023-/);
    },
  );
  it('is set to the years between', () => {
    clock.set('2999-12-31T23:59:00Z');
    expect(clock.now()).toMatch(/^2999-12-31/);
  });
});

describe('an instant in words', () => {
  it.each([
    ['2023-03-31T16:59:59Z', '23:59, thứ Sáu, ngày 31/3/2023'],
    ['2023-03-31T17:00:00Z', '00:00, thứ Bảy, ngày 01/4/2023'],
    ['2023-02-05T01:05:00Z', '08:05, Chủ nhật, ngày 05/02/2023'],
  ])('%s in Vietnam is %s, whatever zone the machine is in', (instant, words) => {
    expect(instantInWords(instant, '+07:00')).toBe(words);
  });
});

describe('a time and a day as an officer types them', () => {
  const typed: [typed: string | null, instant: string | null][] = [
    ['17:00 10/4/2023', '2023-04-10T10:00:00.000Z'],
    ['17:00, ngày 10/4/2023', '2023-04-10T10:00:00.000Z'],
    ['17h 10-04-2023', '2023-04-10T10:00:00.000Z'],
    ['17h00 10.4.2023', '2023-04-10T10:00:00.000Z'],
    ['17 giờ 30 ngày 10/4/2023', '2023-04-10T10:30:00.000Z'],
    [' 10/4/2023 17:00 ', '2023-04-10T10:00:00.000Z'],
    ['2023-04-10T17:00', '2023-04-10T10:00:00.000Z'],
    ['10/4/2023', null],
    ['17:00', null],
    ['24:00 10/4/2023', null],
    ['17:60 10/4/2023', null],
    ['17:00 30/2/2023', null],
    ['05:00 PM 04/10/2023', null],
    ['mai', null],
    ['', null],
    [null, null],
  ];
  it.each(typed)('%j is %s, the day before the month', (text, instant) =>
    expect(instantOf(text, '+07:00')).toBe(instant),
  );

  it.each([
    ['blanks', (size: number) => `1h${' '.repeat(size)}a b`],
    ['marks in turn', (size: number) => `1h ${'\u0315\u0300'.repeat(size)}`],
  ])('%s without end are no time, and are not looked at one by one', async (_, text) => {
    expect(instantOf(text(60_000), '+07:00')).toBeNull();
    expect(await growth((size) => instantOf(text(size), '+07:00'), 4000)).toBeLessThan(LINEAR);
  });

  it('what the portal writes into a box, it reads', () =>
    expect(instantOf(typedMoment('2023-03-31T17:05:00Z', '+07:00'), '+07:00')).toBe('2023-03-31T17:05:00.000Z'));
});
