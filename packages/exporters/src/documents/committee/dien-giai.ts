import type { DocumentKind } from '../parts/document-kind.js';
import { explanationPages } from './explanation-pages.js';

/** Diễn giải: the result of `explain`, for the officer who compares the pack with the directive and approves it. */
export const dienGiai: DocumentKind = { id: 'dien-giai', from: { explanation: { pages: explanationPages } } };
