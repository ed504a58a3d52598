import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAGES, pageOf, publicNames } from './lib/api-reference.mjs';
import { ROOT } from './lib/source-files.ts';

describe.each(PAGES)('the reference of $name', (page) => {
  test('tells of every public name what it is: write a docstring above it', () => {
    const silent = publicNames(page.entry).filter(({ comment }) => comment === '');
    expect(silent.map((each) => each.name)).toEqual([]);
  });

  test('is up to date: “npm run api” writes it', () => {
    expect(readFileSync(join(ROOT, page.path), 'utf8')).toBe(pageOf(page));
  });
});
