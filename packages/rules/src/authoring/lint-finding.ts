import type { Severity } from '../rulebook.js';
import type { LintCode } from '../pack/strings/authoring.js';
import type { LogicCode } from './strings/logic.js';

/** A mistake in a pack whose shape is valid. */
export interface LintFinding {
  readonly code: LintCode | `logic-${LogicCode}`;
  /** a pack with a finding of severity `error` is refused */
  readonly severity: Severity;
  /** address of the element */
  readonly element: string;
  readonly message: string;
  readonly remedy: string;
}

/** @param allowed what would be right instead, as far as it can be listed */
export type Report = (
  code: LintCode,
  element: string,
  detail?: string,
  severity?: Severity,
  allowed?: readonly string[],
) => void;
