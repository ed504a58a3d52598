import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { buildService } from '../src/app.js';
import { readRulebooks } from '../src/rulebooks.js';

const NOW = '2023-03-22T08:00:00+07:00';
const ID = 'hai-phong.kien-an.2023';
const CHECK = `/rulebooks/${ID}/check`;
const vectors = fileURLToPath(new URL('./', import.meta.resolve(`@kl01/rules/vectors/${ID}.ndjson`)));
const files = readdirSync(vectors).filter((name) => name.endsWith('.rulebook.json'));
const read = (path: URL): unknown => JSON.parse(readFileSync(path, 'utf8'));

interface Description {
  paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
}
const description = read(new URL('../openapi.json', import.meta.url)) as Description;
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(description, 'openapi.json');

let app: FastifyInstance;
beforeAll(async () => {
  app = await buildService({ rulebooks: await readRulebooks(files.map((name) => vectors + name)), clock: () => NOW });
});
afterAll(() => app.close());

/** Asks the service; the answer must be one that the description announces. */
async function ask(path: string, request: InjectOptions) {
  const method = (request.method ?? 'GET').toLowerCase();
  const response = await app.inject(request);
  const announced = description.paths[path]?.[method]?.responses[response.statusCode] as { $ref?: string } | undefined;
  expect(announced, `${method} ${path} may answer ${response.statusCode}`).toBeDefined();
  const pointer = announced!.$ref ?? `#/paths/${path.replaceAll('/', '~1')}/${method}/responses/${response.statusCode}`;
  const schema = { $ref: `openapi.json${encodeURI(pointer)}/content/application~1json/schema` };
  const body: unknown = response.json();
  if (!ajv.validate(schema, body)) throw new Error(`${path}: ${ajv.errorsText()}`);
  expect(response.headers['content-type']).toMatch(/^application\/json/);
  return { status: response.statusCode, body: body as Record<string, never>, response };
}

const post = (payload: string | Buffer, query: Record<string, string | string[]> = {}, url = CHECK): InjectOptions => ({
  method: 'POST',
  url,
  query,
  payload,
  headers: { 'content-type': 'application/json' },
});

test('the description is OpenAPI 3.1', async () => {
  const result = await new Validator().validate(read(new URL('../openapi.json', import.meta.url)) as object);
  expect(result).toEqual({ valid: true });
  const { body } = await ask('/openapi.json', { url: '/openapi.json' });
  expect(body).toEqual(description);
});

test('lists its rulebooks, and gives them as they are', async () => {
  const { body } = await ask('/rulebooks', { url: '/rulebooks' });
  const summaries = body['rulebooks'] as { id: string; sha256: string }[];
  expect(summaries.map(({ id }) => `${id}.rulebook.json`)).toEqual(files);
  for (const { id, sha256 } of summaries) {
    const { response } = await ask('/rulebooks/{id}', { url: `/rulebooks/${id}` });
    expect(createHash('sha256').update(response.rawPayload).digest('hex')).toBe(sha256);
    expect(response.headers['etag']).toBe(`"${sha256}"`);
  }
});

test('tells the dates as they stand for a unit', async () => {
  const states = async (now: string): Promise<string[]> => {
    const query = { now, unitId: 'x', unitGroup: 'dang-bo' };
    const { body } = await ask('/rulebooks/{id}/windows', { url: `/rulebooks/${ID}/windows`, query });
    const list = body['windows'] as { element: string; state: string }[];
    return list.filter(({ element }) => element.startsWith('de-nghi-cap-quan/')).map(({ state }) => state);
  };
  expect(await states(NOW)).toEqual(['open']);
  expect(await states('2023-03-31T17:00:00Z')).toEqual(['closed']);
  for (const name of files) {
    const url = `/rulebooks/${name.replace('.rulebook.json', '')}/windows`;
    expect((await ask('/rulebooks/{id}/windows', { url })).status).toBe(200);
  }
});

describe.each(files.map((name) => name.replace('.rulebook.json', '')))('the vectors of %s', (id) => {
  interface Vector {
    name: string;
    now: string;
    unit?: { id: string; group: string };
    given?: object;
    receiver?: string;
    submission: unknown;
    expect: { valid: boolean; findings: object[] };
  }
  const lines = readFileSync(`${vectors}${id}.ndjson`, 'utf8').trimEnd().split('\n');
  it.each(lines.map((line) => JSON.parse(line) as Vector).map((vector) => [vector.name, vector] as const))(
    '%s',
    async (_name, { now, unit, given, receiver, submission, expect: expected }) => {
      const query = {
        now,
        ...(unit && { unitId: unit.id, unitGroup: unit.group }),
        ...(given && { given: JSON.stringify(given) }),
        ...(receiver !== undefined && { receiver }),
      };
      const request = post(JSON.stringify(submission), query, `/rulebooks/${id}/check`);
      const { body } = await ask('/rulebooks/{id}/check', request);
      const findings = body['findings'] as { rule: string; severity: string; path: string }[];
      const bare = findings.map(({ rule, severity, path }) => ({ rule, severity, path }));
      expect(inOrder(bare)).toEqual(inOrder(expected.findings));
      expect(body['valid']).toBe(expected.valid);
    },
  );
});

describe('what is refused before judging, as in every backend', () => {
  interface Text {
    name: string;
    text?: string | (string | [string, number])[];
    bytes?: string;
    refused?: boolean;
    same?: unknown;
  }
  const { texts } = read(new URL('../../backends/refused.json', import.meta.url)) as { texts: Text[] };
  it.each(texts.map((entry) => [entry.name, entry] as const))('%s', async (_name, { text, bytes, refused, same }) => {
    const parts = typeof text === 'string' ? [text] : (text ?? []);
    const whole = parts.map((part) => (typeof part === 'string' ? part : part[0].repeat(part[1]))).join('');
    const payload = bytes === undefined ? Buffer.from(whole) : Buffer.from(bytes, 'hex');
    const { status, body } = await ask('/rulebooks/{id}/check', post(payload));
    if (refused) expect([400, 413]).toContain(status);
    else expect(body).toEqual((await ask('/rulebooks/{id}/check', post(JSON.stringify(same)))).body);
  });
});

describe('refuses a wrong call, and says which', () => {
  const cases: [name: string, path: string, request: InjectOptions, status: number, reason: string][] = [
    ['another rulebook', '/rulebooks/{id}/check', post('{}', {}, '/rulebooks/vi-du/check'), 404, 'no-rulebook'],
    ['a name of a prototype', '/rulebooks/{id}', { url: '/rulebooks/constructor' }, 404, 'no-rulebook'],
    ['a now without offset', '/rulebooks/{id}/check', post('{}', { now: '2023-03-22T08:00:00' }), 400, 'now'],
    ['a now given twice', '/rulebooks/{id}/check', post('{}', { now: [NOW, NOW] }), 400, 'now'],
    ['a given that is no object', '/rulebooks/{id}/check', post('{}', { given: '[]' }), 400, 'given'],
    ['two receivers', '/rulebooks/{id}/check', post('{}', { receiver: ['a', 'b'] }), 400, 'receiver'],
    ['half a unit', '/rulebooks/{id}/check', post('{}', { unitId: 'x' }), 400, 'unit'],
    ['an empty unit', '/rulebooks/{id}/windows', { url: `/rulebooks/${ID}/windows?unitId=&unitGroup=` }, 400, 'unit'],
    ['another language', '/rulebooks/{id}/check', post('{}', { lang: 'fr' }), 400, 'lang'],
    ['no body', '/rulebooks/{id}/check', { method: 'POST', url: CHECK }, 415, 'media-type'],
    [
      'another kind of text',
      '/rulebooks/{id}/check',
      { ...post('{}'), headers: { 'content-type': 'text/plain' } },
      415,
      'media-type',
    ],
    ['an empty text', '/rulebooks/{id}/check', post(''), 400, 'not-json'],
  ];
  it.each(cases)('%s', async (_name, path, request, status, reason) => {
    const answer = await ask(path, request);
    expect([answer.status, (answer.body['error'] as { reason: string }).reason]).toEqual([status, reason]);
  });

  it.each(['/', '/rulebooks/%', `/rulebooks/${ID}/check`, `/rulebooks/${'x'.repeat(300)}`])(
    'nothing at %s',
    async (url) => {
      const response = await app.inject({ url });
      expect(response.statusCode).toBe(404);
      expect(ajv.validate({ $ref: 'openapi.json#/components/schemas/Refusal' }, response.json())).toBe(true);
    },
  );
});

describe('cannot start', () => {
  it('without a file that is a rulebook', async () => {
    const cases = vectors.replace(/vectors\/$/, 'packs/') + `${ID}.json`;
    await expect(readRulebooks([cases])).rejects.toThrow('is no rulebook');
  });
  it('with two of one id', async () => {
    const file = `${vectors}${ID}.rulebook.json`;
    await expect(readRulebooks([file, file])).rejects.toThrow('Two files');
  });
});

const inOrder = (findings: readonly object[]): string[] =>
  findings.map((finding) => JSON.stringify(sorted(finding))).sort();
const sorted = (value: object): object =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
