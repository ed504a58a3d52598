import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { Rulebook, Submission } from '@kl01/rules';
import { readDocx } from '../../../fixtures/read-docx.js';
import { exportDocument } from '../../export-document.js';

/** A school's own kinds of nominee, and what it does with them. */

const near = createRequire(import.meta.url);
const school = JSON.parse(
  readFileSync(near.resolve('@kl01/rules/vectors/vi-du.truong-hoc.2026.rulebook.json'), 'utf8'),
) as Rulebook;

const pupil = (id: string, name: string) => ({ id, kind: 'hoc-sinh', name, className: '10A1' });
const submission: Submission = {
  id: 'a',
  revision: 1,
  rulebook: `${school.id}@${school.version}`,
  form: 'tuyen-duong',
  unit: { id: 'x', group: 'lop', name: 'Lớp 10A1' },
  contact: { name: 'Người liên hệ', phone: '0912345678' },
  nominees: [
    pupil('n1', 'Học sinh Một'),
    pupil('n2', 'Học sinh Hai'),
    { id: 'n3', kind: 'de-tai', name: 'Nước sạch', guide: 'Giáo viên Một' },
  ],
};

/** The same directive with other words for what the list is for. */
function withWords(label: string, title?: string, award?: { id: string; label: string }): Rulebook {
  const [form, ...forms] = school.forms;
  if (form?.type !== 'nomination') throw new TypeError('the school nominates');
  const { title: _, ...view } = form.view;
  const worded = { ...form, label, view: { ...view, ...(title !== undefined && { title }), ...(award && { award }) } };
  return { ...school, forms: [worded, ...forms] };
}

const read = async (rulebook: Rulebook) =>
  readDocx((await exportDocument(rulebook, submission, { document: 'to-trinh', format: 'docx' })).bytes).paragraphs;

describe('a tờ trình with the pack’s own kinds', async () => {
  const paragraphs = await read(school);
  test.each([
    ['asks for what the form is for', 'Về việc đề nghị tuyên dương'],
    ['counts by the pack’s kinds', 'quyết định tuyên dương cho 02 học sinh và 01 đề tài có thành tích tiêu biểu.'],
    ['heads the list by them', 'Học sinh, đề tài đề nghị tuyên dương'],
    ['sums the list by them', 'Danh sách gồm 02 học sinh và 01 đề tài'],
  ])('%s', (_, words) => expect(paragraphs.join('\n')).toContain(words));
  test('speaks of no award', () => expect(paragraphs.join('\n')).not.toContain('khen thưởng'));
});

test.each([
  [
    'what is done instead of asked, by the title',
    withWords('Học sinh giỏi', 'Giới thiệu dự thi cấp tỉnh'),
    'xem xét, quyết định hoặc trình cấp có thẩm quyền quyết định việc giới thiệu dự thi cấp tỉnh, gồm 02 học sinh và 01 đề tài.',
  ],
  [
    'the same by the label, where there is no award',
    withWords('Đăng ký danh hiệu thi đua'),
    'việc đăng ký danh hiệu thi đua, gồm 02 học sinh và 01 đề tài.',
  ],
  [
    'an award, where the label only names who is found',
    withWords('Giới thiệu gương tốt', undefined, { id: 'giay-khen', label: 'Giấy khen' }),
    'quyết định khen thưởng cho 02 học sinh và 01 đề tài',
  ],
  ['nothing that the pack does not say', withWords('Gương tốt'), 'để đề nghị xem xét.'],
])('%s', async (_, rulebook, words) => {
  expect((await read(rulebook)).join('\n')).toContain(words);
});
