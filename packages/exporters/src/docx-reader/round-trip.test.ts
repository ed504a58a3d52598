import { askedColumns, columnLeaves, holds, isAskedOf, leaves, typedRows, type RulebookReport } from '@kl01/rules';
import { readReport } from '@kl01/rules/reading';
import type { Submission } from '@kl01/rules';
import { describe, expect, test } from 'vitest';
import { numbers } from '../../fixtures/generate.js';
import { published } from '../../fixtures/packs.js';
import { exportDocument, readDocument } from '../index.js';
import { inWords } from '../tables/statistics.js';

const TEXTS = [
  'Đã lãnh đạo, chỉ đạo kịp thời.',
  'Đoạn một.\n\nĐoạn hai, có 1.234 lượt người.\n\n- Ý thứ nhất;\n- Ý thứ hai.\n+ Ý nhỏ.',
  '1. Tổ chức 05 hội nghị.\n\n2. Mở 03 lớp học.\n\na) Lớp thứ nhất',
  'Nơi nhận hồ sơ là bộ phận một cửa.',
  'Trên đây là những kết quả bước đầu.',
  'Thực hiện Công văn số 12-CV/TU, ngày 01/02/2023.',
];
const issuer = {
  superior: 'HUYỆN ỦY VÍ DỤ',
  name: 'ĐẢNG ỦY XÃ MẪU',
  place: 'Xã Mẫu',
  number: '12',
  symbol: 'BC/ĐU',
  date: '2023-03-20',
  authority: 'T/M BAN THƯỜNG VỤ',
  title: 'PHÓ BÍ THƯ',
  signer: 'Nguyễn Văn Mẫu',
  recipients: ['Ban Tuyên giáo', 'Lưu Văn phòng'],
};

const cases = published.flatMap(({ rulebook }) =>
  rulebook.forms.flatMap((form) =>
    form.type === 'report'
      ? rulebook.unitGroups.map((group) => ({
          rulebook,
          form,
          group: group.id,
          name: `${rulebook.id} ${form.id} ${group.id}`,
        }))
      : [],
  ),
);

function filled(form: RulebookReport, group: string, below: (limit: number) => number) {
  const { outline, questions, tables } = form.view.report;
  const cell = (type: string | undefined, options: readonly { value: string }[]): unknown => {
    if (type === 'text') return TEXTS[below(2) * 3];
    if (type === 'date') return '2023-03-15';
    if (type === 'choice') return options[below(options.length)]?.value;
    return type === 'yes-no' ? true : below(10_000);
  };
  const asked = tables.filter((table) => isAskedOf(table.groups, group));
  const rowOf = (columns: Parameters<typeof columnLeaves>[0]) =>
    Object.fromEntries(
      columnLeaves(columns).flatMap((column) => {
        const {
          id,
          type,
          computed,
          options = [],
        } = column as { id: string; type?: string; computed?: unknown; options?: { value: string }[] };
        return computed ? [] : [[id, cell(type, options)]];
      }),
    );
  return {
    sections: Object.fromEntries(leaves(outline).map(({ id }) => [id, TEXTS[below(TEXTS.length)]!])),
    answers: Object.fromEntries(questions.map(({ id, options }) => [id, options[below(options.length)]!.value])),
    tables: Object.fromEntries(
      asked.map((table) => {
        const columns = askedColumns(table.columns, group);
        return [
          table.id,
          table.open
            ? Array.from({ length: 3 }, () => rowOf(columns))
            : Object.fromEntries(typedRows(table).map(({ id }) => [id, rowOf(columns)])),
        ];
      }),
    ),
  };
}

describe('a report of ours comes back from Word as it was printed', () => {
  test.each(cases)('$name', async ({ rulebook, form, group }) => {
    const below = numbers(7);
    for (let turn = 0; turn < 3; turn += 1) {
      const given = filled(form, group, below);
      const submission = {
        rulebook: `${rulebook.id}@${rulebook.version}`,
        form: form.id,
        unit: { id: 'a', group, name: 'Đảng ủy xã Mẫu' },
        issuer,
        ...given,
      } as unknown as Submission;
      const { bytes } = await exportDocument(rulebook, submission, { document: 'bao-cao', format: 'docx' });
      const { blocks } = await readDocument(bytes);
      const { outline, tables, questions } = form.view.report;
      const asked = tables.flatMap((table) =>
        isAskedOf(table.groups, group) ? [{ ...table, columns: askedColumns(table.columns, group) }] : [],
      );
      const read = readReport(blocks, outline, { tables: asked, questions });
      const shown = { submission };
      const printed = leaves(outline).filter((section) => holds(section.when, shown));
      const sections = Object.fromEntries(
        printed.map(({ id }) => [
          id,
          read.pieces
            .filter((piece) => piece.section === id)
            .map(({ text }) => text)
            .join('\n\n'),
        ]),
      );
      expect(sections).toEqual(Object.fromEntries(printed.map(({ id }) => [id, given.sections[id]])));
      expect(read.answers).toEqual(
        Object.fromEntries(
          questions.filter((each) => holds(each.when, shown)).map(({ id }) => [id, given.answers[id]]),
        ),
      );
      for (const table of tables.filter((each) => Object.hasOwn(given.tables, each.id))) {
        const columns = columnLeaves(askedColumns(table.columns, group));
        const rows = given.tables[table.id]! as Record<string, Record<string, unknown>>;
        const expected = Object.entries(rows).flatMap(([row, cells]) =>
          columns.flatMap((column) => {
            const text = column.computed ? '' : inWords(column, cells[column.id]);
            return text === ''
              ? []
              : [{ row, column: column.id, text: text.replaceAll('\n', ' ').replace(/\s+/g, ' ') }];
          }),
        );
        const found = read.tables.find((each) => each.table === table.id);
        expect(found?.cells.map((each) => ({ ...each, text: each.text.replace(/\s+/g, ' ') })).sort(byPlace)).toEqual(
          expected.sort(byPlace),
        );
        expect(found?.left).toEqual([]);
      }
      expect({ ...read.issuer, authority: read.issuer.authority?.replace(/^TM\./, 'T/M') }).toEqual({
        ...issuer,
        date: { value: issuer.date },
      });
    }
  });
});

const byPlace = (one: { row: string; column: string }, other: { row: string; column: string }) =>
  `${one.row} ${one.column}` < `${other.row} ${other.column}` ? -1 : 1;
