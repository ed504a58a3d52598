import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../lib/find-browser.mjs';
import { median, ratio } from './lib/measure.mjs';
import { slateOf } from './lib/slate.mjs';
import { plainTable, tableRulebook, tableSubmission } from './lib/table-pack.mjs';

export const name = 'forms: the one-file script in a browser, beside a plain form of the same fields';

const RULEBOOK = '@kl01/rules/rulebooks/hai-phong.kien-an.2023.json';
const ROUNDS = 5;
const KEYS = 15;
const CELLS = 330;
const LAST_NAME = 'input[id$="/name"]';
const LAST_CELL = 'input[id^="/tables/"]';

/** @type {readonly [element: string, kilobytes: number][]} */
const ALONE = [
  ['NominationForm', 65],
  ['PlanForm', 65],
  ['ReportForm', 80],
  ['Deadlines', 30],
];

/** @param {string} entry */
const published = (entry) => readFileSync(fileURLToPath(import.meta.resolve(entry)));

/**
 * The same page with 3, 50 and 500 nominees given by the host, whole: every field filled. Beside it, within the same
 * run, a form written by hand as plain HTML that shows every field of every nominee and judges nothing.
 *
 * @param {import('./run.mjs').Tools} tools
 */
export async function run({ table, record }) {
  const script = published('@kl01/forms/kl01-forms.js');
  // The aims, and why they are these: docs/decisions/0006-one-script.md.
  record('one-file script, four elements, gzip', kilobytes(script), 'kB', { atMost: 100 });
  record('one-file script', script.length / 1000, 'kB');
  for (const [element, atMost] of ALONE) {
    record(`${element} alone, as a bundler takes it, gzip`, kilobytes(await bundled(element)), 'kB', { atMost });
  }

  const { executablePath, args, env } = findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args,
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...env }),
  });
  const host = await startHost(script);
  const rows = [];
  const cells = [];
  try {
    for (const nominees of [3, 50, 500]) {
      const ours = await measure(browser, `${host.address}/kl01/${nominees}`, LAST_NAME);
      const plain = await measure(browser, `${host.address}/plain/${nominees}`, LAST_NAME);
      rows.push({
        nominees,
        'usable, ms': round(ours.usable),
        'plain, ms': round(plain.usable),
        'key painted, ms': round(ours.key),
        'plain key painted, ms': round(plain.key),
      });
      const start = nominees === 500 ? { atMost: 1000 } : undefined;
      record(`script start to usable form, ${nominees} nominees`, ours.usable, 'ms', start);
      record(
        `times as long as the plain form until usable, ${nominees} nominees`,
        ratio(ours.usable, plain.usable),
        '×',
      );
      const press = nominees === 500 ? { atMost: 20 } : undefined;
      record(`key press to painted verdict, ${nominees} nominees`, ours.key, 'ms', press);
      record(`times as long as the plain form per key press, ${nominees} nominees`, ratio(ours.key, plain.key), '×');
    }
    const ours = await measure(browser, `${host.address}/kl01-table/${CELLS}`, LAST_CELL);
    const plain = await measure(browser, `${host.address}/plain-table/${CELLS}`, LAST_CELL);
    cells.push({
      cells: CELLS,
      'usable, ms': round(ours.usable),
      'plain, ms': round(plain.usable),
      'key painted, ms': round(ours.key),
      'plain key painted, ms': round(plain.key),
    });
    record(`script start to usable report, a table of ${CELLS} cells`, ours.usable, 'ms', { atMost: 300 });
    record(`times as long as a plain table until usable, ${CELLS} cells`, ratio(ours.usable, plain.usable), '×');
    record(`key press in a cell to painted verdict, ${CELLS} cells`, ours.key, 'ms', { atMost: 20 });
    record(`times as long as a plain table per key press, ${CELLS} cells`, ratio(ours.key, plain.key), '×');
  } finally {
    await browser.close();
    await host.close();
  }
  table(rows);
  table(cells);
}

/** @param {Uint8Array} content */
const kilobytes = (content) => gzipSync(content, { level: 9 }).length / 1000;

/**
 * One element, Lit included, as a host's own build makes it.
 *
 * @param {string} element
 */
async function bundled(element) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${element} } from '@kl01/forms'; customElements.define('a-form', ${element});`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    conditions: ['production'],
    charset: 'utf8',
    write: false,
  });
  return /** @type {{ contents: Uint8Array }} */ (outputFiles[0]).contents;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {string} boxes where the keys are pressed: the last box that this selects
 * @returns {Promise<{ usable: number, key: number }>} medians in milliseconds; the first round only warms up
 */
async function measure(browser, address, boxes) {
  const usable = [];
  const keys = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(address);
    const start = await page.evaluate(() => Reflect.get(window, 'usable'));
    const presses = await page.evaluate(pressKeys, { count: KEYS, selector: boxes });
    await context.close();
    if (round > 0) {
      usable.push(start);
      keys.push(...presses);
    }
  }
  return { usable: median(usable), key: median(keys) };
}

/**
 * Runs in the page: types digits into the last box and waits, after each, until it is painted. A message sent within an
 * animation frame arrives once that frame has been painted.
 *
 * @param {{ count: number, selector: string }} where
 */
async function pressKeys({ count, selector }) {
  const element = document.querySelector('kl01-nomination-form, kl01-report-form');
  const root = /** @type {Document | ShadowRoot} */ (element?.shadowRoot ?? document);
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  if (element) {
    const rows = root.querySelectorAll('[id$="~fold"]');
    if (rows.length > 0) /** @type {HTMLElement} */ (rows[rows.length - 1]).click();
    await painted();
  }
  const boxes = root.querySelectorAll(selector);
  const box = /** @type {HTMLInputElement} */ (boxes[boxes.length - 1]);
  box.focus();
  box.scrollIntoView({ block: 'center' });
  await painted();
  const times = [];
  for (let key = 0; key < count; key += 1) {
    // Browsers hand over a key press at the beginning of a frame; what it changes is painted at that frame's end.
    const time = await new Promise((resolve) =>
      requestAnimationFrame(() => {
        const start = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - start);
        box.value = box.value.length < 8 ? `${box.value}7` : '7';
        box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        channel.port2.postMessage(null);
      }),
    );
    times.push(time);
    // What is done after painting, such as writing down what the form will post, is done before the next press.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return times;
}

/** @param {Buffer} script */
async function startHost(script) {
  const rulebook = published(RULEBOOK);
  const tables = JSON.stringify(tableRulebook(CELLS));
  const server = createServer((request, response) => {
    const [, kind = '', count = ''] = (request.url ?? '').split('/');
    const send = (/** @type {string} */ type, /** @type {string | Buffer} */ body) =>
      void response.setHeader('Content-Type', `${type}; charset=utf-8`).end(body);
    if (kind === 'kl01-forms.js') return send('text/javascript', script);
    if (kind === 'rulebook.json') return send('application/json', rulebook);
    if (kind === 'table.json') return send('application/json', tables);
    if (kind === 'kl01-table') return send('text/html', tablePage(Number(count)));
    if (kind === 'plain-table') return send('text/html', plainHtml(`<form>${plainTable(Number(count))}</form>`));
    if (kind === 'kl01') return send('text/html', ourPage(Number(count)));
    if (kind === 'plain') return send('text/html', plainPage(Number(count)));
    response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `usable`: milliseconds from the start of the script until the form is painted; a promise that the measuring awaits. */
const USABLE = `
  window.began = performance.now();
  window.usable = new Promise((resolve) => {
    window.shown = () => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - window.began);
      port2.postMessage(null);
    });
  });`;

/** @param {number} nominees */
function ourPage(nominees) {
  const element = `<kl01-nomination-form name="submission" form="de-nghi-cap-quan" unit-id="dang-bo-1" unit-group="dang-bo"
    unit-name="Đảng bộ số 1" now="2023-03-22T08:00:00+07:00" draft="bench"></kl01-nomination-form>`;
  return elementPage(element, slateOf(nominees), '/rulebook.json');
}

/** @param {number} cells */
function tablePage(cells) {
  const element = `<kl01-report-form name="submission" form="bao-cao" unit-id="dang-bo-1" unit-group="dang-bo"
    unit-name="Đảng bộ số 1" now="2023-03-22T08:00:00+07:00" draft="bench"></kl01-report-form>`;
  return elementPage(element, tableSubmission(cells), '/table.json');
}

/**
 * @param {string} element
 * @param {object} value
 * @param {string} rulebook
 */
function elementPage(element, value, rulebook) {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>kl01</title>
    <form>${element}</form>
    <script type="application/json" id="value">${JSON.stringify(value)}</script>
    <script>${USABLE}</script>
    <script src="/kl01-forms.js"></script>
    <script>
      const form = document.querySelector('form > :first-child');
      form.addEventListener('kl01-ready', () => window.shown());
      form.value = JSON.parse(document.getElementById('value').textContent);
      form.rulebook = '${rulebook}';
    </script></html>`;
}

/** @param {number} nominees */
function plainPage(nominees) {
  const fields = ['name', 'position', 'workplace', 'phone'];
  const areas = ['summary', 'so-luoc', 'thanh-tich'];
  const rows = slateOf(nominees).nominees.map((nominee, index) => {
    const values = /** @type {Record<string, unknown>} */ ({ ...nominee, ...nominee.sections });
    const id = (/** @type {string} */ field) => `/nominees/${index}/${field}`;
    const inputs = fields.map(
      (field) => `<p><label>${field} <input id="${id(field)}" value="${values[field] ?? ''}"></label></p>`,
    );
    const texts = areas.map(
      (field) => `<p><label>${field} <textarea id="${id(field)}">${values[field]}</textarea></label></p>`,
    );
    const ticks = ['theo-kh-95', 'bao-cao-thanh-tich'].map(
      (tick) => `<p><label><input type="checkbox" checked> ${tick}</label></p>`,
    );
    return `<fieldset><legend>${index + 1}</legend>${inputs.join('')}${texts.join('')}${ticks.join('')}<input type="file"></fieldset>`;
  });
  return plainHtml(`<form>${rows.join('')}</form>`);
}

/** @param {string} body */
function plainHtml(body) {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>plain</title>
    <script>${USABLE}</script>${body}<script>window.shown()</script></html>`;
}

/** @param {number} ms */
function round(ms) {
  return Number(ms.toFixed(1));
}
