/**
 * What a paragraph is: every paragraph of every document has one of these names. A document says the name, a layout how
 * it looks, and writers carry it into the file: styles of a Word file, classes of a page.
 *
 * Each is based on another, whose look it has but for what a layout says of it; a layout that sets the text in other
 * lines so sets its headings and dashes too.
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

/** `normal` is what all others come from, and no more: what no document says. */
export type StyleName = keyof typeof basedOn | 'normal';

/** The style that one is based on; none: `normal` itself. */
export const baseOf = (name: StyleName): StyleName | undefined => (name === 'normal' ? undefined : basedOn[name]);

/** In the order of reading. */
export const styleNames: readonly StyleName[] = ['normal', ...(Object.keys(basedOn) as (keyof typeof basedOn)[])];

/** What a word is within its paragraph. */
export type TextStyleName = 'strong' | 'emphasis' | 'addressees-label';

/** What documents call their paragraphs: all that is neither a heading nor a dash nor part of a block of its own. */
export type ParagraphName =
  | 'body'
  | 'lead-in'
  | 'after-table'
  | 'note'
  | 'unit-name'
  | 'table-title'
  | 'table-caption'
  | 'table-note'
  | 'table-sum';
