import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A file of source code, read with TypeScript's own parser so that comments and strings are told apart. */
export interface SourceFile {
  /** From the root of the repository, with `/`. */
  path: string;
  /** What it imports or re-exports, types too, as written. */
  imports: string[];
  tree: ts.SourceFile;
}

const LEFT_OUT = new Set(['node_modules', 'dist', '.kl01', 'coverage']);
const CODE = /\.(ts|mts|js|mjs)$/;

/** Every file of code below a folder of the repository; none when there is no such folder. */
export function readSourceFiles(folder: string): SourceFile[] {
  return list(join(ROOT, folder)).map((file) => {
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    return { path: toPath(file), imports: importsOf(tree), tree };
  });
}

/** Names of the folders in a folder of the repository that are packages. */
export function listPackages(parent: string): string[] {
  const path = join(ROOT, parent);
  if (!existsSync(path)) return [];
  return readdirSync(path).filter((name) => existsSync(join(path, name, 'package.json')));
}

export function readManifest(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
}

/** Path of the file a relative import means: `./check.js` is `check.ts` in our sources. */
export function resolveRelative(from: string, specifier: string): string {
  const target = resolve(ROOT, dirname(from), specifier);
  const candidates = [target, target.replace(/\.js$/, '.ts'), target.replace(/\.mjs$/, '.mts')];
  return toPath(candidates.find((candidate) => existsSync(candidate)) ?? target);
}

/** Every node of a file for which `pick` has an answer, as `path:line answer`. */
export function findNodes(file: SourceFile, pick: (node: ts.Node) => string | undefined): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const answer = pick(node);
    if (answer !== undefined) {
      const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file.path}:${line + 1} ${answer}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

function list(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return CODE.test(path) ? [path] : [];
  return readdirSync(path)
    .filter((name) => !LEFT_OUT.has(name))
    .flatMap((name) => list(join(path, name)));
}

function importsOf(tree: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(specifier.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  return undefined;
}

function toPath(file: string): string {
  return relative(ROOT, file).split(sep).join('/');
}
