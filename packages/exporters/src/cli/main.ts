import { basename, extname } from 'node:path';
import { explain } from '@kl01/rules/authoring';
import type { Rulebook } from '@kl01/rules';
import { ExportError } from '../export-error.js';
import { exportDocument, type Exported } from '../export-document.js';
import { fillTemplate } from '../fill-template.js';
import { toPdf } from '../pdf/to-pdf.js';
import type { ExportInput } from '../read-facts.js';
import { messagesIn } from '../strings/messages-in.js';
import { startTemplate } from '../start-template.js';
import { checkTemplate } from '../template-check.js';
import { parseCall, parseTemplateCall, usageIn, type Call, type TemplateCall } from './call.js';
import { filesIn, readBytes, readInputFile, readJsonFile, readRulebook, Unusable, write } from './files.js';

/**
 * `kl01-export PACK|RULEBOOK [INPUT…] --document ID --format docx|html|pdf|… -o FILE`
 * `kl01-export PACK|RULEBOOK INPUT --template FILE.docx -o FILE`: the office's own Word file, filled in
 * `kl01-export PACK|RULEBOOK --blank --form ID [--unit ID:GROUP] [--period ID] -o FILE`: a blank template
 *
 * `kl01-export template PACK|RULEBOOK --form ID --document ID -o FILE.docx`: a template to begin with
 * `kl01-export template PACK|RULEBOOK --form ID --check FILE.docx`: looks through an office's own
 *
 * @param args arguments after the command name
 * @returns 0: written, looked through without finding anything, or `--help` shown. 1: the template has places that nothing
 *   is known of. 2: unusable input, reported on stderr, and nothing written. Submissions are not judged.
 */
export async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    if (args.includes('--help') || args.includes('-h')) {
      process.stdout.write(`${usageIn(args)}\n`);
      return 0;
    }
    if (args[0] === 'template') return await template(parseTemplateCall(args.slice(1)));
    const call = parseCall(args);
    const messages = messagesIn(call.lang);
    const { bytes, notices } = await make(call);
    await write(call.file, bytes, messages);
    for (const { message } of notices) process.stderr.write(`${message}\n`);
    process.stdout.write(`${messages.cli.written(call.file)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Unusable || error instanceof ExportError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

async function template({ rulebook: path, form, lang, does }: TemplateCall): Promise<0 | 1> {
  const messages = messagesIn(lang);
  const { rulebook } = await readRulebook(path, lang);
  if ('check' in does) {
    const checked = await checkTemplate(rulebook, form, await readBytes(does.check, messages), { lang });
    process.stdout.write(`${checked.messages.join('\n')}\n`);
    return checked.unknown.length + checked.unpaired.length > 0 ? 1 : 0;
  }
  const { file, ...options } = does;
  const { bytes } = await startTemplate(rulebook, form, { ...options, lang });
  await write(file, bytes, messages);
  process.stdout.write(`${messages.cli.written(file)}\n`);
  return 0;
}

async function make(call: Call): Promise<Exported> {
  const messages = messagesIn(call.lang);
  const { rulebook, pack } = await readRulebook(call.rulebook, call.lang);
  const inputs = await Promise.all(call.inputs.map((path) => readInputFile(path, messages)));
  const [only] = inputs;
  const given = inputs.length > 1 ? inputs : (only ?? (pack ? explain(pack) : null));
  const input = (call.blank ? blankSubmission(rulebook, call.blank) : given) as ExportInput;
  const { document, format, lang, now, nominee } = call;
  const options = {
    document,
    lang,
    now: now ?? new Date().toISOString(),
    ...(nominee !== undefined && { nominee }),
    ...(call.group !== undefined && { group: call.group }),
    ...(call.layout !== undefined && { layout: call.layout }),
    ...(call.files !== undefined && { readFile: filesIn(call.files) }),
    ...(call.issuer !== undefined && { issuer: await readJsonFile(call.issuer, messages) }),
  };
  if (call.template !== undefined) {
    if (format !== 'docx' && format !== 'pdf') throw new Unusable(usageIn(['--lang', lang]));
    const name = basename(call.template, extname(call.template));
    const template = await readBytes(call.template, messages);
    const filled = await fillTemplate(rulebook, template, input, {
      lang,
      name,
      ...(nominee !== undefined && { nominee }),
    });
    return format === 'pdf' ? toPdf(filled, { lang }) : filled;
  }
  if (format !== 'pdf') return exportDocument(rulebook, input, { ...options, format });
  return toPdf(await exportDocument(rulebook, input, { ...options, format: 'docx', program: 'libreoffice' }), { lang });
}

/** Only the unit is filled in: a template has the quota, tables and deadline of its unit. */
function blankSubmission({ id, version }: Rulebook, { form, unit, period }: NonNullable<Call['blank']>): object {
  const [unitId = null, group = null] = unit?.split(':') ?? [];
  return { rulebook: `${id}@${version}`, form, period: period ?? null, unit: { id: unitId, group } };
}
