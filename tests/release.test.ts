import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRelease, type Release } from './lib/release.ts';

/** `npm run release`: what somebody gets who has no npm. Its pages are tried in a browser by tests/e2e/release.e2e.ts. */

const MEGABYTES = 1_000_000;
const FOLDERS = [
  'examples/backends/dotnet/src',
  'examples/backends/dotnet/web',
  'examples/backends/go',
  'examples/backends/java/src',
  'examples/backends/php/src',
  'examples/backends/python',
  'examples/frameworks/desk',
  'examples/frameworks/php',
  'examples/frameworks/static',
  'packages/exporters/dist/browser',
  'packages/forms/themes',
  'packages/rules/dist/rulebooks',
  'packages/rules/packs',
  'packages/rules/schema',
  'packages/rules/vectors',
];
const FILES = [
  'HUONG-DAN.html',
  'LICENSE',
  'SHA256SUMS',
  'THIRD-PARTY-LICENSES.txt',
  'packages/exporters/dist/browser/kl01-committee.js',
  'packages/exporters/dist/browser/kl01-exporters.js',
  'packages/forms/dist/custom-elements.json',
  'packages/forms/dist/kl01-forms.js',
  'packages/forms/dist/kl01-review-board.js',
];

describe('the release', () => {
  let release: Release;
  let again: Release;
  beforeAll(async () => {
    [release, again] = await Promise.all([makeRelease(), makeRelease()]);
  }, 120_000);
  afterAll(() => Promise.all([release?.remove(), again?.remove()]));

  const text = (path: string) => new TextDecoder().decode(release.files.get(path));
  const hash = (algorithm: string, bytes: Uint8Array | undefined) => createHash(algorithm).update(bytes ?? '');

  it('is the same bytes each time, the tarballs too', async () => {
    const names = (await readdir(release.folder)).sort();
    expect(names.map((name) => name.replace(/-\d.*(?=\.\w+$)/, '-…'))).toEqual([
      'kl01-….zip',
      'kl01-exporters-….tgz',
      'kl01-forms-….tgz',
      'kl01-rules-….tgz',
    ]);
    for (const name of names) {
      const [one, other] = await Promise.all([release, again].map(({ folder }) => readFile(join(folder, name))));
      expect(one?.equals(other ?? Buffer.alloc(0)), name).toBe(true);
    }
  });

  it('holds what an integrator needs, in at most 2 MB', () => {
    const paths = [...release.files.keys()];
    expect(FILES.filter((path) => !release.files.has(path))).toEqual([]);
    expect(FOLDERS.filter((folder) => !paths.some((path) => path.startsWith(`${folder}/`)))).toEqual([]);
    expect(paths.filter((path) => /node_modules|\.map$|\.test\.ts$|(^|\/)bin\//.test(path))).toEqual([]);
    expect(release.zip.length).toBeLessThan(2 * MEGABYTES);
  });

  it('lists the SHA-256 of every other file', () => {
    const lines = [...release.files]
      .filter(([path]) => path !== 'SHA256SUMS')
      .map(([path, bytes]) => `${hash('sha256', bytes).digest('hex')}  ${path}`);
    expect(text('SHA256SUMS').trimEnd().split('\n').sort()).toEqual(lines.sort());
  });

  it('pins the script in every page that loads it', () => {
    const pages = [...release.files.keys()].filter(
      (path) => /\.(?:html|php|aspx|jsp)$/.test(path) && path !== 'HUONG-DAN.html',
    );
    const loading = pages.filter((path) => /<script src="[^"]*kl01-forms\.js"/.test(text(path)));
    expect(loading.length).toBeGreaterThanOrEqual(6);
    const digest = hash('sha384', release.files.get('packages/forms/dist/kl01-forms.js')).digest('base64');
    expect(loading.filter((path) => !text(path).includes(`kl01-forms.js" integrity="sha384-${digest}"`))).toEqual([]);
  });

  it('has a guide of one file that fetches nothing and leads to what is there', () => {
    const guide = text('HUONG-DAN.html');
    for (const words of [
      'trong 10 phút',
      'Công thức',
      'Kiểm tra lại ở máy chủ',
      '--kl01-color-accent',
      'không chạy',
      'Nâng cấp',
    ]) {
      expect(guide).toContain(words);
    }
    expect(guide).not.toMatch(/<script|<link|<img|@import/);
    const targets = [...guide.matchAll(/ href="([^"]+)"/g)].map(([, target]) => target!);
    const lost = targets.filter((target) =>
      target.startsWith('#') ? !guide.includes(`id="${target.slice(1)}"`) : !release.files.has(target),
    );
    expect(lost).toEqual([]);
    expect(targets.length).toBeGreaterThan(10);
  });

  it('hands on the licences of what stands in its scripts', () => {
    for (const library of ['lit-html', 'docx', 'fflate', '@noble/hashes']) {
      expect(text('THIRD-PARTY-LICENSES.txt')).toContain(`## ${library} `);
    }
  });
});
