import { offsetMinutes, parseInstant } from '../calendar.js';
import type { Finding } from '../finding.js';
import { windowOf } from '../judge/for-unit.js';
import { datedWindow } from '../judge/window-date.js';
import { judgedByThisVersion } from './recheck.js';
import type { LeftOut, LeftOutReason, Received } from './received.js';
import { answerDuty } from '../judge/for-unit.js';
import type { Rulebook, RulebookForm, RulebookWindow } from '../rulebook.js';
import type { Submission } from '../submission.js';
import { compareText, type Lang } from '../text.js';
import { isObject } from '../values/plain.js';

/** The committee's key among unit ids. No unit can have it, and forms the committee answers itself have no unit. */
export const COMMITTEE = '';

/** The counted submission of a unit, which is the valid one with the highest revision, and what was kept of it. */
export interface Counted<Kept> {
  /** `COMMITTEE` if the committee answers the form itself */
  readonly id: string;
  readonly group: string;
  readonly name: string | null;
  /** position in the stream */
  readonly index: number;
  readonly source: number | string;
  readonly revision: number;
  /** milliseconds since 1970 UTC */
  readonly arrived: number;
  /** arrived after its deadline, but accepted */
  readonly late: boolean;
  /** the rulebook it was made with, if that is another version of this pack */
  readonly otherVersion: string | null;
  /** JSON Pointers of values that the other version asked for and this one has no place for; not counted */
  readonly dropped: readonly string[];
  readonly kept: Kept;
}

/** A submission left out, with its position in the stream and, if invalid, its first error. */
export interface Refused extends LeftOut {
  readonly index: number;
  readonly because?: Finding;
}

export interface IntakeOptions<Kept> {
  readonly period: string | null;
  readonly lang: Lang;
  /** extracts what is needed later from a valid submission; the rest is released */
  keep(submission: Submission, group: string): Kept;
  /** accepts what the committee answers itself; otherwise such answers are left out, as exempt */
  readonly ofCommittee?: boolean;
  /** breaks ties between submissions of one unit with equal revision and instant, independent of arrival order */
  compare(left: Kept, right: Kept): number;
}

export interface Intake<Kept> {
  /** @throws RangeError if `at` is not an ISO 8601 instant with an offset */
  take(received: unknown): void;
  /** by unit id */
  readonly counted: ReadonlyMap<string, Counted<Kept>>;
  readonly refused: readonly Refused[];
  /** units that sent anything for this form and period, valid or not */
  readonly senders: ReadonlySet<string>;
  /** by unit id, the names that units used in anything they sent, even if it was left out */
  readonly ownNames: ReadonlyMap<string, string>;
}

/**
 * Judges submissions one by one, each as of its arrival, and keeps the one that counts for each unit. A submission with
 * an error is refused and supersedes nothing.
 */
export function intake<Kept>(rulebook: Rulebook, form: RulebookForm, options: IntakeOptions<Kept>): Intake<Kept> {
  const { period, lang } = options;
  const counted = new Map<string, Counted<Kept>>();
  const refused: Refused[] = [];
  const senders = new Set<string>();
  const ownNames = new Map<string, string>();
  let next = 0;

  const leaveOut = (of: Pick<Refused, 'index' | 'source'>, reason: LeftOutReason, unit?: string, because?: Finding) =>
    void refused.push({
      source: of.source,
      ...(unit !== undefined && unit !== COMMITTEE && { unit }),
      reason,
      index: of.index,
      ...(because && { because }),
    });

  /** Picks the same one of a unit's several names, regardless of arrival order. */
  function noteName({ unitId, unitName }: Claims): void {
    if (unitId === undefined || unitName === undefined) return;
    const before = ownNames.get(unitId);
    if (before === undefined || compareText(unitName, before) < 0) ownNames.set(unitId, unitName);
  }

  function take(received: unknown): void {
    const index = next++;
    const {
      submission,
      at,
      unit: authenticated,
      given,
      receiver,
      source: named,
    } = (isObject(received) ? received : {}) as Partial<Received>;
    const place = { index, source: typeof named === 'string' ? named : index };
    const signedIn = isUnit(authenticated) ? authenticated : null;
    const claims = isObject(submission) ? claimsOf(submission) : null;
    if (!claims) return leaveOut(place, 'unreadable', signedIn?.id);

    const minute = parseInstant(at);
    const sent = submission as unknown as Submission;
    const own = form.view.answeredBy === 'committee' && !signedIn && !claims.unit;
    const unit = signedIn ?? claims.unit ?? (own && options.ofCommittee ? { id: COMMITTEE, group: '' } : null);
    if (!signedIn || signedIn.id === claims.unitId) noteName(claims);
    if (claims.form !== form.id) return leaveOut(place, 'other-form', unit?.id);
    if (period !== null && typeof claims.period === 'string' && claims.period !== period) {
      return leaveOut(place, 'other-period', unit?.id);
    }
    if (unit && answerDuty(rulebook, form, unit.group) === 'exempt') return leaveOut(place, 'exempt', unit.id);
    const judged = judgedByThisVersion(rulebook, sent, { now: at!, unit: signedIn, given, receiver, lang });
    const error = judged.findings.find(({ severity }) => severity === 'error');
    if (error && isRefusal(error)) return leaveOut(place, 'unreadable', signedIn?.id);
    if (unit) senders.add(unit.id);
    if (error) return leaveOut(place, 'invalid', unit?.id ?? claims.unitId, error);
    if (!unit) return leaveOut(place, own ? 'exempt' : 'unreadable', claims.unitId);

    const offset = offsetMinutes(rulebook.utcOffset);
    const dated = (window: RulebookWindow) => datedWindow(window, { given, submission }, offset);
    const entry: Counted<Kept> = {
      ...place,
      id: unit.id,
      group: unit.group,
      name: claims.unitName ?? null,
      revision: sent.revision ?? 0,
      arrived: millisecondsOf(at!, minute),
      late: isLate(windowFor(form, period, unit, receiver, dated), minute),
      otherVersion: judged.findings.some(({ rule }) => rule === 'rulebook') ? sent.rulebook : null,
      dropped: judged.dropped,
      kept: options.keep(judged.submission, unit.group),
    };
    const before = counted.get(unit.id);
    const stays = before && newer(before, entry, options.compare) ? before : entry;
    if (before) leaveOut(stays === before ? entry : before, 'superseded', unit.id);
    counted.set(unit.id, stays);
  }

  return { take, counted, refused, senders, ownNames };
}

function newer<Kept>(left: Counted<Kept>, right: Counted<Kept>, compare: (l: Kept, r: Kept) => number): boolean {
  const order =
    left.revision - right.revision ||
    left.arrived - right.arrived ||
    compare(left.kept, right.kept) ||
    right.index - left.index;
  return order > 0;
}

const isLate = (window: RulebookWindow | undefined, minute: number): boolean =>
  window?.until !== undefined && minute >= window.until;

/** The window that applies to a unit in a period; `dated` gives an end to those that an event dates. */
export const windowFor = (
  form: RulebookForm,
  period: string | null,
  unit: { id: string; group: string },
  receiver?: string | null,
  dated: (window: RulebookWindow) => RulebookWindow = (window) => window,
): RulebookWindow | undefined =>
  windowOf(form.windows.filter((window) => (window.period ?? null) === period).map(dated), unit, receiver);

/** With milliseconds, because two submissions may arrive within the same minute. */
function millisecondsOf(at: string, minute: number): number {
  const exact = Date.parse(at.replace(',', '.'));
  return Number.isNaN(exact) ? minute * 60_000 : exact;
}

interface Claims {
  readonly form: unknown;
  readonly period: unknown;
  readonly unit: { readonly id: string; readonly group: string } | null;
  /** set even if the unit names no group */
  readonly unitId: string | undefined;
  readonly unitName: string | undefined;
}

/** Every rulebook refuses longer names, so they are not kept. */
const LONGEST_NAME = 500;

/** What is needed before judging; null if reading it throws. */
function claimsOf(submission: object): Claims | null {
  try {
    const { form, period, unit } = submission as Record<string, unknown>;
    const { id, name } = (isObject(unit) ? unit : {}) as { id?: unknown; name?: unknown };
    return {
      form,
      period,
      unit: isUnit(unit) ? unit : null,
      unitId: typeof id === 'string' ? id : undefined,
      unitName: typeof name === 'string' && name.trim() && name.length <= LONGEST_NAME ? name : undefined,
    };
  } catch {
    return null;
  }
}

/** Refused before judging: no data, too large, too deep. */
const isRefusal = ({ rule, path, params }: Finding): boolean =>
  rule === 'schema' && path === '' && params['reason'] !== undefined;

const isUnit = (unit: unknown): unit is { id: string; group: string } =>
  isObject(unit) &&
  typeof (unit as { id?: unknown }).id === 'string' &&
  typeof (unit as { group?: unknown }).group === 'string';
