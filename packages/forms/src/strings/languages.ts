import type { Lang } from '@kl01/rules';
import { en } from './en.js';
import type { Strings } from './strings.js';
import { vi } from './vi.js';

export const stringsOf: Readonly<Record<Lang, Strings>> = { vi, en };
