import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * The reference of an entry, made from its sources: every name that an entry exports, with its signature and
 * docstring. No build is needed.
 *
 * @typedef {{ name: string, kind: Kind, signature: string, comment: string, tags: Tag[], members: Member[] }} PublicName
 * @typedef {'Functions' | 'Classes' | 'Values' | 'Types'} Kind
 * @typedef {{ name: string, text: string }} Tag
 * @typedef {{ signature: string, comment: string }} Member
 */

/** What can be imported, the file that exports it, and its page. */
export const PAGES = [
  { name: '@kl01/rules', entry: 'packages/rules/src/index.ts', path: 'docs/api/rules.md' },
  ...['compile', 'committee', 'authoring', 'reading'].map((face) => ({
    name: `@kl01/rules/${face}`,
    entry: `packages/rules/src/${face}.ts`,
    path: `docs/api/rules-${face}.md`,
  })),
  { name: '@kl01/forms', entry: 'packages/forms/src/index.ts', path: 'docs/api/forms.md' },
  { name: '@kl01/exporters', entry: 'packages/exporters/src/index.ts', path: 'docs/api/exporters.md' },
];

const KINDS = /** @type {const} */ (['Functions', 'Classes', 'Values', 'Types']);
const OPTIONS = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  experimentalDecorators: true,
  // Signatures are told as they are written: neither the libraries of the language nor those of others are needed.
  noLib: true,
  types: [],
};

/**
 * @param {string} entry its file
 * @returns {PublicName[]} what it exports, by name
 */
export function publicNames(entry) {
  const known = read.get(entry);
  if (known) return known;
  const names = readNames(entry);
  read.set(entry, names);
  return names;
}

/** @type {Map<string, PublicName[]>} */
const read = new Map();

/** @param {string} path of the entry */
function readNames(path) {
  const entry = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const program = ts.createProgram([entry], OPTIONS);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${entry} exports nothing: name what the package publishes there.`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => described(symbol, checker))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * @param {{ name: string, entry: string }} of
 * @returns {string} its page, as Markdown
 */
export function pageOf({ name, entry }) {
  const names = publicNames(entry);
  const parts = KINDS.map((kind) => ({ kind, of: names.filter((each) => each.kind === kind) }));
  const sections = parts
    .filter(({ of }) => of.length > 0)
    .flatMap(({ kind, of }) => [`## ${kind}`, ...of.map(section)]);
  return `# ${name}: every public name\n\nMade from the docstrings by \`npm run api\`.\n\n${sections.join('\n\n')}\n`;
}

/** @param {PublicName} of */
function section({ name, signature, comment, tags, members }) {
  const lines = [...tags, ...members.map(({ signature, comment }) => ({ name: `\`${signature}\``, text: comment }))];
  return [
    `### ${name}`,
    `\`\`\`ts\n${signature}\n\`\`\``,
    comment,
    lines.map(({ name, text }) => `- ${name}${text ? `: ${text.replace(/\s+/g, ' ')}` : ''}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/**
 * @param {ts.Symbol} exported
 * @param {ts.TypeChecker} checker
 * @returns {PublicName}
 */
function described(exported, checker) {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declarations = symbol.declarations ?? [];
  const [first] = declarations;
  if (!first) throw new Error(`${exported.name} is exported and declared nowhere.`);
  const isClass = ts.isClassDeclaration(first);
  return {
    name: exported.name,
    kind: kindOf(first),
    signature: declarations
      .map((each) => signatureOf(each, checker))
      .filter((text) => text !== '')
      .join('\n'),
    comment: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    tags: symbol
      .getJsDocTags(checker)
      .filter(({ name }) => TOLD.has(name))
      .map(toldTag),
    members: isClass ? membersOf(symbol, checker) : [],
  };
}

const TOLD = new Set(['param', 'returns', 'throws', 'source', 'fires', 'slot', 'csspart']);

/** @param {ts.JSDocTagInfo} tag */
function toldTag({ name, text }) {
  const said = ts.displayPartsToString(text).trim();
  const [, param = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(said) ?? [];
  return name === 'param' ? { name: `\`${param}\``, text: rest } : { name, text: said };
}

/** @param {ts.Declaration} declaration @returns {Kind} */
function kindOf(declaration) {
  if (ts.isFunctionDeclaration(declaration) || functionOf(declaration)) return 'Functions';
  if (ts.isClassDeclaration(declaration)) return 'Classes';
  return ts.isVariableDeclaration(declaration) ? 'Values' : 'Types';
}

/** The arrow function that a constant holds. @param {ts.Declaration} declaration */
function functionOf(declaration) {
  const { initializer } = /** @type {ts.VariableDeclaration} */ (declaration);
  return initializer && ts.isArrowFunction(initializer) ? initializer : undefined;
}

/**
 * @param {ts.Declaration} declaration
 * @param {ts.TypeChecker} checker
 * @returns {string} as written, without a body
 */
function signatureOf(declaration, checker) {
  const { name } = /** @type {ts.NamedDeclaration} */ (declaration);
  const called = name ? name.getText() : '';
  const { type } = /** @type {{ type?: ts.TypeNode }} */ (declaration);
  const typeOf = () => type?.getText() ?? checker.typeToString(checker.getTypeAtLocation(declaration));
  if (ts.isPropertyDeclaration(declaration) || ts.isAccessor(declaration)) return `${called}: ${typeOf()}`;
  const callable = ts.isFunctionLike(declaration) ? declaration : functionOf(declaration);
  if (callable) {
    // Of overloads, the last is the implementation, which nobody can call.
    const overloads = ts.isFunctionDeclaration(callable)
      ? (checker.getSymbolAtLocation(callable.name ?? callable)?.declarations ?? [])
      : [];
    if (overloads.length > 1 && /** @type {ts.FunctionDeclaration} */ (callable).body) return '';
    const returned =
      callable.type?.getText() ??
      checker.typeToString(
        checker.getReturnTypeOfSignature(/** @type {ts.Signature} */ (checker.getSignatureFromDeclaration(callable))),
      );
    const generic = callable.typeParameters
      ? `<${callable.typeParameters.map((each) => each.getText()).join(', ')}>`
      : '';
    return `${called}${generic}(${callable.parameters.map((each) => each.getText()).join(', ')}): ${returned}`;
  }
  if (ts.isClassDeclaration(declaration)) {
    const heritage = declaration.heritageClauses?.map((clause) => ` ${clause.getText()}`).join('') ?? '';
    return `class ${called}${heritage}`;
  }
  if (ts.isVariableDeclaration(declaration)) return `const ${called}: ${typeOf()}`;
  return declaration.getText().replace(/^export (declare )?/, '');
}

/**
 * Public members that our own classes declare; what Lit and the browser define is theirs to document.
 *
 * @param {ts.Symbol} symbol
 * @param {ts.TypeChecker} checker
 * @returns {Member[]}
 */
function membersOf(symbol, checker) {
  return checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)).flatMap((member) => {
    const declaration = member.valueDeclaration;
    if (!declaration || !ts.isClassElement(declaration) || ts.isPrivateIdentifier(declaration.name ?? declaration))
      return [];
    const file = declaration.getSourceFile().fileName;
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Override;
    const ours = file.includes('/packages/') && !file.includes('/node_modules/');
    const comment = ts.displayPartsToString(member.getDocumentationComment(checker));
    if (!ours || ts.getCombinedModifierFlags(declaration) & hidden || comment === '') return [];
    return [{ signature: signatureOf(declaration, checker).replace(/\s*\n\s*/g, ' '), comment }];
  });
}
