import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Portal } from '../lib/strict-portal.ts';
import { BROWSERS, hiddenWidth, visitPortal, type Visit } from '../lib/visit-portal.ts';

const RULEBOOK = 'hai-phong.kien-an.2023';
const ELEMENT = `<kl01-report-form form="bao-cao-so-ket" unit-id="don-vi-1" unit-group="dang-bo" unit-name="Đảng bộ phường Ví Dụ"
  name="submission" now="2023-03-22T08:00:00+07:00" draft="can-bo-17"></kl01-report-form>`;

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`a unit of Kiến An reports, in ${name}${missing ? ` – ${missing}` : ''}`, () => {
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
      await page.getByRole('heading', { name: 'Báo cáo sơ kết thực hiện Kết luận số 01-KL/TW' }).waitFor();
    });

    afterEach(() => visit.close());

    it('with the keyboard alone: every section, through a reload and a refusal, to what the server stores', async () => {
      // From the list of parts into the first section, and on with Tab from one to the next.
      await page.getByRole('link', { name: /^1\. Công tác lãnh đạo/ }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => focusedId(page)).toBe('/sections/i-1');
      await page.keyboard.insertText('Cấp ủy đã ban hành 02 kế hoạch.\n\n- Tổ chức 04 hội nghị.\n+ <b>312</b> lượt.');
      const sections = await boxes(page);
      expect(sections.length).toBe(13);
      for (const id of sections.slice(1, 11)) {
        await tabTo(page, id);
        await page.keyboard.insertText(`Nội dung mục ${id}.`);
      }
      await page.getByText('Đã viết 11/13 mục').waitFor();

      // The tab crashes: nothing typed is lost.
      await page.waitForTimeout(700);
      await page.reload();
      await page.getByText('Đã khôi phục nội dung đang soạn').waitFor();
      await page.getByText('Đã viết 11/13 mục').waitFor();
      expect(await page.getByLabel(/^1\. Công tác lãnh đạo/).inputValue()).toContain('<b>312</b> lượt.');

      // The host's own button is refused while something is missing; the summary leads to the box.
      await page.getByRole('button', { name: 'Gửi hồ sơ' }).press('Enter');
      await expect.poll(() => focusedId(page)).toBe('summary');
      expect(portal.posts).toEqual([]);
      await page.getByRole('link', { name: /^Chưa viết mục IV:/ }).press('Enter');
      await expect.poll(() => focusedId(page)).toBe('/sections/iv');
      await page.keyboard.insertText('Nhiệm vụ, giải pháp.');
      await page.getByRole('button', { name: /“Không phát sinh” vào mục: V\./ }).press('Enter');
      await expect.poll(() => focusedId(page)).toBe('/sections/v');
      await page.getByText('Đã viết 13/13 mục').waitFor();
      await page.getByText('Đã đủ nội dung theo quy định, có thể gửi.').waitFor();
      await page.getByRole('button', { name: 'Gửi hồ sơ' }).press('Enter');
      await page.getByText('Đã nhận bản số 1').waitFor();

      const submission = portal.posts[0]?.submission;
      expect(submission).toMatchObject({
        rulebook: `${RULEBOOK}@1.0.0`,
        form: 'bao-cao-so-ket',
        period: null,
        revision: 1,
        unit: { id: 'don-vi-1', group: 'dang-bo', name: 'Đảng bộ phường Ví Dụ' },
      });
      expect(Object.keys(submission?.sections ?? {}).sort()).toEqual(sections.map((id) => id.slice(10)).sort());
      expect(submission?.sections).toMatchObject({
        'i-1': 'Cấp ủy đã ban hành 02 kế hoạch.\n\n- Tổ chức 04 hội nghị.\n+ <b>312</b> lượt.',
        v: 'Không phát sinh.',
      });

      // What the server has is no draft any more.
      await page.goto(portal.address);
      await page.getByText('Đã viết 13/13 mục').waitFor();
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      expect(faults).toEqual([]);
    });

    it('stays beside what is written on a wide page, and out of the way at 360 px', async () => {
      const list = page.getByRole('navigation', { name: 'Các phần của báo cáo' });
      await page.getByRole('link', { name: /^5\. Công tác tuyên truyền/ }).click();
      await expect.poll(() => focusedId(page)).toBe('/sections/ii-5');
      await expect.poll(() => list.boundingBox().then((box) => box?.y)).toBeGreaterThanOrEqual(0);
      await page.setViewportSize({ width: 360, height: 700 });
      await page.getByRole('button', { name: 'Xem danh mục các phần' }).click();
      await page.getByRole('link', { name: /^III\. NHỮNG HẠN CHẾ/ }).click();
      await expect.poll(() => focusedId(page)).toBe('/sections/iii');
      await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
      await expect.poll(() => focusedId(page)).toBe('summary');
      expect(await hiddenWidth(page)).toBe(0);
      expect(faults).toEqual([]);
    });

    it('makes room for 20 pages pasted at once', async () => {
      const box = page.getByLabel(/^III\. NHỮNG HẠN CHẾ/);
      await box.fill('Một câu dài về những hạn chế, khó khăn, vướng mắc của đơn vị. '.repeat(1000));
      const [height, content] = await box.evaluate((element) => [element.clientHeight, element.scrollHeight]);
      expect(content).toBeLessThanOrEqual(height ?? 0);
      await page.getByText('14.000 chữ').waitFor();
      expect(faults).toEqual([]);
    });
  });
}

function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('kl01-report-form')?.shadowRoot?.activeElement?.id);
}

function boxes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = document
      .querySelector('kl01-report-form')
      ?.shadowRoot?.querySelectorAll('textarea[id^="/sections/"]');
    return [...(found ?? [])].map(({ id }) => id);
  });
}

/** Presses Tab until the box has the focus; between two boxes stands one button at most. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 3; presses++) {
    await page.keyboard.press('Tab');
    if ((await focusedId(page)) === id) return;
  }
  throw new Error(`Tab does not reach ${id}`);
}
