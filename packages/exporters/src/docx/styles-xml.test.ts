import { describe, expect, test } from 'vitest';
import { readDocx } from '../../fixtures/read-docx.js';
import { layOut } from '../lay-out/lay-out.js';
import { hd05 } from '../layouts/hd05-2026.js';
import { layouts } from '../layouts/layouts.js';
import type { Block } from '../model/document.js';
import { styleNames } from '../model/styles.js';
import { stylesXml } from './styles-xml.js';
import { wordStyles, wordTableStyles, wordTextStyles } from '../strings/word-styles.js';
import { writeDocx } from './write-docx.js';

const signature = { kind: 'signature', title: [['BÍ THƯ']], signer: ['A'] } as const;
const blocks: Block[] = [
  { kind: 'letterhead', superior: ['S'], issuer: ['A'], placeAndDate: ['x'] },
  { kind: 'title', name: 'Tờ trình', subject: ['về việc y'] },
  { kind: 'addressees', as: 'submission', names: ['B'] },
  { kind: 'heading', level: 1, number: 'I', text: 'TÌNH HÌNH' },
  { kind: 'paragraph', inlines: ['chữ ', { text: 'đậm', as: 'strong' }] },
  { kind: 'paragraph', as: 'note', inlines: ['ghi chú ', { text: 'nghiêng', as: 'emphasis' }] },
  { kind: 'dash', level: 1, inlines: ['một'] },
  {
    kind: 'table',
    columns: [{ share: 1, align: 'left' }],
    head: [[{ lines: [['Tên']] }]],
    rows: [{ role: 'plain', cells: [{ lines: [['B']] }] }],
  },
  { kind: 'paragraph', inlines: ['chữ'] },
  { kind: 'closing', left: { kind: 'recipients', given: [], to: ['B'], as: 'submission' }, right: signature },
];
const pages = layOut({ title: 'x', parts: [{ orientation: 'portrait', blocks }] }, hd05);
const word = readDocx(await writeDocx(pages));
const body = word.xml('word/document.xml');
const styles = word.xml('word/styles.xml');

describe('a paragraph says its style and nothing that its style says', () => {
  const propertiesOf = (text: string) =>
    [...body.matchAll(/<w:p>(?:<w:pPr>(.*?)<\/w:pPr>)?(.*?)<\/w:p>/gs)].find(([, , runs = '']) =>
      runs.includes(`>${text}`),
    )?.[1];
  test.each([
    ['TỜ TRÌNH', 'Title'],
    ['về việc y', 'Subtitle'],
    ['I. TÌNH HÌNH', 'Heading1'],
    ['chữ ', 'BodyText'],
    ['- một', 'Dash'],
    ['Tên', 'TableHead'],
    ['ĐẢNG CỘNG SẢN', 'LetterheadTitle'],
    ['Nơi nhận:', 'RecipientsHead'],
  ])('%s: %s', (text, id) => expect(propertiesOf(text)).toBe(`<w:pStyle w:val="${id}"/>`));

  test('words within it likewise; what is in italics already is not set upright by a style of italics', () => {
    expect(body).toMatch(/<w:rPr><w:rStyle w:val="Strong"\/><\/w:rPr><w:t[^>]*>đậm/);
    expect(body).toMatch(/<w:rPr><w:rStyle w:val="AddresseesLabel"\/><\/w:rPr><w:t[^>]*>Kính trình: /);
    expect(body).not.toContain('w:rStyle w:val="Emphasis"');
    expect(body).not.toMatch(/<w:(b|i|sz|jc)[ /]/);
  });

  test('tables have theirs', () => {
    expect([...body.matchAll(/<w:tblStyle w:val="(\w+)"/g)].map(([, id]) => id)).toEqual([
      'Columns',
      'TableGrid',
      'Columns',
    ]);
    expect(body).not.toContain('<w:tblBorders>');
  });
});

describe('the styles of a file', () => {
  const ids = [...styles.matchAll(/w:styleId="(\w+)"/g)].map(([, id]) => id!);

  test('every name has one, and no two have the same', () => {
    const own = [wordStyles, wordTextStyles, wordTableStyles].flatMap((some) =>
      Object.values(some).map(({ id }) => id),
    );
    expect(ids).toEqual(expect.arrayContaining(own));
    expect(new Set(ids).size).toBe(ids.length);
    const names = [...styles.matchAll(/<w:name w:val="([^"]*)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name?.includes(','))).toEqual([]);
    expect(styleNames.length).toBe(Object.keys(wordStyles).length);
  });

  test('what is named is there', () => {
    const named = ['document', 'styles', 'header1', 'footnotes', 'endnotes'].flatMap((part) =>
      [
        ...word
          .xml(`word/${part}.xml`)
          .matchAll(/<w:(?:[prt]|tbl)Style w:val="(\w+)"|<w:(?:basedOn|next|link) w:val="(\w+)"/g),
      ].map(([, one, other]) => (one ?? other)!),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each([
    ['Heading1', 'heading 1', 'Tiêu đề 1', '0'],
    ['Heading2', 'heading 2', 'Tiêu đề 2', '1'],
    ['Heading3', 'heading 3', 'Tiêu đề 3', '2'],
  ])('%s is Word’s own, so that its outline and table of contents find it', (id, name, alias, level) => {
    const style = word.style(id);
    expect(style).toContain(`<w:name w:val="${name}"/><w:aliases w:val="${alias}"/>`);
    expect(style).toContain('<w:next w:val="BodyText"/>');
    expect(style).toContain(`<w:outlineLvl w:val="${level}"/>`);
  });

  test('one that is based on another says only what is otherwise', () => {
    expect(word.style('Dash')).not.toMatch(/<w:pPr>|<w:rPr>/);
    expect(word.style('LeadIn')).toContain('<w:qFormat/><w:pPr><w:keepNext/></w:pPr></w:style>');
  });

  test('of equal layouts are equal, of other layouts are not', () => {
    const of = layouts.map((layout) => stylesXml(layOut({ title: '', parts: [] }, layout)));
    expect(new Set(of).size).toBe(layouts.length);
    expect(stylesXml(pages)).toBe(styles);
  });
});
