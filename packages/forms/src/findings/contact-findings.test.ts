import { expect } from '@open-wc/testing';
import type { Submission } from '@kl01/rules';
import { completeSubmission, show } from '../../test/fixture.js';
import { stringsOf } from '../strings/languages.js';
import { contactFindings } from './contact-findings.js';

const PHONES: [text: string | null, doubted: boolean][] = [
  ['khong co', true],
  ['0', true],
  ['113', true],
  ['091234', true],
  ['0900000000', false],
  ['0900.000.000 (Chánh Văn phòng)', false],
  ['+84 24 3999 9999', false],
  ['3.999.999', false],
  [null, false],
  ['', false],
];
const EMAILS: [text: string, doubted: boolean][] = [
  ['vanphong@donvi.vn', false],
  ['van-phong.du@quan.haiphong.gov.vn', false],
  ['khong co', true],
  ['vanphong@', true],
  ['@donvi.vn', true],
  ['van phong@donvi.vn', true],
  ['a@b@donvi.vn', true],
  ['vanphong@donvi', true],
];

describe('whoever is named can be reached', () => {
  const doubts = (contact: Submission['contact']): string[] =>
    contactFindings({ contact } as Submission, stringsOf.vi).map(({ path }) => path);

  for (const [text, doubted] of PHONES)
    it(`telephone “${text}” ${doubted ? 'is doubted' : 'is fine'}`, () =>
      expect(doubts({ phone: text })).to.deep.equal(doubted ? ['/contact/phone'] : []));
  for (const [text, doubted] of EMAILS)
    it(`address “${text}” ${doubted ? 'is doubted' : 'is fine'}`, () =>
      expect(doubts({ email: text })).to.deep.equal(doubted ? ['/contact/email'] : []));

  it('is noted at the field once it was left, and stops no sending', async () => {
    const form = await show({ value: completeSubmission() });
    await form.type('/contact/phone', 'khong co');
    expect(form.problemsAt('/contact/phone')).to.contain('Lưu ý: Chưa giống số điện thoại');
    expect(form.text()).to.contain('có thể gửi');
    document.body.replaceChildren();
  });
});
