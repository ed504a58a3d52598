import type { Cite } from './rulebook.js';
import { citing } from './strings/citing.js';
import type { Lang } from './text.js';

/** Names the cited clause; for a clause of `document`, without the document's number. */
export const clauseInWords = (cite: Cite, { lang, document }: { lang: Lang; document: string }): string =>
  cite.document === document
    ? citing[lang].clause(cite.clause, document)
    : citing[lang].clauseOf(cite.clause, cite.document);
