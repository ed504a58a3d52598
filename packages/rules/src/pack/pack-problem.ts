import { pointerToken } from '../values/pointer.js';
import { authoring, type ProblemCode } from './strings/authoring.js';
import type { Lang } from '../text.js';

/** One problem in a pack: where, what, and how to fix it. */
export interface PackProblem {
  /** JSON Pointer into the pack */
  readonly pointer: string;
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string;
}

export type Path = readonly PropertyKey[];

/** Reports a problem: its place, kind, subject, and what is allowed instead. */
export type Report = (path: Path, code: ProblemCode, detail?: string, allowed?: readonly string[]) => void;

const pointerOf = (path: Path): string => path.map((step) => `/${pointerToken(String(step))}`).join('');

export function problem(
  path: Path,
  code: ProblemCode,
  lang: Lang,
  detail = '',
  allowed: readonly string[] = [],
): PackProblem {
  const names = [...new Set(allowed)];
  const about = code === 'amendment' ? detail : short(detail);
  const [message, remedy] = authoring[lang].problems[code](about, nearest(detail, names), listed(names));
  return { pointer: pointerOf(path), code, message, remedy };
}

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/** The allowed names, as many as fit in a sentence. */
export function listed(allowed: readonly string[]): string {
  const most = 24;
  return allowed.slice(0, most).join(', ') + (allowed.length > most ? ', …' : '');
}

/** What other formats call a comparison. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '>=': 'atLeast',
  '<=': 'atMost',
  '>': 'above',
  '<': 'below',
  '==': 'is',
  '===': 'is',
  '=': 'is',
  equals: 'is',
  min: 'atLeast',
  max: 'atMost',
  exactly: 'is',
  contains: 'has',
  includes: 'has',
};

/** The allowed name that was most likely meant, or ''. */
export function nearest(name: string, allowed: readonly string[]): string {
  if (name.length > 60) return '';
  const usual = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name]! : '';
  if (allowed.includes(usual)) return usual;
  const most = Math.min(2, Math.floor(name.length / 2));
  const [best] = allowed
    .slice(0, 500)
    .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase(), most) }))
    .filter((entry) => entry.distance <= most)
    .sort((left, right) => left.distance - right.distance);
  return best?.candidate ?? '';
}

/** Levenshtein distance; distances above `most` need not be exact. */
function distance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const here = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = above[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      here.push(Math.min(replaced, above[column]! + 1, here[column - 1]! + 1));
    }
    above = here;
  }
  return above[to.length]!;
}
