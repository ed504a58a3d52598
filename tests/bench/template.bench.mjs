import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { exportDocument, fillTemplate, startTemplate } from '@kl01/exporters';
import { compare, ratio } from './lib/measure.mjs';

export const name = "Word: an office's own template filled in, beside our own document";

const FORM = 'de-nghi-cap-quan';
const NOMINEES = 200;

/** @param {import('./run.mjs').Tools} tools */
export async function run({ table, record }) {
  const file = createRequire(import.meta.url).resolve('@kl01/rules/rulebooks/hai-phong.kien-an.2023.json');
  /** @type {import('@kl01/rules').Rulebook} */
  const rulebook = JSON.parse(readFileSync(file, 'utf8'));
  const { bytes } = await startTemplate(rulebook, FORM, { document: 'to-trinh' });
  const submission = {
    rulebook: `${rulebook.id}@${rulebook.version}`,
    form: FORM,
    unit: { id: 'don-vi', group: 'dang-bo', name: 'Đảng bộ phường số 1' },
    nominees: Array.from({ length: NOMINEES }, (_, index) => ({
      id: `n${index}`,
      kind: /** @type {const} */ ('individual'),
      name: `Nguyễn Thị Ví Dụ ${index}`,
      position: 'Bí thư Chi bộ',
      workplace: `Tổ dân phố số ${index % 40}`,
      summary: `Vận động ${index} hộ dân hiến đất mở đường; nhiều năm hoàn thành xuất sắc nhiệm vụ.`,
      phone: `09${String(10_000_000 + index)}`,
    })),
  };
  const ms = await compare(
    {
      template: () => fillTemplate(rulebook, bytes, submission),
      own: () => exportDocument(rulebook, submission, { document: 'to-trinh', format: 'docx' }),
    },
    { rounds: 5, roundMs: 1 },
  );
  table([{ nominees: NOMINEES, 'template ms': ms.template, 'own ms': ms.own }]);
  record(`${NOMINEES} nominees into a template`, ms.template, 'ms');
  record('beside our own document, time', ratio(ms.template, ms.own), '×', { atMost: 2 });
}
