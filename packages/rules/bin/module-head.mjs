// Writes dist/module/head.mjs: what every module of `kl01 compile --module` begins with. That is src/module/head.ts and
// what it uses of other files, declaration by declaration, in one file that imports and exports nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const HEAD = fileURLToPath(new URL('../dist/module/head.js', import.meta.url));

/** By path: the statements that declare a name, and where imported names come from; a file comes after those it imports. */
const files = new Map();

function readFile(path) {
  if (files.has(path)) return files.get(path);
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const file = { declared: new Map(), imported: new Map(), exported: [], others: [] };
  for (const statement of source.statements) {
    const from = statement.moduleSpecifier?.text;
    const target = from && fileURLToPath(new URL(from, pathToFileURL(path)));
    if (target) readFile(target);
    const { importClause, exportClause } = statement;
    for (const { name, propertyName } of importClause?.namedBindings?.elements ?? exportClause?.elements ?? []) {
      if (propertyName) throw new Error(`${path}: ${name.text} is renamed`);
      if (target) file.imported.set(name.text, target);
      if (exportClause) file.exported.push(name.text);
    }
    if (ts.isExpressionStatement(statement)) file.others.push(statement.getText());
    for (const name of declaredNames(statement)) {
      file.declared.set(name, statement);
      if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) file.exported.push(name);
    }
  }
  files.set(path, file);
  return file;
}

function declaredNames(statement) {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.text);
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isNamed ? [statement.name.text] : [];
}

const used = new Set();
const pathsByName = new Map();

/** Marks what a file declares or imports under a name, and all that this uses. */
function use(path, name) {
  const file = files.get(path);
  const statement = file.declared.get(name);
  if (!statement) return file.imported.has(name) && use(file.imported.get(name), name);
  if (used.has(statement)) return;
  used.add(statement);
  for (const declared of declaredNames(statement)) {
    if (pathsByName.has(declared)) throw new Error(`${declared} stands in ${pathsByName.get(declared)} and ${path}`);
    pathsByName.set(declared, path);
  }
  const visit = (node) => {
    if (ts.isIdentifier(node) && !isMemberName(node)) use(path, node.text);
    ts.forEachChild(node, visit);
  };
  visit(statement);
}

function isMemberName(node) {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}

for (const name of readFile(HEAD).exported) use(HEAD, name);
// A statement that changes what is used would be lost.
for (const [path, { declared, others }] of files) {
  const lost = others.find((text) =>
    [...declared].some(([name, statement]) => used.has(statement) && new RegExp(`\\b${name}\\b`).test(text)),
  );
  if (lost) throw new Error(`${path}: a module would lack “${lost}”`);
}

const statements = [...files.values()].flatMap(({ declared }) =>
  [...new Set(declared.values())].filter((each) => used.has(each)),
);
const text = statements
  .map((statement) =>
    statement
      .getFullText()
      .replace(/^export /m, '')
      .trim(),
  )
  .join('\n');
writeFileSync(HEAD.replace(/\.js$/, '.mjs'), `${text.replace(/^\/\/# source.*$/gm, '').trimEnd()}\n`);
