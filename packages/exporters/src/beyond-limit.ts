/** What a format can hold at most; more, and programs call the file damaged. */
export const LIMITS = {
  /** of a sheet (Excel's own specifications) */
  rows: 1_048_576,
  columns: 16_384,
  /** of an archive without the extensions of ZIP64, which not every program reads (APPNOTE 4.4.1.4) */
  files: 65_534,
  bytes: 0xffff_fffe,
} as const;

/** Content that a format cannot hold, found before a file is made of it. */
export class BeyondLimit extends Error {
  override readonly name = 'BeyondLimit';
  readonly limit: keyof typeof LIMITS;
  /** of the sheet or the file within the archive */
  readonly of: string;
  constructor(limit: keyof typeof LIMITS, of: string) {
    super(`${of}: more than ${LIMITS[limit]} ${limit}.`);
    this.limit = limit;
    this.of = of;
  }
}
