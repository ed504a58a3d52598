import {
  check,
  type CheckOptions,
  type Finding,
  type Lang,
  type Rulebook,
  type RulebookForm,
  type Submission,
  type Verdict,
} from '@kl01/rules';
import { stringsOf } from '../strings/languages.js';
import type { Attachments } from '../files/attachments.js';
import { contactFindings } from './contact-findings.js';
import { findingsBesides } from './findings-besides.js';
import type { LegacyTexts } from './legacy-texts.js';
import { privateSignFindings } from './private-signs.js';
import { ShownFindings, type ShownFinding } from './shown-findings.js';

export interface Judged {
  readonly rulebook: Rulebook;
  readonly definition: RulebookForm;
  readonly submission: Submission;
  /** stable addresses of the places the officer has visited */
  readonly touched: ReadonlySet<string>;
  /** ISO 8601 instant */
  readonly now: string;
  readonly given: CheckOptions['given'];
  readonly receiver: string | null;
  readonly lang: Lang;
  /** the host's `upload` takes files one by one */
  readonly oneByOne: boolean;
  /** rewords a finding to suit the place where it is shown */
  readonly reword: (finding: ShownFinding) => ShownFinding;
}

/** The findings about the current submission, and which of them may be shown. Judged once per change and minute. */
export class Judgement {
  verdict: Verdict = { valid: false, findings: [] };
  /** what blocks sending: errors by the rulebook, and files that cannot be sent */
  blocking: readonly Finding[] = [];
  /** the server's findings that still apply */
  received: readonly ShownFinding[] = [];
  /** what may be shown now, the server's first */
  visible: readonly ShownFinding[] = [];
  readonly shown = new ShownFindings();

  readonly #attachments: Attachments;
  readonly #legacyTexts: LegacyTexts;
  #others: readonly Finding[] = [];
  #visibleAt: ReadonlyMap<string, readonly ShownFinding[]> = new Map();
  #of: (Pick<Judged, 'submission' | 'given' | 'receiver' | 'lang'> & { minute: string }) | null = null;

  constructor(attachments: Attachments, legacyTexts: LegacyTexts) {
    this.#attachments = attachments;
    this.#legacyTexts = legacyTexts;
  }

  /** Forces a new judgement when not the submission but the bytes of its files have changed. */
  forget(): void {
    this.#of = null;
  }

  judge({ rulebook, definition, submission, touched, now, given, receiver, lang, oneByOne, reword }: Judged): void {
    const minute = now.slice(0, 16);
    const of = { submission, minute, given, receiver, lang };
    const before = this.#of;
    if (before === null || (Object.keys(of) as (keyof typeof of)[]).some((name) => before[name] !== of[name])) {
      const options = { now, given, receiver, lang };
      this.verdict = check(rulebook, submission, options);
      const files = this.#attachments.findings(submission, definition, stringsOf[lang], oneByOne);
      const found = [...this.verdict.findings, ...findingsBesides(rulebook, submission, this.verdict, options)];
      this.blocking = [...found.filter(({ severity }) => severity === 'error'), ...files];
      this.#others = [
        ...found.filter(({ severity }) => severity !== 'error'),
        ...this.#legacyTexts.findings(submission, stringsOf[lang]),
        ...contactFindings(submission, stringsOf[lang]),
        ...privateSignFindings(submission, stringsOf[lang]),
      ];
      this.#of = of;
    }
    this.received = this.shown.received(submission);
    this.visible = [
      ...this.received,
      ...this.shown.ours(this.all, submission, { touched, received: this.received }),
    ].map(reword);
    this.#visibleAt = byPath(this.visible);
  }

  at(path: string): readonly ShownFinding[] {
    return this.#visibleAt.get(path) ?? none;
  }

  /** The form's own findings, shown or not. */
  get all(): readonly Finding[] {
    return [...this.blocking, ...this.#others];
  }
}

const none: readonly ShownFinding[] = [];

function byPath(findings: readonly ShownFinding[]): ReadonlyMap<string, readonly ShownFinding[]> {
  const found = new Map<string, ShownFinding[]>();
  for (const finding of findings) {
    const there = found.get(finding.path);
    if (there) there.push(finding);
    else found.set(finding.path, [finding]);
  }
  return found;
}
