import { importXlsx } from '@kl01/exporters';
import { readJson, UnreadableError } from '@kl01/rules';
import type { Finding, Submission } from '@kl01/rules';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nextRevision, startingValue } from '../asked.js';
import type { Officer, Unit } from '../directory.js';
import { fillInPage } from '../pages/fill-in.js';
import type { PaperAsked } from '../pages/fill-in.js';
import { importRefusedPage } from '../pages/problem.js';
import type { Portal } from '../portal.js';
import { asRecord } from '../record.js';
import { Refusal } from '../refusal.js';
import type { Place } from '../store.js';
import { readFormPost } from '../uploads.js';
import type { FormPost } from '../uploads.js';
import { desksOf, instantOf, isDay } from './committee.js';
import { receive } from './submissions.js';

const HTML = 'text/html; charset=utf-8';

/** For a unit that answered on paper: the committee's officer enters it, or reads in the file that came with it. */
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
    if ('location' in answer) return reply.redirect(answer.location, 303);
    return reply.status(answer.status).type(HTML).send(answer.page);
  });

  app.post('/committee/import', async (request, reply) => {
    const officer = portal.committee(request);
    const isGenuine = (token: string) => portal.auth.isGenuine(request, token);
    const page = await readFormPost(request, portal.incoming, isGenuine, async (post) => {
      const { place, unit } = placeOf(officer, Object.fromEntries(post.fields));
      const [file] = post.files;
      const read = file && (await readIn(officer, unit, file.name, await file.read()));
      if (!read || read.submission['form'] !== place.form || (read.submission['period'] ?? '') !== place.period)
        return null;
      return enterPage(portal, request, officer, place, unit, read);
    });
    if (page) return reply.type(HTML).send(page);
    return reply
      .status(422)
      .type(HTML)
      .send(importRefusedPage(portal.viewer(request)));
  });
}

interface Wanted {
  form?: string | undefined;
  period?: string | undefined;
  unit?: string | undefined;
}

function placeOf({ body }: Officer, { form, period, unit: id }: Wanted): { place: Place; unit: Unit } {
  const desk = desksOf(body).find((one) => one.form.id === form && one.period === (period ?? ''));
  const unit = body.units.find((one) => one.id === id);
  if (!desk || !unit) throw new Refusal(404);
  const place = { rulebook: body.rulebook.id, form: desk.form.id, unit: unit.id, period: desk.period, person: '' };
  return { place, unit };
}

async function enterPage(
  portal: Portal,
  request: FastifyRequest,
  officer: Officer,
  place: Place,
  unit: Unit,
  read: Read | null,
): Promise<string> {
  const { rulebook } = officer.body;
  const latest = await portal.store.latest(place);
  const form = rulebook.forms.find(({ id }) => id === place.form);
  if (!form) throw new Refusal(404);
  const identity = startingValue(rulebook, unit, place, latest);
  // What a file says of the revision, the unit or the rulebook is not what we know.
  const { revision, rulebook: madeFor, unit: ours } = identity;
  const value = read
    ? { ...read.submission, revision, rulebook: madeFor, unit: ours, period: place.period || null }
    : identity;
  return fillInPage(portal.viewer(request), officer, unit, {
    form,
    period: place.period || null,
    value,
    revision: nextRevision(latest),
    open: true,
    paper: { number: '', date: '', arrived: '' },
    unread: read?.unread ?? [],
  });
}

async function enter(portal: Portal, request: FastifyRequest, officer: Officer, post: FormPost) {
  const { place, unit } = placeOf(officer, Object.fromEntries(post.fields));
  const paper: PaperAsked = {
    number: (post.fields.get('paper-number') ?? '').trim(),
    date: post.fields.get('paper-date') ?? '',
    arrived: post.fields.get('paper-arrived') ?? '',
  };
  const arrived = instantOf(officer.body, paper.arrived);
  const known = paper.number !== '' && paper.number.length <= 200 && isDay(paper.date) && arrived !== null;
  if (!known || arrived > officer.body.clock.now()) throw new Refusal(400);
  return receive(portal, request, post, { officer, unit, place, paper, asOf: arrived });
}

/** What a file says, and the cells of a workbook that could not be read: what stood there is in the submission as typed. */
interface Read {
  submission: Readonly<Record<string, unknown>>;
  unread: readonly Finding[];
}

/** A workbook that our exporters made and somebody filled in, or the JSON of a submission; null for anything else. */
async function readIn({ body }: Officer, unit: Unit, name: string, bytes: Uint8Array): Promise<Read | null> {
  try {
    if (name.toLowerCase().endsWith('.xlsx')) {
      const now = body.clock.now();
      const { submission, findings } = await importXlsx(body.rulebook, bytes, {
        now,
        unit: { id: unit.id, group: unit.group },
      });
      // What the rulebook says of the rest the form says itself.
      const unread = findings.filter(({ rule }) => rule.startsWith('cell/'));
      return { submission: submission satisfies Submission as unknown as Read['submission'], unread };
    }
    return { submission: asRecord(readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))), unread: [] };
  } catch (error) {
    const readable = error instanceof UnreadableError || error instanceof TypeError;
    if (readable || (error instanceof Error && error.name === 'ExportError')) return null;
    throw error;
  }
}
