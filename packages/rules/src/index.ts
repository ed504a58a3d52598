export { check, labelAt, type CheckOptions } from './judge/check.js';
export { windows, type WindowsOptions } from './judge/windows.js';
export { unitDates, type UnitDate } from './judge/unit-dates.js';
export { commitments, type Commitments } from './judge/commitments.js';
export { duty, type Duty } from './judge/duty.js';
export { isPerson, kindLabel, likeOf } from './judge/nominee-kinds.js';
export { slate, type Slate, type SlateCount } from './judge/slate.js';
export { pointer, stepsOf, valueAt } from './values/pointer.js';
export { ownMember } from './values/own-member.js';
export { answerDuty, type AnswerDuty } from './judge/for-unit.js';
export { askedColumns, columnLeaves, columnName, columnWords, headLevels, isAskedOf, tellingWords } from './columns.js';
export type { HeadCell } from './columns.js';
export {
  addedRows,
  cellNumber,
  cellsRead,
  columnNumbers,
  hasMeasures,
  hasTotal,
  isGroupAt,
  partsOf,
  shareOf,
  typedColumns,
  typedRows,
  withRows,
  type CellAt,
} from './table-numbers.js';
export { holds } from './judge/evaluate.js';
export { isRulebook } from './judge/read-rulebook.js';
export { LogicError, RulebookError } from './judge/rulebook-error.js';
export { formOfType, type FormOf } from './form-of-type.js';
export { fit, type Fitted } from './judge/fit.js';
export { nearestForUnit, type ForUnits } from './judge/for-unit.js';
export { leaves } from './section-leaves.js';
export { officialDate, officialDay } from './official-date.js';
export { windowSaid } from './judge/window-words.js';
export { isoInstant, offsetMinutes, parseDay, parseInstant, type CalendarDay } from './calendar.js';
export { isNothingToReport } from './judge/nothing-to-report.js';
export { NOTHING_TO_REPORT } from './judge/strings/nothing-to-report.js';
export { questionnaire, type Questionnaire } from './questionnaire/questionnaire.js';
export { limitsInWords } from './field-types/limits-in-words.js';
export { answerInWords, type Answered } from './questionnaire/answer-in-words.js';
export { asked } from './questionnaire/asked.js';
export { entriesOf, type AskedPart, type Owner, type Part } from './questionnaire/part.js';
export type { AskedEntry, Entry, EntryType } from './questionnaire/entry.js';
export { sectionName } from './questionnaire/section-parts.js';
export { grouped } from './grouped.js';
export { canonicalJson } from './values/canonical.js';
export { purposeIn } from './judge/purpose.js';
export { textIn, fillTemplate, inSentence, type Lang, type Text } from './text.js';
export type * from './rulebook.js';
export type * from './finding.js';
export type * from './submission.js';
export { clauseInWords } from './clause-in-words.js';
