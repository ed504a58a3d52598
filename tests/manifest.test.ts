import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deadlines, NominationForm, PlanForm, ReportForm, ReviewBoard } from '@kl01/forms';
import { describe, expect, it } from 'vitest';
import { PATH, elementsInVietnamese } from './lib/elements-in-vietnamese.mjs';
import { ROOT, readSourceFiles } from './lib/source-files.ts';

/** custom-elements.json, which editors and docs/vi read, against the elements and what is written about them. */

interface Named {
  readonly name: string;
  readonly description: string;
}

interface Declaration {
  readonly tagName: string;
  readonly name: string;
  readonly attributes: readonly (Named & { readonly fieldName: string })[];
  readonly members: readonly (Named & { readonly kind: string; readonly static?: boolean })[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { modules } = JSON.parse(read('packages/forms/dist/custom-elements.json')) as {
  modules: { declarations: Declaration[] }[];
};
const declarations = modules.flatMap((each) => each.declarations);
const readme = read('packages/forms/README.md');
const CLASSES = { Deadlines, NominationForm, PlanForm, ReportForm, ReviewBoard };

const sources = readSourceFiles('packages/forms/src')
  .filter(({ path }) => !path.endsWith('.test.ts'))
  .map(({ tree }) => tree.text);
const written = (pattern: RegExp) => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, it]) => it!))),
];
const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name);
const everywhere = (member: 'cssParts' | 'cssProperties' | 'slots' | 'events') =>
  [...new Set(declarations.flatMap((each) => names(each[member])))].sort();

it('tells of every element', () => {
  expect(names(declarations).sort()).toEqual(Object.keys(CLASSES).sort());
});

describe.each(declarations)('<$tagName>', ({ name, attributes, members, ...declaration }) => {
  const element = CLASSES[name as keyof typeof CLASSES];

  it('has these attributes', () => {
    expect(names(attributes).sort()).toEqual([...element.observedAttributes].sort());
  });

  it('has these properties', () => {
    const properties = [...element.elementProperties].filter(([, { state }]) => !state).map(([each]) => String(each));
    const accessors = 'value' in element.prototype ? ['value'] : [];
    const told = members.filter(({ kind }) => kind === 'field');
    expect(names(told).sort()).toEqual([...properties, ...accessors].sort());
  });

  it('has these methods', () => {
    const missing = members.filter(({ kind, name: method, static: ofClass }) => {
      const owner: object = ofClass ? element : element.prototype;
      return kind === 'method' && typeof Reflect.get(owner, method) !== 'function';
    });
    expect(missing).toEqual([]);
  });

  it('has each of them described', () => {
    const { events, slots, cssParts, cssProperties } = declaration;
    const all = [...attributes, ...members, ...events, ...slots, ...cssParts, ...cssProperties];
    expect(names(all.filter(({ description }) => description === ''))).toEqual([]);
  });
});

it.each(readdirSync(join(ROOT, 'packages/forms/themes')))('the theme %s says nothing that no element has', (name) => {
  const theme = read(`packages/forms/themes/${name}`);
  const said = (pattern: RegExp) => [...new Set([...theme.matchAll(pattern)].map(([, it]) => it))];
  expect(everywhere('cssProperties')).toEqual(expect.arrayContaining(said(/(--kl01-[\w-]+):/g)));
  expect(everywhere('cssParts')).toEqual(expect.arrayContaining(said(/::part\(([\w-]+)\)/g)));
});

describe('the source has, and the manifest tells', () => {
  it('parts', () => {
    // Names of states stand in quotes within an expression.
    const parts = new Set(
      written(/\bpart="([^"]*)"/g).flatMap((each) => [
        ...each.replace(/\$\{[^}]*\}/g, '').split(/\s+/),
        ...[...each.matchAll(/[?:] '([\w-]+)'/g)].map(([, name]) => name ?? ''),
      ]),
    );
    expect(everywhere('cssParts')).toEqual([...parts].filter(Boolean).sort());
  });

  it('custom properties', () => {
    expect(everywhere('cssProperties')).toEqual(written(/var\((--kl01-[\w-]+)/g).sort());
  });

  it('slots', () => {
    expect(everywhere('slots')).toEqual(written(/<slot name="([^"]+)"/g).sort());
  });

  it('events', () => {
    expect(everywhere('events')).toEqual(written(/\bemit\([\w.#]+, '(kl01-[\w-]+)'/g).sort());
  });
});

it('the README of the package names each', () => {
  const code = [...readme.matchAll(/```js\n([^]*?)```|`([^`\n]+)`/g)].map(([, block, span]) => block ?? span ?? '');
  const said = new Set(code.flatMap((each) => each.split(/[^\w-]+/)));
  const missing = declarations.flatMap(({ attributes, members, events, slots, cssParts, cssProperties }) => [
    ...names([...attributes, ...members, ...events, ...cssParts]).filter((name) => !said.has(name)),
    ...names(cssProperties).filter((name) => !said.has(name.replace('--kl01-', '').split('-color-').pop()!)),
    ...names(slots).filter((name) => !readme.includes(`slot="${name}"`)),
  ]);
  expect([...new Set(missing)]).toEqual([]);
});

it('docs/vi tells of it: “npm run api” writes the page, thanh-phan.json has its words', () => {
  expect(read(PATH)).toBe(elementsInVietnamese());
});
