import { createHash, randomBytes } from 'node:crypto';
import { check, type CheckOptions } from '../../judge/check.js';
import type { AuthenticatedUnit, Finding } from '../../finding.js';
import type { Rulebook, RulebookForm } from '../../rulebook.js';
import { isObject, plainCopy } from '../../values/plain.js';
import { placesIn, withValue, type Place } from './changed.js';
import { stateOf, type Host, type Post, type State } from './host.js';

type Plain = Record<string, unknown>;

export interface SentFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Everything that is tried of a host goes out from one valid submission, judged here as well. */
export interface Trial {
  readonly host: Host;
  readonly form: RulebookForm;
  readonly unit: AuthenticatedUnit;
  /** a group that it does not belong to, of the rulebook where there is one */
  readonly otherGroup: string;
  readonly limits: State['limits'];
  /** what the submission announces; sent with each post */
  readonly files: readonly SentFile[];
  /** A valid submission of this revision that no other call gave. @param text what one of its texts shall hold */
  content(revision: number, text?: string): Plain;
  /** the text that `content` filled in */
  textIn(submission: unknown): unknown;
  /** the same with files announced; null where the form takes none, or not so many */
  announcing(submission: Plain, files: readonly Announced[]): { submission: Plain; path: string } | null;
  /** what `check` finds at the clock of the host */
  judge(submission: unknown, now?: string): Promise<Finding[]>;
  /** what stands, and the revision after it */
  next(): Promise<{ state: State; revision: number }>;
  post(submission: unknown, more?: Post): ReturnType<Host['post']>;
}

export interface Announced extends SentFile {
  /** of the entry, where it is not that of the content */
  readonly sha256?: string;
}

export interface TrialOptions {
  readonly rulebook: Rulebook;
  readonly form: RulebookForm;
  readonly submission: Plain;
  readonly given: CheckOptions['given'];
  readonly receiver: string | undefined;
  /** instant at which the submission is valid; if absent, the host's own */
  readonly validAt?: string;
}

/** The submission is not valid at the host, by its clock and for its unit: there is nothing to begin with. */
export class NothingToSend extends Error {
  override readonly name = 'NothingToSend';
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super('The submission is not valid.');
    this.findings = findings;
  }
}

/** @throws NothingToSend; NoAnswer where the host does not say what stands */
export async function newTrial(host: Host, options: TrialOptions): Promise<Trial> {
  const { rulebook, form, given, receiver } = options;
  const { unit, limits, now } = await stateOf(host);
  const { base, files } = withOwnFiles(withUnit(options.submission, unit));
  const judgeAt = (submission: unknown, instant: string): Finding[] =>
    check(rulebook, submission, { now: instant, unit, given, receiver }).findings;
  const errorsOf = (submission: unknown) =>
    judgeAt(submission, options.validAt ?? now).filter(({ severity }) => severity === 'error');
  if (errorsOf(base).length > 0) throw new NothingToSend(errorsOf(base));
  const place = freeText(base, (submission) => errorsOf(submission).length === 0);
  let made = 0;
  const content = (revision: number, text?: string): Plain => ({
    ...withValue(base, place, text ?? `${MARK} ${randomBytes(6).toString('hex')} ${++made}`),
    revision,
  });
  return {
    host,
    form,
    unit,
    otherGroup: rulebook.unitGroups.find(({ id }) => id !== unit.group)?.id ?? 'kl01-host-check',
    limits,
    files,
    content,
    textIn: (submission) => place.reduce<unknown>((part, step) => (part as Plain | undefined)?.[step], submission),
    announcing(submission, announced) {
      const entries = announced.map(({ name, content: bytes, sha256 = sha256Of(bytes) }) => ({
        name,
        size: bytes.length,
        type: 'application/pdf',
        sha256,
      }));
      for (const holder of [[], ['nominees', 0]] satisfies Place[]) {
        for (const { id } of form.view.dossier.items) {
          const tried = withFiles(submission, holder, id, entries);
          if (!tried || errorsOf({ ...tried, revision: 1 }).length > 0) continue;
          return { submission: tried, path: `/${[...holder, 'documents', id].join('/')}` };
        }
      }
      return null;
    },
    async judge(submission, instant) {
      return judgeAt(submission, instant ?? (await stateOf(host)).now);
    },
    async next() {
      const state = await stateOf(host);
      return { state, revision: state.revision + 1 };
    },
    post: (submission, more = {}) => host.post({ submission, ...more, files: [...files, ...(more.files ?? [])] }),
  };
}

/** Found again by whoever has to take it out of a database. */
const MARK = 'kl01 host-check';

const withUnit = (submission: Plain, { id, group }: AuthenticatedUnit): Plain => ({
  ...submission,
  unit: { ...(isObject(submission['unit']) && submission['unit']), id, group },
});

/** Whatever files it announces are made here: those it was written with are not at hand. */
function withOwnFiles(submission: Plain): { base: Plain; files: SentFile[] } {
  const base = plainCopy(submission);
  const files: SentFile[] = [];
  for (const [, value] of placesIn(base)) {
    if (!isObject(value) || typeof value['sha256'] !== 'string') continue;
    const file = newFile(files.length, String(value['name']));
    files.push(file);
    Object.assign(value, { sha256: sha256Of(file.content), size: file.content.length });
  }
  return { base, files };
}

/** A file that no host knows yet, which begins as a PDF does. */
export const newFile = (number: number, name = `kl01-${number}.pdf`): SentFile => ({
  name,
  content: Buffer.from(`%PDF-1.4\n${randomBytes(12).toString('hex')} ${number}\n%%EOF\n`),
});

export const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

const NOT_FREE = new Set(['id', 'rulebook', 'form', 'period', 'group', 'kind', 'sha256', 'name', 'type']);

/** A text that may say anything, so that two submissions can differ. @throws NothingToSend where there is none */
function freeText(base: Plain, isValid: (submission: Plain) => boolean): Place {
  const texts = [...placesIn(base)].filter(
    ([place, value]) => typeof value === 'string' && !NOT_FREE.has(String(place.at(-1))),
  );
  const free = texts.find(([place]) => TRIED.every((text) => isValid(withValue(base, place, text))));
  if (!free) throw new NothingToSend([]);
  return free[0];
}

/** Decomposed letters, one beyond 16 bits, and what a careless host takes for its own language. */
export const LETTERS = 'Nguye\u0302\u0303n \u0110a\u0300o \u{20BB7} \u{1F1FB}\u{1F1F3} \ufb01';
export const MARKUP = `<script>alert("1")</script> '); drop table submission; -- \\ \\u0041 &amp; %00 {{1}} $x`;
const TRIED = [`${MARK} 0`, LETTERS, MARKUP];

function withFiles(submission: Plain, holder: Place, item: string, entries: readonly unknown[]): Plain | null {
  const held = holder.reduce<unknown>((part, step) => (part as Plain | undefined)?.[step], submission);
  if (!isObject(held)) return null;
  const documents = isObject(held['documents']) ? held['documents'] : {};
  const before = Array.isArray(documents[item]) ? (documents[item] as unknown[]) : [];
  return withValue(submission, [...holder, 'documents'], { ...documents, [item]: [...before, ...entries] });
}
