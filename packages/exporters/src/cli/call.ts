import { parseArgs } from 'node:util';
import type { Lang } from '@kl01/rules';
import { messagesIn } from '../strings/messages-in.js';
import { Unusable } from './files.js';

/** What the command was asked to do. */
export interface Call {
  readonly rulebook: string;
  /** files that the document is made from; none: the rulebook alone */
  readonly inputs: readonly string[];
  readonly document: string;
  readonly format: string;
  readonly file: string;
  readonly lang: Lang;
  readonly now?: string;
  readonly nominee?: string;
  readonly group?: string;
  /** id of the layout of this unit's own */
  readonly layout?: string;
  /** file with letterhead and signature of the committee's own documents */
  readonly issuer?: string;
  /** the form, unit and period of a template to be filled in, instead of inputs */
  readonly blank?: { readonly form: string; readonly unit?: string; readonly period?: string };
  /** folder with the files that a submission names */
  readonly files?: string;
}

/** @throws Unusable, saying how the command is used */
export function parseCall(args: readonly string[]): Call {
  const lang = langAsked(args);
  const usage = usageIn(args);
  const { values, positionals } = parsed(args, usage);
  const [rulebook, ...inputs] = positionals;
  const { output: file, lang: _, blank, form, unit, period, ...more } = values;
  const { document, format } = { ...(blank && { document: 'bieu-mau', format: 'xlsx' }), ...more };
  const complete = rulebook && document && format && file && (blank ? form && inputs.length === 0 : !form);
  if (!complete) throw new Unusable(usage);
  const template = blank && form ? { blank: { form, ...(unit && { unit }), ...(period && { period }) } } : {};
  return { rulebook, inputs, ...more, document, format, file, lang, ...template };
}

/** How the command is used, in the language asked for. */
export const usageIn = (args: readonly string[]): string => messagesIn(langAsked(args)).cli.usage;

/** Known before the rest is read, so that even a wrong call is answered in the language asked for. */
function langAsked(args: readonly string[]): Lang {
  const english = args.some((word, index) => word === '--lang=en' || (word === 'en' && args[index - 1] === '--lang'));
  return english ? 'en' : 'vi';
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
        now: { type: 'string' },
        nominee: { type: 'string' },
        group: { type: 'string' },
        layout: { type: 'string' },
        issuer: { type: 'string' },
        files: { type: 'string' },
        blank: { type: 'boolean' },
        form: { type: 'string' },
        unit: { type: 'string' },
        period: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
