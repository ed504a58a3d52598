import type { Rulebook, RulebookForm, RulebookNomination, RulebookPlan, RulebookReport } from '@kl01/rules';
import type { Consolidation, Review } from '@kl01/rules/committee';
import type { Explanation } from '@kl01/rules/authoring';
import type { UnknownPart } from '../../strings/messages.js';

/** Parts of input that documents read with care: what they print may be a draft, or come from a stranger. */
export type Members = Readonly<Record<string, unknown>>;

/** What every document can rely on. */
export interface RulebookFacts {
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

export interface FormFacts<Form extends RulebookForm = RulebookForm> extends RulebookFacts {
  readonly form: Form;
}

/** One submission. */
export interface SubmissionFacts<Form extends RulebookForm = RulebookForm> extends FormFacts<Form> {
  readonly submission: Members;
  /** print this nominee only */
  readonly nominee?: string | undefined;
}

export type NominationFacts = SubmissionFacts<RulebookNomination>;
export type ReportFacts = SubmissionFacts<RulebookReport>;
export type PlanFacts = SubmissionFacts<RulebookPlan>;

/** Many nominations of one form. */
export interface ManyFacts extends FormFacts<RulebookNomination> {
  readonly sources: readonly NominationFacts[];
}

/** A submission as a server keeps it. */
export interface ReceivedFacts extends SubmissionFacts {
  /** ISO 8601 instant at which it arrived */
  readonly at: string;
}

export interface ConsolidationFacts extends FormFacts<RulebookReport> {
  readonly consolidation: Consolidation;
}

export interface ReviewFacts extends FormFacts<RulebookNomination> {
  readonly review: Review;
}

export interface ExplanationFacts extends RulebookFacts {
  readonly explanation: Explanation;
}

/** What a document may be made from, by name. */
export interface FactsBy {
  readonly nomination: NominationFacts;
  readonly report: ReportFacts;
  readonly plan: PlanFacts;
  readonly nominations: ManyFacts;
  readonly received: ReceivedFacts;
  readonly consolidation: ConsolidationFacts;
  readonly review: ReviewFacts;
  readonly rulebook: RulebookFacts;
  readonly explanation: ExplanationFacts;
}

/** What is known of an input, by every origin that it may serve as, the narrowest first. */
export type Facts = Partial<FactsBy>;

/** What documents are made from: `nomination`, `report`, `review` and so on. */
export type Origin = keyof FactsBy;

export type { UnknownPart };
