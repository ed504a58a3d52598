/** Upper limits of file formats; beyond them, programs report the file as damaged. */
export const LIMITS = {
  /** per sheet (Excel specifications) */
  rows: 1_048_576,
  columns: 16_384,
  /** per archive without ZIP64 extensions, which not every program supports (APPNOTE 4.4.1.4) */
  files: 65_534,
  bytes: 0xffff_fffe,
} as const;

/** Thrown before writing if the content exceeds a format's limits. */
export class BeyondLimit extends Error {
  override readonly name = 'BeyondLimit';
  readonly limit: keyof typeof LIMITS;
  /** name of the sheet, or of the file within the archive */
  readonly of: string;
  constructor(limit: keyof typeof LIMITS, of: string) {
    super(`${of}: more than ${LIMITS[limit]} ${limit}.`);
    this.limit = limit;
    this.of = of;
  }
}
