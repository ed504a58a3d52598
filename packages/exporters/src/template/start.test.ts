import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { RulebookForm, Submission } from '@kl01/rules';
import { fullNomination, published } from '../../fixtures/packs.js';
import { readDocx } from '../../fixtures/read-docx.js';
import { documentsFor, exportDocument } from '../export-document.js';
import { fillTemplate } from '../fill-template.js';
import { startTemplate } from '../start-template.js';
import { checkTemplate } from '../template-check.js';
import { MAX_TAG, tagFor } from './names.js';

const documents = published.flatMap((pack) =>
  pack.rulebook.forms.flatMap((form) =>
    documentsFor(pack.rulebook, form.id)
      .filter(({ formats }) => formats.includes('docx'))
      .map(({ id }) => [`${pack.pack.id} ${form.id}: ${id}`, { ...pack, form, document: id }] as const),
  ),
);

/** Everything that the form asks, answered. */
function answered({ rulebook, submissions, form }: (typeof documents)[number][1], pack: (typeof published)[number]) {
  const group = rulebook.unitGroups[0]?.id ?? '';
  if (form.type === 'nomination') {
    const { meeting, ...asked } = fullNomination(pack, form, group, { each: 2 });
    return form.view.nomination.meeting ? { ...asked, meeting } : asked;
  }
  const given = submissions.find(({ submission }) => submission.form === form.id)?.submission;
  return (
    given && {
      ...given,
      issuer: { ...given.issuer, signer: 'Người ký', place: 'Nơi', recipients: ['Nơi thứ nhất', 'Nơi khác'] },
    }
  );
}

describe.each(documents)('a template that begins as %s', (_, about) => {
  const { rulebook, form, document } = about;
  const group = rulebook.unitGroups[0]?.id ?? '';

  test('is understood in all its places', async () => {
    const { bytes } = await startTemplate(rulebook, form.id, { document, group });
    expect(bytes).toEqual((await startTemplate(rulebook, form.id, { document, group })).bytes);
    const { places, unknown, unpaired } = await checkTemplate(rulebook, form.id, bytes);
    expect({ unknown, unpaired }).toEqual({ unknown: [], unpaired: [] });
    expect(places).toBeGreaterThan(8);
  });

  test('prints what our document prints', async () => {
    const pack = published.find((each) => each.rulebook === rulebook)!;
    const submission = answered(about, pack) as Submission | undefined;
    if (!submission) return;
    const { bytes } = await startTemplate(rulebook, form.id, { document, group: submission.unit.group ?? group });
    const filled = readDocx((await fillTemplate(rulebook, bytes, submission)).bytes);
    const own = readDocx((await exportDocument(rulebook, submission, { document, format: 'docx' })).bytes);
    const words = (file: typeof own) => file.paragraphs.map((text) => text.trim().toLocaleLowerCase('vi'));
    const printed = new Set(words(filled));
    // LibreOffice saves controls without what they are called.
    const nameless = readDocx((await fillTemplate(rulebook, withoutTags(bytes), submission)).bytes);
    expect(nameless.paragraphs).toEqual(filled.paragraphs);
    expect(words(own).filter((text) => text !== '' && !printed.has(text) && !isOtherwise(text, form))).toEqual([]);
  });
});

function withoutTags(template: Uint8Array): Uint8Array {
  const files = unzipSync(template);
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  return zipSync({ ...files, 'word/document.xml': strToU8(text.replace(/<w:(?:tag|alias) [^>]*>/g, '')) });
}

/** What a template does not know: which kinds there are, dots of our documents, what is printed without being asked. */
function isOtherwise(text: string, form: RulebookForm): boolean {
  return text.includes('…') || form.type === 'plan' || text === '';
}

test('a name too long for a tag has an alias that is its own', () => {
  const names = ['a', 'b'].map((end) => `tables/${'rat-dai-'.repeat(9)}${end}`);
  const tags = names.map(tagFor);
  expect(new Set(tags).size).toBe(2);
  expect(tags.every((tag) => tag.length === MAX_TAG)).toBe(true);
  expect(tagFor('issuer/name')).toBe('issuer/name');
});
