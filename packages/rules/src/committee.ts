export { parseUnits, UnitListError, type UnitListProblem } from './committee/parse-units.js';
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
export { startReport } from './committee/start-report.js';
export { roster, type Roster } from './committee/roster.js';
export { inTime } from './committee/in-time.js';
export type { LeftOut, LeftOutReason, PastAward, Received, RosterUnit } from './committee/received.js';
export { compareNames, compareOfficeKeys, comparePeople, namesKey, peopleKey } from './committee/office-order.js';
export { nameKey } from './committee/same-name.js';
