import { stepsOf, tellingWords } from '@kl01/rules';
import type { ReportContext } from '../state/form-context.js';
import type { ShownFinding } from '../findings/shown-findings.js';
import { doubtOf } from '../controls/data-table/cell-type.js';
import { tableShape } from '../controls/data-table/table-shape.js';
import { dataTable, tablesAsked } from '../controls/data-table/table-view.js';

/** Rewords the finding about a doubtful number to say what to write instead; other findings are unchanged. */
export function questionedCell(form: ReportContext, finding: ShownFinding): ShownFinding {
  if (finding.rule !== 'schema' || !finding.path.startsWith('/tables/')) return finding;
  const [, id, row, column] = stepsOf(finding.path);
  const view = tablesAsked(form).find((table) => table.id === id);
  const table = view && dataTable(form, view);
  const leaves = table ? tableShape(table).leaves : [];
  const leaf = leaves.find((each) => each.column.id === column);
  const stored = form.valueAt(finding.path);
  const doubt = leaf && doubtOf(leaf.column.type, stored);
  if (!leaf || !doubt) return finding;
  const among = leaves.map(({ words }) => words);
  const rowLabel = table?.rows.find((each) => each.id === row)?.label;
  const name = [view?.number, rowLabel, tellingWords(among, leaf.words)].filter(Boolean).join(', ');
  return { ...finding, message: form.strings.table.doubt(doubt, String(stored), name) };
}
