import { describe, expect, test } from 'vitest';
import { nominee, rulebook, submission, submissionWith } from '../../fixtures/fixtures.js';
import { readDocx } from '../../fixtures/read-docx.js';
import type { Block, Cell } from '../model/document.js';
import { exportDocument } from '../export-document.js';
import { layOut } from '../lay-out/lay-out.js';
import { hd36 } from '../layouts/hd36-2018.js';
import { writeHtml } from './write-html.js';

const print = async (given = submission) => {
  const { bytes } = await exportDocument(rulebook, given, { document: 'to-trinh', format: 'html' });
  return new TextDecoder().decode(bytes);
};
const html = await print();
const plain = (text: string) => text.replace(/<\/?span[^>]*>/g, '');
const [head = '', body = ''] = html.split('<body>');

test('says what the Word file says, in the same order', async () => {
  const word = readDocx((await exportDocument(rulebook, submission, { document: 'to-trinh', format: 'docx' })).bytes);
  const paragraphs = [...body.matchAll(/<(p|h\d) class="[^"]+">(.*?)<\/\1>/g)].map(([, , text = '']) => plain(text));
  // Rules and empty cells are paragraphs in Word but not here.
  expect(paragraphs.filter(Boolean)).toEqual(word.paragraphs.filter(Boolean));
});

test('repeats the head of the list and names its own language', () => {
  expect(body).toMatch(/<thead>\n<tr class="whole edge"><th/);
  expect(head).toContain('<html lang="vi">');
});

test.each([
  ['part0 { size: A4 portrait; margin: 20mm 15mm 20mm 30mm'],
  ['part1 { size: A4 landscape; margin: 20mm 15mm 20mm 30mm'],
])('prints on a page of its own kind: %s', (rule) => expect(head).toContain(`@page ${rule}`));

test('a line of a heading is as high as in Word: the letters of the browser’s own heading are larger', () => {
  for (const [, name = ''] of body.matchAll(/<h\d class="([\w-]+)[ "]/g)) {
    expect(head).toMatch(new RegExp(`\\.${name} {[^}]*font-size: \\d+pt`));
  }
});

test('equal input gives equal bytes', async () => expect(await print()).toBe(html));

describe('nothing in it runs or loads', () => {
  test('its own policy forbids it', () =>
    expect(head).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`));
  test('no element has a style or a handler of its own', () =>
    expect(body).not.toMatch(/<[^>]* (style|on\w+|src|href)=/));

  test('markup prints as text', async () => {
    const summary = '</td><img src=x onerror="alert(1)"> & <script>';
    const page = await print(submissionWith({ nominees: [nominee({ summary })] }));
    expect(page).toContain('&lt;/td&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &lt;script&gt;');
    expect(page).not.toMatch(/<img|<script/);
  });
});

test('the line at the edge of a table is drawn by the cells that stand there', async () => {
  const cell = (text: string, down = 1): Cell => ({ lines: [[text]], down });
  const table: Block = {
    kind: 'table',
    columns: [1, 1].map((share) => ({ share, align: 'left' })),
    head: [[cell('Cấp', 2), cell('Số cuộc')], [cell('Tổng')]],
    rows: [{ role: 'plain', cells: [cell('Huyện'), cell('1')] }],
  };
  const pages = layOut({ title: 'x', parts: [{ orientation: 'portrait', blocks: [table] }] }, hd36);
  const rows = new TextDecoder().decode(await writeHtml(pages)).match(/<tr class="[^"]*">/g);
  expect(rows).toEqual(['<tr class="whole edge">', '<tr class="whole">', '<tr class="whole edge">']);
});

test('a letterhead and a signature stand in a line, which no printed page parts; lists may go on', () => {
  expect(head).toContain('table[role] { display: inline-table');
  expect(body.match(/<table role="presentation"/g)).toHaveLength(2);
  expect(body.match(/<table class="ruled/g)).toHaveLength(1);
});
