import { describe, expect, it } from 'vitest';
import { isNothingToReport } from './nothing-to-report.js';
import { NOTHING_TO_REPORT } from './strings/nothing-to-report.js';

describe('nothing to report', () => {
  const cases: [text: string, nothing: boolean][] = [
    [NOTHING_TO_REPORT, true],
    ['Không phát sinh', true],
    ['  KHÔNG  PHÁT SINH. ', true],
    ['- Không phát sinh;', true],
    ['Không phát sinh.'.normalize('NFD'), true],
    ['Không phát sinh vụ việc phức tạp.', false],
    ['Không', false],
    ['', false],
  ];
  it.each(cases)('%j: %s', (text, nothing) => expect(isNothingToReport(text)).toBe(nothing));
});
