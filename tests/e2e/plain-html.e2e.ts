import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillNominee } from '../lib/fill-slate.ts';
import { BROWSERS } from '../lib/visit-portal.ts';
import { startPlainHtml, type PlainHtml } from './plain-html-server.ts';

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`the plain page in ${name}${missing ? ` – ${missing}` : ''}`, () => {
    let browser: Browser;
    let host: PlainHtml;

    beforeAll(async () => {
      [browser, host] = await Promise.all([launch(), startPlainHtml()]);
    });
    afterAll(async () => {
      await browser?.close();
      await host?.stop();
    });

    it('posts a collective and an individual, which the server finds valid; the draft ends', async () => {
      const page = await open(browser, host.address);
      await page.getByRole('button', { name: 'Thêm tập thể' }).click();
      await fillNominee(page, 0, { name: 'Chi bộ Tổ dân phố Một', workplace: 'Đảng bộ phường số 1' });
      await page.getByRole('button', { name: 'Thêm cá nhân' }).click();
      await fillNominee(page, 1, { name: 'Nguyễn Thị Ví Dụ', position: 'Bí thư chi bộ', workplace: 'Chi bộ Một' });
      await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();
      await page.getByRole('heading', { name: 'Đã nhận hồ sơ' }).waitFor();
      await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
      await page.context().close();
    });

    it('is not sent while something is missing', async () => {
      const page = await open(browser, host.address);
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();
      await page.locator('kl01-nomination-form #summary').waitFor();
      expect(page.url()).toBe(host.address);
      await page.context().close();
    });

    it('is not sent where the script does not come; a post without a submission is told what happened', async () => {
      const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
      await page.route('**/kl01-forms.js', (route) => route.abort());
      await page.goto(host.address);
      await page.getByText('Đang tải biểu mẫu').waitFor();
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();
      await page.waitForTimeout(300);
      expect(page.url()).toBe(host.address);
      await page.evaluate(() => document.querySelector('form')?.submit());
      await page.getByText('trang được gửi khi biểu mẫu chưa hiện ra').waitFor();
      await page.context().close();
    });

    it('a post made by hand is judged all the same', async () => {
      const page = await open(browser, host.address);
      await page.evaluate(() => {
        document.querySelector('kl01-nomination-form')?.remove();
        const input = document.createElement('textarea');
        input.name = 'submission';
        input.value = JSON.stringify({
          rulebook: 'hai-phong.kien-an.2023@1.0.0',
          form: 'de-nghi-cap-quan',
          unit: { id: 'dang-bo-phuong-so-1', group: 'chi-bo' },
          nominees: [],
        });
        document.querySelector('form')?.append(input);
      });
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();
      await page.getByRole('heading', { name: 'Hồ sơ chưa được nhận' }).waitFor();
      await page.context().close();
    });
  });
}

async function open(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  await page.getByRole('heading', { name: 'Đề nghị biểu dương, khen thưởng cấp quận' }).waitFor();
  return page;
}
