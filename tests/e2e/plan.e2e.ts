import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Portal } from '../lib/strict-portal.ts';
import { BROWSERS, hiddenWidth, visitPortal, type Visit } from '../lib/visit-portal.ts';

const RULEBOOK = 'lai-chau.thanh-uy.2023';
const ELEMENT = `<kl01-plan-form form="ke-hoach-ca-nhan" person-id="can-bo-17" unit-id="dang-bo-1" unit-group="dang-bo-co-so"
  unit-name="Đảng bộ phường Ví Dụ" name="submission" now="2023-01-05T08:00:00+07:00" draft="can-bo-17"></kl01-plan-form>`;

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(
    `a cell’s head in Lai Châu plans the year, in ${name}${missing ? ` – ${missing}` : ''}`,
    () => {
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
        await page.getByRole('heading', { name: 'Kế hoạch cá nhân về học tập và làm theo' }).waitFor();
      });

      afterEach(() => visit.close());

      it('with the keyboard alone: who must, by which post, one commitment; at the year’s end its result', async () => {
        const answer = (question: string, words: 'Có' | 'Không') =>
          page
            .getByRole('group', { name: question, exact: true })
            .getByRole('radio', { name: words, exact: true })
            .press('Space');
        await page.getByLabel('Họ và tên', { exact: true }).focus();
        await page.keyboard.insertText('Người Lập Kế Hoạch');
        await page.keyboard.press('Tab');
        await page.keyboard.insertText('Chi bộ Ví Dụ');
        await page.getByText('Chưa xác định được có thuộc diện').waitFor();
        await answer('Là cán bộ, công chức, viên chức, người lao động', 'Không');
        await answer('Là đảng viên', 'Có');
        await answer('Là đảng viên được miễn sinh hoạt', 'Không');
        await answer('Là đảng viên thuộc chi bộ bản, tổ dân phố', 'Không');
        await answer('Là người đứng đầu cơ quan, đơn vị', 'Không');
        await page.getByRole('checkbox', { name: 'Bí thư chi bộ bản, tổ dân phố', exact: true }).press('Space');
        await page.getByText('Thuộc diện phải lập kế hoạch.').waitFor();
        expect(await page.getByRole('heading', { name: 'Việc đăng ký nêu gương' }).count()).toBe(0);
        await page.getByRole('checkbox', { name: /^Người đứng đầu chi bộ/ }).press('Space');
        await page.getByText('lập 01 kế hoạch, theo chức vụ cao nhất: Người đứng đầu chi bộ').waitFor();

        const sections = ['tu-tuong', 'phe-binh', 'nhan-dan', 'trach-nhiem', 'ky-luat'];
        for (const id of sections) {
          await page.locator(`[id="/sections/${id}"]`).focus();
          await page.keyboard.insertText(`Nội dung ${id}.`);
        }

        // One commitment is due: the host's own button is refused until it is there.
        await page.getByRole('button', { name: 'Gửi hồ sơ' }).press('Enter');
        await expect.poll(() => focusedId(page)).toBe('summary');
        expect(portal.posts).toEqual([]);
        await page.getByRole('button', { name: 'Thêm việc đăng ký' }).press('Enter');
        await page.getByRole('radio', { name: /^\(1\) Việc khắc phục/ }).press('Space');
        await page.locator('[id="/commitments/0/title"]').focus();
        await page.keyboard.insertText('Giải quyết dứt điểm một việc tồn đọng.');
        await page.locator('[id="/adoption/body"]').focus();
        await page.keyboard.insertText('Chi bộ Ví Dụ');
        await page.locator('[id="/adoption/date"]').focus();
        await page.keyboard.insertText('4/1/2023');
        await page.keyboard.press('Tab');

        // The tab crashes: nothing typed is lost.
        await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('2023-01-04'));
        await page.reload();
        await page.getByText('Đã khôi phục nội dung đang soạn').waitFor();
        await page.getByText('Đã đủ nội dung theo quy định, có thể gửi.').waitFor();
        await page.getByRole('button', { name: 'Gửi hồ sơ' }).press('Enter');
        await page.getByText('Đã nhận bản số 1').waitFor();
        expect(portal.posts[0]?.submission).toMatchObject({
          rulebook: `${RULEBOOK}@1.0.0`,
          form: 'ke-hoach-ca-nhan',
          revision: 1,
          person: { id: 'can-bo-17', name: 'Người Lập Kế Hoạch', posts: ['dung-dau-chi-bo', 'bi-thu-chi-bo-ban'] },
          commitments: [{ group: 'khac-phuc', title: 'Giải quyết dứt điểm một việc tồn đọng.' }],
          adoption: { body: 'Chi bộ Ví Dụ', date: '2023-01-04' },
        });

        // At the year's end the same plan comes back with its next revision and asks what came of it.
        await page.goto(portal.address);
        await page.locator('[id="/commitments/0/result"]').focus();
        await page.keyboard.insertText('Đã giải quyết xong.');
        await page.getByRole('button', { name: 'Gửi hồ sơ' }).press('Enter');
        await page.getByText('Đã nhận bản số 2').waitFor();
        expect(portal.posts[1]?.submission.commitments?.[0]?.result).toBe('Đã giải quyết xong.');
        expect(faults).toEqual([]);
      });

      it('fits 360 px', async () => {
        await page.setViewportSize({ width: 360, height: 700 });
        await page.getByRole('checkbox', { name: /^Người đứng đầu chi bộ/ }).click();
        await page.getByRole('button', { name: 'Thêm việc đăng ký' }).click();
        await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
        await expect.poll(() => focusedId(page)).toBe('summary');
        expect(await hiddenWidth(page)).toBe(0);
        expect(faults).toEqual([]);
      });
    },
  );
}

function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('kl01-plan-form')?.shadowRoot?.activeElement?.id);
}
