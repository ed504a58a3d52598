import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, visitPortal, type Visit } from '../lib/visit-portal.ts';

const RULEBOOK = 'hai-phong.kien-an.2023';
/** As the README says to write it. */
const ELEMENT = `<kl01-nomination-form form="de-nghi-cap-thanh-pho" unit-id="don-vi-1" unit-group="dang-bo" unit-name="Đảng bộ phường Ví Dụ"
  name="submission" now="2023-03-22T08:00:00+07:00">
    <p>Đang tải biểu mẫu. Nếu biểu mẫu không hiện ra, đề nghị tải lại trang.</p>
    <select required aria-label="Biểu mẫu"><option value="">Chưa gửi được: biểu mẫu chưa tải xong</option></select>
  </kl01-nomination-form>`;
const HEADING = 'Đề nghị biểu dương, khen thưởng cấp thành phố';

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`a page whose form does not come, in ${name}${missing ? ` – ${missing}` : ''}`, () => {
    let browser: Browser;
    let visit: Visit;

    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser?.close());
    afterEach(() => visit?.close());

    const open = async (...paths: string[]): Promise<Page> => {
      visit = await visitPortal(browser, ELEMENT, RULEBOOK, { missing: paths });
      return visit.page;
    };
    const send = (page: Page) => page.getByRole('button', { name: 'Gửi hồ sơ' }).click();

    it('is not sent while the script does not load, and nobody reads that the browser is too old', async () => {
      const page = await open('/kl01-forms.js');
      await send(page);
      await page.waitForTimeout(300);
      expect(visit.portal.posts).toEqual([]);
      expect(page.url()).toBe(visit.portal.address);
      expect(await page.locator('kl01-nomination-form').innerText()).toContain('Đang tải biểu mẫu');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('select');

      // It comes after all: the page is loaded again, and can be sent.
      visit.portal.missing.clear();
      await page.reload();
      await page.getByRole('heading', { name: HEADING }).waitFor();
      await send(page);
      await page.getByText('Đã nhận bản số 1').waitFor();
      expect(visit.portal.posts.map(({ submission }) => submission.form)).toEqual(['de-nghi-cap-thanh-pho']);
    });

    it('is not sent while there is no rulebook, says what to do, and goes on after “Thử lại”', async () => {
      const page = await open('/rulebook.json');
      await page.getByRole('alert').getByText('máy chủ không có biểu mẫu ở địa chỉ mà trang này ghi').waitFor();
      await send(page);
      await page.waitForTimeout(300);
      expect(visit.portal.posts).toEqual([]);
      expect(page.url()).toBe(visit.portal.address);
      expect(await focusedId(page)).toBe('stand-in');

      visit.portal.missing.clear();
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await page.getByRole('heading', { name: HEADING }).waitFor();
      await expect.poll(() => focusedId(page)).not.toBe('');
      await send(page);
      await page.getByText('Đã nhận bản số 1').waitFor();
      expect(visit.portal.posts.length).toBe(1);
    });

    it('is not sent by the first press while the rulebook is on its way', async () => {
      const page = await open();
      await page.route('**/rulebook.json', () => undefined);
      await page.reload();
      await page.getByText('Đang tải biểu mẫu…').waitFor();
      await send(page);
      await page.waitForTimeout(300);
      expect(visit.portal.posts).toEqual([]);
      expect(await focusedId(page)).toBe('stand-in');
    });
  });
}

const focusedId = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('kl01-nomination-form')?.shadowRoot?.activeElement?.id ?? '');
