import { columnLeaves, type ReportView } from '@kl01/rules';
import { type Consolidation } from '@kl01/rules/committee';
import type { Block, Inline, OfficialDocument, Part, Title } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { answerBlocks } from './answers.js';
import { tableSheet } from '../../tables/table-sheet.js';
import { sheetName, type Workbook } from '../../model/workbook.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content, Remark } from '../parts/content.js';
import { consolidatedSheets } from './consolidated-sheets.js';
import { issuerOf, type Issuer } from '../parts/issuer.js';
import type { ConsolidationFacts, ReportFacts } from '../parts/facts.js';
import {
  isAppendixTitle,
  isWideTable,
  statisticsBlocks,
  statisticsOf,
  sumsOf,
  type Statistics,
} from '../../tables/statistics.js';
import { counted, sentence } from '../parts/text.js';

/** Phụ lục: all tables of a report that the unit must fill in. */
export const phuLuc: DocumentKind = {
  id: 'phu-luc',
  from: {
    report: { pages: ofReport, workbook: sheetsOfReport },
    consolidation: { pages: ofMany, workbook: sheetsOfMany },
  },
  fits: (form) => form.type === 'report' && form.view.report.tables.length > 0,
};

function ofReport(facts: ReportFacts): Content<OfficialDocument> {
  const report = facts.form.view.report;
  const issuer = issuerOf(facts, 'BC');
  const tables = statisticsOf(report.tables, facts.unit['group'], facts.submission);
  return {
    model: {
      title: words.phuLuc,
      parts: appendixPart(tables, { note: enclosedNote(issuer), lead: answerBlocks(report, facts.submission) }),
    },
    remarks: noTables(tables),
  };
}

/** The sums over all units; the Excel format has a sheet per unit. */
function ofMany({ form, consolidation }: ConsolidationFacts): Content<OfficialDocument> {
  const report = form.view.report;
  return { model: { title: words.phuLuc, parts: sumsPart(report, consolidation) } };
}

/** A sheet for each unit, preceded by the sums. */
function sheetsOfMany(facts: ConsolidationFacts): Content<Workbook> {
  return { model: { title: words.phuLuc, sheets: consolidatedSheets(facts) } };
}

/** A sheet for each table, with totals as formulas. */
function sheetsOfReport(facts: ReportFacts): Content<Workbook> {
  const report = facts.form.view.report;
  const tables = statisticsOf(report.tables, facts.unit['group'], facts.submission);
  const taken = new Set<string>();
  const sheets = tables.map((table) => tableSheet(table, { name: sheetName(table.view.number || words.table, taken) }));
  return { model: { title: words.phuLuc, sheets }, remarks: noTables(tables) };
}

const noTables = (tables: readonly Statistics[]): Remark[] =>
  tables.length > 0 ? [] : [{ id: 'no-tables', say: (say) => say['no-tables']() }];

/** The sums of a form's tables, as a separate part. */
export function sumsPart({ tables }: ReportView, consolidation: Consolidation): Part[] {
  const { of, ticks } = words.summing;
  const hasTicks = tables.some(({ columns }) => columnLeaves(columns).some(({ type }) => type === 'yes-no'));
  const lead: Block[] = hasTicks ? [{ kind: 'paragraph', as: 'note', inlines: [ticks] }] : [];
  const note = sentence(of, { count: counted(consolidation.units.counted.length) });
  return appendixPart(sumsOf(tables, consolidation), { note, lead });
}

/** The appendix as one part, in landscape if a table needs the width; empty if there are no tables. */
export function appendixPart(
  tables: readonly Statistics[],
  { note, lead = [] }: { note?: readonly Inline[]; lead?: readonly Block[] } = {},
): Part[] {
  if (tables.length === 0) return [];
  return [
    {
      orientation: tables.some(isWideTable) ? 'landscape' : 'portrait',
      blocks: [appendixTitle(tables, note), ...lead, ...tables.flatMap(statisticsBlocks)],
    },
  ];
}

/** "(Kèm theo Báo cáo số …)" */
export const enclosedNote = ({ number, date, name }: Issuer): Inline[] =>
  sentence(words.enclosedWithReport, { number, date, issuer: name });

/**
 * The directive's title of the appendix if it is given above the first table, "PHỤ LỤC BÁO CÁO: Thống kê …"; otherwise
 * the standard title.
 */
function appendixTitle(tables: readonly Statistics[], note: Title['note']): Title {
  const heading = tables[0]?.view.heading;
  const [name = '', ...rest] =
    heading && isAppendixTitle(heading) ? heading.split(/:\s*/) : [words.phuLuc, words.statistics];
  const subject = rest.join(': ');
  return { kind: 'title', name, ...(subject && { subject: [subject] }), ...(note && { note }) };
}
