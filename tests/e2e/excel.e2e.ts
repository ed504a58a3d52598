import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportDocument } from '@kl01/exporters';
import type { Rulebook, Submission } from '@kl01/rules';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../lib/browser.ts';
import { convert } from '../lib/libreoffice.ts';
import { needs } from '../lib/needs.ts';
import { visitPortal, type Visit } from '../lib/visit-portal.ts';

const RULEBOOK = 'hai-phong.kien-an.2023';
const published = createRequire(import.meta.url).resolve(`@kl01/rules/rulebooks/${RULEBOOK}.json`);
const ELEMENT = `<kl01-nomination-form form="de-nghi-cap-quan" unit-id="don-vi-1" unit-group="dang-bo" unit-name="Đảng bộ phường Ví Dụ"
  name="submission" now="2023-03-22T08:00:00+07:00" draft="can-bo-17"></kl01-nomination-form>`;

describe.skipIf(needs.libreOffice())('a unit fills in the form with a spreadsheet program', () => {
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let folder: string;
  let faults: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
    folder = await mkdtemp(join(tmpdir(), 'kl01-excel-'));
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    visit = await visitPortal(browser, ELEMENT, RULEBOOK, { exporters: true, timeoutMs: 20_000 });
    ({ page, faults } = visit);
    await page.getByText('Nhập từ Excel').waitFor();
  });
  afterEach(() => visit.close());

  const names = () =>
    page.locator('kl01-nomination-form').evaluate((form) => {
      const value = (form as unknown as { value: { nominees: { name?: string; phone?: string }[] } }).value;
      return value.nominees.map(({ name, phone }) => [name, phone]);
    });

  it('takes the workbook along, saves it in LibreOffice, reads it in, and can take it back', async () => {
    await page.getByRole('button', { name: 'Thêm tập thể' }).click();
    await page.keyboard.type('Chi bộ Một');
    await page.getByLabel('Số điện thoại liên lạc').fill('0900000000');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /biểu mẫu Excel.*\(Excel\)/i }).click(),
    ]);
    const taken = join(folder, 'mau.xlsx');
    await download.saveAs(taken);
    const saved = await convert(taken, 'ods').then((ods) => convert(ods, 'xlsx'));

    await page.getByLabel('Số điện thoại liên lạc').fill('0911111111');
    await page.locator('input[type=file][accept=".xlsx"]').setInputFiles(saved);
    await page.getByText('Đã nhập nội dung từ tệp mau.xlsx').first().waitFor();
    expect(await names()).toEqual([['Chi bộ Một', '0900000000']]);

    await page.getByRole('button', { name: 'Bỏ nội dung vừa nhập từ tệp' }).click();
    await expect.poll(names).toEqual([['Chi bộ Một', '0911111111']]);
    expect(faults).toEqual([]);
  });

  it('reads a long list under the strict policy, which admits no worker to unpack it', async () => {
    const rulebook = JSON.parse(readFileSync(published, 'utf8')) as Rulebook;
    const nominees = Array.from({ length: 400 }, (_, index) => ({
      id: `ca-nhan-${index}`,
      kind: 'individual',
      name: `Nguyễn Văn ${index}`,
      summary: `Thành tích ${index}: ${'hỗ trợ xây dựng 17 căn nhà cho hộ nghèo; '.repeat(40)}`,
    }));
    const submission = {
      rulebook: `${rulebook.id}@${rulebook.version}`,
      form: 'de-nghi-cap-quan',
      unit: { id: 'don-vi-1', group: 'dang-bo' },
      nominees,
    } as unknown as Submission;
    const { bytes } = await exportDocument(rulebook, submission, { document: 'bieu-mau', format: 'xlsx' });
    const long = join(folder, 'dai.xlsx');
    await writeFile(long, bytes);
    await page.locator('input[type=file][accept=".xlsx"]').setInputFiles(long);
    await page.getByText('Đã nhập nội dung từ tệp dai.xlsx').first().waitFor();
    expect((await names()).at(-1)).toEqual(['Nguyễn Văn 399', undefined]);
    expect(faults).toEqual([]);
  });

  it('says what is wrong with a file that is no workbook, and keeps what is shown', async () => {
    const picture = join(folder, 'anh.xlsx');
    await writeFile(picture, await readFile(new URL('../../docs/images/nomination-form.png', import.meta.url)));
    await page.getByRole('button', { name: 'Thêm tập thể' }).click();
    await page.keyboard.type('Chi bộ Một');
    await page.locator('input[type=file][accept=".xlsx"]').setInputFiles(picture);
    await page.getByText('không phải bảng tính Excel').waitFor();
    expect(await names()).toEqual([['Chi bộ Một', undefined]]);
    expect(faults).toEqual([]);
  });
});
