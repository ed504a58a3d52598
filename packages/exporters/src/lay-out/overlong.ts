import type { PageLimit, Remark } from '../documents/parts/content.js';
import type { Layout } from '../layouts/layout.js';
import { printable } from '../text/printable.js';
import { heightMm } from './height.js';
import { layOut } from './lay-out.js';

/** Remarks on texts that exceed their maximum number of pages in this layout. */
export function overlong(limits: readonly PageLimit[], layout: Layout): Remark[] {
  return limits.flatMap(({ name, pages, blocks }) => {
    const document = printable({ title: name, parts: [{ orientation: 'portrait' as const, blocks }] }).value;
    const [part] = layOut(document, layout).parts;
    if (!part) return [];
    const taken = heightMm(part) / (part.paperMm.height - part.marginsMm.top - part.marginsMm.bottom);
    if (taken <= pages) return [];
    return [{ id: 'too-long' as const, say: (words) => words['too-long'](name, pages, Math.ceil(taken * 10) / 10) }];
  });
}
