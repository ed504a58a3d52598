/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { completeCase } from '@kl01/rules/authoring';
import type { Finding, Rulebook, RulebookForm, Submission } from '@kl01/rules';
import type { PackCase, SubmissionCase } from '@kl01/rules/authoring';
import { launchBrowser } from '@kl01/tests/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../src/db.js';
import type { Database } from '../src/db.js';
import { readDirectory } from '../src/directory.js';
import { fieldsOf } from '../src/submission-fields.js';
import { openPortal } from './visitor.js';
import type { TestPortal } from './visitor.js';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;
type FormElement = HTMLElement & {
  value: Submission;
  findings: readonly Finding[];
  updateComplete: Promise<unknown>;
};

const { bodies } = await readDirectory();
const near = createRequire(import.meta.url);
const casesOf = ({ id }: Rulebook): PackCase[] =>
  JSON.parse(readFileSync(near.resolve(`@kl01/rules/packs/${id}.cases.json`), 'utf8'));

/** A valid submission of each form, by a unit of each group that has one. */
function submissionsOf(rulebook: Rulebook, form: RulebookForm): Submission[] {
  const valid = casesOf(rulebook)
    .filter((entry): entry is SubmissionCase => 'submission' in entry && entry.form === form.id && entry.expect.valid)
    .map((entry) => completeCase(rulebook, entry) as unknown as Submission);
  const groups = [...new Set(valid.map(({ unit }) => unit.group))];
  return groups.flatMap((group) => valid.find(({ unit }) => unit.group === group) ?? []);
}

describe('what the committee says of a field stands beside that field in the unit’s form', () => {
  let database: Database;
  let portal: TestPortal;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    database = await openDatabase({});
    portal = await openPortal(database);
    await portal.app.listen({ port: 0, host: '127.0.0.1' });
    browser = await launchBrowser();
    // The policy keeps scripts of others out; here the test puts the form into a page.
    page = await browser.newPage({ bypassCSP: true });
    await page.goto(`http://127.0.0.1:${(portal.app.server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ url: '/assets/forms/kl01-forms.js' });
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await database?.close();
  });

  const tried = bodies.flatMap(({ rulebook }) =>
    rulebook.forms
      .filter(({ view }) => view.answeredBy !== 'committee')
      .flatMap((form) =>
        submissionsOf(rulebook, form).map((submission) => ({
          name: `${rulebook.directive.number}, ${form.id}, ${submission.unit.group}`,
          rulebook,
          form,
          submission,
        })),
      ),
  );

  it.each(tried)('$name', async ({ rulebook, form, submission }) => {
    const groups = fieldsOf(rulebook, form, submission);
    const paths = groups.flatMap(({ fields }) => fields.map(({ path }) => path));
    expect(new Set(paths).size, 'each place once').toBe(paths.length);
    const findings = paths.map((path, at): Finding => ({
      rule: 'return',
      severity: 'error',
      path,
      message: `Ý kiến số ${at}.`,
      params: { place: `Chỗ số ${at}` },
    }));
    const { beside, summary } = await page.evaluate(
      async ({ tag, attributes, value, given }) => {
        const element = document.createElement(tag) as FormElement;
        for (const [name, attribute] of attributes) element.setAttribute(name, attribute);
        element.value = value as Submission;
        element.findings = given as readonly Finding[];
        document.body.replaceChildren(element);
        await new Promise((done) => element.addEventListener('kl01-ready', done, { once: true }));
        const root = element.shadowRoot!;
        for (let fold; (fold = root.querySelector<HTMLElement>('.fold[aria-expanded=false]'));) {
          fold.click();
          await element.updateComplete;
        }
        const text = (each: Element) => each.textContent!.replace(/\s+/g, ' ').trim();
        return {
          beside: [...root.querySelectorAll('.problem')].map(text),
          summary: [...root.querySelectorAll('.summary li a')].map(text),
        };
      },
      {
        tag: `kl01-${form.type}-form`,
        attributes: [
          ['rulebook', `/rulebooks/${rulebook.id}.json`],
          ['form', form.id],
          ['unit-id', submission.unit.id ?? ''],
          ['unit-group', submission.unit.group ?? ''],
          ['now', '2023-03-01T08:00:00+07:00'],
          ...(submission.period ? [['period', submission.period]] : []),
        ] as [string, string][],
        value: submission as unknown,
        given: findings as unknown,
      },
    );
    const without = findings.filter(({ message }) => !beside.some((words) => words.includes(message)));
    expect(without.map(({ path }) => path)).toEqual([]);
    expect(summary[0]).toMatch(/^Chỗ số \d+: Ý kiến số \d+\.$/);
  });
});
