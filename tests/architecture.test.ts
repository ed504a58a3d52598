import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { ROOT, findNodes, listPackages, readManifest, readSourceFiles, resolveRelative } from './lib/source-files.ts';
import type { SourceFile } from './lib/source-files.ts';

/** What each package may know of the others: forms → rules ← exporters. */
const ALLOWED: Record<string, string[]> = { rules: [], forms: ['@kl01/rules'], exporters: ['@kl01/rules'] };

/**
 * What each folder of a package may know of its neighbours, from the ground up. A folder's own `strings/` is part of it;
 * files that stand in no folder are for all, but for the entries.
 */
const FOLDERS: Record<string, Record<string, string[]>> = {
  rules: {
    values: [],
    strings: [],
    reading: [],
    written: ['reading'],
    'field-types': ['values'],
    judge: ['values', 'reading', 'field-types'],
    questionnaire: ['values', 'field-types', 'judge'],
    committee: ['values', 'judge', 'reading'],
    // What is made of a rulebook: a program that judges by it.
    module: ['values', 'reading', 'judge'],
    kinds: ['values', 'field-types', 'judge'],
    pack: ['values', 'field-types', 'kinds', 'reading'],
    compile: ['values', 'kinds', 'pack'],
    authoring: ['values', 'field-types', 'judge', 'committee', 'kinds', 'pack', 'compile'],
    explain: ['values', 'field-types', 'judge', 'kinds', 'pack', 'compile', 'authoring'],
    'cli/host-check': ['values', 'judge'],
    cli: [
      'values',
      'reading',
      'judge',
      'module',
      'committee',
      'kinds',
      'pack',
      'compile',
      'authoring',
      'explain',
      'cli/host-check',
    ],
  },
  forms: {
    strings: [],
    styles: [],
    pasting: [],
    files: [],
    findings: ['files'],
    state: ['files', 'findings'],
    controls: ['pasting', 'findings', 'state'],
    'controls/data-table': ['pasting', 'state', 'controls'],
    blocks: ['files', 'findings', 'state', 'controls'],
    drafts: ['files', 'state', 'controls'],
    loading: ['controls'],
    sending: ['files', 'findings', 'state', 'blocks', 'drafts'],
    print: ['state', 'controls/data-table'],
    element: ['styles', 'files', 'findings', 'state', 'blocks', 'drafts', 'loading', 'sending', 'print'],
    outline: ['state', 'controls'],
    'nomination-form': ['state', 'controls', 'blocks', 'element'],
    'report-form': [
      'styles',
      'pasting',
      'findings',
      'state',
      'controls',
      'controls/data-table',
      'blocks',
      'element',
      'outline',
    ],
    'plan-form': ['styles', 'state', 'controls', 'blocks', 'element', 'outline'],
    deadlines: ['styles', 'controls', 'blocks', 'loading', 'print'],
    'review-board': ['styles', 'state', 'controls', 'blocks', 'loading'],
  },
  exporters: {
    strings: [],
    text: [],
    model: ['text'],
    layouts: ['model'],
    zip: [],
    xml: ['text', 'zip'],
    xlsx: ['text', 'model', 'zip', 'xml'],
    csv: ['model'],
    ics: ['model'],
    html: ['text', 'model'],
    'documents/parts': ['text', 'model'],
    'lay-out': ['text', 'model', 'layouts', 'documents/parts'],
    'docx-reader': ['zip', 'xml'],
    docx: ['text', 'model', 'zip', 'lay-out'],
    archive: ['model', 'layouts', 'zip', 'lay-out', 'docx', 'documents/parts'],
    tables: ['model', 'xlsx', 'documents/parts'],
    offline: ['docx-reader', 'model', 'xlsx', 'tables', 'documents/parts'],
    'documents/nomination': ['text', 'model', 'documents/parts'],
    'documents/report': ['text', 'model', 'tables', 'documents/parts'],
    'documents/plan': ['model', 'documents/parts'],
    'documents/committee': ['model', 'offline', 'documents/parts', 'documents/nomination', 'documents/report'],
    documents: ['documents/parts', 'documents/nomination', 'documents/report', 'documents/plan', 'documents/committee'],
    template: ['text', 'zip', 'xml', 'tables', 'documents/parts'],
    pdf: [],
    cli: ['archive', 'pdf', 'documents/parts'],
  },
};

/** More than a person takes in at a glance; a file and its test are one thing. */
const FILES_IN_A_FOLDER = 20;

/** What the build puts in place of the one file that imports it, so that nobody has to install it. */
const BUNDLED = ['packages/exporters/src/docx/library.ts docx'];

const COMMITTEES =
  /ki[eế]n[ -]?an|b[eế]n[ -]?tre|nam[ -]?[dđ][iị]nh|th[aá]i[ -]?nguy[eê]n|lai[ -]?ch[aâ]u|h[aả]i[ -]?ph[oò]ng/i;
const VIETNAMESE_LETTERS = /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u01B0\u1EA0-\u1EF9]/;
const DOM_GLOBALS = new Set(['document', 'window', 'navigator', 'localStorage', 'location', 'customElements']);

const packages = listPackages('packages');
const sources = new Map(packages.map((name) => [name, readSourceFiles(`packages/${name}/src`)]));
const isTest = ({ path }: SourceFile) => path.endsWith('.test.ts');
const shipped = (name: string) => (sources.get(name) ?? []).filter((file) => !isTest(file));

describe.each(packages)('packages/%s', (name) => {
  test('has a README', () => {
    expect(existsSync(join(ROOT, 'packages', name, 'README.md'))).toBe(true);
  });

  test('has no import cycle', () => {
    expect(findCycles(sources.get(name) ?? [])).toEqual([]);
  });

  test('knows only the packages it may know', () => {
    const manifest = readManifest(`packages/${name}`);
    const declared = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']
      .flatMap((field) => Object.keys((manifest[field] as object | undefined) ?? {}))
      .filter((dependency) => dependency.startsWith('@kl01/'));
    expect(declared.filter((dependency) => !ALLOWED[name]?.includes(dependency))).toEqual([]);
  });

  test('imports inside itself by path, and else only what it declares', () => {
    expect((sources.get(name) ?? []).flatMap((file) => foreignImports(name, file))).toEqual([]);
  });

  test('names no committee', () => {
    const found = shipped(name).flatMap((file) => findNodes(file, (node) => wordIn(node, COMMITTEES)));
    expect(found).toEqual([]);
  });

  test('keeps Vietnamese words in strings/, and those that only one layout has in layouts/', () => {
    const files = shipped(name).filter(({ path }) => !/\/(strings|layouts)\/[^/]+$/.test(path));
    expect(files.flatMap((file) => findNodes(file, (node) => textIn(node, VIETNAMESE_LETTERS)))).toEqual([]);
  });
});

describe('packages/rules knows neither machine, page nor clock', () => {
  const files = shipped('rules').filter(({ path }) => !path.startsWith('packages/rules/src/cli/'));

  test('no module of Node', () => {
    const found = files.flatMap(({ path, imports }) =>
      imports.filter((name) => name.startsWith('node:')).map((name) => `${path} ${name}`),
    );
    expect(found).toEqual([]);
  });

  test('no global of the page', () => {
    expect(files.flatMap((file) => findNodes(file, (node) => domGlobal(node, file)))).toEqual([]);
  });

  test('no clock', () => {
    expect(files.flatMap((file) => findNodes(file, clock))).toEqual([]);
  });
});

describe.each(Object.entries(FOLDERS))('the folders of packages/%s', (name, folders) => {
  const folderOf = (path: string): string => {
    const folder = path.slice(`packages/${name}/src/`.length).split('/').slice(0, -1).join('/');
    return folder.replace(/\/strings$/, '');
  };

  test('are all listed, from the ground up', () => {
    const found = new Set(shipped(name).map(({ path }) => folderOf(path)));
    expect([...found].filter((folder) => folder !== '').sort()).toEqual(Object.keys(folders).sort());
    const known = Object.keys(folders);
    const backwards = Object.entries(folders).filter(([folder, below]) =>
      below.some((each) => !known.slice(0, known.indexOf(folder)).includes(each)),
    );
    expect(backwards).toEqual([]);
  });

  test.each(Object.entries(folders))('%s knows only the folders it may know: %j', (folder, below) => {
    const files = shipped(name).filter(({ path }) => folderOf(path) === folder);
    const allowed = ['', folder, 'strings', ...below];
    const found = files.flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => folderOf(resolveRelative(path, specifier)))
        .filter((other) => !allowed.includes(other))
        .map((other) => `${path} → ${other}`),
    );
    expect(found).toEqual([]);
    const used = files.flatMap(({ path, imports }) =>
      imports.filter((each) => each.startsWith('.')).map((each) => folderOf(resolveRelative(path, each))),
    );
    expect(below.filter((each) => !used.includes(each))).toEqual([]);
  });

  test(`hold at most ${FILES_IN_A_FOLDER} unlike files each`, () => {
    const held: Record<string, number> = {};
    for (const { path } of shipped(name)) {
      const folder = path.split('/').slice(0, -1).join('/');
      held[folder] = (held[folder] ?? 0) + 1;
    }
    expect(Object.entries(held).filter(([, files]) => files > FILES_IN_A_FOLDER)).toEqual([]);
  });
});

test('examples and tests import only published entry points', () => {
  const files = [...readSourceFiles('examples'), ...readSourceFiles('tests')];
  const found = files.flatMap(({ path, imports }) =>
    imports.filter((specifier) => !isPublished(path, specifier)).map((specifier) => `${path} ${specifier}`),
  );
  expect(found).toEqual([]);
});

/** Each cycle as `a.ts → b.ts → a.ts`. */
function findCycles(files: SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const edges = new Map(
    files.map(({ path, imports }) => [
      path,
      imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolveRelative(path, specifier))
        .filter((target) => paths.has(target)),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of paths) visit(path, []);
  return cycles;
}

function foreignImports(name: string, file: SourceFile): string[] {
  const manifest = readManifest(`packages/${name}`);
  const fields = isTest(file)
    ? ['dependencies', 'peerDependencies', 'devDependencies']
    : ['dependencies', 'peerDependencies'];
  const declared = fields.flatMap((field) => Object.keys((manifest[field] as object | undefined) ?? {}));
  return file.imports
    .filter((specifier) => {
      if (specifier.startsWith('.')) return !resolveRelative(file.path, specifier).startsWith(`packages/${name}/`);
      return !specifier.startsWith('node:') && !declared.includes(packageOf(specifier));
    })
    .map((specifier) => `${file.path} ${specifier}`)
    .filter((found) => !BUNDLED.includes(found));
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isPublished(from: string, specifier: string): boolean {
  if (specifier.startsWith('.')) return !resolveRelative(from, specifier).startsWith('packages/');
  const name = packageOf(specifier);
  const folder = name.replace('@kl01/', '');
  if (!name.startsWith('@kl01/') || !packages.includes(folder)) return true;
  const entries = Object.keys((readManifest(`packages/${folder}`)['exports'] as object | undefined) ?? {});
  const wanted = `.${specifier.slice(name.length)}`;
  return entries.some((entry) => entry === wanted || (entry.endsWith('*') && wanted.startsWith(entry.slice(0, -1))));
}

function textIn(node: ts.Node, pattern: RegExp): string | undefined {
  const isText =
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
  return isText && pattern.test(node.getText()) ? node.getText() : undefined;
}

function wordIn(node: ts.Node, pattern: RegExp): string | undefined {
  if (ts.isIdentifier(node) && pattern.test(node.text)) return node.text;
  return textIn(node, pattern);
}

/** `document.title` where nothing in the file is called `document`: the word is one of ours as well. */
function domGlobal(node: ts.Node, file: SourceFile): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const name = node.expression.text;
  if (!DOM_GLOBALS.has(name)) return undefined;
  const declarations = findNodes(file, (other) => (declaredName(other) === name ? name : undefined));
  return declarations.length === 0 ? name : undefined;
}

function declaredName(node: ts.Node): string | undefined {
  const isDeclaration =
    ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isImportSpecifier(node);
  return isDeclaration && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

/** `Date.now`, `Date()` and `new Date()` read the clock; `new Date(milliseconds)` does not. */
function clock(node: ts.Node): string | undefined {
  const isDate = (other: ts.Node) => ts.isIdentifier(other) && other.text === 'Date';
  if (ts.isPropertyAccessExpression(node) && isDate(node.expression) && node.name.text === 'now') return 'Date.now';
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'performance')
    return 'performance';
  if (ts.isCallExpression(node) && isDate(node.expression)) return 'Date()';
  if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) return 'new Date()';
  return undefined;
}
