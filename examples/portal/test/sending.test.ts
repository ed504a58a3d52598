/// <reference lib="dom" />
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../src/db.js';
import type { Database } from '../src/db.js';
import { readDirectory } from '../src/directory.js';
import { AFTERWARDS, CAMPAIGN, IN_TIME, REPORT, reportOf } from './campaign.js';
import { openPage } from './portal-page.js';
import type { Browser, Page } from './portal-page.js';
import { openPortal } from './visitor.js';
import type { TestPortal } from './visitor.js';

const directory = await readDirectory(IN_TIME);
const body = directory.body(CAMPAIGN)!;
const unit = body.units.find(({ id }) => id === 'huyen-uy-hai-hau')!;
const OFFICER = `${CAMPAIGN}/${unit.id}/1`;

describe('sending from a page that stays where it is', () => {
  let database: Database;
  let portal: TestPortal;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    database = await openDatabase({});
    portal = await openPortal(database, IN_TIME, undefined, directory);
    ({ browser, page, faults } = await openPage(portal, { patience: 20_000, refusals: '' }));
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await database?.close();
  });

  const form = () => page.locator('kl01-report-form');
  const section = () => form().locator('[id="/sections/i"]');
  const button = () => page.locator('form[data-send] button[type=submit]');
  const said = () => page.locator('#send-failed');
  const isKept = () => page.evaluate(() => Object.values(localStorage).some((each) => each.includes('Gõ rồi mới gửi')));
  const signIn = async () => {
    await page.goto(`/sign-in?directive=${CAMPAIGN}`);
    await page.selectOption('#officer', OFFICER);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL('**/');
  };
  /** A report that may be sent, the officer at work on it. */
  const fillIn = async () => {
    await page.goto(`/forms/${REPORT}`);
    await section().waitFor();
    await page.evaluate(
      (value) => {
        const element = document.querySelector('kl01-report-form')!;
        Object.assign(element, { value });
      },
      reportOf(body.rulebook, unit, 3) as unknown as Record<string, unknown>,
    );
    await section().fill('Gõ rồi mới gửi.');
    await expect.poll(isKept).toBe(true);
  };

  beforeEach(async () => {
    await page.unrouteAll();
    await page.context().clearCookies();
    await signIn();
    await fillIn();
  });

  it.each<[trouble: string, status: number | null, sentence: string]>([
    ['nobody answers', null, 'không kết nối được với máy chủ'],
    ['a gateway answers for the server', 502, 'máy chủ đang gặp sự cố'],
    ['the server is in trouble', 503, 'máy chủ đang gặp sự cố'],
  ])('%s: says so, keeps everything, and sends it again', async (_trouble, status, sentence) => {
    await page.route('**/submissions', (route) =>
      status === null ? route.abort('connectionrefused') : route.fulfill({ status, body: '<html>Bad Gateway' }),
    );
    await button().click();
    await said().getByText(sentence).waitFor();
    expect(page.url()).toContain(`/forms/${REPORT}`);
    expect(await section().inputValue()).toBe('Gõ rồi mới gửi.');
    expect(await isKept()).toBe(true);
    expect(await button().textContent()).toContain('Gửi');
    await page.unrouteAll();
    let posts = 0;
    page.on('request', (request) => (posts += request.method() === 'POST' ? 1 : 0));
    await button().dblclick();
    await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor();
    expect(posts).toBe(1);
    await database.query('truncate submission cascade');
  });

  it('the session is lost: leads to where one signs in, and back to the form with what was typed', async () => {
    await page.context().clearCookies();
    await button().click();
    await said().getByText('Phiên làm việc đã hết').waitFor();
    await said().getByRole('link').click();
    await page.selectOption('#officer', OFFICER);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL(`**/forms/${REPORT}`);
    await expect.poll(() => section().inputValue()).toBe('Gõ rồi mới gửi.');
  });

  it('a colleague has sent meanwhile: shows the page that says so', async () => {
    const colleague = await portal.visitor(OFFICER);
    await colleague.send(reportOf(body.rulebook, unit, 9));
    await button().click();
    await page.getByRole('heading', { name: 'Bản này chưa được tính' }).waitFor();
    await database.query('truncate submission cascade');
  });

  it('the time runs out: says what the server found, in one place, with a link', async () => {
    const committee = await portal.visitor(`${CAMPAIGN}/committee`);
    expect((await committee.post('/clock', { directive: CAMPAIGN, at: AFTERWARDS })).statusCode).toBe(303);
    const lock = { form: REPORT, period: '', seen: '0', locked: 'true' };
    expect((await committee.post('/committee/lock', lock)).statusCode).toBe(303);
    await button().click();
    await form().getByText('Máy chủ kiểm tra và chưa nhận: 1 nội dung cần sửa').waitFor();
    expect(await form().locator('#summary a').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id)).toBe('summary');
    expect(await page.getByText('Nơi nhận có ý kiến').count()).toBe(0);
    expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);

    // Who opens it now may read, copy and print what was typed, and is promised nothing.
    await page.reload();
    await page.getByText('Biểu mẫu đã đóng').first().waitFor();
    await expect.poll(() => section().inputValue()).toBe('Gõ rồi mới gửi.');
    expect(await section().evaluate((box) => (box as HTMLTextAreaElement).readOnly)).toBe(true);
    expect(await button().count()).toBe(0);
    expect(await page.getByText('trước khi gửi').count()).toBe(0);
    expect(await isKept()).toBe(true);
    // In all of this no rule of the policy was broken.
    expect(faults.filter((fault) => !fault.includes('Failed to load resource'))).toEqual([]);
  });
});
