import type { Browser, Page } from 'playwright-core';
import { launchBrowser, launchChromium109, launchFirefox } from './browser.ts';
import { needs } from './needs.ts';
import { startPortal, type Portal } from './strict-portal.ts';

/** The browsers that a journey is made in; `missing` says why one cannot be had here. */
export const BROWSERS: readonly { name: string; missing: string | false; launch: () => Promise<Browser> }[] = [
  { name: 'the browser at hand', missing: false, launch: launchBrowser },
  { name: 'Chromium 109', missing: needs.chromium109(), launch: launchChromium109 },
  { name: 'Firefox ESR', missing: needs.firefox(), launch: launchFirefox },
];

export interface Visit {
  readonly portal: Portal;
  readonly page: Page;
  /** errors of the page, breaches of the policy, and what was asked of other hosts */
  readonly faults: string[];
  close: () => Promise<void>;
}

export interface VisitOptions {
  /** whether the page hands the element the exporters */
  readonly exporters?: boolean;
  /** paths that are not there when the page is opened, such as `/rulebook.json` */
  readonly missing?: readonly string[];
  /** of the browser, such as `clipboard-read` */
  readonly permissions?: readonly string[];
  /** how long to wait for what the page should show */
  readonly timeoutMs?: number;
}

/** Opens a portal of its own under the strict policy in a browser without a past; see `startPortal`. */
export async function visitPortal(
  browser: Browser,
  element: string,
  rulebook: string,
  { exporters = false, missing = [], permissions = [], timeoutMs = 10_000 }: VisitOptions = {},
): Promise<Visit> {
  const portal = await startPortal(element, rulebook, { exporters, missing });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'vi-VN',
    permissions: [...permissions],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(timeoutMs);
  const faults: string[] = [];
  page.on('console', (message) => {
    // Browsers report the status of a post that the portal was told to refuse; it gives 503 for nothing else.
    if (message.type() === 'error' && !message.text().includes('503')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    const own = protocol === 'blob:' || protocol === 'data:' || host === new URL(portal.address).host;
    if (!own) faults.push(`asked ${request.url()}`);
  });
  await page.goto(portal.address);
  const close = async () => {
    await context.close();
    await portal.close();
  };
  return { portal, page, faults, close };
}

/** By how many pixels a page is wider than its window shows; the scroll bar that Firefox draws beside it is not counted. */
export function hiddenWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
