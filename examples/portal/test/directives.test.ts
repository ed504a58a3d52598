import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { completeCase } from '@kl01/rules/authoring';
import type { Submission } from '@kl01/rules';
import type { PackCase, SubmissionCase } from '@kl01/rules/authoring';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askedOf, isPersonal } from '../src/asked.js';
import { openDatabase } from '../src/db.js';
import type { Database } from '../src/db.js';
import { readDirectory } from '../src/directory.js';
import type { Body, Unit } from '../src/directory.js';
import { createStore } from '../src/store.js';
import { entryOf, openPortal, pdf } from './visitor.js';
import type { TestPortal, Upload } from './visitor.js';

/** Nothing here names a directive: a sixth one, added to `data/`, is tried in the same way. */
const { bodies } = await readDirectory();

let database: Database;
let portal: TestPortal;
beforeAll(async () => void (database = await openDatabase({})));
afterAll(() => database.close());
beforeEach(async () => {
  await database.query('truncate submission, content cascade');
  portal = await openPortal(database);
  return () => portal.close();
});

describe('the front page', () => {
  it('offers every directive, the latest first, each with its own sign-in', async () => {
    const { body } = await (await portal.visitor()).get('/');
    expect([...body.matchAll(/href="\/sign-in\?directive=([^"]+)"/g)].map(([, id]) => id)).toEqual(
      bodies.map(({ rulebook }) => rulebook.id),
    );
    for (const { rulebook } of bodies) expect(body).toContain(rulebook.directive.number);
  });

  it('is where an unknown directive leads to', async () => {
    const stranger = await portal.visitor();
    for (const id of ['', 'khong-co', 'constructor', '__proto__'])
      expect((await stranger.get(`/sign-in?directive=${id}`)).headers.location).toBe('/');
  });
});

describe.each(bodies.map((body) => ({ id: body.rulebook.id, body })))('$id', ({ body }) => {
  const { rulebook, units } = body;

  it('has a unit of every group, every named unit, and the committee, to sign in as', async () => {
    const page = (await (await portal.visitor()).get(`/sign-in?directive=${rulebook.id}`)).body;
    for (const { id } of rulebook.units) expect(page).toContain(`value="${rulebook.id}/${id}/1"`);
    expect(page).toContain(`value="${rulebook.id}/committee"`);
    const answering = rulebook.unitGroups.filter(
      ({ id }) => askedOf(rulebook, { id: 'x', group: id, name: 'x' }).length,
    );
    expect(units.map(({ group }) => group)).toEqual(expect.arrayContaining(answering.map(({ id }) => id)));
    for (const { name, group } of units) expect([name, group]).not.toContain('');
  });

  it.each(unitOfEachGroup(body))('shows a unit of $group its forms and periods, each in its element', async (unit) => {
    const officer = await portal.visitor(`${rulebook.id}/${unit.id}/1`);
    await officer.post('/clock', { directive: rulebook.id, at: `${rulebook.directive.date}T08:00:00+07:00` });
    const { body: list } = await officer.get('/');
    for (const { form, period } of askedOf(rulebook, unit)) {
      const address = `/forms/${form.id}${period ? `?period=${period.id}` : ''}`;
      const page = await officer.get(address);
      expect(page.statusCode, address).toBe(200);
      expect(page.body).toContain(`<kl01-${form.type}-form`);
      if (period) expect(page.body).toContain(`period="${period.id}"`);
      expect(list).toContain(`href="${address}"`);
    }
  });

  it('sets its clock, and no other’s, for everybody, and says so on every page', async () => {
    const visitor = await portal.visitor();
    await visitor.get(`/clock?directive=${rulebook.id}`);
    const set = await visitor.post('/clock', { directive: rulebook.id, local: '2030-02-28T23:45' });
    expect(set.statusCode).toBe(303);
    expect((await visitor.get(String(set.headers.location))).body).toContain('23:45, thứ Năm, ngày 28/02/2030');
    const committee = await portal.visitor(`${rulebook.id}/committee`);
    expect((await committee.get('/received')).body).toContain('23:45, thứ Năm, ngày 28/02/2030');
    expect((await visitor.get('/')).body.match(/ngày 28\/02\/2030/g)).toHaveLength(1);
  });

  it('offers the beginning and the end of its windows to set the clock to, which opens and closes them', async () => {
    const visitor = await portal.visitor();
    const page = (await visitor.get(`/clock?directive=${rulebook.id}`)).body;
    const offered = [...page.matchAll(/name="at"\s+value="([^"]+)"/g)].map(([, at]) => at ?? '');
    expect(offered.length).toBeGreaterThanOrEqual(3);
    for (const at of offered)
      expect((await visitor.post('/clock', { directive: rulebook.id, at })).statusCode).toBe(303);
  });

  it.each(['', '2023-02-29T08:00', '25:00', '2023-03-22T08:00+07:00', "'; drop table"])(
    'refuses to set the clock to “%s”, and shows what was typed',
    async (local) => {
      const visitor = await portal.visitor();
      await visitor.get(`/clock?directive=${rulebook.id}`);
      const answer = await visitor.post('/clock', { directive: rulebook.id, local });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('aria-invalid="true"');
    },
  );

  it.each(validCases(body))('takes “$name”', async ({ now, submission, files, unit }) => {
    const officer = await portal.visitor(`${rulebook.id}/${unit.id}/1`);
    await officer.post('/clock', { directive: rulebook.id, at: now });
    const sent = await officer.send(submission, files);
    expect(sent.statusCode, sent.body).toBe(303);
    expect((await officer.get(String(sent.headers.location))).statusCode).toBe(200);
    const received = await createStore(database).latestOfAll(rulebook.id, { form: submission.form });
    expect(received.map((one) => [one.unit, one.period])).toEqual([[unit.id, submission.period ?? '']]);
    expect((await (await portal.visitor(`${rulebook.id}/committee`)).get('/received')).body).toContain(received[0]?.id);
  });
});

function unitOfEachGroup({ units }: Body): Unit[] {
  return [...new Map(units.map((unit) => [unit.group, unit])).values()];
}

interface ValidCase {
  name: string;
  now: string;
  submission: Submission;
  files: Upload[];
  unit: Unit;
}

/** The first valid case of each form and period, as a unit of the demonstration sends it: with real files for those it announces. */
function validCases({ rulebook, units }: Body): ValidCase[] {
  const seen = new Set<string>();
  return casesOf(rulebook.id).flatMap((entry) => {
    const submission = completeCase(rulebook, entry) as unknown as Submission;
    const place = `${entry.form} ${submission.period ?? ''}`;
    const { id, group } = submission.unit ?? {};
    const unit = units.find((one) => one.id === id) ?? units.find((one) => one.group === group);
    const form = rulebook.forms.find((one) => one.id === entry.form);
    if (!entry.expect.valid || !unit || !form || seen.has(place)) return [];
    // A person's plan is sent by that person: plans.test.ts.
    if (isPersonal(form)) return [];
    seen.add(place);
    const files: Upload[] = [];
    const withFiles = withRealFiles(submission, files) as Submission;
    const own = { ...withFiles, unit: { ...withFiles.unit, id: unit.id, group: unit.group, name: unit.name } };
    return [{ name: entry.name, now: entry.now, submission: own, files, unit }];
  });
}

function casesOf(id: string): SubmissionCase[] {
  const path = createRequire(import.meta.url).resolve(`@kl01/rules/packs/${id}.cases.json`);
  const cases: PackCase[] = JSON.parse(readFileSync(path, 'utf8'));
  return cases.filter((entry): entry is SubmissionCase => 'submission' in entry);
}

function withRealFiles(value: unknown, files: Upload[]): unknown {
  if (Array.isArray(value)) return value.map((each) => withRealFiles(each, files));
  if (value === null || typeof value !== 'object') return value;
  if ('sha256' in value && 'size' in value) {
    const file = { name: `Tệp ${files.length + 1}.pdf`, bytes: pdf(String(files.length)) };
    files.push(file);
    return entryOf(file);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withRealFiles(each, files)]));
}
