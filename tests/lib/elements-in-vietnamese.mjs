import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * docs/vi/thanh-phan.md: what custom-elements.json says each element has, in the words of docs/vi/thanh-phan.json.
 *
 * @typedef {{ name: string, kind?: string, default?: string, fieldName?: string, attribute?: string, static?: boolean }} Member
 * @typedef {{ tagName: string, attributes: Member[], members: Member[], events: Member[], slots: Member[],
 *   cssParts: Member[], cssProperties: Member[] }} Declaration
 * @typedef {[title: string, head: string, words: string, of: (element: Declaration) => Member[]]} Table
 */

export const PATH = 'docs/vi/thanh-phan.md';

const file = (/** @type {string} */ path) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'));

/** @type {Table[]} */
const TABLES = [
  ['Thuộc tính', 'thuộc tính', 'attributes', ({ attributes }) => attributes],
  [
    'Chỉ gán bằng mã lệnh',
    'thuộc tính của đối tượng',
    'properties',
    ({ members }) => members.filter(({ kind, attribute }) => kind === 'field' && !attribute),
  ],
  ['Hàm', 'hàm', 'methods', ({ members }) => members.filter(({ kind }) => kind === 'method')],
  ['Sự kiện', 'sự kiện', 'events', ({ events }) => events],
  ['Chỗ chèn (slot)', 'slot', 'slots', ({ slots }) => slots],
  ['Phần, dùng với `::part(…)`', 'phần', 'parts', ({ cssParts }) => cssParts],
  ['Biến CSS', 'biến', 'variables', ({ cssProperties }) => cssProperties],
];

/** @returns {string} the page */
export function elementsInVietnamese() {
  /** @type {Record<string, Record<string, string>>} */
  const words = file('docs/vi/thanh-phan.json');
  /** @type {Declaration[]} */
  const elements = file('packages/forms/dist/custom-elements.json').modules.flatMap(
    (/** @type {{ declarations: Declaration[] }} */ each) => each.declarations,
  );
  const said = (/** @type {string} */ group, /** @type {string} */ name) => {
    const text = words[group]?.[name];
    if (!text) throw new Error(`docs/vi/thanh-phan.json has no words for "${name}" in "${group}".`);
    return text;
  };
  const names = elements.map(({ tagName }) => tagName);
  const tables = TABLES.map(([title, head, group, of]) => {
    const all = new Map(elements.flatMap((each) => of(each).map((member) => [member.name, member])));
    const left = Object.keys(words[group] ?? {}).filter((name) => !all.has(name));
    if (left.length > 0)
      throw new Error(`docs/vi/thanh-phan.json tells of "${left.join('", "')}", which no element has.`);
    const rows = [...all.values()].map((member) => {
      const has = elements.filter((each) => of(each).some(({ name }) => name === member.name));
      const where =
        has.length === names.length ? 'mọi phần tử' : has.map(({ tagName }) => `\`${tagName.slice(5)}\``).join(' ');
      const start = group === 'variables' && member.default ? ` (mặc định \`${member.default}\`)` : '';
      return `| \`${member.name}\` | ${said(group, member.name)}${start} | ${where} |`;
    });
    return `## ${title}\n\n| ${head} | ý nghĩa | có ở |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  const list = names.map((tag) => `| \`<${tag}>\` | ${said('elements', tag)} |`).join('\n');
  return `# Bảng thuộc tính, sự kiện, phần, biến

<!-- Written by "npm run api" from custom-elements.json, in the words of thanh-phan.json. -->

| phần tử | là gì |
|---|---|
${list}

${tables.join('\n')}`;
}
