import type { Browser, Page } from 'playwright-core';

/** A page, and what went wrong in it: errors of scripts, and what its Content-Security-Policy stopped. */
export interface WatchedPage {
  readonly page: Page;
  readonly violations: readonly string[];
}

/**
 * Opens the page of a backend in a context of its own, once its form is there.
 *
 * @param title of the form; left out, Kiến An's nomination
 */
export async function openWatched(
  browser: Browser,
  address: string,
  title = 'Đề nghị biểu dương, khen thưởng cấp quận',
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
  const page = await context.newPage();
  const violations: string[] = [];
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => violations.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  await page.goto(address);
  await page.getByRole('heading', { name: title }).waitFor();
  return { page, violations };
}
