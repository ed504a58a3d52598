export { fromLegacy, legacyEncoding, type LegacyEncoding } from './reading/legacy-text.js';
export { loweredText, raisedText, struckText } from './reading/shown-text.js';
export { knownSigns, privateSigns, symbolFont, symbolText } from './reading/symbol-text.js';
export type { SymbolFont } from './reading/strings/symbol-letters.js';
export { understood, type Reading } from './reading/reading.js';
export { readChoice, type ReadOption } from './reading/read-choice.js';
export { readDay } from './reading/read-day.js';
export { readNumber, type NumberDoubt } from './reading/read-number.js';
export { readYesNo } from './reading/read-yes-no.js';
export { doubtInWords } from './reading/strings/number-doubts.js';
export { readJson, UnreadableError, MAX_BYTES, MAX_DEPTH, type UnreadableReason } from './reading/read-json.js';
export { seenText } from './reading/unseen-signs.js';
export { normalized } from './reading/normalized.js';
export {
  linesOfTable,
  textOfBlocks,
  type WrittenApart,
  type WrittenBlock,
  type WrittenCell,
  type WrittenParagraph,
  type WrittenPlace,
  type WrittenRow,
  type WrittenTable,
} from './written/block.js';
export { blocksOfText } from './written/blocks-of-text.js';
export { readNomination, type KindToFind, type ReadNomination, type ReadNominee } from './written/read-nomination.js';
export { readReport, type ReadAside, type ReadPiece, type ReadReport } from './written/read-report.js';
export type { ReadIssuer } from './written/read-office.js';
export type { ReadTable } from './written/read-statistics.js';
