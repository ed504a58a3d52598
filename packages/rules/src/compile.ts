export { parsePack, RulePackError, type PackProblem } from './pack/parse-pack.js';
export { compile } from './compile/compile.js';
export { elements, findElement } from './pack/element.js';
export type { RulePack } from './pack/pack.js';
