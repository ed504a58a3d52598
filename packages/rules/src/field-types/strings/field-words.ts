import type { FieldType } from '../../rulebook.js';
import type { Lang } from '../../text.js';

/** What field types say of themselves and of their answers. */
export interface FieldWords {
  /** name of a type, where two packs are compared */
  types: Readonly<Record<FieldType, string>>;
  /** what a type lets one answer, where its name alone tells the reader of a pack nothing */
  asks: Readonly<Partial<Record<FieldType, string>>>;
  yes: string;
  no: string;
}

const vi: FieldWords = {
  types: {
    text: 'chữ',
    'long-text': 'đoạn văn',
    phone: 'số điện thoại',
    'yes-no': 'có hoặc không',
    choice: 'chọn một',
    choices: 'chọn nhiều',
    rating: 'xếp loại',
    count: 'số',
    date: 'ngày',
  },
  asks: { 'yes-no': 'có hoặc không' },
  yes: 'Có',
  no: 'Không',
};

const en: FieldWords = {
  types: {
    text: 'text',
    'long-text': 'paragraphs',
    phone: 'telephone number',
    'yes-no': 'yes or no',
    choice: 'one choice',
    choices: 'several choices',
    rating: 'rating',
    count: 'number',
    date: 'day',
  },
  asks: { 'yes-no': 'yes or no' },
  yes: 'Yes',
  no: 'No',
};

export const fieldWords: Readonly<Record<Lang, FieldWords>> = { vi, en };
