import type { Database, Row } from './db.js';
import { toDecision } from './decisions.js';
import type { Decision, DecisionRow } from './decisions.js';
import { SELECT_LISTED, toListed } from './store-rows.js';
import type { ListedRow } from './store-rows.js';
import type { Listed } from './stored.js';

/** An action on record: a decision of the committee, a submission or a withdrawal. */
export type Act = { of: 'decision'; decision: Decision } | { of: 'sent' | 'withdrawn'; submission: Listed };

/** A page of the record, latest act first. */
export interface ActsPage {
  acts: readonly Act[];
  /** from 1; numbers beyond the last page mean the last one */
  number: number;
  /** at least 1 */
  pages: number;
}

export const ACTS_PER_PAGE = 50;

export type Acts = ReturnType<typeof createActs>;

/** The record of all actions on a directive, read page by page since it can grow long. */
export function createActs({ query }: Database) {
  return {
    async page(rulebook: string, asked: number): Promise<ActsPage> {
      const [counted] = await query<{ count: number } & Row>(
        `select ((select count(*) from decision where rulebook = $1) + (select count(*) from submission where rulebook = $1)
           + (select count(*) from withdrawal join submission on submission.id = submission where rulebook = $1))::integer as count`,
        [rulebook],
      );
      const pages = Math.max(1, Math.ceil((counted?.count ?? 0) / ACTS_PER_PAGE));
      const number = Math.min(asked, pages);
      // Acts at the same instant of the portal's clock: the one stored last comes first, by sequence number if those
      // times are equal too (PGlite has millisecond precision); a withdrawal follows what it withdraws.
      const listed = await query<{ act: Act['of']; id: string } & Row>(
        `select 'decision' as act, id, decided_at as at, stored_at, 2 * version as rank from decision where rulebook = $1
         union all select 'sent', id, received_at, stored_at, 2 * revision from submission where rulebook = $1
         union all select 'withdrawn', id, withdrawn_at, stored_at, 2 * revision + 1 from withdrawal join submission on submission.id = submission
           where rulebook = $1
         order by at desc, stored_at desc, rank desc, id limit $2 offset $3`,
        [rulebook, ACTS_PER_PAGE, (number - 1) * ACTS_PER_PAGE],
      );
      const ids = (of: (act: Act['of']) => boolean): string[] =>
        listed.filter(({ act }) => of(act)).map(({ id }) => id);
      const decisions = await query<DecisionRow>('select * from decision where id = any($1)', [
        ids((act) => act === 'decision'),
      ]);
      const submissions = await query<ListedRow>(`${SELECT_LISTED} where submission.id = any($1)`, [
        ids((act) => act !== 'decision'),
      ]);
      const decisionOf = new Map(decisions.map((row) => [row.id, toDecision(row)]));
      const submissionOf = new Map(submissions.map((row) => [row.id, toListed(row)]));
      const acts = listed.flatMap(({ act, id }): Act[] => {
        const decision = act === 'decision' && decisionOf.get(id);
        if (decision) return [{ of: 'decision', decision }];
        const submission = act !== 'decision' && submissionOf.get(id);
        return submission ? [{ of: act, submission }] : [];
      });
      return { acts, number, pages };
    },
  };
}
