/**
 * A malformed rulebook: damaged in transit, edited by hand, or of another version of the format. Never thrown for
 * problems in a submission, which are findings.
 */
export class RulebookError extends Error {
  override readonly name: string = 'RulebookError';
  /** JSON Pointer into the rulebook; `""` if the logic was passed on its own */
  readonly pointer: string;

  constructor(pointer: string, reason: string) {
    super(`The rulebook cannot be used: at “${pointer || '/'}” ${reason}. Compile it anew from its pack.`);
    this.pointer = pointer;
  }
}

/** The rulebook contains logic outside the portable profile; `kl01 lint` reports such logic in a pack. */
export class LogicError extends RulebookError {
  override readonly name = 'LogicError';
}
