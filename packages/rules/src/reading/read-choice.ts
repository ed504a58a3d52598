import { normalized } from './normalized.js';
import type { Reading } from './reading.js';
import { seenLine } from './unseen-signs.js';
import { withoutMarks } from './without-marks.js';

/** An option that may be chosen, as it is stored and as people read it. */
export interface ReadOption {
  readonly value: string;
  readonly label: string;
}

/**
 * Parses the choice of one of several options: its label, whatever its capitals, blanks, closing stop, and wherever the
 * tone stands (`hoà`, `hòa`); also behind a number, as in `2. Tốt`.
 *
 * @returns null for blanks; a doubt for anything else, with the options that may be meant: without marks, or of which
 * only a part is written
 */
export function readChoice(typed: string, options: readonly ReadOption[]): Reading<string, 'choice'> {
  const said = plain(typed);
  if (said === '') return { value: null };
  const labels = options.map(({ value, label }) => ({ value, label: plain(label) }));
  const chosen = [said, said.replace(/^(?:\d{1,2}|[a-z])[.)] ?|^[-+*•] ?/, '')].flatMap((each) =>
    labels.filter(({ label }) => label === each),
  );
  if (chosen[0]) return { value: chosen[0].value };
  const bare = withoutMarks(said);
  const meant = [
    labels.filter(({ label }) => withoutMarks(label) === bare),
    labels.filter(
      ({ label }) => withoutMarks(label).startsWith(`${bare} `) || bare.startsWith(`${withoutMarks(label)} `),
    ),
    labels.filter(({ label }) => ` ${withoutMarks(label)} `.includes(` ${bare} `)),
  ].find((found) => found.length > 0);
  return { doubt: 'choice', readings: (meant ?? []).slice(0, MOST_OFFERED).map(({ value }) => value) };
}

/** More is a list to choose from. */
const MOST_OFFERED = 5;

const plain = (text: string): string =>
  withToneAtTheEnd(
    seenLine(text)
      .toLocaleLowerCase('vi')
      .replace(/[.,;:]$/, ''),
  );

/** Each syllable with its tone behind it: `hoà` and `hòa` are the same word. */
const withToneAtTheEnd = (text: string): string =>
  normalized(text, 'NFD').replace(/[\p{L}\p{M}]+/gu, (syllable) => {
    const tones = syllable.match(TONES);
    return tones ? syllable.replace(TONES, '') + tones.join('') : syllable;
  });

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
