import { consolidate, offsetMinutes, readJson, startReport, UnreadableError, windows } from '@kl01/rules';
import type { Consolidation, Finding, RulebookForm } from '@kl01/rules';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Decision, Desk } from '../decisions.js';
import { picksOf, receivedAt, returnedOf, rosterOf, standingOf, subjects } from '../desk.js';
import type { Body, Officer, Unit } from '../directory.js';
import { consolidatedPage } from '../pages/consolidated.js';
import { actsPage, deskPage, desksPage, overtakenPage } from '../pages/desk.js';
import type { DeskLine, DeskView } from '../pages/desk.js';
import { ownReportPage } from '../pages/own-report.js';
import { reviewPage } from '../pages/review.js';
import { unitPage } from '../pages/unit.js';
import { pastAwardsOf } from '../past-awards.js';
import type { Portal } from '../portal.js';
import { asRecord } from '../record.js';
import { Refusal } from '../refusal.js';

const HTML = 'text/html; charset=utf-8';

interface At {
  Querystring: { form?: string; period?: string; unit?: string; table?: string; row?: string; column?: string };
}

/** The committee's own pages: nobody else's session reaches them. */
export function committeeRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/committee', async (request, reply) => {
    const officer = portal.committee(request);
    const desks = await Promise.all(
      desksOf(officer.body).map(({ form, period }) => look(portal, officer, form, period)),
    );
    return reply.type(HTML).send(desksPage(portal.viewer(request), officer, desks));
  });

  app.get<At>('/committee/desk', async (request, reply) => {
    const officer = portal.committee(request);
    const view = await lookAt(portal, officer, request.query);
    return reply.type(HTML).send(deskPage(portal.viewer(request), officer, view));
  });

  app.get<At>('/committee/unit', async (request, reply) => {
    const officer = portal.committee(request);
    const view = await lookAt(portal, officer, request.query);
    const line = view.lines.find(({ unit }) => unit.id === request.query.unit);
    if (!line) throw new Refusal(404);
    const log = (await portal.decisions.log(officer.body.rulebook.id)).filter(
      ({ form, period, subject }) =>
        form === view.form.id && period === view.desk.period && subject.endsWith(`/${line.unit.id}`),
    );
    const page = unitPage(portal.viewer(request), officer, view, {
      line,
      log,
      returned: returnedOf(view.decisions, line.unit.id),
    });
    return reply.type(HTML).send(page);
  });

  app.get<At>('/committee/review', async (request, reply) => {
    const officer = portal.committee(request);
    const view = await lookAt(portal, officer, request.query);
    if (view.form.type !== 'nomination') throw new Refusal(404);
    const stored = view.lines.flatMap(({ sent }) => (sent ? [sent] : []));
    const page = reviewPage(portal.viewer(request), officer, view, {
      received: receivedAt(officer.body, stored, view.decisions),
      units: rosterOf(officer.body),
      picks: picksOf(view.decisions),
      pastAwards: pastAwardsOf(view.decisions),
      versions: Object.fromEntries([...view.decisions].map(([subject, { version }]) => [subject, version])),
    });
    return reply.type(HTML).send(page);
  });

  app.get<At>('/committee/consolidated', async (request, reply) => {
    const officer = portal.committee(request);
    const view = await lookAt(portal, officer, request.query);
    const { table = '', row = '', column = '' } = request.query;
    const all = await consolidated(officer, view);
    const page = consolidatedPage(portal.viewer(request), officer, view, all, { table, row, column });
    return reply.type(HTML).send(page);
  });

  app.get<At>('/committee/own-report', async (request, reply) => {
    const officer = portal.committee(request);
    const view = await lookAt(portal, officer, request.query);
    const begun = startReport(await consolidated(officer, view), view.form);
    return reply.type(HTML).send(ownReportPage(portal.viewer(request), officer, view, begun));
  });

  app.get('/committee/acts', async (request, reply) => {
    const officer = portal.committee(request);
    const { rulebook } = officer.body;
    const [log, sent] = await Promise.all([portal.decisions.log(rulebook.id), portal.store.everything(rulebook.id)]);
    const page = actsPage(
      portal.viewer(request),
      officer,
      log,
      sent,
      (id) => portal.directory.officer(id)?.label ?? id,
    );
    return reply.type(HTML).send(page);
  });

  app.post('/committee/lock', async (request, reply) => {
    const all = deciding(portal, request);
    const locked = all.fields.get('locked') === 'true';
    if (locked && !isPast(all.officer.body, all.form, all.desk)) throw new Refusal(409);
    return decideAndLead(portal, { request, reply }, all, { subject: subjects.lock, body: { locked } });
  });

  app.post('/committee/return', async (request, reply) => {
    const all = decidingOnUnit(portal, request);
    const { officer, fields, desk, unit } = all;
    const latest = await portal.store.latest({ ...desk, unit: unit.id, person: '' });
    const reason = (fields.get('reason') ?? '').trim();
    const until = instantOf(officer.body, fields.get('until'));
    const subject = subjects.answer(unit.id);
    // What was looked at is not there any more: the unit has sent another.
    if (!latest || latest.withdrawn || latest.id !== fields.get('submission')) throw new Refusal(409);
    if (reason === '' || reason.length > 4000 || until === null || until <= officer.body.clock.now())
      throw new Refusal(400);
    const body = { submission: latest.id, reason, findings: commentsOf(fields), until };
    return decideAndLead(portal, { request, reply }, all, { subject, body });
  });

  app.post('/committee/revoke', async (request, reply) => {
    const all = decidingOnUnit(portal, request);
    return decideAndLead(portal, { request, reply }, all, {
      subject: subjects.answer(all.unit.id),
      body: { revoked: true },
    });
  });

  app.post('/committee/sets', async (request, reply) => {
    const all = decidingOnUnit(portal, request);
    const { fields, unit } = all;
    const count = Number(fields.get('count'));
    const on = fields.get('on') ?? '';
    if (!Number.isInteger(count) || count < 0 || count > 1000 || !isDay(on)) throw new Refusal(400);
    const subject = subjects.sets(unit.id);
    return decideAndLead(portal, { request, reply }, all, { subject, body: { count, on } });
  });

  /** From the board: answers with JSON, and to whoever comes second with what stands. */
  app.post('/committee/picks', async (request, reply) => {
    const { officer, fields, desk } = deciding(portal, request);
    const selection = officer.body.rulebook.selections.find(({ id }) => id === fields.get('selection'));
    if (!selection) throw new Refusal(404);
    const picks = parsePicks(fields.get('picks') ?? '');
    const subject = subjects.picks(selection.id);
    const decided = await decide(portal, officer, desk, fields, { subject, body: { picks } });
    if (decided) return reply.send({ version: decided.version });
    const standing = (await portal.decisions.standing(desk)).get(subject);
    return reply.status(409).send({
      version: standing?.version ?? 0,
      picks: asRecord(standing?.body)['picks'] ?? [],
      by: portal.directory.officer(standing?.by ?? '')?.label ?? '',
    });
  });
}

/** Forms that units answer, and what people's plans are not: nothing is consolidated of those. */
export function desksOf({ rulebook }: Body): { form: RulebookForm; period: string }[] {
  return rulebook.forms
    .filter(({ view }) => view.plan?.person === undefined && view.answeredBy !== 'committee')
    .flatMap((form) =>
      form.view.periods.length > 0 ? form.view.periods.map(({ id }) => ({ form, period: id })) : [{ form, period: '' }],
    );
}

/** @throws Refusal 404 for what is no report */
async function consolidated({ body }: Officer, { form, desk, lines, decisions }: DeskView): Promise<Consolidation> {
  if (form.type !== 'report') throw new Refusal(404);
  const stored = lines.flatMap(({ sent }) => (sent ? [sent] : []));
  return consolidate(body.rulebook, receivedAt(body, stored, decisions), {
    now: body.clock.now(),
    form: form.id,
    ...(desk.period && { period: desk.period }),
    units: rosterOf(body),
  });
}

export function lookAt(portal: Portal, officer: Officer, { form, period }: At['Querystring']): Promise<DeskView> {
  const found = desksOf(officer.body).find((desk) => desk.form.id === form && desk.period === (period ?? ''));
  if (!found) throw new Refusal(404);
  return look(portal, officer, found.form, found.period);
}

async function look(portal: Portal, { body }: Officer, form: RulebookForm, period: string): Promise<DeskView> {
  const { rulebook, clock, units } = body;
  const desk: Desk = { rulebook: rulebook.id, form: form.id, period };
  const [decisions, stored, all] = await Promise.all([
    portal.decisions.standing(desk),
    portal.store.latestOfAll(rulebook.id, { form: form.id }),
    portal.store.everything(rulebook.id),
  ]);
  const first = new Map(
    all
      .filter((one) => one.form === form.id && one.period === period && !one.stale)
      .map((one) => [one.unit, one.receivedAt]),
  );
  const lines = units.map((unit): DeskLine => {
    const sent = stored.find((one) => one.unit === unit.id && one.period === period && one.person === '');
    return { unit, sent, firstAt: first.get(unit.id) ?? null, standing: standingOf(decisions, unit.id, sent) };
  });
  const states = windows(rulebook, { now: clock.now(), form: form.id });
  return {
    form,
    period: form.view.periods.find(({ id }) => id === period)?.label ?? null,
    desk,
    decisions,
    lines,
    window: states.find((state) => (state.period ?? '') === period),
    past: isPast(body, form, desk),
  };
}

/** Every unit's time is over, so locking takes nothing from anybody. */
function isPast({ clock }: Body, form: RulebookForm, { period }: Desk): boolean {
  const own = form.windows.filter((window) => (window.period ?? '') === period);
  const minute = Date.parse(clock.now()) / 60_000;
  return own.length > 0 && own.every(({ until }) => until !== undefined && until <= minute);
}

interface Deciding {
  officer: Officer;
  fields: URLSearchParams;
  desk: Desk;
  form: RulebookForm;
}

export function deciding(portal: Portal, request: FastifyRequest): Deciding {
  const officer = portal.committee(request);
  const fields = portal.fields(request);
  const [form, period] = [fields.get('form') ?? '', fields.get('period') ?? ''];
  const found = desksOf(officer.body).find((desk) => desk.form.id === form && desk.period === period);
  if (!found) throw new Refusal(404);
  return { officer, fields, desk: { rulebook: officer.body.rulebook.id, form, period }, form: found.form };
}

function decidingOnUnit(portal: Portal, request: FastifyRequest): Deciding & { unit: Unit } {
  const all = deciding(portal, request);
  const unit = all.officer.body.units.find(({ id }) => id === all.fields.get('unit'));
  if (!unit) throw new Refusal(404);
  return { ...all, unit };
}

function decide(
  portal: Portal,
  officer: Officer,
  desk: Desk,
  fields: URLSearchParams,
  { subject, body }: { subject: string; body: unknown },
): Promise<Decision | null> {
  const seen = Number(fields.get('seen'));
  if (!Number.isInteger(seen) || seen < 0 || seen > 2 ** 31 - 2) throw new Refusal(400);
  return portal.decisions.decide(desk, { subject, seen, body, by: officer.id, at: officer.body.clock.now() });
}

/**
 * Stores a decision and leads to where it shows; whoever comes second is told what stands instead (409).
 *
 * @param to where a decision leads; left out: the unit it is about, else the desk
 */
export async function decideAndLead(
  portal: Portal,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { officer, fields, desk, unit }: Omit<Deciding, 'form'> & { unit?: Unit },
  decision: { subject: string; body: unknown },
  to?: string,
): Promise<FastifyReply> {
  const back = unit ? unitAddress(desk, unit) : deskAddress(desk);
  if (await decide(portal, officer, desk, fields, decision)) return reply.redirect(to ?? back, 303);
  const standing = (await portal.decisions.standing(desk)).get(decision.subject);
  const by = portal.directory.officer(standing?.by ?? '')?.label ?? '';
  return reply
    .status(409)
    .type(HTML)
    .send(overtakenPage(portal.viewer(request), officer, standing, by, back));
}

const query = ({ form, period }: Desk): string => new URLSearchParams({ form, ...(period && { period }) }).toString();
const deskAddress = (desk: Desk): string => `/committee/desk?${query(desk)}`;
const unitAddress = (desk: Desk, { id }: Unit): string =>
  `/committee/unit?${query(desk)}&${new URLSearchParams({ unit: id }).toString()}`;

/** `2023-04-10T17:00` of the committee's own clock; null where it is no instant. */
export function instantOf({ rulebook }: Body, local: string | null | undefined): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local ?? '')) return null;
  const instant = Date.parse(`${local}:00${rulebook.utcOffset}`);
  // 30 February would become a day of March.
  const back = Number.isNaN(instant)
    ? ''
    : new Date(instant + offsetMinutes(rulebook.utcOffset) * 60_000).toISOString().slice(0, 16);
  return back === local ? new Date(instant).toISOString() : null;
}

export function isDay(day: string): boolean {
  const instant = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00Z`) : NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}

/** What the officer wrote about single places: findings that the form shows beside their fields. */
function commentsOf(fields: URLSearchParams): Finding[] {
  return [1, 2, 3].flatMap((at): Finding[] => {
    const message = (fields.get(`text${at}`) ?? '').trim().slice(0, 2000);
    const path = fields.get(`path${at}`) ?? '';
    if (message === '' || !/^(\/[^/]{1,200}){0,6}$/.test(path)) return [];
    return [{ rule: 'return', severity: 'error', path, message, params: {} }];
  });
}

/** At most 10,000 picks, of a shape that `review` reads; what they mean it judges itself. */
function parsePicks(json: string): unknown[] {
  try {
    const picks = readJson(json);
    if (
      Array.isArray(picks) &&
      picks.length <= 10_000 &&
      picks.every((pick) => typeof pick === 'object' && pick !== null)
    )
      return picks;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
  }
  throw new Refusal(400);
}
