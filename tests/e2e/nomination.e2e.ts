import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Portal } from '../lib/strict-portal.ts';
import { BROWSERS, hiddenWidth, visitPortal, type Visit } from '../lib/visit-portal.ts';

const RULEBOOK = 'hai-phong.kien-an.2023';
const ELEMENT = `<kl01-nomination-form form="de-nghi-cap-quan" unit-id="don-vi-1" unit-group="dang-bo" unit-name="Đảng bộ phường Ví Dụ"
  name="submission" now="2023-03-22T08:00:00+07:00" draft="can-bo-17"></kl01-nomination-form>`;

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`a unit of Kiến An nominates, in ${name}${missing ? ` – ${missing}` : ''}`, () => {
    let browser: Browser;
    let visit: Visit;
    let portal: Portal;
    let page: Page;
    let faults: string[];

    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser?.close());

    beforeEach(async () => {
      visit = await visitPortal(browser, ELEMENT, RULEBOOK);
      ({ portal, page, faults } = visit);
      await page.getByRole('heading', { name: 'Đề nghị biểu dương, khen thưởng cấp quận' }).waitFor();
    });

    afterEach(() => visit.close());

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
      expect(await hiddenWidth(page)).toBe(0);
      expect(faults).toEqual([]);
    });
  });
}

function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('kl01-nomination-form')?.shadowRoot?.activeElement?.id);
}
