import type { Finding } from '@kl01/rules';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalStatus } from './refusal.js';
import { vi } from './strings/vi.js';

/** The answer to a post: where to redirect, or a page that says why it was not stored. */
export type Answer =
  | { location: string }
  | {
      status: 409 | 422;
      page: string;
      /** set if they are the only reason, for a page that still shows what was posted */
      findings?: readonly Finding[];
    };

/** `public/send.js` requests JSON and stays on its page; native form posts request a page. */
export const wantsJson = ({ headers }: FastifyRequest): boolean => headers.accept === 'application/json';

/** Sends the redirect, the findings or the page. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  if (!wantsJson(request)) {
    if ('location' in answer) return reply.redirect(answer.location, 303);
    return reply.status(answer.status).type('text/html; charset=utf-8').send(answer.page);
  }
  if ('location' in answer) return reply.send({ location: answer.location });
  // Without findings, the requesting page has nothing to show: the browser posts again and shows ours.
  return reply.status(answer.status).send(answer.findings ? { findings: answer.findings } : {});
}

export function sendProblem(reply: FastifyReply, status: RefusalStatus): FastifyReply {
  const [title, text] = vi.errors[status];
  return reply.send({ title, text: `${title}. ${text}`, signIn: status === 401 });
}
