import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../lib/browser.ts';
import { fillTwoNominees } from '../lib/fill-slate.ts';
import { needs } from '../lib/needs.ts';
import { startServedPage, type ServedPage } from '../lib/served-page.ts';
import { openWatched } from '../lib/watched-page.ts';

const IN_TIME = '2023-03-22T08:00:00+07:00';
const TOO_LATE = '2023-04-01T00:00:00+07:00';
const FORM = 'kl01-nomination-form';
const PAPER = `${FORM} [id="/documents/xac-nhan-nganh-doc"]`;

const missing = needs.dotnet();

describe.skipIf(missing)(`a WebForms page and its handler in C#${missing ? ` – ${missing}` : ''}`, () => {
  let browser: Browser;
  let host: ServedPage;
  let late: ServedPage;
  let page: Page;
  let violations: readonly string[];

  beforeAll(async () => {
    browser = await launchBrowser();
    [host, late] = await Promise.all([startServedPage('dotnet', IN_TIME), startServedPage('dotnet', TOO_LATE)]);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    await late?.stop();
  });
  afterEach(async () => {
    await page.context().close();
    expect(violations).toEqual([]);
  });

  it('keeps what was typed when the form around is sent', async () => {
    await open(host);
    await fillIn();
    await page.getByRole('button', { name: 'Tìm kiếm' }).click();
    await page.waitForLoadState();
    await page.getByRole('button', { name: '2. Nguyễn Thị Ví Dụ' }).waitFor();
  });

  it('refuses a forged post beside its field, then takes what was mended, with its file', async () => {
    await open(host);
    await page
      .locator(`${PAPER} input[type=file]`)
      .last()
      .setInputFiles({
        name: 'Xác nhận "ngành dọc".txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('đã xác nhận\r\n--không phải ranh giới'),
      });
    await fillIn();
    await page.evaluate(() => {
      const original = FormData.prototype.append;
      FormData.prototype.append = function append(this: FormData, name: string, value: string | Blob, file?: string) {
        if (typeof value === 'string') this.set(name, value.replace('Nguyễn Thị Ví Dụ', ''));
        else original.call(this, name, value, file);
        if (name === 'submission') FormData.prototype.append = original;
      };
    });
    expect(await send()).toBe(422);
    await page
      .locator(`${FORM} #summary`)
      .getByRole('link', { name: /Họ và tên/ })
      .first()
      .click();
    await page.locator(`${FORM} [id="/nominees/1/name~problems"]`).waitFor();

    expect(await send()).toBe(200);
    await page.getByText(/^Đã nhận hồ sơ\. Bản số 1, số biên nhận [0-9a-f]{32}\.$/).waitFor();
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);

    // It comes back as what is to be sent next; its file is the host's and is not sent again.
    await page.reload();
    await page.getByRole('button', { name: '2. Nguyễn Thị Ví Dụ' }).click();
    await page.locator(`${FORM} [id="/nominees/1/summary"]`).fill('Viết lại.');
    expect(await send()).toBe(200);
    await page.getByText('Bản số 2,').waitFor();
  });

  it('refuses after the deadline, whatever the page was made to believe', async () => {
    await open(late);
    await page.evaluate(([form, now]) => Reflect.set(document.querySelector(form!)!, 'now', now), [
      FORM,
      IN_TIME,
    ] as const);
    await fillIn();
    expect(await send()).toBe(422);
    await page
      .locator(`${FORM} #summary`)
      .getByText(/Đã quá thời hạn/)
      .first()
      .waitFor();
  });

  async function open({ address }: ServedPage): Promise<void> {
    ({ page, violations } = await openWatched(browser, `${address}de-nghi.aspx`));
  }

  const fillIn = () => fillTwoNominees(page);

  /** @returns the status of the answer */
  async function send(): Promise<number> {
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.locator(FORM).getByRole('button', { name: 'Gửi', exact: true }).click();
    return (await answer).status();
  }
});
