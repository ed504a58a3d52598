import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lint } from './lint.js';
import { parsePack, RulePackError } from '../pack/parse-pack.js';
import type { Lang } from '../text.js';

/** A mistake that a first pack may hold, made in a good one, and what its author reads, verbatim. */
interface Mistake {
  name: string;
  /** JSON Pointer → the value to set; null removes */
  set: Record<string, unknown>;
  /** place, reason and remedy, in Vietnamese */
  said: string[];
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../test/${path}`, import.meta.url), 'utf8'));
const mistakes = read('lint/mistakes.json') as Mistake[];

function broken(set: Mistake['set']): unknown {
  const pack = read('lib/sample-packs/vi-du.day-du.2023.json');
  for (const [pointer, value] of Object.entries(set)) {
    const steps = pointer.slice(1).split('/');
    const last = steps.pop()!;
    const holder = steps.reduce((at, step) => (at as Record<string, unknown>)[step], pack) as Record<string, unknown>;
    if (value === null) delete holder[last];
    else holder[last] = value;
  }
  return pack;
}

function said(pack: unknown, lang: Lang): string[] {
  try {
    const findings = lint(parsePack(pack, { lang }), { lang }).filter(({ severity }) => severity !== 'advice');
    return findings.map(({ element, message, remedy }) => `${element}: ${message} ${remedy}`);
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error;
    return error.problems.map(({ pointer, message, remedy }) => `${pointer}: ${message} ${remedy}`);
  }
}

test('the pack in which they are made has none', () => {
  expect(said(broken({}), 'vi')).toEqual([]);
});

/** What remains of a message without names, values and places, which are the pack's own or of the format. */
const words = (line: string): string =>
  line.replace(/^\S+: /, '').replaceAll(/“[^”]*”|"[^"]*"|\{[^}]*\}|\[[^\]]*\]|[A-Za-z]*\/\S*/g, ' ');

describe.each(mistakes)('$name', ({ set, said: expected }) => {
  test('is told with its place, its reason and the remedy', () => {
    expect(said(broken(set), 'vi')).toEqual(expected);
  });

  test('is told in whole sentences of one language', () => {
    const vietnamese = said(broken(set), 'vi');
    const english = said(broken(set), 'en');
    expect(english).toHaveLength(vietnamese.length);
    for (const line of vietnamese) {
      expect(line).toMatch(/[.?]$/);
      expect(words(line)).not.toMatch(/\b(the|which|must|may|with|are|cannot|unknown)\b/);
    }
    for (const line of english) expect(line).toMatch(/[.?]$/);
  });
});
