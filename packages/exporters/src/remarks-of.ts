import type { Content, Remark } from './documents/parts/content.js';
import { overlong } from './lay-out/overlong.js';
import type { Layout } from './layouts/layout.js';

/** What to say of a document that was made: what is too long, and what the layout has a dotted line for. */
export function remarksOf(
  { unknown: parts = [], remarks = [], limits = [] }: Content<unknown>,
  layout: Layout,
): Remark[] {
  const unknown = parts.filter((part) => !leavesOut(layout, part));
  return [
    ...remarks,
    ...overlong(limits, layout),
    ...(unknown.length > 0
      ? [{ id: 'unknown', say: (words) => words.unknown(unknown) } as const satisfies Remark]
      : []),
  ];
}

/** Whether the letterhead has no line for what is not known. */
const leavesOut = ({ letterhead }: Layout, part: string) =>
  letterhead.rows.some(({ left, right }) =>
    [...left, ...right].some((line) => 'slot' in line && line.slot === part && line.ifKnown),
  );
