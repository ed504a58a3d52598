/** Tags, grouped by the script that defines them. For their classes see `define-elements.ts`. */
export const tags = ['kl01-deadlines', 'kl01-nomination-form', 'kl01-plan-form', 'kl01-report-form'] as const;

/** For the committee's officer; separate, so that a unit's officer does not load it. */
export const boardTags = ['kl01-review-board'] as const;

export type Tag = (typeof tags)[number];
