import { valueAt } from '@kl01/rules';
/// <reference lib="dom" />
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportDocument } from '@kl01/exporters';
import type { Submission } from '@kl01/rules';
import { convert } from '@kl01/tests/libreoffice';
import { needs } from '@kl01/tests/needs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../src/db.js';
import type { Database } from '../src/db.js';
import type { Unit } from '../src/directory.js';
import {
  AFTERWARDS,
  CAMPAIGN,
  crowdedDirectory,
  IN_TIME,
  LATE,
  NOMINATION,
  nominationOf,
  REPORT,
  reportOf,
} from './campaign.js';
import { createStore } from '../src/store.js';
import { openPortal } from './visitor.js';
import { openPage } from './portal-page.js';
import type { Browser, Page } from './portal-page.js';
import type { TestPortal } from './visitor.js';

type FormElement = HTMLElement & { value: Submission };

/** A step does what many officers do on many days. */
const STEP = 300_000;
const PATIENTLY = { timeout: 30_000 };
/** With `KL01_PICTURES=<folder>` every page of the committee is photographed, at 1280 and 360 px. */
const { KL01_PICTURES } = process.env;

const directory = await crowdedDirectory(IN_TIME);
const { rulebook, units } = directory.body(CAMPAIGN)!;
/** Twenty-five: the last one stays silent, the one before it sends what nobody can read. */
const [silent, malformed, late, twice, returned] = [24, 23, 22, 16, 0].map((at) => units[at]!) as [
  Unit,
  Unit,
  Unit,
  Unit,
  Unit,
];
const punctual = units.filter((unit) => ![silent, malformed, late].includes(unit));
const documentsOf = (unit: Unit): number => 3 + 7 * units.indexOf(unit);

describe('a whole campaign, in a browser', () => {
  let database: Database;
  let portal: TestPortal;
  let browser: Browser;
  let page: Page;
  let axe: string;
  let faults: readonly string[];

  beforeAll(async () => {
    if (KL01_PICTURES) await mkdir(KL01_PICTURES, { recursive: true });
    const near = createRequire(fileURLToPath(import.meta.resolve('@kl01/tests/needs')));
    axe = await readFile(near.resolve('axe-core/axe.min.js'), 'utf8');
    database = await openDatabase({});
    portal = await openPortal(database, IN_TIME, undefined, directory);
    ({ browser, page, faults } = await openPage(portal, { patience: 30_000, refusals: '4' }));
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await database?.close();
  });

  async function signIn(officer: string): Promise<void> {
    const out = page.getByRole('button', { name: 'Đăng xuất', exact: true });
    if (page.url() !== 'about:blank' && (await out.count()) > 0) {
      await out.click();
      // Asked only where something typed was not sent.
      const keep = page.getByRole('button', { name: 'Đăng xuất, giữ bản nháp' });
      const left = page.getByRole('heading', { name: 'Đã đăng xuất' });
      await keep.or(left).waitFor();
      if (await keep.isVisible()) await keep.click();
      await left.waitFor();
    }
    await page.goto(`/sign-in?directive=${CAMPAIGN}`);
    await page.getByLabel('Cán bộ', { exact: true }).selectOption(officer);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await out.waitFor();
  }

  const signInAs = (unit: Unit): Promise<void> => signIn(`${CAMPAIGN}/${unit.id}/1`);
  const setClock = async (at: string): Promise<void> => {
    await page.goto(`/clock?directive=${CAMPAIGN}`);
    await page.getByLabel('Ngày, giờ').fill(at.slice(0, 16));
    await page.getByRole('button', { name: 'Đặt giờ này', exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/clock');
  };

  /** The form holds what the officer typed; files are chosen in it, and the portal's own button sends it. */
  async function fillIn(form: string, submission: Submission): Promise<void> {
    await page.goto(`/forms/${form}`);
    const element = page.locator('form [rulebook]');
    await element.evaluate((shown, typed) => {
      const target = shown as FormElement;
      const ready = () => target.value !== null;
      const fill = () =>
        void (target.value = { ...typed, revision: target.value.revision ?? 1, unit: target.value.unit });
      return ready() ? fill() : new Promise<void>((done) => target.addEventListener('kl01-ready', () => done(fill())));
    }, submission as Submission);
    await expect
      .poll(() => element.evaluate((shown) => (shown as FormElement).value.id), PATIENTLY)
      .toBe(submission.id);
    const folded = element.locator('.fold[aria-expanded=false]');
    while ((await folded.count()) > 0) await folded.first().click();
  }

  async function send(): Promise<void> {
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByText('Mã tiếp nhận').waitFor();
  }

  async function nominate(unit: Unit): Promise<void> {
    const { submission, files } = nominationOf(rulebook, unit);
    const nominees = submission.nominees!.map(({ documents: _documents, ...nominee }) => nominee);
    await fillIn(NOMINATION, { ...submission, nominees });
    for (const [at, { name, bytes }] of files.entries()) {
      const place = page.locator(`[id="/nominees/${at}/documents/bao-cao-thanh-tich"]`);
      await place
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes });
      await place.getByText(name).waitFor();
    }
    await send();
  }

  async function report(unit: Unit, documents = documentsOf(unit)): Promise<void> {
    await fillIn(REPORT, reportOf(rulebook, unit, documents));
    await send();
  }

  /** Axe finds nothing, nothing is wider than the page, and where asked for there is a picture. */
  async function look(name: string): Promise<void> {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      if (KL01_PICTURES) await page.screenshot({ path: `${KL01_PICTURES}/${name}-${width}.png`, fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at ${width} px`).toBe(width);
      await page.evaluate(axe);
      const wrong = await page.evaluate(async () => {
        const run = (
          window as unknown as {
            axe: {
              run: (
                of: Document,
                options: object,
              ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          }
        ).axe;
        const { violations } = await run.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
      });
      expect(wrong, `${name} at ${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  const readBoard = (): Promise<string> =>
    page.locator('kl01-review-board').evaluate((board) => board.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '');

  it(
    'units nominate and report: twenty-two in time, one of them twice, one sends what nobody can read',
    async () => {
      for (const unit of punctual) {
        await signInAs(unit);
        await nominate(unit);
        await report(unit, unit === twice ? 1 : documentsOf(unit));
        if (unit === twice) await report(unit);
      }
      await signInAs(malformed);
      await page.goto(`/forms/${REPORT}`);
      const status = await page.evaluate(async () => {
        const data = new FormData();
        data.append(
          '_csrf',
          document.querySelector<HTMLInputElement>('form[action="/submissions"] [name=_csrf]')!.value,
        );
        data.append('submission', '{"form": "bao-cao-02-nam", "tables": {"t99": ');
        return (await fetch('/submissions', { method: 'POST', body: data })).status;
      });
      expect(status).toBe(400);
    },
    STEP,
  );

  it(
    'one is late',
    async () => {
      await setClock(LATE);
      await signInAs(late);
      await nominate(late);
      await report(late);
    },
    STEP,
  );

  it(
    'the committee sees who answered and who did not, and gives one nomination back; the unit mends it and sends it again',
    async () => {
      await setClock(AFTERWARDS);
      await signIn(`${CAMPAIGN}/committee`);
      await page.goto('/committee');
      await look('desks');
      await page.goto(`/committee/desk?form=${NOMINATION}`);
      expect(await page.locator('.lead').textContent()).toContain('23/25');
      await look('desk');
      await page.getByRole('link', { name: returned.name }).first().click();
      await page.getByLabel('Lý do').fill('Bản thành tích chưa nêu số liệu.');
      await page.getByLabel('Được gửi lại trước').fill('17:00 10/4/2023');
      // By the keyboard alone: to the person's part, open it, on to the field, say what is missing there.
      await page.locator('details', { hasText: 'Người 1 của' }).locator('summary').press('Enter');
      await page.getByLabel(/Người 1 của .* Tóm tắt/).fill('Nêu rõ số liệu.');
      await look('unit');
      // In a hurry: the day is past, the reason one endless word. What was typed is there again, with what is wrong.
      const endless = 'x'.repeat(3000);
      await page.getByLabel('Lý do').fill(endless);
      await page.getByLabel('Được gửi lại trước').fill('17:00 05/4/2023');
      await page
        .locator('form[action="/committee/return"]')
        .evaluate((form) => ((form as HTMLFormElement).noValidate = true));
      await page.getByRole('button', { name: 'Trả lại', exact: true }).click();
      await page.getByRole('link', { name: 'Thời điểm được gửi lại đã qua' }).click();
      expect(await page.getByLabel('Lý do').inputValue()).toBe(endless);
      expect(await page.getByLabel(/Người 1 của .* Tóm tắt/).inputValue()).toBe('Nêu rõ số liệu.');
      await look('unit-refused');
      await page.getByLabel('Lý do').fill('Bản thành tích chưa nêu số liệu.');
      await page.getByLabel('Được gửi lại trước').fill('17:00 10/4/2023');
      await page.getByRole('button', { name: 'Trả lại', exact: true }).click();
      await page.getByText('Đã trả lại, chờ gửi lại trước').waitFor();

      await signInAs(returned);
      await page.getByText('Nơi nhận đã trả lại biểu mẫu này').waitFor();
      await page.goto(`/forms/${NOMINATION}`);
      await page.getByText('Bản thành tích chưa nêu số liệu.').waitFor();
      // In the summary under the field's name, and it leads there; beside the field too, until that is mended.
      const entry = page.locator('[part~=summary] a', { hasText: 'Nêu rõ số liệu.' });
      expect(await entry.textContent()).toMatch(/^Người 1 của .*, Tóm tắt.*: Nêu rõ số liệu\.$/);
      await entry.press('Enter');
      const summary = page.locator('[id="/nominees/1/summary"]');
      await expect
        .poll(() => summary.evaluate((field) => field === (field.getRootNode() as ShadowRoot).activeElement))
        .toBe(true);
      const beside = page.locator('.problem', { hasText: 'Nêu rõ số liệu.' });
      await beside.waitFor();
      await look('returned-form');
      await summary.fill('Giúp 12 hộ thoát nghèo.');
      await beside.waitFor({ state: 'detached' });
      await send();
    },
    STEP,
  );

  it(
    'it picks 60: 58 of those put forward and the two that its advisers name, and not one more',
    async () => {
      await signIn(`${CAMPAIGN}/committee`);
      await page.goto(`/committee/desk?form=${NOMINATION}`);
      await page.getByRole('button', { name: 'Khóa, không tiếp nhận nữa' }).click();
      await page.getByText('Đã khóa', { exact: true }).waitFor();
      await look('desk-locked');
      const known = `NGƯỜI 1 của ${punctual[0]!.name}`;
      await page.getByRole('link', { name: 'Danh sách đã được khen' }).click();
      await page.getByLabel('Mỗi dòng một lần khen').fill(`Cá nhân; ${known}; Bằng khen của Thủ tướng Chính phủ; 2022`);
      await page.getByRole('button', { name: 'Ghi danh sách' }).click();
      await page.getByText('Danh sách đang có: 1 dòng').waitFor();
      await look('past-awards');
      await page.goto(`/committee/desk?form=${NOMINATION}`);
      await page.getByRole('link', { name: 'Xét chọn', exact: true }).click();
      await page.getByRole('heading', { name: 'Danh sách đề nghị' }).waitFor();
      const ruledOut = page.locator('.candidate', { hasText: `Người 1 của ${punctual[0]!.name}` });
      expect(await ruledOut.locator('.problem').allTextContents()).toEqual([
        expect.stringContaining('Bằng khen của Thủ tướng Chính phủ'),
      ]);
      for (const more of [1, 2]) {
        const button = page.getByRole('button', { name: 'Xem thêm' });
        if (more > 0 && (await button.count()) > 0) await button.click();
      }
      const boxes = page.locator('.candidate .pick input');
      const nominated = await boxes.count();
      const stored = () =>
        database.query<{ n: number }>('select max(version)::int n from decision where subject = $1', ['picks/khen-60']);
      // 60 places, of which 2 are kept for the advisers' own: 58 of the 62 that the units put forward.
      expect(nominated).toBe(62);
      // The keyboard does as well.
      await boxes.first().press('Space');
      for (let at = 1; at < 58; at += 1) await boxes.nth(at).check();
      await expect.poll(readBoard).toContain('đã chọn 58/60');
      const [beyond, last] = [boxes.nth(58), page.locator('.candidate').nth(58)];
      expect(await beyond.getAttribute('aria-disabled')).toBe('true');
      await beyond.press('Space');
      expect(await beyond.isChecked()).toBe(false);
      expect(
        (await last.locator('.problem').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim()),
      ).toEqual([
        expect.stringMatching(/của các đơn vị; trừ số dành riêng thì chỉ còn 58\..*mục 1, Số lượng.*971-CV\/TU/i),
      ]);
      await look('review-58');
      for (const name of ['Người Tham Mưu Một', 'Người Tham Mưu Hai']) {
        await page.locator('.reserved-form input[name=name]').fill(name);
        await page.getByRole('button', { name: 'Thêm vào chỗ này' }).click();
      }
      await expect.poll(async () => (await stored())[0]?.n, { timeout: 60_000 }).toBe(60);
      await expect.poll(readBoard).toContain('đã chọn 60/60');
      expect(await readBoard()).toContain('Dành cho cơ quan tham mưu đề nghị (cá nhân): 02/02');
      // The 61st: refused on the page with its clause, and by the server to whoever goes round the page.
      await beyond.press('Space');
      expect(await beyond.isChecked()).toBe(false);
      await last.locator('.problem', { hasText: 'nhiều hơn số lượng 60' }).waitFor();
      const refused = await page.evaluate(async () => {
        const data = JSON.parse(document.getElementById('kl01-board')!.textContent!);
        const board = document.querySelector('kl01-review-board') as HTMLElement & {
          picks: Record<string, { unit: string }[]>;
          received: { submission: { unit: { id: string }; nominees: { id: string }[] } }[];
        };
        const taken = new Set(board.picks['khen-60']!.map((pick) => JSON.stringify(pick)));
        const everybody = board.received.flatMap(({ submission }) =>
          submission.nominees.map(({ id }) => ({ unit: submission.unit.id, nominee: id })),
        );
        const one = everybody.find((pick) => !taken.has(JSON.stringify(pick)));
        const body = new URLSearchParams({
          _csrf: data.token,
          form: data.form,
          period: data.period,
          selection: 'khen-60',
          seen: '60',
          picks: JSON.stringify([...board.picks['khen-60']!, one]),
        });
        const response = await fetch('/committee/picks', { method: 'POST', body });
        return { status: response.status, answer: await response.json() };
      });
      expect(refused).toMatchObject({
        status: 422,
        answer: {
          findings: [{ message: expect.stringContaining('nhiều hơn số lượng 60'), cite: { clause: '1, Số lượng' } }],
        },
      });
      expect((await stored())[0]?.n).toBe(60);
      await page
        .getByRole('button', { name: /^So sánh/ })
        .first()
        .click();
      await page
        .getByRole('button', { name: /^So sánh/ })
        .nth(1)
        .click();
      await page.locator('.group button').first().click();
      await look('review');

      // Another officer, on the list as it was: is told, and shown what stands.
      const [{ version, body: picks }] = (await database.query<{ version: number; body: string }>(
        'select version, body from decision where subject = $1 order by version desc limit 1',
        ['picks/khen-60'],
      )) as [{ version: number; body: string }];
      await database.query(
        `insert into decision (id, rulebook, form, period, subject, version, body, was, decided_by, decided_at)
         values ('khac', $1, $2, '', 'picks/khen-60', $3, $4, $4, $5, now())`,
        [CAMPAIGN, NOMINATION, version + 1, picks, `${CAMPAIGN}/committee/2`],
      );
      await boxes.first().click();
      await page.getByText('vừa thay đổi danh sách chọn').waitFor();
      await expect.poll(() => boxes.first().isChecked()).toBe(true);
    },
    STEP,
  );

  it(
    'it adds the reports up; every number leads to the units behind it; the record holds it all',
    async () => {
      await page.goto(`/committee/consolidated?form=${REPORT}`);
      const counted = punctual.concat(late);
      const sum = counted.reduce((total, unit) => total + documentsOf(unit), 0);
      expect(await page.locator('.lead').textContent()).toContain(`${counted.length} đơn vị`);
      await page
        .locator('section', { has: page.locator('[id="t1"]') })
        .getByRole('link')
        .first()
        .click();
      await page.getByRole('heading', { name: 'Số của từng đơn vị' }).waitFor();
      const behind = page.locator('[id="units"]');
      expect(await behind.getByText('Tổng hợp:').textContent()).toContain(sum.toLocaleString('vi-VN'));
      const rows = await behind
        .locator('tbody tr')
        .evaluateAll((all) =>
          all.map((row) => [row.querySelector('th')?.textContent, row.querySelector('td')?.textContent]),
        );
      expect(Object.fromEntries(rows)).toEqual(
        Object.fromEntries(counted.map((unit) => [unit.name, documentsOf(unit).toLocaleString('vi-VN')])),
      );
      await look('consolidated');
      await page.getByRole('link', { name: 'Lập báo cáo của cấp mình' }).click();
      await page.locator('kl01-report-form [id="/tables/t1/nam-2021/tong-so"]').waitFor();
      expect(await page.locator('[id="/tables/t1/nam-2021/tong-so"]').inputValue()).toBe(sum.toLocaleString('vi-VN'));
      // What only some groups are asked the committee tells of all of them; it has no group and no deadline itself.
      await page.locator('kl01-report-form [id="/tables/t2a"]').waitFor();
      await page.locator('kl01-report-form [id="/answers/dung-ke-hoach-2a"]').waitFor();
      expect(await page.locator('kl01-report-form').locator('[id="/unit/group"], [part~=window]').count()).toBe(0);
      await look('own-report');
      await page.goto('/committee/acts');
      await page.getByRole('heading', { name: 'Nhật ký' }).waitFor();
      await look('acts');
      // Sixty picks have come since: the return stands pages back.
      const older = page.getByRole('link', { name: 'Cũ hơn' }).first();
      const returning = page.getByText(`Trả lại ${returned.name}`);
      while ((await returning.count()) === 0) await older.click();
      await page.goto(`/committee/paper?form=${NOMINATION}&unit=${silent.id}`);
      await page.getByRole('heading', { name: 'Danh sách đề nghị' }).waitFor();
      await look('paper');
      await page.goto(`/committee/paper?form=${REPORT}&unit=${silent.id}`);
      const { tables: _, ...blank } = reportOf(rulebook, silent, 0);
      const { bytes } = await exportDocument(rulebook, blank, { document: 'bieu-mau', format: 'xlsx' });
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      await page
        .getByLabel('Đọc từ tệp đơn vị gửi kèm')
        .setInputFiles({ name: 'phu-luc.xlsx', mimeType, buffer: Buffer.from(bytes) });
      await page.getByRole('button', { name: 'Đọc tệp vào biểu mẫu' }).click();
      await page.getByText('Bảng tính không có chỗ cho các nội dung sau').waitFor();
      await page.locator('kl01-report-form [id="/tables/t1/nam-2021/tong-so"]').waitFor();
      expect(new URL(page.url()).pathname).toBe('/committee/import');
      await look('import');
      await page.goto('/deadlines');
      await page.getByRole('heading', { name: 'Các thời hạn', exact: true }).waitFor();
      await look('deadlines');
      expect(faults).toEqual([]);
    },
    STEP,
  );

  const missing = needs.libreOffice();
  it.skipIf(missing)(
    `the sums are those that LibreOffice makes of the same inputs${missing ? ` – ${missing}` : ''}`,
    async () => {
      await page.goto(`/committee/consolidated?form=${REPORT}`);
      const cells = await page.locator('.portal-summed td a').evaluateAll((links) =>
        links.map((link) => {
          const at = new URL((link as HTMLAnchorElement).href).searchParams;
          const place = ['table', 'row', 'column'].map((name) => at.get(name) ?? '') as [string, string, string];
          return { place, shown: link.textContent ?? '' };
        }),
      );
      expect(cells.length).toBeGreaterThanOrEqual(8);
      const reports = await createStore(database).latestOfAll(CAMPAIGN, { form: REPORT });
      const inputs = reports
        .filter(({ unit }) => unit !== malformed.id)
        .map(({ body: sent }) => cells.map(({ place }) => valueAt(sent, `/tables/${place.join('/')}`) ?? ''));
      const sums = await summedByLibreOffice(inputs as (number | string)[][]);
      // What is not asked of a group is not added up, whatever stands there.
      const asked = cells.map(({ place: [, , column] }) => !column.startsWith('to-chuc'));
      const shown = cells.map((cell) => cell.shown.replaceAll('.', ''));
      expect(shown.filter((_, at) => asked[at])).toEqual(sums.filter((_, at) => asked[at]));
    },
    STEP,
  );
});

/** A spreadsheet of the inputs, a row for each report, with a sum below every column; as LibreOffice computes it. */
async function summedByLibreOffice(rows: readonly (readonly (number | string)[])[]): Promise<string[]> {
  const cell = (value: number | string) =>
    value === ''
      ? '<table:table-cell/>'
      : `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  const letter = (at: number): string =>
    (at < 26 ? '' : letter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
  const sums = (rows[0] ?? []).map(
    (_, at) => `<table:table-cell table:formula="of:=SUM([.${letter(at)}1:.${letter(at)}${rows.length}])"/>`,
  );
  const lines = [...rows.map((row) => row.map(cell)), sums].map(
    (row) => `<table:table-row>${row.join('')}</table:table-row>`,
  );
  const namespaces = ['office', 'table', 'text'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'kl01-sums-'));
  try {
    const file = join(folder, 'sums.fods');
    await writeFile(
      file,
      `<?xml version="1.0" encoding="UTF-8"?><office:document ${namespaces.join(' ')} office:version="1.3"
        xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
        <office:body><office:spreadsheet><table:table table:name="Sums">${lines.join('')}</table:table></office:spreadsheet></office:body></office:document>`,
    );
    const made = await convert(file, 'csv');
    return (await readFile(made, 'utf8')).trim().split('\n').at(-1)!.split(',');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
