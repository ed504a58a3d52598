export { parseCases, PackCasesError, type CaseProblem } from './authoring/parse-cases.js';
export { lint } from './authoring/lint.js';
export type { LintFinding } from './authoring/lint-finding.js';
export { explain } from './explain/explain.js';
export { explanationMarkdown } from './explain/explain-markdown.js';
export type {
  ExplainedBlock,
  ExplainedLine,
  ExplainedList,
  ExplainedPart,
  ExplainedTable,
  Explanation,
} from './explain/explanation.js';
export { diff, type DiffOptions, type PackDiff, type StoredSubmission, type SubmissionChange } from './explain/diff.js';
export type { PackChange } from './explain/pack-changes.js';
export { newPack, type NewPackOptions } from './authoring/new-pack.js';
export {
  runCases,
  completeCase,
  type CaseResult,
  type DutyCase,
  type PackCase,
  type ReceivedCase,
  type ReviewCase,
  type SubmissionCase,
} from './authoring/cases.js';
