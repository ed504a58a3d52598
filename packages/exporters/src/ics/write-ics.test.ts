import { compile, type RulePack } from '@kl01/rules/compile';
import { describe, expect, test } from 'vitest';
import { packOf } from '../../fixtures/packs.js';
import { exportDocument } from '../index.js';

const { pack, rulebook } = packOf('thai-nguyen.duk-cac-co-quan.2024');

const calendarOf = async (given = rulebook, group?: string) => {
  const { bytes } = await exportDocument(given, null, {
    document: 'lich-thoi-han',
    format: 'ics',
    ...(group && { group }),
  });
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
};
const unfolded = (text: string) => text.replaceAll('\r\n ', '');
const eventOf = (text: string, uid: string) =>
  unfolded(text)
    .split('BEGIN:VEVENT')
    .find((event) => event.includes(`UID:${uid}@`)) ?? '';

test('lines are at most 75 octets, end with CRLF, and no letter is parted', async () => {
  const text = await calendarOf();
  const lines = text.split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text).not.toMatch(/[^\r]\n/);
  expect(lines.some((line) => line.startsWith(' '))).toBe(true);
  expect(unfolded(text)).toContain(
    'SUMMARY:Báo cáo tình hình thực hiện Kết luận số 01-KL/TW năm 2023 - 2024: trước ngày 15/3/2024',
  );
});

test('"trước ngày 15/3" is due on the whole of 14/3', async () => {
  const event = eventOf(await calendarOf(), 'bao-cao-2023-2024/windows/nop');
  expect(event).toContain('DTSTART;VALUE=DATE:20240314\r\nDTEND;VALUE=DATE:20240315');
  expect(event).toContain('SEQUENCE:0');
});

test('a group sees what it is asked', async () => {
  const text = await calendarOf(rulebook, 'co-quan-tham-muu');
  expect(text).not.toContain('de-nghi-giay-khen/windows');
});

test('what the committee itself sees to is in everybody’s calendar, marked, and in no unit’s', async () => {
  const all = eventOf(await calendarOf(), 'milestones/trien-lam/windows/han');
  expect(all).toContain('Việc của Đảng ủy Khối các cơ quan tỉnh');
  for (const { id } of rulebook.unitGroups) {
    expect(await calendarOf(rulebook, id)).not.toContain('milestones/trien-lam');
  }
});

describe('an amended date', () => {
  const amended = compile({
    ...pack,
    amendments: [
      {
        number: '125-CV/ĐUK',
        date: '2024-03-01',
        changes: [{ element: 'bao-cao-2023-2024/windows/nop', to: { before: '2024-03-25' } }],
      },
    ],
  } as RulePack);

  test('moves the event: the same UID, the next SEQUENCE, a later stamp', async () => {
    const [before, after] = await Promise.all([calendarOf(), calendarOf(amended)]);
    const [was, is] = [before, after].map((text) => eventOf(text, 'bao-cao-2023-2024/windows/nop')) as [string, string];
    expect(is).toContain('SEQUENCE:1');
    expect(is).toContain('DTSTART;VALUE=DATE:20240324');
    expect(is.replaceAll('\r\n ', '')).toContain('Căn cứ: văn bản số 125-CV/ĐUK');
    const stampOf = (event: string) => /DTSTAMP:(\S+)/.exec(event)?.[1] ?? '';
    expect(stampOf(is) > stampOf(was)).toBe(true);
  });

  test('a withdrawn one is cancelled', async () => {
    const withdrawn = compile({
      ...pack,
      amendments: [
        { number: '126-CV/ĐUK', date: '2024-03-02', changes: [{ element: 'bao-cao-2023-2024', withdrawn: true }] },
      ],
    } as RulePack);
    const event = eventOf(await calendarOf(withdrawn), 'bao-cao-2023-2024/windows/nop');
    expect(event).toContain('STATUS:CANCELLED');
    expect(event).toContain('SEQUENCE:1');
  });
});
