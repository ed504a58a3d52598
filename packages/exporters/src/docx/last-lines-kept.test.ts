import { describe, expect, test } from 'vitest';
import { textMm } from '../lay-out/height.js';
import { stylesOf } from '../lay-out/styles-of.js';
import { hd36 } from '../layouts/hd36-2018.js';
import type { PageParagraph, PagePlace, Pages, PageTable, PageText } from '../model/pages.js';
import { lastLinesKept } from './last-lines-kept.js';

const text = (words: string, bold = false): PageText => ({ text: words, sizePt: 14, bold, italic: false });
const many = (count: number) =>
  'Vận động nhân dân hiến đất mở đường, đóng góp ngày công xây dựng. '.repeat(count).trim();
const place = { align: 'justify', firstLineMm: 10, beforePt: 3, afterPt: 6, withNext: true } as const;
const styles = stylesOf(hd36);
const paragraph = (texts: readonly PageText[], own: Partial<PagePlace> = {}): PageParagraph => ({
  kind: 'paragraph',
  style: 'body',
  ...styles.body.place,
  texts,
  ...own,
});
const signature: PageTable = { kind: 'table', widthsMm: [165], bordered: false, headRows: 0, rows: [] };

function kept(block: PageParagraph, next: PageParagraph | PageTable = signature): PageParagraph[] {
  const marginsMm = { top: 20, bottom: 20, left: 30, right: 15 };
  const part = { landscape: false, paperMm: { width: 210, height: 297 }, marginsMm, blocks: [block, next] };
  const pages: Pages = { title: '', font: '', styles, pageNumber: { fromTopMm: 10 }, parts: [part] };
  return lastLinesKept(pages).parts[0]!.blocks.slice(0, -1) as PageParagraph[];
}

describe('a long text before a signature is cut where one of its last lines begins', () => {
  const [first, last] = kept(paragraph([text(many(20))], place));

  test('no word is lost', () => expect([first, last].map((one) => one!.texts[0]!.text).join(' ')).toBe(many(20)));
  test('the cut shows nowhere', () => {
    expect(first).toMatchObject({ firstLineMm: 10, beforePt: 3, afterPt: 0 });
    expect(last).toMatchObject({ firstLineMm: 0, beforePt: 0, afterPt: 6 });
  });
  test('only the last lines stay with the signature: three to six', () => {
    expect([first!.withNext, last!.withNext]).toEqual([false, true]);
    const lines = Math.ceil(textMm(last!.texts[0]!.text, { sizePt: 14 }) / 165);
    expect(lines).toBeGreaterThanOrEqual(3);
    expect(lines).toBeLessThanOrEqual(6);
  });
});

test('what is set off keeps its look on both sides of the cut', () => {
  const texts = [text(many(10)), text(` ${many(6)}`, true), text(' Hết.')];
  const [first, last] = kept(paragraph(texts, place));
  expect([...first!.texts, ...last!.texts].map(({ bold }) => bold)).toEqual([false, true, true, false]);
});

test.each<[string, PageParagraph, (PageParagraph | PageTable)?]>([
  ['a short text', paragraph([text(many(5))], place)],
  ['a text that need not stay', paragraph([text(many(20))], { ...place, withNext: false })],
  ['a text before other text', paragraph([text(many(20))], place), paragraph([text('Hết.')])],
  ['a word longer than all lines', paragraph([text('x'.repeat(5000))], place)],
  ['nothing', paragraph([], place)],
])('%s stays whole', (_, block, next) => expect(kept(block, next)).toEqual([block]));
