import { holds, textIn, type FieldView } from '@kl01/rules';
import type { Block, Inline } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { withoutEnding } from '../../text/without-ending.js';
import { shortDate } from './dates.js';
import type { Members } from './facts.js';
import { listOf, textOf } from './text.js';

/** The printed form of a value, by the type of its field; undefined if unknown. */
export function fieldInWords({ type, options = [] }: FieldView, value: unknown): string | undefined {
  const labelOf = (chosen: unknown) => {
    const option = options.find((known) => known.value === chosen);
    return option && textIn(option.label);
  };
  switch (type) {
    case 'date':
      return shortDate(value);
    case 'count':
      return typeof value === 'number' ? String(value) : undefined;
    case 'yes-no':
      return typeof value === 'boolean' ? (value ? words.yes : words.no) : undefined;
    case 'choice':
    case 'rating':
      return labelOf(value);
    case 'choices':
      return (
        listOf(value)
          .flatMap((chosen) => labelOf(chosen) ?? [])
          .join('; ') || undefined
      );
    default:
      return textOf(value);
  }
}

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
    const answer: Inline = value ?? { unknown: 24 };
    return [{ kind: 'dash', level: 1, inlines: [`${label}: `, answer] }];
  });
}

/** "Trần Văn Mẫu, Bí thư Chi bộ, Đảng bộ phường A" */
export function nomineeInWords(nominee: Members): Inline[] {
  const known = ['name', 'position', 'workplace'].flatMap((field) => textOf(nominee[field]) ?? []);
  return known.length > 0 ? [known.join(', ')] : [{ unknown: 40 }];
}
