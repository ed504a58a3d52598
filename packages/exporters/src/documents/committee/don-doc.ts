import {
  inSentence,
  isoInstant,
  ownMember,
  parseDay,
  parseInstant,
  textIn,
  windows,
  type WindowState,
} from '@kl01/rules';
import type { OfficialDocument, Row, Table } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { dateInFull } from '../parts/dates.js';
import { ownDirectiveInWords } from '../parts/directive.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import { committeeOf } from '../parts/issuer.js';
import type { FormFacts } from '../parts/facts.js';
import { counted, sentence, textCell } from '../parts/text.js';

/** Công văn đôn đốc: which units have not answered, and how many days each has left. */
export const donDoc: DocumentKind = {
  id: 'don-doc',
  from: {
    review: { pages: (facts) => make(facts, facts.review) },
    consolidation: { pages: (facts) => make(facts, facts.consolidation) },
  },
};

interface Owing {
  readonly units: { readonly missing: readonly string[] };
  readonly names: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly period?: string | null;
}

interface OwingUnit extends Deadline {
  readonly name: string;
}

function make(facts: FormFacts, { units, names, groups, period = null }: Owing): Content<OfficialDocument> {
  const committee = committeeOf(facts, 'CV');
  const said = words.reminder;
  const owing = units.missing.map((id): OwingUnit => {
    const named = facts.rulebook.units.find((unit) => unit.id === id);
    const group = ownMember(groups, id) ?? named?.group ?? null;
    return { name: ownMember(names, id) ?? id, ...deadlineOf(facts, { id, group }, period) };
  });
  const common = {
    form: inSentence(textIn(facts.form.label)),
    directive: ownDirectiveInWords(facts.rulebook.directive),
    count: counted(owing.length),
    issuer: committee.name,
    today: facts.now ? dateInFull(localDay(facts, facts.now)) : dateInFull(null),
  };
  const receivers = addressees(owing);
  return {
    model: {
      title: words.donDoc,
      parts: [
        {
          orientation: 'portrait',
          blocks: [
            { ...committee.letterhead, subject: sentence(said.subject, common) },
            {
              kind: 'addressees',
              as: 'letter',
              names: receivers,
            },
            { kind: 'paragraph', inlines: sentence(said.grounds, common) },
            ...(owing.length > 0
              ? [
                  { kind: 'paragraph', as: 'lead-in', inlines: sentence(said.owing, common) } as const,
                  owingTable(owing),
                  {
                    kind: 'paragraph',
                    as: 'after-table',
                    inlines: sentence(askingOf(owing), common),
                    last: true,
                  } as const,
                ]
              : [{ kind: 'paragraph', inlines: sentence(said.none, common), last: true } as const]),
            { kind: 'closing', left: committee.recipients(receivers, 'letter'), right: committee.signature },
          ],
        },
      ],
    },
    unknown: committee.unknown,
  };
}

/** Beyond this number, names are only listed in the table. */
const MOST_ADDRESSEES = 20;

function addressees(owing: readonly OwingUnit[]): string[] {
  const { nobody, allUnits } = words.reminder;
  if (owing.length === 0) return [nobody];
  return owing.length > MOST_ADDRESSEES ? [allUnits] : owing.map(({ name }) => name);
}

/** Overdue units can no longer be asked to keep the deadline. */
function askingOf(owing: readonly OwingUnit[]): string {
  const { asks, asksSome, asksAll } = words.reminder;
  if (owing.every(({ isOver }) => isOver)) return asksAll;
  return owing.some(({ isOver }) => isOver) ? asksSome : asks;
}

function owingTable(owing: readonly OwingUnit[]): Table {
  const { head } = words.reminder;
  return {
    kind: 'table',
    columns: [
      { share: 4, align: 'center' },
      { share: 26, align: 'left' },
      { share: 18, align: 'left' },
      { share: 12, align: 'center' },
    ],
    head: [head.map(textCell)],
    rows: owing.map(({ name, said, left }, index): Row => {
      const cells = [String(index + 1), name, said, left].map(textCell);
      return { role: 'plain', cells };
    }),
  };
}

/** The deadline of a unit and its state. */
interface Deadline {
  /** in the directive's wording */
  readonly said: string;
  readonly left: string;
  readonly isOver: boolean;
}

function deadlineOf(
  facts: FormFacts,
  { id, group }: { id: string; group: string | null },
  period: string | null,
): Deadline {
  const { rulebook, form, now } = facts;
  const { unknownDeadline, daysLeft, lastDay: today, daysOver } = words.reminder;
  // Only the state of the dates depends on it, not the dates.
  const instant = now ?? `${rulebook.directive.date}T00:00:00${rulebook.utcOffset}`;
  // Of several receivers' deadlines the earliest, as in judging.
  const [window] = windows(rulebook, { now: instant, form: form.id, unit: { id, group } })
    .filter((state) => state.period === period)
    .sort((one, other) => endOf(one) - endOf(other));
  if (!window || window.state === 'unannounced') return { said: unknownDeadline, left: '', isOver: false };
  if (!now || !window.lastDay) return { said: window.said, left: '', isOver: false };
  const days = dayNumber(window.lastDay) - dayNumber(localDay(facts, now));
  const left = days > 0 ? daysLeft(days) : days === 0 ? today : daysOver(-days);
  return { said: window.said, left, isOver: days < 0 };
}

const endOf = ({ minutesLeft }: WindowState): number => minutesLeft ?? Number.MAX_SAFE_INTEGER;

const localDay = ({ rulebook }: FormFacts, now: string) =>
  isoInstant(parseInstant(now), rulebook.utcOffset).slice(0, 10);

/** Whole days since 1970. */
function dayNumber(date: string): number {
  const { year, month, day } = parseDay(date) ?? { year: 1970, month: 1, day: 1 };
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
