/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { exportDocument, importXlsx } from '@kl01/exporters';
import {
  answerInWords,
  asked,
  entriesOf,
  questionnaire,
  textIn,
  valueAt,
  type AskedEntry,
  type Rulebook,
  type RulebookForm,
  type Submission,
} from '@kl01/rules';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './lib/browser.ts';
import { fillIn } from './lib/distinct-answers.ts';

/**
 * Whatever a form asks, each of those who tell it again tells all of it: the screen has a box for it, the print its answer,
 * the workbook brings it back, the checklist of the dossier says it. What one of them leaves out it leaves out for a reason.
 */

const NOW = '2023-03-20T08:00:00+07:00';

/** What the screen has no box for. */
const NOT_ON_SCREEN = [
  { of: /^\/meeting\/votes$/, why: 'two boxes for each nominee' },
  { of: /^\/person\/posts$/, why: 'several boxes, in a group of that name' },
];
const NOT_PRINTED = [
  { of: /^\/issuer\//, why: 'printed by the documents that are made from it' },
  { of: /^\/(unit|person)\/id$/, why: 'keys of the host' },
];
const NOT_IN_WORKBOOK = [
  { of: /^\/(nominees\/\d+\/)?(sections|documents)\//, why: 'texts of pages, and files' },
  { of: /^\/meeting\/votes$/, why: 'a list within a list' },
  { of: /^\/issuer\//, why: 'the letterhead is the portal’s' },
];
const NOT_ON_CHECKLIST = [
  { of: /^\/(period|unit\/(id|group)|issuer\/.*|meeting\/.*)$/, why: 'stands in the letterhead and the minutes' },
  { of: /^\/nominees\/\d+\/sections\//, why: 'a document of its own' },
];

const near = createRequire(import.meta.url);
const ids = [
  'ben-tre.duk-co-quan-doanh-nghiep.2022',
  'hai-phong.kien-an.2023',
  'lai-chau.thanh-uy.2023',
  'nam-dinh.tinh-uy.2023',
  'thai-nguyen.duk-cac-co-quan.2024',
];
/** Of no committee: what the format can ask and the published directives do not. */
const BY_HAND = [
  'vi-du.tieu-chuan.2023',
  'vi-du.kieu-truong.2023',
  'vi-du.danh-sach-con.2023',
  'vi-du.truong-hoc.2026',
];
const files = [
  ...ids.map((id) => `@kl01/rules/rulebooks/${id}.json`),
  ...BY_HAND.map((id) => `@kl01/rules/vectors/${id}.rulebook.json`),
].map((name) => near.resolve(name));
const rulebooks = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Rulebook));

const cases = rulebooks.flatMap((rulebook) =>
  rulebook.forms
    .filter(({ view }) => view.answeredBy !== 'committee')
    .map((form) => ({ name: `${rulebook.id} ${form.id}`, rulebook, form, submission: fillIn(rulebook, form) })),
);

const entriesAsked = (rulebook: Rulebook, form: RulebookForm, submission: Submission): AskedEntry[] =>
  entriesOf(asked(questionnaire(rulebook, form), submission));

const without = (entries: readonly AskedEntry[], leftOut: readonly { of: RegExp }[]) =>
  entries.filter(({ path }) => !leftOut.some(({ of }) => of.test(path)));

describe('in a page', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('@kl01/forms/kl01-forms.js')) });
  });
  afterAll(() => browser?.close());

  test.each(cases)('$name', async ({ rulebook, form, submission }) => {
    const { boxes, printed } = await page.evaluate(
      async ({ rulebook, form, type, submission, now }) => {
        const element = document.createElement(`kl01-${type}-form`);
        Object.assign(element, { rulebook, form, now, value: submission });
        document.body.replaceChildren(element);
        await new Promise((done) => element.addEventListener('kl01-ready', done, { once: true }));
        const root = element.shadowRoot!;
        for (let fold; (fold = root.querySelector<HTMLElement>('.fold[aria-expanded=false]'));) {
          fold.click();
          await element.updateComplete;
        }
        const boxes = [
          ...root.querySelectorAll('input, select, textarea, fieldset, td, [role=radiogroup], ul, div, section'),
        ];
        window.dispatchEvent(new Event('beforeprint'));
        const printed = root.querySelector('.printed')!.textContent!;
        window.dispatchEvent(new Event('afterprint'));
        return { boxes: boxes.map(({ id }) => id).filter((id) => id.startsWith('/')), printed };
      },
      { rulebook: rulebook as unknown, form: form.id, type: form.type, submission: submission as unknown, now: NOW },
    );
    const entries = entriesAsked(rulebook, form, submission);
    const there = new Set(boxes);
    expect(
      without(entries, NOT_ON_SCREEN)
        .filter(({ path }) => !there.has(path))
        .map(({ path }) => path),
    ).toEqual([]);
    const text = flat(printed);
    const missing = without(entries, NOT_PRINTED).filter((entry) => !text.includes(wordsOf(entry, submission)));
    expect(missing.map(({ path }) => path)).toEqual([]);
  });
});

describe('in the workbook, and back', () => {
  const offline = cases.filter(
    ({ form }) => form.type === 'nomination' || (form.type === 'report' && form.view.report.tables.length > 0),
  );
  test.each(offline)('$name', async ({ rulebook, form, submission }) => {
    const { bytes } = await exportDocument(rulebook, submission, { document: 'bieu-mau', format: 'xlsx', now: NOW });
    const { submission: back } = await importXlsx(rulebook, bytes, { now: NOW });
    const entries = without(entriesAsked(rulebook, form, submission), NOT_IN_WORKBOOK);
    const lost = entries.filter(
      ({ path }) => JSON.stringify(valueAt(back, path)) !== JSON.stringify(valueAt(submission, path)),
    );
    expect(lost.map(({ path }) => path)).toEqual([]);
  });
});

describe('on the checklist of the dossier', () => {
  const nominations = cases.filter(({ form }) => form.type === 'nomination');
  test.each(nominations)('$name', async ({ rulebook, form, submission }) => {
    const { bytes } = await exportDocument(rulebook, submission, { document: 'ho-so', format: 'zip', now: NOW });
    const files = unzipSync(bytes);
    const checklist = files[Object.keys(files).find((name) => name.startsWith('00-'))!]!;
    const document = strFromU8(unzipSync(checklist)['word/document.xml']!);
    const text = flat(
      document
        .replace(/<w:noBreakHyphen\/>/g, '-')
        .replace(/<\/w:p>/g, ' ')
        .replace(/<[^>]+>/g, ''),
    );
    const entries = without(entriesAsked(rulebook, form, submission), NOT_ON_CHECKLIST);
    const missing = entries.filter(
      (entry) => !text.includes(flat(nameOf(entry))) && !text.includes(wordsOf(entry, submission)),
    );
    expect(missing.map(({ path }) => path)).toEqual([]);
  });
});

/** The answer where it can be told from others, else what was asked. */
function wordsOf(entry: AskedEntry, submission: Submission): string {
  const value = valueAt(submission, entry.path);
  if (entry.type === 'votes') return String((value as { for: number }[])[0]!.for);
  if (typeof value === 'boolean') return flat(entry.cell ? 'X' : textIn(entry.label));
  const words = answerInWords(entry, value);
  return flat(entry.type === 'percent' ? words.replace(/ %$/, '') : words);
}

const nameOf = ({ name, label }: AskedEntry): string => textIn(name ?? label).replace(/[.:?\s]*$/, '');

const flat = (text: string): string => text.replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
