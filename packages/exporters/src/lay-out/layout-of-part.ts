import type { Letterhead, Part } from '../model/document.js';
import type { Layout } from '../layouts/layout.js';
import { layouts } from '../layouts/layouts.js';
import { nd30 } from '../layouts/nd30-2020.js';
import { isNamedLike } from './named-like.js';

/**
 * The layout of a part, and its blocks as that prints them. Of a body that is none of the kind whose layout is asked for, such
 * as a school among the nominees of a Party committee, it is that of its own kind, else the State's: with the Party's title
 * over its name it could not sign. Whoever nominates it stands above it in that layout only: who does in another is not
 * known.
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
