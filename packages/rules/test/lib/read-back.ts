/** What was printed for officers, read as an officer reads it: numbers, bounds and days, and the verdicts they give. */

/** Values of a nominee by the label of the field, of the unit by its facts; `kind` and the names of the groups. */
export interface Told {
  readonly values: Readonly<Record<string, unknown>>;
  readonly kind?: string;
  readonly group?: string;
  readonly unit?: string;
  readonly nominees?: readonly Told[];
}

export type Reading = (told: Told) => boolean;

/** The names that may stand in a sentence. */
export interface Names {
  /** labels of fields and facts, as they stand inside a sentence */
  readonly labels: readonly string[];
  /** labels of kinds of nominee */
  readonly kinds: readonly string[];
  /** labels of the steps of a scale, lowest first, by the label of the field */
  readonly steps: Readonly<Record<string, readonly string[]>>;
  /** names of units */
  readonly units: readonly string[];
}

const NUMBER = String.raw`\d+(?:\.\d{3})*(?:,\d+)?`;
export const NUMBERS = new RegExp(NUMBER, 'g');
export const numberOf = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.'));

const ONE_BOUND = `(?:bằng N|từ N đến N|từ N trở lên|không quá N|trên N|dưới N)`.replaceAll('N', `${NUMBER}(?: ?%)?`);
const BOUNDS = new RegExp(`${ONE_BOUND}(?: và ${ONE_BOUND})?(?![\\p{L}\\d])`, 'gu');

/** "từ 18 đến 30", "trên 9 và dưới 100". */
export function readBounds(text: string): (value: number) => boolean {
  const tests = [...text.matchAll(new RegExp(ONE_BOUND, 'gu'))].map(([bound]) => {
    const [least = 0, most = 0] = [...bound.matchAll(new RegExp(NUMBER, 'g'))].map(([number]) => numberOf(number));
    if (bound.startsWith('bằng')) return (value: number) => value === least;
    if (bound.startsWith('không quá')) return (value: number) => value <= least;
    if (bound.startsWith('trên')) return (value: number) => value > least;
    if (bound.startsWith('dưới')) return (value: number) => value < least;
    return bound.includes(' đến ')
      ? (value: number) => value >= least && value <= most
      : (value: number) => value >= least;
  });
  return (value) => tests.every((test) => test(value));
}

/** A sentence that cannot be read, or may be read in two ways. */
export class UnreadError extends Error {}

/** Marks that take the place of names, and of what was computed from them, so that the words of a name are not taken for those of the sentence. */
const [LABEL, KIND, QUOTE, BOUND, UNIT, SENDER, VALUE, FITS] = ['\ue000', '\ue001', '\ue002', '\ue003', '\ue004', '\ue005', '\ue006', '\ue007']; // prettier-ignore
const END = '\ue00f';

/** Reads a condition as `kl01 explain` prints it, without "nếu". */
export function readCondition(sentence: string, names: Names): Reading {
  const kept: string[] = [];
  const keep = (mark: string, text: string): string => `${mark}${kept.push(text) - 1}${END}`;
  const taken = (text: string, mark: string, list: readonly string[]): string =>
    [...list]
      .sort((one, other) => other.length - one.length)
      .reduce((rest, name) => rest.split(name).join(keep(mark, name)), text);
  // Where days and numbers are computed, the names of what they are computed from are quoted.
  const named = (quoted: string): boolean => names.labels.includes(quoted);
  let text = sentence.replace(/“([^”]*)”/g, (_all, quoted: string) => (named(quoted) ? quoted : keep(QUOTE!, quoted)));
  text = taken(text, UNIT!, names.units);
  // “Đơn vị” may be the label of a field as well.
  text = text.replace(new RegExp(`đơn vị (?=(?:là|không phải là) ${UNIT}|(?:thuộc|không thuộc) )`, 'g'), `${SENDER} `);
  const opposites = names.labels.filter((label) => label.startsWith('đã '));
  for (const label of opposites) text = text.split(`chưa ${label.slice(3)}`).join(`không phải ${label}`);
  text = taken(text, LABEL!, [...names.labels, RECEIPT]);
  text = taken(text, KIND!, names.kinds);
  // Kinds side by side are counted together.
  text = text.replaceAll(`${END} và ${KIND}`, `${END}, ${KIND}`).replaceAll('tổng số', 'số');
  const at = (mark: string): string => `${mark}(\\d+)${END}`;
  const nameAt = (index: string | undefined): string => kept[Number(index)]!;
  const every = (list: string | undefined, mark: string): string[] =>
    [...(list ?? '').matchAll(new RegExp(at(mark), 'g'))].map(([, index]) => nameAt(index));
  const listOf = (mark: string): string => `((?:${at(mark)})(?:(?:, | hoặc | và )(?:${at(mark)}))*)`.replaceAll('(\\d+)', '\\d+'); // prettier-ignore

  const { computed, valueAt, fitAt } = readingOf({
    at,
    named: nameAt,
    listOf,
    every,
    read: (part) => read(bounded(part)),
  });
  const bounded = (part: string): string => computed(part).replace(BOUNDS, (bounds) => keep(BOUND!, bounds));
  const FITTED = `((?:${VALUE}|${LABEL})\\d+${END}|ngày ${DATE})`;

  const leaves: readonly (readonly [RegExp, (match: RegExpExecArray) => Reading])[] = [
    [/^\((.*)\)$/s, ([, inner]) => read(inner!)],
    [
      new RegExp(`^đạt ít nhất (\\d+) trong các điều kiện \\((.*)\\)$`, 's'),
      ([, least, inner]) => {
        const parts = splitOutside(inner!, '; ').map(read);
        return (told) => parts.filter((part) => part(told)).length >= Number(least);
      },
    ],
    [new RegExp('^không thuộc trường hợp (.*)$', 's'), ([, inner]) => not(read(inner!))],
    [
      new RegExp(`^số ${listOf(KIND!)}(?: \\((.*)\\))? ([${BOUND}${FITS}])(\\d+)${END}$`, 's'),
      ([, list, where, mark, bound]) => {
        const kinds = every(list, KIND!);
        const holds = where === undefined ? () => true : read(where);
        const fits: Fit = mark === BOUND ? written(nameAt(bound)) : fitAt(Number(bound));
        return ({ nominees = [], ...unit }) =>
          fits(nominees.filter((nominee) => kinds.includes(nominee.kind!) && holds({ ...unit, ...nominee })).length, {
            ...unit,
            nominees,
          });
      },
    ],
    [new RegExp(`^${SENDER} (?:thuộc nhóm|thuộc một trong các nhóm) ${listOf(QUOTE!)}$`), ([, list]) => ({ group }) => every(list, QUOTE!).includes(group!)], // prettier-ignore
    [new RegExp(`^${SENDER} không thuộc nhóm ${listOf(QUOTE!)}$`), ([, list]) => ({ group }) => !every(list, QUOTE!).includes(group!)], // prettier-ignore
    [
      new RegExp(`^${SENDER} là ${listOf(UNIT!)}$`),
      ([, list]) =>
        ({ unit }) =>
          every(list, UNIT!).includes(unit!),
    ],
    [new RegExp(`^${SENDER} không phải là ${listOf(UNIT!)}$`), ([, list]) => ({ unit }) => !every(list, UNIT!).includes(unit!)], // prettier-ignore
    [new RegExp(`^loại đối tượng là ${listOf(QUOTE!)}$`), ([, list]) => ({ kind }) => every(list, QUOTE!).includes(kind!)], // prettier-ignore
    [
      new RegExp(`^${FITTED} ${FITS}(\\d+)${END}$`),
      ([, value, fits]) => {
        const [known, fit] = [valueAt(value!), fitAt(Number(fits))];
        return (told) => fit(known(told), told);
      },
    ],
    [
      new RegExp(`^${VALUE}(\\d+)${END} ${at(BOUND!)}$`),
      ([, value, bound]) => {
        const [known, fits] = [valueAt(`${VALUE}${value}${END}`), readBounds(nameAt(bound))];
        return (told) => fits(known(told) as number);
      },
    ],
    [
      new RegExp(`^${at(LABEL!)} ${at(BOUND!)}$`),
      ([, label, bound]) => {
        const fits = readBounds(nameAt(bound));
        return ({ values }) => typeof values[nameAt(label)] === 'number' && fits(values[nameAt(label)] as number);
      },
    ],
    [
      new RegExp(`^${at(LABEL!)} đạt (từ )?mức ${at(QUOTE!)}( trở lên)?$`),
      ([, label, orHigher, step]) => {
        const steps = names.steps[nameAt(label)] ?? [];
        const [from, through] = [steps.indexOf(nameAt(step)), orHigher ? steps.length : steps.indexOf(nameAt(step))];
        return ({ values }) => {
          const reached = steps.indexOf(values[nameAt(label)] as string);
          return from >= 0 && reached >= from && reached <= through;
        };
      },
    ],
    [new RegExp(`^${at(LABEL!)} là ${listOf(QUOTE!)}$`), ([, label, list]) => ({ values }) => every(list, QUOTE!).includes(values[nameAt(label)] as string)], // prettier-ignore
    [new RegExp(`^${at(LABEL!)} không phải là ${at(QUOTE!)}$`), ([, label, value]) => ({ values }) => values[nameAt(label)] !== nameAt(value)], // prettier-ignore
    [
      new RegExp(`^${at(LABEL!)} có ${at(QUOTE!)}$`),
      ([, label, value]) =>
        ({ values }) =>
          ((values[nameAt(label)] ?? []) as string[]).includes(nameAt(value)),
    ],
    [new RegExp(`^chọn ${at(QUOTE!)} ở ${at(QUOTE!)}$`), ([, answer, label]) => ({ values }) => values[inSentence(nameAt(label))] === (nameAt(answer) === 'có')], // prettier-ignore
    [new RegExp(`^(?:không|không phải|không được|không nên) ${at(LABEL!)}$`), ([, label]) => ({ values }) => values[nameAt(label)] === false], // prettier-ignore
    [
      new RegExp(`^${at(LABEL!)}$`),
      ([, label]) =>
        ({ values }) =>
          values[nameAt(label)] === true,
    ],
  ];

  function read(part: string): Reading {
    const choices = new RegExp(
      `${at(QUOTE!)}(?:, ${at(QUOTE!)})* hoặc ${at(QUOTE!)}`.replaceAll('(\\d+)', '\\d+'),
      'g',
    );
    const joined = part.replace(choices, (list) => list.replace(' hoặc ', ', '));
    const [any, all] = [splitOutside(joined, ' hoặc '), splitOutside(joined, ' và ')];
    if (any.length > 1 && all.length > 1) throw new UnreadError(`“${sentence}” may be read in two ways`);
    if (any.length > 1) {
      const parts = any.map(read);
      return (told) => parts.some((test) => test(told));
    }
    if (all.length > 1 && !new RegExp(`^số ${listOf(KIND!)}`).test(joined)) {
      const parts = all.map(read);
      return (told) => parts.every((test) => test(told));
    }
    for (const [pattern, reading] of leaves) {
      const match = pattern.exec(joined);
      if (match && isBalanced(joined, pattern)) return reading(match);
    }
    const shown = joined.replaceAll(new RegExp(`[\ue000-\ue004](\\d+)${END}`, 'g'), (_all, index: string) => `“${nameAt(index)}”`); // prettier-ignore
    throw new UnreadError(`“${shown}” of “${sentence}” is not understood`);
  }
  return read(bounded(text));
}

/** What stands for the day of receipt among the values. */
export const RECEIPT = 'ngày cơ quan nhận hồ sơ';

const DATE = String.raw`\d{1,2}/\d{1,2}/\d{4}`;
const LENGTH = String.raw`(\d+) (ngày|tháng|năm)`;
/** A day as people name one, or another some time after it (before it, if below 0). */
interface NamedDay {
  readonly day: string;
  readonly by: number;
  readonly unit: 'days' | 'months';
}
const later = ({ day, by }: NamedDay, many: number, unit = ''): NamedDay => ({
  day,
  by: by + many * (unit === 'năm' ? 12 : 1),
  unit: unit === 'ngày' ? 'days' : 'months',
});
type Known = number | NamedDay | undefined;
type Fit = (value: Known, told: Told) => boolean;
const written = (bounds: string): Fit => {
  const fits = readBounds(bounds);
  return (value) => typeof value === 'number' && fits(value);
};

/**
 * Whether `one` is earlier than `other` (below 0), the same or later. What lies before a day is compared by counting forward
 * from the earlier one, and a month without that day is followed by the first of the next.
 */
export function compareDays(one: NamedDay, other: NamedDay): number {
  const unit = one.by === 0 ? other.unit : one.unit;
  const moved = ({ day, by }: NamedDay, back: number): number => {
    const forward = Math.max(by, 0) + back;
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    if (unit === 'days') return Date.UTC(year, month - 1, date) / 86_400_000 + forward;
    return (year * 12 + month + forward) * 100 + date;
  };
  return moved(one, Math.max(-other.by, 0)) - moved(other, Math.max(-one.by, 0));
}

interface Reader {
  readonly at: (mark: string) => string;
  readonly named: (index: string | undefined) => string;
  readonly listOf: (mark: string) => string;
  readonly every: (list: string | undefined, mark: string) => string[];
  readonly read: (part: string) => Reading;
}

/** Numbers and days that are computed: "hiệu của … và …", "15% … (làm tròn xuống)", "mốc 24 tháng trước ngày nhận". */
function readingOf({ named, listOf, every, read }: Reader) {
  const values: ((told: Told) => Known)[] = [];
  const fits: Fit[] = [];
  const keepValue = (value: (told: Told) => Known): string => `${VALUE}${values.push(value) - 1}${END}`;
  const keepFit = (fit: Fit): string => `${FITS}${fits.push(fit) - 1}${END}`;
  const onDay = (day: unknown): Known => (typeof day === 'string' ? { day, by: 0, unit: 'days' } : undefined);
  const valueAt = (atom: string): ((told: Told) => Known) => {
    const index = atom.slice(1, -1);
    if (atom.startsWith(VALUE!)) return values[Number(index)]!;
    if (atom.startsWith(LABEL!)) {
      return ({ values: told }) => {
        const value = told[named(index)];
        return typeof value === 'number' ? value : onDay(value);
      };
    }
    const [, date, month, year] = /^ngày (\d+)\/(\d+)\/(\d+)$/.exec(atom) ?? [];
    if (date === undefined) return () => numberOf(atom);
    return () => onDay(`${year}-${month!.padStart(2, '0')}-${date.padStart(2, '0')}`);
  };
  const numberAt = (atom: string) => {
    const value = valueAt(atom);
    return (told: Told): number => value(told) as number;
  };
  const NAMED = `(?:${VALUE}|${LABEL})\\d+${END}`;
  const NUMERIC = `(${NAMED}|${NUMBER})`;
  const DAYS = `(${NAMED}|ngày ${DATE})`;
  const round = { 'làm tròn xuống': Math.floor, 'làm tròn lên': Math.ceil, 'làm tròn': Math.round };

  /** "số cá nhân được đề nghị", with those of them whom brackets name. */
  function counts(text: string): string {
    const counted = new RegExp(`số ${listOf(KIND!)} được đề nghị`).exec(text);
    if (!counted) return text;
    const after = text.slice(counted.index + counted[0].length);
    const kinds = every(counted[1], KIND!);
    let [where, rest] = ['', after];
    if (after.startsWith(' (') && !after.startsWith(' (làm tròn')) {
      let [end, depth] = [2, 1];
      for (; depth > 0; end++) depth += after[end] === '(' ? 1 : after[end] === ')' ? -1 : 0;
      [where, rest] = [after.slice(2, end - 1), after.slice(end)];
    }
    const holds = where === '' ? () => true : read(where);
    const value = keepValue(
      ({ nominees = [], ...unit }) =>
        nominees.filter((nominee) => kinds.includes(nominee.kind!) && holds({ ...unit, ...nominee })).length,
    );
    return counts(`${text.slice(0, counted.index)}${value}${rest}`);
  }

  const steps: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
    // What stands in brackets was worked out first.
    [new RegExp(`\\((${VALUE}\\d+${END})\\)`), ([value]) => value!],
    [
      new RegExp(`(${NUMBER}) lần (${NAMED})`),
      ([many, of]) => {
        const value = numberAt(of!);
        return keepValue((told) => numberOf(many!) * value(told));
      },
    ],
    [
      new RegExp(`(${NUMBER})(%|/\\d+) (${NAMED}) \\((làm tròn(?: xuống| lên)?)\\)`),
      ([part, whole, of, rounding]) => {
        const [value, parts] = [numberAt(of!), whole === '%' ? 100 : Number(whole!.slice(1))];
        return keepValue((told) =>
          round[rounding as keyof typeof round]((Math.round(numberOf(part!) * 100) * value(told)) / (parts * 100)),
        );
      },
    ],
    [
      new RegExp(`${NUMERIC} trừ (${NUMBER})`),
      (parts) => {
        const [one, other] = parts.map(numberAt);
        return keepValue((told) => one!(told) - other!(told));
      },
    ],
    [
      new RegExp(`hiệu của ${NUMERIC} và ${NUMERIC}`),
      (parts) => {
        const [one, other] = parts.map(numberAt);
        return keepValue((told) => one!(told) - other!(told));
      },
    ],
    [
      new RegExp(`tổng của ((?:(?:${NAMED}|${NUMBER}), )*(?:${NAMED}|${NUMBER})) và ${NUMERIC}`),
      ([list, last]) => {
        const parts = [...list!.split(', '), last!].map(numberAt);
        return keepValue((told) => parts.reduce((sum, part) => sum + part(told), 0));
      },
    ],
    [
      new RegExp(`mốc ${LENGTH} (sau|trước) ${DAYS}`),
      ([many, unit, way, day]) => {
        const base = valueAt(day!);
        const by = Number(many) * (way === 'sau' ? 1 : -1);
        return keepValue((told) => later(base(told) as NamedDay, by, unit));
      },
    ],
    [
      new RegExp(
        `thời gian từ ${DAYS} đến ${DAYS} (?:từ đủ ${LENGTH} đến chưa đủ ${LENGTH}|chưa đủ ${LENGTH}|từ đủ ${LENGTH} trở lên)`,
      ),
      ([from, to, least, unit, notYet, , only, other, over, another]) => {
        const [begins, ends] = [valueAt(from!), valueAt(to!)];
        const length = unit ?? other ?? another;
        const reached = (many: string, told: Told): boolean =>
          compareDays(later(begins(told) as NamedDay, Number(many), length), ends(told) as NamedDay) <= 0;
        // There is no time from a later day to an earlier one.
        const [low, high] = [least ?? over, notYet ?? only];
        const holds: Fit = (_value, told) =>
          reached('0', told) &&
          (low === undefined || reached(low, told)) &&
          (high === undefined || !reached(high, told));
        return `${keepValue(() => undefined)} ${keepFit(holds)}`;
      },
    ],
  ];
  const ends: readonly (readonly [RegExp, (parts: readonly string[]) => Fit])[] = [
    ...Object.entries({
      bằng: (sign: number) => sign === 0,
      'ít nhất bằng': (sign: number) => sign >= 0,
      'không quá': (sign: number) => sign <= 0,
      'lớn hơn': (sign: number) => sign > 0,
      'nhỏ hơn': (sign: number) => sign < 0,
    }).map(([words, holds]): readonly [RegExp, (parts: readonly string[]) => Fit] => [
      new RegExp(`^${words} ${NUMERIC}$`),
      ([bound]) => {
        const limit = numberAt(bound!);
        return (value, told) => holds((value as number) - limit(told));
      },
    ]),
    ...Object.entries({
      'trước @': (sign: number) => sign < 0,
      'chậm nhất là @': (sign: number) => sign <= 0,
      'từ @ trở đi': (sign: number) => sign >= 0,
      'không sau @': (sign: number) => sign <= 0,
    }).map(([words, holds]): readonly [RegExp, (parts: readonly string[]) => Fit] => [
      new RegExp(`^${words.replace('@', DAYS)}$`),
      ([bound]) => {
        const limit = valueAt(bound!);
        return (value, told) => holds(compareDays(value as NamedDay, limit(told) as NamedDay));
      },
    ]),
    [
      new RegExp(`^từ ${DAYS} đến hết ${DAYS}$`),
      (parts) => {
        const [from, through] = parts.map(valueAt);
        return (value, told) =>
          compareDays(value as NamedDay, from!(told) as NamedDay) >= 0 &&
          compareDays(value as NamedDay, through!(told) as NamedDay) <= 0;
      },
    ],
    [
      new RegExp(`^trong ${LENGTH} (kể từ|trước) ${DAYS}$`),
      ([many, unit, way, day]) => {
        const [by, base] = [Number(many), valueAt(day!)];
        return (value, told) => {
          const [tested, known] = [value as NamedDay, base(told) as NamedDay];
          const [first, last] = way === 'kể từ' ? [known, tested] : [tested, known];
          return compareDays(first, last) <= 0 && compareDays(last, later(first, by, unit)) <= 0;
        };
      },
    ],
  ];
  const END_OF =
    `(?:(?:bằng|ít nhất bằng|không quá|lớn hơn|nhỏ hơn) (?:${NAMED}|${NUMBER})|trước ${DAYS}|chậm nhất là ${DAYS}|từ ${DAYS} trở đi|không sau ${DAYS}|từ ${DAYS} đến hết ${DAYS}|trong ${LENGTH} (?:kể từ|trước) ${DAYS})`.replaceAll(
      /\((?!\?)/g,
      '(?:',
    );
  const ENDS = new RegExp(
    `(?<=(?:${NAMED}|${KIND}\\d+${END}|\\)|ngày ${DATE}) )${END_OF}(?: và ${END_OF})*(?![\\p{L}\\d%/])`,
    'gu',
  );
  const isComputed = new RegExp(`${VALUE}|${LABEL}|ngày`);

  function computed(text: string): string {
    let rest = counts(text);
    for (;;) {
      const step = steps.find(([pattern]) => pattern.test(rest));
      if (!step) break;
      const found = step[0].exec(rest)!;
      rest = `${rest.slice(0, found.index)}${step[1](found.slice(1))}${rest.slice(found.index + found[0].length)}`;
    }
    return rest.replace(ENDS, (said) => {
      if (!isComputed.test(said)) return said;
      const tests = said.split(' và ').map((part) => {
        const end = ends.find(([pattern]) => pattern.test(part));
        if (!end) throw new UnreadError(`“${part}” is not understood`);
        return end[1](end[0].exec(part)!.slice(1));
      });
      return keepFit((value, told) => tests.every((test) => test(value, told)));
    });
  }
  return { computed, valueAt, fitAt: (index: number): Fit => fits[index]! };
}

const not =
  (test: Reading): Reading =>
  (told) =>
    !test(told);

/** "(a) và (b)" begins and ends with brackets, but not with those of one part. */
const isBalanced = (text: string, { source }: RegExp): boolean =>
  !source.startsWith('^\\((') || splitOutside(text.slice(1, -1), ')').length === 1;

function splitOutside(text: string, by: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (depth === 0 && text.startsWith(by, at)) {
      parts.push(text.slice(from, at));
      from = at + by.length;
      at = from - 1;
    } else if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
  }
  return [...parts, text.slice(from)];
}

export const inSentence = (label: string): string =>
  /^\p{Lu}(\p{Ll}|\s)/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** "02", "01–03", "không quá 02", "tổng cộng 05, cả …", shares, joined by "và" and "hoặc": how many of each kind. */
export function readCounts(
  sentence: string,
  kinds: readonly string[],
  bases: readonly string[],
): (counts: Readonly<Record<string, number>>, base: Readonly<Record<string, number>>) => boolean {
  const held = bases.reduce((rest, base, at) => rest.split(base).join(`\ue000${at}`), sentence);
  const kind = kinds.map((label) => label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const list = `(?:${kind})(?:, (?:${kind}))*`;
  /** "tập thể, cá nhân và hộ gia đình" */
  const together = (pattern: string): string => pattern.replace('@', `${list}(?: và (?:${kind}))?`);
  const listed = (of: string): string => of.replace(' và ', ', ');
  // Kinds side by side are counted together; a range of shares is one bound.
  const text = held
    .replaceAll(new RegExp(`(?<=(?:${kind})) hoặc (?=(?:${kind})(?![^ ]))`, 'g'), ', ')
    .replaceAll(/(ít nhất [^;]*?) và không quá/g, '$1 ~ không quá')
    .replaceAll(
      new RegExp(together(`tổng cộng ([^;,]*), cả (@)`), 'g'),
      (_all, said: string, of: string) => `tổng cộng ${said} ${listed(of)}`,
    ) // prettier-ignore
    .replaceAll(new RegExp(together('tổng số (@)'), 'g'), (_all, of: string) => `${listed(of)} tổng cộng`)
    .replaceAll(new RegExp(together('(@)(?= \\(không ấn định)'), 'g'), (_all, of: string) => listed(of));
  const number = new RegExp(`^(tổng cộng )?(không quá |ít nhất |đúng )?(\\d+)(?:–(\\d+))? (${list})$`);
  const amount = String.raw`(\d+)(?:(%|/\d+) \ue000(\d+) \((làm tròn(?: xuống| lên)?)\))?`;
  const share = new RegExp(`^(${list})(?: tổng cộng)?((?:(?: ~)? (?:không quá|ít nhất bằng|ít nhất|bằng) ${amount.replaceAll(/\((?=\\d|%|làm)/g, '(?:')})+)$`); // prettier-ignore
  const bounds = new RegExp(`(không quá|ít nhất bằng|ít nhất|bằng) ${amount}`, 'g');
  const any = new RegExp(`^(${list}) \\(không ấn định số lượng\\)$`);
  const round = { 'làm tròn xuống': Math.floor, 'làm tròn lên': Math.ceil, 'làm tròn': Math.round };
  type Count = { of: string[]; fits: (count: number, base: Readonly<Record<string, number>>) => boolean };
  const countOf = (part: string): Count => {
    const numbered = number.exec(part);
    if (numbered) {
      const [, , bound = '', from, through, of] = numbered;
      const [least, most] = [Number(from), Number(through ?? from)];
      return {
        of: of!.split(', '),
        fits: (count) =>
          bound === 'không quá '
            ? count <= least
            : bound === 'ít nhất '
              ? count >= least
              : count >= least && count <= most,
      };
    }
    const shared = share.exec(part);
    if (shared) {
      const tests = [...shared[2]!.matchAll(bounds)].map(([, bound, number, part = '%', base, rounding]) => {
        const limit = (values: Readonly<Record<string, number>>): number =>
          base === undefined
            ? Number(number)
            : round[rounding as keyof typeof round]((Number(number) * values[bases[Number(base)]!]!) / (part === '%' ? 100 : Number(part.slice(1)))); // prettier-ignore
        return (count: number, values: Readonly<Record<string, number>>): boolean =>
          bound === 'không quá' ? count <= limit(values) : bound === 'bằng' ? count === limit(values) : count >= limit(values); // prettier-ignore
      });
      return { of: shared[1]!.split(', '), fits: (count, values) => tests.every((test) => test(count, values)) };
    }
    const free = any.exec(part);
    if (free) return { of: free[1]!.split(', '), fits: () => true };
    throw new UnreadError(`“${part}” of “${sentence}” is not understood`);
  };
  const partsOf = (said: string) => (said === 'không đề nghị' ? [] : said.split(/ và |; /).map(countOf));
  // An alternative may be open only in a case, which tells how many members: "đơn vị dưới 200 đảng viên: 01 cá nhân".
  const between = /: /.test(text) ? / hoặc |; / : /;? hoặc /;
  // Parts of an alternative that follow a stronger mark belong to the case before.
  const cases = text.split(between).reduce<string[]>((list, said) => {
    const isPart = /: /.test(text) && !/: /.test(said) && list.length > 0;
    return isPart ? [...list.slice(0, -1), `${list.at(-1)!}; ${said}`] : [...list, said];
  }, []);
  const alternatives = cases.map((said) => {
    const [, label, rest] = /^([^:]*): (.*)$/s.exec(said) ?? [];
    const open = label === undefined ? () => true : readBounds(label.replace(/(từ \d+) .* (trở lên)/, '$1 $2'));
    return { open, parts: partsOf(rest ?? said) };
  });
  return (counts, base) =>
    alternatives.some(({ open, parts }) => {
      if (!open(base[bases[0]!]!)) return false;
      const named = new Set(parts.flatMap(({ of }) => of));
      return (
        kinds.every((label) => named.has(label) || (counts[label] ?? 0) === 0) &&
        parts.every(({ of, fits }) =>
          fits(
            of.reduce((sum, label) => sum + (counts[label] ?? 0), 0),
            base,
          ),
        )
      );
    });
}

/** The moments that a printed window names, in minutes since 1970; `offset` is in minutes east of UTC. */
export interface ReadWindow {
  readonly from?: number;
  readonly until?: number;
}

const DAY = String.raw`(?:(?:Chủ nhật|thứ \p{L}+), )?(\d{1,2})/(\d{1,2})/(\d{4})`;
const CLOCK = String.raw`(\d{1,2}) giờ(?: (\d{2}))?`;
const minutes = (day = '', month = '', year = '', hour = '0', minute = '0', offset = 0): number =>
  Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) / 60_000 - offset;
const DAY_MINUTES = 1440;

/** What is said after the directive's own words: "hạn cuối là hết ngày thứ Năm, 30/3/2023". */
export function readLastMoment(text: string, offset: number): number | undefined {
  const whole = new RegExp(`hết ngày ${DAY}`, 'u').exec(text);
  if (whole) return minutes(whole[1], whole[2], whole[3], '0', '0', offset) + DAY_MINUTES;
  const day = new RegExp(`trong cả ngày ${DAY}`, 'u').exec(text);
  if (day) return minutes(day[1], day[2], day[3], '0', '0', offset) + DAY_MINUTES;
  const clock = new RegExp(`(hết|trước) ${CLOCK}, ${DAY}`, 'u').exec(text);
  if (!clock) return undefined;
  const [, word, hour, minute = '0', date, month, year] = clock;
  return minutes(date, month, year, hour, minute, offset) + (word === 'hết' ? 1 : 0);
}

/** "nhận từ ngày thứ Hai, 20/3/2023", "từ 8 giờ, thứ Hai, 02/3/2023". */
export function readFirstMoment(text: string, offset: number): number | undefined {
  const clock = new RegExp(`từ ${CLOCK}, ${DAY}`, 'u').exec(text);
  if (clock) return minutes(clock[3], clock[4], clock[5], clock[1], clock[2] ?? '0', offset);
  const day = new RegExp(`(?:từ ngày|trong cả ngày) ${DAY}`, 'u').exec(text);
  return day ? minutes(day[1], day[2], day[3], '0', '0', offset) : undefined;
}

/** The directive's own words: "trước ngày 31/3/2023", "chậm nhất 17 giờ ngày 31/3/2023", "đến hết ngày …". */
export function readWords(text: string, offset: number): number | undefined {
  const match = new RegExp(`(trước|chậm nhất|đến hết) (?:${CLOCK} )?ngày ${DAY}`, 'iu').exec(text);
  if (!match) return undefined;
  const [, word, hour, minute = '0', day, month, year] = match;
  const at = minutes(day, month, year, hour ?? '0', minute, offset);
  if (word!.toLowerCase() === 'trước') return at;
  return at + (hour === undefined ? DAY_MINUTES : 1);
}
