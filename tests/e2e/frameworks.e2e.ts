import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, type Rulebook } from '@kl01/rules';
import { readJson } from '@kl01/rules/reading';
import { launchBrowser } from '../lib/browser.ts';
import { fillTwoNominees } from '../lib/fill-slate.ts';
import { ROOT } from '../lib/source-files.ts';

/** Pages of examples/frameworks that a bundler makes, as their own settings have it; the server is played by the test. */

const NOW = '2023-03-22T08:00:00+07:00';
const UNIT = { id: 'dang-bo-phuong-so-1', group: 'dang-bo' };
const RULEBOOK = fileURLToPath(import.meta.resolve('@kl01/rules/rulebooks/hai-phong.kien-an.2023.json'));
/** An address that nothing is asked of: every request is answered here. */
const ADDRESS = 'http://portal.example/';

let browser: Browser;
let rulebook: Rulebook;

beforeAll(async () => {
  browser = await launchBrowser();
  rulebook = JSON.parse(await readFile(RULEBOOK, 'utf8')) as Rulebook;
});
afterAll(() => browser?.close());

describe.each(['react', 'vue'])('the page of %s', (name) => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `kl01-${name}-`));
    // As a program of its own: this one runs under vitest, and Vite would build for tests.
    const args = [
      fileURLToPath(import.meta.resolve('vite/package.json')).replace('package.json', 'bin/vite.js'),
      'build',
    ];
    await promisify(execFile)(process.execPath, [...args, '--outDir', folder, '--emptyOutDir'], {
      cwd: join(ROOT, 'examples/frameworks', name),
      env: { ...process.env, NODE_ENV: 'production' },
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes a Word file, shows what the server found, and is received; typing is kept through each render', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
    const verdicts: boolean[] = [];
    await page.route(`${ADDRESS}**`, async (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path !== '/submissions') {
        const file = path.startsWith('/rulebooks/') ? RULEBOOK : join(folder, path === '/' ? 'index.html' : path);
        return route.fulfill({ path: file });
      }
      const posted = await new Response(new Uint8Array(route.request().postDataBuffer() ?? []), {
        headers: { 'Content-Type': route.request().headers()['content-type'] ?? '' },
      }).formData();
      const { valid } = check(rulebook, readJson(String(posted.get('submission'))), { now: NOW, unit: UNIT });
      verdicts.push(valid);
      const findings = [{ rule: 'host', severity: 'error', path: '/nominees/0/name', message: 'Tên này đã có.' }];
      return verdicts.length === 1
        ? route.fulfill({ status: 422, json: { findings } })
        : route.fulfill({ json: { findings: [] } });
    });

    await page.goto(ADDRESS);
    await page.getByRole('heading', { name: 'Đề nghị biểu dương, khen thưởng cấp quận' }).waitFor();
    await fillTwoNominees(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Word/ }).first().click();
    expect((await download).suggestedFilename()).toMatch(/\.docx$/);

    const send = page.getByRole('button', { name: /^Gửi/ }).last();
    await send.click();
    await page.getByText('Tên này đã có.').first().waitFor();
    await page.locator('kl01-nomination-form [id="/nominees/0/name"]').fill('Chi bộ Tổ dân phố Hai');
    await send.click();
    await page.getByText('Đã nhận hồ sơ.').waitFor();
    expect(verdicts).toEqual([true, true]);
    // The browser itself tells of the answer 422.
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
    await context.close();
  });
});
