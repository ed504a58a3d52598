import type { Content, Remark } from './documents/parts/content.js';
import { overlong } from './lay-out/overlong.js';
import type { Layout } from './layouts/layout.js';

/** Remarks on a finished document: texts that are too long, and values that its layout prints as dotted lines. */
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

/** Whether the letterhead omits the line of a value that is unknown. */
const leavesOut = ({ letterhead }: Layout, part: string) =>
  letterhead.rows.some(({ left, right }) =>
    [...left, ...right].some((line) => 'slot' in line && line.slot === part && line.ifKnown),
  );
