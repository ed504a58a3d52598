import { normalized } from '@kl01/rules/reading';
import type {
  Addressed,
  Inline,
  LayoutWord,
  Letterhead,
  Recipients,
  Reference,
  Signature,
} from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { withoutEnding } from '../../text/without-ending.js';
import { dateInFull, shortDate } from './dates.js';
import { signatureLines } from './signature-lines.js';
import type { Members, RulebookFacts, UnknownPart } from './facts.js';
import { isAllCapitals, listOf, orUnknown, sentence, textOf } from './text.js';

/** Issuer and signatories of a document as given in the submission; missing values print as dotted lines. */
export interface Issuer {
  readonly letterhead: Letterhead;
  readonly number: Reference;
  /** for documents with a date of their own, such as minutes */
  readonly placeAndDate: (day: unknown) => Letterhead['placeAndDate'];
  readonly date: Inline;
  /** the name as written within a sentence */
  readonly name: Inline;
  /**
   * "Nơi nhận"
   *
   * @param to the receivers of the document
   * @param as what it is to them, if they may be addressed above the text
   */
  readonly recipients: (to: readonly string[], as?: Addressed) => Recipients;
  readonly signature: Signature;
  readonly unknown: readonly UnknownPart[];
}

/**
 * The unit as issuer of its own document.
 *
 * @param type abbreviated document type, such as `TTr`
 */
export function issuerOf({ issuer, unit, rulebook }: RulebookFacts, type: string): Issuer {
  const named = rulebook.units.find(({ id }) => id === unit['id'])?.label;
  return made(issuer, [textOf(unit['name']), named], type);
}

/** The committee as issuer: replies to units, proposals to the next level. */
export function committeeOf({ issuer, rulebook }: RulebookFacts, type: string): Issuer {
  const { number, committee } = rulebook.directive;
  const { name, superior, place } = committee;
  // The same office issued the directive: "1399-CV/QU", "39/KH-UBND".
  const symbol = number.split(/[-/]/).at(-1);
  return made({ superior, place, symbol, ...issuer }, [name], type, true);
}

/** @param standsAlone a missing superior means that there is none, since the pack's author knew */
function made(issuer: Members, names: readonly (string | undefined)[], type: string, standsAlone = false): Issuer {
  const given = (part: string) => textOf(issuer[part]);
  const name = given('name') ?? names.find((known) => known);
  const { number, symbol } = numberFor(type, given('number'), given('symbol'));
  const [superior, place, signer] = ['superior', 'place', 'signer'].map(given);
  const { authority, title } = signatureLines(given('authority'), given('title'));
  const date = shortDate(issuer['date']);
  const recipients = listOf(issuer['recipients']).flatMap((entry) => recipientOf(entry) ?? []);

  const reference: Reference = { reference: { type, ...(number && { number }), ...(symbol && { symbol }) } };
  const placeAndDate = (day: unknown) =>
    sentence(words.placeAndDate, { place: orUnknown(place, 10), date: dateInFull(day) });
  const known = {
    superior: superior ?? standsAlone,
    issuer: name,
    number,
    symbol: symbol ?? number?.match(/\p{L}/u)?.[0],
    place,
    date,
    title: title.length > 0,
    signer,
  };
  return {
    letterhead: {
      kind: 'letterhead',
      ...((superior || !standsAlone) && { superior: [orUnknown(superior, 26)] }),
      issuer: [orUnknown(name, 26)],
      number: reference,
      placeAndDate: placeAndDate(issuer['date']),
    },
    placeAndDate,
    number: reference,
    date: orUnknown(date, 10),
    name: orUnknown(nameInSentence([name, ...names]), 30),
    recipients: (to, as) => ({ kind: 'recipients', given: recipients, to, ...(as && { as }) }),
    signature: {
      kind: 'signature',
      // Some heads sign in their own right: if a title is given, a missing authority means that there is none.
      ...((authority.length > 0 || title.length === 0) && { authority: linesOr(authority, 28) }),
      title: linesOr(title, 24),
      signer: [orUnknown(signer, 28)],
    },
    unknown: [
      ...(Object.entries(known) as [UnknownPart, unknown][]).flatMap(([part, value]) => (value ? [] : [part])),
      ...(recipients.length > 0 ? [] : (['recipients'] as const)),
    ],
  };
}

/**
 * Number and symbol belong to one document, such as the tờ trình of a dossier. Other documents printed with it share
 * the office, but their numbers are not known yet.
 */
function numberFor(type: string, number?: string, symbol?: string): { number?: string; symbol?: string } {
  const parts = `${number ?? ''}-${symbol ?? ''}`.split(/[-/\s]+/).filter(Boolean);
  const own = parts.find((part) => Object.hasOwn(words.types, part));
  if (own === undefined || own === type) return { ...(number && { number }), ...(symbol && { symbol }) };
  const office = parts.find((part) => part !== own && /\p{L}/u.test(part));
  return office === undefined ? {} : { symbol: office };
}

/** The layout adds dashes and punctuation, so those that were typed are removed. */
function recipientOf(entry: unknown): string | LayoutWord | undefined {
  const name = textOf(withoutEnding(textOf(entry) ?? '', /[\s,;./]/).replace(/^(?:[-+](?!\d)\s*)+/, ''));
  const said = normalized(name ?? '').toLocaleLowerCase('vi');
  const isAsAbove = words.asAboveTyped.some((typed) => typed === said);
  return isAsAbove ? { word: 'asAbove' } : name;
}

const linesOr = (lines: readonly string[], letters: number): Signature['title'] =>
  lines.length > 0 ? lines.map((line) => [line]) : [[{ unknown: letters }]];

/** Letterheads are often all capitals; within a sentence, the first spelling that is not is used. */
function nameInSentence(spellings: readonly (string | undefined)[]): string | undefined {
  return spellings.find((name) => name && !isAllCapitals(name)) ?? spellings.find((name) => name);
}
