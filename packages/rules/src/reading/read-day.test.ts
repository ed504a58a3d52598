import { describe, expect, it } from 'vitest';
import { readDay } from './read-day.js';

describe('a day as offices write it', () => {
  const days: [typed: string, day: string | null][] = [
    ['5/4/2023', '2023-04-05'],
    ['05/04/2023', '2023-04-05'],
    [' 05-04-2023 ', '2023-04-05'],
    ['5.4.2023', '2023-04-05'],
    ['2023-04-05', '2023-04-05'],
    ['29/02/2024', '2024-02-29'],
    ['', null],
    ['  ', null],
  ];
  it.each(days)('"%s" is %s', (typed, value) => expect(readDay(typed)).toEqual({ value }));

  const doubts: [typed: string, readings: string[]][] = [
    ['29/02/2023', []],
    ['4/13/2023', ['2023-04-13']],
    ['5/4/23', []],
    ['ngày 5/4/2023', []],
    ['2023-02-29', []],
  ];
  it.each(doubts)('"%s" is a doubt', (typed, readings) => expect(readDay(typed)).toEqual({ doubt: 'day', readings }));
});
