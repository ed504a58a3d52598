import type { Lang } from '../../text.js';

/** Words for sums of quotas and reserved places. */
export const allocating: Record<Lang, { or: string; assuming: (what: string) => string }> = {
  vi: { or: ' hoặc ', assuming: (what) => `giả định ${what} đơn vị` },
  en: { or: ' or ', assuming: (what) => `assuming ${what} units` },
};
