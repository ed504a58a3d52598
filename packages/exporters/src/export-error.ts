import type { Problem } from './strings/messages.js';

/** Why a document cannot be made or a file cannot be read. */
export type ExportErrorCode =
  | 'document'
  | 'format'
  | 'form'
  | 'form-type'
  | 'rulebook'
  | 'submission'
  | 'layout'
  | 'libreoffice'
  | 'workbook'
  | 'word-file'
  | 'template'
  | 'too-large';

/**
 * Thrown if a document cannot be made or a file cannot be read: what is wrong, where in the call, and how to fix it.
 */
export class ExportError extends Error {
  override readonly name = 'ExportError';
  readonly code: ExportErrorCode;
  readonly what: string;
  /** the argument or member at fault, such as `submission.form` */
  readonly where: string;
  readonly remedy: string;

  constructor(code: ExportErrorCode, { what, where, remedy }: Problem) {
    super(`${what} ${remedy} [${where}]`);
    this.code = code;
    this.what = what;
    this.where = where;
    this.remedy = remedy;
  }
}
