import { documentsFor, exportDocument } from '@kl01/exporters';
import { windows } from '@kl01/rules';
import type { Rulebook, RulebookForm } from '@kl01/rules';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayRead } from '../access.js';
import { announcedFiles } from '../announced.js';
import type { Portal } from '../portal.js';
import { askedOf, isOpen, nextRevision } from '../asked.js';
import { comingAgain } from '../coming-again.js';
import { deskOf, standingOf } from '../desk.js';
import type { Returned, Standing } from '../desk.js';
import type { Officer, Unit } from '../directory.js';
import { pageNumber } from '../pages/pagination.js';
import { detailPage, receivedPage } from '../pages/received.js';
import type { Detail, ReceivedLine } from '../pages/received.js';
import { withdrawPage } from '../pages/withdraw.js';
import { Refusal } from '../refusal.js';
import { receiptOf } from '../receipt.js';
import { sendAnswer, wantsJson } from '../replying.js';
import { receive } from './submissions.js';
import { lostSinceAmended, wrongSinceAmended } from '../since-amended.js';
import type { Listed, Stored, StoredFile } from '../stored.js';

interface ById {
  Params: { id: string };
}

export function receivedRoutes(app: FastifyInstance, portal: Portal): void {
  app.get<{ Querystring: { page?: string } }>('/received', async (request, reply) => {
    const officer = portal.officer(request);
    const lines = await linesFor(portal, officer);
    return reply
      .type('text/html; charset=utf-8')
      .send(receivedPage(portal.viewer(request), officer, lines, pageNumber(request.query.page)));
  });

  app.get<ById & { Querystring: { receipt?: string } }>('/received/:id', async (request, reply) => {
    const officer = portal.officer(request);
    const stored = await storedFor(portal, officer, request.params.id);
    if (wantsJson(request)) return { submission: stored.body, receipt: await receiptOf(portal, stored) };
    const detail = await detailOf(portal, officer, stored, request.query.receipt === '1');
    return reply.type('text/html; charset=utf-8').send(detailPage(portal.viewer(request), officer, detail));
  });

  /** Explains withdrawal and asks for confirmation: after the deadline, nothing can be sent in its place. */
  app.get<ById>('/received/:id/withdraw', async (request, reply) => {
    const { officer, stored, standing } = await toChange(portal, request);
    const { rulebook, clock } = officer.body;
    if (stored.withdrawn) return reply.redirect(`/received/${stored.id}`, 303);
    const window = windows(rulebook, { now: clock.now(), unit: officer.unit, form: stored.form }).find(
      ({ period }) => (period ?? '') === stored.period,
    );
    const { until = null } = await comingAgain(portal, officer.body, stored, standing);
    const page = withdrawPage(portal.viewer(request), officer.body, {
      stored,
      form: formOf(officer, stored),
      window,
      until,
    });
    return reply.type('text/html; charset=utf-8').send(page);
  });

  /** Restores a withdrawn submission as a new revision: stored submissions are never changed. */
  app.post<ById>('/received/:id/restore', async (request, reply) => {
    portal.fields(request);
    const { stored } = await toChange(portal, request);
    if (!stored.withdrawn) throw new Refusal(409);
    const submission = JSON.stringify({ ...stored.body, revision: nextRevision(stored) });
    const answer = await receive(portal, request, { fields: new Map([['submission', submission]]), files: [] });
    return sendAnswer(request, reply, answer);
  });

  app.post<ById>('/received/:id/withdraw', async (request, reply) => {
    portal.fields(request);
    const { officer, stored } = await toChange(portal, request);
    if (!(await portal.store.withdraw(stored, officer.id, officer.body.clock.now()))) throw new Refusal(409);
    return reply.redirect(`/received/${stored.id}`, 303);
  });

  app.get<{ Params: { id: string; document: string } }>('/received/:id/documents/:document', async (request, reply) => {
    const officer = portal.officer(request);
    const stored = await storedFor(portal, officer, request.params.id);
    const { rulebook } = officer.body;
    const document = printedFrom(rulebook, stored).find(({ id }) => id === request.params.document);
    const format = document?.formats[0];
    if (!document || !format) throw new Refusal(404);
    const files = await portal.store.files(stored.id);
    const made = await exportDocument(
      rulebook,
      { submission: stored.body, at: stored.judgedAt },
      {
        document: document.id,
        format,
        readFile: async ({ path }) => {
          const file = files.find((one) => one.path === path);
          return file && (await portal.store.file(file.id))?.bytes;
        },
      },
    );
    return download(reply, made.fileName, made.bytes, made.mediaType);
  });

  app.get<ById>('/files/:id', async (request, reply) => {
    const officer = portal.officer(request);
    const file = isId(request.params.id) ? await portal.store.file(request.params.id) : undefined;
    if (!file) throw new Refusal(404);
    const stored = await storedFor(portal, officer, file.submission);
    // Browsers must always save the file and never display it.
    return download(reply, fileName(stored, file), file.bytes, 'application/octet-stream');
  });
}

/**
 * A submission that its unit may withdraw, or restore after withdrawal.
 *
 * @throws Refusal 403 if the officer does not answer there, 409 if something came after it or nothing can be sent any
 *   more
 */
async function toChange(
  portal: Portal,
  request: FastifyRequest<ById>,
): Promise<{ officer: Officer & { unit: Unit }; stored: Stored; standing: Standing }> {
  const { officer, unit } = portal.answering(request);
  const stored = await storedFor(portal, officer, request.params.id);
  if (!answersThere(officer, stored)) throw new Refusal(403);
  const standing = await portal.standing(stored, stored);
  const latest = await portal.store.latest(stored);
  if (latest?.id !== stored.id || !isOpen(officer.body, unit, stored, standing)) throw new Refusal(409);
  return { officer: { ...officer, unit }, stored, standing };
}

/** The format of the store's ids; anything else in an address, such as U+0000, never reaches the database. */
const isId = (typed: string): boolean => /^[\w-]{1,64}$/.test(typed);

/** @throws Refusal 404 if it does not exist, or the officer may not read it */
async function storedFor(portal: Portal, officer: Officer, id: string): Promise<Stored> {
  const stored = isId(id) ? await portal.store.byId(id) : undefined;
  if (!stored || !mayRead(officer, stored)) throw new Refusal(404);
  return stored;
}

/** Whether this officer answers there: the unit for itself, a person for their own plan. */
const answersThere = ({ unit, person }: Officer, stored: Stored): boolean =>
  unit !== null && stored.unit === unit.id && stored.person === (person?.id ?? '');

async function linesFor(portal: Portal, officer: Officer): Promise<ReceivedLine[]> {
  const { body, unit: own, person } = officer;
  const sent = await readable(portal, officer);
  const lines = (own ? [own] : body.units).flatMap((unit) => {
    const asked = askedOf(body.rulebook, unit, person).map(({ form, period, must }) => ({
      unit,
      form,
      // Plans that are not sent to the committee are not missing here.
      must: must && (own !== null || form.type !== 'plan' || form.view.receivedBy.some(({ copies }) => copies)),
      periodLabel: period?.label ?? null,
      person: person?.name ?? null,
      sent: sent.find(
        (one) =>
          one.unit === unit.id &&
          one.form === form.id &&
          one.period === (period?.id ?? '') &&
          one.person === (person?.id ?? ''),
      ),
    }));
    // Personal plans concern the committee once a copy was sent to it.
    const copies = own === null ? sent.filter((one) => one.unit === unit.id && one.person !== '') : [];
    const people = copies.map((one) => ({
      unit,
      form: formOf(officer, one),
      must: false,
      periodLabel: null,
      person: unit.people?.find(({ id }) => id === one.person)?.name ?? one.person,
      sent: one,
    }));
    return [...asked, ...people];
  });
  const shown = own ? lines.filter((line) => line.sent) : lines;
  const returned = await returnedAmong(portal, sent);
  return shown.map((line) => ({ ...line, returned: (line.sent && returned.get(line.sent.id)) ?? null }));
}

/** Returned submissions, by id; each desk is queried once, however many units answer there. */
async function returnedAmong(portal: Portal, sent: readonly Listed[]): Promise<ReadonlyMap<string, Returned>> {
  const ofUnits = sent.filter(({ person }) => person === '');
  const desks = new Map(ofUnits.map((one) => [`${one.form} ${one.period}`, deskOf(one)]));
  const decided = await Promise.all(
    [...desks].map(async ([key, desk]) => [key, await portal.decisions.standing(desk)] as const),
  );
  const standings = new Map(decided);
  return new Map(
    ofUnits.flatMap((one) => {
      const standing = standings.get(`${one.form} ${one.period}`);
      const { returned } = standing ? standingOf(standing, one.unit, one) : { returned: null };
      return returned ? [[one.id, returned] as const] : [];
    }),
  );
}

/** The latest submission of every place that the officer may read. */
async function readable(portal: Portal, officer: Officer): Promise<Listed[]> {
  const { rulebook } = officer.body;
  const listed = await portal.store.listOfAll(rulebook.id, { unit: officer.unit?.id });
  if (officer.unit) return listed.filter((one) => mayRead(officer, one));
  // Whether a copy of a plan is sent to the committee depends on its content.
  const plans = rulebook.forms.filter(({ type }) => type === 'plan');
  const whole = await Promise.all(plans.map(({ id }) => portal.store.latestOfAll(rulebook.id, { form: id })));
  const copies = new Set(whole.flat().flatMap((stored) => (mayRead(officer, stored) ? [stored.id] : [])));
  return listed.filter((one) => copies.has(one.id) || mayRead(officer, one));
}

async function detailOf(portal: Portal, officer: Officer, stored: Stored, receipt: boolean): Promise<Detail> {
  const form = formOf(officer, stored);
  const history = await portal.store.history(stored);
  const latest = history.find(({ stale }) => !stale);
  const announced = announcedFiles(stored.body);
  const files = (await portal.store.files(stored.id)).map((file) => {
    const entry = announced.find(({ path }) => path === file.path);
    return { file, label: itemLabel(form, entry?.item ?? ''), name: entry?.name ?? fileName(stored, file) };
  });
  const returned = (await portal.standing(stored, stored)).returned;
  const isLatest = latest?.id === stored.id;
  return {
    stored,
    form,
    unit: officer.body.units.find(({ id }) => id === stored.unit),
    files,
    documents: stored.stale ? [] : printedFrom(officer.body.rulebook, stored),
    history,
    current: answersThere(officer, stored) && isLatest,
    open: officer.unit !== null && isOpen(officer.body, officer.unit, stored, await portal.standing(stored, latest)),
    returned,
    wrong: isLatest && !returned ? wrongSinceAmended(officer.body, stored) : [],
    lost: lostSinceAmended(officer.body, form, stored),
    receipt,
    sentBy: (id) => portal.directory.officer(id)?.label ?? id,
  };
}

/** The documents that a stored submission can be printed as: its own, and the receipt. */
const printedFrom = (rulebook: Rulebook, { form }: Stored) => [
  ...documentsFor(rulebook, form),
  ...documentsFor(rulebook, form, { from: 'received' }),
];

function formOf({ body }: Officer, { form }: Listed | Stored): RulebookForm {
  const found = body.rulebook.forms.find(({ id }) => id === form);
  if (!found) throw new Refusal(404);
  return found;
}

function itemLabel(form: RulebookForm, item: string): string {
  const all = form.view.dossier.items.flatMap((one) => [one, ...one.enclosures]);
  return all.find(({ id }) => id === item)?.label ?? item;
}

/** A generated name, from ids only: `de-nghi_nominees-0-documents-bao-cao-0.docx`. */
const fileName = ({ form, unit, revision }: Stored, { path, extension }: StoredFile): string =>
  `${form}_${unit}_${revision}${path.replace(/[^a-z0-9]+/gi, '-')}.${extension}`;

function download(reply: FastifyReply, name: string, bytes: Uint8Array, mediaType: string): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .type(mediaType)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
