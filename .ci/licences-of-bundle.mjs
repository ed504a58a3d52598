import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A plugin for rollup: writes beside the bundles whose code stands in them, and under which licence. Minified code has no
 * comments, and most licences want their text handed on. Give all bundles of a package the same one.
 *
 * @param {string} file path of the text it writes
 * @param {readonly string[]} [more] folders of packages that an earlier bundle has taken in
 */
export function licencesOfBundle(file, more = []) {
  const folders = new Set(more);
  return {
    name: 'licences-of-bundle',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        for (const [id, { renderedLength }] of Object.entries(chunk.modules ?? {})) {
          if (renderedLength > 0 && id.includes('node_modules'))
            folders.add(packageFolder(id.replace(/\0|\?.*$/g, '')));
        }
      }
    },
    writeBundle() {
      mkdirSync(dirname(file), { recursive: true });
      const texts = new Map([...folders].map(licenceIn));
      writeFileSync(
        file,
        `${[...texts]
          .sort()
          .map(([name, text]) => `## ${name}\n\n${text.trim()}\n`)
          .join('\n\n')}`,
      );
    },
  };
}

/** Beside the nearest package.json that names a package: folders within a package have nameless ones. */
function packageFolder(path) {
  const folder = dirname(path);
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version) return folder;
  if (folder === path) throw new Error('A module stands in no package.');
  return packageFolder(folder);
}

function licenceIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!file && license !== '0BSD') throw new Error(`${name} stands in a bundle, and ${folder} has no licence.`);
  return [`${name} ${version}`, file ? readFileSync(join(folder, file), 'utf8') : license];
}
