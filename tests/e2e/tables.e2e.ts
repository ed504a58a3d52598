import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formOfType, leaves, type ColumnView, type Rulebook, type TableView } from '@kl01/rules';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { convert } from '../lib/libreoffice.ts';
import { needs } from '../lib/needs.ts';
import type { Portal } from '../lib/strict-portal.ts';
import { BROWSERS, hiddenWidth, visitPortal, type Visit } from '../lib/visit-portal.ts';

const RULEBOOK = 'nam-dinh.tinh-uy.2023';
const ELEMENT = `<kl01-report-form form="bao-cao-02-nam" unit-id="huyen-uy-hai-hau" unit-group="huyen-uy"
  unit-name="Huyện ủy Hải Hậu" name="submission" now="2023-03-22T08:00:00+07:00" draft="can-bo-17"></kl01-report-form>`;

for (const { name, missing: without, launch } of BROWSERS) {
  const missing = without || needs.libreOffice();
  describe.skipIf(missing)(`a huyện ủy fills in 11 tables, in ${name}${missing ? ` – ${missing}` : ''}`, () => {
    let browser: Browser;
    let rulebook: Rulebook;
    let visit: Visit;
    let portal: Portal;
    let page: Page;
    let faults: string[];

    beforeAll(async () => {
      browser = await launch();
      const file = fileURLToPath(import.meta.resolve(`@kl01/rules/rulebooks/${RULEBOOK}.json`));
      rulebook = JSON.parse(await readFile(file, 'utf8')) as Rulebook;
    });
    afterAll(() => browser?.close());

    beforeEach(async () => {
      const permissions = ['clipboard-read', 'clipboard-write'];
      visit = await visitPortal(browser, ELEMENT, RULEBOOK, { permissions, timeoutMs: 20_000 });
      ({ portal, page, faults } = visit);
      await page.getByRole('heading', { name: 'Biểu thống kê' }).waitFor();
    });

    afterEach(() => visit.close());

    it('from Excel, from LibreOffice Calc and by keyboard; then the whole report at once, to what the server stores', async () => {
      const tables = tablesOf(rulebook);
      expect(tables.length).toBe(11);
      const filled = new Map(tables.map((table) => [table.id, valuesOf(table)]));

      // Ten tables as Excel copies them. The computed columns come along and are passed over.
      for (const table of tables.filter(({ id }) => id !== 't2b')) {
        await cell(page, table, 0, 0).focus();
        await copy(page, { text: asText(table, filled.get(table.id)!) });
        await page.keyboard.press('Control+v');
        const pasted = page.locator(`[id="/tables/${table.id}"]`).getByText(/^Đã dán \d+ ô\.$/);
        await pasted.waitFor();
        expect(await pasted.locator('..').getByRole('listitem').count()).toBe(0);
      }

      // One as LibreOffice writes it: its text says "1,134", the number behind it is 1134.
      const t2b = tables.find(({ id }) => id === 't2b')!;
      const html = await calcHtml(filled.get('t2b')!);
      expect(html).toContain('sdval="1134"');
      expect(html).toContain('1,134');
      await cell(page, t2b, 0, 0).focus();
      await copy(page, { text: '', html });
      await page.keyboard.press('Control+v');
      await expect.poll(() => cell(page, t2b, 0, 1).inputValue()).toBe('1.134');

      // One undo for the whole paste, one redo; the focus follows.
      await page.keyboard.press('Control+z');
      await expect.poll(() => cell(page, t2b, 1, 3).inputValue()).toBe('');
      await page.keyboard.press('Control+y');
      await expect.poll(() => cell(page, t2b, 1, 3).inputValue()).toBe(String(filled.get('t2b')![1]![3]));

      // Typed over by keyboard: Tab along the row, Enter back below its first cell.
      const t6 = tables.find(({ id }) => id === 't6')!;
      await cell(page, t6, 0, 0).focus();
      await page.keyboard.type('12 cuộc');
      await page.keyboard.press('Tab');
      await page.keyboard.type('7');
      await page.keyboard.press('Enter');
      expect(await focusedId(page)).toBe('/tables/t6/nam-2022/thuong-xuyen');
      await page.getByText('2021, Số cuộc kiểm tra thường xuyên: “12 cuộc” không phải là số.').first().waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.type('12');
      await page.keyboard.press('ArrowDown');
      await page.getByText('“12 cuộc” không phải là số').waitFor({ state: 'detached' });
      filled.get('t6')![0]!.splice(0, 2, 12, 7);

      // Copied out with the keyboard and pasted again, a block is the same.
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+c');
      const before = await page.evaluate(() => navigator.clipboard.readText());
      expect(before).toBe(asText(t6, filled.get('t6')!));
      await page.keyboard.press('Control+v');
      await page.keyboard.press('Control+c');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(before);

      // Totals are those of a sum made here.
      for (const table of tables) {
        const shown = await page.locator(`[id="/tables/${table.id}"] tfoot td`).allInnerTexts();
        expect([table.id, ...shown.map((text) => text.replaceAll('.', '').trim())]).toEqual([
          table.id,
          ...totalsOf(table, filled.get(table.id)!),
        ]);
      }

      // The questions, then the report as it was written in Word, pasted once.
      for (const option of await page.getByRole('radio', { name: 'Đúng kế hoạch' }).all()) await option.check();
      await page.getByRole('button', { name: 'Dán cả báo cáo' }).click();
      await page.getByLabel('Toàn văn báo cáo').focus();
      await copy(page, { text: 'x', html: asWord(rulebook) });
      await page.keyboard.press('Control+v');
      await page.getByRole('button', { name: 'Chia vào các mục' }).press('Enter');
      await page.getByText('1 đoạn chưa rõ thuộc mục nào').first().waitFor();
      await page.getByRole('button', { name: 'Đưa vào báo cáo' }).press('Enter');
      await page.locator('.piece-text', { hasText: 'HUYỆN ỦY HẢI HẬU' }).waitFor();

      // What the cells call for has appeared, and is answered with one press each.
      const nothing = page.getByRole('button', { name: /^Ghi “Không phát sinh” vào mục/ });
      for (let left = await nothing.count(); left > 0; left = await nothing.count()) {
        await nothing.first().press('Enter');
        await expect.poll(() => nothing.count()).toBe(left - 1);
      }

      await page.getByRole('button', { name: 'Gửi hồ sơ' }).press('Enter');
      await page.getByText('Đã nhận bản số 1').waitFor();
      const sent = portal.posts[0]?.submission;
      for (const table of tables) {
        expect([table.id, sent?.tables?.[table.id]]).toEqual([table.id, stored(table, filled.get(table.id)!)]);
      }
      expect(sent?.sections).toMatchObject({
        i: 'Nội dung mục i.\n\n- Một\n+ Hai',
        'ii-4-bao-chi': 'Nội dung mục ii-4-bao-chi.\n\n- Một\n+ Hai',
        'san-pham': 'Không phát sinh.',
      });
      expect(faults).toEqual([]);
    });

    it('by mouse: a block is dragged over, copied, and pasted where Shift and a click have chosen another', async () => {
      const [from, to] = ['t2a', 't2b'].map((id) => tablesOf(rulebook).find((table) => table.id === id)!);
      await cell(page, from!, 0, 0).focus();
      await page.keyboard.type('12');
      await page.keyboard.press('Tab');
      await page.keyboard.type('1.234');
      await cell(page, from!, 1, 1).fill('7');
      await cell(page, from!, 1, 4).focus();
      await cell(page, from!, 0, 0).scrollIntoViewIfNeeded();
      await cell(page, from!, 0, 0).hover();
      await page.mouse.down();
      await cell(page, from!, 0, 1).hover();
      // Firefox's driver scrolls each cell to the middle: the same point again would be no move.
      await cell(page, from!, 1, 1).hover({ position: { x: 4, y: 4 } });
      await page.mouse.up();
      expect(await page.locator('td[data-selected]').count()).toBe(4);
      await page.keyboard.press('Control+c');
      await cell(page, to!, 0, 2).click();
      await cell(page, to!, 1, 3).click({ modifiers: ['Shift'] });
      await page.keyboard.press('Control+v');
      await expect.poll(() => cell(page, to!, 0, 3).inputValue()).toBe('1.234');
      expect(await cell(page, to!, 1, 3).inputValue()).toBe('7');
      expect(faults).toEqual([]);
    });

    it('at 360 px every cell can be reached and is not covered by the heads of the rows', async () => {
      await page.setViewportSize({ width: 360, height: 700 });
      const [table] = tablesOf(rulebook).filter(({ id }) => id === 't2a');
      await cell(page, table!, 0, 0).focus();
      for (let column = 1; column < 8; column += 1) await page.keyboard.press('ArrowRight');
      for (const back of [false, true]) {
        if (back) await page.keyboard.press('Home');
        const [head, box] = await page.evaluate(() => {
          const root = document.querySelector('kl01-report-form')!.shadowRoot!;
          const active = root.activeElement!;
          const row = active.closest('tr')!.querySelector('th')!;
          return [row.getBoundingClientRect().right, active.getBoundingClientRect().left];
        });
        expect(box).toBeGreaterThanOrEqual(head!);
        expect(await hiddenWidth(page)).toBe(0);
      }
      expect(faults).toEqual([]);
    });
  });
}

type Row = (number | string | boolean | null)[];

function tablesOf(rulebook: Rulebook): TableView[] {
  return [...formOfType(rulebook, 'bao-cao-02-nam', 'report').view.report.tables];
}

function columnsOf(table: TableView): ColumnView[] {
  const below = (column: ColumnView): ColumnView[] => column.columns?.flatMap(below) ?? [column];
  return table.columns.flatMap(below);
}

const addedBy = (computed: NonNullable<ColumnView['computed']>): readonly string[] =>
  'sum' in computed ? computed.sum : [];

/** What a unit has to say, row by row, computed columns as null; numbers that agree with every check. */
function valuesOf(table: TableView): Row[] {
  const columns = columnsOf(table);
  return table.rows.map((_, row) =>
    columns.map(({ type, computed }, column) => {
      if (computed) return null;
      if (type === 'yes-no') return (row + column) % 2 === 0;
      if (type === 'percent') return 9000 + 250 * row + column;
      // Violators are fewer than those examined; more than a thousand people take part.
      return column % 2 === 0 ? 1300 + row - column * 100 : 1234 - column * 100 + row;
    }),
  );
}

function asText(table: TableView, rows: Row[]): string {
  const columns = columnsOf(table);
  const written = (row: Row): string =>
    columns
      .map(({ type, computed }, column) => {
        const value = row[column];
        if (computed)
          return String(
            addedBy(computed).reduce((sum, id) => sum + Number(row[columns.findIndex((each) => each.id === id)]), 0),
          );
        if (type === 'yes-no') return value === true ? 'x' : '';
        return type === 'percent' ? String(Number(value) / 100).replace('.', ',') : String(value);
      })
      .join('\t');
  return rows.map((row) => `${written(row)}\r\n`).join('');
}

function totalsOf(table: TableView, rows: Row[]): string[] {
  const columns = columnsOf(table);
  const sum = (id: string): number => {
    const at = columns.findIndex((each) => each.id === id);
    const { computed } = columns[at] ?? {};
    return computed
      ? addedBy(computed).reduce((all, part) => all + sum(part), 0)
      : rows.reduce((all, row) => all + Number(row[at]), 0);
  };
  return columns.map(({ id, type, down }) => (type === 'count' && down !== 'none' ? String(sum(id)) : ''));
}

function stored(table: TableView, rows: Row[]): Record<string, Record<string, unknown>> {
  const columns = columnsOf(table);
  return Object.fromEntries(
    table.rows.map(({ id }, row) => [
      id,
      // What is not ticked, and what is computed, is not there.
      Object.fromEntries(
        columns
          .map(({ id: column }, at) => [column, rows[row]![at]])
          .filter(([, value]) => value !== null && value !== false),
      ),
    ]),
  );
}

function cell(page: Page, table: TableView, row: number, column: number) {
  return page.locator(`[id="/tables/${table.id}/${table.rows[row]!.id}/${columnsOf(table)[column]!.id}"]`);
}

/** Puts onto the clipboard what another program would, as it is: the page only lends its Ctrl+C. */
async function copy(page: Page, { text, html = '' }: { text: string; html?: string }): Promise<void> {
  await page.evaluate(
    (given) => {
      const lend = (event: ClipboardEvent): void => {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (given.text !== '') event.clipboardData?.setData('text/plain', given.text);
        if (given.html !== '') event.clipboardData?.setData('text/html', given.html);
      };
      window.addEventListener('copy', lend, { capture: true, once: true });
    },
    { text, html },
  );
  await page.keyboard.press('Control+c');
}

/** The HTML that LibreOffice Calc makes of these cells, in a language that parts thousands by a comma. */
async function calcHtml(rows: Row[]): Promise<string> {
  const cells = (row: Row): string =>
    row
      .map(
        (value) => `<table:table-cell table:style-name="n" office:value-type="float" office:value="${Number(value)}"/>`,
      )
      .join('');
  const sheet = `<?xml version="1.0" encoding="UTF-8"?>
    <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
      xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3"
      office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
      <office:automatic-styles>
        <number:number-style style:name="N" number:language="en" number:country="US">
          <number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/>
        </number:number-style>
        <style:style style:name="n" style:family="table-cell" style:data-style-name="N"/>
      </office:automatic-styles>
      <office:body><office:spreadsheet><table:table table:name="A">
        ${rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('')}
      </table:table></office:spreadsheet></office:body></office:document>`;
  const file = join(await mkdtemp(join(tmpdir(), 'kl01-calc-')), 'bieu.fods');
  await writeFile(file, sheet);
  return readFile(await convert(file, 'html'), 'utf8');
}

/** The whole report in the HTML that Word puts on the clipboard. */
function asWord(rulebook: Rulebook): string {
  const { outline } = formOfType(rulebook, 'bao-cao-02-nam', 'report').view.report;
  const paragraph = (text: string): string =>
    `<p class=MsoNormal style='text-align:justify'><span style='font-size:14.0pt;font-family:"Times New Roman",serif'>${text}<o:p></o:p></span></p>`;
  const item = (bullet: string, text: string): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${bullet}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${text}</p>`;
  type Section = (typeof outline)[number];
  const part = (section: Section): string => {
    const heading = paragraph([section.number && `${section.number}.`, section.title].filter(Boolean).join(' '));
    if (section.sections.length > 0) return heading + section.sections.map(part).join('');
    return heading + paragraph(`Nội dung mục ${section.id}.`) + item('·', 'Một') + item('+', 'Hai');
  };
  const asked = outline.filter((section) => leaves([section]).every(({ when }) => when === undefined));
  return `<html><body><!--StartFragment-->${paragraph('HUYỆN ỦY HẢI HẬU')}${asked.map(part).join('')}<!--EndFragment--></body></html>`;
}

function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('kl01-report-form')?.shadowRoot?.activeElement?.id);
}
