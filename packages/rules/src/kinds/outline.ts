import { z } from 'zod';
import { given, whenever } from '../logic.js';
import type { Rule, SectionView } from '../rulebook.js';
import { compiling } from '../strings/compiling.js';
import { element, label } from './common.js';
import { compileCondition, type Naming } from './condition.js';
import { condition, type Condition } from './condition-shape.js';
import { makeRule, type FormContext } from './context.js';

export interface PackSection {
  id: string;
  number?: string | undefined;
  title: string;
  guidance?: string | undefined;
  optional?: boolean | undefined;
  when?: Condition | undefined;
  cite?: string | undefined;
  description?: string | undefined;
  sections?: PackSection[] | undefined;
}

export const section: z.ZodType<PackSection> = z.lazy(() =>
  z.strictObject({
    ...element,
    number: z.string().max(20).optional().describe('As printed, such as "II" or "1"'),
    title: label,
    guidance: label.optional(),
    optional: z.boolean().optional(),
    when: condition.optional(),
    sections: z.array(section).min(1).optional(),
  }),
);

export const outline = z.array(section).min(1);

/** Id of the only section of a report or plan without an outline. */
const ONE_SECTION = 'noi-dung';

export function sectionViews(
  sections: readonly PackSection[] | undefined,
  context: FormContext,
  names: Naming,
): SectionView[] {
  if (!sections) {
    return [
      {
        element: context.form.id,
        id: ONE_SECTION,
        number: '',
        title: compiling.vi.oneSection[context.form.type === 'plan' ? 'plan' : 'report'],
        optional: false,
        ...context.cite(),
        sections: [],
      },
    ];
  }
  const build = (
    list: readonly PackSection[],
    address: string,
    around: (string | undefined)[],
    when?: Condition,
  ): SectionView[] =>
    list.map((shape) => {
      const own = `${address}/${shape.id}`;
      // The condition of a heading applies to everything below it.
      const conditions = [when, shape.when].filter((entry) => entry !== undefined);
      const both = conditions.length === 2 ? { all: conditions } : conditions[0];
      const due = compileCondition(both, names);
      return {
        element: own,
        id: shape.id,
        number: shape.number ?? '',
        title: shape.title,
        ...(shape.guidance && { guidance: shape.guidance }),
        optional: shape.optional ?? false,
        ...(due !== true && { when: due }),
        ...context.cite(shape.cite, ...around),
        sections: build(shape.sections ?? [], `${own}/sections`, [shape.cite, ...around], both),
      };
    });
  return build(sections, `${context.form.id}/outline`, []);
}

export function outlineRules(sections: readonly SectionView[], context: FormContext): Rule[] {
  return numberedLeaves(sections)
    .filter(({ section }) => !section.optional)
    .map(({ section, number }) =>
      makeRule({
        id: `outline/${section.id}`,
        element: section.element,
        assert: whenever(section.when ?? true, given(`submission.sections.${section.id}`)),
        path: `/sections/${section.id}`,
        message: context.message((lang) => compiling[lang].section(number, shortened(section.title))),
        ...(section.cite && { cite: section.cite }),
      }),
    );
}

/** Sections that hold text, each with its full number: "II.4" for the 4 below II. Dashes are not numbers. */
function numberedLeaves(
  sections: readonly SectionView[],
  above: readonly string[] = [],
): { section: SectionView; number: string }[] {
  return sections.flatMap((section) => {
    const numbers = /^[\p{L}\d][\p{L}\d.]*$/u.test(section.number) ? [...above, section.number] : above;
    if (section.sections.length > 0) return numberedLeaves(section.sections, numbers);
    return [{ section, number: numbers.join('.') }];
  });
}

/** Enough of a title to recognise it by: some directives print a whole paragraph. */
function shortened(title: string): string {
  if (title.length <= 90) return title;
  const cut = title.slice(0, 90);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[,;:.]$/, '')}…`;
}
