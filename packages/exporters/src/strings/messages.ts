import type { NumberDoubt } from '@kl01/rules/reading';

/** Messages for the caller. Documents are always Vietnamese: their texts are in `document-words.ts`. */
export interface Messages {
  documents: Record<
    | 'to-trinh'
    | 'danh-sach-trich-ngang'
    | 'bao-cao-thanh-tich'
    | 'tom-tat-thanh-tich'
    | 'bien-ban'
    | 'bao-cao'
    | 'phu-luc'
    | 'ke-hoach'
    | 'tong-hop'
    | 'de-xuat'
    | 'phieu-tiep-nhan'
    | 'don-doc'
    | 'ho-so'
    | 'lich-thoi-han'
    | 'dien-giai'
    | 'bieu-mau',
    string
  >;
  /** what documents are made from */
  origins: Record<
    | 'nomination'
    | 'nominations'
    | 'report'
    | 'plan'
    | 'received'
    | 'consolidation'
    | 'review'
    | 'rulebook'
    | 'explanation',
    string
  >;
  errors: {
    document: (id: string, known: string) => Problem;
    format: (id: string, document: string, known: string) => Problem;
    form: (id: string, known: string) => Problem;
    formType: (document: string, wanted: string, known: string) => Problem;
    twoForms: (one: string, other: string) => Problem;
    rulebook: (named: string, given: string) => Problem;
    submission: Problem;
    layout: (id: string, known: string, where: string) => Problem;
    noLibreOffice: Problem;
    libreOfficeFailed: (reason: string) => Problem;
    /** `of`: name of a sheet, or of a file within an archive */
    tooLarge: (limit: 'rows' | 'columns' | 'files' | 'bytes', of: string) => Problem;
    workbook: Record<'no-xlsx' | 'too-large' | 'damaged' | 'no-about', Problem>;
    /** a form that is no nomination, where one is imported */
    notNomination: (form: string) => Problem;
    wordFile: Record<'no-docx' | 'old-word' | 'encrypted' | 'damaged' | 'too-large', Problem>;
    template: Record<'no-docx' | 'too-large' | 'damaged', Problem> & {
      /** what a program would run, fetch or embed on opening it, and in which part */
      dangers: (found: readonly TemplateDanger[]) => Problem;
    };
  };
  notices: {
    unknown: (parts: readonly UnknownPart[]) => string;
    cleaned: (count: number) => string;
    /** private-use characters, which only one font can display, with the code of the first one */
    'private-signs': (count: number, first: string) => string;
    'no-nominees': () => string;
    'no-tables': () => string;
    guarded: (count: number) => string;
    cut: (count: number) => string;
    'left-out': (parts: readonly string[]) => string;
    'file-missing': (count: number) => string;
    'file-changed': (count: number) => string;
    'too-long': (name: string, pages: number, taken: number) => string;
    /** names in a template that mean nothing in the form */
    'unknown-places': (written: readonly string[]) => string;
    /** beginnings without an end, ends without a beginning */
    'unpaired-places': (written: readonly string[]) => string;
  };
  unknown: Record<
    'superior' | 'issuer' | 'number' | 'symbol' | 'place' | 'date' | 'title' | 'signer' | 'recipients',
    string
  >;
  /** problems of an imported Word file */
  word: {
    left: (text: string) => string;
    unread: (part: string) => string;
    doubt: (label: string, text: string) => string;
    legacy: (label: string, encoding: string) => string;
  };
  /** problems of an imported workbook that need correction */
  cells: Record<
    | 'count'
    | 'decimal'
    | 'percent'
    | 'year'
    | 'list'
    | 'tick'
    | 'yes-no'
    | 'choice'
    | 'day'
    | 'text'
    | 'legacy-text'
    | 'private-signs'
    | 'struck'
    | 'uncomputed'
    | 'error',
    (found: { cell: string; label: string; text: string }) => string
  > & {
    doubt: (found: { cell: string; label: string; text: string }, doubt: NumberDoubt) => string;
    /** a total typed over its formula; `expected` is empty if there is none */
    total: (found: { cell: string; label: string; text: string; expected: string }) => string;
    comment: (found: { cell: string; text: string }) => string;
    /** rows that are not shown but read */
    hidden: (found: { sheet: string; rows: string }) => string;
    /** content beside or below the cells that are read */
    outside: (found: { cell: string; text: string }) => string;
    sheet: (found: { label: string }) => string;
    /** a second sheet of the same table */
    twice: (found: { label: string; sheet: string }) => string;
    /** a sheet without a grid, such as a chart sheet */
    'no-cells': (found: { sheet: string }) => string;
    rows: (found: { label: string; rows: string }) => string;
    column: (found: { label: string; columns: string }) => string;
    answers: string;
  };
  /** what a template asks for */
  template: {
    places: (count: number) => string;
    unknown: (found: { written: string; nearest?: string; at: TemplatePosition }) => string;
    unpaired: (found: { written: string; at: TemplatePosition }) => string;
    unprinted: (left: readonly { name: string; label: string }[]) => string;
  };
  cli: {
    usage: string;
    noFile: (path: string) => string;
    noRulebook: (path: string) => string;
    noInput: (path: string) => string;
    cannotWrite: (path: string, reason: string) => string;
    written: (path: string) => string;
  };
}

/** Where in a template something stands. */
export interface TemplatePosition {
  readonly story: 'document' | 'header' | 'footer' | 'footnotes' | 'endnotes';
  /** of paragraphs outside tables, from 1; 0: in a table */
  readonly paragraph: number;
  readonly table?: { readonly table: number; readonly row: number; readonly cell: number };
}

export interface TemplateDanger {
  readonly what: 'macro' | 'object' | 'address' | 'insertion' | 'field' | 'add-in';
  /** the part, and what in it */
  readonly where: string;
}

export interface Problem {
  what: string;
  where: string;
  remedy: string;
}

export type UnknownPart = keyof Messages['unknown'];
