import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../lib/browser.ts';
import { fillTwoNominees } from '../lib/fill-slate.ts';
import { needs } from '../lib/needs.ts';
import { makeRelease, unpack, type Release } from '../lib/release.ts';
import { startServedPage, type ServedPage } from '../lib/served-page.ts';
import { openWatched } from '../lib/watched-page.ts';

/**
 * Nothing but a web server and a database: from the release, unpacked where no Node is on the path, a form is judged and
 * stored in C#, and the committee's page makes consolidation and documents of it.
 */

const IN_TIME = '2023-03-22T08:00:00+07:00';

const REPORT = 'Báo cáo sơ kết thực hiện Kết luận số 01-KL/TW';

const missing = needs.dotnet();

describe.skipIf(missing)(`a host without Node${missing ? ` – ${missing}` : ''}`, () => {
  let browser: Browser;
  let release: Release;
  let host: ServedPage;

  beforeAll(async () => {
    [browser, release] = await Promise.all([launchBrowser(), makeRelease()]);
    host = await startServedPage('dotnet', IN_TIME, await unpack(release));
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    await release?.remove();
  });

  it('takes a nomination, and makes the committee’s documents of it in the page', async () => {
    const { page, violations } = await openWatched(browser, `${host.address}de-nghi.aspx`);
    await fillTwoNominees(page);
    await send(page, 'kl01-nomination-form');
    await page.goto(`${host.address}tiep-nhan.html`);
    await page.getByText('1 đơn vị đã gửi.').waitFor();
    const cells = page.locator('#received td');
    expect((await cells.allTextContents()).slice(0, 4)).toEqual(['Đảng bộ phường số 1', '1', expect.any(String), '0']);
    await page.locator('#together li').getByText('Nguyễn Thị Ví Dụ').waitFor();
    expect(await wordOf(page, page.locator('#received button').first())).toContain('Nguyễn Thị Ví Dụ');
    expect(await wordOf(page, page.locator('#documents button').first())).toContain('Nguyễn Thị Ví Dụ');
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it('takes a report, and puts reports together in the page', async () => {
    const { page, violations } = await openWatched(browser, `${host.address}bao-cao.aspx`, REPORT);
    const boxes = page.locator('kl01-report-form textarea[id^="/sections/"]');
    await boxes.first().waitFor();
    for (const [index, box] of (await boxes.all()).entries()) await box.fill(`Kết quả <b>mục ${index}</b> & tốt.`);
    await send(page, 'kl01-report-form');
    await page.goto(`${host.address}tiep-nhan.html`);
    await page.getByLabel('Biểu mẫu').selectOption('bao-cao-so-ket');
    await page.getByText('1 đơn vị đã gửi.').waitFor();
    await page.locator('#together p').getByText('Kết quả <b>mục 1</b> & tốt.').waitFor();
    const tongHop = page
      .locator('#documents')
      .getByRole('button', { name: /tổng hợp/i })
      .first();
    const text = await wordOf(page, tongHop);
    expect(text).toContain('Kết quả &lt;b&gt;mục 1&lt;/b&gt; &amp; tốt.');
    expect(violations).toEqual([]);
    await page.context().close();
  });
});

async function send(page: Page, form: string): Promise<void> {
  await page.locator(form).getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.getByText(/^Đã nhận hồ sơ\. Bản số 1, số biên nhận [0-9a-f]{32}\.$/).waitFor();
}

/** Presses a button that makes a Word file. @returns the XML of its text */
async function wordOf(page: Page, button: Locator): Promise<string> {
  const download = page.waitForEvent('download');
  await button.click();
  const path = await (await download).path();
  return strFromU8(unzipSync(await readFile(path))['word/document.xml'] ?? new Uint8Array());
}
