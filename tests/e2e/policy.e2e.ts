import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../lib/browser.ts';

/** The strictest policy a host may set; Lit's is the only name under which anything is made trusted. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; " +
  "trusted-types lit-html 'allow-duplicates'";

const ELEMENT = `<kl01-nomination-form rulebook="/rulebook.json" form="de-nghi-cap-quan" unit-id="don-vi-1"
  unit-group="dang-bo" unit-name="Đảng bộ Ví Dụ" now="2023-03-22T08:00:00+07:00" draft="can-bo-17"></kl01-nomination-form>
  <kl01-report-form rulebook="/rulebook.json" form="bao-cao-so-ket" unit-id="don-vi-1" unit-group="dang-bo"
  unit-name="Đảng bộ Ví Dụ" now="2023-03-22T08:00:00+07:00"></kl01-report-form>`;

/** Puts the page's elements into a form of its own, as if they had been written there. */
const IN_A_FORM = `
  const form = document.createElement('form');
  form.action = '/sent';
  form.append(...document.body.childNodes, Object.assign(document.createElement('button'), { textContent: 'Gửi của cổng' }));
  document.body.append(form);`;

const ONE_FILE = '<script src="/kl01-forms.js" defer></script>';
const MODULE = '<script src="/module.js" type="module"></script>';

let browser: Browser;
let host: Host;

beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), startHost()]);
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

describe('under the strict policy, without a violation, an error or a request to another host', () => {
  const ways: [name: string, head: string][] = [
    ['one script', ONE_FILE],
    ['modules, bundled by the host', MODULE],
    ['one script that blocks, before the elements', '<script src="/kl01-forms.js"></script>'],
    ['the script twice', ONE_FILE + ONE_FILE],
    ['two versions of the script', '<script src="/older.js" defer></script>' + ONE_FILE],
    ['the script and the modules', ONE_FILE + MODULE],
  ];
  it.each(ways)('%s', async (_name, head) => {
    const { page, faults } = await open(head);
    await page.getByRole('heading', { name: 'Đề nghị biểu dương, khen thưởng cấp quận' }).waitFor();
    await page.locator('kl01-report-form .block').first().waitFor();

    // What an officer does most: type, choose a file, be refused, print.
    await page.getByRole('button', { name: 'Thêm cá nhân' }).click();
    await page.locator('[id="/nominees/0/name"]').fill('<img src=x onerror="alert(1)">');
    await page
      .locator('kl01-nomination-form input[type=file]')
      .first()
      .setInputFiles({
        name: 'a.docx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('a'),
      });
    await page.getByText('a.docx').first().waitFor();
    await page.locator('kl01-nomination-form').getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.locator('kl01-nomination-form #summary').waitFor();
    await page.pdf();

    expect(await page.evaluate(() => Reflect.get(window, 'violations'))).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('adds no global of its own to the page', async () => {
    const names = async (head: string) => {
      const { page } = await open(head);
      await page.waitForLoadState();
      const own = await page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)));
      await page.context().close();
      return own;
    };
    const before = new Set(await names(''));
    const added = (await names(ONE_FILE)).filter((name) => !before.has(name));
    // Lit's own marks, by which its copies know of each other.
    expect(added.sort()).toEqual([
      'litElementVersions',
      'litHtmlVersions',
      'litPropertyMetadata',
      'reactiveElementVersions',
    ]);
  });
});

describe('in a browser that is too old the page says so', () => {
  const sentence = 'Trình duyệt này quá cũ để điền biểu mẫu. Hãy dùng Chrome hoặc Edge từ bản 109, Firefox từ bản 115.';
  const missing: [name: string, remove: () => void][] = [
    ['custom elements', () => Reflect.deleteProperty(window, 'customElements')],
    ['ElementInternals', () => Reflect.deleteProperty(HTMLElement.prototype, 'attachInternals')],
    ['constructable style sheets', () => Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets')],
    ['structuredClone', () => Reflect.deleteProperty(window, 'structuredClone')],
    ['Object.hasOwn', () => Reflect.deleteProperty(Object, 'hasOwn')],
    // Of 2019: the script may not even be evaluated beyond its first lines.
    [
      'whatever came after 2019',
      () => {
        for (const name of ['customElements', 'structuredClone', 'globalThis', 'trustedTypes', 'queueMicrotask'])
          Reflect.deleteProperty(window, name);
        for (const name of ['flatMap', 'at', 'findLast']) Reflect.deleteProperty(Array.prototype, name);
      },
    ],
  ];
  for (const [way, head] of [
    ['one script', ONE_FILE],
    ['one script that blocks, before the elements', '<script src="/kl01-forms.js"></script>'],
  ] as const) {
    it.each(missing)(`without %s: ${way}`, async (_name, remove) => {
      const { page, faults } = await open(head, remove);
      await page.waitForLoadState();
      for (const tag of ['kl01-nomination-form', 'kl01-report-form']) {
        expect((await page.locator(tag).innerText()).trim()).toBe(sentence);
      }
      expect(faults).toEqual([]);
      await page.context().close();
    });
  }

  it('and the form around is not sent', async () => {
    const { page } = await open(`<script src="/in-a-form.js" defer></script>${ONE_FILE}`, () =>
      Reflect.deleteProperty(window, 'structuredClone'),
    );
    await page.waitForLoadState();
    await page.getByRole('button', { name: 'Gửi của cổng' }).click();
    await page.waitForTimeout(300);
    expect(page.url()).toBe(host.address);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('select');
    await page.context().close();
  });

  it('the script holds nothing that a browser of 2020 cannot read, or it would show nothing at all', async () => {
    const script = await readFile(fileURLToPath(import.meta.resolve('@kl01/forms/kl01-forms.js')), 'utf8');
    const { code: asItIs } = await transform(script, { target: 'esnext' });
    const { code: lowered } = await transform(script, { target: ['chrome80', 'firefox78'] });
    expect(lowered === asItIs).toBe(true);
  });
});

async function open(head: string, before?: () => void): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(host.address).host) faults.push(`asked ${request.url()}`);
  });
  await page.addInitScript(() => {
    const violations: string[] = [];
    Reflect.set(window, 'violations', violations);
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, sample }) =>
      violations.push(`${violatedDirective} ${sourceFile} ${sample}`),
    );
  });
  if (before) await page.addInitScript(before);
  host.head = head;
  await page.goto(host.address);
  return { page, faults };
}

interface Host {
  readonly address: string;
  /** what the page's head loads */
  head: string;
  close: () => Promise<void>;
}

async function startHost(): Promise<Host> {
  const published = (name: string) => readFile(fileURLToPath(import.meta.resolve(name)), 'utf8');
  const script = await published('@kl01/forms/kl01-forms.js');
  const files: Record<string, [type: string, content: string]> = {
    '/kl01-forms.js': ['text/javascript', script],
    // An older one: it knows only one element.
    '/older.js': ['text/javascript', script.replaceAll('kl01-report-form', 'kl01-report-older')],
    '/module.js': ['text/javascript', await bundledByTheHost()],
    '/in-a-form.js': ['text/javascript', IN_A_FORM],
    '/rulebook.json': ['application/json', await published('@kl01/rules/rulebooks/hai-phong.kien-an.2023.json')],
    '/favicon.ico': ['image/x-icon', ''],
  };
  const server: Server = createServer((request, response) => {
    const page: [string, string] = ['text/html', pageOf(started.head)];
    const found = request.url === '/' ? page : files[request.url ?? ''];
    if (!found) return void response.writeHead(404).end();
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Content-Type', `${found[0]}; charset=utf-8`).end(found[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const started: Host = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    head: '',
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return started;
}

function pageOf(head: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cổng</title>${head}</head>
    <body>${ELEMENT}</body></html>`;
}

async function bundledByTheHost(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "import '@kl01/forms/define';", resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    format: 'esm',
    write: false,
    conditions: ['production'],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
