import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../lib/browser.ts';
import { fillNominee } from '../lib/fill-slate.ts';
import { ROOT } from '../lib/source-files.ts';
import { hiddenWidth } from '../lib/visit-portal.ts';

const ID = 'hai-phong.kien-an.2023';
const PACKS = fileURLToPath(new URL('../../packages/rules/packs/', import.meta.url));
const LABEL = 'Đề nghị biểu dương, khen thưởng cấp quận';

describe('kl01 dev', () => {
  let browser: Browser;
  let folder: string;
  let pack: string;
  let cases: string;
  let command: ChildProcess;
  let address: string;
  let page: Page;
  let faults: string[];

  beforeAll(async () => void (browser = await launchBrowser()));
  afterAll(() => browser?.close());

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kl01-dev-'));
    pack = join(folder, `${ID}.json`);
    cases = join(folder, `${ID}.cases.json`);
    await cp(join(PACKS, `${ID}.json`), pack);
    await cp(join(PACKS, `${ID}.cases.json`), cases);
    const began = performance.now();
    command = spawn(process.execPath, [join(ROOT, 'packages/rules/bin/kl01.mjs'), 'dev', pack], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(createInterface(command.stdout!), 'line')) as [string];
    address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? '';
    // Aim: two seconds; the machine of the tests does other things too.
    expect(performance.now() - began).toBeLessThan(6_000);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
    page.setDefaultTimeout(20_000);
    faults = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('422')) faults.push(message.text());
    });
    page.on('request', (asked) => {
      if (!asked.url().startsWith(address)) faults.push(asked.url());
    });
    await page.goto(address);
    await page.getByText('Chưa hợp lệ: không gửi được').waitFor();
  });
  afterEach(async () => {
    await page?.close();
    const ended = once(command, 'exit');
    command.kill();
    expect(await ended).toEqual([0, null]);
    await rm(folder, { recursive: true, force: true });
    expect(faults).toEqual([]);
  });

  const edit = async (from: string, to: string) => {
    const text = await readFile(pack, 'utf8');
    expect(text).toContain(from);
    await writeFile(pack, text.replaceAll(from, to));
  };
  const status = () => page.locator('#state');
  const form = () => page.locator('kl01-nomination-form');

  it('says what is found and why: clause, place, rule, values', async () => {
    const finding = page.locator('#findings .finding').first();
    for (const said of ['II.2.1, 1399-CV/QU', '/nominees', 'quota/dang-bo', 'collective = 0']) {
      expect(await finding.textContent()).toContain(said);
    }
    await finding.getByRole('button', { name: 'Xem trong diễn giải' }).click();
    expect(await page.locator('.found').textContent()).toContain('II.2.1');
  });

  it('follows the pack: the form changes, what was filled in stays', async () => {
    await page.getByRole('button', { name: 'Thêm tập thể' }).click();
    await fillNominee(page, 0, { name: 'Chi bộ Ví dụ', workplace: 'Phường Ví dụ' });
    await edit(LABEL, 'Đề nghị khen thưởng, thử nghiệm');
    await form().getByRole('heading', { name: 'Đề nghị khen thưởng, thử nghiệm' }).waitFor();
    expect(await form().getByLabel('Tên tập thể').first().inputValue()).toBe('Chi bộ Ví dụ');
    expect(await page.locator('#explanation').textContent()).toContain('Đề nghị khen thưởng, thử nghiệm');
  });

  it('says where a pack is broken and keeps the last good form; so when the pack is gone', async () => {
    const good = await readFile(pack, 'utf8');
    await writeFile(pack, good.replace('"version"', 'version'));
    await status().getByText('Gói đang có lỗi').waitFor();
    expect(await status().textContent()).toMatch(/sai ở dòng \d+, cột \d+/);
    await form().getByRole('heading', { name: LABEL }).waitFor();
    await rename(pack, `${pack}.away`);
    await status().getByText('không có tệp hoặc thư mục này').waitFor();
    await form().getByRole('heading', { name: LABEL }).waitFor();
    await rename(`${pack}.away`, pack);
    await writeFile(pack, good.replace('"forms"', '"form"'));
    await status().getByText('/form:').first().waitFor();
    await writeFile(pack, good);
    await status().getByText('Gói không có lỗi').waitFor();
  });

  it('shows the last of fifty rapid saves', async () => {
    const good = await readFile(pack, 'utf8');
    for (let save = 1; save <= 50; save += 1) await writeFile(pack, good.replaceAll(LABEL, `Lần lưu thứ ${save}`));
    await form().getByRole('heading', { name: 'Lần lưu thứ 50', exact: true }).waitFor();
    await status().getByText('Gói không có lỗi').waitFor();
  });

  it('follows the cases: one that is wrong is shown, one is opened, what is filled in becomes one', async () => {
    await page.getByText('207 đạt, 0 không đạt').waitFor();
    const text = await readFile(cases, 'utf8');
    await writeFile(cases, text.replace('"valid": true', '"valid": false'));
    await page.getByText('206 đạt, 1 không đạt').waitFor();
    await page.locator('.case.failed').getByRole('button', { name: 'Mở trong biểu mẫu' }).click();
    await page.getByText('Hợp lệ: gửi được').waitFor();
    await writeFile(cases, text.replaceAll('\n', '\r\n'));
    await page.getByText('207 đạt, 0 không đạt').waitFor();
    await page.getByLabel('Tên tình huống').fill('Tình huống từ biểu mẫu');
    await page.keyboard.press('Enter');
    await page.getByText('208 đạt, 0 không đạt').waitFor();
    await page.getByLabel('Tên tình huống').fill('Tình huống từ biểu mẫu');
    await page.keyboard.press('Enter');
    await page.getByText('Đã có tình huống tên “Tình huống từ biểu mẫu”').waitFor();
    const after = await readFile(cases, 'utf8');
    expect(after.startsWith(text.replaceAll('\n', '\r\n').slice(0, -6))).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    const list = JSON.parse(after) as { name: string; submission: object; expect: object }[];
    const added = list.find(({ name }) => name === 'Tình huống từ biểu mẫu');
    expect(added?.expect).toEqual({ valid: true, findings: [] });
    expect(Object.keys(added?.submission ?? {})).not.toContain('rulebook');
  });

  it('judges at the instant and for the unit that are chosen', async () => {
    await page.getByLabel('Thời điểm gửi').fill('2023-05-01T08:00');
    await page.getByLabel('Thời điểm gửi').blur();
    await page.locator('#findings').getByText('window', { exact: true }).waitFor();
    await page.getByLabel('Thời điểm gửi').fill('2023-03-24T08:00');
    await page.getByLabel('Thời điểm gửi').blur();
    await expect.poll(() => page.locator('#findings dd').allTextContents()).not.toContain('window');
    await page.getByLabel('Nhóm đơn vị', { exact: true }).selectOption('chi-bo');
    await page.locator('#findings').getByText('quota/chi-bo-doan-the', { exact: true }).waitFor();
  });

  it('speaks English, and fits 360 px', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('Not valid: may not be sent').waitFor();
    expect(await hiddenWidth(page)).toBe(0);
  });

  it('answers its own page alone, and opens no file that a request names', async () => {
    const asked = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
      new Promise<number>((resolve, reject) => {
        const { hostname, port } = new URL(address);
        const sent = request({ hostname, port, path, method, headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        sent.on('error', reject);
        sent.end(method === 'POST' ? '{}' : undefined);
      });
    expect(await asked('/state')).toBe(200);
    expect(await asked('/state', 'GET', { Host: 'portal.example' })).toBe(403);
    expect(await asked('/state', 'GET', { Origin: 'https://portal.example' })).toBe(403);
    expect(await asked('/state', 'GET', { 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    const json = { 'Content-Type': 'application/json' };
    expect(await asked('/cases', 'POST', json)).toBe(403);
    expect(await asked('/cases', 'POST', { ...json, Origin: 'https://portal.example' })).toBe(403);
    expect(await asked('/cases', 'POST', { Origin: address.slice(0, -1), 'Content-Type': 'text/plain' })).toBe(403);
    for (const path of ['/../package.json', '/%2e%2e/page.js', `/${ID}.json`, '/constructor', '//example.com/', '//']) {
      expect(await asked(path), path).toBe(404);
    }
  });
});
