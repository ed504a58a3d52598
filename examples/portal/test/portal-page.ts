import type { AddressInfo } from 'node:net';
import { launchBrowser } from '@kl01/tests/browser';
import type { TestPortal } from './visitor.js';

export type Browser = Awaited<ReturnType<typeof launchBrowser>>;
export type Page = Awaited<ReturnType<Browser['newPage']>>;

/** A page in a browser of its own. What goes wrong in it is added to `faults` as it happens. */
export interface PortalPage {
  readonly browser: Browser;
  readonly page: Page;
  readonly faults: readonly string[];
}

/**
 * Opens the portal to a browser, as officers in Vietnam have theirs.
 *
 * @param patience milliseconds until what is waited for counts as missing
 * @param refusals how the status of a post begins whose refusal is one of the steps: browsers report it as an error
 */
export async function openPage(
  { app }: TestPortal,
  { patience, refusals }: { patience: number; refusals: string },
): Promise<PortalPage> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();
  const context = await browser.newContext({
    baseURL: address,
    locale: 'vi-VN',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (said) => {
    if (said.type() === 'error' && !said.text().includes(`status of ${refusals}`)) faults.push(said.text());
  });
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address)) faults.push(request.url());
  });
  return { browser, page, faults };
}
