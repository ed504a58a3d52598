import type { Layout } from './layout.js';
import { hd36 } from './hd36-2018.js';
import { doan } from './doan-2013.js';
import { hd05 } from './hd05-2026.js';
import { nd30 } from './nd30-2020.js';

/** All layouts that a pack may name. */
export const layouts: readonly Layout[] = [hd36, hd05, nd30, doan];
