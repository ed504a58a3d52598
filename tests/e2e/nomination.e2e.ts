import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Submission } from '@kl01/rules';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, launchChromium109 } from '../lib/browser.ts';
import { needs } from '../lib/needs.ts';

/** A page of a portal that is not ours, under the strict policy, with the published one-file script. */
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";
const RULEBOOK = 'hai-phong.kien-an.2023';

const browsers: [name: string, missing: string | false, launch: () => Promise<Browser>][] = [
  ['the browser at hand', false, launchBrowser],
  ['Chromium 109', needs.chromium109(), launchChromium109],
];

for (const [name, missing, launch] of browsers) {
  describe.skipIf(missing)(`a unit of Kiến An nominates, in ${name}${missing ? ` – ${missing}` : ''}`, () => {
    let browser: Browser;
    let portal: Portal;
    let context: BrowserContext;
    let page: Page;
    let faults: string[];

    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser?.close());

    beforeEach(async () => {
      portal = await startPortal();
      context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
      page = await context.newPage();
      page.setDefaultTimeout(10_000);
      faults = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('503')) faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        if (new URL(request.url()).host !== new URL(portal.address).host) faults.push(`asked ${request.url()}`);
      });
      await page.goto(portal.address);
      await page.getByRole('heading', { name: 'Đề nghị biểu dương, khen thưởng cấp quận' }).waitFor();
    });

    afterEach(async () => {
      await context.close();
      await portal.close();
    });

    it('with the keyboard alone, through a reload, a refusal and a lost connection, to what the server stores', async () => {
      const text = () => page.locator('kl01-nomination-form .form').innerText();

      // A collective, by keyboard: the button adds it, the focus stands in its first field.
      await page.getByRole('button', { name: 'Thêm tập thể' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('Chi bộ Tổ dân phố Một');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Đảng bộ phường Ví Dụ');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Dẫn đầu phong trào.');
      await page.keyboard.press('Tab');
      await page.keyboard.type('0900000000');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await text()).toContain('Tập thể: đã có 1 trên 01');

      // The tab crashes: nothing typed is lost.
      await page.waitForTimeout(700);
      await page.reload();
      await page.getByText('Đã khôi phục nội dung đang soạn').waitFor();
      expect(await page.getByLabel('Tóm tắt thành tích').inputValue()).toBe('Dẫn đầu phong trào.');
      expect(await page.getByLabel(/^Cam đoan/).isChecked()).toBe(true);
      await page.getByLabel(/^I\. SƠ LƯỢC/).fill('Chi bộ có 42 đảng viên.');
      await page.getByLabel(/^II\. THÀNH TÍCH/).fill('Nhiều kết quả.');
      await page.getByLabel(/đã có xác nhận của cấp ủy cơ sở/).check();

      // The host's own button is refused while something is missing; the summary leads to the field.
      await page.getByRole('button', { name: 'Thêm cá nhân' }).click();
      await page.keyboard.type('Nguyễn Thị Ví Dụ');
      await page.getByRole('button', { name: /^2\. Nguyễn Thị Ví Dụ/ }).click();
      await page.getByRole('button', { name: 'Gửi hồ sơ' }).press('Enter');
      await expect.poll(() => focusedId(page)).toBe('summary');
      expect(portal.posts).toEqual([]);
      await page.getByRole('link', { name: 'Nguyễn Thị Ví Dụ: Chưa có thông tin: Chức danh.' }).press('Enter');
      await expect.poll(() => focusedId(page)).toBe('/nominees/1/position');
      await page.keyboard.type('Bí thư chi bộ');

      const second = page.getByRole('listitem').filter({ hasText: '2. Nguyễn Thị Ví Dụ' }).last();
      await page.locator('kl01-nomination-form [id="/nominees/1/workplace"]').fill('Chi bộ Hai');
      await page.locator('kl01-nomination-form [id="/nominees/1/summary"]').fill('Gương mẫu.');
      await page.locator('kl01-nomination-form [id="/nominees/1/phone"]').fill('0900000001');
      await page.locator('kl01-nomination-form [id="/nominees/1/declared/theo-kh-95"]').check();
      await page.locator('kl01-nomination-form [id="/nominees/1/declared/bao-cao-thanh-tich"]').check();
      await second
        .locator('input[type=file]')
        .first()
        .setInputFiles({
          name: 'Báo cáo thành tích.docx',
          mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          buffer: Buffer.from('nội dung'),
        });
      await page.getByText('Đã đủ nội dung theo quy định, có thể gửi.').waitFor();

      // The connection drops: the page comes back and everything is still there, the file too.
      portal.refuse = true;
      await page.waitForTimeout(700);
      await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
      await page.getByText('Tạm thời không nhận được').waitFor();
      portal.refuse = false;
      await page.goto(portal.address);
      await page.getByText('Đã khôi phục nội dung đang soạn').waitFor();
      await page.getByText('Đã đủ nội dung theo quy định, có thể gửi.').waitFor();
      await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
      await page.getByText('Đã nhận bản số 1').waitFor();

      const [post] = portal.posts;
      expect(post?.submission).toMatchObject({
        rulebook: `${RULEBOOK}@1.0.0`,
        form: 'de-nghi-cap-quan',
        revision: 1,
        unit: { id: 'don-vi-1', group: 'dang-bo', name: 'Đảng bộ phường Ví Dụ' },
      });
      expect(post?.submission.nominees?.map(({ name }) => name)).toEqual(['Chi bộ Tổ dân phố Một', 'Nguyễn Thị Ví Dụ']);
      expect(post?.files).toEqual(['Báo cáo thành tích.docx']);

      // What the server has is no draft any more.
      await page.goto(portal.address);
      await page.getByRole('button', { name: '2. Nguyễn Thị Ví Dụ' }).waitFor();
      expect(await text()).not.toContain('khôi phục');
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      expect(faults).toEqual([]);
    });

    it('at 360 px without scrolling sideways', async () => {
      await page.setViewportSize({ width: 360, height: 700 });
      await page.getByRole('button', { name: 'Thêm cá nhân' }).click();
      await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
      await expect.poll(() => focusedId(page)).toBe('summary');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      expect(faults).toEqual([]);
    });
  });
}

function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('kl01-nomination-form')?.shadowRoot?.activeElement?.id);
}

interface Portal {
  readonly address: string;
  readonly posts: { submission: Submission; files: string[] }[];
  /** true: posts fail, as when a server is down */
  refuse: boolean;
  close: () => Promise<void>;
}

async function startPortal(): Promise<Portal> {
  const posts: Portal['posts'] = [];
  const portal: Portal = { address: '', posts, refuse: false, close: () => close(server) };
  const server = createServer((request, response) => {
    answer(portal, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(portal, { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
}

async function answer(portal: Portal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('Content-Security-Policy', POLICY);
  if (request.method === 'POST') return receive(portal, request, response);
  const stored = portal.posts.at(-1)?.submission;
  const files: Record<string, [type: string, content: string | Buffer]> = {
    '/': ['text/html', pageOf()],
    '/page.js': ['text/javascript', SCRIPT],
    '/favicon.ico': ['image/x-icon', ''],
    '/stored.json': [
      'application/json',
      JSON.stringify(stored ? { ...stored, revision: (stored.revision ?? 0) + 1 } : null),
    ],
  };
  const published: Record<string, [type: string, module: string]> = {
    '/kl01-forms.js': ['text/javascript', '@kl01/forms/kl01-forms.js'],
    '/rulebook.json': ['application/json', `@kl01/rules/rulebooks/${RULEBOOK}.json`],
  };
  const path = request.url ?? '/';
  const file = published[path];
  const found = file ? ([file[0], await readFile(fileURLToPath(import.meta.resolve(file[1])))] as const) : files[path];
  if (!found) return void response.writeHead(404).end();
  response.setHeader('Content-Type', `${found[0]}; charset=utf-8`).end(found[1]);
}

async function receive(portal: Portal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (portal.refuse)
    return void response.writeHead(503).end('<!doctype html><title>503</title>Tạm thời không nhận được');
  const form = await new Response(Buffer.concat(chunks), {
    headers: { 'Content-Type': request.headers['content-type'] ?? '' },
  }).formData();
  const submission = JSON.parse(String(form.get('submission'))) as Submission;
  portal.posts.push({
    submission,
    files: form.getAll('submission_files[]').map((file) => (typeof file === 'string' ? file : file.name)),
  });
  response.end(`<!doctype html><title>Đã nhận</title>Đã nhận bản số ${submission.revision}`);
}

function pageOf(): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cổng</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <script src="/kl01-forms.js" defer></script><script src="/page.js" defer></script></head>
    <body><h1>Cổng thông tin</h1><form method="post" enctype="multipart/form-data">
    <kl01-nomination-form form="de-nghi-cap-quan" unit-id="don-vi-1" unit-group="dang-bo" unit-name="Đảng bộ phường Ví Dụ"
      name="submission" now="2023-03-22T08:00:00+07:00" draft="can-bo-17"></kl01-nomination-form>
    <button>Gửi hồ sơ</button></form></body></html>`;
}

const SCRIPT = `
  const form = document.querySelector('kl01-nomination-form');
  fetch('/stored.json').then((response) => response.json()).then((stored) => {
    form.value = stored;
    form.rulebook = '/rulebook.json';
  });`;

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
