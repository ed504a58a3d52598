import { once } from 'node:events';
import { existsSync, statSync, unwatchFile, watchFile } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { devServer } from './dev-server.js';
import { PackOnDisk } from './dev-state.js';
import { readTrustedJson, UnusableInput, type Shell } from './files.js';
import { devStrings } from './strings/dev.js';

/** Files are asked for at this interval; unlike file events, this works on shared drives and for editors that rename. */
const EVERY_MS = 150;

/**
 * Serves a page on this machine to try a pack with, until the process is told to stop.
 *
 * @param port 1 to 65535 in digits; if absent, a free one
 * @param say tells the address, once the page can be opened
 * @throws UnusableInput if there is no such file, no @kl01/forms or no such port; a broken pack is shown in the page
 */
export async function devPack(
  file: string,
  port: string | undefined,
  shell: Shell,
  say: (line: string) => void,
): Promise<void> {
  const words = devStrings[shell.lang];
  const wanted = port === undefined ? 0 : Number(port);
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && wanted >= 1 && wanted <= 65_535)) {
    throw new UnusableInput(words.notPort(port));
  }
  // Text that is no JSON is a pack to be mended in the editor; no file at all is a wrong path.
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) await readTrustedJson(file, shell);
  const forms = formsScript();
  if (forms === null) throw new UnusableInput(words.noForms);

  const pack = new PackOnDisk(resolve(file));
  const { server, tell } = devServer({ pack, forms, lang: shell.lang });
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening').catch(() => {
    throw new UnusableInput(words.portTaken(wanted));
  });
  const changed = () => {
    pack.changed();
    tell();
  };
  for (const each of [pack.file, pack.cases]) watchFile(each, { interval: EVERY_MS }, changed);
  const stop = () => {
    for (const each of [pack.file, pack.cases]) unwatchFile(each, changed);
    server.close();
    server.closeAllConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  say(words.started(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, file));
  await once(server, 'close');
}

const SCRIPT = '@kl01/forms/kl01-forms.js';

/**
 * The forms' script for pages. This package does not depend on @kl01/forms, which depends on it: the script is looked
 * for where Node finds it from here and from the folder at hand, then in the folder beside this package.
 */
function formsScript(): string | null {
  for (const from of [import.meta.url, join(process.cwd(), 'any.js')]) {
    try {
      return createRequire(from).resolve(SCRIPT);
    } catch {
      continue;
    }
  }
  const beside = fileURLToPath(new URL('../../../forms/dist/kl01-forms.js', import.meta.url));
  return existsSync(beside) ? beside : null;
}
