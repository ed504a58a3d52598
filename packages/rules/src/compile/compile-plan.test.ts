import { describe, expect, it } from 'vitest';
import { check } from '../judge/check.js';
import { compile } from './compile.js';
import { explain } from '../explain/explain.js';
import { explanationMarkdown } from '../explain/explain-markdown.js';
import { packOf } from '../../test/lib/small-pack.js';

const planWith = (adoption: object) =>
  packOf({
    type: 'plan',
    windows: [{ id: 'nop', before: '2023-03-31' }],
    outline: [{ id: 'viec', title: 'Việc' }],
    adoption: { by: 'chi bộ', ...adoption },
  });

describe('what a plan went through before it is sent', () => {
  it.each([
    { act: {}, place: 'Nơi thông qua kế hoạch', told: 'phải ghi nơi thông qua và ngày thông qua' },
    { act: { act: 'adopted' }, place: 'Nơi thông qua kế hoạch', told: 'phải ghi nơi thông qua và ngày thông qua' },
    { act: { act: 'presented' }, place: 'Nơi báo cáo kế hoạch', told: 'phải ghi nơi báo cáo và ngày báo cáo' },
  ])('$act is asked for, found missing and told in its own words', ({ act, place, told }) => {
    const pack = planWith(act);
    const rulebook = compile(pack);
    const { findings } = check(
      rulebook,
      {
        id: 'x',
        revision: 1,
        rulebook: `${rulebook.id}@${rulebook.version}`,
        form: 'mau',
        unit: { id: 'phuong-mot', group: 'phuong' },
        sections: { viec: 'Làm.' },
      },
      { now: '2023-03-01T08:00:00+07:00' },
    );
    expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'required/body /adoption/body',
      'required/date /adoption/date',
    ]);
    expect(findings[0]?.message).toContain(place);
    expect(rulebook.forms[0]?.view.labels['/adoption/body'] ?? { vi: place }).toMatchObject({ vi: place });
    expect(explanationMarkdown(explain(pack))).toContain(told);
  });
});
