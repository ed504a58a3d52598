import { describe, expect, test } from 'vitest';
import { randomPack } from '../../bin/vectors/random-pack.mjs';
import { seeded } from '../../bin/vectors/random.mjs';
import { byHand } from '../../test/lib/by-hand.js';
import { amountsOf } from '../kinds/quota.js';
import { fragments, packs } from '../../test/lib/packs.js';
import {
  inSentence,
  NUMBERS,
  numberOf,
  RECEIPT,
  readCondition,
  readCounts,
  readFirstMoment,
  readLastMoment,
  readWords,
  type Names,
  type Told,
} from '../../test/lib/read-back.js';
import { offsetMinutes } from '../calendar.js';
import { check, type CheckOptions } from '../judge/check.js';
import { lint } from '../authoring/lint.js';
import { compile } from '../compile/compile.js';
import { parsePack } from '../pack/parse-pack.js';
import type { NominationForm, RulePack } from '../pack/pack.js';
import type { FieldView, Rulebook, RulebookNomination } from '../rulebook.js';
import { textIn } from '../text.js';
import { amend } from '../pack/amend.js';
import { explain } from './explain.js';
import type { ExplainedLine, ExplainedPart, Explanation } from './explanation.js';

const RANDOM_PACKS = Number(process.env['KL01_READ_BACK_PACKS'] ?? 60);

/**
 * What an officer signs off is what is judged: each sentence is read back without the pack, and what it says of values
 * around its bounds is compared with the verdict.
 */
const all = [...packs, ...fragments, ...byHand, ...madeAtRandom(RANDOM_PACKS)].map(({ id, pack, rulebook }) => ({
  id,
  pack: amend(pack).pack,
  rulebook,
  told: explain(pack),
}));

/** Packs of the whole format that lint takes. */
function madeAtRandom(many: number) {
  const made: { id: string; pack: RulePack; rulebook: Rulebook }[] = [];
  for (let seed = 1; made.length < many; seed++) {
    const pack = parsePack(randomPack(seed, seeded(seed)));
    if (lint(pack).some(({ severity }) => severity === 'error')) continue;
    made.push({ id: pack.id, pack, rulebook: compile(pack) });
  }
  return made;
}

const allParts = (parts: readonly ExplainedPart[]): ExplainedPart[] =>
  parts.flatMap((part) => [part, ...allParts(part.parts)]);
const allLines = (lines: readonly ExplainedLine[]): ExplainedLine[] =>
  lines.flatMap((line) => [line, ...allLines(line.lines ?? [])]);
const linesOf = (explanation: Explanation): ExplainedLine[] =>
  allParts(explanation.parts).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'list' ? allLines(block.lines) : [])),
  );

interface Unit {
  readonly id: string;
  readonly group: string;
}
interface Audience {
  readonly groups?: readonly string[];
  readonly units?: readonly string[];
}

/** A unit for which the entry holds: it is named, else its group is, else neither is by any other entry. */
function unitOf({ unitGroups, units }: Rulebook, own: Audience, list: readonly Audience[]): Unit | undefined {
  const everyone: Unit[] = unitGroups.flatMap(({ id: group }) => {
    const named = units.filter((unit) => unit.group === group);
    return named.length > 0 ? named.map(({ id }) => ({ id, group })) : [{ id: 'don-vi', group }];
  });
  const byUnit = ({ units: named }: Audience, { id }: Unit) => named?.includes(id) ?? false;
  const byGroup = ({ groups }: Audience, { group }: Unit) => groups?.includes(group) ?? false;
  return everyone.find((unit) => {
    if (byUnit(own, unit)) return true;
    if (list.some((entry) => byUnit(entry, unit))) return false;
    if (byGroup(own, unit)) return true;
    return !own.groups && !own.units && !list.some((entry) => byGroup(entry, unit));
  });
}

const at = (minutes: number): string => new Date(minutes * 60_000).toISOString();

describe.each(all)('$id: until when', ({ pack, rulebook, told }) => {
  const offset = offsetMinutes(rulebook.utcOffset);
  const windows = rulebook.forms.flatMap((form) =>
    form.windows
      .filter((window) => window.said !== undefined)
      .map((window) => ({ form, window, name: window.element })),
  );
  const lines = linesOf(told);

  test('each window is received as it is told', () => {
    for (const { form, window } of windows) {
      // Nothing printed says when an event was; packs by hand judge such windows at their last day.
      if (window.after) continue;
      // Where no receiver is named, the earliest of several receivers' windows decides.
      const { receivedBy = [] } = pack.forms.find(({ id }) => id === form.id)!;
      const others = receivedBy.find(({ id }) => id && !form.windows.some((other) => other.receiver === id))?.id;
      const { receiver = others } = window;
      const rivals = form.windows.filter(
        (other) => other !== window && other.period === window.period && other.receiver === window.receiver,
      );
      const unit = unitOf(rulebook, window, rivals);
      // A period that repeats has one address and a line for each repetition.
      const alike = form.windows.filter(({ element }) => element === window.element);
      const line = lines.filter(({ element }) => element === window.element)[alike.indexOf(window)];
      expect(line, window.element).toBeDefined();
      if (!line || !unit) continue;
      const [words = '', meaning = ''] = line.text.split(/: (.*)/s);
      const until = readLastMoment(meaning, offset);
      const from = readFirstMoment(meaning, offset);
      const own = readWords(words, offset);
      if (own !== undefined) expect(until, line.text).toBe(own);
      const consequences = (line.lines ?? []).map(({ text }) => text);
      const late = consequences.find((text) => text.startsWith('Gửi muộn'));
      const early = consequences.find((text) => text.startsWith('Gửi sớm hơn'));
      const [, taken] = /đến (.*); sau đó không nhận/.exec(late ?? '') ?? [];
      const lateUntil = taken === undefined ? undefined : readLastMoment(taken, offset);
      const expected = (now: number): string | null => {
        if (from !== undefined && now < from) return early!.includes('không nhận') ? 'error' : 'warning';
        if (until === undefined || now < until) return null;
        if (lateUntil !== undefined) return now < lateUntil ? 'warning' : 'error';
        return late!.includes('không nhận') ? 'error' : 'warning';
      };
      expect(until ?? from, line.text).toBeDefined();
      const submission = {
        rulebook: `${rulebook.id}@${rulebook.version}`,
        form: form.id,
        id: 'a',
        revision: 1,
        unit: { ...unit, name: 'A' },
        ...(window.period !== undefined && { period: window.period }),
      };
      for (const moment of [from, until, lateUntil].filter((value) => value !== undefined)) {
        for (const now of [moment - 1, moment, moment + 1]) {
          const { findings } = check(rulebook, submission, { now: at(now), receiver });
          const severity = findings.find(({ rule }) => rule === 'window')?.severity ?? null;
          expect(severity, `${line.text} · ${late} · ${at(now)}`).toBe(expected(now));
        }
      }
    }
  });
});

const nominations = all.flatMap(({ id, pack, rulebook, told }) =>
  rulebook.forms.flatMap((compiled) => {
    const form = pack.forms.find((entry) => entry.id === compiled.id);
    return form?.type === 'nomination' && compiled.type === 'nomination'
      ? [{ name: `${id} ${form.id}`, form, compiled, rulebook, lines: linesOf(told) }]
      : [];
  }),
);

/** A submission of whom it takes to try a rule out; what else is missing makes findings of its own. */
function judged(
  rulebook: Rulebook,
  form: string,
  unit: Unit,
  rest: Record<string, unknown>,
  options: Pick<CheckOptions, 'now' | 'given'> = { now: '2023-03-24T09:00:00+07:00' },
): readonly string[] {
  const { members, ...others } = rest;
  const submission = {
    rulebook: `${rulebook.id}@${rulebook.version}`,
    form,
    id: 'a',
    revision: 1,
    unit: { ...unit, name: 'A', ...(members !== undefined && { members }) },
    ...others,
  };
  const { findings } = check(rulebook, submission, options);
  return findings.map(({ rule, path }) => `${rule} ${path}`);
}

const MEMBERS = 'số đảng viên, hội viên';

describe.each(nominations)('$name: how many', ({ compiled, rulebook, lines }) => {
  const { quotas, kinds } = compiled.view.nomination;
  test('each quota allows what it tells', () => {
    for (const quota of quotas) {
      const unit = unitOf(
        rulebook,
        quota,
        quotas.filter((other) => other !== quota),
      );
      // Which alternative is open depends on a condition, told in a line of its own.
      if (!unit || quota.anyOf.some(({ label }) => label !== undefined)) continue;
      // A computed number is told in the words of criteria, which are read back there.
      if (amountsOf(quota.anyOf).length > 0) continue;
      const line = lines.find(({ element }) => element === quota.element)!;
      const facts = compiled.view.facts ?? [];
      const bases = [MEMBERS, ...facts.map(({ label }) => inSentence(textIn(label)))];
      const labels = kinds.map(({ label }) => inSentence(textIn(label)));
      const kindLabel = (kind: string): string => labels[kinds.findIndex((entry) => entry.kind === kind)]!;
      const allows = readCounts(line.text, labels, bases);
      const numbers = [...line.text.matchAll(/\d+/g)].map(([number]) => Number(number));
      const isShare = /%|\d\/\d/.test(line.text);
      const ofCases = numbers.filter((number) => number > 99).flatMap((number) => [number - 1, number, number + 1]);
      const sized = isShare ? [0, 1, 24, 49, 50, 51, ...ofCases] : [50];
      for (const size of sized) {
        const around = new Set([0, 1, ...(isShare ? numbers.filter((number) => number < 10) : numbers)].flatMap((number) => [number - 1, number, number + 1])); // prettier-ignore
        for (const [, part, whole = '100'] of line.text.matchAll(/(\d+)(?:%|\/(\d+))/g)) {
          for (const near of [-1, 0, 1, 2]) around.add(Math.floor((Number(part) * size) / Number(whole)) + near);
        }
        const counts = [...around].filter((count) => count >= 0 && count <= 30).sort((one, other) => one - other);
        const tried = kinds
          .slice(0, 3)
          .reduce<Record<string, number>[]>(
            (list, { kind }) => list.flatMap((made) => counts.map((count) => ({ ...made, [kind]: count }))),
            [{}],
          );
        for (const made of tried.filter(
          (_made, place) => tried.length < 400 || place % Math.ceil(tried.length / 400) === 0,
        )) {
          const nominees = Object.entries(made).flatMap(([kind, count]) =>
            Array.from({ length: count }, (_, index) => ({ id: `${kind}-${index}`, kind, name: `${kind} ${index}` })),
          );
          // What is of another type is left out: a value that its schema refuses would end the judging.
          const values = Object.fromEntries(facts.filter(({ type }) => type === 'count').map(({ field }) => [field, size])); // prettier-ignore
          const found = judged(rulebook, compiled.id, unit, { members: size, nominees, facts: values });
          const said = Object.fromEntries(Object.entries(made).map(([kind, count]) => [kindLabel(kind), count]));
          const allowed = allows(said, Object.fromEntries(bases.map((base) => [base, size])));
          const refused = found.includes(`quota/${quota.id} /nominees`);
          expect({ said, size, allowed: !refused }, line.text).toEqual({ said, size, allowed });
        }
      }
    }
  });
});

type Criterion = NonNullable<NominationForm['criteria']>[number];

/** Conditions over the items of a list are not read back yet. */
const isChecked = (criterion: Criterion): boolean =>
  ('field' in criterion || 'require' in criterion) && !JSON.stringify(criterion).includes('"items":');

/** Labels of the fields of some kinds as they stand in a sentence, each with its view. */
function fieldsOf({ view }: RulebookNomination, of: readonly string[] | undefined): Map<string, FieldView> {
  const kinds = view.nomination.kinds.filter(({ kind }) => of === undefined || of.includes(kind));
  return new Map(
    kinds.flatMap(({ fields }) => fields.map((field) => [inSentence(textIn(field.label)), field] as const)),
  );
}

/** A long condition is told as a list; as one sentence again, with each part in brackets. */
function conditionOf({ text, lines = [] }: ExplainedLine): string {
  const [told = '', start = '', all] = /^(.*)có (?:(đủ)|ít nhất một trong) các điều sau/s.exec(text) ?? [];
  const parts = lines.filter(({ label }) => label === undefined || label === 'Phải');
  const [required] = parts;
  if (told === '' || !required) return text;
  const weight = text.slice(told.length);
  const body =
    required.label === 'Phải'
      ? conditionOf({ text: required.text, lines: required.lines ?? [] })
      : parts.map((part) => `(${inSentence(conditionOf(part))})`).join(all === undefined ? ' hoặc ' : ' và ');
  return `${start}${body}${weight}`;
}

function sentenceOf(line: ExplainedLine): string {
  const body = conditionOf(line);
  const asked = line.lines?.find(({ label }) => label === 'Chỉ xét khi');
  if (!asked) return body;
  // The name of a criterion stands before its condition.
  const [, name = '', rest = ''] = /^((?:[^“:]*: )?)(.*)$/s.exec(body)!;
  return `${name}nếu ${conditionOf({ text: asked.text, lines: asked.lines ?? [] })} thì ${inSentence(rest)}`;
}

/** The sentence without those whom it is about and its weight: "nếu … thì …" and what is to hold. */
function parted(text: string, labelled: boolean): { when: string | undefined; body: string } {
  const [, plain = ''] = /^(.*?)(?: \((?:chỉ cảnh báo|chỉ gợi ý), vẫn gửi được\))?$/s.exec(text) ?? [];
  const [, conditional] = /^(?:Đối với [^:]*: |[^“]*?: )?(?:[^“:]*: )?(nếu .*)$/s.exec(plain) ?? [];
  const said = inSentence((conditional ?? plain.replace(/^(?:Đối với [^:]*: )?(?:[^“:]*: )?/s, '')).trim());
  const [, when, body] = /^nếu (.*?) thì (.*)$/s.exec(said) ?? [];
  // A label before the test is a name, and the test stands in brackets.
  const [, test] = labelled ? (/\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/s.exec(body ?? said) ?? []) : [];
  const required = (test ?? body ?? said)
    .replace(/^(?:phải|nên) /, '')
    .replace(
      / (?:phải|nên) (?=từ|không quá|trên|dưới|bằng|là|có|đạt|trước|chậm nhất|không sau|trong|ít nhất|lớn hơn|nhỏ hơn)/,
      ' ',
    );
  return { when, body: required };
}

/** Numbers with decimals are stored as whole ones. */
const scaleOf = ({ type, decimals }: Pick<FieldView, 'type' | 'decimals'>): number =>
  type === 'percent' ? 100 : 10 ** (decimals ?? 0);

const candidates = (
  view: Pick<FieldView, 'type' | 'options' | 'decimals'>,
  numbers: readonly number[],
  days: readonly string[],
): unknown[] => {
  const { type, options = [] } = view;
  if (type === 'date') return [...days];
  if (type === 'yes-no') return [true, false];
  if (['count', 'decimal', 'percent', 'year'].includes(type)) {
    const stored = numbers.map((number) => Math.round(number * scaleOf(view)));
    const near = stored.flatMap((number) => [number - 1, number, number + 1]);
    const [least, most] = type === 'year' ? [1900, 2200] : [0, Infinity];
    return [...new Set(near)].filter((value) => value >= least && value <= most);
  }
  const values = options.map(({ value }) => value);
  if (type === 'choices') return [[], ...values.map((value) => [value]), values.slice(0, 2), values];
  return values;
};

describe.each(nominations)('$name: who', ({ form, compiled, rulebook, lines }) => {
  const criteria = (form.criteria ?? []).filter(isChecked);
  test('each criterion holds where its sentence does', () => {
    for (const criterion of criteria) {
      const element = `${form.id}/criteria/${criterion.id}`;
      const line = lines.find((entry) => entry.element === element)!;
      const ofSlate = 'per' in criterion && criterion.per === 'slate';
      const kinds = compiled.view.nomination.kinds.map(({ kind }) => kind);
      const kindLabel = (kind: string): string =>
        inSentence(textIn(compiled.view.nomination.kinds.find((entry) => entry.kind === kind)!.label));
      const of = (criterion.of ?? kinds).filter((kind) => kinds.includes(kind));
      const fields = fieldsOf(compiled, ofSlate ? undefined : of);
      const facts = (compiled.view.facts ?? []).map((fact) => [inSentence(textIn(fact.label)), fact] as const);
      const givens = form.given ?? [];
      const names: Names = {
        labels: [
          ...fields.keys(),
          ...facts.map(([label]) => label),
          ...givens.map(({ label }) => inSentence(label)),
          MEMBERS,
        ],
        kinds: kinds.map(kindLabel),
        steps: Object.fromEntries([...fields].map(([label, { options = [] }]) => [label, options.map((option) => textIn(option.label))])), // prettier-ignore
        units: rulebook.units.map(({ label }) => textIn(label)),
      };
      const { when, body } = parted(sentenceOf(line), 'field' in criterion && criterion.label !== undefined);
      const asked = when === undefined ? () => true : readCondition(when, names);
      const holds = readCondition(body, names);
      const numbers = [0, ...[...sentenceOf(line).matchAll(NUMBERS)].map(([number]) => numberOf(number))];
      const optionLabel = (view: FieldView, value: unknown): unknown =>
        Array.isArray(value)
          ? value.map((entry) => optionLabel(view, entry))
          : typeof value === 'number'
            ? value / scaleOf(view)
            : typeof value === 'string'
              ? textIn(view.options?.find((option) => option.value === value)?.label ?? value)
              : value;
      const nominee = (
        kind: string,
        pick: (list: readonly unknown[]) => unknown,
      ): { sent: Record<string, unknown>; told: Told } => {
        const own = new Map(compiled.view.nomination.kinds.find((entry) => entry.kind === kind)!.fields.map((view) => [inSentence(textIn(view.label)), view])); // prettier-ignore
        const chosen = [...own].flatMap(([label, view]) => {
          const list = candidates(view, numbers, days);
          const isRead = view.type === 'yes-no' || sentenceOf(line).toLowerCase().includes(label.toLowerCase());
          return isRead && list.length > 0 ? [[label, view, pick(list)] as const] : [];
        });
        return {
          sent: { kind, name: 'A', ...Object.fromEntries(chosen.map(([, { field }, value]) => [field, value])) },
          told: {
            kind: kindLabel(kind),
            values: Object.fromEntries(chosen.map(([label, view, value]) => [label, optionLabel(view, value)])),
          },
        };
      };
      const random = generator(criterion.id.length + 7);
      let days: readonly string[] = [];
      const pick = (list: readonly unknown[]): unknown => list[random(list.length)];
      const groups = rulebook.unitGroups.map(({ id }) => ({ id: 'don-vi', group: id }));
      for (let round = 0; round < ROUNDS; round++) {
        const receipt = RECEIPTS[round % RECEIPTS.length]!;
        days = daysNear(sentenceOf(line), receipt, pick);
        const given = Object.fromEntries(givens.map(({ id, type }) => [id, pick(candidates({ type }, numbers, days))]));
        const unit = groups[round % groups.length]!;
        const group = textIn(rulebook.unitGroups.find(({ id }) => id === unit.group)!.label);
        const made = Array.from({ length: ofSlate ? random(6) : 1 }, () => nominee(pick(ofSlate ? kinds : of) as string, pick)); // prettier-ignore
        const chosenFacts = facts.map(([label, view]) => {
          const value = pick(candidates(view, numbers, days));
          return [label, view.field, value, optionLabel(view, value)] as const;
        });
        const factsSent = Object.fromEntries(chosenFacts.map(([, field, value]) => [field, value]));
        const members = Math.round(pick([0, ...numbers, ...numbers.map((number) => number + 1)]) as number);
        const factsTold = {
          ...Object.fromEntries(chosenFacts.map(([label, , , said]) => [label, said])),
          ...Object.fromEntries(givens.map(({ id, label }) => [inSentence(label), given[id]])),
          [MEMBERS]: members,
          [RECEIPT]: receipt,
        };
        const nominees = made.map(({ sent }, index) => ({ id: `n-${index}`, ...sent }));
        const options = { now: `${receipt}T09:00:00+07:00`, given: given as CheckOptions['given'] };
        const found = judged(rulebook, form.id, unit, { members, nominees, facts: factsSent }, options);
        const list = made.map(({ told }) => ({ ...told, group, values: { ...told.values, ...factsTold } }));
        const told: Told = ofSlate ? { values: factsTold, group, nominees: list } : { ...list[0]!, nominees: list };
        // A list of choices that is empty is due, and not judged.
        if (made.some(({ sent }) => Object.values(sent).some((value) => Array.isArray(value) && value.length === 0)) && !ofSlate && 'field' in criterion) continue; // prettier-ignore
        // Beyond what the field takes, nothing else is judged.
        if (found.some((entry) => entry.startsWith('schema '))) continue;
        const broken = found.some((entry) => entry.startsWith(`criterion/${criterion.id} `));
        const expected = asked(told) && !holds(told);
        expect({ told, broken }, sentenceOf(line)).toEqual({ told, broken: expected });
      }
    }
  });
});

const ROUNDS = 200;
const RECEIPTS = ['2023-03-24', '2024-02-29', '2024-03-31', '2023-03-01', '2024-08-31'];

/** Days around those that a sentence names, some of them a period before or after another. */
function daysNear(text: string, receipt: string, pick: (list: readonly unknown[]) => unknown): string[] {
  const dates = [...text.matchAll(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g)].map(
    ([, day, month, year]) => `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`,
  );
  const lengths = [...text.matchAll(/(\d+) (ngày|tháng|năm)/g)].map(([, many, unit]) => ({ many: Number(many), unit }));
  const moved = (day: string, way: number, { many, unit }: (typeof lengths)[number]): string => {
    const date = new Date(`${day}T00:00:00Z`);
    if (unit === 'ngày') date.setUTCDate(date.getUTCDate() + way * many);
    else date.setUTCMonth(date.getUTCMonth() + way * many * (unit === 'năm' ? 12 : 1));
    return date.toISOString().slice(0, 10);
  };
  const some = (): string => {
    let day = pick([receipt, ...dates]) as string;
    if (lengths.length > 0) day = moved(day, pick([-1, -1, 0, 1]) as number, pick(lengths) as (typeof lengths)[number]);
    return moved(day, pick([-1, 0, 0, 1]) as number, { many: 1, unit: 'ngày' });
  };
  const near = Array.from({ length: 12 }, some);
  return near.filter((day) => day >= '1900-01-01' && day <= '2099-12-31');
}

/** Numbers that look random and are the same in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
