import type { Rulebook, RulebookForm, RulebookNomination, RulebookPlan, RulebookReport } from '@kl01/rules';
import type { Consolidation, Review } from '@kl01/rules/committee';
import type { Explanation } from '@kl01/rules/authoring';
import type { UnknownPart } from '../../strings/messages.js';

/** Untrusted or unfinished input: documents must check every member. */
export type Members = Readonly<Record<string, unknown>>;

/** Available to every document. */
export interface RulebookFacts {
  readonly rulebook: Rulebook;
  /** the unit that issues the document; empty for the committee's own */
  readonly unit: Members;
  /** letterhead and signature, possibly incomplete */
  readonly issuer: Members;
  /** the instant to print for, if given by the caller */
  readonly now?: string | undefined;
  /** unit group id: limits a calendar to its dates */
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

/** A submission as stored by a server. */
export interface ReceivedFacts extends SubmissionFacts {
  /** ISO 8601 instant of arrival */
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

/** The facts that documents are made from, by origin. */
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

/** Facts of an input for each origin it qualifies as, most specific first. */
export type Facts = Partial<FactsBy>;

/** Names of origins: `nomination`, `report`, `review` and so on. */
export type Origin = keyof FactsBy;

export type { UnknownPart };
