// Writes what editors and frameworks know of the elements, from the classes and the comments above them: dist/custom-elements.json
// (Custom Elements Manifest), VS Code's data, and types for React and Vue. tests/manifest.test.ts holds it against the elements.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { reactTypes, vueTypes } from './framework-types.mjs';
import { vscodeData } from './vscode-data.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** Modules that define tags, and the one-file script that each becomes. */
const DEFINING = { 'src/define-elements.ts': 'kl01-forms', 'src/define-review-board.ts': 'kl01-review-board' };
const TOKENS = 'src/styles/tokens.ts';

/** @type {Map<string, ts.SourceFile>} */
const read = new Map();
const sourceOf = (path) => {
  if (!read.has(path)) {
    read.set(path, ts.createSourceFile(path, readFileSync(resolve(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return read.get(path);
};

const elements = Object.keys(DEFINING).flatMap((path) =>
  tagsOf(sourceOf(path)).map(({ tag, name }) => elementOf(tag, classOf(path, name))),
);
const manifest = {
  schemaVersion: '2.1.0',
  readme: 'README.md',
  modules: elements.map(({ path, declaration }) => ({
    kind: 'javascript-module',
    path: path.replace(/^src\/(.*)\.ts$/, 'dist/$1.js'),
    declarations: [declaration],
    exports: [
      { kind: 'js', name: declaration.name, declaration: { name: declaration.name } },
      { kind: 'custom-element-definition', name: declaration.tagName, declaration: { name: declaration.name } },
    ],
  })),
};
const declarations = elements.map(({ declaration }) => declaration);
const write = (name, text) => writeFileSync(resolve(ROOT, 'dist', name), text);
write('custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`);
write('vscode.html-custom-data.json', `${JSON.stringify(vscodeData(declarations), null, 2)}\n`);
write('react.d.ts', reactTypes(declarations));
write('vue.d.ts', vueTypes(declarations));
for (const name of ['react', 'vue']) write(`${name}.js`, 'export {};\n');
write('kl01-forms.d.ts', "export type * from './define.js';\n");
write('kl01-review-board.d.ts', "export type * from './define-review-board.js';\n");

/** What `HTMLElementTagNameMap` of a module says. */
function tagsOf(source) {
  const found = [];
  const visit = (node) => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'HTMLElementTagNameMap') {
      for (const { name, type } of node.members) found.push({ tag: name.text, name: type.getText() });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The class that a module has under a name, by itself or by an import. */
function classOf(path, name) {
  const source = sourceOf(path);
  const here = source.statements.find((each) => ts.isClassDeclaration(each) && each.name?.text === name);
  if (here) return { path, node: here };
  const from = source.statements.find(
    (each) =>
      ts.isImportDeclaration(each) && each.importClause?.namedBindings?.elements?.some((one) => one.name.text === name),
  );
  const module = from?.moduleSpecifier.text;
  return module?.startsWith('.') ? classOf(imported(path, module), name) : null;
}

function imported(path, module) {
  return relative(ROOT, resolve(ROOT, dirname(path), module.replace(/\.js$/, '.ts'))).replaceAll('\\', '/');
}

/** The class and those it extends, as far as they are ours; the one closest to Lit first. */
function lineage({ path, node }) {
  const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0].expression;
  const above = base && ts.isIdentifier(base) ? classOf(path, base.text) : null;
  return [...(above ? lineage(above) : []), { path, node }];
}

function elementOf(tag, found) {
  const { path, node } = found;
  const line = lineage(found);
  const said = commentOf(node);
  const modules = closure(path);
  const shared = said.text.match(/other parts[^<]* those of `<(kl01-[a-z-]+)>`/)?.[1];
  const lender = shared ? commentOf(classNamed(shared).node) : { csspart: [] };
  const used = new Set(modules.flatMap((each) => partsIn(sourceOf(each).text)));
  const inherited = lender.csspart.filter(({ name }) => used.has(name));
  const parts = [...said.csspart, ...inherited.filter(({ name }) => !said.csspart.some((own) => own.name === name))];
  const members = line.flatMap(({ node: each }) => membersOf(each));
  return {
    path,
    declaration: {
      kind: 'class',
      customElement: true,
      tagName: tag,
      name: node.name.text,
      description: said.text,
      attributes: members.flatMap(({ attribute, member }) => (attribute ? [attributeOf(attribute, member)] : [])),
      members: members.filter(({ isAttributeAlone }) => !isAttributeAlone).map(({ member }) => member),
      events: said.fires.map(({ name, description }) => ({ name, description, type: { text: eventType(name) } })),
      slots: said.slot,
      cssParts: parts,
      cssProperties: customProperties(),
    },
  };
}

function attributeOf(name, { description, type, name: fieldName }) {
  return { name, description, type, ...(fieldName && { fieldName }) };
}

function classNamed(tag) {
  for (const path of Object.keys(DEFINING)) {
    const found = tagsOf(sourceOf(path)).find((each) => each.tag === tag);
    if (found) return classOf(path, found.name);
  }
  throw new Error(`A comment speaks of <${tag}>, which no module defines.`);
}

/** `kl01-ready` → `ReadyEvent`, as src/events.ts names them. */
function eventType(name) {
  const type = sourceOf('src/events.ts').text.match(new RegExp(`'${name}': (\\w+);`))?.[1];
  if (!type) throw new Error(`An element fires ${name}, which src/events.ts does not name.`);
  return type;
}

/** The custom properties that a host may set, as the comment of the first form has them, with what stands where none is set. */
function customProperties() {
  const defaults = Object.fromEntries(
    [...sourceOf(TOKENS).text.matchAll(/var\((--kl01-[\w-]+), ([^;]+)\);/g)].map(([, name, value]) => [name, value]),
  );
  return commentOf(classNamed('kl01-nomination-form').node).cssprop.map(({ name, description }) => ({
    name,
    description,
    ...(defaults[name] && { default: defaults[name] }),
  }));
}

/** The modules of ours that one imports, however far, itself included. */
function closure(path, seen = new Set()) {
  if (seen.has(path)) return [];
  seen.add(path);
  const modules = sourceOf(path).statements.flatMap((each) =>
    (ts.isImportDeclaration(each) || ts.isExportDeclaration(each)) && each.moduleSpecifier?.text.startsWith('.')
      ? [imported(path, each.moduleSpecifier.text)]
      : [],
  );
  return [path, ...modules.flatMap((each) => closure(each, seen))];
}

function partsIn(text) {
  return [...text.matchAll(/\bpart="([^"]*)"/g)].flatMap(([, names]) => names.match(/[a-z][\w-]*/g) ?? []);
}

/** The comment above a class: its prose, and its tags as `@csspart name - what it is`. */
function commentOf(node) {
  const text = docOf(node);
  const prose = text.split(/\n@/)[0];
  const after = text.match(/\n(\n(?!@)[^@]*)$/)?.[1] ?? '';
  const tagged = (tag) =>
    [...text.matchAll(new RegExp(`^@${tag} (\\S+)\\s+- ((?:.|\\n(?!@|\\n))*)`, 'gm'))].map(([, name, description]) => ({
      name,
      description: description.replace(/\s+/g, ' ').trim(),
    }));
  return {
    text: `${prose}${prose.endsWith(after) ? '' : after}`.trim(),
    fires: tagged('fires'),
    slot: tagged('slot'),
    csspart: tagged('csspart'),
    cssprop: tagged('cssprop'),
  };
}

function docOf(node) {
  const doc = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc);
  return (doc?.getText() ?? '')
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^[ \t]*\* ?/gm, '')
    .trim();
}

/** What a host may set, read and call. A property without a comment shares that of the one above it. */
function membersOf(node) {
  let said = '';
  return node.members.flatMap((member) => {
    const flags = ts.getCombinedModifierFlags(member);
    const name = member.name?.getText();
    const decorator = ts.canHaveDecorators(member) && ts.getDecorators(member)?.[0]?.expression;
    const described = docOf(member).replace(/\s+/g, ' ');
    if (!name || name.startsWith('#') || flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) return [];
    const isStatic = Boolean(flags & ts.ModifierFlags.Static);
    if (ts.isMethodDeclaration(member)) {
      if (!described || /Callback$/.test(name)) return [];
      const type = `(${member.parameters.map((each) => each.getText()).join(', ')}) => ${member.type?.getText()}`;
      return [{ member: { kind: 'method', name, static: isStatic, description: described, type: { text: type } } }];
    }
    if (name === 'observedAttributes') {
      const more = [...member.getText().matchAll(/'([\w-]+)'/g)].map(([, attribute]) => attribute);
      const told = { description: described, type: { text: 'string | null' } };
      return more.map((attribute) => ({ attribute, member: told, isAttributeAlone: true }));
    }
    if (ts.isGetAccessorDeclaration(member) && described) {
      return [{ member: { kind: 'field', name, description: described, type: { text: member.type.getText() } } }];
    }
    if (!ts.isPropertyDeclaration(member) || !decorator?.getText().startsWith('property(')) return [];
    said = described || said;
    const options = decorator.getText();
    const attribute = /attribute: false/.test(options)
      ? undefined
      : (options.match(/attribute: '([^']+)'/)?.[1] ?? name.toLowerCase());
    const start = member.initializer?.getText();
    const type = member.type?.getText() ?? (/^(true|false)$/.test(start ?? '') ? 'boolean' : 'string');
    const reflects = /reflect: true/.test(options);
    return [
      {
        attribute,
        member: {
          kind: 'field',
          name,
          description: said,
          type: { text: type },
          ...(start && start !== 'null' && { default: start }),
          ...(attribute && { attribute, reflects }),
        },
      },
    ];
  });
}
