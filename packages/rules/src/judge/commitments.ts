import type { Cite, PlanView, RulebookPlan } from '../rulebook.js';

type Post = PlanView['posts'][number];

/** What a plan asks of its person, based on the highest post; shown before the rules judge it. */
export interface Commitments {
  /** the highest of the posts held; null if none of them is listed */
  readonly highest: Post | null;
  /** how many of the listed posts are held; several posts need only one plan, for the highest */
  readonly held: number;
  /** how many commitments are due; null if holders of this post are not asked for any */
  readonly due: { readonly min: number; readonly max: number | null; readonly cite?: Cite } | null;
}

/** The highest post of a plan's person, and how many commitments it requires. Reads only texts from the input. */
export function commitments(form: RulebookPlan, person: unknown): Commitments {
  const { plan } = form.view;
  const given: unknown = typeof person === 'object' && person !== null && 'posts' in person ? person.posts : null;
  const posts: readonly unknown[] = Array.isArray(given) ? given : [];
  const held = plan.posts.filter(({ id }) => posts.includes(id));
  const highest = held[0] ?? null;
  const counts = (plan.commitments?.counts ?? []).filter(
    ({ ifPost }) => ifPost === undefined || (ifPost === 'commits') === (highest?.commits ?? false),
  );
  if (counts.length === 0) return { highest, held: held.length, due: null };
  const elements = counts.map(({ id }) => `${form.id}/commitments/counts/${id}`);
  const cite = form.rules.find(({ element }) => elements.includes(element))?.cite;
  const max = Math.min(...counts.map((count) => count.max ?? Infinity));
  return {
    highest,
    held: held.length,
    due: {
      min: Math.max(...counts.map(({ min }) => min ?? 0)),
      max: max === Infinity ? null : max,
      ...(cite && { cite }),
    },
  };
}
