import type { ReadValue } from '../xlsx/read-sheet.js';

/** What stands in a cell, as a text; a date as `2023-04-10`, a number with a comma before its fraction. */
export const asText = (value: ReadValue): string => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? '');
};

const MOST_LETTERS = 120;

/** As much of a text as a message quotes. */
export const shortened = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
