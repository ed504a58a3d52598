/** Rule packs, rulebooks and verdicts. Pure: no DOM, no files, no clock; the caller passes `now`. */
export { parseCases, PackCasesError, type CaseProblem } from './authoring/parse-cases.js';
export { parseUnits, UnitListError, type UnitListProblem } from './committee/parse-units.js';
export { parsePack, RulePackError, type PackProblem } from './pack/parse-pack.js';
export { compile } from './compile/compile.js';
export { lint } from './authoring/lint.js';
export type { LintFinding } from './authoring/lint-finding.js';
export { check, labelAt, type CheckOptions } from './judge/check.js';
export { windows, type WindowsOptions } from './judge/windows.js';
export { unitDates, type UnitDate } from './judge/unit-dates.js';
export { explain } from './explain/explain.js';
export { clauseInWords, explanationMarkdown } from './explain/explain-markdown.js';
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
export { elements, findElement } from './pack/element.js';
export { commitments, type Commitments } from './judge/commitments.js';
export { fromLegacy, legacyEncoding, type LegacyEncoding } from './legacy-text.js';
export { duty, type Duty } from './judge/duty.js';
export { slate, type Slate, type SlateCount } from './judge/slate.js';
export { recheck, type Recheck } from './committee/recheck.js';
export { review, reviewDesk, type Review, type ReviewOptions, type ReviewUnits } from './committee/review.js';
export type { Proposed } from './committee/proposal.js';
export { placesLeft, type Picks, type SelectionCount, type SelectionPick } from './committee/select.js';
export {
  consolidate,
  type ConsolidateOptions,
  type ConsolidatedUnits,
  type Consolidation,
} from './committee/consolidate.js';
export { isAddedUp, sumGiven, type SummedCell, type SummedTables } from './committee/table-sums.js';
export { ownReport } from './committee/own-report.js';
export { pointer, stepsOf, valueAt } from './pointer.js';
export { ownMember } from './own-member.js';
export { startReport } from './committee/start-report.js';
export { answerDuty, type AnswerDuty } from './judge/answer-duty.js';
export { roster, type Roster } from './committee/roster.js';
export { inTime } from './committee/in-time.js';
export type { LeftOut, LeftOutReason, PastAward, Received, RosterUnit } from './committee/received.js';
export { compareNames, compareOfficeKeys, comparePeople, namesKey, peopleKey } from './committee/office-order.js';
export { nameKey } from './committee/same-name.js';
export {
  askedColumns,
  columnLeaves,
  columnName,
  columnWords,
  headLevels,
  isAskedOf,
  percentOfSums,
  sumOfFilled,
  totalledShare,
  tellingWords,
} from './columns.js';
export type { HeadCell } from './columns.js';
export { holds } from './judge/evaluate.js';
export { LogicError, RulebookError } from './judge/rulebook-error.js';
export { fit, type Fitted } from './judge/fit.js';
export { nearestForUnit, type ForUnits } from './judge/for-unit.js';
export { leaves } from './section-leaves.js';
export { loweredText, raisedText, struckText } from './shown-text.js';
export { knownSigns, privateSigns, symbolFont, symbolText } from './symbol-text.js';
export type { SymbolFont } from './strings/symbol-letters.js';
export { officialDay, windowSaid } from './judge/window-words.js';
export { isoInstant, offsetMinutes, parseDay, parseInstant, type CalendarDay } from './calendar.js';
export { isNothingToReport } from './judge/nothing-to-report.js';
export { NOTHING_TO_REPORT } from './strings/nothing-to-report.js';
export { questionnaire, type Questionnaire } from './questionnaire/questionnaire.js';
export { answerInWords } from './questionnaire/answer-in-words.js';
export { asked } from './questionnaire/asked.js';
export { entriesOf, type AskedPart, type Owner, type Part } from './questionnaire/part.js';
export type { AskedEntry, Entry, EntryType } from './questionnaire/entry.js';
export { sectionName } from './questionnaire/section-parts.js';
export { grouped } from './grouped.js';
export { readDay } from './read-day.js';
export { readNumber, type NumberDoubt } from './read-number.js';
export { doubtInWords } from './strings/number-doubts.js';
export { readJson, UnreadableError, MAX_BYTES, MAX_DEPTH, type UnreadableReason } from './read-json.js';
export { normalized } from './normalized.js';
export { canonicalJson } from './canonical.js';
export { textIn, fillTemplate, inSentence, type Lang, type Text } from './text.js';
export type { RulePack } from './pack/pack.js';
export type * from './rulebook.js';
export type * from './finding.js';
export type * from './submission.js';
