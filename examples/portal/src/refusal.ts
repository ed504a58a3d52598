import type { vi } from './strings/vi.js';

export type RefusalStatus = keyof typeof vi.errors;

/** Thrown to answer a request with a calm page instead of what it asked for. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly statusCode: RefusalStatus;
  constructor(statusCode: RefusalStatus) {
    super(`refused with status ${statusCode}`);
    this.statusCode = statusCode;
  }
}
