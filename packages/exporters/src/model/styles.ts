/**
 * Paragraph styles: every paragraph of a document has one of these names. Documents use the name, layouts define the
 * look, and writers carry it into the file as Word styles or CSS classes.
 *
 * Each inherits from its base style except for what a layout overrides, so a layout that changes the line height of the
 * text also changes headings and dashes.
 */
export const basedOn = {
  body: 'normal',
  dash: 'body',
  'sub-dash': 'dash',
  'lead-in': 'body',
  'after-table': 'body',
  note: 'body',
  'unit-name': 'body',

  title: 'normal',
  subject: 'normal',
  'title-note': 'subject',
  'title-end': 'subject',
  'heading-1': 'body',
  'heading-2': 'heading-1',
  'heading-3': 'heading-2',

  addressees: 'normal',
  'addressees-head': 'normal',
  addressee: 'normal',

  'table-title': 'body',
  'table-measure': 'body',
  'table-caption': 'body',
  'table-head': 'table-cell',
  'table-cell': 'normal',
  'table-group': 'table-cell',
  'table-note': 'normal',
  'table-sum': 'body',

  'letterhead-superior': 'normal',
  'letterhead-issuer': 'letterhead-superior',
  'letterhead-mark': 'letterhead-superior',
  'letterhead-title': 'normal',
  'letterhead-motto': 'letterhead-title',
  'letterhead-number': 'normal',
  'letterhead-subject': 'letterhead-number',
  'letterhead-date': 'normal',

  'recipients-head': 'normal',
  recipient: 'normal',
  authority: 'normal',
  'signer-post': 'authority',
  'signature-note': 'normal',
  signer: 'normal',

  rule: 'normal',
  'page-number': 'normal',
} as const satisfies { readonly [name: string]: string };

/** `normal` is only the root of all styles; documents never use it. */
export type StyleName = keyof typeof basedOn | 'normal';

/** The base of a style; undefined for `normal`. */
export const baseOf = (name: StyleName): StyleName | undefined => (name === 'normal' ? undefined : basedOn[name]);

/** In reading order. */
export const styleNames: readonly StyleName[] = ['normal', ...(Object.keys(basedOn) as (keyof typeof basedOn)[])];

/** Text styles within a paragraph. */
export type TextStyleName = 'strong' | 'emphasis' | 'addressees-label';

/** Styles of plain paragraphs: all except headings, dashes and parts of other blocks. */
export type ParagraphName =
  | 'body'
  | 'lead-in'
  | 'after-table'
  | 'note'
  | 'unit-name'
  | 'table-title'
  | 'table-caption'
  | 'table-measure'
  | 'table-note'
  | 'table-sum';
