import { compile, parsePack } from '@kl01/rules/compile';

const COLUMNS = 11;

/** A rulebook of no committee whose report is one table of so many cells, each row with a rule that it be complete. */
export function tableRulebook(/** @type {number} */ cells) {
  const rows = Array.from({ length: cells / COLUMNS }, (_, index) => ({
    id: `r${index}`,
    label: `Xã số ${index + 1}`,
  }));
  const columns = Array.from({ length: COLUMNS }, (_, index) => ({
    id: `c${index}`,
    label: `Chỉ tiêu ${index + 1}`,
    type: 'count',
  }));
  const table = { id: 'bieu', number: '1', title: 'BIỂU', rowHeader: 'Xã', rows, totalRow: { label: 'Tổng' }, columns };
  return compile(
    parsePack({
      $schema: '../schema/rule-pack.schema.json',
      format: 2,
      id: 'vi-du.bieu',
      version: '1.0.0',
      timezone: 'Asia/Ho_Chi_Minh',
      layout: 'hd36-2018',
      directive: { number: '01-CV/VD', date: '2023-02-01', title: 'Ví dụ', committee: { name: 'Cấp ủy ví dụ' } },
      unitGroups: [{ id: 'dang-bo', label: 'Đảng bộ' }],
      forms: [
        {
          id: 'bao-cao',
          type: 'report',
          label: 'Báo cáo',
          cite: 'I',
          answeredBy: [{ groups: ['dang-bo'], duty: 'must' }],
          windows: [{ id: 'nop', before: '2023-12-31', cite: 'I' }],
          outline: [{ id: 'i', number: 'I', title: 'KẾT QUẢ', cite: 'I' }],
          tables: [table],
        },
      ],
    }),
  );
}

/** Half of the rows filled in. */
export function tableSubmission(/** @type {number} */ cells) {
  const row = Object.fromEntries(Array.from({ length: COLUMNS }, (_, index) => [`c${index}`, index * 7]));
  const filled = Array.from({ length: Math.floor(cells / COLUMNS / 2) }, (_, index) => [`r${index}`, row]);
  return { revision: 1, sections: { i: 'Nội dung.' }, tables: { bieu: Object.fromEntries(filled) } };
}

/** The same cells as plain HTML, with a total under each column and nothing judged. */
export function plainTable(/** @type {number} */ cells) {
  const { tables } = tableSubmission(cells);
  const rows = Array.from({ length: cells / COLUMNS }, (_, index) => {
    const values = /** @type {Record<string, Record<string, number>>} */ (tables.bieu)[`r${index}`] ?? {};
    const inputs = Array.from(
      { length: COLUMNS },
      (_, at) => `<td><input id="/tables/bieu/r${index}/c${at}" value="${values[`c${at}`] ?? ''}"></td>`,
    );
    return `<tr><th>Xã số ${index + 1}</th>${inputs.join('')}</tr>`;
  });
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}
