import { check } from '@kl01/rules';
import { readJson, UnreadableError } from '@kl01/rules/reading';
import type { Finding, RulebookForm, Submission } from '@kl01/rules';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { announcedFiles, matchFiles } from '../announced.js';
import type { Portal } from '../portal.js';
import { isPersonal, nextRevision, startingValue } from '../asked.js';
import { comingAgain } from '../coming-again.js';
import { mayComeAgain } from '../desk.js';
import type { Officer, Unit } from '../directory.js';
import { fillInPage } from '../pages/fill-in.js';
import type { FillIn, PaperAsked } from '../pages/fill-in.js';
import type { Viewer } from '../pages/layout.js';
import { refusedPage, stalePage } from '../pages/problem.js';
import { asRecord } from '../record.js';
import { Refusal } from '../refusal.js';
import { receiptOf } from '../receipt.js';
import { sendAnswer, wantsJson } from '../replying.js';
import type { Answer } from '../replying.js';
import { carriedOver } from '../since-amended.js';
import type { Place, Stored } from '../stored.js';
import { vi } from '../strings/vi.js';
import { LIMITS, readFormPost } from '../uploads.js';
import type { FormPost } from '../uploads.js';

export function submissionRoutes(app: FastifyInstance, portal: Portal): void {
  /** What a program asks before it sends; a browser comes here by reloading a page that answered a post. */
  app.get<{ Querystring: { form?: string; period?: string } }>('/submissions', async (request, reply) => {
    if (!wantsJson(request)) return reply.redirect('/', 303);
    return reply.send(await stateOf(portal, request, request.query));
  });

  app.route({
    method: ['PUT', 'DELETE'],
    url: '/submissions',
    handler: () => {
      throw new Refusal(405);
    },
  });

  app.post('/submissions', async (request, reply) => {
    portal.answering(request);
    const isGenuine = (token: string) => portal.auth.isGenuine(request, token);
    const answer = await readFormPost(request, portal.incoming, isGenuine, (post) => receive(portal, request, post));
    return sendAnswer(request, reply, answer);
  });
}

/** Who is signed in, what stands, how much may be sent. @throws Refusal 404 if there is no such form or period */
async function stateOf(
  portal: Portal,
  request: FastifyRequest,
  asked: { form?: string; period?: string },
): Promise<object> {
  const { officer, unit } = portal.answering(request);
  const { rulebook, clock } = officer.body;
  const form = rulebook.forms.find(({ id }) => id === asked.form);
  const period = asked.period ?? '';
  if (!form || (period !== '' && !form.view.periods.some(({ id }) => id === period))) throw new Refusal(404);
  const person = isPersonal(form) ? (officer.person?.id ?? '') : '';
  const latest = await portal.store.latest({ rulebook: rulebook.id, form: form.id, unit: unit.id, period, person });
  return {
    rulebook: `${rulebook.id}@${rulebook.version}`,
    form: form.id,
    unit: { id: unit.id, group: unit.group },
    now: clock.now(),
    limits: { requestBytes: LIMITS.requestBytes, fileBytes: LIMITS.fileBytes, files: LIMITS.files },
    revision: latest?.revision ?? 0,
    submission: latest?.body ?? null,
    receipt: latest ? await receiptOf(portal, latest) : null,
  };
}

/** An answer posted for a unit other than the signed-in one. */
interface OnPaper {
  officer: Officer;
  unit: Unit;
  place: Place;
  paper: PaperAsked;
  /** the date on the paper, `2023-04-10` */
  dated: string;
  /** time of arrival of the paper, used for judging */
  asOf: string;
  /** other answers with its number and date, confirmed by the officer */
  samePaper?: FillIn['samePaper'];
}

/** Judges a post by the signed-in unit and the portal's clock, and stores it with its files or says why not. */
export async function receive(
  portal: Portal,
  request: FastifyRequest,
  post: FormPost,
  onPaper?: OnPaper,
): Promise<Answer> {
  const { officer, unit } = onPaper ?? portal.answering(request);
  const viewer = portal.viewer(request);
  const { rulebook, clock } = officer.body;
  const now = clock.now();
  const submission = parse(post.fields.get('submission'));
  const judge = (asOf: string, sent = submission) =>
    check(rulebook, sent, { now: asOf, unit: { id: unit.id, group: unit.group } });

  const target = targetOf(officer, unit.id, submission);
  if (!target) {
    const { valid, findings } = judge(onPaper?.asOf ?? now);
    return refuse(viewer, valid ? [withoutRevision()] : findings);
  }
  const { place, form, revision } = target;
  const body = submission as Submission;
  // A unit answers as a whole, a person with their own plan.
  if (isPersonal(form) !== (officer.person !== null)) throw new Refusal(403);
  if (onPaper && (form.id !== onPaper.place.form || place.period !== onPaper.place.period)) throw new Refusal(400);

  // If the response was lost: sending the same content again gives the same receipt, even after the window closed.
  const same = await portal.store.sameAgain(place, revision, body);
  if (same) return receipt(portal, same, []);

  const latest = await portal.store.latest(place);
  const standing = await portal.standing(place, latest);
  // A returned submission is judged by its first arrival: the committee's time must not count against the unit.
  const again = mayComeAgain(standing, now);
  const coming = await comingAgain(portal, officer.body, place, standing);
  const judgedAt = onPaper?.asOf ?? coming.judgedAt ?? now;
  const verdict = judge(judgedAt);
  const files = matchFiles(announcedFiles(submission), post.files, await portal.store.contentAt(place));
  const findings = [
    ...verdict.findings,
    ...files.findings,
    ...notTheirOwn(officer, submission),
    ...(standing.locked && !again && !onPaper ? [isLocked()] : []),
  ];
  const isNext = revision === nextRevision(latest);
  if (findings.some(({ severity }) => severity === 'error')) {
    const isMisshapen = verdict.findings.some(({ rule }) => rule === 'schema');
    // Stale submissions are only stored for comparison if they would have been accepted as first; others are not kept.
    if (!isNext) {
      if (isMisshapen) return refuse(viewer, findings);
      return {
        ...isStale(latest),
        page: stalePage(viewer, officer.body, { revision, current: latest, findings }),
      };
    }
    // The form may have lost parts while being filled in: it is shown again without them, and they are listed.
    const carried = isMisshapen ? carriedOver(rulebook, form, body) : null;
    const found = carried ? judge(judgedAt, carried.body).findings : findings;
    if (isMisshapen && (!carried || found.some(({ rule }) => rule === 'schema'))) return refuse(viewer, findings);
    const value = startingValue(rulebook, unit, place, latest, officer.person);
    const asked = {
      form,
      period: place.period || null,
      value,
      revision,
      refused: { posted: carried?.body ?? body, findings: found, lost: carried?.lost ?? [] },
      open: true,
      returned: standing.returned,
      ...(!onPaper && coming),
      ...(onPaper && { paper: onPaper.paper, samePaper: onPaper.samePaper }),
    };
    const page = fillInPage(viewer, officer, unit, asked);
    return { status: 422, page, findings: carried ? findings : found, pageSaysMore: carried !== null };
  }

  const paper = onPaper ? { number: onPaper.paper.number, date: onPaper.dated } : null;
  const entry = { revision, body, findings, sentBy: officer.id, receivedAt: now, judgedAt, paper };
  const kept = await portal.store.keep(place, entry, files.files);
  if (kept.outcome === 'stored' || kept.outcome === 'repeated') return receipt(portal, kept.id, findings);
  const current = await portal.store.latest(place);
  const id = kept.outcome === 'stale' ? kept.id : undefined;
  return { ...isStale(current), page: stalePage(viewer, officer.body, { revision, current, kept: id }) };
}

async function receipt(portal: Portal, id: string, findings: readonly Finding[]): Promise<Answer> {
  const location = `/received/${id}?receipt=1`;
  const stored = await portal.store.byId(id);
  return stored ? { location, taken: { findings, receipt: await receiptOf(portal, stored) } } : { location };
}

const isStale = (
  current: Stored | undefined,
): { status: 409; findings: Finding[]; pageSaysMore: true; revision: number } => ({
  status: 409,
  findings: [{ rule: 'revision', severity: 'error', path: '/revision', message: vi.findings.stale(), params: {} }],
  pageSaysMore: true,
  revision: current?.revision ?? 0,
});

const refuse = (viewer: Viewer, findings: readonly Finding[]): Answer => ({
  status: 422,
  page: refusedPage(
    viewer,
    findings.filter(({ severity }) => severity === 'error'),
  ),
  findings,
  pageSaysMore: true,
});

/** @throws Refusal 413 if too large, 400 if unreadable */
export function parse(json: string | undefined): unknown {
  if (json === undefined) throw new Refusal(400);
  try {
    return readJson(json);
  } catch (error) {
    if (error instanceof UnreadableError) throw new Refusal(error.reason === 'too-large' ? 413 : 400);
    throw error;
  }
}

const MAX_REVISION = 2 ** 31 - 1;

/** The place of a submission of the signed-in unit; null if its form, period, rulebook or revision is invalid. */
function targetOf(
  { body: { rulebook }, person }: Officer,
  unit: string,
  submission: unknown,
): { place: Place; form: RulebookForm; revision: number } | null {
  const { rulebook: madeFor, form: id, period: sent, revision } = asRecord(submission);
  const form = rulebook.forms.find((one) => one.id === id);
  const period = form?.view.periods.find((one) => one.id === sent)?.id ?? '';
  const fits = typeof madeFor === 'string' && madeFor.startsWith(`${rulebook.id}@`) && (sent ?? '') === period;
  const counts =
    typeof revision === 'number' && Number.isInteger(revision) && revision >= 1 && revision <= MAX_REVISION;
  return form && fits && counts
    ? { place: { rulebook: rulebook.id, form: form.id, unit, period, person: person?.id ?? '' }, form, revision }
    : null;
}

/** Each person may only send their own plan. */
function notTheirOwn({ person }: Officer, submission: unknown): Finding[] {
  const sent = asRecord(asRecord(submission)['person'])['id'];
  if (person === null || sent === person.id) return [];
  const message = vi.findings.person(person.name);
  return [{ rule: 'person', severity: 'error', path: '/person/id', message, params: { name: person.name } }];
}

const withoutRevision = (): Finding => ({
  rule: 'revision',
  severity: 'error',
  path: '/revision',
  message: vi.findings.revision(),
  params: {},
});

const isLocked = (): Finding => ({
  rule: 'lock',
  severity: 'error',
  path: '',
  message: vi.findings.lock(),
  params: {},
});
