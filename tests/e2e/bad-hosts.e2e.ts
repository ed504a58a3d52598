import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from '../lib/visit-portal.ts';

/** Pages and servers as they should not be. Others stand in not-loaded, policy and host-form. */

const HEADING = 'Đề nghị biểu dương, khen thưởng cấp quận';
const element = (more: string): string =>
  `<kl01-nomination-form form="de-nghi-cap-quan" unit-id="don-vi-1" unit-group="dang-bo" unit-name="Đảng bộ Ví Dụ"
  name="submission" now="2023-03-22T08:00:00+07:00" ${more}></kl01-nomination-form>`;
const inForm = (more: string, head = ''): string => `<!doctype html><html lang="vi"><head><meta charset="utf-8">
  <title>Cổng</title><meta name="viewport" content="width=device-width, initial-scale=1">
  <script src="/kl01-forms.js" defer></script>${head}</head>
  <body><form method="post" enctype="multipart/form-data">${element(more)}<button>Gửi hồ sơ</button></form></body></html>`;

/** What the server answers for each address, and after how long. */
interface Answer {
  readonly type: string;
  readonly content: string | Buffer;
  readonly afterMs?: number;
}

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`a bad host, in ${name}${missing ? ` – ${missing}` : ''}`, () => {
    let browser: Browser;
    let server: Server;
    let address: string;
    let page: Page;
    const answers = new Map<string, Answer>();
    let rulebook: string;

    beforeAll(async () => {
      const published = (module: string) => readFile(fileURLToPath(import.meta.resolve(module)));
      const [script, json] = await Promise.all([
        published('@kl01/forms/kl01-forms.js'),
        published('@kl01/rules/rulebooks/hai-phong.kien-an.2023.json'),
      ]);
      rulebook = json.toString();
      answers.set('/kl01-forms.js', { type: 'text/javascript', content: script });
      answers.set('/rulebook.json', { type: 'application/json', content: json });
      answers.set('/favicon.ico', { type: 'image/x-icon', content: '' });
      server = createServer((request, response) => {
        const answer = answers.get(request.url ?? '');
        if (!answer) return void response.writeHead(404).end();
        // A sandboxed frame is of no origin.
        response.setHeader('Access-Control-Allow-Origin', '*');
        response.setHeader('Content-Type', `${answer.type}; charset=utf-8`);
        setTimeout(() => response.end(answer.content), answer.afterMs ?? 0);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      browser = await launch();
    });
    afterAll(async () => {
      await browser?.close();
      server?.closeAllConnections();
      server?.close();
    });
    afterEach(() => page?.context().close());

    async function open(
      html: string,
      { width = 1280, before }: { width?: number; before?: () => void } = {},
    ): Promise<void> {
      answers.set('/', { type: 'text/html', content: html });
      const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'vi-VN' });
      page = await context.newPage();
      page.setDefaultTimeout(10_000);
      if (before) await page.addInitScript(before);
      await page.goto(`${address}/`);
    }
    const shown = () => page.getByRole('heading', { name: HEADING }).waitFor();
    const given = (path: string, answer: Answer): string => {
      answers.set(path, answer);
      return `rulebook="${path}"`;
    };

    const failing: [what: string, answer: () => Answer, said: RegExp][] = [
      ['a page of HTML', () => ({ type: 'text/html', content: '<!doctype html>Đăng nhập' }), /gửi về một trang khác/],
      ['other JSON', () => ({ type: 'application/json', content: '{"a":1}' }), /không phải là bộ quy tắc/],
      [
        'a rulebook of another version',
        () => ({ type: 'application/json', content: rulebook.replace(/"rulebook":\s*"\d+"/, '"rulebook":"99"') }),
        /không phải là bộ quy tắc/,
      ],
    ];
    for (const [index, [what, answer, said]] of failing.entries()) {
      it(`that answers with ${what} is told of it, and nothing is sent`, async () => {
        await open(inForm(given(`/wrong-${index}.json`, answer())));
        await page.getByRole('alert').getByText(said).waitFor();
        await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
        expect(await page.evaluate(() => document.forms[0]?.checkValidity())).toBe(false);
        expect(page.url()).toBe(`${address}/`);
      });
    }

    it('that is slow makes nobody lose the place: the form comes when it comes', async () => {
      await open(inForm(given('/slow.json', { type: 'application/json', content: rulebook, afterMs: 1500 })));
      await page.getByText('Đang tải biểu mẫu…').waitFor();
      await shown();
    });

    it('that removes the element while it loads, and puts it back, gets the form all the same', async () => {
      await open(inForm(given('/removed.json', { type: 'application/json', content: rulebook, afterMs: 700 })));
      await page.evaluate(() => {
        const form = document.querySelector('kl01-nomination-form')!;
        const place = form.parentElement!;
        form.remove();
        setTimeout(() => place.prepend(form), 1200);
      });
      await shown();
    });

    it('whose text has a root of 62.5 %, capitals and a wrong direction changes nothing but the size it says', async () => {
      await open(
        inForm(
          'rulebook="/rulebook.json"',
          `<style>html { font-size: 62.5% } body { font: italic 1.4rem/3 serif; text-transform: uppercase; direction: rtl;
          text-align: right; letter-spacing: 4px; white-space: nowrap }</style>`,
        ),
        { width: 360 },
      );
      await shown();
      const { size, transform, direction, wider } = await page.evaluate(() => {
        const root = document.querySelector('kl01-nomination-form')?.shadowRoot;
        const looks = getComputedStyle(root!.querySelector('.label')!);
        const { scrollWidth, clientWidth } = document.documentElement;
        return {
          size: looks.fontSize,
          transform: looks.textTransform,
          direction: looks.direction,
          wider: scrollWidth - clientWidth,
        };
      });
      expect({ size, transform, direction, wider }).toEqual({
        size: '14px',
        transform: 'none',
        direction: 'ltr',
        wider: 0,
      });
    });

    it('that unsets every style has a form that looks as ever', async () => {
      await open(
        inForm(
          'rulebook="/rulebook.json"',
          '<style>* { all: unset } head, head * { display: none } body { display: block }</style>',
        ),
      );
      await shown();
      const { display, border, label } = await page.evaluate(() => {
        const root = document.querySelector('kl01-nomination-form')?.shadowRoot;
        const looks = (of: string) => getComputedStyle(root!.querySelector(of)!);
        return {
          display: looks('.form').display,
          border: looks('.box').borderTopWidth,
          label: looks('.label').fontWeight,
        };
      });
      expect({ display, border, label }).toEqual({ display: 'block', border: '1px', label: '600' });
    });

    it('that forbids storage and cookies, as a sandboxed frame, has a form that works and says that it keeps no draft', async () => {
      answers.set('/inside', {
        type: 'text/html',
        content: `<!doctype html><meta charset="utf-8"><script src="/kl01-forms.js" defer></script>${element('rulebook="/rulebook.json" draft="can-bo-17"')}`,
      });
      await open(
        '<!doctype html><meta charset="utf-8"><iframe src="/inside" sandbox="allow-scripts allow-forms" style="width:100%;height:800px"></iframe>',
      );
      const frame = page.frameLocator('iframe');
      await frame.getByRole('heading', { name: HEADING }).waitFor();
      await frame.getByRole('button', { name: 'Thêm cá nhân' }).click();
      await frame.locator('[id="/nominees/0/name"]').fill('Tên Ví Dụ');
      await frame.getByText('Trình duyệt này không cho lưu ').first().waitFor();
      await frame.getByRole('button', { name: 'Gửi', exact: true }).click();
      await frame.locator('#summary').waitFor();
    });

    it('whose visitor’s clock is ten years slow is open by the server’s', async () => {
      await open(inForm('rulebook="/rulebook.json"'), {
        before: () => {
          const { now } = Date;
          Date.now = () => now() - 10 * 365 * 86_400_000;
        },
      });
      await shown();
      await page.getByText('còn 9 ngày').first().waitFor();
    });

    it('whose page is left and opened again still has what was typed', async () => {
      answers.set('/other', { type: 'text/html', content: '<!doctype html><title>Trang khác</title>' });
      await open(inForm('rulebook="/rulebook.json" draft="can-bo-18"'));
      await shown();
      await page.getByRole('button', { name: 'Thêm cá nhân' }).click();
      await page.locator('[id="/nominees/0/name"]').fill('Tên Vừa Nhập');
      await page.goto(`${address}/other`);
      await page.goto(`${address}/`);
      await shown();
      await expect.poll(() => page.locator('[id="/nominees/0/name"]').inputValue()).toBe('Tên Vừa Nhập');
    });
  });
}
