import type { Rulebook, RulebookForm, RulebookNomination, RulebookPlan, RulebookReport } from '@kl01/rules';
import type { Consolidation, Review } from '@kl01/rules/committee';
import type { Explanation } from '@kl01/rules/authoring';
import type { UnknownPart } from '../../strings/messages.js';

/** Parts of input that documents read with care: what they print may be a draft, or come from a stranger. */
export type Members = Readonly<Record<string, unknown>>;

/** What every document can rely on. */
export interface RulebookSource {
  readonly rulebook: Rulebook;
  /** the unit whose document it is; empty: the committee's own */
  readonly unit: Members;
  /** letterhead and signature, as far as they are known */
  readonly issuer: Members;
  /** the instant it is printed for, where the caller gave one */
  readonly now?: string | undefined;
  /** id of a unit group: its dates only */
  readonly group?: string | undefined;
}

export interface FormSource<Form extends RulebookForm = RulebookForm> extends RulebookSource {
  readonly form: Form;
}

/** One submission. */
export interface Source<Form extends RulebookForm = RulebookForm> extends FormSource<Form> {
  readonly submission: Members;
  /** print this nominee only */
  readonly nominee?: string | undefined;
}

export type NominationSource = Source<RulebookNomination>;
export type ReportSource = Source<RulebookReport>;
export type PlanSource = Source<RulebookPlan>;

/** Many nominations of one form. */
export interface ManySource extends FormSource<RulebookNomination> {
  readonly sources: readonly NominationSource[];
}

/** A submission as a server keeps it. */
export interface ReceivedSource extends Source {
  /** ISO 8601 instant at which it arrived */
  readonly at: string;
}

export interface ConsolidationSource extends FormSource<RulebookReport> {
  readonly consolidation: Consolidation;
}

export interface ReviewSource extends FormSource<RulebookNomination> {
  readonly review: Review;
}

export interface ExplanationSource extends RulebookSource {
  readonly explanation: Explanation;
}

/** What a document may be made from, by name. */
export interface Sources {
  readonly nomination: NominationSource;
  readonly report: ReportSource;
  readonly plan: PlanSource;
  readonly nominations: ManySource;
  readonly received: ReceivedSource;
  readonly consolidation: ConsolidationSource;
  readonly review: ReviewSource;
  readonly rulebook: RulebookSource;
  readonly explanation: ExplanationSource;
}

/** What documents are made from: `nomination`, `report`, `review` and so on. */
export type Origin = keyof Sources;

export type { UnknownPart };
