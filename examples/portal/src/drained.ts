import type { FastifyInstance } from 'fastify';

/**
 * Stops taking requests and lets those that run finish; the ones that have not after a while are cut off.
 *
 * @param milliseconds how long that while is
 */
export async function drained(app: FastifyInstance, milliseconds: number): Promise<void> {
  // Browsers keep a connection open after its last answer.
  const idle = setInterval(() => app.server.closeIdleConnections(), 100);
  const late = setTimeout(() => app.server.closeAllConnections(), milliseconds);
  await app.close();
  clearInterval(idle);
  clearTimeout(late);
}
