import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const program = (name: string, command: string) => join(dirname(require.resolve(name)), '..', 'bin', `${command}.mjs`);
const folder = mkdtempSync(join(tmpdir(), 'kl01-'));
const file = (name: string) => join(folder, name);
const run = (bin: string, ...args: string[]) => execFileSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
afterAll(() => rmSync(folder, { recursive: true }));

test('a pack that names no units: the committee’s list says who owes, and the reminder goes to them', () => {
  const pack = require.resolve('@kl01/rules/packs/hai-phong.kien-an.2023.json');
  const { unitGroups, units } = require(pack) as { unitGroups: { id: string }[]; units?: unknown[] };
  expect(units).toBeUndefined();
  const group = unitGroups[0]!.id;
  mkdirSync(file('received'));
  writeFileSync(
    file('units.json'),
    JSON.stringify([
      { id: '1', group, name: 'Đảng bộ phường Ví Dụ' },
      { id: '2', group, name: 'Đảng bộ phường Thứ Hai' },
    ]),
  );
  const asked = [
    pack,
    '--form',
    'de-nghi-cap-quan',
    '--units',
    file('units.json'),
    '--now',
    '2023-03-10T08:00:00+07:00',
  ];
  const kl01 = program('@kl01/rules', 'kl01');
  expect(run(kl01, 'review', ...asked, file('received'))).toContain(
    'Chưa gửi: Đảng bộ phường Ví Dụ; Đảng bộ phường Thứ Hai.',
  );
  writeFileSync(file('review.json'), run(kl01, 'review', ...asked, '--json', file('received')));
  const exporting = ['--document', 'don-doc', '--format', 'html', '--now', '2023-03-10T08:00:00+07:00'];
  run(program('@kl01/exporters', 'kl01-export'), pack, file('review.json'), ...exporting, '-o', file('don-doc.html'));
  const html = readFileSync(file('don-doc.html'), 'utf8');
  expect(html).toContain('Đảng bộ phường Ví Dụ');
  expect(html).toMatch(/còn \d+ ngày/);
});
