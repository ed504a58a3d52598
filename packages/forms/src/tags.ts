/** The elements of this package. What they are made of stands in `define-elements.ts`. */
export const tags = ['kl01-deadlines', 'kl01-nomination-form', 'kl01-plan-form', 'kl01-report-form'] as const;

export type Tag = (typeof tags)[number];
