import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { check } from '@kl01/rules';
import { chromium } from 'playwright-core';
import { findBrowser } from '../lib/find-browser.mjs';
import { boardData, boardRulebook } from './lib/board-pack.mjs';
import { median, ratio } from './lib/measure.mjs';

export const name = 'board: the review board in a browser, by number of units';

const COUNTS = [100, 1000];
const ROUNDS = 5;
const PICKS = 10;
const NOW = '2023-03-25T08:00:00+07:00';

/**
 * Three nominees of each unit, all of them valid. A pick is a click on the box of somebody not picked yet: painted when
 * the frame with the tick is, followed when the counts say one more.
 *
 * @param {import('./run.mjs').Tools} tools
 */
export async function run({ table, record }) {
  const rulebook = boardRulebook();
  const [first] = boardData(1).received;
  assert.deepEqual(check(rulebook, first?.submission, { now: NOW }).findings, []);

  const { executablePath, args, env } = findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args,
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...env }),
  });
  const host = await startHost(JSON.stringify(rulebook));
  const rows = [];
  try {
    for (const units of COUNTS) rows.push({ units, ...(await measure(browser, `${host.address}/board/${units}`)) });
  } finally {
    await browser.close();
    await host.close();
  }
  table(
    rows.map(({ units, shown, painted, followed }) => ({
      units,
      'shown, ms': round(shown),
      'pick painted, ms': round(painted),
      'counts follow, ms': round(followed),
    })),
  );
  const [few, many] = /** @type {[typeof rows[0], typeof rows[0]]} */ (rows);
  record(`script start to shown board, ${many.units} units`, many.shown, 'ms', { atMost: 1000 });
  record(`pick to painted tick, ${many.units} units`, many.painted, 'ms', { atMost: 20 });
  record(`pick to counts that follow, ${many.units} units`, many.followed, 'ms', { atMost: 100 });
  for (const [what, key] of /** @type {const} */ ([
    ['until shown', 'shown'],
    ['per painted tick', 'painted'],
    ['until the counts follow', 'followed'],
  ])) {
    record(`times as long ${what}, ${many.units} units against ${few.units}`, ratio(many[key], few[key]), '×');
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @returns {Promise<{ shown: number, painted: number, followed: number }>} medians in milliseconds; the first round only warms up
 */
async function measure(browser, address) {
  const shown = [];
  const picks = [];
  for (let turn = 0; turn <= ROUNDS; turn += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(address);
    const start = await page.evaluate(() => Reflect.get(window, 'usable'));
    const made = await page.evaluate(pick, PICKS);
    await context.close();
    if (turn === 0) continue;
    shown.push(start);
    picks.push(...made);
  }
  return {
    shown: median(shown),
    painted: median(picks.map(({ painted }) => painted)),
    followed: median(picks.map(({ followed }) => followed)),
  };
}

/**
 * Runs in the page: picks so many, one after the other.
 *
 * @param {number} count
 */
async function pick(count) {
  const root = /** @type {ShadowRoot} */ (document.querySelector('kl01-review-board')?.shadowRoot);
  const counts = () => root.querySelector('.counts')?.textContent ?? '';
  const times = [];
  for (let at = 0; at < count; at += 1) {
    const box = /** @type {HTMLInputElement} */ (root.querySelectorAll('.candidate .pick input')[at]);
    box.scrollIntoView({ block: 'center' });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    const before = counts();
    times.push(
      await new Promise((resolve) =>
        requestAnimationFrame(() => {
          const start = performance.now();
          let painted = 0;
          const channel = new MessageChannel();
          channel.port1.onmessage = () => (painted = performance.now() - start);
          const observer = new MutationObserver(() => {
            if (counts() === before) return;
            observer.disconnect();
            // What changed is painted with the frame that is coming.
            requestAnimationFrame(() => {
              const after = new MessageChannel();
              after.port1.onmessage = () => resolve({ painted, followed: performance.now() - start });
              after.port2.postMessage(null);
            });
          });
          observer.observe(root, { subtree: true, childList: true, characterData: true });
          box.click();
          channel.port2.postMessage(null);
        }),
      ),
    );
  }
  return times;
}

/** @param {string} rulebook */
async function startHost(rulebook) {
  const script = readFileSync(fileURLToPath(import.meta.resolve('@kl01/forms/kl01-review-board.js')));
  const server = createServer((request, response) => {
    const [, kind = '', count = ''] = (request.url ?? '').split('/');
    const send = (/** @type {string} */ type, /** @type {string | Buffer} */ body) =>
      void response.setHeader('Content-Type', `${type}; charset=utf-8`).end(body);
    if (kind === 'board.js') return send('text/javascript', script);
    if (kind === 'rulebook.json') return send('application/json', rulebook);
    if (kind === 'board') return send('text/html', boardPage(Number(count)));
    response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @param {number} units */
function boardPage(units) {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>kl01</title>
    <kl01-review-board form="de-nghi" now="${NOW}"></kl01-review-board>
    <script type="application/json" id="data">${JSON.stringify(boardData(units))}</script>
    <script>
      window.began = performance.now();
      const board = document.querySelector('kl01-review-board');
      window.usable = new Promise((resolve) =>
        board.addEventListener('kl01-ready', () => requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - window.began);
          port2.postMessage(null);
        })));
    </script>
    <script src="/board.js"></script>
    <script>
      Object.assign(board, JSON.parse(document.getElementById('data').textContent));
      board.rulebook = '/rulebook.json';
    </script></html>`;
}

/** @param {number} ms */
function round(ms) {
  return Number(ms.toFixed(1));
}
