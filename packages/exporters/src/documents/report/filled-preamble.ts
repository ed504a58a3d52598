import { inSentence, type Rulebook } from '@kl01/rules';
import type { Inline } from '../../model/document.js';
import { words } from '../../strings/document-words.js';

interface Known {
  readonly directive: Rulebook['directive'];
  /** the reporting unit, as written within a sentence */
  readonly issuer: Inline;
}

/**
 * A directive's introductory sentence, in which `...` marks gaps for the unit. Known values are filled in: the
 * directive's subject after its number and "về", and the unit's name in place of the kinds of unit that it starts with
 * ("chi bộ, đảng ủy..."). The rest is dotted.
 */
export function filledPreamble(preamble: string, { directive, issuer }: Known): Inline[] {
  const pieces = preamble.split(/\.{3,}|\u2026+/);
  return pieces.flatMap((piece, index): Inline[] => {
    if (index === pieces.length - 1) return [piece];
    if (piece.includes(directive.number) && ABOUT.test(piece)) return [`${piece} ${matterOf(directive.title)}`];
    const kinds = typeof issuer === 'string' && index > 0 && namedAmong(piece, issuer);
    return kinds ? [LEAD.exec(piece)?.[0] ?? '', issuer] : [piece, { unknown: 16 }];
  });
}

const ABOUT = /\svề( việc)?$/;

const matterOf = (title: string) => inSentence(title.replace(/^(V\/v|về( việc)?)\s+/i, ''));

const LEAD = /^[,;\s]*/;

const namedAmong = (kinds: string, name: string) =>
  kinds
    .split(/[,;]/)
    .map((kind) => folded(kind.trim()))
    .some((kind) => kind !== '' && folded(name).startsWith(`${kind} `));

const folded = (text: string) => text.toLocaleLowerCase('vi').replaceAll(...words.sameSpelling);
