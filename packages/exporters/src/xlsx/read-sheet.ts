/** What a cell held when the file was saved; of a formula, its last result. */
export type ReadValue = string | number | boolean | Date | null;

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadValue[])[];
  /** false for a sheet of another kind, such as a chart that fills one (F11 in Excel makes it) */
  readonly hasCells: boolean;
}

/** Why a file is no workbook that can be read. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
  readonly reason: 'no-xlsx' | 'too-large' | 'damaged';
  constructor(reason: UnreadableWorkbook['reason'], cause?: unknown) {
    super(`The file is no workbook that can be read: ${reason}.`, { cause });
    this.reason = reason;
  }
}
