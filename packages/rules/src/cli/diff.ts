import { diff, type PackDiff, type StoredSubmission, type SubmissionChange } from '../explain/diff.js';
import type { PackChange } from '../explain/pack-changes.js';
import type { AuthenticatedUnit } from '../finding.js';
import { differing } from '../explain/strings/diff.js';
import { readPack, readSubmission, type Shell } from './files.js';

export interface DiffOptions {
  /** instant as of which submissions are judged; if absent, the arrival stated in the file, otherwise now */
  readonly now?: string | undefined;
  readonly unit?: AuthenticatedUnit | undefined;
}

export interface DiffReport {
  readonly lines: readonly string[];
  /** whether a stored submission was valid under the old pack and is not under the new one */
  readonly broken: boolean;
}

/** Compares two packs, and judges stored submissions by both. */
export async function diffFiles(
  [before, after, ...submissions]: readonly string[],
  { now, unit }: DiffOptions,
  shell: Shell,
): Promise<DiffReport> {
  const packs = [await readPack(before!, shell), await readPack(after!, shell)] as const;
  const stored = await Promise.all(
    submissions.map(async (source) => storedSubmission(source, await readSubmission(source, shell), { now, unit })),
  );
  const result = diff(packs[0], packs[1], { submissions: stored, lang: shell.lang });
  return {
    lines: report(result, packs[1].version, shell),
    broken: result.submissions.some(({ before: was, after: is }) => was.valid && !is.valid),
  };
}

/** A bare submission, or one as it was received: `{ submission, at, unit? }`. */
function storedSubmission(source: string, json: unknown, { now, unit }: DiffOptions): StoredSubmission {
  const clock = new Date().toISOString();
  const received = json as { submission?: unknown; at?: unknown; unit?: AuthenticatedUnit } | null;
  if (
    received !== null &&
    typeof received === 'object' &&
    'submission' in received &&
    typeof received.at === 'string'
  ) {
    return { source, submission: received.submission, now: now ?? received.at, unit: unit ?? received.unit };
  }
  return { source, submission: json, now: now ?? clock, unit };
}

function report({ changes, sameVersion, submissions }: PackDiff, version: string, { lang, words }: Shell): string[] {
  const told = differing[lang];
  const finding = ({ rule, severity, path, message }: SubmissionChange['appeared'][number]): string =>
    `${words.severity[severity]}  ${rule}  ${path || '/'}: ${message}`;
  return [
    ...(changes.length === 0 ? [told.same] : changes.map((change) => changeLine(change, lang))),
    ...(sameVersion ? ['', told.sameVersion(version)] : []),
    ...(submissions.length > 0 ? ['', told.submissions] : []),
    ...submissions.flatMap(({ source, before, after, appeared, disappeared }) => [
      told.submission(source, told.verdict(before.valid), told.verdict(after.valid)),
      ...appeared.map((entry) => `  ${told.appeared}: ${finding(entry)}`),
      ...disappeared.map((entry) => `  ${told.disappeared}: ${finding(entry)}`),
    ]),
  ];
}

/** The clause first, since officers look it up; the address last, for whoever edits the pack. */
function changeLine({ clause, amendedBy, text, element }: PackChange, lang: Shell['lang']): string {
  const told = differing[lang];
  return [
    ...(clause === undefined ? [] : [`[${told.clause(clause)}]`]),
    text,
    ...(amendedBy === undefined ? [] : [`(${told.amendedBy(amendedBy)})`]),
    ...(element === '' ? [] : [`{${element}}`]),
  ].join(' ');
}
