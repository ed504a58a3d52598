import type { Cell, Inline } from '../../model/document.js';
import { words } from '../../strings/document-words.js';

/** A value as text; undefined if it is blank or not a string. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The members of a value; empty if it is not an object. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The text, or a dotted line about this many characters wide. */
export const orUnknown = (text: string | undefined, letters: number): Inline => text ?? { unknown: letters };

/** A cell of a table with one line. */
export const textCell = (text: Inline): Cell => ({ lines: [[text]] });

/** Fills the `{name}` placeholders of a sentence with inlines; all must be given. */
export function sentence(template: string, parts: Readonly<Record<string, Inline | readonly Inline[]>>): Inline[] {
  return template.split(/\{([a-z]+)\}/i).flatMap((piece, index): readonly Inline[] => {
    if (index % 2 === 0) return piece ? [piece] : [];
    const part = parts[piece];
    if (part === undefined)
      throw new TypeError(`The sentence "${template}" has a place that nothing is given for: ${piece}`);
    return isList(part) ? part : [part];
  });
}

const isList = (part: Inline | readonly Inline[]): part is readonly Inline[] => Array.isArray(part);

/** "a", "a và b", "a, b và c" */
export function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return parts.slice(0, -1).join(', ') + words.va + parts[parts.length - 1];
}

export const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

export const isAllCapitals = (text: string) => text === text.toLocaleUpperCase('vi');

/** At least two digits, as in official documents, "01 tập thể"; zero is "0". */
export const counted = (count: number) => (count === 0 ? '0' : String(count).padStart(2, '0'));

/** "I", "II" … for the groups of a list. */
export function romanOf(index: number): string {
  let left = index + 1;
  return ROMAN.map(([letters, value]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return letters.repeat(times);
  }).join('');
}

const ROMAN = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;
