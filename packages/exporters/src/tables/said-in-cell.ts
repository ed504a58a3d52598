import type { ReadValue } from '../xlsx/read-sheet.js';

/** A cell value as text: dates as `2023-04-10`, numbers with a decimal comma. */
export const asText = (value: ReadValue): string => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? '');
};

const MOST_LETTERS = 120;

/** Shortens a text for quotation in a message. */
export const shortened = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
