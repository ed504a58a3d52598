import type { Rulebook, RulebookForm } from '@kl01/rules';
import type { Messages } from '../strings/messages.js';
import { membersOf } from './text.js';

/** What documents are made from: parts of a submission are read with care, for it may be a draft. */
export interface Source {
  readonly rulebook: Rulebook;
  readonly form: RulebookForm;
  readonly submission: Readonly<Record<string, unknown>>;
  readonly unit: Readonly<Record<string, unknown>>;
}

export type UnknownPart = keyof Messages['unknown'];

export function sourceOf(
  rulebook: Rulebook,
  form: RulebookForm,
  submission: Readonly<Record<string, unknown>>,
): Source {
  return { rulebook, form, submission, unit: membersOf(submission['unit']) };
}
