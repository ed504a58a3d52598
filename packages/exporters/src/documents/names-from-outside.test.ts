import { consolidate, review, type Received } from '@kl01/rules/committee';
import { compile, parsePack } from '@kl01/rules/compile';
import { describe, expect, test } from 'vitest';
import { offlinePack } from '../../fixtures/offline-pack.js';
import { readDocx } from '../../fixtures/read-docx.js';
import { exportDocument } from '../index.js';
import { readXlsx } from '../xlsx/read-xlsx.js';

const NOW = '2023-03-25T08:00:00+07:00';
const rulebook = compile(parsePack(offlinePack));

/** A unit whose id is a member of every object and which no list names. */
const received = (form: string, rest: object): Received => ({
  at: NOW,
  submission: {
    id: '1',
    rulebook: 'vi-du.ngoai-mang@1.0.0',
    form,
    unit: { id: 'constructor', group: 'huyen' },
    ...rest,
  },
});
const report = received('bao-cao', { sections: { 'noi-dung': 'Đã thực hiện.' }, tables: {} });
const consolidated = (...given: Received[]) => consolidate(rulebook, given, { now: NOW, form: 'bao-cao' });

describe('a unit called "constructor" whose name is not known is called by its id', () => {
  test('where its report could not be counted', async () => {
    const consolidation = await consolidated({ ...report, at: '2023-03-25T09:00:00+07:00' }, report);
    const { bytes } = await exportDocument(
      rulebook,
      { ...consolidation, names: {} },
      { document: 'tong-hop', format: 'docx' },
    );
    const { paragraphs } = readDocx(bytes);
    expect(paragraphs.filter((line) => line.includes('constructor')).length).toBeGreaterThan(2);
    expect(paragraphs.filter((line) => line.includes('native code'))).toEqual([]);
  });

  test('in the consolidated workbook', async () => {
    const consolidation = { ...(await consolidated(report)), names: {} };
    const { bytes } = await exportDocument(rulebook, consolidation, { document: 'phu-luc', format: 'xlsx' });
    expect((await readXlsx(bytes)).map(({ name }) => name)).toContain('constructor');
  });

  test('in the list of who is proposed', async () => {
    const nominees = [{ id: 'n1', kind: 'individual', name: 'Nguyễn Văn A', phone: '0900000000' }];
    const board = await review(rulebook, [received('de-nghi', { nominees })], { now: NOW, form: 'de-nghi' });
    const { bytes } = await exportDocument(rulebook, { ...board, names: {} }, { document: 'de-xuat', format: 'docx' });
    expect(readDocx(bytes).rows.flat()).toContain('constructor');
  });
});
