import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { exportDocument } from '@kl01/exporters';
import { compare, ratio } from './lib/measure.mjs';

export const name = 'Excel: a list of nominees, beside the bare library';

const NOMINEES = 10_000;
const OF_ONE_UNIT = 1000;
const RULEBOOK = 'hai-phong.kien-an.2023';
const require = createRequire(import.meta.url);

/** @param {number} count */
function submissions(count) {
  const rulebook = rulebookAtHand();
  return Array.from({ length: count / OF_ONE_UNIT }, (_, unit) => ({
    rulebook: `${rulebook.id}@${rulebook.version}`,
    form: 'de-nghi-cap-quan',
    unit: { id: `don-vi-${unit}`, group: 'dang-bo', name: `Đảng bộ phường số ${unit + 1}` },
    nominees: Array.from({ length: OF_ONE_UNIT }, (_, index) => ({
      id: `${unit}-${index}`,
      kind: /** @type {const} */ ('individual'),
      name: `Nguyễn Thị Ví Dụ ${unit}-${index}`,
      position: 'Bí thư Chi bộ',
      workplace: `Tổ dân phố số ${index % 40}`,
      summary: `Vận động ${index} hộ dân hiến đất mở đường; nhiều năm hoàn thành xuất sắc nhiệm vụ.`,
      phone: `09${String(10_000_000 + index)}`,
    })),
  }));
}

/** @returns {import('@kl01/rules').Rulebook} */
const rulebookAtHand = () =>
  JSON.parse(readFileSync(require.resolve(`@kl01/rules/rulebooks/${RULEBOOK}.json`), 'utf8'));

/** The same cells by the library alone. */
async function bare(/** @type {ReturnType<typeof submissions>} */ units) {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const cell = (/** @type {string} */ value) =>
    /** @type {const} */ ({ value, type: String, wrap: true, borderStyle: 'thin' });
  const head = ['TT', 'Họ và tên', 'Chức danh', 'Đơn vị', 'Tóm tắt thành tích', 'Số điện thoại', 'Đơn vị đề nghị'];
  const rows = units.flatMap(({ unit, nominees }) =>
    nominees.map(({ name, position, workplace, summary, phone }, index) =>
      [String(index + 1), name, position, workplace, summary, phone, unit.name].map(cell),
    ),
  );
  return writeExcelFile([head.map(cell), ...rows]).toBuffer();
}

const ours = (/** @type {ReturnType<typeof submissions>} */ units) =>
  exportDocument(rulebookAtHand(), /** @type {never} */ (units), { document: 'danh-sach-trich-ngang', format: 'xlsx' });

/** @param {import('./run.mjs').Tools} tools */
export async function run({ table, record }) {
  const units = submissions(NOMINEES);
  const ms = await compare({ kl01: () => ours(units), bare: () => bare(units) }, { rounds: 5, roundMs: 1 });
  const memory = { kl01: peakOf('kl01'), bare: peakOf('bare'), nothing: peakOf('nothing') };
  table([{ nominees: NOMINEES, 'kl01 ms': ms.kl01, 'bare ms': ms.bare, ...memory }]);
  record(`${NOMINEES} nominees to Excel`, ms.kl01, 'ms', { atMost: 250 });
  record('beside the bare library, time', ratio(ms.kl01, ms.bare), '×', { atMost: 1.5 });
  record('over the process without it', memory.kl01 - memory.nothing, 'MiB', { atMost: 80 });
  record('bare library over the process without it', memory.bare - memory.nothing, 'MiB');
}

/** Peak resident memory in MiB of a process that does it once. */
function peakOf(/** @type {'kl01' | 'bare' | 'nothing'} */ what) {
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), what], { encoding: 'utf8' });
  const peak = Number(stdout);
  if (!(peak > 0)) throw new Error(`No memory was measured: ${stderr}`);
  return peak;
}

const asked = process.argv[1] === fileURLToPath(import.meta.url) ? process.argv[2] : undefined;
if (asked) {
  const units = submissions(NOMINEES);
  if (asked === 'kl01') await ours(units);
  if (asked === 'bare') await bare(units);
  console.log(Math.round(process.resourceUsage().maxRSS / 1024));
}
