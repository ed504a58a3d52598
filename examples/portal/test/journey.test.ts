/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../src/db.js';
import type { Database } from '../src/db.js';
import { COMMITTEE, FORM, OFFICER_A1, openPortal, pdf } from './visitor.js';
import { openPage } from './portal-page.js';
import type { Browser, Page } from './portal-page.js';
import type { TestPortal } from './visitor.js';

/** A draft with files comes back a moment after the form: what is waited for is what it holds, not the moment. */
const PATIENTLY = { timeout: 10_000 };

describe('the whole way in a browser, under the strict policy', () => {
  let database: Database;
  let portal: TestPortal;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    database = await openDatabase({});
    portal = await openPortal(database);
    ({ browser, page, faults } = await openPage(portal, { patience: 10_000, refusals: '422' }));
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await database?.close();
  });

  const form = () => page.locator('kl01-nomination-form:not(.kl01-forget)');
  const field = (path: string) => form().locator(`[id="${path}"]`);
  const drafts = () => page.evaluate(() => Object.keys(localStorage).length);
  const nominees = () =>
    page.evaluate(
      () =>
        document.querySelector<HTMLElement & { value: { nominees: unknown[] } }>('kl01-nomination-form')?.value.nominees
          .length,
    );
  const send = async () => {
    await Promise.all([page.waitForNavigation(), page.locator('form[data-send] button[type=submit]').click()]);
  };

  const signIn = async (officer: string) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Đăng nhập để làm việc theo văn bản số 1399-CV/QU' }).click();
    await page.selectOption('#officer', officer);
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Đăng nhập' }).click()]);
  };

  const nominate = async (at: number, kind: 'tập thể' | 'cá nhân', values: Record<string, string>) => {
    await form()
      .getByRole('button', { name: `Thêm ${kind}` })
      .click();
    for (const [name, value] of Object.entries(values)) await field(`/nominees/${at}/${name}`).fill(value);
    for (const declared of ['theo-kh-95', 'bao-cao-thanh-tich'])
      await field(`/nominees/${at}/declared/${declared}`).check();
  };

  it('fills in a nomination with a file, and keeps it as a draft', async () => {
    await signIn(OFFICER_A1);
    await page.goto(`/forms/${FORM}`);
    const common = { workplace: 'Đảng bộ phường A', summary: 'Gương mẫu trong mọi phong trào.', phone: '0900000011' };
    const report = { 'sections/so-luoc': 'Sơ lược', 'sections/thanh-tich': 'Thành tích' };
    await nominate(0, 'tập thể', { name: 'Chi bộ 5', ...common, ...report });
    await nominate(1, 'cá nhân', { name: 'Đồng chí <b>Minh Họa</b>', position: 'Bí thư', ...common });
    const file = { name: 'Báo cáo.pdf', mimeType: 'application/pdf', buffer: pdf('báo cáo') };
    await field('/nominees/1/documents/bao-cao-thanh-tich').locator('input[type=file]').setInputFiles(file);
    await form().getByText('Báo cáo.pdf').first().waitFor();
    await expect.poll(drafts, PATIENTLY).toBe(1);
  });

  it('shows what the server found beside the form, with nothing lost, and sends again', async () => {
    await page.evaluate(() => {
      document
        .querySelector('form[data-send]')
        ?.addEventListener('formdata', (event) => (event as FormDataEvent).formData.delete('submission_files[]'), {
          once: true,
        });
    });
    await page.locator('form[data-send] button[type=submit]').click();
    await form().getByText('Chưa nhận được tệp “Báo cáo.pdf”').first().waitFor();
    await expect.poll(nominees, PATIENTLY).toBe(2);
    await send();
    expect(await page.locator('h1').textContent()).toBe('Đã tiếp nhận');
    await expect.poll(drafts, PATIENTLY).toBe(0);
  });

  it('gives back the Word file and the file that was sent', async () => {
    const download = async (link: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator(link).first().click()]);
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    };
    const word = await download('a[href$="/documents/to-trinh"]');
    expect(word.name).toMatch(/\.docx$/);
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK');
    const sent = await download('a[href^="/files/"]');
    expect(sent.bytes.equals(pdf('báo cáo'))).toBe(true);
  });

  it('corrects without choosing the file again, withdraws, and sends the same again', async () => {
    await page.getByRole('link', { name: 'Sửa và gửi lại' }).click();
    await field('/contact/name').fill('Văn phòng mới');
    await send();
    await page.getByText('bản số 2 đã được lưu').waitFor();
    await page.getByRole('link', { name: 'Rút bản này' }).click();
    await page.getByText('Sau đó đơn vị không gửi được nữa.').waitFor();
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Rút bản này' }).click()]);
    await page.getByText('Đã rút lúc').first().waitFor();
    await page.goto(`/forms/${FORM}`);
    await expect.poll(nominees, PATIENTLY).toBe(2);
    await send();
    await page.getByText('bản số 3 đã được lưu').waitFor();
  });

  const pressSignOut = () => page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
  const answerSignOut = (name: string) =>
    Promise.all([page.waitForNavigation(), page.getByRole('button', { name }).click()]);

  it('asks at sign-out about what was typed and not sent, and keeps it where that is said', async () => {
    await page.goto(`/forms/${FORM}`);
    await field('/contact/name').fill('Chưa gửi');
    await pressSignOut();
    await page.getByText('đang giữ 1 bản nháp').waitFor();
    await page.getByRole('button', { name: 'Chưa đăng xuất' }).click();
    expect(await field('/contact/name').inputValue()).toBe('Chưa gửi');
    await pressSignOut();
    await answerSignOut('Đăng xuất, giữ bản nháp');
    await page.getByText('vẫn được giữ trên máy này').waitFor();
    await signIn(OFFICER_A1);
    await page.goto(`/forms/${FORM}`);
    await expect.poll(() => field('/contact/name').inputValue(), PATIENTLY).toBe('Chưa gửi');
  });

  it('deletes it where that is said, and says that it did', async () => {
    await pressSignOut();
    await answerSignOut('Đăng xuất, xóa bản nháp');
    await page.getByText('đã được xóa khỏi trình duyệt này').waitFor();
    expect(await drafts()).toBe(0);
  });

  it('asks nothing where nothing is kept', async () => {
    await signIn(OFFICER_A1);
    await Promise.all([page.waitForNavigation(), pressSignOut()]);
    await page.getByRole('heading', { name: 'Đã đăng xuất' }).waitFor();
    expect(await page.getByText('bản nháp').count()).toBe(0);
  });

  it('shows the committee what came, at 360 pixels too, as text', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await signIn(COMMITTEE);
    await page.getByRole('link', { name: /^Xem:/ }).click();
    await form().getByText('Đồng chí <b>Minh Họa</b>').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('broke no rule of the policy and asked no other host', () => {
    expect(faults).toEqual([]);
  });
});
