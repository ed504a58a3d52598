/**
 * The elements as classes. Importing them has no effect; `define()`, or importing `@kl01/forms/define`, registers their
 * tags.
 */
export { define } from './define-elements.js';
export { Deadlines } from './deadlines/deadlines.js';
export { NominationForm } from './nomination-form/nomination-form.js';
export { PlanForm } from './plan-form/plan-form.js';
export { ReportForm } from './report-form/report-form.js';
export { ReviewBoard } from './review-board/review-board.js';
export type { Exporters, ExportersModule, OfficeTemplate } from './blocks/documents.js';
export type { ReceivedFinding } from './findings/shown-findings.js';
export type { Upload } from './files/files.js';
export type { ChangeEvent, ErrorEvent, Kl01Events, PickEvent, ReadyEvent, SubmitEvent } from './events.js';
