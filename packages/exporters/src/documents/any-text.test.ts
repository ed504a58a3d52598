import { strFromU8, unzipSync } from 'fflate';
import { type Submission } from '@kl01/rules';
import { consolidate, review } from '@kl01/rules/committee';
import { describe, expect, test } from 'vitest';
import { fullNomination, published } from '../../fixtures/packs.js';
import { documentsFor, exportDocument, type ExportInput, type Origin } from '../index.js';

const NOW = '2023-04-10T08:00:00+07:00';

const TEXTS = [
  ['what a spreadsheet takes for a formula', '=HYPERLINK("x")', '=HYPERLINK("x")'],
  ['spaces that push words apart', 'một   hai \u00a0 ba', 'một hai ba'],
  ['a tab at the start', '\tmột', 'một'],
  ['markup', '<b onclick="x">đậm</b> & ]]>', '‹b onclick=\"x\"›đậm‹/b› & ]]›'],
  ['controls', 'a\u0000b\u001bc\ufffe', 'abc'],
  ['a right-to-left override', 'tên\u202egnus', 'têngnus'],
  ['half a surrogate pair', 'a\ud83cb', 'a\ufffdb'],
  ['emoji', 'Giỏi 🎉', 'Giỏi 🎉'],
  ['a text of 30,000 letters', 'chữ '.repeat(7_500) + 'hết', 'chữ hết'],
] as const;

/** Replaces every free text of a submission. */
function withText(submission: Submission, text: string): Submission {
  const fixed = /^(id|kind|group|form|rulebook|period|date|sha256|type|revision|nominee)$/;
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string') return text;
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, own]) => [key, fixed.test(key) || key === 'declared' ? own : filled(own)]),
    );
  };
  return filled(submission) as Submission;
}

describe.each(published)('$pack.id: whatever a text holds, every document in every format is made', (one) => {
  const { rulebook, submissions } = one;

  async function made(input: ExportInput, form: string, from?: Origin): Promise<{ id: string; text: string }[]> {
    const all: { id: string; text: string }[] = [];
    for (const { id, formats } of documentsFor(rulebook, form, from && { from })) {
      for (const format of formats) {
        const { bytes } = await exportDocument(rulebook, input, { document: id, format, now: NOW });
        all.push({ id: `${id}.${format}`, text: readable(bytes, format) });
      }
    }
    return all;
  }

  test.each(TEXTS)(
    '%s',
    async (_, given, printed) => {
      const seen: string[] = [];
      const bad: string[] = [];
      for (const form of rulebook.forms) {
        const whole =
          form.type === 'nomination'
            ? fullNomination(one, form, rulebook.unitGroups[0]?.id ?? '')
            : submissions.find(({ submission }) => submission.form === form.id)?.submission;
        if (!whole) continue;
        const submission = withText(whole, given);
        const received = [{ submission, at: NOW }];
        const documents = await made(submission, form.id);
        documents.push(...(await made(received[0]!, form.id, 'received')));
        if (form.type === 'report') {
          const { period } = whole as { period?: string };
          const sums = await consolidate(rulebook, received, { now: NOW, form: form.id, ...(period && { period }) });
          documents.push(...(await made(sums, form.id, 'consolidation')));
        }
        if (form.type === 'nomination') {
          documents.push(...(await made([submission, submission], form.id, 'nominations')));
          documents.push(...(await made(review(rulebook, received, { now: NOW, form: form.id }), form.id, 'review')));
        }
        for (const { id, text } of documents) {
          // CSV files are not markup.
          const wrong = (id.endsWith('.csv') ? UNPRINTABLE : WRONG).exec(text);
          if (wrong) bad.push(`${form.id}, ${id}: …${text.slice(Math.max(0, wrong.index - 60), wrong.index + 20)}`);
          if (text.includes(printed)) seen.push(id);
        }
      }
      expect(bad).toEqual([]);
      const forms = rulebook.forms.map(({ type }) => type);
      if (forms.includes('nomination'))
        expect(seen).toEqual(expect.arrayContaining(['to-trinh.docx', 'to-trinh.html']));
      if (forms.includes('report')) expect(seen).toEqual(expect.arrayContaining(['bao-cao.docx', 'bao-cao.html']));
      if (forms.includes('plan')) expect(seen).toEqual(expect.arrayContaining(['ke-hoach.docx', 'ke-hoach.html']));
    },
    60_000,
  );
});

/**
 * The contents of all files that programs display (the manifest keeps names as declared). Entities are decoded only
 * after escaped markup has been told apart.
 */
function readable(bytes: Uint8Array, format: string): string {
  if (!['docx', 'xlsx', 'zip'].includes(format)) return plain(strFromU8(bytes));
  return Object.entries(unzipSync(bytes))
    .map(([name, file]) =>
      name.endsWith('.docx') ? readable(file, 'docx') : /\.xml$/.test(name) ? plain(strFromU8(file)) : '',
    )
    .join('\n');
}

/** Distinguishes escaped markup from bare markup: `<b onclick` must not occur, `‹b onclick` may. */
const plain = (file: string) =>
  file.replaceAll('&lt;', '‹').replaceAll('&gt;', '›').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e\ufffe]/;
const WRONG = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e\ufffe]|<b onclick/;
