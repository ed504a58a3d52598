/** Arithmetic as findings and `kl01 explain` print it, worked out as people read it, without the pack. */

/** What a sentence may read of the cells around the one that is judged. */
export interface Cells {
  /** the number of a column in a row; without one, in the row that is judged */
  readonly cell: (column: string | undefined, row?: string) => number;
  readonly total: (column: string) => number;
  readonly fact: (label: string) => number | undefined;
  /** columns of numbers but the one that is judged */
  readonly others: readonly string[];
}

type Words = Readonly<
  Record<'row' | 'otherRow' | 'total' | 'rows' | 'columns' | 'others' | 'times' | 'of' | 'and', RegExp>
>;

const WORDS: Readonly<Record<'vi' | 'en', Words>> = {
  vi: {
    row: /^ dòng /,
    otherRow: /^số ở dòng /,
    total: /^tổng cột /,
    rows: /^tổng các dòng /,
    columns: /^tổng các cột (?=“)/,
    others: /^tổng các cột số còn lại/,
    times: /^(\d+) lần /,
    of: /^(\d+)(%|\/\d+) (?:của )?/,
    and: /^(?:, | và )(?=“)/,
  },
  en: {
    row: /^ of row /,
    otherRow: /^the number of row /,
    total: /^the total of /,
    rows: /^the sum of rows /,
    columns: /^the sum of columns (?=“)/,
    others: /^the sum of all other number columns/,
    times: /^(\d+) times /,
    of: /^(\d+)(%|\/\d+) of /,
    and: /^(?:, | and )(?=“)/,
  },
};

/** The number that a phrase stands for; products before sums, from left to right, brackets first. */
export function readArithmetic(text: string, lang: 'vi' | 'en', cells: Cells): number {
  const words = WORDS[lang];
  let rest = text;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = rest.slice(found[0].length);
    return found;
  };
  const name = (): string => {
    const found = take(/^“([^”]*)”/);
    if (!found) throw new Error(`“${rest}” of “${text}” is not understood`);
    return found[1]!;
  };
  const names = (): string[] => {
    const list = [name()];
    while (take(words.and)) list.push(name());
    return list;
  };
  const added = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
  const sum = (): number => {
    let value = product();
    for (let sign = take(/^ ([+−]) /); sign; sign = take(/^ ([+−]) /)) value += (sign[1] === '+' ? 1 : -1) * product();
    return value;
  };
  const product = (): number => {
    const share = take(words.of);
    if (share) return (Number(share[1]) * product()) / (share[2] === '%' ? 100 : Number(share[2]!.slice(1)));
    const times = take(words.times);
    if (times) return Number(times[1]) * product();
    if (take(/^\(/)) {
      const value = sum();
      if (!take(/^\)/)) throw new Error(`“${rest}” of “${text}” should close a bracket`);
      return value;
    }
    if (take(words.otherRow)) return cells.cell(undefined, name());
    if (take(words.total)) return cells.total(name());
    if (take(words.rows)) return added(names().map((row) => cells.cell(undefined, row)));
    if (take(words.columns)) return added(names().map((column) => cells.cell(column)));
    if (take(words.others)) return added(cells.others.map((column) => cells.cell(column)));
    const number = take(/^-?[\d.,]+/);
    if (number) return Number(lang === 'vi' ? number[0].replaceAll('.', '').replace(',', '.') : number[0]);
    const label = name();
    return cells.fact(label) ?? (take(words.row) ? cells.cell(label, name()) : cells.cell(label));
  };
  const value = sum();
  if (rest !== '') throw new Error(`“${rest}” of “${text}” is left over`);
  return value;
}
