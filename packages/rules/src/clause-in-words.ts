import type { Cite } from './rulebook.js';
import { citing } from './strings/citing.js';
import type { Lang } from './text.js';

/** The clause that is cited; one of `document` is named without the document's number. */
export const clauseInWords = (cite: Cite, { lang, document }: { lang: Lang; document: string }): string =>
  cite.document === document ? citing[lang].clause(cite.clause) : citing[lang].clauseOf(cite.clause, cite.document);
