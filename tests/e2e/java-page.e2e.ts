import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../lib/browser.ts';
import { fillTwoNominees } from '../lib/fill-slate.ts';
import { needs } from '../lib/needs.ts';
import { startServedPage, type ServedPage } from '../lib/served-page.ts';
import { openWatched } from '../lib/watched-page.ts';

const IN_TIME = '2023-03-22T08:00:00+07:00';
const TOO_LATE = '2023-04-01T00:00:00+07:00';
const PAPER = '/documents/xac-nhan-nganh-doc';

const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' };

const missing = needs.java();

describe.skipIf(missing)(`the form's post at a handler in Java${missing ? ` – ${missing}` : ''}`, () => {
  let browser: Browser;
  let host: ServedPage;
  let late: ServedPage;
  let page: Page;
  let violations: readonly string[];

  beforeAll(async () => {
    browser = await launchBrowser();
    host = await startServedPage('java', IN_TIME);
    late = await startServedPage('java', TOO_LATE);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    await late?.stop();
  });
  beforeEach(() => open(host));
  afterEach(async () => {
    await page.context().close();
    expect(violations).toEqual([]);
  });

  it('is judged, its files are matched by their SHA-256, and the draft ends', async () => {
    await fillIn();
    await choose('Xác nhận "ngành dọc".txt', 'đã xác nhận\r\n--không phải ranh giới');
    await send(303);
    await page.getByRole('heading', { name: 'Đã nhận hồ sơ' }).waitFor();
    expect(host.accepted.at(-1)).toMatch(/^accepted \S+, files: 1$/);
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('without a file is valid too', async () => {
    await fillIn();
    await send(303);
    expect(host.accepted.at(-1)).toMatch(/, files: 0$/);
  });

  describe('forged, is refused, and the form shows what the server found', () => {
    type Forge = (submission: never) => void;
    const forgeries: [name: string, forge: Forge, rule: string, sentence: RegExp, beside?: string][] = [
      [
        'another group of units',
        (its: { unit: { group: string } }) => void (its.unit.group = 'chi-bo'),
        'unit',
        /Nhóm đơn vị không đúng/,
        '/unit',
      ],
      [
        'another unit',
        (its: { unit: { id: string } }) => void (its.unit.id = 'dang-bo-phuong-so-2'),
        'unit',
        /Đơn vị không đúng với đơn vị đã đăng nhập/,
        '/unit',
      ],
      [
        "another pack's rulebook",
        (its: { rulebook: string }) => void (its.rulebook = 'nam-dinh.tinh-uy.2023@1.0.0'),
        'rulebook',
        /thuộc bộ quy tắc hai-phong\.kien-an\.2023@1\.0\.0/,
      ],
      ['a form that is none', (its: { form: string }) => void (its.form = '<b>'), 'form', /Không có biểu mẫu “<b>”/],
      [
        'a name taken out',
        (its: { nominees: { name: null }[] }) => void (its.nominees[1]!.name = null),
        'required/name',
        /Chưa có thông tin: Họ và tên/,
        '/nominees/1/name',
      ],
      [
        'a value of another type',
        (its: { nominees: { summary: number }[] }) => void (its.nominees[1]!.summary = 7),
        'schema',
        /Tóm tắt thành tích: kiểu dữ liệu không đúng/,
        '/nominees/1/summary',
      ],
    ];
    it.each(forgeries)('%s', async (_name, forge, rule, sentence, beside) => {
      await fillIn();
      await page.evaluate(`window.forge = ${forge.toString()}`);
      await onPost((data) => {
        const submission = JSON.parse(String(data.get('submission'))) as never;
        (Reflect.get(window, 'forge') as Forge)(submission);
        data.set('submission', JSON.stringify(submission));
      });
      await refused(rule, sentence, beside);
    });

    it('after the deadline, whatever the page was made to believe', async () => {
      await page.context().close();
      await open(late);
      await page.evaluate((now) => Reflect.set(document.querySelector('kl01-nomination-form')!, 'now', now), IN_TIME);
      await fillIn();
      await refused('window', /Đã quá thời hạn/);
    });

    it('a file that was not announced', async () => {
      await fillIn();
      await onPost((data) =>
        data.append('submission_files[]', new File(['<script>alert(1)</script>'], '<img src=x>.html')),
      );
      await refused('upload/unannounced', /Tệp “<img src=x>\.html” không được nêu trong biểu mẫu/);
    });

    it('an announced file that did not come', async () => {
      await fillIn();
      await choose('Xác nhận.txt', 'đã xác nhận');
      await onPost((data) => data.delete('submission_files[]'));
      await refused('upload/missing', /Chưa nhận được tệp “Xác nhận\.txt”/, PAPER);
    });

    it('an announced file that came with other bytes', async () => {
      await fillIn();
      await choose('Xác nhận.txt', 'đã xác nhận');
      await onPost((data) => data.set('submission_files[]', new File(['khác'], 'Xác nhận.txt')));
      await refused('upload/missing', /Chưa nhận được tệp “Xác nhận\.txt”/, PAPER);
    });
  });

  it('refused, keeps what was typed and the files, and is sent again when mended', async () => {
    await fillIn();
    await choose('Xác nhận.txt', 'đã xác nhận');
    await onPost((data) => data.set('submission', String(data.get('submission')).replace('Nguyễn Thị Ví Dụ', '')));
    await send(422);
    await page.getByRole('button', { name: '2. ' }).click();
    await field('/nominees/1/name').fill('Nguyễn Thị Ví Dụ');
    await send(303);
    expect(host.accepted.at(-1)).toMatch(/, files: 1$/);
  });

  it('what is no JSON is refused, and the form still holds what was typed', async () => {
    await fillIn();
    await onPost((data) => data.set('submission', '['.repeat(100_000)));
    await send(400);
    await page.getByRole('alert').filter({ hasText: 'Không đọc được nội dung gửi lên' }).waitFor();
    await page.getByRole('button', { name: '2. Nguyễn Thị Ví Dụ' }).waitFor();
  });

  async function open({ address }: ServedPage): Promise<void> {
    ({ page, violations } = await openWatched(browser, address));
  }

  const fillIn = () => fillTwoNominees(page);

  const field = (path: string): Locator => page.locator(`kl01-nomination-form [id="${path}"]`);

  async function choose(name: string, content: string): Promise<void> {
    const input = field(PAPER).locator('input[type=file]').last();
    await input.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await field(PAPER).getByText(name).waitFor();
  }

  /** Changes what the browser is about to post; runs in the page. */
  async function onPost(change: (data: FormData) => void): Promise<void> {
    await page.evaluate(`window.change = ${change.toString()}`);
    await page.evaluate(() => {
      document.querySelector('form')?.addEventListener('formdata', ({ formData }) => {
        (Reflect.get(window, 'change') as (data: FormData) => void)(formData);
      });
    });
  }

  /** Presses the page's own button. */
  async function send(status: number): Promise<void> {
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    expect((await answer).status()).toBe(status);
    await page.waitForLoadState();
  }

  /** Nothing is accepted; the page says why, and so does the form, beside the field where there is one. */
  async function refused(rule: string, sentence: RegExp, beside?: string): Promise<void> {
    const before = host.accepted.length;
    await send(422);
    await page.getByRole('alert').filter({ hasText: 'chưa nhận hồ sơ' }).filter({ hasText: sentence }).waitFor();
    await page.waitForFunction((wanted) => {
      const { findings } = document.querySelector('kl01-nomination-form') as unknown as {
        findings: { rule: string }[];
      };
      return findings.some((finding) => finding.rule === wanted);
    }, rule);
    const summary = page.locator('kl01-nomination-form #summary');
    await summary.getByText(sentence).first().waitFor();
    if (beside) {
      await summary.getByRole('link', { name: sentence }).first().click();
      const problems = page.locator(`kl01-nomination-form [id^="${beside}"][id$="~problems"]`);
      await problems.filter({ hasText: sentence }).waitFor();
    }
    expect(host.accepted.length).toBe(before);
  }
});

describe.skipIf(missing)(`a post made by hand, at a handler in Java${missing ? ` – ${missing}` : ''}`, () => {
  let host: ServedPage;

  beforeAll(async () => {
    host = await startServedPage('java', IN_TIME);
  });
  afterAll(() => host?.stop());

  const posts: [name: string, status: number, body: () => BodyInit, headers?: Record<string, string>][] = [
    ['from a page of another site', 403, () => form('{}'), { Origin: 'http://vi-du.vn' }],
    ['without saying from where', 403, () => form('{}'), {}],
    ['50 MB', 413, () => form(' '.repeat(50_000_000))],
    ['more than 5 MB of submission', 413, () => form(`"${'a'.repeat(5_000_000)}"`)],
    ['21 files', 413, () => form('{}', 21)],
    ['no form at all', 400, () => 'x'],
    [
      'a form that was cut off',
      400,
      () => '--x\r\nContent-Disposition: form-data; name="submission"\r\n\r\n{',
      multipart,
    ],
    ['a part without a name', 400, () => '--x\r\n\r\n{}\r\n--x--\r\n', multipart],
    ['a number beyond all', 400, () => form('{"size":1e400}')],
    ['half of a surrogate pair', 400, () => form('{"name":"\\ud83d"}')],
    ['a text in its place', 422, () => form('"x"')],
    ['another form', 422, () => form('{"rulebook":"hai-phong.kien-an.2023@1.0.0","form":"bao-cao-so-ket","x":null}')],
  ];
  it('without its submission is told what happened', async () => {
    const headers = { Origin: new URL(host.address).origin };
    const response = await fetch(host.address, { method: 'POST', body: new FormData(), headers });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('trang được gửi khi biểu mẫu chưa hiện ra');
  });

  it.each(posts)('is answered: %s', async (_name, status, body, headers) => {
    const origin = new URL(host.address).origin;
    const response = await fetch(host.address, {
      method: 'POST',
      body: body(),
      headers: headers === multipart ? { ...multipart, Origin: origin } : (headers ?? { Origin: origin }),
    });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain('lang="vi"');
    expect((await fetch(host.address)).status).toBe(200);
  });
});

function form(submission: string, files = 0): FormData {
  const data = new FormData();
  data.set('submission', submission);
  for (let index = 0; index < files; index++)
    data.append('submission_files[]', new File([String(index)], `${index}.txt`));
  return data;
}
