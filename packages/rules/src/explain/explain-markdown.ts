import type { ExplainedBlock, ExplainedLine, ExplainedPart, ExplainedTable, Explanation } from './explanation.js';
import { clauseInWords } from '../clause-in-words.js';

/** Renders an explanation as Markdown (CommonMark with tables). Text from the pack is escaped, not taken as markup. */
export function explanationMarkdown(explanation: Explanation): string {
  return `${[
    `# ${escaped(explanation.title)}`,
    ...explanation.lead.map(escaped),
    ...explanation.parts.flatMap((part, index) => partLines(part, `${index + 1}`, 2, undefined, explanation)),
  ].join('\n\n')}\n`;
}

/** Language, and the directive whose clauses are cited without its number. */
type Printer = Pick<Explanation, 'lang' | 'document'>;

/** Markdown has only six levels of headings. */
const LOWEST_HEADING = 6;

function partLines(
  part: ExplainedPart,
  number: string,
  level: number,
  above: string | undefined,
  printer: Printer,
): string[] {
  const clause = (part.cite && clauseInWords(part.cite, printer)) ?? above;
  const cite = clause !== undefined && clause !== above ? ` ${escaped(bracketed(clause))}` : '';
  return [
    `${'#'.repeat(Math.min(level, LOWEST_HEADING))} ${number}. ${escaped(part.heading)}${cite}`,
    ...part.blocks.map((block) => blockText(block, clause, printer)),
    ...part.parts.flatMap((inner, index) => partLines(inner, `${number}.${index + 1}`, level + 1, clause, printer)),
  ];
}

const blockText = (block: ExplainedBlock, clause: string | undefined, printer: Printer): string =>
  block.type === 'table' ? tableText(block) : block.lines.map((line) => lineText(line, '', clause, printer)).join('\n');

/** A clause is printed once; lines below repeat it only if theirs differs. */
function lineText(line: ExplainedLine, indent: string, above: string | undefined, printer: Printer): string {
  const clause = (line.cite && clauseInWords(line.cite, printer)) ?? above;
  const cite = clause !== undefined && clause !== above ? `*${escaped(bracketed(clause))}*` : '';
  const label = line.label === undefined ? '' : `**${escaped(line.label)}**${line.text || line.lines ? ':' : ''}`;
  const own = `${indent}- ${[label, escaped(line.text), cite].filter(Boolean).join(' ')}`;
  return [own, ...(line.lines ?? []).map((inner) => lineText(inner, `${indent}  `, clause, printer))].join('\n');
}

/** A clause that is printed as "(1)" has its brackets already. */
const bracketed = (clause: string): string => (/^\(.*\)$/.test(clause) ? clause : `(${clause})`);

function tableText({ caption, header, rows }: ExplainedTable): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const table = [row(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(row)].join('\n');
  return caption === undefined ? table : `*${escaped(caption)}*\n\n${table}`;
}

/**
 * Escapes every character that Markdown or HTML could interpret as markup, and what some renderers turn into links;
 * line breaks become spaces.
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
