import { formOfType } from '@kl01/rules';
/**
 * A report with every section written, every question answered by its first option and every cell filled, by chance and
 * the same for the same number: valid wherever a form asks for no more than that.
 *
 * @param {import('@kl01/rules').Rulebook} rulebook
 * @param {{ form: string, unit: { id: string, group: string, name?: string }, number: number, revision?: number, words?: number }} of
 */
export function reportOf(rulebook, { form: formId, unit, number, revision = 1, words = 60 }) {
  const form = formOfType(rulebook, formId, 'report');
  const { report } = form.view;
  const below = chance(number * 1000 + revision);
  const text = (/** @type {string} */ title) =>
    Array.from({ length: words }, (_, index) => (index === 0 ? `${title} ${number}` : WORDS[below(WORDS.length)])).join(
      ' ',
    );
  return {
    id: `report-${number}`,
    revision,
    rulebook: `${rulebook.id}@${rulebook.version}`,
    form: formId,
    unit,
    answers: Object.fromEntries(report.questions.map(({ id, options }) => [id, options[0]?.value ?? null])),
    sections: Object.fromEntries(leavesOf(report.outline).map(({ id, title }) => [id, text(title)])),
    tables: Object.fromEntries(
      report.tables.map(({ id, rows, columns }) => [
        id,
        Object.fromEntries(
          rows.map((row) => [
            row.id,
            Object.fromEntries(cellsOf(columns).map((column) => [column.id, cell(column.type ?? 'count', below)])),
          ]),
        ),
      ]),
    ),
  };
}

const WORDS =
  'công tác lãnh đạo chỉ đạo tổ chức học tập quán triệt cán bộ đảng viên nhân dân thực hiện kết luận kế hoạch'.split(
    ' ',
  );

/**
 * @param {string} type
 * @param {(limit: number) => number} below
 */
function cell(type, below) {
  if (type === 'yes-no') return below(2) === 0;
  return type === 'percent' ? below(10_001) : type === 'text' ? 'Nội dung' : below(1000);
}

/**
 * @param {readonly import('@kl01/rules').SectionView[]} sections
 * @returns {import('@kl01/rules').SectionView[]}
 */
const leavesOf = (sections) =>
  sections.flatMap((section) => (section.sections.length > 0 ? leavesOf(section.sections) : [section]));

/**
 * Typed cells: computed columns are nobody's to fill.
 *
 * @param {readonly import('@kl01/rules').ColumnView[]} columns
 * @returns {import('@kl01/rules').ColumnView[]}
 */
export const cellsOf = (columns) =>
  columns.flatMap((column) => (column.columns ? cellsOf(column.columns) : column.computed ? [] : [column]));

/**
 * Whole numbers by chance, the same for the same seed.
 *
 * @param {number} seed
 * @returns {(limit: number) => number}
 */
function chance(seed) {
  let state = seed >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % limit;
  };
}
