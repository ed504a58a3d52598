import type { FieldType } from '../rulebook.js';
import { vocabulary } from '../strings/vocabulary.js';

/** The type of a field as a pack lists it: its own, that of the word in the shared vocabulary, or text. */
export function typeOfField({ field, type }: { field: string; type?: FieldType | undefined }): FieldType {
  return type ?? (Object.hasOwn(vocabulary.fields, field) ? vocabulary.fields[field]!.type : 'text');
}
