import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findBrowser, findChromium109 } from './find-browser.mjs';

/** Starts the browser of the tests, headless and with an empty profile of its own. Close it when done. */
export function launchBrowser(): Promise<Browser> {
  return launch(findBrowser());
}

/** Starts Chromium 109, the oldest one the forms promise to work in. */
export function launchChromium109(): Promise<Browser> {
  return launch(findChromium109());
}

function launch({ executablePath, args, env }: ReturnType<typeof findBrowser>): Promise<Browser> {
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } as Record<string, string> });
}
