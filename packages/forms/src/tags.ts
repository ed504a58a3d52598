/** The elements of this package, by the script that defines them. What they are made of stands beside it. */
export const tags = ['kl01-deadlines', 'kl01-nomination-form', 'kl01-plan-form', 'kl01-report-form'] as const;

/** For the committee's officer; apart, so that a unit's officer does not load it. */
export const boardTags = ['kl01-review-board'] as const;

export type Tag = (typeof tags)[number];
