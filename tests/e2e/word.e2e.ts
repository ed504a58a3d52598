import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { exportDocument } from '@kl01/exporters';
import { formOfType, leaves, type Rulebook, type Submission } from '@kl01/rules';
import { describe, expect, it } from 'vitest';
import { BROWSERS, visitPortal } from '../lib/visit-portal.ts';

const RULEBOOK = 'nam-dinh.tinh-uy.2023';
const published = createRequire(import.meta.url).resolve(`@kl01/rules/rulebooks/${RULEBOOK}.json`);
const rulebook = JSON.parse(readFileSync(published, 'utf8')) as Rulebook;
const report = formOfType(rulebook, 'bao-cao-02-nam', 'report');
const ELEMENT = `<kl01-report-form form="${report.id}" unit-id="don-vi-1" unit-group="huyen-uy" unit-name="Huyện ủy Ví Dụ"
  name="submission" now="2023-03-22T08:00:00+07:00"></kl01-report-form>`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe.each(BROWSERS)('a unit brings its own report from Word, in $name', ({ missing, launch }) => {
  it.skipIf(missing)(
    'into sections and tables under the strict policy, and takes it back with one press',
    async () => {
      const browser = await launch();
      const { page, faults, close } = await visitPortal(browser, ELEMENT, RULEBOOK, {
        exporters: true,
        timeoutMs: 20_000,
      });
      try {
        const [first] = report.view.report.tables;
        const row = first!.rows[0]!.id;
        const column = first!.columns[0]!.id;
        const submission = {
          rulebook: `${rulebook.id}@${rulebook.version}`,
          form: report.id,
          unit: { id: 'don-vi-1', group: 'huyen-uy', name: 'Huyện ủy Ví Dụ' },
          issuer: { name: 'HUYỆN ỦY VÍ DỤ', number: '45', date: '2023-03-17', signer: 'Trần Văn Mẫu' },
          sections: Object.fromEntries(leaves(report.view.report.outline).map(({ id }) => [id, `Nội dung mục ${id}.`])),
          tables: { [first!.id]: { [row]: { [column]: 1234 } } },
        } as unknown as Submission;
        const { bytes } = await exportDocument(rulebook, submission, { document: 'bao-cao', format: 'docx' });
        const buffer = Buffer.from(bytes);
        const picker = page.locator('input[type=file][accept^=".docx"]');
        const value = () =>
          page.locator('kl01-report-form').evaluate((form) => (form as unknown as { value: Submission }).value);

        await picker.setInputFiles({ name: 'cu.doc', mimeType: 'application/msword', buffer: Buffer.from('x') });
        await page.getByText('Chưa đọc được tệp “cu.doc”').first().waitFor();
        await picker.setInputFiles({ name: 'bao-cao.docx', mimeType: WORD, buffer });
        await page.getByText('Đọc từ tệp “bao-cao.docx”').waitFor();
        await page.getByRole('button', { name: 'Đưa vào báo cáo' }).click();
        await expect.poll(async () => (await value()).sections?.['i']).toBe('Nội dung mục i.');
        const { tables } = await value();
        expect(tables?.[first!.id]).toMatchObject({ [row]: { [column]: 1234 } });

        await page.getByRole('button', { name: 'Hoàn tác việc đưa vào' }).click();
        await expect.poll(async () => Object.values((await value()).sections ?? {}).filter(Boolean)).toEqual([]);
        expect(faults).toEqual([]);
      } finally {
        await close();
        await browser.close();
      }
    },
    90_000,
  );
});
