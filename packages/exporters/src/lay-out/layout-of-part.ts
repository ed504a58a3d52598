import type { Letterhead, Part } from '../model/document.js';
import type { Layout } from '../layouts/layout.js';
import { layouts } from '../layouts/layouts.js';
import { nd30 } from '../layouts/nd30-2020.js';
import { isNamedLike } from './named-like.js';

/**
 * The layout of a part, and its blocks adapted to it. A body that is not of the layout's kind, such as a school among
 * the nominees of a Party committee, uses the layout of its own kind, otherwise the State's: it could not sign under
 * the Party's title. Its superior is the nominating body only in the requested layout; in another it is unknown.
 */
export function layoutOfPart(part: Part, asked: Layout): { readonly layout: Layout; readonly blocks: Part['blocks'] } {
  const letterhead = part.blocks.find((block): block is Letterhead => block.kind === 'letterhead');
  const nominee = letterhead?.nominee;
  if (!nominee || !asked.bodies || nominee.isParty || isNamedLike(nominee.name, asked.bodies)) {
    return { layout: asked, blocks: part.blocks };
  }
  const layout = layouts.find(({ bodies }) => bodies && isNamedLike(nominee.name, bodies)) ?? nd30;
  const blocks = part.blocks.map((block) =>
    block === letterhead ? { ...block, superior: [{ unknown: UNKNOWN_LETTERS }] } : block,
  );
  return { layout, blocks };
}

const UNKNOWN_LETTERS = 26;
