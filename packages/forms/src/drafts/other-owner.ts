import type { Submission } from '@kl01/rules';

/** Why a workbook does not belong to the form shown. */
export type OtherOwner = 'form' | 'unit' | 'period';

/** A workbook received by mail may be from another unit, or for another form or period; null: it belongs here. */
export function otherOwner(read: Submission, shown: Submission, formId: string): OtherOwner | null {
  if (read.form !== formId) return 'form';
  const [theirs, ours] = [read.unit.id ?? null, shown.unit.id ?? null];
  if (theirs !== null && ours !== null && theirs !== ours) return 'unit';
  const [period, asked] = [read.period ?? null, shown.period ?? null];
  return period !== null && asked !== null && period !== asked ? 'period' : null;
}
