import type { Lang } from '../text.js';

/** How to name a clause: of the document itself, and of another document. */
export interface CitingStrings {
  clause: (clause: string) => string;
  clauseOf: (clause: string, document: string) => string;
}

/** A numbered clause is a "mục"; wordings such as "Đề cương, I" are kept as is. */
const clauseVi = (clause: string): string =>
  /^([IVXLC]+|\d+|[A-Za-zĐđ])([.,)\s]|$)/.test(clause) ? `mục ${clause}` : clause;

export const citing: Record<Lang, CitingStrings> = {
  vi: {
    clause: clauseVi,
    clauseOf: (clause, document) => (clause ? `${clauseVi(clause)}, văn bản số ${document}` : `văn bản số ${document}`),
  },
  en: {
    clause: (clause) => `clause ${clause}`,
    clauseOf: (clause, document) => (clause ? `clause ${clause} of ${document}` : document),
  },
};
