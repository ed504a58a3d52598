import { describe, expect, test } from 'vitest';
import { packs } from '../../test/lib/packs.js';
import { PackCasesError, parseCases } from './parse-cases.js';

const sent = {
  name: 'Gửi đúng hạn',
  form: 'de-nghi',
  now: '2025-03-24T09:00:00+07:00',
  submission: {},
  expect: { valid: true, findings: [] },
};
const reviewed = {
  name: 'Xét chọn',
  form: 'de-nghi',
  now: '2025-03-24T09:00:00+07:00',
  received: [{ case: 'Gửi đúng hạn' }],
  expect: { review: { findings: [] } },
};
const plan = { name: 'Bí thư', form: 'ke-hoach', person: {}, expect: { duty: 'must' } };

function errorOf(json: unknown, lang?: 'vi' | 'en'): PackCasesError {
  try {
    parseCases(json, { ...(lang && { lang }) });
  } catch (error) {
    if (error instanceof PackCasesError) return error;
    throw error;
  }
  throw new Error('no problem was found');
}

test.each(packs.map(({ id, cases }) => [id, cases] as const))('the cases of %s are cases', (_id, cases) =>
  expect(parseCases(cases)).toBe(cases),
);

test('all three kinds of case', () => expect(parseCases([sent, reviewed, plan])).toHaveLength(3));

describe('what is wrong is told by its place and the name of its case', () => {
  test.each<[string, unknown, string[]]>([
    ['one case without the list', sent, [' list']],
    ['nothing', null, [' list']],
    ['a case that is a text', ['x'], ['/0 case']],
    ['expect as a word', [{ ...sent, expect: 'invalid' }], ['/0/expect expect']],
    ['no expect', [{ ...sent, expect: undefined }], ['/0/expect expect']],
    ['no findings', [{ ...sent, expect: { valid: false } }], ['/0/expect/findings findings']],
    [
      'a finding as a text',
      [{ ...sent, expect: { valid: false, findings: ['x'] } }],
      ['/0/expect/findings/0 findings'],
    ],
    ['valid as a text', [{ ...sent, expect: { valid: 'no', findings: [] } }], ['/0/expect/valid boolean']],
    ['no now', [sent, { ...sent, now: undefined }], ['/1/now instant']],
    ['now without an offset', [{ ...sent, now: '2025-03-24T09:00' }], ['/0/now instant']],
    ['now on no day', [{ ...sent, now: '2025-02-30T09:00:00+07:00' }], ['/0/now instant']],
    ['no form', [{ ...sent, form: undefined }], ['/0/form text']],
    ['a submission that is a list', [{ ...sent, submission: [] }], ['/0/submission object']],
    ['a unit without a group', [{ ...sent, unit: { id: 'a' } }], ['/0/unit/group text']],
    ['no such duty', [{ ...plan, expect: { duty: 'may' } }], ['/0/expect/duty duty']],
    ['received as an object', [{ ...reviewed, received: {} }], ['/0/received received']],
    ['received at no instant', [sent, { ...reviewed, received: [{ at: 'x' }] }], ['/1/received/0/at instant']],
    ['a case that is not there', [reviewed], ['/0/received/0/case unknown-case']],
    [
      'expect of a review as of a submission',
      [sent, { ...reviewed, expect: sent.expect }],
      ['/1/expect/review object', '/1/expect/valid member', '/1/expect/findings member'],
    ],
    [
      'a member that no finding has',
      [{ ...sent, expect: { valid: false, findings: [{ rule: 'schema', path: '', severty: 'error' }] } }],
      ['/0/expect/findings/0/severty member'],
    ],
    [
      'a severity that there is not',
      [{ ...sent, expect: { valid: false, findings: [{ rule: 'schema', path: '', severity: 'fatal' }] } }],
      ['/0/expect/findings/0/severity severity'],
    ],
    [
      'members that nobody looks at, at every other place',
      [
        { ...sent, units: [], expect: { ...sent.expect, finding: [] } },
        { ...reviewed, received: [{ case: sent.name, unti: {} }], expect: { review: { findings: [], picks: {} } } },
        { ...plan, expect: { duty: 'must', clause: '1' } },
      ],
      [
        '/0/expect/finding member',
        '/0/units member',
        '/1/received/0/unti member',
        '/1/expect/review/picks member',
        '/2/expect/clause member',
      ],
    ],
    [
      'several at once',
      [
        { ...sent, now: 1 },
        { ...sent, expect: [] },
      ],
      ['/0/now instant', '/1/expect expect'],
    ],
  ])('%s', (_name, json, expected) => {
    const { problems } = errorOf(json);
    expect(problems.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });

  test('in Vietnamese', () =>
    expect(errorOf([{ ...sent, expect: 'invalid' }]).message).toBe(
      'Tệp tình huống kiểm thử có 1 lỗi.\n/0/expect (tình huống “Gửi đúng hạn”): Cần một đối tượng, ví dụ { "valid": false, "findings": [{ "rule": "…", "path": "/…" }] }.',
    ));

  test('a member that nobody looks at, by its name', () =>
    expect(errorOf([{ ...plan, expect: { duty: 'must', clause: '1' } }]).message).toBe(
      'Tệp tình huống kiểm thử có 1 lỗi.\n/0/expect/clause (tình huống “Bí thư”): Ở đây không có thành phần nào tên “clause”. Xoá đi hoặc sửa lại tên.',
    ));

  test('in English, a case without a name by its number', () =>
    expect(errorOf([sent, { ...sent, name: '' }], 'en').message).toBe(
      'The file of cases has 1 problem.\n/1/name (case 2): Expected a string "…" that is not empty.',
    ));
});
