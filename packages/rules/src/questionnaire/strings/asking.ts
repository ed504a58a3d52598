import { fillTemplate, textIn, type Text } from '../../text.js';

/** Labels of entries and parts for which the pack gives only the name of the thing. */
export const asking = {
  criterion: { vi: 'Cam đoan: {label}', en: 'We declare: {label}' },
  paper: { vi: 'Có nộp bản giấy: {label}', en: 'Handed in on paper: {label}' },
  endorsed: { vi: '{label} đã có xác nhận của {by}', en: '{label} is endorsed by {by}' },
  facts: { vi: 'Thông tin', en: 'Particulars' },
  figures: { vi: 'Số liệu của đơn vị', en: 'Figures of the unit' },
  criteria: { vi: 'Tiêu chuẩn do đơn vị cam đoan', en: 'Criteria that the unit declares' },
  exclusions: { vi: 'Các trường hợp không xét', en: 'Cases that are not considered' },
  papers: { vi: 'Hồ sơ của đối tượng', en: 'Papers of the nominee' },
  dossier: { vi: 'Hồ sơ kèm theo', en: 'Dossier' },
  questions: { vi: 'Câu hỏi', en: 'Questions' },
} as const satisfies Record<string, Text>;

/** Fills a template in both languages. */
export const inBoth = (template: { vi: string; en: string }, params: Readonly<Record<string, Text>>): Text => {
  const filled = (lang: 'vi' | 'en') =>
    fillTemplate(
      template[lang],
      Object.fromEntries(Object.entries(params).map(([name, text]) => [name, textIn(text, lang)])),
    );
  return { vi: filled('vi'), en: filled('en') };
};
