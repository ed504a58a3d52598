import { describe, expect, test } from 'vitest';
import { packs, submissionCases } from '../../test/lib/packs.js';
import { formOfType } from '../form-of-type.js';
import { check, labelAt } from './check.js';
import { columnLeaves } from '../columns.js';
import type { Rulebook } from '../rulebook.js';

const now = '2023-03-24T09:00:00+07:00';
const pack = packs.find(({ id }) => id === 'hai-phong.kien-an.2023')!;
const { rulebook } = pack;
const valid = submissionCases(pack, { valid: true }).find(
  ({ form, submission, entry }) =>
    form.type === 'nomination' &&
    (submission['nominees'] as unknown[]).length === 1 &&
    entry.expect.findings.length === 0,
)!;
const { form } = valid;
const nominee = (valid.submission['nominees'] as Record<string, unknown>[])[0]!;

const judge = (submission: unknown, of: Rulebook = rulebook) => check(of, submission, { now: valid.entry.now });
const found = (submission: unknown, of?: Rulebook) =>
  judge(submission, of).findings.map(({ rule, severity, path }) => `${rule} ${severity} ${path}`);
const withMembers = (members: Record<string, unknown>) => ({ ...valid.submission, ...members });
const withNominee = (members: Record<string, unknown>) => withMembers({ nominees: [{ ...nominee, ...members }] });
const fromText = (text: string): unknown => JSON.parse(text);

test('the submission that these cases change is valid', () => {
  expect(judge(valid.submission)).toEqual({ valid: true, findings: [] });
});

describe('the envelope is judged first and ends the judging', () => {
  const other = (members: Record<string, unknown>) => ({ ...withMembers(members), unit: null, nominees: 5 });
  test.each<[string, unknown, string]>([
    ['null', null, 'schema error '],
    ['undefined', undefined, 'schema error '],
    ['a list', [valid.submission], 'schema error '],
    ['a text', JSON.stringify(valid.submission), 'schema error '],
    ['a number', 5, 'schema error '],
    ['an empty object', {}, 'rulebook error /rulebook'],
    ['no rulebook', other({ rulebook: undefined }), 'rulebook error /rulebook'],
    ['a rulebook that is null', other({ rulebook: null }), 'rulebook error /rulebook'],
    ['a rulebook that is a list', other({ rulebook: [`${rulebook.id}@1.0.0`] }), 'rulebook error /rulebook'],
    ['another pack', other({ rulebook: 'noi-khac.2023@1.0.0' }), 'rulebook error /rulebook'],
    ['no version', other({ rulebook: rulebook.id }), 'rulebook error /rulebook'],
    ['an empty version', other({ rulebook: `${rulebook.id}@` }), 'rulebook error /rulebook'],
    ['two versions', other({ rulebook: `${rulebook.id}@1@2` }), 'rulebook error /rulebook'],
    ['no form', other({ form: undefined }), 'form error /form'],
    ['a form that does not exist', other({ form: 'khong-co' }), 'form error /form'],
    ['a form named as objects inherit it', other({ form: 'constructor' }), 'form error /form'],
    ['a form that is a number', other({ form: 0 }), 'form error /form'],
  ])('%s', (_name, submission, finding) => {
    expect(found(submission)).toEqual([finding]);
    expect(judge(submission).valid).toBe(false);
  });

  test('a form withdrawn is no form', () => {
    const without = { ...rulebook, forms: rulebook.forms.filter((entry) => entry !== form) };
    expect(found(valid.submission, without)).toEqual(['form error /form']);
  });

  test.each(['0.9.0', '2.0.0', 'x'])('another version, %s, is a warning and judging goes on', (version) => {
    const submission = withMembers({ rulebook: `${rulebook.id}@${version}`, nominees: null });
    expect(found(submission)).toEqual(['rulebook warning /rulebook', 'required/nominees error /nominees']);
    expect(judge(withMembers({ rulebook: `${rulebook.id}@${version}` })).valid).toBe(true);
  });
});

describe('shape is judged next: one finding for each path, all of severity error', () => {
  test.each<[string, unknown, string[]]>([
    ['several unknown members of one object are one finding', withMembers({ a: 1, b: 2 }), ['']],
    [
      'unknown members of two objects are two',
      withMembers({ a: 1, nominees: [{ ...nominee, b: 2 }] }),
      ['', '/nominees/0'],
    ],
    [
      'a member __proto__',
      fromText(JSON.stringify(valid.submission).replace('{', '{"__proto__":{"valid":true},')),
      [''],
    ],
    ['a member constructor', withNominee({ constructor: 'x' }), ['/nominees/0']],
    ['a name of spaces', withNominee({ name: '   ' }), ['/nominees/0/name']],
    ['a name of tabs and line feeds', withNominee({ name: '\t\r\n' }), ['/nominees/0/name']],
    ['an empty name', withNominee({ name: '' }), ['/nominees/0/name']],
    ['a name of 100,000 letters', withNominee({ name: 'ế'.repeat(100_000) }), ['/nominees/0/name']],
    ['a day the calendar lacks', withMembers({ meeting: { date: '2023-02-30' } }), ['/meeting/date']],
    ['a day with a line feed', withMembers({ meeting: { date: '2023-03-24\n' } }), ['/meeting/date']],
  ])('%s', (_name, submission, paths) => {
    expect(found(submission).sort()).toEqual(paths.map((path) => `schema error ${path}`));
  });

  test('a name as long as allowed is counted in characters, not in code units', () => {
    expect(found(withNominee({ name: '😀'.repeat(500) }))).toEqual([]);
    expect(found(withNominee({ name: '😀'.repeat(501) }))).toEqual(['schema error /nominees/0/name']);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a wrong type', { meeting: 'x' }, '/meeting'],
    ['a number with a fraction', { meeting: { present: 8.5 } }, '/meeting/present'],
    ['a number too small', { meeting: { present: -1 } }, '/meeting/present'],
    ['a number too large', { meeting: { present: 1_000_000_000 } }, '/meeting/present'],
    ['a list too long', { issuer: { recipients: new Array(101).fill('A') } }, '/issuer/recipients'],
  ])('%s ends the judging', (_name, members, path) => {
    expect(found(withMembers({ ...members, unit: null }))).toEqual([`schema error ${path}`]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a choice that is none', { period: 'quy-i' }, '/period'],
    ['a pattern', { meeting: { date: 'hôm nay' } }, '/meeting/date'],
    ['a text too long', { contact: { phone: '0'.repeat(61) } }, '/contact/phone'],
    ['an unknown member', { la: 1 }, ''],
  ])('%s does not', (_name, members, path) => {
    expect(found(withMembers({ ...members, unit: { group: 'la', id: 'la' } }))).toEqual(
      expect.arrayContaining([`schema error ${path}`, 'unit error /unit/group']),
    );
  });

  test('2022.0 is 2022, and −0 is 0', () => {
    expect(found({ ...valid.submission, meeting: fromText('{ "present": 9.0, "absent": -0 }') })).toEqual([]);
  });

  test('null is the same as missing', () => {
    const names = Object.keys(form.schema.properties!).filter((name) => !Object.hasOwn(valid.submission, name));
    expect(found(withMembers(Object.fromEntries(names.map((name) => [name, null]))))).toEqual([]);
    expect(found(withMembers(Object.fromEntries(names.map((name) => [name, undefined]))))).toEqual([]);
  });

  test('a file in which nothing stands answers no item, whether it is due or not', () => {
    const file = { name: 'xac-nhan.pdf', size: 0, type: 'application/pdf', sha256: 'a'.repeat(64) };
    for (const { id, per } of form.view.dossier.items.filter(({ as, by }) => as.includes('upload') && !by)) {
      const documents = { [id]: [{ ...file, size: 1 }, file] };
      const [holder, submission] =
        per === 'nominee' ? ['/nominees/0', withNominee({ documents })] : ['', withMembers({ documents })];
      const { valid: isValid, findings } = judge(submission);
      expect([isValid, findings.map(({ path, message }) => `${path}: ${message}`)]).toEqual([
        false,
        [`${holder}/documents/${id}/1/size: Tệp không có nội dung (0 byte).`],
      ]);
    }
  });

  test('10,000 nominees are too many', () => {
    const nominees = Array.from({ length: 10_000 }, (_, index) => ({ id: `n${index}`, kind: nominee['kind'] }));
    expect(found(withMembers({ nominees }))).toEqual(['schema error /nominees']);
  });
});

describe('a finding speaks by labels and tells its clause', () => {
  const messageOf = (submission: unknown, lang: 'vi' | 'en' = 'vi') =>
    check(rulebook, submission, { now, lang }).findings.map(({ message }) => message);

  test('of shape: the label of the field, never a validator’s words', () => {
    const label = labelAt(form, '/nominees/0/name')!;
    const vietnamese = typeof label === 'string' ? label : label.vi;
    expect(messageOf(withNominee({ name: ' ' }))).toEqual([`${vietnamese}: không được chỉ có khoảng trắng.`]);
    expect(messageOf(withNominee({ name: ' ' }), 'en')[0]).toMatch(/: may not be blank space only\.$/);
  });

  test('of a rule: its clause, and its numbers', () => {
    const nominees = Array.from({ length: 9 }, (_, index) => ({ ...nominee, id: `n${index}`, name: `A ${index}` }));
    const [finding] = judge(withMembers({ nominees })).findings;
    expect(finding).toMatchObject({ rule: expect.stringMatching(/^quota\//) as string, path: '/nominees' });
    expect(finding!.cite?.document).toBe(rulebook.directive.number);
    expect(Object.values(finding!.params)).toContain(9);
    expect(finding!.message).toMatch(/\b0?9\b/);
  });

  test.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['what looks like a place of a template', '{expected} {received} {constructor} $& $1'],
  ])('words of a stranger stay words: %s', (_name, words) => {
    expect(messageOf(withMembers({ rulebook: words }))[0]).toContain(`“${words}”`);
    expect(messageOf(withMembers({ form: words }))[0]).toContain(`“${words}”`);
    expect(messageOf(withMembers({ [words]: 1 }))[0]).toContain(`“${words}”`);
  });

  test('and are cut short', () => {
    const words = 'x'.repeat(100_000);
    for (const members of [{ rulebook: words }, { form: words }, { [words]: 1 }, { form: [words] }]) {
      expect(messageOf(withMembers(members))[0]!.length).toBeLessThan(400);
    }
  });
});

describe('two that look alike are the same only where they repeat exactly', () => {
  const rulesOf = (second: Record<string, unknown>) =>
    judge(withMembers({ nominees: [nominee, { ...nominee, id: 'khac', ...second }] }))
      .findings.map(({ rule, path }) => `${rule} ${path}`)
      .filter((finding) => finding.startsWith('unique/'));

  test.each<[string, Record<string, unknown>, string[]]>([
    ['the same once more', {}, ['unique/nominee /nominees/1']],
    ['the same id', { id: nominee['id'], name: 'Khác' }, ['unique/id /nominees/1']],
    ['both', { id: nominee['id'] }, ['unique/id /nominees/1', 'unique/nominee /nominees/1']],
    ['another name', { name: 'Khác' }, []],
    ['the name in another Unicode form', { name: String(nominee['name']).normalize('NFD') }, []],
    ['a name with a space more', { name: `${String(nominee['name'])} ` }, []],
    ['no name', { name: null }, []],
    ['no id', { id: null, name: 'Khác' }, []],
  ])('%s', (_name, second, rules) => expect(rulesOf(second)).toEqual(rules));

  test('each later one is a finding', () => {
    const nominees = [0, 1, 2].map((index) => ({ ...nominee, id: `n${index}` }));
    const repeated = found(withMembers({ nominees })).filter((finding) => finding.startsWith('unique/'));
    expect(repeated).toEqual(['unique/nominee error /nominees/1', 'unique/nominee error /nominees/2']);
  });
});

describe('never throws, whatever it is given', () => {
  const cyclic: Record<string, unknown> = { ...valid.submission };
  cyclic['contact'] = cyclic;
  const changing = { ...valid.submission };
  let looked = 0;
  Object.defineProperty(changing, 'unit', {
    enumerable: true,
    get(): unknown {
      if (++looked > 1) throw new Error('gone');
      return valid.submission['unit'];
    },
  });
  const throwing = (trap: keyof ProxyHandler<object>) =>
    new Proxy(
      { ...valid.submission },
      {
        [trap]() {
          throw new Error(trap);
        },
      },
    );
  let reads = 0;
  const tiring = new Proxy(
    { ...valid.submission },
    {
      get(target, name) {
        if (++reads > 20) throw new Error('tired');
        return Reflect.get(target, name);
      },
    },
  );
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];

  test.each<[string, unknown]>([
    ['a cycle', cyclic],
    ['a getter that throws', Object.defineProperty({ ...valid.submission }, 'form', { enumerable: true, get: fail })],
    ['a Proxy that throws on get', throwing('get')],
    ['a Proxy that throws on ownKeys', throwing('ownKeys')],
    ['a Proxy that throws on getOwnPropertyDescriptor', throwing('getOwnPropertyDescriptor')],
    ['a bigint', withMembers({ revision: 1n })],
    ['a function', withMembers({ unit: () => 1 })],
    ['a symbol', withMembers({ unit: Symbol('x') })],
    ['NaN', withMembers({ revision: Number.NaN })],
    ['Infinity', withMembers({ revision: Number.POSITIVE_INFINITY })],
    ['a number beyond all', withMembers({ revision: 1e300 })],
    ['a lone surrogate', withNominee({ name: 'A\ud800' })],
    ['a lone surrogate in a name', withMembers({ '\udc00': 1 })],
    ['a sparse list', withMembers({ nominees: Object.assign([], { length: 4_000_000_000 }) })],
    ['100,000 levels', withMembers({ unit: deep })],
    ['6 MB of text', withNominee({ summary: 'a'.repeat(6_000_000) })],
  ])('%s: one finding, schema at ""', (_name, submission) => {
    expect(found(submission)).toEqual(['schema error ']);
  });

  test.each<[string, unknown]>([
    ['a Date', withMembers({ unit: new Date(0) })],
    ['a Map', withMembers({ unit: new Map([['id', 'x']]) })],
    ['a boxed text', withMembers({ unit: new String('x') })],
    ['a name that is a symbol', withMembers({ [Symbol('x')]: 1 })],
    ['an object without prototype', Object.assign(Object.create(null) as object, valid.submission)],
    ['a getter that throws the second time', changing],
    ['a Proxy that throws after a while', tiring],
    ['one that inherits a member', Object.assign(Object.create({ unheard: 1 }) as object, valid.submission)],
    ['a frozen one', Object.freeze({ ...valid.submission })],
  ])('%s is judged by what it owns', (_name, submission) => {
    expect(() => judge(submission)).not.toThrow();
  });

  test('what it is given stays as it was', () => {
    const before = structuredClone(valid.submission);
    judge(valid.submission);
    expect(valid.submission).toEqual(before);
  });

  test('a bad instant is the caller’s mistake', () => {
    for (const wrong of ['', '2023-03-24', '2023-02-30T00:00:00Z']) {
      expect(() => check(rulebook, valid.submission, { now: wrong })).toThrow(RangeError);
    }
  });
});

describe('own properties only', () => {
  test('what a prototype lends is not there', () => {
    const heir = Object.assign(Object.create({ unit: valid.submission['unit'] }) as object, valid.submission, {
      unit: null,
    });
    delete (heir as Record<string, unknown>)['unit'];
    expect(found(heir)).toEqual(expect.arrayContaining(['unit error /unit/group', 'unit error /unit/id']));
  });

  test('nor what somebody wrote on the prototype of all objects', () => {
    const { kinds } = formOfType(rulebook, form.id, 'nomination').view.nomination;
    const field = kinds.find(({ kind }) => kind === nominee['kind'])!.fields.at(-1)!.field;
    const { [field]: _left, ...others } = nominee;
    const left = withMembers({ nominees: [others] });
    const prototype = Object.prototype as Record<string, unknown>;
    prototype[field] = 'lent';
    try {
      expect(found(left)).toEqual([`required/${field} error /nominees/0/${field}`]);
    } finally {
      delete prototype[field];
    }
  });
});

function fail(): never {
  throw new Error('no');
}

describe('limits are told as people write them, not as they are stored', () => {
  const full = packs.find(({ id }) => id === 'nam-dinh.tinh-uy.2023')!;
  const report = full.rulebook.forms.find((each) => each.type === 'report')!;
  const cells = report.view.report.tables.flatMap((table) =>
    columnLeaves(table.columns).flatMap(({ id, type, computed }) =>
      computed ? [] : [{ table: table.id, row: table.rows[0]!.id, id, type }],
    ),
  );
  const messages = (type: string, value: number, lang: 'vi' | 'en') => {
    const { table, row, id } = cells.find((each) => each.type === type)!;
    return check(
      full.rulebook,
      {
        rulebook: `${full.rulebook.id}@${full.rulebook.version}`,
        form: report.id,
        tables: { [table]: { [row]: { [id]: value } } },
      },
      { now, lang },
    ).findings.flatMap(({ rule, message }) => (rule === 'schema' ? [message.replace(/^.*?: /, '')] : []));
  };

  test.each<[type: string, cell: number, vi: string, en: string]>([
    ['percent', 150_000, 'phải từ 0 % đến 1.000 %.', 'must be from 0 % to 1,000 %.'],
    ['percent', -1, 'phải từ 0 % đến 1.000 %.', 'must be from 0 % to 1,000 %.'],
    ['percent', 9750.5, 'nhiều nhất hai chữ số thập phân, ví dụ 97,55 %.', 'two decimals at most, such as 97.55 %.'],
    ['count', 1e9, 'phải từ 0 đến 999.999.999.', 'must be from 0 to 999,999,999.'],
    ['count', 1.5, 'phải là số nguyên.', 'must be a whole number.'],
  ])('%s %d', (type, cell, vi, en) => {
    expect([messages(type, cell, 'vi'), messages(type, cell, 'en')]).toEqual([[vi], [en]]);
  });
});
