import type { DocumentKind } from './document-kind.js';
import { bieuMau } from './bieu-mau.js';
import { toTrinh } from './to-trinh.js';

/** Every document there is. A new one is a file beside this one and a line here. */
export const documentKinds: readonly DocumentKind[] = [toTrinh, bieuMau];
