import type { UnreadableReason } from '@kl01/rules/reading';

/** Why a request is refused before any judging, for programs; the message is for developers. */
export type RefusalReason =
  | Exclude<UnreadableReason, 'not-data'>
  | 'no-rulebook'
  | 'no-such-address'
  | 'media-type'
  | 'now'
  | 'unit'
  | 'given'
  | 'receiver'
  | 'lang'
  | 'fault';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly reason: RefusalReason;
  constructor(status: number, reason: RefusalReason, message: string) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}
