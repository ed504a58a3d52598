/** What a cell held when the file was saved; of a formula, its last result. */
export type ReadValue = string | number | boolean | Date | null;

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadValue[])[];
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
