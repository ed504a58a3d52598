import { answerInWords, holds, textIn, type Answered, type FieldType, type FieldView } from '@kl01/rules';
import type { Align, Block, Inline } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { withoutEnding } from '../../text/without-ending.js';
import { shortDate } from './dates.js';
import type { Members } from './facts.js';
import { listOf, textOf } from './text.js';

/** How documents print answers of one type. */
interface Printing {
  /** the printed form of a value; undefined if unknown */
  readonly inWords: (value: unknown, field: Answered) => string | undefined;
  /** a column of the list of nominees; what is only for judging has none */
  readonly listed?: Align;
}

const labelOf = (chosen: unknown, { options = [] }: Answered) => {
  const option = options.find((known) => known.value === chosen);
  return option && textIn(option.label);
};

const said = (value: unknown, field: Answered) => (typeof value === 'number' ? answerInWords(field, value) : undefined);

/** Each type of field. */
export const printing: Readonly<Record<FieldType, Printing>> = {
  text: { inWords: textOf, listed: 'left' },
  'long-text': { inWords: textOf, listed: 'left' },
  phone: { inWords: textOf, listed: 'center' },
  'yes-no': { inWords: (value) => (typeof value === 'boolean' ? (value ? words.yes : words.no) : undefined) },
  choice: { inWords: labelOf },
  choices: {
    inWords: (value, field) =>
      listOf(value)
        .flatMap((chosen) => labelOf(chosen, field) ?? [])
        .join('; ') || undefined,
  },
  rating: { inWords: labelOf },
  count: { inWords: (value) => (typeof value === 'number' ? String(value) : undefined), listed: 'center' },
  email: { inWords: textOf, listed: 'left' },
  decimal: { inWords: said, listed: 'center' },
  percent: { inWords: said, listed: 'center' },
  year: { inWords: said, listed: 'center' },
  date: { inWords: shortDate, listed: 'center' },
  // One item a line.
  list: {
    inWords: (value, field) =>
      listOf(value)
        .map((item) => answerInWords(field, [item]))
        .join('\n') || undefined,
    listed: 'left',
  },
};

export const fieldInWords = (field: FieldView, value: unknown): string | undefined =>
  printing[field.type].inWords(value, field);

/**
 * A line "Họ và tên: …" for each field that applies; long texts are printed elsewhere.
 *
 * @param item the owner of the fields
 */
export function fieldLines(fields: readonly FieldView[], item: Members, submission: Members): Block[] {
  return fields.flatMap((view): Block[] => {
    if (view.type === 'long-text' || !holds(view.when, { submission, item })) return [];
    const label = withoutEnding(textIn(view.label), /[:?\s]/);
    // Yes-or-no fields, such as Party membership, print only if true.
    if (view.type === 'yes-no') return item[view.field] === true ? [{ kind: 'dash', level: 1, inlines: [label] }] : [];
    const value = fieldInWords(view, item[view.field]);
    if (value === undefined && view.optional) return [];
    if (view.type === 'list' && value !== undefined) return listLines(label, value);
    const answer: Inline = value ?? { unknown: 24 };
    return [{ kind: 'dash', level: 1, inlines: [`${label}: `, answer] }];
  });
}

/** The items of a list, one line each below its label. */
const listLines = (label: string, items: string): Block[] => [
  { kind: 'dash', level: 1, inlines: [`${label}:`], withNext: true },
  ...items.split('\n').map((item): Block => ({ kind: 'dash', level: 2, inlines: [item] })),
];

/** "Trần Văn Mẫu, Bí thư Chi bộ, Đảng bộ phường A" */
export function nomineeInWords(nominee: Members): Inline[] {
  const known = ['name', 'position', 'workplace'].flatMap((field) => textOf(nominee[field]) ?? []);
  return known.length > 0 ? [known.join(', ')] : [{ unknown: 40 }];
}
