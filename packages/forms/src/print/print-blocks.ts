import { html, type TemplateResult } from 'lit';
import { valueAt, answerInWords, textIn, type AskedEntry, type AskedPart } from '@kl01/rules';
import type { FormContext } from '../state/form-context.js';
import { capitalised } from '../strings/words.js';
import { printTable } from './print-table.js';
import type { PrintBlock, PrintEntry } from './print-block.js';

/** What the printed form omits, by owner of a part or by path of an entry, and why. */
const NOT_PRINTED: Readonly<Record<string, string>> = {
  issuer: 'printed by the documents that are made from it',
  '/unit/id': 'a key of the host; the name of the unit is printed',
  '/person/id': 'a key of the host; the name of the person is printed',
};

/** Everything the form currently asks, in the order of the page. */
export function printBlocks(form: FormContext): PrintBlock[] {
  const blocks: PrintBlock[] = [];
  const tables: PrintBlock[] = [];
  for (const part of form.parts) {
    if (part.owner in NOT_PRINTED) continue;
    if (part.owner !== 'table') {
      blocks.push(...partBlocks(form, part));
      continue;
    }
    if (tables.length === 0) {
      blocks.push({ heading: form.strings.report.tables, level: 3, entries: [], blocks: tables });
    }
    if (part.heading !== undefined) tables.push({ heading: part.heading, level: 4, entries: [] });
    tables.push(printTable(form, part));
  }
  return blocks;
}

function partBlocks(form: FormContext, part: AskedPart): PrintBlock[] {
  const heading = textIn(part.label, form.lang);
  const block = (more: Partial<PrintBlock>): PrintBlock => ({ heading, level: 3, entries: [], ...more });
  switch (part.owner) {
    case 'nominees':
      return [block({ blocks: part.parts.map((nominee, index) => nomineeBlock(form, nominee, index)) })];
    case 'outline':
      return part.parts.map((section) => sectionBlock(form, section, 3));
    case 'commitments':
      return [block({ blocks: part.parts.map((each, index) => commitmentBlock(form, each, index)) })];
    case 'result':
      return [block({ content: paragraph(form, textAt(form, part.path)) })];
    default:
      return [block({ entries: printEntries(form, part) })];
  }
}

function nomineeBlock(form: FormContext, part: AskedPart, index: number): PrintBlock {
  const kind = capitalised(textIn(part.label, form.lang));
  const name = textAt(form, `${part.path}/name`) || form.strings.nominees.unnamed(kind);
  return { heading: `${index + 1}. ${name} – ${kind}`, level: 4, entries: printEntries(form, part) };
}

const commitmentBlock = (form: FormContext, part: AskedPart, index: number): PrintBlock => ({
  heading: form.strings.plan.commitment(index + 1),
  level: 4,
  entries: printEntries(form, part),
});

/** A section of the outline with its subsections, as running text. */
function sectionBlock(form: FormContext, part: AskedPart, level: 3 | 4): PrintBlock {
  const block = { heading: textIn(part.label, form.lang), level, entries: [] };
  return part.parts.length > 0
    ? { ...block, blocks: part.parts.map((each) => sectionBlock(form, each, 4)) }
    : { ...block, content: paragraph(form, textAt(form, part.path)) };
}

/** A line for each entry of a part and its subparts. */
function printEntries(form: FormContext, part: AskedPart): PrintEntry[] {
  const own = part.entries.flatMap((entry) => printEntry(form, part, entry));
  return [...own, ...part.parts.flatMap((below) => printEntries(form, below))];
}

function printEntry(form: FormContext, { item }: AskedPart, entry: AskedEntry): PrintEntry[] {
  const label = textIn(entry.label, form.lang);
  const stored = form.valueAt(entry.path);
  if (entry.path in NOT_PRINTED) return [];
  if (entry.type === 'votes') return votes(form, stored);
  const value = answerInWords(entry, stored, form.lang);
  // A document made from the form needs no file, so it is not printed as missing.
  return value === '' && entry.type === 'files' && item?.as.includes('print') ? [] : [{ label, value }];
}

/** The votes that were entered, by nominee. */
function votes(form: FormContext, stored: unknown): PrintEntry[] {
  const words = form.strings.meeting;
  const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return form.parts
    .filter(({ owner }) => owner === 'nominees')
    .flatMap(({ parts }) => parts)
    .flatMap((nominee) => {
      const id = form.valueAt(`${nominee.path}/id`);
      const own = list.find((each) => valueAt(each, '/nominee') === id);
      if (own === undefined) return [];
      const name = textAt(form, `${nominee.path}/name`) || textIn(nominee.label, form.lang);
      const count = (part: 'for' | 'against') => answerInWords({ type: 'count' }, valueAt(own, `/${part}`), form.lang);
      return [
        { label: words.votesFor(name), value: count('for') },
        { label: words.votesAgainst(name), value: count('against') },
      ];
    });
}

function paragraph(form: FormContext, text: string): TemplateResult {
  return text === ''
    ? html`<p class="blank">${form.strings.notAnswered}</p>`
    : html`<p class="printed-text">${text}</p>`;
}

function textAt(form: FormContext, path: string): string {
  const stored = form.valueAt(path);
  return typeof stored === 'string' ? stored : '';
}
