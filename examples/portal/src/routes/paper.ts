import { importXlsx } from '@kl01/exporters';
import { readDay, readJson, understood, UnreadableError } from '@kl01/rules/reading';
import type { Finding, Submission } from '@kl01/rules';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nextRevision, startingValue } from '../asked.js';
import { instantOf, localDay } from '../clock.js';
import { deskAt } from '../desk-view.js';
import type { Officer, Unit } from '../directory.js';
import { fillInPage, paperWords } from '../pages/fill-in.js';
import type { FillIn, PaperAsked } from '../pages/fill-in.js';
import { plainText } from '../plain-text.js';
import type { Portal } from '../portal.js';
import { asRecord } from '../record.js';
import { Refusal } from '../refusal.js';
import { sendAnswer } from '../replying.js';
import type { Answer } from '../replying.js';
import type { Fault } from '../returning.js';
import { samePaper } from '../same-paper.js';
import type { Place } from '../stored.js';
import { vi } from '../strings/vi.js';
import { readFormPost } from '../uploads.js';
import type { FormPost } from '../uploads.js';
import { parse, receive } from './submissions.js';

const HTML = 'text/html; charset=utf-8';

/**
 * For units that answered on paper: an officer of the committee enters the answer, or imports the file that came with
 * it.
 */
export function paperRoutes(app: FastifyInstance, portal: Portal): void {
  app.get<{ Querystring: { form?: string; period?: string; unit?: string } }>(
    '/committee/paper',
    async (request, reply) => {
      const officer = portal.committee(request);
      const { place, unit } = placeOf(officer, request.query);
      return reply.type(HTML).send(await enterPage(portal, request, officer, place, unit, null));
    },
  );

  app.post('/committee/paper', async (request, reply) => {
    const officer = portal.committee(request);
    const isGenuine = (token: string) => portal.auth.isGenuine(request, token);
    const answer = await readFormPost(request, portal.incoming, isGenuine, (post) =>
      enter(portal, request, officer, post),
    );
    return sendAnswer(request, reply, answer);
  });

  app.post('/committee/import', async (request, reply) => {
    const officer = portal.committee(request);
    const isGenuine = (token: string) => portal.auth.isGenuine(request, token);
    const answer = await readFormPost(request, portal.incoming, isGenuine, async (post) => {
      const { place, unit } = placeOf(officer, Object.fromEntries(post.fields));
      const [file] = post.files;
      const read = file && (await readIn(officer, unit, file.name, await file.read()));
      const fits = read?.submission['form'] === place.form && (read.submission['period'] ?? '') === place.period;
      if (read && fits) return { status: 200, page: await enterPage(portal, request, officer, place, unit, read) };
      const blank = await blankFor(portal, officer, place, unit);
      const faults = [{ field: 'import', message: vi.paper.unreadable }];
      return { status: 422, page: fillInPage(portal.viewer(request), officer, unit, { ...blank, faults }) };
    });
    return reply.status(answer.status).type(HTML).send(answer.page);
  });
}

interface Wanted {
  form?: string | undefined;
  period?: string | undefined;
  unit?: string | undefined;
}

function placeOf({ body }: Officer, { form: id, period: asked, unit: unitId }: Wanted): { place: Place; unit: Unit } {
  const { form, period } = deskAt(body, { form: id, period: asked });
  const unit = body.units.find((one) => one.id === unitId);
  if (!unit) throw new Refusal(404);
  return { place: { rulebook: body.rulebook.id, form: form.id, unit: unit.id, period, person: '' }, unit };
}

/** The blank form for a unit's paper. */
async function blankFor(portal: Portal, officer: Officer, place: Place, unit: Unit): Promise<FillIn> {
  const { rulebook } = officer.body;
  const latest = await portal.store.latest(place);
  const { form } = deskAt(officer.body, place);
  return {
    form,
    period: place.period || null,
    value: startingValue(rulebook, unit, place, latest),
    revision: nextRevision(latest),
    open: true,
    paper: { number: '', date: '', arrived: '' },
  };
}

async function enterPage(
  portal: Portal,
  request: FastifyRequest,
  officer: Officer,
  place: Place,
  unit: Unit,
  read: Read | null,
): Promise<string> {
  const blank = await blankFor(portal, officer, place, unit);
  if (!read) return fillInPage(portal.viewer(request), officer, unit, blank);
  // The file's revision, unit and rulebook are replaced by the portal's own.
  const { revision, rulebook, unit: ours } = blank.value as Submission;
  const value = { ...read.submission, revision, rulebook, unit: ours, period: place.period || null };
  return fillInPage(portal.viewer(request), officer, unit, { ...blank, value, read });
}

async function enter(portal: Portal, request: FastifyRequest, officer: Officer, post: FormPost): Promise<Answer> {
  const { place, unit } = placeOf(officer, Object.fromEntries(post.fields));
  const paper: PaperAsked = {
    number: plainText(post.fields.get('paper-number')),
    date: plainText(post.fields.get('paper-date')),
    arrived: plainText(post.fields.get('paper-arrived')),
  };
  const date = understood(readDay(paper.date));
  const { rulebook, clock } = officer.body;
  const arrived = instantOf(paper.arrived, rulebook.utcOffset);
  const faults = faultsOf({ number: paper.number, date }, arrived, clock.now(), rulebook.utcOffset);
  const again = async (why: Pick<FillIn, 'faults' | 'samePaper'>): Promise<Answer> => {
    const blank = await blankFor(portal, officer, place, unit);
    const posted = asRecord(parse(post.fields.get('submission')));
    return {
      status: 422,
      page: fillInPage(portal.viewer(request), officer, unit, { ...blank, paper, posted, ...why }),
    };
  };
  if (faults.length > 0 || arrived === null || date === null) return again({ faults });
  const known = { number: paper.number, date };
  const answers = await samePaper(portal.store, place, known);
  // After seeing the answers with the same number, the officer may proceed; another number is checked again.
  const confirmed = plainText(post.fields.get('paper-same')) === paperWords(known);
  const same = answers.length > 0 ? { samePaper: { paper: known, answers, confirmed } } : {};
  if (answers.length > 0 && !confirmed) return again(same);
  return receive(portal, request, post, { officer, unit, place, paper, dated: date, asOf: arrived, ...same });
}

/** Implausible details: dated after its arrival, or arrived in the future. */
function faultsOf(
  { number, date }: { number: string; date: string | null },
  arrived: string | null,
  now: string,
  utcOffset: string,
): Fault[] {
  const words = vi.paper.faults;
  const day = arrived === null || arrived > now ? now : arrived;
  return [
    ...(number === '' ? [{ field: 'paper-number', message: words.number }] : []),
    ...(number.length > MOST_NUMBER ? [{ field: 'paper-number', message: words.long(MOST_NUMBER) }] : []),
    ...(date === null ? [{ field: 'paper-date', message: words.date }] : []),
    ...(date !== null && date > localDay(day, utcOffset) ? [{ field: 'paper-date', message: words.dateAfter }] : []),
    ...(arrived === null ? [{ field: 'paper-arrived', message: words.arrived }] : []),
    ...(arrived !== null && arrived > now ? [{ field: 'paper-arrived', message: words.arrivedAfter }] : []),
  ];
}

const MOST_NUMBER = 200;

/** The content of an imported file. */
interface Read {
  submission: Readonly<Record<string, unknown>>;
  /** cells of a workbook that could not be read; their content is in the submission as typed */
  unread: readonly Finding[];
  /** entries of the form that the workbook cannot hold: longer texts, files */
  leftOut: readonly string[];
}

/** Reads a filled-in workbook made by our exporters, or the JSON of a submission; null for anything else. */
async function readIn({ body }: Officer, unit: Unit, name: string, bytes: Uint8Array): Promise<Read | null> {
  try {
    if (name.toLowerCase().endsWith('.xlsx')) {
      const now = body.clock.now();
      const { submission, findings, leftOut } = await importXlsx(body.rulebook, bytes, {
        now,
        unit: { id: unit.id, group: unit.group },
      });
      // The form itself reports the rulebook's findings on the rest.
      const unread = findings.filter(({ rule }) => rule.startsWith('cell/'));
      return { submission: submission satisfies Submission as unknown as Read['submission'], unread, leftOut };
    }
    const submission = asRecord(readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return { submission, unread: [], leftOut: [] };
  } catch (error) {
    const readable = error instanceof UnreadableError || error instanceof TypeError;
    if (readable || (error instanceof Error && error.name === 'ExportError')) return null;
    throw error;
  }
}
