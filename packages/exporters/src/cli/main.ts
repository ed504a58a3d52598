import { ExportError } from '../export-error.js';
import { exportDocument } from '../export-document.js';
import { messagesIn } from '../strings/messages-in.js';
import { parseCall } from './call.js';
import { readRulebook, readSubmission, Unusable, write } from './files.js';

/**
 * `kl01-export PACK|RULEBOOK SUBMISSION --document ID --format docx|html -o FILE`
 *
 * @param args the words after the command's name
 * @returns 0: written. 2: unusable input, the reason on stderr and nothing written. It judges nothing, so it never
 *   ends with 1, findings of severity error.
 */
export async function main(args: readonly string[]): Promise<0 | 2> {
  try {
    const call = parseCall(args);
    const messages = messagesIn(call.lang);
    const rulebook = await readRulebook(call.rulebook, call.lang);
    const submission = await readSubmission(call.submission, messages);
    const { bytes, notices } = await exportDocument(rulebook, submission, call);
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
