import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as docx from 'docx';
import { formOfType } from '@kl01/rules';
import { exportDocument } from '@kl01/exporters';
import { compare, ratio } from './lib/measure.mjs';

export const name = 'Word: reports printed in Node, beside the bare library';

const FORM = 'bao-cao-so-ket';
const REPORTS = 1000;

/**
 * The same paragraphs by the library alone, as somebody writes it who needs this one report and no layout.
 *
 * @param {{ texts: string[], letterhead: string[], closing: string[] }} content
 */
function bare({ texts, letterhead, closing }) {
  const paragraph = (/** @type {string} */ text) =>
    new docx.Paragraph({
      alignment: docx.AlignmentType.BOTH,
      indent: { firstLine: 567 },
      spacing: { after: 120, line: 360, lineRule: docx.LineRuleType.AT_LEAST },
      children: [new docx.TextRun({ text, size: 28 })],
    });
  const grid = (/** @type {string[]} */ cells) =>
    new docx.Table({
      width: { size: 9354, type: docx.WidthType.DXA },
      rows: [
        new docx.TableRow({
          children: cells.map((text) => new docx.TableCell({ children: text.split('\n').map(paragraph) })),
        }),
      ],
    });
  const file = new docx.Document({
    styles: { default: { document: { run: { font: 'Times New Roman' } } } },
    sections: [
      {
        properties: { titlePage: true, page: { margin: { top: 1134, bottom: 1134, left: 1701, right: 850 } } },
        headers: {
          default: new docx.Header({
            children: [new docx.Paragraph({ children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT] })] })],
          }),
        },
        children: [grid(letterhead), ...texts.map(paragraph), grid(closing)],
      },
    ],
  });
  return docx.Packer.toBuffer(file);
}

/** @param {import('./run.mjs').Tools} tools */
export async function run({ table, record }) {
  const file = createRequire(import.meta.url).resolve('@kl01/rules/rulebooks/hai-phong.kien-an.2023.json');
  /** @type {import('@kl01/rules').Rulebook} */
  const rulebook = JSON.parse(readFileSync(file, 'utf8'));
  const { outline } = formOfType(rulebook, FORM, 'report').view.report;
  /** @type {(sections: typeof outline) => string[]} */
  const ids = (sections) =>
    sections.flatMap((section) => (section.sections.length > 0 ? ids(section.sections) : [section.id]));
  const words = 'Cấp ủy đã lãnh đạo, chỉ đạo quán triệt đến toàn thể cán bộ, đảng viên, gắn với nhiệm vụ chính trị. ';
  const text = Array.from({ length: 4 }, () => words.repeat(4)).join('\n\n');
  /** @type {import('@kl01/rules').Submission} */
  const submission = {
    rulebook: `${rulebook.id}@${rulebook.version}`,
    form: FORM,
    unit: { id: 'x', group: 'dang-bo', name: 'Đảng ủy phường Ví Dụ' },
    sections: Object.fromEntries(ids(outline).map((id) => [id, text])),
  };
  const titles = outline.flatMap(({ title, sections }) => [title, ...sections.map((section) => section.title)]);
  const content = {
    letterhead: ['ĐẢNG BỘ QUẬN\nĐẢNG ỦY PHƯỜNG\n*\nSố', 'ĐẢNG CỘNG SẢN VIỆT NAM\nngày'],
    texts: [
      'BÁO CÁO',
      'Kính gửi',
      'Thực hiện',
      ...titles,
      ...ids(outline).flatMap(() => text.split('\n\n')),
      'Trên đây',
    ],
    closing: ['Nơi nhận:\n- Lưu', 'T/M BAN THƯỜNG VỤ\nBÍ THƯ\nHọ tên'],
  };
  const print = () => exportDocument(rulebook, submission, { document: 'bao-cao', format: 'docx' });

  const ms = await compare({ kl01: print, bare: () => bare(content) }, { rounds: 9, roundMs: 400 });
  table([{ 'kl01 ms per report': ms.kl01, 'bare docx ms per report': ms.bare, paragraphs: content.texts.length }]);
  record('time of one report beside bare docx', ratio(ms.kl01, ms.bare), '×', { atMost: 1.5 });

  const start = performance.now();
  let after = 0;
  for (let made = 1; made <= REPORTS; made++) {
    await print();
    if (made === REPORTS / 4) after = held();
  }
  record(`${REPORTS} reports`, performance.now() - start, 'ms');
  record(`memory grown from report ${REPORTS / 4} to ${REPORTS}`, (held() - after) / 2 ** 20, 'MiB', { atMost: 16 });
}

/** Bytes still in use after a collection: what the process keeps of the system depends on what ran before. */
function held() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
