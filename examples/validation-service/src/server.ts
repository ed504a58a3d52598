import { buildService } from './app.js';
import { readRulebooks } from './rulebooks.js';

/**
 * Judges by the rulebooks named on the command line.
 *
 *     PORT=8085 HOST=127.0.0.1 node dist/server.js RULEBOOK…
 */
try {
  const files = process.argv.slice(2);
  if (files.length === 0) throw new Error('name the rulebooks to judge by: npm start -- RULEBOOK…');
  const app = await buildService({ rulebooks: await readRulebooks(files), clock: () => new Date().toISOString() });
  const { HOST: host = '127.0.0.1', PORT: port = '8085' } = process.env;
  console.log(await app.listen({ host, port: Number(port) }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(`The service cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
