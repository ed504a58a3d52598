import type { Layout } from './layout.js';
import { hd36 } from './hd36-2018.js';
import { nd30 } from './nd30-2020.js';

/** Every layout that a pack may name. */
export const layouts: readonly Layout[] = [hd36, nd30];
