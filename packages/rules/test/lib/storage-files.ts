import type { Finding } from '../../src/finding.js';
import { isObject } from '../../src/values/plain.js';

/** A file of a post: its digest is computed from what arrived. */
export interface ArrivedFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

interface Announced {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
}

/** A finding for each announced file that neither came nor is kept, and for each that came unannounced. */
export function findingsOfFiles(
  submission: unknown,
  arrived: readonly ArrivedFile[],
  isKept: (sha256: string) => boolean,
  fault?: string,
): Finding[] {
  const announced = announcedIn(submission);
  const byName = fault === 'trusts-names' || fault === 'takes-halves';
  if (fault === 'refuses-names' && arrived.some(({ name }) => name.includes('/')))
    return [finding('upload/name', '', '')];
  if (fault === 'counts-files' && arrived.length > 0 && announced.length > arrived.length)
    return [finding('upload/missing', '', '')];
  const came = ({ sha256, name }: Announced) =>
    arrived.some((file) => file.sha256 === sha256 || (byName && file.name === name));
  const missing = announced.filter((file) => !came(file) && !isKept(file.sha256));
  const strangers = arrived.filter(
    (file) => !announced.some(({ sha256, name }) => sha256 === file.sha256 || (byName && name === file.name)),
  );
  return [
    ...missing.map(({ path, name }) => finding('upload/missing', fault === 'misplaces-files' ? '' : path, name)),
    ...(fault === 'takes-strangers' ? [] : strangers).map(({ name }) => finding('upload/unannounced', '', name)),
  ];
}

/** The files that a submission announces, with their bytes. */
export function storedFiles(
  submission: unknown,
  arrived: readonly ArrivedFile[],
  kept: (sha256: string) => ArrivedFile | undefined,
): ArrivedFile[] {
  const digests = new Set(announcedIn(submission).map(({ sha256 }) => sha256));
  return [...digests].flatMap((digest) => arrived.find(({ sha256 }) => sha256 === digest) ?? kept(digest) ?? []);
}

const finding = (rule: string, path: string, name: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message: `${rule}: ${name}`,
  params: { name },
});

function announcedIn(submission: unknown): Announced[] {
  if (!isObject(submission)) return [];
  const nominees = Array.isArray(submission['nominees']) ? (submission['nominees'] as unknown[]) : [];
  const holders = [['', submission], ...nominees.map((nominee, index) => [`/nominees/${index}`, nominee])] as const;
  return holders.flatMap(([path, holder]) => {
    const documents = isObject(holder) ? holder['documents'] : undefined;
    return isObject(documents)
      ? Object.entries(documents).flatMap(([item, entries]) =>
          (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) =>
            isObject(entry) && typeof entry['sha256'] === 'string'
              ? [{ path: `${path}/documents/${item}`, name: String(entry['name']), sha256: entry['sha256'] }]
              : [],
          ),
        )
      : [];
  });
}
