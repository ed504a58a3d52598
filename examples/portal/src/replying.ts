import type { Finding } from '@kl01/rules';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalStatus } from './refusal.js';
import { vi } from './strings/vi.js';

/** Where a post leads, or the page that says why it was not stored. */
export type Answer =
  | { location: string }
  | {
      status: 409 | 422;
      page: string;
      /** where they are the whole reason, for a page that still shows what was posted */
      findings?: readonly Finding[];
    };

/** Asked for by `public/send.js`, which stays in its page; the browser's own post asks for a page. */
export const wantsJson = ({ headers }: FastifyRequest): boolean => headers.accept === 'application/json';

/** Where a post leads, what is wrong with it, or the page that says so. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  if (!wantsJson(request)) {
    if ('location' in answer) return reply.redirect(answer.location, 303);
    return reply.status(answer.status).type('text/html; charset=utf-8').send(answer.page);
  }
  if ('location' in answer) return reply.send({ location: answer.location });
  // Without findings the page that asked has nothing to show: the browser posts once more and shows ours.
  return reply.status(answer.status).send(answer.findings ? { findings: answer.findings } : {});
}

export function sendProblem(reply: FastifyReply, status: RefusalStatus): FastifyReply {
  const [title, text] = vi.errors[status];
  return reply.send({ title, text: `${title}. ${text}`, signIn: status === 401 });
}
