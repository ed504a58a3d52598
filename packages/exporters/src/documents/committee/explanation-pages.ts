import { clauseInWords, type Cite } from '@kl01/rules';
import type { ExplainedBlock, ExplainedLine, ExplainedPart, ExplainedTable } from '@kl01/rules/authoring';
import type { Block, Inline, OfficialDocument, Table } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { textCell } from '../parts/text.js';
import type { Content } from '../parts/content.js';
import type { ExplanationFacts } from '../parts/facts.js';

/** The result of `explain`, as pages. */
export function explanationPages({ explanation }: ExplanationFacts): Content<OfficialDocument> {
  const clauseOf = (cite?: Cite) => cite && clauseInWords(cite, explanation);
  const sign = (title: string) =>
    ({ kind: 'signature', title: [[title]], note: [words.signAndName], signer: [{ unknown: 24 }] }) as const;
  return {
    model: {
      title: explanation.title,
      parts: [
        {
          orientation: 'portrait',
          blocks: [
            { kind: 'title', name: words.dienGiai, subject: [explanation.title] },
            ...explanation.lead.map((text): Block => ({ kind: 'paragraph', inlines: [text] })),
            ...explanation.parts.flatMap((part, index) => partBlocks(part, `${index + 1}`, 1, clauseOf)),
            { kind: 'closing', left: sign(words.packAuthor), right: sign(words.packApprover) },
          ],
        },
      ],
    },
  };
}

type ClauseOf = (cite?: Cite) => string | undefined;

/** A clause is cited once; nested parts repeat it only if it differs. */
function partBlocks(part: ExplainedPart, number: string, level: number, clauseOf: ClauseOf, above?: string): Block[] {
  const clause = clauseOf(part.cite) ?? above;
  const text = clause && clause !== above ? `${part.heading} (${clause})` : part.heading;
  return [
    { kind: 'heading', level: level > 2 ? 3 : level === 2 ? 2 : 1, number, text },
    ...part.blocks.flatMap((block) => blocksOf(block, clauseOf, clause)),
    ...part.parts.flatMap((inner, index) => partBlocks(inner, `${number}.${index + 1}`, level + 1, clauseOf, clause)),
  ];
}

function blocksOf(block: ExplainedBlock, clauseOf: ClauseOf, above?: string): Block[] {
  if (block.type === 'list') return block.lines.flatMap((line) => lineBlocks(line, 1, clauseOf, above));
  const caption: Block[] = block.caption ? [{ kind: 'paragraph', as: 'table-caption', inlines: [block.caption] }] : [];
  const width = block.header.length;
  const table: Table = {
    kind: 'table',
    columns: block.header.map((_, index) => ({ share: shareOf(index, block), align: 'left' })),
    head: [block.header.map(textCell)],
    rows: block.rows.map((row) => ({ role: 'plain', cells: row.slice(0, width).map(textCell) })),
  };
  return [...caption, table];
}

/** Columns with longer texts are wider, within limits. */
function shareOf(column: number, { header, rows }: ExplainedTable): number {
  const longest = Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0));
  return Math.min(60, Math.max(10, longest));
}

function lineBlocks(line: ExplainedLine, level: 1 | 2, clauseOf: ClauseOf, above?: string): Block[] {
  const clause = clauseOf(line.cite) ?? above;
  const more = line.text !== '' || (line.lines?.length ?? 0) > 0;
  const inlines: Inline[] = [
    ...(line.label === undefined ? [] : [{ text: more ? `${line.label}: ` : line.label, as: 'strong' as const }]),
    line.text,
    ...(clause && clause !== above ? [{ text: ` (${clause})`, as: 'emphasis' as const }] : []),
  ];
  return [
    { kind: 'dash', level, inlines, withNext: (line.lines?.length ?? 0) > 0 },
    ...(line.lines ?? []).flatMap((inner) => lineBlocks(inner, 2, clauseOf, clause)),
  ];
}
