import type { Limits, Logic, NeededType, Schema } from '../rulebook.js';
import type { Lang } from '../text.js';

/**
 * Everything the package has to know of a type of field. A new type is one file beside this one, a line in
 * `field-types.ts` and its words in `strings/`.
 */
export interface FieldTypeParts {
  /** the type that rules require of a value before they read it */
  readonly needs: NeededType;
  /** schema of an answer; no answer is null. A list's is made of its fields' */
  readonly schema: (field: Limits) => Schema;
  /** length of a text in characters, unless the field says less */
  readonly maxLength?: number;
  /** whether the value at a path is an answer; unless said, whatever is not null */
  readonly filled?: (path: string) => Logic;
  /** how conditions and criteria may test it */
  readonly tests: readonly Test[];
  /** members of a field's definition that limit its answers */
  readonly limits?: readonly Limit[];
  /** where its options stand: in the field, which must have them, or in a scale of the pack */
  readonly options?: 'own' | 'scale';
  /** several of its options may be chosen */
  readonly several?: true;
  /** every value that an answer may have, where these are few */
  readonly values?: (field: Limits) => readonly unknown[];
  /** what is stored for one, where numbers are stored as whole numbers: 10 for a decimal with one digit */
  readonly scale?: (field: Limits) => number;
  /** an answer for people; undefined for a value that does not fit the type */
  readonly inWords?: (value: unknown, field: Limits, lang: Lang) => string | undefined;
}

/** `range` is of numbers, of `days`, or of the number of `items`. */
export type Limit = 'range' | 'days' | 'items' | 'length' | 'mask' | 'decimals' | 'fields';

/** One test of a value, as a pack writes it. */
export interface Test {
  readonly name:
    | 'is'
    | 'in'
    | 'has'
    | 'atLeast'
    | 'atMost'
    | 'above'
    | 'below'
    | 'before'
    | 'noLaterThan'
    | 'from'
    | 'through'
    | 'within';
  readonly fits: (value: unknown) => boolean;
  readonly example: string;
}
