import { parseArgs } from 'node:util';
import type { Lang } from '@kl01/rules';
import { messagesIn } from '../strings/messages-in.js';
import { Unusable } from './files.js';

/** The parsed command line. */
export interface Call {
  readonly rulebook: string;
  /** input files; empty: the rulebook alone */
  readonly inputs: readonly string[];
  readonly document: string;
  readonly format: string;
  readonly file: string;
  readonly lang: Lang;
  readonly now?: string;
  readonly nominee?: string;
  readonly group?: string;
  /** layout id, if the unit has its own */
  readonly layout?: string;
  /** file with letterhead and signature for the committee's own documents */
  readonly issuer?: string;
  /** form, unit and period of a blank template, instead of inputs */
  readonly blank?: { readonly form: string; readonly unit?: string; readonly period?: string };
  /** the office's own Word file, in place of a document of ours */
  readonly template?: string;
  /** folder with the files that a submission refers to */
  readonly files?: string;
}

/** `kl01-export template …`: makes a template to begin with, or looks through one. */
export interface TemplateCall {
  readonly rulebook: string;
  readonly form: string;
  readonly lang: Lang;
  readonly does:
    | { readonly check: string }
    | { readonly document: string; readonly file: string; readonly group?: string; readonly layout?: string };
}

/**
 * @param args those after `template`
 * @throws Unusable with the usage
 */
export function parseTemplateCall(args: readonly string[]): TemplateCall {
  const usage = usageIn(args);
  const { values, positionals } = parsed(args, usage);
  const [rulebook, ...others] = positionals;
  const { form, check, document, output: file, group, layout } = values;
  if (!rulebook || others.length > 0 || !form) throw new Unusable(usage);
  const about = { rulebook, form, lang: langAsked(args) };
  if (check && !document && !file) return { ...about, does: { check } };
  if (check || !document || !file) throw new Unusable(usage);
  return { ...about, does: { document, file, ...(group && { group }), ...(layout && { layout }) } };
}

/** @throws Unusable with the usage */
export function parseCall(args: readonly string[]): Call {
  const lang = langAsked(args);
  const usage = usageIn(args);
  const { values, positionals } = parsed(args, usage);
  const [rulebook, ...inputs] = positionals;
  const { output: file, lang: _, blank, form, unit, period, check, ...more } = values;
  const usual = blank ? { document: 'bieu-mau', format: 'xlsx' } : more.template ? FROM_TEMPLATE : {};
  const { document, format } = { ...usual, ...more };
  const complete =
    rulebook && document !== undefined && format && file && (blank ? form && inputs.length === 0 : !form);
  if (!complete || check || (more.template && more.document)) throw new Unusable(usage);
  const asBlank = blank && form ? { blank: { form, ...(unit && { unit }), ...(period && { period }) } } : {};
  return { rulebook, inputs, ...more, document, format, file, lang, ...asBlank };
}

/** A template is the document, and a Word file. */
const FROM_TEMPLATE = { document: '', format: 'docx' };

/** The usage text, in the requested language. */
export const usageIn = (args: readonly string[]): string => messagesIn(langAsked(args)).cli.usage;

/** Determined first, so that even usage errors are in the requested language. */
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
        template: { type: 'string' },
        check: { type: 'string' },
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
