import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { packs, submissionCases } from '../../test/lib/packs.js';
import { consolidate, type Consolidation } from '../committee/consolidate.js';
import type { Review } from '../committee/review.js';
import { main } from './main.js';

const NOW = '2023-04-06T08:00:00+07:00';
const NOMINATION = 'de-nghi-bang-khen';
const REPORT = 'bao-cao-02-nam';
const entry = packs.find(({ id }) => id === 'nam-dinh.tinh-uy.2023')!;
const cases = submissionCases(entry);
const submissionOf = (name: string) => cases.find((one) => one.name === name)!.submission;
const HAI_HAU = submissionOf('Huyện uỷ Hải Hậu: 01 tập thể, 03 cá nhân');
const FULL = submissionOf('Báo cáo: đủ cả 11 biểu, làm theo bằng kế hoạch');

let folder: string;
let said: string;
let complained: string;
const file = (name: string) => join(folder, name);
const write = (name: string, value: unknown) =>
  writeFile(file(name), typeof value === 'string' ? value : JSON.stringify(value));
const run = (...args: string[]) => main([args[0]!, file('rulebook.json'), ...args.slice(1), '--now', NOW]);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kl01-'));
  said = complained = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((complained += String(text)), true));
  await write('rulebook.json', entry.rulebook);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe('kl01 consolidate', () => {
  beforeEach(async () => {
    await mkdir(file('received/late'), { recursive: true });
    await write('received/hai-hau.json', FULL);
    await write('received/notes.txt', 'not one of them');
    await write(
      'received/late/lines.ndjson',
      [
        JSON.stringify({
          submission: { ...FULL, unit: { id: 'huyen-uy-y-yen', group: 'huyen-uy' } },
          at: '2023-04-05T08:00:00+07:00',
        }),
        '',
        '{ "submission": ',
        JSON.stringify({ submission: FULL, at: 'hôm qua' }),
        JSON.stringify(HAI_HAU),
        JSON.stringify({ ...FULL, sections: {} }),
      ].join('\n'),
    );
  });

  test('puts together files, folders and lines; names what is left out', async () => {
    expect(await run('consolidate', '--form', REPORT, '--json', file('received'))).toBe(0);
    const result = JSON.parse(said) as Consolidation;
    expect(result.units).toMatchObject({ counted: ['huyen-uy-hai-hau', 'huyen-uy-y-yen'], late: ['huyen-uy-y-yen'] });
    const lines = file('received/late/lines.ndjson');
    expect(result.leftOut).toEqual([
      { source: `${lines}:3`, reason: 'unreadable' },
      { source: `${lines}:4`, reason: 'unreadable' },
      { source: `${lines}:5`, unit: 'huyen-uy-hai-hau', reason: 'other-form' },
      { source: `${lines}:6`, unit: 'huyen-uy-hai-hau', reason: 'invalid' },
    ]);
    expect(result.tables['t1']!['nam-2021']!['tong-so']).toEqual({
      value: 28,
      by: { 'huyen-uy-hai-hau': 14, 'huyen-uy-y-yen': 14 },
    });
  });

  test('tells it in Vietnamese: units, words, sums, what is left out', async () => {
    expect(await run('consolidate', '--form', REPORT, file('received'))).toBe(0);
    expect(said).toContain('Đã cộng 2 đơn vị (trễ 1); chưa gửi 13; không thuộc diện gửi 0.');
    expect(said).toContain('Gửi trễ: Huyện uỷ Ý Yên.');
    expect(said).toMatch(/lines\.ndjson:6: Huyện uỷ Hải Hậu, còn lỗi/);
    expect(said).toContain('biểu mẫu khác: 1');
    expect(said).toContain('  Huyện uỷ Hải Hậu:\n    Nội dung.');
    expect(said).toMatch(/\n {2}[^\n]*2021\n {4}Tổng số văn bản[^\n]*: 28\n/);
    expect(said).toMatch(/Hội nghị trực tiếp › Số cuộc: 2\n/);
  });

  test('the JSON is what the library gives, text for text, also where ids are numbers', async () => {
    const received = ['21', '3', 'xa', '__proto__', '10'].map((id) => ({
      submission: { ...FULL, unit: { id, group: 'mttq-doan-the', name: `Đoàn thể ${id}` } },
      at: NOW,
    }));
    await write('numbered.ndjson', received.map((item) => JSON.stringify(item)).join('\n'));
    await run('consolidate', '--form', REPORT, '--json', file('numbered.ndjson'));
    const source = (index: number) => `${file('numbered.ndjson')}:${index + 1}`;
    const sources = received.map((item, index) => ({ ...item, source: source(index) }));
    const result = await consolidate(entry.rulebook, sources, { now: NOW, form: REPORT });
    expect(JSON.stringify(JSON.parse(said))).toBe(JSON.stringify(result));
    expect(Object.keys(result.tables['t1']!['nam-2021']!['tong-so']!.by)).toHaveLength(5);
  });

  test('a folder may hold anything: links are followed but never round in a ring, what is no file is named', async () => {
    await mkdir(file('elsewhere'));
    await write('elsewhere/giao-thuy.json', { ...FULL, unit: { id: 'huyen-uy-giao-thuy', group: 'huyen-uy' } });
    await symlink(file('elsewhere'), file('received/linked'));
    await symlink(file('received'), file('received/late/ring'));
    await symlink(file('nowhere'), file('received/gone.json'));
    execFileSync('mkfifo', [file('received/pipe.json')]);
    await mkdir(file('received/folder.ndjson'));
    await write('received/noise.json', '\u0000\u0001\u0002');
    expect(await run('consolidate', '--form', REPORT, '--json', file('received'))).toBe(0);
    const { units, leftOut } = JSON.parse(said) as Consolidation;
    expect(units.counted).toEqual(['huyen-uy-hai-hau', 'huyen-uy-y-yen', 'huyen-uy-giao-thuy']);
    const names = leftOut.flatMap(({ source, reason }) => (reason === 'unreadable' ? [String(source)] : []));
    expect(names.filter((name) => !name.includes('lines.ndjson'))).toEqual(
      ['gone.json', 'noise.json', 'pipe.json'].map((name) => file(`received/${name}`)),
    );
  });

  test('a group of the list that the directive does not have is named with those that it has', async () => {
    await write('units.json', [{ id: 'x', group: 'huyen-uyy', name: 'Huyện uỷ Gõ Nhầm' }]);
    expect(await run('consolidate', '--form', REPORT, '--units', file('units.json'), file('received'))).toBe(0);
    expect(said).toMatch(/“Huyện uỷ Gõ Nhầm” .*nhóm “huyen-uyy”.* một trong các nhóm: huyen-uy, /);
  });

  test('a folder of a campaign that is over tells who is missing', async () => {
    await write('units.json', [{ id: 'doan-the-1', group: 'mttq-doan-the', name: 'Đoàn thể Một' }]);
    await run('consolidate', '--form', REPORT, '--units', file('units.json'), file('received'));
    expect(said).toMatch(/Chưa gửi: .*Đoàn thể Một\./);
  });
});

describe('kl01 review', () => {
  beforeEach(() => write('received.json', HAI_HAU));

  test('a bare submission counts as received in time; picks within bounds: status 0', async () => {
    await write('picks.json', { 'khen-60': [{ unit: 'huyen-uy-hai-hau', nominee: 'nominee-1' }] });
    expect(
      await run('review', '--form', NOMINATION, '--picks', file('picks.json'), '--json', file('received.json')),
    ).toBe(0);
    const result = JSON.parse(said) as Review;
    expect(result.units).toMatchObject({ answered: ['huyen-uy-hai-hau'], late: [] });
    expect(result.selections['khen-60']![0]).toMatchObject({ picked: 1, max: 60 });
  });

  test('a pick that does not stand, somebody ruled out: status 1, told with the clause', async () => {
    await write('picks.json', { 'khen-60': [{ unit: 'huyen-uy-y-yen', nominee: 'nominee-1' }] });
    await write('awards.json', [{ kind: 'individual', name: 'NGUYỄN VĂN A', award: 'bk-thu-tuong', year: 2022 }]);
    const asked = ['--picks', file('picks.json'), '--awards', file('awards.json')];
    expect(await run('review', '--form', NOMINATION, ...asked, file('received.json'))).toBe(1);
    expect(said).toContain('Tập thể, Cá nhân: đã chọn 0 (không quá 60)');
    expect(said).toContain('dành cho cơ quan tham mưu: đã chọn 0/2');
    expect(said).toMatch(
      /lỗi {2}\/received\/0\/submission\/nominees\/1: “Nguyễn Văn A” có tên trong danh sách.*\(1, Lưu ý, 971-CV\/TU\)/,
    );
    expect(said).toMatch(/lỗi {2}\/picks\/khen-60: /);
    expect(said).toContain('1. Trường Ví dụ (Tập thể; Huyện uỷ Hải Hậu)');
  });
});

describe('unusable input: status 2, told on standard error, nothing written', () => {
  test.each<[string, string[], RegExp]>([
    ['no paths', ['review', '--form', NOMINATION], /kl01 review/],
    ['no form', ['consolidate', 'received.json'], /--form ID.*bao-cao-02-nam/],
    ['a form of another type', ['review', '--form', REPORT, 'received.json'], /--form ID.*de-nghi-bang-khen/],
    ['a period there is not', ['consolidate', '--form', REPORT, '--period', 'quy-i', 'received.json'], /quy-i/],
    ['a path there is not', ['consolidate', '--form', REPORT, 'nowhere'], /nowhere/],
    [
      'a list of units that is none',
      ['review', '--form', NOMINATION, '--units', 'map.json', 'received.json'],
      /map\.json/,
    ],
    [
      'a list of units with mistakes',
      ['consolidate', '--form', REPORT, '--units', 'units.json', 'received.json'],
      /units\.json: Danh sách đơn vị có 2 lỗi\.\n\/0\/group: Cần mã nhóm.*\n\/1\/id: Đơn vị “a” đã có/,
    ],
    ['picks that are none', ['review', '--form', NOMINATION, '--picks', 'list.json', 'received.json'], /list\.json/],
    [
      'past awards that are none',
      ['review', '--form', NOMINATION, '--awards', 'map.json', 'received.json'],
      /map\.json/,
    ],
  ])('%s', async (_what, args, message) => {
    await write('received.json', HAI_HAU);
    await write('map.json', {});
    await write('list.json', []);
    await write('units.json', [{ id: 'a' }, { id: 'a', group: 'huyen-uy' }]);
    const files = ['received.json', 'map.json', 'list.json', 'units.json', 'nowhere'];
    expect(await run(...args.map((arg) => (files.includes(arg) ? file(arg) : arg)))).toBe(2);
    expect([complained, said]).toEqual([expect.stringMatching(message), '']);
  });
});
