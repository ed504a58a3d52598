export { documentsFor, exportDocument } from './export-document.js';
export type { AvailableDocument, Exported, ExportOptions, Notice } from './export-document.js';
export { ExportError } from './export-error.js';
export type { ExportErrorCode } from './export-error.js';
export type { Layout, LetterheadLine, NumberStyle, TextStyle } from './layouts/layout.js';
export type { Format } from './writers.js';
export type { ExportInput, ReceivedInput } from './read-input.js';
export type { Origin } from './documents/sources.js';
