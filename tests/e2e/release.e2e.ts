import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../lib/browser.ts';
import { fillTwoNominees } from '../lib/fill-slate.ts';
import { needs } from '../lib/needs.ts';
import { answers, freePort } from '../lib/php-page.ts';
import { makeRelease, unpack, type Release } from '../lib/release.ts';
import { openWatched } from '../lib/watched-page.ts';

/** The sample pages of the release, unpacked into an empty folder: nothing of the repository is at hand. */

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};
const { resolve } = createRequire(import.meta.url);

let browser: Browser;
let release: Release;
let folder: string;

beforeAll(async () => {
  [browser, release] = await Promise.all([launchBrowser(), makeRelease()]);
  folder = await unpack(release);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await release?.remove();
});

const send = (page: Page) => page.getByRole('button', { name: /^Gửi/ }).last().click();

describe('on a server of files alone', () => {
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/\/$/, '/index.html');
      readFile(join(folder, path)).then(
        (bytes) => response.setHeader('Content-Type', TYPES[extname(path)] ?? 'text/plain').end(bytes),
        () => response.writeHead(404).end(),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/examples/frameworks/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('the page without a framework shows the form, tells of a valid submission, makes a Word file', async () => {
    const { page, violations } = await openWatched(browser, `${address}static/`);
    await fillTwoNominees(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Word/ }).first().click();
    expect((await download).suggestedFilename()).toMatch(/\.docx$/);
    await send(page);
    await page.getByText('Hồ sơ hợp lệ: 2 đối tượng, 0 tệp.').waitFor();
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it('a script that was changed is not run, and the page still says what to do', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/kl01-forms.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'void 0;' }));
    await page.goto(`${address}static/`);
    await page.getByText('Đang tải biểu mẫu.').waitFor();
    expect(await page.evaluate(() => customElements.get('kl01-nomination-form') === undefined)).toBe(true);
    await context.close();
  });

  it('jQuery in Bootstrap 3 sends the submission, and shows what the server found', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const vendor = {
      jquery: resolve('jquery/dist/jquery.min.js'),
      bootstrap: resolve('bootstrap-3/dist/css/bootstrap.min.css'),
    };
    await page.route('**/vendor/jquery.min.js', (route) => route.fulfill({ path: vendor.jquery }));
    await page.route('**/vendor/bootstrap.min.css', (route) => route.fulfill({ path: vendor.bootstrap }));
    const findings = [{ rule: 'host', severity: 'error', path: '/nominees/0/name', message: 'Tên này đã có.' }];
    const answered: string[] = [];
    await page.route('**/submissions', (route) => {
      answered.push(route.request().postDataBuffer()?.toString('utf8') ?? '');
      return answered.length === 1
        ? route.fulfill({ status: 422, json: { valid: false, findings } })
        : route.fulfill({ json: { valid: true, findings: [] } });
    });
    await page.goto(`${address}jquery-bootstrap3/`);
    await page.getByRole('heading', { name: 'Đề nghị biểu dương, khen thưởng cấp quận' }).waitFor();
    await fillTwoNominees(page);
    await send(page);
    await page.getByText('Tên này đã có.').first().waitFor();
    await page.locator('kl01-nomination-form [id="/nominees/0/name"]').fill('Chi bộ Tổ dân phố Hai');
    await send(page);
    await page.getByText('Đã nhận hồ sơ.').waitFor();
    expect(answered[1]).toContain('Chi bộ Tổ dân phố Hai');
    await context.close();
  });
});

const noPhp = needs.php();

describe.skipIf(noPhp)(`on a server with PHP${noPhp ? ` – ${noPhp}` : ''}`, () => {
  let server: ChildProcess;
  let address: string;

  beforeAll(async () => {
    const port = await freePort();
    server = spawn('php', ['-S', `127.0.0.1:${port}`], { cwd: folder, stdio: 'ignore' });
    address = `http://127.0.0.1:${port}/examples/frameworks/php/`;
    await answers(address);
  });
  afterAll(async () => {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  });

  it('the page of one file takes what is valid', async () => {
    const { page } = await openWatched(browser, address);
    await fillTwoNominees(page);
    await send(page);
    await page.getByRole('heading', { name: 'Đã nhận hồ sơ' }).waitFor();
    await page.context().close();
  });

  it('and refuses what is forged, and what is no submission', async () => {
    const { page } = await openWatched(browser, address);
    await fillTwoNominees(page);
    await page.evaluate(() => {
      document.querySelector('form')?.addEventListener('formdata', ({ formData }) => {
        formData.set('submission', String(formData.get('submission')).replace('"dang-bo"', '"chi-bo"'));
      });
    });
    await send(page);
    await page.getByRole('heading', { name: 'Hồ sơ chưa được nhận' }).waitFor();
    await page.getByRole('alert').getByText('Nhóm đơn vị không đúng').waitFor();
    await page.context().close();
    for (const body of [new FormData(), form('{')]) {
      expect((await fetch(address, { method: 'POST', body })).status).toBe(422);
    }
  });
});

function form(submission: string): FormData {
  const data = new FormData();
  data.append('submission', submission);
  return data;
}
