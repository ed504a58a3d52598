import { writeFileSync } from 'node:fs';
import { PAGES, pageOf } from './lib/api-reference.mjs';
import { PATH, elementsInVietnamese } from './lib/elements-in-vietnamese.mjs';

/**
 * Writes the reference of every package from its docstrings, and the tables of the elements in Vietnamese.
 *
 *     npm run api
 */
for (const page of PAGES) writeFileSync(new URL(`../${page.path}`, import.meta.url), pageOf(page));
writeFileSync(new URL(`../${PATH}`, import.meta.url), elementsInVietnamese());
