import { beforeAll, describe, expect, it } from 'vitest';
import { BUNDLERS, bundle, type Bundle } from './lib/bundlers.ts';

/**
 * What a host's own bundler puts into the script that its page loads first: that chunk and all that it imports
 * statically. A module that only `import()` names comes later, when it is wanted.
 */

/** What makes rulebooks: for whoever writes packs, never for who fills in, judges or prints. */
const COMPILER = /^zod\/|^@kl01\/rules\/(?:compile|pack|kinds|authoring|explain|cli|module)\b/;
const EXPORTERS = /^(?:@kl01\/exporters|@noble\/hashes|fflate)\//;
const PAGE = /^@kl01\/forms\/|^(?:@lit\/|lit)/;
/** What a person needs, never for one check of a submission. */
const BESIDE_THE_JUDGE = /^@kl01\/rules\/(?:questionnaire|committee)\//;

interface Entry {
  readonly what: string;
  readonly source: string;
  /** What is loaded first has it, or has nothing of it. */
  readonly first: { readonly has: string; readonly never: readonly RegExp[] };
  readonly later: { readonly has?: string; readonly never: readonly RegExp[] };
  /** A little above what the largest of the four made in December 2026: what grows is noticed, and decided. */
  readonly atMostKilobytes: number;
}

const ENTRIES: readonly Entry[] = [
  {
    what: 'a page that prints when asked to',
    source: `import '@kl01/forms/define';
      document.querySelector('kl01-nomination-form').exporters = () => import('@kl01/exporters');`,
    first: { has: '@kl01/forms/nomination-form/nomination-form.js', never: [COMPILER, EXPORTERS] },
    later: { has: '@kl01/exporters/export-document.js', never: [COMPILER] },
    atMostKilobytes: 136,
  },
  {
    what: 'a judge',
    source: `import { check } from '@kl01/rules'; globalThis.judge = check;`,
    first: { has: '@kl01/rules/judge/check.js', never: [COMPILER, EXPORTERS, PAGE, BESIDE_THE_JUDGE] },
    later: { never: [/./] },
    atMostKilobytes: 19,
  },
  {
    what: 'exporters alone',
    source: `import { documentsFor, exportDocument, importXlsx } from '@kl01/exporters';
      Object.assign(globalThis, { documentsFor, exportDocument, importXlsx });`,
    first: { has: '@kl01/exporters/export-document.js', never: [COMPILER, PAGE, /\/docx\/library|\/xlsx\/read-xlsx/] },
    later: { has: '@kl01/exporters/docx/library.js', never: [COMPILER] },
    atMostKilobytes: 112,
  },
  {
    what: 'a page that compiles when asked to',
    source: `import '@kl01/forms/define';
      globalThis.rulebookOf = async (pack) => {
        const { compile, parsePack } = await import('@kl01/rules/compile');
        return compile(parsePack(pack));
      };`,
    first: { has: '@kl01/forms/nomination-form/nomination-form.js', never: [COMPILER, EXPORTERS] },
    later: { has: 'zod/v4/core/parse.js', never: [EXPORTERS] },
    atMostKilobytes: 136,
  },
];

const among = (modules: readonly string[], never: readonly RegExp[]): string[] =>
  modules.filter((name) => never.some((each) => each.test(name)));

describe.each(Object.entries(BUNDLERS))('bundled by %s', (_, bundler) => {
  describe.each(ENTRIES)('$what', ({ source, first, later, atMostKilobytes }) => {
    let made: Bundle;
    beforeAll(async () => {
      made = await bundle(bundler, source);
    });

    it('loads first what it uses at once, and nothing of the rest', () => {
      expect(made.first).toContain(first.has);
      expect(among(made.first, first.never)).toEqual([]);
    });

    it('loads later what it imports later', () => {
      if (later.has) expect(made.later).toContain(later.has);
      expect(among(made.later, later.never)).toEqual([]);
    });

    it(`loads at most ${atMostKilobytes} kB first`, () => {
      expect(made.gzipKilobytes).toBeLessThanOrEqual(atMostKilobytes);
    });
  });
});
