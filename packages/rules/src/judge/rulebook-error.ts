/**
 * A rulebook that nobody can judge by: broken on the way, edited by hand, or of another version of the format.
 * What is wrong with a submission is a finding, never this.
 */
export class RulebookError extends Error {
  override readonly name: string = 'RulebookError';
  /** JSON Pointer into the rulebook; `""` where the logic was given by itself */
  readonly pointer: string;

  constructor(pointer: string, reason: string) {
    super(`The rulebook cannot be used: at “${pointer || '/'}” ${reason}. Compile it anew from its pack.`);
    this.pointer = pointer;
  }
}

/** The rulebook holds logic outside the portable profile; `kl01 lint` names such logic of a pack beforehand. */
export class LogicError extends RulebookError {
  override readonly name = 'LogicError';
}
