import type * as Exporters from '@kl01/exporters';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../lib/browser.ts';
import { startPortal, type Portal } from '../lib/strict-portal.ts';

/** The exporters in a page under the strict policy: a dossier of 200 nominees, and every document of the form. */

const ELEMENT = '<kl01-nomination-form form="de-nghi-cap-quan" name="submission"></kl01-nomination-form>';

let browser: Browser;
let portal: Portal;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  [browser, portal] = await Promise.all([
    launchBrowser(),
    startPortal(ELEMENT, 'hai-phong.kien-an.2023', { exporters: true }),
  ]);
  page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(portal.address);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

/** Runs in the page: it has no words of this file but its argument. */
async function makeDossier({ nominees, cancelAfter }: { nominees: number; cancelAfter: number | null }) {
  const element = document.querySelector('kl01-nomination-form') as unknown as {
    exporters: () => Promise<typeof Exporters>;
  };
  const { exportDocument } = await element.exporters();
  const rulebook = (await (await fetch('/rulebook.json')).json()) as never;
  const cancel = new AbortController();
  const seen = { progress: 0, clicksHandled: 0, frames: 0, bytes: 0, error: '' };
  const onClick = () => seen.clicksHandled++;
  document.addEventListener('click', onClick);
  let running = true;
  const frame = () => {
    seen.frames++;
    if (running) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const submission = {
    rulebook: 'hai-phong.kien-an.2023@1.0.0',
    form: 'de-nghi-cap-quan',
    unit: { id: 'x', group: 'dang-bo', name: 'Đảng ủy phường Ví Dụ' },
    nominees: Array.from({ length: nominees }, (_, index) => ({
      id: `n${index}`,
      kind: 'individual' as const,
      name: `Nguyễn Văn ${index}`,
      sections: { 'so-luoc': 'Sơ lược. '.repeat(50), 'thanh-tich': 'Thành tích. '.repeat(200) },
    })),
  };
  try {
    const { bytes } = await exportDocument(rulebook, submission, {
      document: 'ho-so',
      format: 'zip',
      signal: cancel.signal,
      onProgress: ({ done }) => {
        seen.progress++;
        // Somebody presses a button in the middle of it.
        if (done === 10) setTimeout(() => document.body.click());
        if (cancelAfter !== null && done >= cancelAfter) cancel.abort();
      },
    });
    seen.bytes = bytes.length;
  } catch (error) {
    seen.error = (error as Error).name;
  }
  running = false;
  document.removeEventListener('click', onClick);
  return seen;
}

describe('a dossier of 200 nominees made in the page', () => {
  it('shows progress, paints, and hears a click before it is done', async () => {
    const seen = await page.evaluate(makeDossier, { nominees: 200, cancelAfter: null });
    expect(seen).toMatchObject({ error: '', clicksHandled: 1 });
    expect(seen.progress).toBeGreaterThan(200);
    expect(seen.frames).toBeGreaterThan(20);
    expect(seen.bytes).toBeGreaterThan(1_000_000);
  });

  it('is given up when the officer cancels', async () => {
    const seen = await page.evaluate(makeDossier, { nominees: 200, cancelAfter: 5 });
    expect(seen).toMatchObject({ error: 'AbortError', bytes: 0 });
    expect(seen.progress).toBeLessThan(20);
  });
});

it('the form offers every document in every format, and makes each', async () => {
  const buttons = page.locator('section', { hasText: 'Văn bản do hệ thống lập' }).locator('button');
  await buttons.first().waitFor();
  const names = await buttons.allTextContents();
  expect(names.length).toBeGreaterThan(6);
  for (let index = 0; index < names.length; index++) {
    const download = page.waitForEvent('download');
    await buttons.nth(index).click();
    expect((await download).suggestedFilename()).toMatch(/^[a-z0-9-]+\.(docx|html|zip|xlsx|csv)$/);
    await page.getByText(/^Đã lập tệp/).waitFor();
  }
});

it('nothing offends the policy', () => expect(faults).toEqual([]));
