import type { FastifyInstance } from 'fastify';

/**
 * Stops accepting requests and lets running ones finish; after a timeout, they are cut off.
 *
 * @param milliseconds the timeout
 */
export async function drained(app: FastifyInstance, milliseconds: number): Promise<void> {
  // Browsers keep connections open after the last response.
  const idle = setInterval(() => app.server.closeIdleConnections(), 100);
  const late = setTimeout(() => app.server.closeAllConnections(), milliseconds);
  await app.close();
  clearInterval(idle);
  clearTimeout(late);
}
