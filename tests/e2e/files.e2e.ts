import { createHash } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileEntry } from '@kl01/rules';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fillNominee } from '../lib/fill-slate.ts';
import { BROWSERS, visitPortal, type Visit } from '../lib/visit-portal.ts';

const RULEBOOK = 'hai-phong.kien-an.2023';
const ELEMENT = `<kl01-nomination-form form="de-nghi-cap-quan" unit-id="don-vi-1" unit-group="dang-bo" unit-name="Đảng bộ phường Ví Dụ"
  name="submission" now="2023-03-22T08:00:00+07:00" draft="can-bo-17"></kl01-nomination-form>`;

/** What an office does to a file between choosing and sending it. The last is larger than what is read at once. */
const changes: [what: string, content: string, change: (path: string) => Promise<void>][] = [
  ['luu-lai.txt', 'bản đã chọn', (path) => writeFile(path, 'bản lưu sau, dài hơn bản đã chọn')],
  ['doi-ten.txt', 'tệp sẽ đổi tên', (path) => rename(path, `${path}.cu`)],
  ['xoa.txt', 'tệp sẽ xóa', (path) => rm(path)],
  ['lam-rong.txt', 'tệp sẽ làm rỗng', (path) => writeFile(path, '')],
  ['lon.txt', 'tệp lớn '.repeat(1_500_000), (path) => writeFile(path, 'nhỏ')],
];

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex');
const chosen = changes.map(([name, content]) => ({ name, sha256: sha256Of(content) }));

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`files changed after they were chosen, in ${name}${missing ? ` – ${missing}` : ''}`, () => {
    let browser: Browser;
    let visit: Visit;
    let page: Page;
    let folder: string;

    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser?.close());

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'kl01-files-'));
      visit = await visitPortal(browser, ELEMENT, RULEBOOK);
      ({ page } = visit);
      await page.getByRole('button', { name: 'Thêm tập thể' }).click();
      await fillNominee(page, 0, { name: 'Chi bộ Một', workplace: 'Đảng bộ phường Ví Dụ' });
      await page.getByRole('button', { name: 'Thêm cá nhân' }).click();
      await fillNominee(page, 1, { name: 'Nguyễn Thị Ví Dụ', position: 'Bí thư', workplace: 'Chi bộ Một' });
    });
    afterEach(async () => {
      await visit.close();
      await rm(folder, { recursive: true });
    });

    const input = () => page.locator('kl01-nomination-form input[type=file][multiple]').last();

    async function chooseAndChange(): Promise<void> {
      for (const [file, content] of changes) await writeFile(join(folder, file), content);
      await input().setInputFiles(changes.map(([file]) => join(folder, file)));
      await page.getByText('Đã đủ nội dung theo quy định, có thể gửi.').waitFor();
      await expect.poll(() => page.locator('kl01-nomination-form .file-name').count()).toBe(changes.length);
      for (const [file, , change] of changes) await change(join(folder, file));
    }

    const entriesOf = (submission: unknown): Pick<FileEntry, 'name' | 'sha256'>[] => {
      const text = JSON.stringify(submission);
      return [...text.matchAll(/"name":"([\w-]+\.txt)","size":\d+,"type":"[^"]*","sha256":"(\w+)"/g)].map(
        ([, file = '', sha256 = '']) => ({ name: file, sha256 }),
      );
    };

    it('are posted as they were chosen', async () => {
      await chooseAndChange();
      await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
      await page.getByText('Đã nhận bản số').waitFor();
      const [post] = visit.portal.posts;
      expect(post!.files.map((file, index) => ({ name: file, sha256: post!.sha256[index] }))).toEqual(chosen);
      expect(entriesOf(post!.submission)).toEqual(chosen);
      expect(visit.faults).toEqual([]);
    });

    it('are kept with the draft as they were chosen', async () => {
      await chooseAndChange();
      await page.waitForTimeout(1500);
      await page.reload();
      await page.getByText('Đã khôi phục nội dung đang soạn').waitFor();
      await page.getByText('Đã đủ nội dung theo quy định, có thể gửi.').waitFor();
      await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
      await page.getByText('Đã nhận bản số').waitFor();
      expect(visit.portal.posts[0]?.sha256).toEqual(chosen.map(({ sha256 }) => sha256));
    });

    it('go to `upload` and `kl01-submit` as they were chosen', async () => {
      await chooseAndChange();
      const sent = await page.evaluate(async () => {
        const form = document.querySelector('kl01-nomination-form')!;
        const texts: string[][] = [[], []];
        // Out of the host's form, so that the element has a button of its own.
        document.body.append(form);
        const submitted = new Promise<readonly File[]>((resolve) =>
          form.addEventListener('kl01-submit', (event) => resolve(Reflect.get(event, 'detail').files)),
        );
        const press = () => {
          const buttons = [...form.shadowRoot!.querySelectorAll('button')];
          buttons.find((button) => button.textContent?.trim() === 'Gửi')!.click();
        };
        await new Promise((resolve) => setTimeout(resolve, 200));
        press();
        for (const file of await submitted) texts[0]!.push(await file.text());
        Reflect.set(form, 'upload', async (file: File) => {
          texts[1]!.push(await file.text());
          return { ref: file.name };
        });
        press();
        while (texts[1]!.length < texts[0]!.length) await new Promise((resolve) => setTimeout(resolve, 20));
        return texts;
      });
      const expected = chosen.map(({ sha256 }) => sha256);
      expect(sent.map((texts) => texts.map(sha256Of))).toEqual([expected, expected]);
    });

    it('an empty one is told beside the place, and is not taken', async () => {
      await writeFile(join(folder, 'rong.txt'), '');
      await input().setInputFiles(join(folder, 'rong.txt'));
      await page.getByText('Tệp rong.txt không có nội dung (0 byte).').waitFor();
      expect(await page.locator('kl01-nomination-form .file-name').count()).toBe(0);
    });
  });
}
