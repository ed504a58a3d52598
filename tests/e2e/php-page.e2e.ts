import { createHash } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../lib/browser.ts';
import { fillTwoNominees } from '../lib/fill-slate.ts';
import { needs } from '../lib/needs.ts';
import { startPhpPage, type PhpPage } from '../lib/php-page.ts';
import { openWatched } from '../lib/watched-page.ts';

const IN_TIME = '2023-03-22T08:00:00+07:00';
const TOO_LATE = '2023-04-01T00:00:00+07:00';
const NOT_RECEIVED = 'Hồ sơ chưa được nhận.';
const PROOF = '/nominees/1/documents/minh-chung';

const missing = needs.php();

describe.skipIf(missing)(`the form's post at a page in PHP${missing ? ` – ${missing}` : ''}`, () => {
  let browser: Browser;
  let host: PhpPage;
  let page: Page;
  let violations: readonly string[];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(() => start(IN_TIME));
  afterEach(async () => {
    await page.context().close();
    await host.stop();
    expect(violations).toEqual([]);
  });

  it('is judged, its files are matched by their SHA-256, and it is stored', async () => {
    await fillIn();
    await chooseProof('Minh chứng.txt', 'đã làm');
    await send();
    await page.getByRole('heading', { name: 'Đã nhận hồ sơ' }).waitFor();
    await page.getByText('Bản số 1, kèm theo 1 tệp.').waitFor();
    expect(await host.stored()).toMatchObject({ revision: 1, unit: { id: 'dang-bo-phuong-so-1', group: 'dang-bo' } });
    expect(await host.files()).toEqual({ [sha256('đã làm')]: 'đã làm' });
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);

    // It comes back as what is to be sent next; the file is the server's and is not sent again.
    await page.goto(host.address);
    await page.getByRole('button', { name: '2. Nguyễn Thị Ví Dụ' }).click();
    await field('/nominees/1/summary').fill('Viết lại.');
    await send();
    await page.getByText('Bản số 2, kèm theo 1 tệp.').waitFor();
  });

  describe('forged, is refused, and the form shows what the server found', () => {
    type Forge = (submission: Record<string, never>) => void;
    const contents: [name: string, forge: Forge, rule: string, sentence: RegExp, beside?: string][] = [
      ['another group of units', (its) => set(its, 'unit', 'group', 'chi-bo'), 'unit', /đơn vị/i, '/unit'],
      ['another unit', (its) => set(its, 'unit', 'id', 'dang-bo-phuong-so-2'), 'unit', /đơn vị/i, '/unit'],
      [
        "another pack's rulebook",
        (its) => Object.assign(its, { rulebook: 'nam-dinh.tinh-uy.2023@1.0.0' }),
        'rulebook',
        /bộ quy tắc hai-phong\.kien-an\.2023@1\.0\.0/,
      ],
      ['a form that is none', (its) => Object.assign(its, { form: 'de-nghi' }), 'form', /Không có biểu mẫu “de-nghi”/],
      [
        'a name taken out',
        (its) => set(its, 'nominees', 1, 'name', null),
        'required/name',
        /Chưa có thông tin/,
        '/nominees/1/name',
      ],
      [
        'a value of another type',
        (its) => set(its, 'nominees', 1, 'summary', 7),
        'schema',
        /Tóm tắt thành tích.*: kiểu dữ liệu không đúng/,
      ],
    ];
    it.each(contents)('%s', async (_name, forge, rule, sentence, beside) => {
      await fillIn();
      await page.evaluate(`window.forge = ${forge.toString()}; window.set = ${set.toString()}`);
      await page.evaluate(() => {
        document.querySelector('form')?.addEventListener('formdata', ({ formData }) => {
          const submission = JSON.parse(String(formData.get('submission'))) as Record<string, never>;
          (Reflect.get(window, 'forge') as Forge)(submission);
          formData.set('submission', JSON.stringify(submission));
        });
      });
      await send(422);
      await refused(rule, sentence);
      if (beside) await seenBeside(beside, sentence);
    });

    it('a deadline that the page was made to forget', async () => {
      await restart(TOO_LATE);
      await page.evaluate((now) => Reflect.set(document.querySelector('kl01-nomination-form')!, 'now', now), IN_TIME);
      await fillIn();
      await send(422);
      await refused('window', /Đã quá thời hạn/);
    });

    it('a file that was not announced', async () => {
      await fillIn();
      await page.evaluate(() => {
        document.querySelector('form')?.addEventListener('formdata', ({ formData }) => {
          formData.append('submission_files[]', new File(['<script>alert(1)</script>'], '<img src=x>.html'));
        });
      });
      await send(422);
      await refused('upload/unannounced', /Tệp <img src=x>\.html không có tên trong hồ sơ/);
      expect(await host.files()).toEqual({});
    });

    it.each([
      ['did not come', (): void => undefined],
      ['came with other bytes', (data: FormData) => data.append('submission_files[]', new File(['khác'], 'a.txt'))],
    ])('an announced file that %s', async (_name, instead) => {
      await fillIn();
      await chooseProof('Minh chứng.txt', 'đã làm');
      await page.evaluate(`window.instead = ${instead.toString()}`);
      await page.evaluate(() => {
        document.querySelector('form')?.addEventListener('formdata', ({ formData }) => {
          formData.delete('submission_files[]');
          (Reflect.get(window, 'instead') as (data: FormData) => void)(formData);
        });
      });
      await send(422);
      const sentence = /Máy chủ chưa nhận được tệp Minh chứng\.txt/;
      await refused('upload/missing', sentence);
      await seenBeside(PROOF, sentence);
    });

    it('what is no JSON, and the form still holds what was typed', async () => {
      await fillIn();
      await page.evaluate(() => {
        document.querySelector('form')?.addEventListener('formdata', ({ formData }) => {
          formData.set('submission', `{"form":${'['.repeat(100_000)}`);
        });
      });
      await send(400);
      await page.getByText('Nội dung gửi lên không đọc được').waitFor();
      await page.getByText('Đã khôi phục nội dung đang soạn').waitFor();
      await page.getByRole('button', { name: '2. Nguyễn Thị Ví Dụ' }).click();
      expect(await field('/nominees/1/name').inputValue()).toBe('Nguyễn Thị Ví Dụ');
    });
  });

  it('refused for one thing, is sent again without the files that came the first time', async () => {
    await fillIn();
    await chooseProof('Minh chứng.txt', 'đã làm');
    await page.evaluate(() => {
      document.querySelector('form')?.addEventListener('formdata', ({ formData }) => {
        formData.set('submission', String(formData.get('submission')).replaceAll('Gương mẫu.', ' '));
      });
    });
    await send(422);
    await refused('schema', /Tóm tắt thành tích/);
    for (const [index, button] of ['1. Chi bộ Tổ dân phố Một', '2. Nguyễn Thị Ví Dụ'].entries()) {
      await page.getByRole('button', { name: button }).click();
      await field(`/nominees/${index}/summary`).fill('Gương mẫu.');
    }
    let bodyBytes = 0;
    page.on('request', (request) => (bodyBytes += request.postDataBuffer()?.includes('đã làm') ? 1 : 0));
    await send();
    await page.getByText('Bản số 1, kèm theo 1 tệp.').waitFor();
    expect(bodyBytes).toBe(0);
  });

  it('is refused when the unit has sent another meanwhile, and both are kept', async () => {
    const colleague = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
    await colleague.goto(host.address);
    await fillIn(colleague);
    await fillIn();
    await field('/nominees/1/name').fill('Trần Văn Khác');
    await send();
    await page.getByText('Bản số 1, kèm theo').waitFor();

    await colleague.getByRole('button', { name: 'Gửi', exact: true }).click();
    await colleague.getByText('Đơn vị đã gửi một bản khác').waitFor();
    expect((await host.stored())?.nominees?.map(({ name }) => name)).toEqual([
      'Chi bộ Tổ dân phố Một',
      'Trần Văn Khác',
    ]);
    // The form asks which of the two to go on with.
    await colleague.getByRole('button', { name: 'Trần Văn Khác Cá nhân' }).waitFor();
    await colleague.getByText('Trên máy này còn một bản nháp').waitFor();
    await colleague.getByRole('button', { name: 'Dùng bản nháp' }).click();
    await colleague.getByRole('button', { name: 'Nguyễn Thị Ví Dụ Cá nhân' }).waitFor();
    await colleague.getByRole('button', { name: 'Gửi', exact: true }).click();
    await colleague.getByText('Bản số 2, kèm theo').waitFor();
    await colleague.context().close();
  });

  describe("PHP's own limits are told before anything is sent", () => {
    const limits: [name: string, sizes: number[], sentence: RegExp][] = [
      ['2 MB a file', [2 * 1024 * 1024 + 1], /Tệp 0\.pdf có dung lượng .*quá mức cho phép là 2/],
      ['8 MB a post', new Array<number>(5).fill(2 * 1024 * 1024 - 1), /Tổng dung lượng hồ sơ là .*quá mức cho phép/],
      ['20 files a post', new Array<number>(21).fill(10), /Có 21 tệp, quá số cho phép là 20 tệp/],
    ];
    it.each(limits)('%s', async (_name, sizes, sentence) => {
      await fillIn();
      await proofInput().setInputFiles(
        sizes.map((size, index) => ({
          name: `${index}.pdf`,
          mimeType: 'application/pdf',
          buffer: Buffer.alloc(size, `${index} `),
        })),
      );
      const posts: string[] = [];
      page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
      // A file that is too large is not taken at all, and the rest may go; what is too much together stops the post.
      if (sizes.length > 1) {
        await field(PROOF)
          .getByText(`${sizes.length - 1}.pdf`)
          .waitFor();
        await page.getByRole('button', { name: 'Gửi', exact: true }).click();
      }
      await page.locator('kl01-nomination-form .form').getByText(sentence).first().waitFor();
      expect(posts).toEqual([]);
    });

    it('and as many and as large as it allows arrive', async () => {
      await fillIn();
      await proofInput().setInputFiles(
        new Array<number>(20).fill(390_000).map((size, index) => ({
          name: `${index}.pdf`,
          mimeType: 'application/pdf',
          buffer: Buffer.alloc(size, `${index} `),
        })),
      );
      await field(PROOF).getByText('19.pdf').waitFor();
      await send();
      await page.getByText('Bản số 1, kèm theo 20 tệp.').waitFor();
    });
  });

  describe('by hand, is answered whatever it holds', () => {
    const list = (item: string) =>
      `{"rulebook":"hai-phong.kien-an.2023@1.0.0","form":"de-nghi-cap-quan","nominees":[${item}]}`;
    const posts: [name: string, status: number, body: () => BodyInit, origin?: string][] = [
      ['from a page of another site', 403, () => form('{}'), 'http://vi-du.vn'],
      ['without saying from where', 403, () => form('{}'), ''],
      ['9 MB', 413, () => form(' '.repeat(9_000_000))],
      ['more than 5 MB of submission', 400, () => form(`"${'a'.repeat(5_000_000)}"`)],
      ['a list in its place', 400, () => form('{}', 'submission[]')],
      ['no form at all', 400, () => 'x'],
      ['a file without a list around it', 422, () => form('{}', 'submission', 'submission_files')],
      ['a file within lists', 422, () => form('{}', 'submission', 'submission_files[a][b]')],
      ['nominees that are none, as many as are read', 500, () => form(list(`${'0,'.repeat(99_000)}0`))],
      ['5 MB of nominees that are none', 400, () => form(list(`${'0,'.repeat(2_400_000)}0`))],
    ];
    it('without its submission it is told what happened', async () => {
      const headers = { Origin: new URL(host.address).origin };
      const response = await fetch(host.address, { method: 'POST', body: new FormData(), headers });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('trang được gửi khi biểu mẫu chưa hiện ra');
    });

    it.each(posts)('%s', async (_name, status, body, origin = new URL(host.address).origin) => {
      const headers: Record<string, string> = origin ? { Origin: origin } : {};
      const response = await fetch(host.address, { method: 'POST', body: body(), headers });
      expect(response.status).toBe(status);
      expect(await response.text()).toContain('lang="vi"');
      expect(await host.stored()).toBe(null);
      expect((await fetch(host.address)).status).toBe(200);
    });
  });

  async function start(now: string): Promise<void> {
    host = await startPhpPage(now);
    ({ page, violations } = await openWatched(browser, host.address));
  }

  async function restart(now: string): Promise<void> {
    await page.context().close();
    await host.stop();
    await start(now);
  }

  const fillIn = (on = page) => fillTwoNominees(on);

  const field = (path: string): Locator => page.locator(`kl01-nomination-form [id="${path}"]`);

  /** The link in the form's summary leads to the place, which is unfolded, and the sentence stands there. */
  async function seenBeside(path: string, sentence: RegExp): Promise<void> {
    await page.locator('kl01-nomination-form #summary').getByRole('link', { name: sentence }).first().click();
    const problems = page.locator(`kl01-nomination-form [id^="${path}"][id$="~problems"]`);
    await problems.filter({ hasText: sentence }).waitFor();
  }
  const proofInput = (): Locator => field(PROOF).locator('input[type=file]').last();

  async function chooseProof(name: string, content: string): Promise<void> {
    await proofInput().setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await field(PROOF).getByText(name).waitFor();
  }

  /** Presses the page's own button. @param status what the server answers; without it, the form is stored */
  async function send(status = 303): Promise<void> {
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    expect((await answer).status()).toBe(status);
  }

  /** Nothing is stored, and both the page and the form say why. */
  async function refused(rule: string, sentence: RegExp): Promise<void> {
    await page.getByRole('alert').filter({ hasText: NOT_RECEIVED }).waitFor();
    await page.waitForFunction(
      (wanted) =>
        // Before the script is there, the element has no findings.
        document
          .querySelector<Partial<HTMLElementTagNameMap['kl01-nomination-form']> & Element>('kl01-nomination-form')
          ?.findings?.some(({ rule }) => rule === wanted),
      rule,
    );
    await page.locator('kl01-nomination-form .form').getByText(sentence).first().waitFor();
    expect(await host.stored()).toBe(null);
  }
});

/** Sets a value deep within a submission; runs in the page. */
function set(within: unknown, ...steps: unknown[]): void {
  const value = steps.pop();
  const last = steps.pop();
  const holder = steps.reduce((part: unknown, step) => Reflect.get(part as object, step as string), within);
  Reflect.set(holder as object, last as string, value);
}

function form(submission: string, name = 'submission', files?: string): FormData {
  const data = new FormData();
  data.set(name, submission);
  if (files) data.set(files, new File(['x'], 'x.txt'));
  return data;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
