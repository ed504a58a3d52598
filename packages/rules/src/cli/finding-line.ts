import type { Finding } from '../finding.js';
import { cliStrings } from './strings/cli.js';
import type { Lang } from '../text.js';

/** Formats a finding for the command line; a later document may be cited without a clause. */
export function findingLine({ severity, path, message, cite }: Finding, lang: Lang): string {
  const clause = cite ? ` (${[cite.clause, cite.document].filter(Boolean).join(', ')})` : '';
  return `${cliStrings[lang].severity[severity]}  ${path || '/'}: ${message}${clause}`;
}
