/** A cell value as saved; for formulas, the last result. */
export type ReadValue = string | number | boolean | Date | null;

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadValue[])[];
  /** what a cell holds beyond its value, by cell name: `C7` */
  readonly marks: ReadonlyMap<string, CellMarks>;
  /** indices of rows that are not shown */
  readonly hiddenRows: ReadonlySet<number>;
  /** the day of a number, in a cell that should hold one; null if it is none */
  readonly dayOf: (serial: number) => Date | null;
  /** false for other kinds of sheets, such as chart sheets (created with F11 in Excel) */
  readonly hasCells: boolean;
}

export interface CellMarks {
  /** the formula, without its equals sign; `''` for one that other cells share */
  readonly formula?: string;
  /** the value is not a result, but the formula or the name of an error, such as `#REF!` */
  readonly unknown?: 'uncomputed' | 'error';
  /** the whole cell is struck out */
  readonly isStruck?: true;
  readonly comment?: string;
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
