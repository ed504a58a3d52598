import type { ExplainedBlock, ExplainedLine, ExplainedPart, ExplainedTable, Explanation } from './explanation.js';
import type { Cite } from '../rulebook.js';
import { explaining, type ExplainStrings } from '../strings/explain.js';

/** Prints an explanation as Markdown (CommonMark with tables). Text of the pack is never markup: it is escaped. */
export function explanationMarkdown(explanation: Explanation): string {
  const printer: Printer = { words: explaining[explanation.lang], document: explanation.document };
  return `${[
    `# ${escaped(explanation.title)}`,
    ...explanation.lead.map(escaped),
    ...explanation.parts.flatMap((part, index) => partLines(part, `${index + 1}`, 2, undefined, printer)),
  ].join('\n\n')}\n`;
}

interface Printer {
  readonly words: ExplainStrings;
  /** number of the directive, whose clauses are named without it */
  readonly document: string;
}

/** Markdown has six levels of headings. */
const LOWEST_HEADING = 6;

function partLines(
  part: ExplainedPart,
  number: string,
  level: number,
  above: string | undefined,
  printer: Printer,
): string[] {
  const clause = clauseText(part.cite, printer) ?? above;
  const cite = clause !== undefined && clause !== above ? ` (${escaped(clause)})` : '';
  return [
    `${'#'.repeat(Math.min(level, LOWEST_HEADING))} ${number}. ${escaped(part.heading)}${cite}`,
    ...part.blocks.map((block) => blockText(block, clause, printer)),
    ...part.parts.flatMap((inner, index) => partLines(inner, `${number}.${index + 1}`, level + 1, clause, printer)),
  ];
}

const blockText = (block: ExplainedBlock, clause: string | undefined, printer: Printer): string =>
  block.type === 'table' ? tableText(block) : block.lines.map((line) => lineText(line, '', clause, printer)).join('\n');

/** A clause is said once: lines below repeat it only where theirs is another. */
function lineText(line: ExplainedLine, indent: string, above: string | undefined, printer: Printer): string {
  const clause = clauseText(line.cite, printer) ?? above;
  const cite = clause !== undefined && clause !== above ? `*(${escaped(clause)})*` : '';
  const label = line.label === undefined ? '' : `**${escaped(line.label)}**${line.text || line.lines ? ':' : ''}`;
  const own = `${indent}- ${[label, escaped(line.text), cite].filter(Boolean).join(' ')}`;
  return [own, ...(line.lines ?? []).map((inner) => lineText(inner, `${indent}  `, clause, printer))].join('\n');
}

function clauseText(cite: Cite | undefined, { words, document }: Printer): string | undefined {
  return cite && citeInWords(cite, words, document);
}

/** A clause as the explanation names it: of the directive itself without its number. */
export const clauseInWords = (cite: Cite, { lang, document }: Pick<Explanation, 'lang' | 'document'>): string =>
  citeInWords(cite, explaining[lang], document);

const citeInWords = (cite: Cite, words: ExplainStrings, document: string): string =>
  cite.document === document ? words.clause(cite.clause) : words.clauseOf(cite.clause, cite.document);

function tableText({ caption, header, rows }: ExplainedTable): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const table = [row(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(row)].join('\n');
  return caption === undefined ? table : `*${escaped(caption)}*\n\n${table}`;
}

/**
 * Every character that Markdown or HTML could read as markup, and what some readers make links of; line breaks become
 * spaces.
 */
export const escaped = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replaceAll('://', '\\://')
    .replaceAll(/www\./gi, (start) => `${start.slice(0, -1)}\\.`)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
