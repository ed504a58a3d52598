import type { DocumentKind } from '../parts/document-kind.js';
import { explanationPages } from './explanation-pages.js';

/** Diễn giải: what `explain` tells of a pack, for the officer who compares it with the directive and signs it off. */
export const dienGiai: DocumentKind = { id: 'dien-giai', from: { explanation: { pages: explanationPages } } };
