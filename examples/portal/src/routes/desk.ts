import { placesLeft, review } from '@kl01/rules/committee';
import { readJson, UnreadableError } from '@kl01/rules/reading';
import type { Finding } from '@kl01/rules';
import type { Picks } from '@kl01/rules/committee';
import type { FastifyInstance } from 'fastify';
import { decide, decideAndLead, deciding } from '../deciding.js';
import { picksOf, receivedAt, rosterOf, subjects } from '../desk.js';
import { isPast, lookAt } from '../desk-view.js';
import type { DeskView } from '../desk-view.js';
import type { Body } from '../directory.js';
import type { Portal } from '../portal.js';
import { asRecord } from '../record.js';
import { Refusal } from '../refusal.js';

/** Enough for 10,000 picks. */
const PICKS_BYTES = 2 * 1024 * 1024;

/** The committee's decisions on all submissions of a form: locking and picks. */
export function deskRoutes(app: FastifyInstance, portal: Portal): void {
  app.post('/committee/lock', async (request, reply) => {
    const all = deciding(portal, request);
    const locked = all.fields.get('locked') === 'true';
    if (locked && !isPast(all.officer.body, all.form, all.desk)) throw new Refusal(409);
    return decideAndLead(portal, { request, reply }, all, { subject: subjects.lock, body: { locked } });
  });

  /**
   * From the board, answered with JSON: 200 `{ version }`; 409 `{ version, picks, by }` with the current picks if there
   * has been another decision; 422 `{ findings, picks }` with the reasons and the current picks if they exceed the
   * totals.
   */
  app.post('/committee/picks', { bodyLimit: PICKS_BYTES }, async (request, reply) => {
    const all = deciding(portal, request);
    const { officer, fields, desk } = all;
    const selection = officer.body.rulebook.selections.find(({ id }) => id === fields.get('selection'));
    if (!selection) throw new Refusal(404);
    const picks = parsePicks(fields.get('picks') ?? '');
    const view = await lookAt(portal, officer, desk);
    const standing = picksOf(view.decisions);
    const findings = beyond(officer.body, view, { id: selection.id, picks, standing });
    if (findings.length > 0) return reply.status(422).send({ findings, picks: standing[selection.id] ?? [] });
    const { stands, isOurs } = await decide(portal, all, { subject: subjects.picks(selection.id), body: { picks } });
    if (isOurs) return reply.send({ version: stands?.version });
    return reply.status(409).send({
      version: stands?.version ?? 0,
      picks: asRecord(stands?.body)['picks'] ?? [],
      by: portal.directory.officer(stands?.by ?? '')?.label ?? '',
    });
  });
}

interface Wanted {
  id: string;
  picks: Picks[string];
  standing: Picks;
}

/**
 * Why a selection rejects these picks; removing some is always allowed, even if too many remain after its places were
 * reduced.
 */
function beyond({ rulebook, units, clock }: Body, view: DeskView, { id, picks, standing }: Wanted): Finding[] {
  const before = new Set((standing[id] ?? []).map((pick) => JSON.stringify(pick)));
  if (picks.every((pick) => before.has(JSON.stringify(pick)))) return [];
  const stored = view.lines.flatMap(({ sent }) => (sent ? [sent] : []));
  const { selections, findings } = review(rulebook, receivedAt({ units }, stored, view.decisions), {
    now: clock.now(),
    form: view.form.id,
    units: rosterOf({ units }),
    picks: { ...standing, [id]: picks },
  });
  const counts = selections[id] ?? [];
  const isOver = counts.some(
    ({ of, picked, max, reserved }) =>
      (max !== null && picked > max) || (reserved === undefined && of.some((kind) => placesLeft(counts, kind) < 0)),
  );
  return isOver ? findings.filter(({ rule }) => rule === `selection/${id}`) : [];
}

/** At most 10,000 picks, in the structure that `review` reads; it judges the content itself. */
function parsePicks(json: string): Picks[string] {
  try {
    const picks = readJson(json);
    if (
      Array.isArray(picks) &&
      picks.length <= 10_000 &&
      picks.every((pick) => typeof pick === 'object' && pick !== null)
    )
      return picks as Picks[string];
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
  }
  throw new Refusal(400);
}
