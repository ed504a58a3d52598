import { fillTemplate, inSentence, type Directive } from '@kl01/rules';
import { words } from '../strings/document-words.js';
import { shortDate } from './dates.js';

/** "Công văn số 1399-CV/QU, ngày 27/02/2023 của … về việc …" */
export function directiveInWords({ number, date, committee, title }: Directive): string {
  return fillTemplate(words.directive, {
    type: documentType(number),
    number,
    date: shortDate(date) ?? date,
    committee: committee.name,
    title: aboutWhat(title),
  });
}

/** The type of a document is told by the abbreviation in its number, `1399-CV/QU` or `39/KH-UBND`. */
export function documentType(number: string): string {
  const abbreviation = number.split(/[-/\s]+/).find((part) => Object.hasOwn(words.types, part));
  return (abbreviation && words.types[abbreviation]) ?? words.unknownType;
}

/** A title says "V/v …", "Về …", or its matter at once. */
function aboutWhat(title: string): string {
  if (/^V\/v\s/i.test(title)) return words.about + title.replace(/^V\/v\s+/i, '');
  return /^về\s/i.test(title) ? inSentence(title) : words.about + inSentence(title);
}
