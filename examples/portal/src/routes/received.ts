import { documentsFor, exportDocument } from '@kl01/exporters';
import type { RulebookForm } from '@kl01/rules';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { announcedFiles } from '../announced.js';
import type { Portal } from '../portal.js';
import { askedOf, isOpen } from '../asked.js';
import type { Officer } from '../directory.js';
import { detailPage, receivedPage } from '../pages/received.js';
import type { Detail, ReceivedLine } from '../pages/received.js';
import { Refusal } from '../refusal.js';
import type { Stored, StoredFile } from '../store.js';

interface ById {
  Params: { id: string };
}

export function receivedRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/received', async (request, reply) => {
    const officer = portal.officer(request);
    const lines = await linesFor(portal, officer);
    return reply.type('text/html; charset=utf-8').send(receivedPage(portal.viewer(request), officer, lines));
  });

  app.get<ById & { Querystring: { receipt?: string } }>('/received/:id', async (request, reply) => {
    const officer = portal.officer(request);
    const stored = await storedFor(portal, officer, request.params.id);
    const detail = await detailOf(portal, officer, stored, request.query.receipt === '1');
    return reply.type('text/html; charset=utf-8').send(detailPage(portal.viewer(request), officer, detail));
  });

  app.post<ById>('/received/:id/withdraw', async (request, reply) => {
    const { officer, unit } = portal.answering(request);
    portal.fields(request);
    const stored = await storedFor(portal, officer, request.params.id);
    if (!isOpen(officer.body, unit, stored)) throw new Refusal(409);
    if (!(await portal.store.withdraw(stored, officer.id, officer.body.clock.now()))) throw new Refusal(409);
    return reply.redirect(`/received/${stored.id}`, 303);
  });

  app.get<{ Params: { id: string; document: string } }>('/received/:id/documents/:document', async (request, reply) => {
    const officer = portal.officer(request);
    const stored = await storedFor(portal, officer, request.params.id);
    const { rulebook } = officer.body;
    const document = documentsFor(rulebook, stored.form).find(({ id }) => id === request.params.document);
    if (!document) throw new Refusal(404);
    const made = await exportDocument(rulebook, stored.body, { document: document.id, format: 'docx' });
    return download(reply, made.fileName, made.bytes, made.mediaType);
  });

  app.get<ById>('/files/:id', async (request, reply) => {
    const officer = portal.officer(request);
    const file = await portal.store.file(request.params.id);
    if (!file) throw new Refusal(404);
    const stored = await storedFor(portal, officer, file.submission);
    // Whatever is in the file, a browser is to save it and not to show it.
    return download(reply, fileName(stored, file), file.bytes, 'application/octet-stream');
  });
}

/** @throws Refusal 404 for what is not there, and likewise for what is another unit's */
async function storedFor(portal: Portal, officer: Officer, id: string): Promise<Stored> {
  const { body, unit } = officer;
  const stored = await portal.store.byId(id);
  if (!stored || stored.rulebook !== body.rulebook.id || (unit && !isOwn(stored, officer))) throw new Refusal(404);
  return stored;
}

/** The unit's own, and of plans that are a person's the officer's own. */
const isOwn = ({ unit, person }: Stored, officer: Officer): boolean =>
  unit === officer.unit?.id && (person === '' || person === officer.person);

async function linesFor(portal: Portal, officer: Officer): Promise<ReceivedLine[]> {
  const { body, unit: own } = officer;
  const all = await portal.store.latestOfAll(body.rulebook.id, { unit: own?.id });
  const sent = own ? all.filter((one) => isOwn(one, officer)) : all;
  const lines = (own ? [own] : body.units).flatMap((unit) =>
    askedOf(body.rulebook, unit).flatMap(({ form, period, must }): ReceivedLine[] => {
      const line = { unit, form, must, periodLabel: period?.label ?? null };
      const received = sent.filter(
        (one) => one.unit === unit.id && one.form === form.id && one.period === (period?.id ?? ''),
      );
      // Of a plan that is a person's a unit sends as many as there are persons.
      return received.length > 0 ? received.map((one) => ({ ...line, sent: one })) : [{ ...line, sent: undefined }];
    }),
  );
  return own ? lines.filter((line) => line.sent) : lines;
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
  return {
    stored,
    form,
    unit: officer.body.units.find(({ id }) => id === stored.unit),
    files,
    documents: stored.stale ? [] : documentsFor(officer.body.rulebook, stored.form),
    history,
    current: officer.unit !== null && latest?.id === stored.id && stored.withdrawn === null,
    open: officer.unit !== null && isOpen(officer.body, officer.unit, stored),
    receipt,
    sentBy: (id) => portal.directory.officer(id)?.label ?? id,
  };
}

function formOf({ body }: Officer, { form }: Stored): RulebookForm {
  const found = body.rulebook.forms.find(({ id }) => id === form);
  if (!found) throw new Refusal(404);
  return found;
}

function itemLabel(form: RulebookForm, item: string): string {
  const all = form.view.dossier.items.flatMap((one) => [one, ...one.enclosures]);
  return all.find(({ id }) => id === item)?.label ?? item;
}

/** A name of ours, from ids alone: `de-nghi_nominees-0-documents-bao-cao-0.docx`. */
const fileName = ({ form, unit, revision }: Stored, { path, extension }: StoredFile): string =>
  `${form}_${unit}_${revision}${path.replace(/[^a-z0-9]+/gi, '-')}.${extension}`;

function download(reply: FastifyReply, name: string, bytes: Uint8Array, mediaType: string): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .type(mediaType)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
