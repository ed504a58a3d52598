/** Rule packs, rulebooks and verdicts. Pure: no DOM, no files, no clock; the caller passes `now`. */
export { parseCases, PackCasesError, type CaseProblem } from './parse-cases.js';
export { parseUnits, UnitListError, type UnitListProblem } from './parse-units.js';
export { parsePack, RulePackError, type PackProblem } from './parse-pack.js';
export { compile } from './compile.js';
export { lint } from './lint.js';
export type { LintFinding } from './lint-finding.js';
export { check, labelAt, type CheckOptions } from './check.js';
export { windows, type WindowsOptions } from './windows.js';
export { unitDates, type UnitDate } from './unit-dates.js';
export { explain } from './explain.js';
export { clauseInWords, explanationMarkdown } from './explain-markdown.js';
export type {
  ExplainedBlock,
  ExplainedLine,
  ExplainedList,
  ExplainedPart,
  ExplainedTable,
  Explanation,
} from './explanation.js';
export {
  diff,
  type DiffOptions,
  type PackChange,
  type PackDiff,
  type StoredSubmission,
  type SubmissionChange,
} from './diff.js';
export { newPack, type NewPackOptions } from './new-pack.js';
export {
  runCases,
  completeCase,
  type CaseResult,
  type DutyCase,
  type PackCase,
  type ReceivedCase,
  type ReviewCase,
  type SubmissionCase,
} from './cases.js';
export { elements, findElement } from './element.js';
export { commitments, type Commitments } from './commitments.js';
export { fromLegacy, legacyEncoding, type LegacyEncoding } from './legacy-text.js';
export { duty, type Duty } from './duty.js';
export { slate, type Slate, type SlateCount } from './slate.js';
export { review, reviewDesk, type Review, type ReviewOptions, type ReviewUnits } from './review.js';
export type { Proposed } from './proposal.js';
export { placesLeft, type Picks, type SelectionCount, type SelectionPick } from './select.js';
export { consolidate, type ConsolidateOptions, type ConsolidatedUnits, type Consolidation } from './consolidate.js';
export { isAddedUp, sumGiven, type SummedCell, type SummedTables } from './table-sums.js';
export { ownReport } from './own-report.js';
export { ownMember } from './own-member.js';
export { startReport } from './start-report.js';
export { answerDuty, roster, type AnswerDuty, type Roster } from './roster.js';
export { inTime } from './in-time.js';
export type { LeftOut, LeftOutReason, PastAward, Received, RosterUnit } from './received.js';
export { compareNames, compareOfficeKeys, comparePeople, namesKey, peopleKey } from './office-order.js';
export { nameKey } from './same-name.js';
export { askedColumns, columnLeaves, columnName, columnWords, headLevels, isAskedOf, sumOfFilled } from './columns.js';
export type { HeadCell } from './columns.js';
export { holds, LogicError } from './evaluate.js';
export { fit, type Fitted } from './fit.js';
export { nearestForUnit, type ForUnits } from './for-unit.js';
export { leaves } from './section-leaves.js';
export { officialDay, windowSaid } from './window-words.js';
export { isoInstant, offsetMinutes, parseDay, parseInstant, type CalendarDay } from './calendar.js';
export { isNothingToReport } from './nothing-to-report.js';
export { NOTHING_TO_REPORT } from './strings/nothing-to-report.js';
export { readDay } from './read-day.js';
export { readNumber, type NumberDoubt } from './read-number.js';
export { doubtInWords } from './strings/number-doubts.js';
export { readJson, UnreadableError, MAX_BYTES, MAX_DEPTH, type UnreadableReason } from './read-json.js';
export { canonicalJson } from './canonical.js';
export { textIn, fillTemplate, inSentence, type Lang, type Text } from './text.js';
export type { RulePack } from './pack.js';
export type * from './rulebook.js';
export type * from './finding.js';
export type * from './submission.js';
