/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compile, parsePack } from '@kl01/rules/compile';
import type { Rulebook } from '@kl01/rules';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../src/db.js';
import type { Database } from '../src/db.js';
import { readDirectory } from '../src/directory.js';
import type { Unit } from '../src/directory.js';
import { createStore } from '../src/store.js';
import { AFTERWARDS, CAMPAIGN, COMMITTEE_1, IN_TIME, NOMINATION, nominationOf, REPORT, reportOf } from './campaign.js';
import { onBothDatabases } from './databases.js';
import { openPage } from './portal-page.js';
import type { Browser, Page } from './portal-page.js';
import { openPortal } from './visitor.js';
import type { Visitor } from './visitor.js';

const idOf = ({ headers, body: text }: LightMyRequestResponse): string =>
  /^\/received\/([^?]+)/.exec(String(headers.location))?.[1] ?? `not stored: ${text.slice(0, 200)}`;

/** The same directive after a later document: other dates, fewer individuals for three units, fewer places, parts of the report less. */
function amended(): Rulebook {
  const path = createRequire(import.meta.url).resolve(`@kl01/rules/packs/${CAMPAIGN}.json`);
  const pack = JSON.parse(readFileSync(path, 'utf8'));
  const two = [
    { of: ['collective'], exactly: 1 },
    { of: ['individual'], min: 1, max: 2 },
  ];
  const later = {
    number: '99-CV/BTGTU',
    date: '2023-03-28',
    changes: [
      { element: `${NOMINATION}/windows/nop`, to: { before: '2023-04-12' } },
      { element: `${NOMINATION}/quotas/ba-ca-nhan`, to: { anyOf: [two] } },
      {
        element: 'selections/khen-60',
        to: { counts: [{ of: ['collective', 'individual'], max: 2, allocated: true }] },
      },
      { element: `${REPORT}/outline/i`, withdrawn: true },
      { element: `${REPORT}/tables/t6`, withdrawn: true },
    ],
  };
  return compile(parsePack({ ...pack, version: '1.1.0', amendments: [...pack.amendments, later] }));
}

const [THREE, TWO] = ['huyen-uy-hai-hau', 'huyen-uy-truc-ninh'];

/** A portal whose directive is amended under the hands of those who answer, as by a restart between two requests. */
async function campaign(database: Database) {
  await database.query('truncate submission, content, decision cascade');
  const directory = await readDirectory(IN_TIME);
  const body = directory.body(CAMPAIGN)!;
  const { rulebook } = body;
  const portal = await openPortal(database, IN_TIME, undefined, directory);
  const committee = await portal.visitor(COMMITTEE_1);
  const unitOf = (id: string): Unit => body.units.find((unit) => unit.id === id)!;
  const officerOf = (id: string): Promise<Visitor> => portal.visitor(`${CAMPAIGN}/${id}/1`);
  return {
    portal,
    committee,
    officerOf,
    async amend(at = AFTERWARDS) {
      await committee.post('/clock', { directive: CAMPAIGN, at });
      Object.assign(body, { rulebook: amended() });
    },
    /** By the directive as it was before. */
    async nominate(id: string, revision = 1, individuals?: number) {
      const { submission, files } = nominationOf(rulebook, unitOf(id), individuals);
      return (await officerOf(id)).send({ ...submission, revision }, files);
    },
    async report(id: string, revision = 1) {
      return (await officerOf(id)).send({ ...reportOf(rulebook, unitOf(id), 5), revision });
    },
  };
}

/** What a page says, without its markup and its data. */
const words = ({ body }: LightMyRequestResponse): string =>
  body
    .replace(/<script type="application\/json".*?<\/script>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const STATE = 'Chưa đạt theo văn bản đã sửa đổi';
const TITLE = 'Văn bản đã được sửa đổi sau khi nhận';
const QUOTA = 'Số lượng được đề nghị: 01 tập thể và 01–02 cá nhân. Danh sách hiện có 1 tập thể, 3 cá nhân.';

onBothDatabases('a directive amended while units answer', (database) => {
  let its: Awaited<ReturnType<typeof campaign>>;
  beforeEach(async () => {
    its = await campaign(database());
    return () => its.portal.close();
  });

  it('says of what was accepted and fails now: at the desk, at the unit, to the unit; the rest counts as before', async () => {
    const failing = idOf(await its.nominate(THREE));
    const standing = idOf(await its.nominate(TWO));
    const { committee } = its;
    const desk = async () => words(await committee.get(`/committee/desk?form=${NOMINATION}`));
    expect(await desk()).toContain('2/21 đơn vị phải gửi đã gửi.');
    await its.amend();
    expect(await desk()).toContain('1/21 đơn vị phải gửi đã gửi.');
    expect((await desk()).split(STATE)).toHaveLength(2);
    const ofUnit = words(await committee.get(`/committee/unit?form=${NOMINATION}&unit=${THREE}`));
    for (const said of [TITLE, QUOTA, 'Hãy trả lại đơn vị']) expect(ofUnit).toContain(said);
    const unit = await its.officerOf(THREE);
    for (const url of ['/', `/received/${failing}`]) {
      const page = words(await unit.get(url));
      for (const said of [TITLE, 'Hãy sửa và gửi lại']) expect(page, url).toContain(said);
    }
    // What was found when it came stays as it was found.
    expect(words(await unit.get(`/received/${failing}`))).toContain('khi tiếp nhận Không có lưu ý nào');
    for (const url of ['/', `/received/${standing}`])
      expect(words(await (await its.officerOf(TWO)).get(url)), url).not.toContain(TITLE);
    expect(words(await committee.get(`/committee/unit?form=${NOMINATION}&unit=${TWO}`))).not.toContain(TITLE);
    // Mended, it counts again, by the date that was moved.
    expect((await its.nominate(THREE, 2)).statusCode).toBe(422);
    expect((await its.nominate(THREE, 2, 2)).statusCode).toBe(303);
    expect(await desk()).toContain('2/21 đơn vị phải gửi đã gửi.');
    expect(await desk()).not.toContain(STATE);
  });

  it('lets what was given back come again as of its first arrival, by the new rules', async () => {
    const id = idOf(await its.nominate(THREE));
    await its.amend('2023-04-20T08:00:00+07:00');
    const { committee } = its;
    await committee.get(`/committee/unit?form=${NOMINATION}&unit=${THREE}`);
    const returned = await committee.post('/committee/return', {
      form: NOMINATION,
      period: '',
      seen: '0',
      unit: THREE,
      submission: id,
      reason: 'Nay chỉ còn 02 cá nhân.',
      until: '17:00 25/4/2023',
    });
    expect(returned.statusCode).toBe(303);
    // Given back, it is said once what is to be done.
    expect(words(await committee.get(`/committee/unit?form=${NOMINATION}&unit=${THREE}`))).not.toContain(TITLE);
    expect((await its.nominate(THREE, 2)).statusCode).toBe(422);
    expect((await its.nominate(THREE, 2, 2)).statusCode).toBe(303);
    const [latest] = await createStore(database()).latestOfAll(CAMPAIGN, { unit: THREE });
    expect(latest?.findings.filter(({ rule }) => rule === 'window')).toEqual([]);
  });

  it('shows a report that was begun before again, without the parts that went, which are said', async () => {
    const id = idOf(await its.report(THREE));
    await its.amend();
    const refused = await its.report(TWO);
    expect(refused.statusCode).toBe(422);
    const said = words(refused);
    for (const part of ['Văn bản đã được sửa đổi trong lúc đang điền', 'Huyện uỷ Trực Ninh đã lãnh đạo, chỉ đạo.'])
      expect(said).toContain(part);
    const { posted } = JSON.parse(/id="kl01-data">(.*?)<\/script>/s.exec(refused.body)![1]!);
    expect([posted.sections.i, posted.tables.t6, posted.sections['ii-1']]).toEqual([undefined, undefined, 'Nội dung.']);
    // What was sent before still counts, and what it had beyond today's form can be read.
    const stored = words(await its.committee.get(`/received/${id}`));
    for (const part of ['Nội dung không còn chỗ trong mẫu mới', 'Huyện uỷ Hải Hậu đã lãnh đạo, chỉ đạo.'])
      expect(stored).toContain(part);
    expect(stored).not.toContain(TITLE);
    expect(words(await its.committee.get(`/committee/consolidated?form=${REPORT}`))).toContain('báo cáo của 1 đơn vị');
  });

  it.each<[string, (submission: Record<string, unknown>) => object]>([
    ['of this version', (submission) => ({ ...submission, rulebook: `${CAMPAIGN}@1.1.0` })],
    ['misshapen besides', (submission) => ({ ...submission, answers: 'đúng' })],
  ])('refuses plainly what no amendment explains: %s', async (_what, change) => {
    await its.amend();
    const { rulebook } = (await readDirectory()).body(CAMPAIGN)!;
    const submission = reportOf(rulebook, { id: TWO!, group: 'huyen-uy', name: 'Huyện uỷ Trực Ninh' }, 5);
    const refused = await (await its.officerOf(TWO!)).send(change({ ...submission }));
    expect([refused.statusCode, words(refused).includes('Không nhận được biểu mẫu này')]).toEqual([422, true]);
  });

  it('takes no other pick while more stand than its places are now, but lets each be taken back', async () => {
    await its.nominate(TWO, 1, 2);
    await its.nominate('huyen-uy-nam-truc', 1, 2);
    const pick = async (seen: number, ...nominees: string[]) => {
      const picks = nominees.map((nominee) => ({ unit: nominee.replace(/-\d$/, ''), nominee }));
      await its.committee.get(`/committee/desk?form=${NOMINATION}`);
      const answer = await its.committee.post('/committee/picks', {
        form: NOMINATION,
        period: '',
        seen: String(seen),
        selection: 'khen-60',
        picks: JSON.stringify(picks),
      });
      return answer.statusCode;
    };
    const three = [`${TWO}-0`, `${TWO}-1`, `${TWO}-2`];
    expect(await pick(0, ...three, 'huyen-uy-nam-truc-0')).toBe(200);
    await its.amend();
    expect(await pick(1, ...three, 'huyen-uy-nam-truc-1')).toBe(422);
    expect(await pick(1, ...three)).toBe(200);
    expect(await pick(2, `${TWO}-0`, `${TWO}-1`, 'huyen-uy-nam-truc-1')).toBe(422);
    expect(await pick(2)).toBe(200);
  });
});

describe('in a browser that was open before the amendment', () => {
  let database: Database;
  let its: Awaited<ReturnType<typeof campaign>>;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];
  beforeAll(async () => void (database = await openDatabase({})));
  afterAll(() => database.close());
  beforeEach(async () => {
    its = await campaign(database);
    ({ browser, page, faults } = await openPage(its.portal, { patience: 15_000, refusals: '422' }));
    return async () => {
      await browser.close();
      await its.portal.close();
    };
  });

  const signIn = async (officer: string) => {
    await page.goto(`/sign-in?directive=${CAMPAIGN}`);
    await page.selectOption('#officer', officer);
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Đăng nhập' }).click()]);
  };
  const form = () => page.locator('kl01-report-form:not(.kl01-forget)');
  const write = async (section: string, text: string) => {
    await form().locator(`[id="/sections/${section}"]`).fill(text);
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })), PATIENTLY).toContain(text);
  };

  it('a draft is there again in the new form, and what has no place any more can be read', async () => {
    await signIn(`${CAMPAIGN}/${TWO}/1`);
    await page.goto(`/forms/${REPORT}`);
    await write('i', 'Đã ban hành 12 văn bản.');
    await write('ii-1', 'Đã tổ chức 30 lớp học tập.');
    await its.amend(IN_TIME);
    await page.reload();
    await form().getByText('Đã ban hành 12 văn bản.').waitFor();
    await form().getByText('Những nội dung không còn chỗ').waitFor();
    expect(await form().locator('[id="/sections/ii-1"]').inputValue()).toBe('Đã tổ chức 30 lớp học tập.');
    expect(await form().locator('[id="/sections/i"]').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('what is sent from the page as it was comes back in the new form', async () => {
    await signIn(`${CAMPAIGN}/${TWO}/1`);
    await page.goto(`/forms/${REPORT}`);
    await write('i', 'Đã ban hành 12 văn bản.');
    await write('ii-1', 'Đã tổ chức 30 lớp học tập.');
    await its.amend(IN_TIME);
    // Unfinished, it would be held back in the page: the server is what is tried here.
    await page.evaluate(() => {
      const all = document.querySelector<HTMLFormElement>('form[enctype]')!;
      const posted = new FormData(all);
      posted.set(
        'submission',
        JSON.stringify(document.querySelector<HTMLElement & { value: object }>('kl01-report-form')!.value),
      );
      const copy = document.createElement('form');
      Object.assign(copy, { method: 'post', action: '/submissions', enctype: 'multipart/form-data', id: 'copy' });
      for (const [name, value] of posted) {
        const box = document.createElement('input');
        Object.assign(box, { type: 'hidden', name, value: String(value) });
        copy.append(box);
      }
      document.body.append(copy);
    });
    await Promise.all([
      page.waitForNavigation(),
      page.evaluate(() => document.querySelector<HTMLFormElement>('#copy')!.submit()),
    ]);
    await page.getByText('Văn bản đã được sửa đổi trong lúc đang điền').waitFor();
    expect(await page.locator('main .alert').first().innerText()).toContain('Đã ban hành 12 văn bản.');
    await expect
      .poll(() => form().locator('[id="/sections/ii-1"]').inputValue(), PATIENTLY)
      .toBe('Đã tổ chức 30 lớp học tập.');
  });

  it('a pick beyond the places as they are now goes back, with the clause; the second of two officers is told who was first', async () => {
    await its.nominate(TWO, 1, 2);
    await signIn(COMMITTEE_1);
    await page.goto(`/committee/review?form=${NOMINATION}`);
    const other = await browser.newContext({
      baseURL: new URL(page.url()).origin,
      storageState: await page.context().storageState(),
    });
    const second = await other.newPage();
    await second.goto(page.url());
    const boxes = (of: Page) => of.locator('kl01-review-board .candidate input[type=checkbox]');
    const stored = async () =>
      (await database.query<{ picks: string }>('select body as picks from decision order by version desc limit 1'))[0];
    for (const of of [page, second]) await boxes(of).nth(2).waitFor();
    await boxes(page).nth(0).check();
    await expect.poll(async () => JSON.parse((await stored())?.picks ?? '{}').picks?.length, PATIENTLY).toBe(1);
    await boxes(second).nth(1).click();
    await second.getByText('vừa thay đổi danh sách chọn; lựa chọn vừa rồi chưa được ghi').waitFor();
    await expect
      .poll(() => Promise.all([0, 1].map((at) => boxes(second).nth(at).isChecked())), PATIENTLY)
      .toEqual([true, false]);
    await its.amend(IN_TIME);
    await boxes(page).nth(1).click();
    await page.locator('#told').getByText('chỉ còn 0. (99-CV/BTGTU)').waitFor();
    await expect.poll(() => boxes(page).nth(1).isChecked(), PATIENTLY).toBe(false);
    await other.close();
  });
});

/** What an element does in its own time is waited for by what comes of it. */
const PATIENTLY = { timeout: 15_000 };
