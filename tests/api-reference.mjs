import { writeFileSync } from 'node:fs';
import { PAGES, pageOf } from './lib/api-reference.mjs';

/**
 * Writes the reference of every package from its docstrings.
 *
 *     npm run api
 */
for (const page of PAGES) writeFileSync(new URL(`../${page.path}`, import.meta.url), pageOf(page));
