import type { Inline, Letterhead, Recipients, Reference, Signature } from '../document.js';
import { words } from '../strings/document-words.js';
import { dateInFull, shortDate } from './dates.js';
import type { Source, UnknownPart } from './sources.js';
import { isAllCapitals, listOf, membersOf, orUnknown, sentence, textOf } from './text.js';

/** Who issues a document and signs it, as far as the submission says; what it does not say prints as dotted lines. */
export interface Issuer {
  readonly letterhead: Letterhead;
  readonly number: Reference;
  readonly date: Inline;
  /** the name as it stands in a sentence */
  readonly name: Inline;
  readonly recipients: Recipients;
  readonly signature: Signature;
  readonly unknown: readonly UnknownPart[];
}

/**
 * @param type abbreviation of the type of document, such as `TTr`
 */
export function issuerOf({ submission, unit, rulebook }: Source, type: string): Issuer {
  const issuer = membersOf(submission['issuer']);
  const named = rulebook.units.find(({ id }) => id === unit['id'])?.label;
  const name = textOf(issuer['name']) ?? textOf(unit['name']) ?? named;
  const [place, number, symbol] = [textOf(issuer['place']), textOf(issuer['number']), textOf(issuer['symbol'])];
  const [superior, authority, title] = [
    textOf(issuer['superior']),
    textOf(issuer['authority']),
    textOf(issuer['title']),
  ];
  const [signer, date] = [textOf(issuer['signer']), shortDate(issuer['date'])];
  const recipients = listOf(issuer['recipients']).flatMap((entry) => recipientOf(entry) ?? []);

  const reference: Reference = { reference: { type, ...(number && { number }), ...(symbol && { symbol }) } };
  const placeAndDate = sentence(words.placeAndDate, { place: orUnknown(place, 10), date: dateInFull(issuer['date']) });
  const known = {
    superior,
    issuer: name,
    number,
    symbol: symbol ?? number?.match(/\p{L}/u)?.[0],
    place,
    date,
    title,
    signer,
  };
  return {
    letterhead: {
      kind: 'letterhead',
      superior: [orUnknown(superior, 26)],
      issuer: [orUnknown(name, 26)],
      number: reference,
      placeAndDate,
    },
    number: reference,
    date: orUnknown(date, 10),
    name: orUnknown(nameInSentence([name, textOf(unit['name']), named]), 30),
    recipients: {
      kind: 'recipients',
      label: words.noiNhan,
      names:
        recipients.length > 0 ? recipients.map((entry) => [entry]) : [[words.nhuKinhGui], [words.luu, { unknown: 12 }]],
    },
    signature: {
      kind: 'signature',
      // Some heads sign in their own right: where a title is known, a missing authority is none.
      ...((authority || !title) && { authority: [orUnknown(authority, 28)] }),
      title: [orUnknown(title, 24)],
      signer: [orUnknown(signer, 28)],
    },
    unknown: [
      ...(Object.entries(known) as [UnknownPart, unknown][]).flatMap(([part, value]) => (value ? [] : [part])),
      ...(recipients.length > 0 ? [] : (['recipients'] as const)),
    ],
  };
}

/** The layout puts dashes and signs around a name: those that were typed go. */
const recipientOf = (entry: unknown) => textOf(textOf(entry)?.replace(/^[-+\s]+|[\s,;./]+$/g, ''));

/** Letterheads are often kept in capitals; a sentence takes the first spelling that is not. */
function nameInSentence(spellings: readonly (string | undefined)[]): string | undefined {
  return spellings.find((name) => name && !isAllCapitals(name)) ?? spellings.find((name) => name);
}
