import { fillTemplate, inSentence, type Directive } from '@kl01/rules';
import { words } from '../../strings/document-words.js';
import { aroundSymbols } from '../../text/official-symbols.js';
import { shortDate } from './dates.js';
import { joined } from './text.js';

/** "Công văn số 1399-CV/QU, ngày 27/02/2023 của … về việc …" */
export const directiveInWords = (directive: Directive): string => fillTemplate(words.directive, partsOf(directive));

/** The same in the committee's own documents, which need not name the issuer. */
export const ownDirectiveInWords = (directive: Directive): string =>
  fillTemplate(words.ownDirective, partsOf(directive));

/** Its type, number and date alone. */
export const directiveCited = (directive: Directive): string => fillTemplate(words.citedAgain, partsOf(directive));

const partsOf = ({ number, date, committee, title }: Directive) => ({
  type: documentType(number),
  number,
  date: shortDate(date) ?? date,
  committee: committee.name,
  title: aboutWhat(title),
});

/**
 * What the committee implements: the first document that its directive is based on. Excludes documents of its own
 * office, recognized by the symbol at the end of the number, and documents without a number. Directives list the most
 * closely related ones first.
 */
export function basisInWords({ number, basis = [] }: Directive): string | undefined {
  const office = officeOf(number);
  const numbered = basis.map((text) => ({ text, symbol: aroundSymbols(text)[1] }));
  const others = numbered.filter(({ symbol }) => symbol !== undefined && officeOf(symbol) !== office);
  return joined(others.slice(0, MOST_CITED).map(({ text }) => text)) || undefined;
}

const officeOf = (number: string) => number.split(/[-/]/).at(-1);

const MOST_CITED = 3;

/** The type of a document, by the abbreviation in its number: `1399-CV/QU` or `39/KH-UBND`. */
export function documentType(number: string): string {
  const abbreviation = number.split(/[-/\s]+/).find((part) => Object.hasOwn(words.types, part));
  return (abbreviation && words.types[abbreviation]) ?? words.unknownType;
}

/** Titles start with "V/v …", "Về …" or directly with the matter. */
function aboutWhat(title: string): string {
  if (/^V\/v\s/i.test(title)) return words.about + title.replace(/^V\/v\s+/i, '');
  return /^về\s/i.test(title) ? inSentence(title) : words.about + inSentence(title);
}
