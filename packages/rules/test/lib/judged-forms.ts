import { readFileSync } from 'node:fs';
import type { CheckOptions } from '../../src/judge/check.js';
import type { Derive, Rule, Rulebook, Schema } from '../../src/rulebook.js';

/** A form of `vectors/judged.json`, as small as can be, and what is judged by it. */
export interface SmallForm {
  name: string;
  properties: Record<string, Schema>;
  derive?: Derive[];
  rules: Omit<Rule, 'element' | 'message'>[];
  cases: (Partial<Pick<CheckOptions, 'now' | 'given' | 'receiver'>> & {
    name: string;
    submission: object;
    findings: string[];
  })[];
}

export const judgedForms = (
  JSON.parse(readFileSync(new URL('../../vectors/judged.json', import.meta.url), 'utf8')) as { forms: SmallForm[] }
).forms;

/** The rulebook of such a form; a submission is sent to `r@1`, form `f`. */
export function smallRulebook({ properties, derive, rules }: SmallForm): Rulebook {
  const text = { type: 'string' };
  const form = {
    id: 'f',
    type: 'report',
    schema: {
      type: 'object',
      properties: { rulebook: text, form: text, ...properties },
      additionalProperties: false,
    },
    derive,
    rules: rules.map((rule) => ({ ...rule, element: 'f', message: { vi: 'Sai', en: 'Wrong' } })),
    view: { labels: {} },
  };
  return { rulebook: '2', id: 'r', version: '1', utcOffset: '+07:00', forms: [form] } as unknown as Rulebook;
}
