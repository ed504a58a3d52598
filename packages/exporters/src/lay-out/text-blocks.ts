import type { Addressees, Dash, Heading, Inline, Paragraph, Title } from '../model/document.js';
import type { Layout } from '../layouts/layout.js';
import type { PageParagraph } from '../model/pages.js';
import { balanced } from './balanced.js';
import { joinedAlike, paragraph, rule } from './paragraph.js';
import { stylesOf } from './styles-of.js';

export function layTitle({ name, subject, note }: Title, layout: Layout, textMm: number): PageParagraph[] {
  const { below } = layout.title;
  return [
    paragraph('title', [name], layout),
    ...(subject ? [balanced(laySubject(subject, layout), textMm)] : []),
    ...(note ? [balanced(paragraph('title-note', note, layout), textMm)] : []),
    'ruleMm' in below
      ? rule(below.ruleMm, layout, { withNext: true, afterPt: 12 })
      : paragraph('title-end', [below.text], layout),
  ];
}

function laySubject(subject: readonly Inline[], layout: Layout): PageParagraph {
  const laid = paragraph('subject', subject, layout);
  const [first, ...rest] = laid.texts;
  if (!first || !layout.title.subjectCapital) return laid;
  const text = first.text.charAt(0).toLocaleUpperCase('vi') + first.text.slice(1);
  return { ...laid, texts: [{ ...first, text }, ...rest] };
}

/**
 * A single addressee is on the line of the label, an unknown one as dots; several follow below with dashes. Empty if
 * the layout names the addressees of such a document below its text.
 */
export function layAddressees({ as, names }: Addressees, layout: Layout): PageParagraph[] {
  const { labels, list, only: end = '' } = layout.addressees;
  const label = labels[as];
  if (label === undefined) return [];
  const [only = { unknown: 40 }] = names;
  if (names.length <= 1) {
    const laid = paragraph('addressees', end ? [only, end] : [only], layout);
    const { look } = stylesOf(layout)['addressees-head'];
    const before = { ...look, text: `${label} `, style: 'addressees-label' } as const;
    return [{ ...laid, texts: joinedAlike([before, ...laid.texts]) }];
  }
  return [
    paragraph('addressees-head', [label], layout),
    ...names.map((name, index) => {
      const last = index === names.length - 1;
      const text = `- ${name}${last ? list.last : list.each}`;
      return paragraph('addressee', [text], layout, last ? { afterPt: 12 } : {});
    }),
  ];
}

export function layHeading({ level, number, text }: Heading, layout: Layout): PageParagraph {
  return paragraph(`heading-${level}`, [number ? `${number}. ${text}` : text], layout);
}

export function layParagraph({ as = 'body', inlines, last }: Paragraph, layout: Layout): PageParagraph {
  return unstretched(paragraph(as, last ? [...inlines, layout.end] : inlines, layout), inlines);
}

export function layDash({ level, inlines, withNext }: Dash, layout: Layout): PageParagraph {
  const [style, sign] = level === 1 ? (['dash', '- '] as const) : (['sub-dash', '+ '] as const);
  return unstretched(paragraph(style, [sign, ...inlines], layout, withNext ? { withNext } : {}), inlines);
}

/** A dotted line does not break: in a justified paragraph, the line before would be stretched. */
function unstretched(paragraph: PageParagraph, inlines: readonly Inline[]): PageParagraph {
  return paragraph.align === 'justify' && inlines.some(isDotted) ? { ...paragraph, align: 'left' } : paragraph;
}

const isDotted = (inline: Inline) =>
  typeof inline === 'string'
    ? DOTS_TYPED.test(inline)
    : 'unknown' in inline || ('text' in inline && DOTS_TYPED.test(inline.text));

const DOTS_TYPED = /\u2026{3}|\.{6}/;
