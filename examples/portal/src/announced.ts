import type { Finding } from '@kl01/rules';
import { asRecord } from './record.js';
import type { NewFile } from './stored.js';
import { vi } from './strings/vi.js';
import { FILE_TYPES, LIMITS } from './uploads.js';
import type { ArrivedFile } from './uploads.js';

/** A file announced by the submission. */
export interface Announced {
  /** JSON Pointer of its entry */
  path: string;
  /** id of the dossier item or enclosure */
  item: string;
  name: string;
  sha256: string;
}

/** The files that a submission and its nominees announce. Accepts any input and never throws. */
export function announcedFiles(submission: unknown): Announced[] {
  const { documents, nominees } = asRecord(submission);
  return [
    ...entriesOf(documents, '/documents'),
    ...(Array.isArray(nominees) ? nominees : []).flatMap((nominee, at) =>
      entriesOf(asRecord(nominee)['documents'], `/nominees/${at}/documents`),
    ),
  ];
}

/**
 * Matches announced with received files, by the SHA-256 of the received bytes.
 *
 * @param known content of the unit's earlier revisions, by SHA-256
 * @returns a finding for each file that is missing, unannounced, too large, empty or of an unsupported type; and the
 *   files to keep, valid only without findings
 */
export function matchFiles(
  announced: readonly Announced[],
  arrived: readonly ArrivedFile[],
  known: ReadonlyMap<string, { extension: string; size: number }>,
): { findings: Finding[]; files: NewFile[] } {
  const findings: Finding[] = [];
  const files: NewFile[] = [];
  const bySha256 = new Map(arrived.map((file) => [file.sha256, file]));
  for (const { path, name, sha256 } of announced) {
    const file = bySha256.get(sha256);
    const before = known.get(sha256);
    const problem = file ? problemOf(file, path) : before ? null : finding('upload/missing', path, name);
    if (problem) findings.push(problem);
    else if (file?.extension) files.push({ path, extension: file.extension, size: file.size, sha256, read: file.read });
    else if (before) files.push({ path, ...before, sha256, read: null });
  }
  const expected = new Set(announced.map(({ sha256 }) => sha256));
  const strangers = arrived.filter(({ sha256 }) => !expected.has(sha256));
  return { findings: [...findings, ...strangers.map(({ name }) => finding('upload/unannounced', '', name))], files };
}

function problemOf(file: ArrivedFile, path: string): Finding | null {
  if (file.size === 0) return finding('upload/empty', path, file.name);
  if (file.size > LIMITS.fileBytes) return finding('upload/size', path, file.name);
  return file.extension === null ? finding('upload/type', path, file.name) : null;
}

type UploadRule = 'upload/missing' | 'upload/unannounced' | 'upload/size' | 'upload/type' | 'upload/empty';

function finding(rule: UploadRule, path: string, name: string): Finding {
  const messages: Record<UploadRule, () => string> = {
    'upload/missing': () => vi.findings['upload/missing'](name),
    'upload/unannounced': () => vi.findings['upload/unannounced'](name),
    'upload/size': () => vi.findings['upload/size'](name, LIMITS.fileBytes / (1024 * 1024)),
    'upload/type': () => vi.findings['upload/type'](name, FILE_TYPES.join(', ')),
    'upload/empty': () => vi.findings['upload/empty'](name),
  };
  return { rule, severity: 'error', path, message: messages[rule](), params: { name } };
}

function entriesOf(documents: unknown, pointer: string): Announced[] {
  return Object.entries(asRecord(documents)).flatMap(([item, entries]) =>
    (Array.isArray(entries) ? entries : []).map((entry, at) => {
      const { name, sha256 } = asRecord(entry);
      return { path: `${pointer}/${pointerPart(item)}/${at}`, item, name: textOf(name), sha256: textOf(sha256) };
    }),
  );
}

const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
