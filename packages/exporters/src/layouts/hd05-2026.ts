import { words } from '../strings/document-words.js';
import { hd36 } from './hd36-2018.js';
import type { Layout } from './layout.js';

/**
 * Documents of the Party, by Hướng dẫn 05-HD/VPTW of 27/5/2026, which follows Hướng dẫn 36: lines of 19 points, the matter
 * of a letter begun with "Về việc", "Nơi nhận" underlined, the office that signs not bold, a full stop at the end. Told alike
 * by several sources that quote the guidance; its own text was not at hand.
 */
export const hd05: Layout = {
  ...hd36,
  id: 'hd05-2026',
  letterhead: { ...hd36.letterhead, about: words.aboutInFull },
  body: { ...hd36.body, lineAtLeastPt: 19 },
  closing: {
    ...hd36.closing,
    recipientsLabel: { sizePt: 14, underline: true },
    recipients: { sizePt: 12 },
    title: { sizePt: 14, caps: true },
  },
  list: { each: ';', last: '.' },
};
