/** A cell value as saved; for formulas, the last result. */
export type ReadValue = string | number | boolean | Date | null;

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadValue[])[];
  /** false for other kinds of sheets, such as chart sheets (created with F11 in Excel) */
  readonly hasCells: boolean;
}

/** Thrown if a file cannot be read as a workbook. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
  readonly reason: 'no-xlsx' | 'too-large' | 'damaged';
  constructor(reason: UnreadableWorkbook['reason'], cause?: unknown) {
    super(`The file is no workbook that can be read: ${reason}.`, { cause });
    this.reason = reason;
  }
}
