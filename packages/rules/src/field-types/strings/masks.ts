import type { Mask } from '../../rulebook.js';

/**
 * Forms of texts, as patterns of the portable profile. Packs name one of these and write no expression of their own:
 * each is linear, means the same in every language, and has words that an officer understands.
 */
export const masks: Readonly<Record<Mask, string>> = {
  // Nghị định 30/2020/NĐ-CP, Phụ lục I: number, year of a legal document, then letters of type and body.
  'document-symbol':
    '^[0-9]{1,6}[A-Za-z]?(/[0-9]{4})?[/-][A-ZĐ][A-Za-z0-9Đđ]*([./&-][A-Za-z0-9Đđ]+)*(\\([A-Za-z0-9Đđ]+\\))?$',
  'citizen-id': '^[0-9]{12}$',
  // Of a business or body; its branches add three digits.
  'tax-code': '^[0-9]{10}(-[0-9]{3})?$',
  'school-year': '^(19|20)[0-9]{2}-(19|20)[0-9]{2}$',
  'month-of-year': '^(0?[1-9]|1[0-2])/(19|20)[0-9]{2}$',
  code: '^[A-Z0-9Đ]+([./_-][A-Z0-9Đ]+)*$',
  digits: '^[0-9]+$',
};

export const maskNames = Object.keys(masks) as readonly Mask[];
