export { parsePack, RulePackError, type PackProblem } from './pack/parse-pack.js';
export { compile } from './compile/compile.js';
export { FORMAT, migratePack, type MigratedPack } from './pack/migrate.js';
export { elements, findElement } from './pack/element.js';
export type { RulePack } from './pack/pack.js';
