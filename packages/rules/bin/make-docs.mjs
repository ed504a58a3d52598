// Fills the examples of docs/*.md from the packs, so that none goes stale.
//   node bin/make-docs.mjs             writes
//   node bin/make-docs.mjs --check     writes nothing; exit status 1 and the examples that differ
//
// An example is a marker and the block below it:
//   <!-- from PACK ADDRESS -->             the element at an address of a pack
//   <!-- from PACK ADDRESS only a,b -->    of an object, some members
//   <!-- from PACK ADDRESS first 2 -->     of a list, the first entries
//   <!-- case PACK NAME -->                a named case of the pack
//   <!-- rule PACK ELEMENT -->             the first rule compiled from an element
//   <!-- words fields -->                  a table of the shared vocabulary: fields, ratings, kinds, documents
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, parsePack } from '../dist/compile.js';
import { findElement } from '../dist/pack/element.js';
import { vocabulary } from '../dist/strings/vocabulary.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const FOLDERS = ['../packs/', '../../../docs/tutorial/', '../test/lib/sample-packs/'].map(here);
const DOCS = here('../../../docs/');
const EXAMPLES = [
  /<!-- (from|case|rule) ([^\n]*?) -->(?:\n+```json\n[\s\S]*?\n```)?/g,
  /<!-- (words) ([^\n]*?) -->(?:\n+(?:\|[^\n]*\n)+)?/g,
];
const WIDTH = 100;

function fillAll({ checking }) {
  let stale = 0;
  for (const name of readdirSync(DOCS).filter((entry) => entry.endsWith('.md'))) {
    const text = readFileSync(DOCS + name, 'utf8');
    const fillIn = (found, what, said) => {
      const made = `<!-- ${what} ${said} -->\n\n${example(what, said)}`;
      if (made !== found) {
        stale++;
        console.log(`docs/${name}: ${what} ${said}`);
      }
      return made;
    };
    const filled = EXAMPLES.reduce((part, pattern) => part.replace(pattern, fillIn), text);
    if (filled !== text && !checking) writeFileSync(DOCS + name, filled.replace(/\n{3,}/g, '\n\n'));
  }
  return stale;
}

function example(what, said) {
  if (what === 'words') return wordTable(said);
  const [source, ...rest] = said.split(' ');
  if (what === 'case') return block(caseNamed(source, rest.join(' ')));
  const [address, ...limits] = rest;
  if (what === 'rule') return block(ruleOf(source, address));
  return block(limited(elementAt(readPack(source), address), limits));
}

const fileOf = (id, ending) =>
  FOLDERS.map((folder) => `${folder}${id}${ending}`).find(existsSync) ?? stop(`There is no ${id}${ending}.`);

const BY_HAND = here('../test/by-hand/');

function readPack(id) {
  const tables = readdirSync(BY_HAND).map((name) => JSON.parse(readFileSync(BY_HAND + name, 'utf8')));
  return tables.find(({ pack }) => pack.id === id)?.pack ?? JSON.parse(readFileSync(fileOf(id, '.json'), 'utf8'));
}

function elementAt(pack, address) {
  if (address === '.') return pack;
  return (findElement(pack, address) ?? stop(`${pack.id} has no element “${address}”.`)).value;
}

function limited(value, [limit, given]) {
  if (limit === 'first') return value.slice(0, Number(given));
  if (limit === 'only') return Object.fromEntries(given.split(',').map((name) => [name, value[name]]));
  return value;
}

function caseNamed(id, name) {
  const cases = JSON.parse(readFileSync(fileOf(id, '.cases.json'), 'utf8'));
  return cases.find((entry) => entry.name === name) ?? stop(`${id} has no case “${name}”.`);
}

function ruleOf(id, element) {
  const { forms } = compile(parsePack(readPack(id)));
  const rules = forms.flatMap(({ rules: list }) => list);
  return rules.find((rule) => rule.element === element) ?? stop(`${id} has no rule made from “${element}”.`);
}

const block = (value) => `\`\`\`json\n${printed(value, '')}\n\`\`\``;

/** JSON as people write packs: what fits in a line stands in one. */
function printed(value, indent) {
  const line = oneLine(value);
  if (value === null || typeof value !== 'object' || indent.length + line.length <= WIDTH) return line;
  const more = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => more + printed(item, more))
    : Object.entries(value).map(([name, member]) => `${more}${JSON.stringify(name)}: ${printed(member, more)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function oneLine(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${oneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function wordTable(which) {
  const rows = Object.entries(vocabulary[which] ?? stop(`The vocabulary has no “${which}”.`)).map(([name, word]) => {
    const { vi, en } = word.label ?? word;
    const others = Object.entries(word.by ?? {}).map(([kind, { vi: words }]) => `${kind}: ${words}`);
    const label = [vi, ...others].join('<br>');
    return word.type ? `| \`${name}\` | \`${word.type}\` | ${label} | ${en} |` : `| \`${name}\` | ${label} | ${en} |`;
  });
  const head =
    which === 'fields'
      ? '| field | type | label | in English |\n|---|---|---|---|'
      : '| | label | in English |\n|---|---|---|';
  return `${[head, ...rows].join('\n')}\n`;
}

function stop(message) {
  console.error(message);
  process.exit(2);
}

const checking = process.argv.includes('--check');
process.exitCode = fillAll({ checking }) > 0 && checking ? 1 : 0;
