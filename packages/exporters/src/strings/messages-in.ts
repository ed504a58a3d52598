import type { Lang } from '@kl01/rules';
import { en } from './en.js';
import type { Messages } from './messages.js';
import { vi } from './vi.js';

export const messagesIn = (lang: Lang): Messages => (lang === 'en' ? en : vi);
