import type { Finding } from '@kl01/rules';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Receipt } from './receipt.js';
import type { RefusalStatus } from './refusal.js';
import { vi } from './strings/vi.js';

/** The answer to a post: where to redirect, or a page that says why it was not stored. */
export type Answer =
  | { location: string; taken?: { findings: readonly Finding[]; receipt: Receipt } }
  | {
      status: 409 | 422;
      page: string;
      /** what is wrong, for programs; a page that still shows what was posted shows them there */
      findings?: readonly Finding[];
      /** the page says more than they do, so it is to be shown in their place */
      pageSaysMore?: boolean;
      /** 409: the revision that stands */
      revision?: number;
    };

/**
 * `public/send.js` requests JSON and stays on its page, and so do programs (docs/storage-contract.md); native form posts
 * request a page.
 */
export const wantsJson = ({ headers }: FastifyRequest): boolean => headers.accept === 'application/json';

/** Sends the redirect, the findings or the page. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  if (!wantsJson(request)) {
    if ('location' in answer) return reply.redirect(answer.location, 303);
    return reply.status(answer.status).type('text/html; charset=utf-8').send(answer.page);
  }
  if ('location' in answer)
    return reply.send({ location: answer.location, valid: true, findings: [], ...answer.taken });
  const { status, findings, pageSaysMore = !findings, revision } = answer;
  // Where the page says more, the browser posts again and shows it.
  return reply.status(status).send({ valid: false, findings: findings ?? [], revision, page: pageSaysMore });
}

export function sendProblem(reply: FastifyReply, status: RefusalStatus): FastifyReply {
  const [title, text] = vi.errors[status];
  const finding = { rule: 'request', severity: 'error', path: '', message: title, params: {} };
  return reply.send({ title, text: `${title}. ${text}`, signIn: status === 401, valid: false, findings: [finding] });
}
