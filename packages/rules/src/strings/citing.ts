import type { Lang } from '../text.js';

/** How to name a clause: of the document itself, and of another document. */
export interface CitingStrings {
  clause: (clause: string, document: string) => string;
  clauseOf: (clause: string, document: string) => string;
}

/** A numbered clause is a "mục"; wordings such as "Đề cương, I", and numbers of forms such as "0601.N", are kept as is. */
const clauseVi = (clause: string): string =>
  /^([IVXLC]+|[1-9]\d?|[A-Za-zĐđ])([.,)\s]|$)/.test(clause) ? `mục ${clause}` : clause;

/** The number of a law, decree or circular: "15/2025/TT-BXD". Its clauses are Điều and khoản. */
const isLegal = (document: string): boolean => /\/\d{4}\/(?:QH|UBTVQH|L-|PL|NĐ|TT|QĐ|NQ)/.test(document);

/** "10.2.a" of a circular: điểm a khoản 2 Điều 10. */
function clauseOfVi(clause: string, document: string): string {
  const [, article, part, point] = /^(\d+)(?:\.(\d+))?(?:\.([a-zđ]))?$/.exec(clause) ?? [];
  if (article === undefined || !isLegal(document)) return clauseVi(clause);
  return [
    ...(point === undefined ? [] : [`điểm ${point}`]),
    ...(part === undefined ? [] : [`khoản ${part}`]),
    `Điều ${article}`,
  ].join(' ');
}

export const citing: Record<Lang, CitingStrings> = {
  vi: {
    clause: clauseOfVi,
    clauseOf: (clause, document) =>
      clause ? `${clauseOfVi(clause, document)}, văn bản số ${document}` : `văn bản số ${document}`,
  },
  en: {
    clause: (clause) => `clause ${clause}`,
    clauseOf: (clause, document) => (clause ? `clause ${clause} of ${document}` : document),
  },
};
