import { describe, expect, test } from 'vitest';
import { MAX_BYTES, MAX_DEPTH, readJson, refusal, UnreadableError, type UnreadableReason } from './read-json.js';

const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const textOfBytes = (bytes: number) => `"${'a'.repeat(bytes - 2)}"`;
const vietnameseOfBytes = (bytes: number) => `"${'ế'.repeat((bytes - 2) / 3)}"`;

describe('what is read', () => {
  test.each<[string, string, unknown]>([
    ['an object', '{"a":[1,"x",null,true]}', { a: [1, 'x', null, true] }],
    ['white space around', ' \n{}\t', {}],
    ['a whole number written with a fraction', '2022.0', 2022],
    ['a whole number written with an exponent', '2.022e3', 2022],
    ['the largest whole number', '9007199254740991', 9007199254740991],
    ['the smallest whole number', '-9007199254740991', -9007199254740991],
    ['a number too small to tell from nothing', '1e-400', 0],
    ['a pair of surrogates', String.raw`"\ud83d\ude00"`, '😀'],
    ['of duplicate keys the last', '{"a":1,"a":2}', { a: 2 }],
    ['brackets within text do not nest', JSON.stringify('['.repeat(100)), '['.repeat(100)],
    ['a quote within text does not end it', String.raw`{"a":"\"[[[["}`, { a: '"[[[[' }],
    ['as many values as allowed', `[${'0,'.repeat(99_998)}0]`, new Array(99_999).fill(0)],
    ['as deep as allowed', lists(MAX_DEPTH), JSON.parse(lists(MAX_DEPTH))],
  ])('%s', (_name, text, value) => expect(readJson(text)).toEqual(value));

  test('bytes of UTF-8', () =>
    expect(readJson(Buffer.from('{"tên":"Bế Thị Ổi 😀"}'))).toEqual({ tên: 'Bế Thị Ổi 😀' }));

  test('minus zero equals zero', () => expect(readJson('-0') === 0).toBe(true));

  test('a name __proto__ is a name like any other', () => {
    const value = readJson('{"__proto__":{"valid":true}}') as object;
    expect(Object.hasOwn(value, '__proto__')).toBe(true);
    expect((value as { valid?: boolean }).valid).toBeUndefined();
  });

  test.each([
    ['plain letters', textOfBytes(MAX_BYTES)],
    ['letters of three bytes', vietnameseOfBytes(4_999_997 + 1)],
    ['a letter of four bytes', `"${'😀'.repeat((4_999_998 - 2) / 4)}"`],
  ])('5 MB of %s', (_name, text) => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_BYTES);
    expect(() => readJson(text)).not.toThrow();
  });
});

describe('what is refused before judging', () => {
  test.each<[string, string, UnreadableReason]>([
    ['nothing', '', 'not-json'],
    ['a word', 'hello', 'not-json'],
    ['half an object', '{"a":', 'not-json'],
    ['two values', '{} {}', 'not-json'],
    ['a comma too many', '[1,]', 'not-json'],
    ['single quotes', "{'a':1}", 'not-json'],
    ['a comment', '{} // x', 'not-json'],
    ['a byte order mark', '\ufeff{}', 'not-json'],
    ['NaN', '{"a":NaN}', 'not-json'],
    ['Infinity', '[Infinity]', 'not-json'],
    ['a number beyond all', '1e400', 'number'],
    ['minus a number beyond all', '[-1e400]', 'number'],
    ['2^53', '9007199254740992', 'number'],
    ['a number that is rounded to 2^53', '9007199254740993', 'number'],
    ['−2^53', '{"a":-9007199254740992}', 'number'],
    ['a high surrogate alone', String.raw`"\ud83d"`, 'surrogate'],
    ['a low surrogate alone', String.raw`["\ude00"]`, 'surrogate'],
    ['surrogates the wrong way round', String.raw`"\ude00\ud83d"`, 'surrogate'],
    ['a surrogate in a name', String.raw`{"\ud83d":1}`, 'surrogate'],
    ['a level too deep', lists(MAX_DEPTH + 1), 'too-deep'],
    ['objects a level too deep', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, 'too-deep'],
    ['100,000 levels', lists(100_000), 'too-deep'],
    ['100,000 levels that never end', '['.repeat(100_000), 'too-deep'],
    ['a byte more than 5 MB', textOfBytes(MAX_BYTES + 1), 'too-large'],
    ['5 MB of letters, more of bytes', `"${'ế'.repeat(2_000_000)}"`, 'too-large'],
    ['100,001 values, the list among them', `[${'0,'.repeat(99_999)}0]`, 'too-large'],
    ['100,001 values, whatever they are called', `[${'{"a":null},'.repeat(49_999)}{"a":null}]`, 'too-large'],
    ['50 MB', `"${'a'.repeat(50_000_000)}"`, 'too-large'],
  ])('%s', (_name, text, reason) => {
    const error = thrownBy(() => readJson(text));
    expect(error).toBeInstanceOf(UnreadableError);
    expect(error).toMatchObject({ name: 'UnreadableError', reason });
  });

  test.each<[string, Uint8Array, UnreadableReason]>([
    [
      'a letter cut in two',
      Buffer.concat([Buffer.from('"'), Buffer.from('ế').subarray(0, 2), Buffer.from('"')]),
      'not-json',
    ],
    ['a byte that UTF-8 has not', Buffer.from([0x22, 0xff, 0x22]), 'not-json'],
    ['a surrogate', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 'not-json'],
    ['UTF-16', Buffer.from('{}', 'utf16le'), 'not-json'],
    ['a byte order mark', Buffer.from('\ufeff{}'), 'not-json'],
    ['a byte more than 5 MB', Buffer.from(textOfBytes(MAX_BYTES + 1)), 'too-large'],
  ])('in bytes, %s', (_name, bytes, reason) => {
    expect(thrownBy(() => readJson(bytes))).toMatchObject({ name: 'UnreadableError', reason });
  });

  test('a reader with objects of its own around the submission has room for them', () => {
    expect(() => readJson(lists(MAX_DEPTH + 1), { within: 1 })).not.toThrow();
    expect(thrownBy(() => readJson(lists(MAX_DEPTH + 2), { within: 1 }))).toMatchObject({ reason: 'too-deep' });
  });
});

describe('values in memory', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  let shared: unknown = 'x';
  for (let level = 0; level < MAX_DEPTH - 1; level++) shared = [shared, shared];

  test.each<[string, unknown, UnreadableReason | null]>([
    ['data', { a: [1, 'x', null, true, undefined] }, null],
    ['a member left undefined', { a: undefined }, null],
    ['an object without prototype', Object.assign(Object.create(null) as object, { a: 1 }), null],
    ['a name that is a symbol is no data and not looked at', { [Symbol('a')]: () => 1 }, null],
    ['NaN', { a: Number.NaN }, 'number'],
    ['Infinity', [Number.POSITIVE_INFINITY], 'number'],
    ['a cycle', cyclic, 'too-deep'],
    ['a function', { a: () => 1 }, 'not-data'],
    ['a bigint', { a: 1n }, 'not-data'],
    ['a symbol', [Symbol('a')], 'not-data'],
    [
      'a getter that throws',
      {
        get a(): never {
          throw new Error('no');
        },
      },
      'not-data',
    ],
    [
      'a Proxy that throws',
      new Proxy(
        {},
        {
          ownKeys() {
            throw new Error('no');
          },
        },
      ),
      'not-data',
    ],
    ['a revoked Proxy', revoked(), 'not-data'],
    ['a value shared two thousand million times', shared, 'too-large'],
    ['a list of a thousand million holes', new Array<unknown>(1_000_000_000), 'too-large'],
  ])('%s', (_name, value, reason) => expect(refusal(value)).toBe(reason));

  test('what is read from a text is never refused for its size afterwards', () => {
    const names = Array.from({ length: 99_999 }, (_, index) => [`n${index}`, index]);
    expect(refusal(readJson(JSON.stringify(Object.fromEntries(names))))).toBeNull();
    expect(refusal(readJson(`[${'"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",'.repeat(99_998)}0]`))).toBeNull();
    expect(refusal(readJson(`[${'{},'.repeat(99_998)}{}]`))).toBeNull();
  });
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}
