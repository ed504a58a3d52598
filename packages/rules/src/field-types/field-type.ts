import type { FieldView, Logic, NeededType, Schema } from '../rulebook.js';
import type { Lang } from '../text.js';

/** What a type reads of the field it is the type of. */
export interface Answerable {
  readonly options?: FieldView['options'] | undefined;
}

/**
 * Everything the package has to know of a type of field. A new type is one file beside this one, a line in
 * `field-types.ts` and its words in `strings/`.
 */
export interface FieldTypeParts {
  /** the type that rules require of a value before they read it */
  readonly needs: NeededType;
  /** schema of an answer; no answer is null */
  readonly schema: (field: Answerable) => Schema;
  /** length of a text in characters, as in the schema */
  readonly maxLength?: number;
  /** whether the value at a path is an answer; unless said, whatever is not null */
  readonly filled?: (path: string) => Logic;
  /** how conditions and criteria may test it */
  readonly tests: readonly Test[];
  /** where its options stand: in the field, which must have them, or in a scale of the pack */
  readonly options?: 'own' | 'scale';
  /** several of its options may be chosen */
  readonly several?: true;
  /** every value that an answer may have, where these are few */
  readonly values?: (field: Answerable) => readonly unknown[];
  /** an answer for people; undefined for a value that does not fit the type */
  readonly inWords?: (value: unknown, field: Answerable, lang: Lang) => string | undefined;
}

/** One test of a value, as a pack writes it. */
export interface Test {
  readonly name: 'is' | 'in' | 'has' | 'atLeast' | 'atMost' | 'above' | 'below';
  readonly fits: (value: unknown) => boolean;
  readonly example: string;
}
