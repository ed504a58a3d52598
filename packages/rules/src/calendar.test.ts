import { describe, expect, test } from 'vitest';
import {
  addDays,
  isoDay,
  isoInstant,
  localOf,
  offsetMinutes,
  parseDay,
  parseInstant,
  parseMoment,
  parseSpan,
  weekdayOf,
} from './calendar.js';

const utc = (text: string) => Date.parse(text) / 60_000;

describe('an instant is whole minutes since 1970 UTC, rounded down', () => {
  test.each([
    ['the first minute of all', '1970-01-01T00:00:00Z', 0],
    ['Vietnam', '2023-03-31T00:00:00+07:00', utc('2023-03-30T17:00:00Z')],
    ['without seconds', '2023-03-31T00:00+07:00', utc('2023-03-30T17:00:00Z')],
    ['the last second of a minute', '2023-03-30T23:59:59+07:00', utc('2023-03-30T16:59:00Z')],
    ['a fraction of a second', '2023-03-30T23:59:59.999+07:00', utc('2023-03-30T16:59:00Z')],
    ['a fraction with a comma, as ISO 8601 has it', '2023-03-30T23:59:59,9+07:00', utc('2023-03-30T16:59:00Z')],
    ['west of Greenwich', '2023-03-30T12:00:00-05:00', utc('2023-03-30T17:00:00Z')],
    ['half an hour off', '2023-03-30T22:30:00+05:30', utc('2023-03-30T17:00:00Z')],
    ['minus nothing', '2023-03-30T17:00:00-00:00', utc('2023-03-30T17:00:00Z')],
    ['a leap day', '2024-02-29T12:00:00Z', utc('2024-02-29T12:00:00Z')],
    ['before 1970, rounded down too', '1969-12-31T23:59:30Z', -1],
  ])('%s: %s', (_name, text, minutes) => expect(parseInstant(text)).toBe(minutes));

  test.each([
    ['no offset', '2023-03-31T00:00:00'],
    ['no time', '2023-03-31'],
    ['no T', '2023-03-31 00:00:00+07:00'],
    ['a day the calendar lacks', '2023-02-30T00:00:00Z'],
    ['a leap day of a common year', '2023-02-29T00:00:00Z'],
    ['hour 24', '2023-03-30T24:00:00Z'],
    ['minute 60', '2023-03-30T23:60:00Z'],
    ['second 60', '2023-03-30T23:59:60Z'],
    ['an offset of 24 hours', '2023-03-30T23:59:00+24:00'],
    ['an offset without colon', '2023-03-30T23:59:00+0700'],
    ['a lower-case z', '2023-03-30T23:59:00z'],
    ['a year of five digits', '+12023-03-30T23:59:00Z'],
    ['a name of a zone', '2023-03-30T23:59:00+07:00[Asia/Ho_Chi_Minh]'],
    ['a line feed after it', '2023-03-30T23:59:00Z\n'],
    ['empty text', ''],
    ['a word', 'now'],
    ['a number', 1680195540000],
    ['a Date', new Date(0)],
    ['null', null],
    ['undefined', undefined],
  ])('refused: %s', (_name, text) => expect(() => parseInstant(text)).toThrow(RangeError));
});

describe('a day of the calendar', () => {
  test.each([
    ['2023-03-31', { year: 2023, month: 3, day: 31 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
    ['0099-01-01', { year: 99, month: 1, day: 1 }],
    ['0000-12-31', null],
    ['2023-02-29', null],
    ['1900-02-29', null],
    ['2023-02-30', null],
    ['2023-04-31', null],
    ['2023-13-01', null],
    ['2023-00-10', null],
    ['2023-01-00', null],
    ['2023-1-1', null],
    ['31/3/2023', null],
    ['2023-03-31\n', null],
  ])('%j', (text, day) => expect(parseDay(text)).toEqual(day));

  test.each([
    ['2023-03-31', { day: { year: 2023, month: 3, day: 31 } }],
    ['2023-03-31T10:30', { day: { year: 2023, month: 3, day: 31 }, time: 630 }],
    ['2023-03-31T00:00', { day: { year: 2023, month: 3, day: 31 }, time: 0 }],
    ['2023-03-31T23:59', { day: { year: 2023, month: 3, day: 31 }, time: 1439 }],
    ['2023-03-31T24:00', null],
    ['2023-03-31T9:00', null],
    ['2023-03-31T', null],
    ['2023-03-31T10:30T', null],
    ['2023-02-30T10:30', null],
  ])('or a moment of it: %j', (text, moment) => expect(parseMoment(text)).toEqual(moment));

  test.each([
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2023-01-01', -1, '2022-12-31'],
    ['2024-03-01', -366, '2023-03-01'],
  ])('%s and %i days is %s', (from, days, to) => expect(isoDay(addDays(parseDay(from)!, days))).toBe(to));

  test.each([
    ['2023-03-31', 'Friday', 5],
    ['2023-04-02', 'Sunday', 0],
    ['1970-01-01', 'Thursday', 4],
    ['1969-12-31', 'Wednesday', 3],
  ])('%s is a %s', (text, _name, weekday) => expect(weekdayOf(parseDay(text)!)).toBe(weekday));
});

describe('a month, quarter or year', () => {
  test.each([
    ['2023-05', '2023-05-01', '2023-05-31'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-12', '2022-12-01', '2022-12-31'],
    ['2023-Q1', '2023-01-01', '2023-03-31'],
    ['2023-Q2', '2023-04-01', '2023-06-30'],
    ['2023-Q4', '2023-10-01', '2023-12-31'],
    ['2023', '2023-01-01', '2023-12-31'],
  ])('%s lasts from %s to %s', (text, first, last) => {
    const span = parseSpan(text)!;
    expect([isoDay(span.first), isoDay(span.last)]).toEqual([first, last]);
  });

  test.each(['2023-Q0', '2023-Q5', '2023-13', '2023-00', '23', '2023-5', '2023-Q2 ', ''])('refused: %j', (text) =>
    expect(parseSpan(text)).toBeNull(),
  );
});

describe('local time is counted from UTC by the offset alone', () => {
  test.each([
    ['+07:00', 420],
    ['-05:00', -300],
    ['+05:30', 330],
    ['-00:30', -30],
    ['+00:00', 0],
  ])('%s is %i minutes', (text, minutes) => expect(offsetMinutes(text)).toBe(minutes));

  test.each(['Z', '7', '+7:00', '+0700', ''])('refused: %j', (text) =>
    expect(() => offsetMinutes(text)).toThrow(RangeError),
  );

  test.each([
    ['2023-03-30T17:00:00Z', '+07:00', '2023-03-31T00:00+07:00'],
    ['2023-03-30T16:59:59Z', '+07:00', '2023-03-30T23:59+07:00'],
    ['2023-03-31T00:00:00Z', '-05:00', '2023-03-30T19:00-05:00'],
    ['1969-12-31T23:59:00Z', '+00:00', '1969-12-31T23:59+00:00'],
  ])('%s at %s is %s', (text, offset, local) => expect(isoInstant(parseInstant(text), offset)).toBe(local));

  test('an instant printed and read again is the same', () => {
    for (let minute = -3_000_000; minute < 60_000_000; minute += 777_777) {
      expect(parseInstant(isoInstant(minute, '+07:00'))).toBe(minute);
      expect(localOf(minute, 0).time).toBe(((minute % 1440) + 1440) % 1440);
    }
  });
});
