import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/**
 * One task for two judges: the pack `medal.pack.json`, and the same as a JSON Schema that ajv compiles to code. What a
 * JSON Schema cannot say, that nobody is named twice and what the unit's id is worth, kl01 judges in addition.
 */
export const medalPack = () => JSON.parse(readFileSync(new URL('medal.pack.json', import.meta.url), 'utf8'));

const FORM = 'de-nghi';
const WORDS = 'cải cách hành chính tham mưu ban hành văn bản kiểm tra đôn đốc hoàn thành vượt mức chỉ tiêu năm'.split(
  ' ',
);

/** @param {number} seed */
function summaryOf(seed) {
  let text = '';
  for (let at = 0; text.length < 240; at += 1) text += `${WORDS[(seed * 5 + at * 7) % WORDS.length]} `;
  return text.trim();
}

/** @param {number} at */
function nominee(at) {
  const isMember = at % 2 === 1;
  return {
    id: `n${at}`,
    kind: at === 0 ? 'collective' : 'individual',
    name: at === 0 ? 'Phòng Cải cách hành chính' : `Cán bộ số ${at}`,
    position: 'Chuyên viên chính',
    workplace: 'Vụ Tổ chức cán bộ',
    dateOfBirth: `19${70 + (at % 30)}-0${1 + (at % 9)}-1${at % 10}`,
    gender: at % 2 === 1 ? 'female' : 'male',
    partyMember: isMember,
    taskRating: 'excellent',
    ...(isMember && { partyRating: 'excellent' }),
    year: 2022,
    summary: summaryOf(at),
    awards: [
      { award: 'ministry-certificate', year: 2018 + (at % 4) },
      { award: at % 3 === 0 ? 'pm-certificate' : 'emulation-fighter', year: 2020 },
    ],
    papers: ['letter', 'minutes', 'report', 'decision'].slice(0, 2 + (at % 3)),
  };
}

/** @param {number} count nominees of a submission in which nothing is wrong */
export const medalSubmission = (count) => ({
  id: 's1',
  revision: 1,
  rulebook: 'do-luong.ky-niem-chuong.2023@1.0.0',
  form: FORM,
  unit: { id: 'u1', group: 'don-vi' },
  facts: { 'dien-thoai': '0912345678', thu: 'tccb@example.gov.vn' },
  nominees: Array.from({ length: count }, (_, at) => nominee(at)),
});

/**
 * Ten submissions with what is wrong with each: three right ones, seven with faults.
 *
 * @param {number} count nominees
 * @returns {{ faults: string[], now: string, submission: any }[]}
 */
export function medalCases(count) {
  /** @type {[faults: string[], day: number, change: (sent: any) => void][]} */
  const cases = [
    [[], 24, () => {}],
    [['quota'], 24, ({ nominees }) => (nominees[1].kind = 'collective')],
    [['quota'], 24, ({ nominees }) => (nominees[0].kind = 'individual')],
    [['rating'], 24, ({ nominees }) => (nominees.at(-1).taskRating = 'good')],
    [['party'], 24, ({ nominees }) => Object.assign(nominees.at(-1), { partyMember: true, partyRating: 'done' })],
    [[], 31, (sent) => (sent.unit.id = 'u4')],
    [['award'], 24, ({ nominees }) => (nominees.at(-1).awards[1] = { award: 'pm-certificate', year: 2022 })],
    [['window'], 19, () => {}],
    [['shape'], 24, ({ facts }) => (facts['dien-thoai'] = '12345')],
    [
      ['award', 'rating', 'shape', 'window'],
      19,
      ({ facts, nominees }) => {
        facts['dien-thoai'] = '1';
        nominees[0].taskRating = 'done';
        nominees[1].awards.push({ award: 'pm-certificate', year: 2022 });
      },
    ],
  ];
  return cases.map(([faults, day, change]) => {
    const submission = medalSubmission(count);
    change(submission);
    return { faults, now: `2023-03-${day}T08:00:00+07:00`, submission };
  });
}

/** The fault that a finding of kl01 tells. */
export const faultOf = (/** @type {{ rule: string }} */ { rule }) => {
  const faults = [
    ['schema', 'shape'],
    ['window', 'window'],
    ['quota/', 'quota'],
    ['criterion/xep-loai', 'rating'],
    ['criterion/dang-vien', 'party'],
    ['criterion/da-khen', 'award'],
  ];
  return faults.find(([id]) => rule.startsWith(String(id)))?.[1] ?? rule;
};

const text = { type: 'string', minLength: 1, maxLength: 500 };
const day = { type: 'string', pattern: '^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const oneOf = (/** @type {string[]} */ ...options) => ({ type: 'string', enum: options });
const rating = oneOf('failed', 'done', 'good', 'excellent');

const shape = {
  type: 'object',
  required: ['rulebook', 'form', 'unit', 'facts', 'nominees'],
  additionalProperties: false,
  properties: {
    id: text,
    revision: { type: 'integer', minimum: 0 },
    rulebook: text,
    form: { const: FORM },
    received: day,
    unit: {
      type: 'object',
      required: ['id', 'group'],
      properties: { id: oneOf('u1', 'u2', 'u3', 'u4'), group: { const: 'don-vi' } },
    },
    facts: {
      type: 'object',
      required: ['dien-thoai', 'thu'],
      properties: {
        'dien-thoai': { type: 'string', pattern: '^0[0-9]{9}$' },
        thu: { type: 'string', pattern: '^[^@ ]+@[^@ ]+[.][^@ ]+$' },
      },
    },
    nominees: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'object',
        required: [
          ...['id', 'kind', 'name', 'position', 'workplace', 'dateOfBirth', 'gender', 'partyMember'],
          ...['taskRating', 'year', 'summary'],
        ],
        additionalProperties: false,
        properties: {
          id: text,
          kind: oneOf('collective', 'individual'),
          name: text,
          position: text,
          workplace: text,
          dateOfBirth: day,
          gender: oneOf('male', 'female'),
          partyMember: { type: 'boolean' },
          taskRating: rating,
          partyRating: rating,
          year: { type: 'integer', minimum: 2000, maximum: 2030 },
          summary: { type: 'string', minLength: 1, maxLength: 4000 },
          awards: {
            type: 'array',
            items: {
              type: 'object',
              required: ['award', 'year'],
              properties: {
                award: oneOf('ministry-certificate', 'pm-certificate', 'emulation-fighter'),
                year: { type: 'integer', minimum: 1975, maximum: 2030 },
              },
            },
          },
          papers: { type: 'array', items: oneOf('letter', 'minutes', 'report', 'decision') },
        },
      },
    },
  },
};

const eachNominee = (/** @type {object} */ items) => ({ properties: { nominees: { items } } });
const sameKind = (/** @type {string} */ kind, /** @type {number} */ least, /** @type {number} */ most) => ({
  properties: {
    nominees: { contains: { properties: { kind: { const: kind } } }, minContains: least, maxContains: most },
  },
});
const is = (/** @type {Record<string, unknown>} */ members) => ({
  properties: Object.fromEntries(Object.entries(members).map(([name, value]) => [name, { const: value }])),
  required: Object.keys(members),
});

/** What each part of the schema finds, in its order. */
const parts = Object.entries({
  shape,
  quota: { allOf: [sameKind('collective', 1, 1), sameKind('individual', 2, 499)] },
  // JSON Schema compares no days: the window is written as a pattern.
  window: { properties: { received: { pattern: '^2023-03-(2[0-9]|3[01])$' } } },
  rating: eachNominee(is({ taskRating: 'excellent' })),
  party: eachNominee({ if: is({ partyMember: true }), then: is({ partyRating: 'excellent' }) }),
  award: eachNominee({
    properties: { awards: { items: { not: is({ award: 'pm-certificate', year: 2022 }) } } },
  }),
});

/** @returns {(submission: object) => string[]} the faults, from a submission with the day it was `received` */
export function medalByAjv() {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const judge = ajv.compile({ allOf: parts.map(([, part]) => part) });
  return (submission) =>
    judge(submission)
      ? []
      : (judge.errors ?? []).map(({ schemaPath }) => parts[Number(schemaPath.split('/')[2])]?.[0] ?? '');
}
