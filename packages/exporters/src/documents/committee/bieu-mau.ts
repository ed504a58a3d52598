import { formWorkbook } from '../../offline/form-workbook.js';
import { offlineForm } from '../../offline/offline-form.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import type { SubmissionFacts } from '../parts/facts.js';
import { textOf } from '../parts/text.js';
import type { Workbook } from '../../model/workbook.js';

/** The form itself as a workbook, to be filled in offline and read back by `importXlsx`. */
export const bieuMau: DocumentKind = {
  id: 'bieu-mau',
  formats: ['xlsx'],
  from: { nomination: { workbook: make }, report: { workbook: make } },
  fits: (form) => form.type === 'nomination' || (form.type === 'report' && form.view.report.tables.length > 0),
};

function make(facts: SubmissionFacts): Content<Workbook> {
  const { leftOut } = offlineForm(facts.rulebook, facts.form, textOf(facts.unit['group']));
  return {
    model: formWorkbook(facts),
    remarks: leftOut.length > 0 ? [{ id: 'left-out', say: (words) => words['left-out'](leftOut) }] : [],
  };
}
