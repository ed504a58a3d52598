import { formOfType, textIn } from '@kl01/rules';
import { expect, test } from 'vitest';
import { packOf } from '../../fixtures/packs.js';
import { factsOf } from '../../fixtures/facts-of.js';
import { statisticsOf } from './statistics.js';
import { formWorkbook } from '../offline/form-workbook.js';
import { tableSheet } from './table-sheet.js';

const { rulebook, submissions } = packOf('nam-dinh.tinh-uy.2023');
const { submission } = submissions.find(({ submission: { form, unit } }) => {
  return form === 'bao-cao-02-nam' && unit.group === 'huyen-uy';
})!;
const facts = factsOf(rulebook, submission);
const tables = statisticsOf(
  formOfType(rulebook, 'bao-cao-02-nam', 'report').view.report.tables,
  'huyen-uy',
  facts.submission,
);

/** The lines above the first table with this role. */
const linesIn = ({ rows }: { rows: ReturnType<typeof tableSheet>['rows'] }, role: string) =>
  rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell?.role === role ? [cell.value] : [])));

test('the heading of a part of the appendix stands above the title of its first table, as the directive has it', () => {
  const sheets = tables.map((table) => tableSheet(table, { name: table.view.id }));
  expect(linesIn(sheets[0]!, 'title')).toEqual([
    'PHỤ LỤC BÁO CÁO: Thống kê từ khi ban hành Kết luận tới tháng 4/2023',
    expect.stringMatching(/^I\. /),
  ]);
  expect(sheets.filter((sheet) => linesIn(sheet, 'title').length === 1)).not.toEqual([]);
  for (const [index, { view }] of tables.entries()) {
    expect(linesIn(sheets[index]!, 'title')).toEqual([
      ...(view.heading ? [view.heading] : []),
      `${view.number}. ${view.title}`,
    ]);
  }
});

test('so it does where the table is to be filled in, before what is to be known of the form', () => {
  const [sheet] = formWorkbook(facts).sheets;
  expect(linesIn(sheet!, 'title')[0]).toMatch(/^PHỤ LỤC BÁO CÁO/);
  expect(linesIn(sheet!, 'note')[0]).toBe(textIn(facts.form.label));
});
