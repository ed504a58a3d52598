import { parseArgs } from 'node:util';
import type { Lang } from '@kl01/rules';
import { messagesIn } from '../strings/messages-in.js';
import { Unusable } from './files.js';

/** What the command was asked to do. */
export interface Call {
  readonly rulebook: string;
  readonly submission: string;
  readonly document: string;
  readonly format: string;
  readonly file: string;
  readonly lang: Lang;
}

/** @throws Unusable, saying how the command is used */
export function parseCall(args: readonly string[]): Call {
  // Known before the rest is read, so that even a wrong call is answered in the language asked for.
  const english = args.some((word, index) => word === '--lang=en' || (word === 'en' && args[index - 1] === '--lang'));
  const lang = english ? 'en' : 'vi';
  const { usage, oneSubmission } = messagesIn(lang).cli;
  const { values, positionals } = parsed(args, usage);
  const [rulebook, submission, ...more] = positionals;
  const { document, format, output: file } = values;
  if (more.length > 0) throw new Unusable(oneSubmission);
  if (!rulebook || !submission || !document || !format || !file) throw new Unusable(usage);
  return { rulebook, submission, document, format, file, lang };
}

function parsed(args: readonly string[], usage: string) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        document: { type: 'string' },
        format: { type: 'string' },
        output: { type: 'string', short: 'o' },
        lang: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
