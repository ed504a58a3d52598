import { textIn } from '@kl01/rules';
import { nameKey } from '@kl01/rules/committee';
import { normalized } from '@kl01/rules/reading';
import type { Rulebook, RulebookNomination } from '@kl01/rules';
import type { PastAward } from '@kl01/rules/committee';
import type { Decision } from './decisions.js';
import { subjects } from './desk.js';
import { asRecord } from './record.js';
import { vi } from './strings/vi.js';

export const MAX_PAST_AWARDS = 5000;

/** A line that could not be read: its number, from 1, and the reason. */
export interface LineFault {
  line: number;
  why: string;
}

/**
 * Parses the committee's list of earlier awards, one per line: kind; name; award; year. Columns copied from a
 * spreadsheet are separated by tabs. Kinds and awards are matched by label or id, ignoring spelling differences.
 *
 * @returns the awards in the order of the lines, and the invalid lines
 */
export function readPastAwards(
  rulebook: Rulebook,
  form: RulebookNomination,
  text: string,
): { awards: PastAward[]; faults: LineFault[] } {
  const words = vi.pastAwards.faults;
  const kinds = byWord(kindsOf(form));
  const awards = byWord(rulebook.awards);
  const read: PastAward[] = [];
  const faults: LineFault[] = [];
  const lines = text.split(/\r\n?|\n/).map((typed, at) => ({ typed: normalized(typed).trim(), line: at + 1 }));
  for (const { typed, line } of lines) {
    if (typed === '') continue;
    const fail = (why: string): void => void faults.push({ line, why });
    const parts = typed.split(typed.includes('\t') ? '\t' : ';').map((part) => part.trim());
    const [kindWord = '', name = '', awardWord = '', yearWord = ''] = parts;
    const [kind, award] = [kinds.get(nameKey(kindWord)), awards.get(nameKey(awardWord))];
    if (read.length >= MAX_PAST_AWARDS) fail(words.many(MAX_PAST_AWARDS));
    else if (parts.length !== 4) fail(words.parts(parts.length));
    else if (!kind) fail(words.kind(kindWord));
    else if (name === '' || name.length > 500) fail(words.name);
    else if (!award) fail(words.award(awardWord));
    else if (!/^(19|20)\d\d$/.test(yearWord)) fail(words.year(yearWord));
    else read.push({ kind: kind as PastAward['kind'], name, award, year: Number(yearWord) });
  }
  return { awards: read, faults };
}

/** The same list as lines, to be corrected and parsed again. */
export function linesOfPastAwards(rulebook: Rulebook, form: RulebookNomination, awards: readonly PastAward[]): string {
  return awards.map((award) => Object.values(pastAwardInWords(rulebook, form, award)).join('; ')).join('\n');
}

export function pastAwardInWords(
  rulebook: Rulebook,
  form: RulebookNomination,
  { kind, name, award, year }: PastAward,
): { kind: string; name: string; award: string; year: number } {
  const labelIn = (list: readonly Named[], id: string): string => list.find((one) => one.id === id)?.label ?? id;
  return { kind: labelIn(kindsOf(form), kind), name, award: labelIn(rulebook.awards, award), year };
}

/** The list in force at a desk. */
export function pastAwardsOf(decisions: ReadonlyMap<string, Decision>): readonly PastAward[] {
  const { awards } = asRecord(decisions.get(subjects.pastAwards)?.body);
  return Array.isArray(awards) ? (awards as PastAward[]) : [];
}

interface Named {
  id: string;
  label: string;
}

export const kindsOf = ({ view }: RulebookNomination): Named[] =>
  view.nomination.kinds.map(({ kind, label }) => ({ id: kind, label: textIn(label) }));

const byWord = (list: readonly Named[]): ReadonlyMap<string, string> =>
  new Map(list.flatMap(({ id, label }) => [id, label].map((word) => [nameKey(word), id] as const)));
