import { chromium, firefox } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findBrowser, findChromium109 } from './find-browser.mjs';
import { findFirefox } from './programs.mjs';

/** Starts the browser of the tests, headless and with an empty profile of its own. Close it when done. */
export function launchBrowser(): Promise<Browser> {
  return launch(findBrowser());
}

/** Starts Chromium 109, the oldest one the forms promise to work in. */
export function launchChromium109(): Promise<Browser> {
  return launch(findChromium109());
}

/**
 * Starts the Firefox of this machine, driven by WebDriver BiDi: it is no Firefox of Playwright's own, so a test may ask of
 * it only what both know.
 */
export function launchFirefox(): Promise<Browser> {
  return firefox.launch({ channel: 'moz-firefox', executablePath: findFirefox() ?? 'firefox-esr' });
}

function launch({ executablePath, args, env }: ReturnType<typeof findBrowser>): Promise<Browser> {
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } as Record<string, string> });
}
