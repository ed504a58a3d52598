import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, visitPortal, type Visit } from '../lib/visit-portal.ts';

const RULEBOOK = 'hai-phong.kien-an.2023';
const element = (form: string, more = ''): string =>
  `<kl01-nomination-form form="${form}" unit-id="don-vi-1" unit-group="dang-bo" unit-name="Đảng bộ phường Ví Dụ"
  name="submission" now="2023-03-22T08:00:00+07:00" ${more}></kl01-nomination-form>`;
/** of which an empty list may be sent, and of which not */
const EMPTY_GOES = 'de-nghi-cap-thanh-pho';
const EMPTY_STAYS = 'de-nghi-cap-quan';

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`the form around, in ${name}${missing ? ` – ${missing}` : ''}`, () => {
    let browser: Browser;
    let visit: Visit;

    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser?.close());
    afterEach(() => visit?.close());

    const open = async (html: string): Promise<Page> => {
      visit = await visitPortal(browser, html, RULEBOOK);
      await visit.page.getByRole('heading', { name: /^Đề nghị biểu dương/ }).waitFor();
      return visit.page;
    };
    const send = (page: Page) => page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
    const focusedId = (page: Page): Promise<string> =>
      page.evaluate(() => document.querySelector('kl01-nomination-form')?.shadowRoot?.activeElement?.id ?? '');

    it('goes its ways beside a `standalone` one, which is sent by a button of its own', async () => {
      const page = await open(element(EMPTY_GOES, 'standalone'));
      await page.evaluate(() => {
        document.addEventListener('kl01-submit', (event) => {
          if (event instanceof CustomEvent) document.title = String(event.detail.submission.form);
        });
      });
      await page.locator('kl01-nomination-form').getByRole('button', { name: 'Gửi', exact: true }).click();
      await expect.poll(() => page.title()).toBe(EMPTY_GOES);
      await send(page);
      await page.getByText('Không có hồ sơ nào').waitFor();
      expect(visit.portal.posts).toEqual([]);
    });

    it('is held by one that is invalid, `novalidate` or not, but not by a button that stores for later', async () => {
      const page = await open(element(EMPTY_STAYS));
      await page.evaluate(() => document.querySelector('form')?.setAttribute('novalidate', ''));
      await send(page);
      await expect.poll(() => focusedId(page)).toBe('summary');
      expect(visit.portal.posts).toEqual([]);
      await page.evaluate(() => document.querySelector('form > button')?.setAttribute('formnovalidate', ''));
      await send(page);
      await page.getByText('Đã nhận bản số 1').waitFor();
      expect(visit.portal.posts.map(({ submission }) => submission.nominees)).toEqual([[]]);
    });

    it('is sent by `submit()` of the element, once it may be', async () => {
      const page = await open(element(EMPTY_GOES));
      await page.evaluate(() => {
        (document.querySelector('kl01-nomination-form') as unknown as { submit: () => void }).submit();
      });
      await page.getByText('Đã nhận bản số 1').waitFor();
    });
  });
}
