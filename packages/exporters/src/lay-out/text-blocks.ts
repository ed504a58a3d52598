import type { Addressees, Dash, Heading, Inline, Paragraph, Title } from '../model/document.js';
import type { Layout } from '../layouts/layout.js';
import type { PageParagraph, PageText } from '../model/pages.js';
import { balanced } from './balanced.js';
import { joinedAlike, pageTexts, paragraph, rule } from './paragraph.js';

const CENTRED = { align: 'center', withNext: true } as const;

export function layTitle({ name, subject, note }: Title, layout: Layout, textMm: number): PageParagraph[] {
  const { title } = layout;
  const centred = (texts: PageText[]) => balanced(paragraph(texts, CENTRED), textMm);
  return [
    paragraph(pageTexts([name], title.name, layout), { ...CENTRED, beforePt: 18, outlineLevel: 1 }),
    ...(subject ? [centred(subjectTexts(subject, layout))] : []),
    ...(note ? [centred(pageTexts(note, title.note, layout))] : []),
    'ruleMm' in title.below
      ? rule(title.below.ruleMm, { withNext: true, afterPt: 12 })
      : paragraph(pageTexts([title.below.text], title.below, layout), { ...CENTRED, afterPt: 12 }),
  ];
}

function subjectTexts(subject: readonly Inline[], layout: Layout): PageText[] {
  const style = layout.title.subject;
  const [first, ...rest] = pageTexts(subject, style, layout);
  if (!first || !style.firstCapital) return first ? [first, ...rest] : [];
  return [{ ...first, text: first.text.charAt(0).toLocaleUpperCase('vi') + first.text.slice(1) }, ...rest];
}

/**
 * One addressee stands beside the label, an unknown one as dots; several follow it, each on a line with a dash. None where
 * the layout names those of such a document below its text.
 */
export function layAddressees({ as, names }: Addressees, layout: Layout): PageParagraph[] {
  const { labels, list, only: end = '', ...styles } = layout.addressees;
  const label = labels[as];
  if (label === undefined) return [];
  const [only = { unknown: 40 }] = names;
  if (names.length <= 1) {
    const texts = [
      ...pageTexts([`${label} `], styles.label, layout),
      ...pageTexts(end ? [only, end] : [only], styles.name, layout),
    ];
    return [paragraph(joinedAlike(texts), { ...CENTRED, afterPt: 12 })];
  }
  return [
    paragraph(pageTexts([label], styles.label, layout), { leftMm: ADDRESSEES_MM, withNext: true }),
    ...names.map((name, index) => {
      const last = index === names.length - 1;
      const text = `- ${name}${last ? list.last : list.each}`;
      const place = { leftMm: ADDRESSEES_MM + 12, withNext: true, afterPt: last ? 12 : 0 };
      return paragraph(pageTexts([text], styles.name, layout), place);
    }),
  ];
}

const ADDRESSEES_MM = 35;

export function layHeading({ level, number, text }: Heading, layout: Layout): PageParagraph {
  const style = layout.headings[level - 1] ?? layout.headings[2];
  const words = number ? `${number}. ${text}` : text;
  // Not justified: a heading is often in capitals, which few words to the line would tear apart.
  const place = { ...bodyPlace(layout), align: 'left', withNext: true, outlineLevel: level } as const;
  return paragraph(pageTexts([words], style, layout), place);
}

export function layParagraph(
  { inlines, last, align, spaced, ofTable, withNext = false }: Paragraph,
  layout: Layout,
): PageParagraph {
  if (ofTable === 'note') {
    const { firstLineMm } = layout.body;
    return paragraph(pageTexts(inlines, layout.table.note, layout), { align: 'justify', firstLineMm });
  }
  const words = last ? [...inlines, layout.end] : inlines;
  const place = {
    ...bodyPlace(layout),
    beforePt: spaced || ofTable ? 12 : 0,
    align: align ?? bodyAlign(inlines),
    withNext,
  };
  if (align === 'center') return paragraph(pageTexts(words, layout.body, layout), { ...place, firstLineMm: 0 });
  return paragraph(pageTexts(words, layout.body, layout), place);
}

export function layDash({ level, inlines, withNext = false }: Dash, layout: Layout): PageParagraph {
  const words: Inline[] = [level === 1 ? '- ' : '+ ', ...inlines];
  return paragraph(pageTexts(words, layout.body, layout), {
    ...bodyPlace(layout),
    align: bodyAlign(inlines),
    withNext,
  });
}

/** A dotted line does not break: in a justified paragraph it would tear the line before it apart. */
const bodyAlign = (inlines: readonly Inline[]) => (inlines.some(isDotted) ? 'left' : 'justify');

const isDotted = (inline: Inline) =>
  typeof inline === 'string'
    ? DOTS_TYPED.test(inline)
    : 'unknown' in inline || ('text' in inline && DOTS_TYPED.test(inline.text));

const DOTS_TYPED = /\u2026{3}|\.{6}/;

function bodyPlace({ body }: Layout) {
  const { firstLineMm, afterPt, lineAtLeastPt, lineExactlyPt } = body;
  const line =
    lineExactlyPt === undefined ? { lineAtLeastPt } : ({ lineAtLeastPt: lineExactlyPt, lineExactly: true } as const);
  return { align: 'justify', firstLineMm, afterPt, ...line } as const;
}
