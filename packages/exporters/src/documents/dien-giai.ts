import type { DocumentKind } from './document-kind.js';

/** Diễn giải: what `explain` tells of a pack, for the officer who compares it with the directive and signs it off. */
export const dienGiai: DocumentKind = {
  id: 'dien-giai',
  // Its own chunk: it reads the pack, and with it comes the whole compiler, of which a page with a form needs nothing.
  from: { pack: { pages: async (source) => (await import('./explanation-pages.js')).explanationPages(source) } },
};
