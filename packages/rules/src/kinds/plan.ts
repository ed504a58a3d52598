import { z } from 'zod';
import { countWhere, either, equals, every, given, not, variable, whenever } from '../logic.js';
import type { DutyRule, FieldView, Logic, NeededType, PlanView, Rule } from '../rulebook.js';
import { compiling } from '../strings/compiling.js';
import { vocabulary } from '../strings/vocabulary.js';
import { textIn, type Text } from '../text.js';
import { cite, element, ids, label } from './common.js';
import { compileCondition, type Naming } from './condition.js';
import { condition } from './condition-shape.js';
import { makeRule, type FormContext, type FormParts } from './context.js';
import { fields } from './field.js';

/** Members that only plan forms have. */
export const plan = {
  person: z.strictObject({ fields }).optional(),
  posts: z
    .array(z.strictObject({ ...element, label, commits: z.boolean().optional() }))
    .min(1)
    .optional()
    .describe('Highest first: one plan, by the highest post'),
  duty: z
    .array(z.strictObject({ ...element, label: label.optional(), when: condition }))
    .min(1)
    .optional()
    .describe('Any holds: the plan is a must; none: encouraged'),
  adoption: z
    .strictObject({
      by: label,
      act: z
        .enum(['adopted', 'presented'])
        .optional()
        .describe('presented: laid before them to be commented on, which is no decision of theirs; left out: adopted'),
      groups: ids.optional(),
      cite: cite.optional(),
    })
    .optional(),
  result: z
    .strictObject({ guidance: label.optional(), cite: cite.optional() })
    .optional()
    .describe('What came of the whole plan: written into a later revision, when it is assessed; never due'),
  commitments: z
    .strictObject({
      cite: cite.optional(),
      groups: z.array(z.strictObject({ ...element, label })).min(1),
      counts: z
        .array(
          z.strictObject({
            ...element,
            ifPost: z.enum(['commits', 'not-commits']).optional(),
            min: z.int().min(0).optional(),
            max: z.int().min(0).optional(),
          }),
        )
        .min(1),
    })
    .optional(),
};
export type PlanParts = FormParts & z.infer<z.ZodObject<typeof plan>>;

const POSTS = 'submission.person.posts';

const holdsPost = (post: string): Logic => ({ some: [variable(POSTS), { '===': [variable(''), post] }] });

/** Whether the highest post held is one whose holder makes commitments. */
function highestCommits(posts: NonNullable<PlanParts['posts']>): Logic {
  const cases = posts.flatMap((post, index) =>
    post.commits
      ? [every([holdsPost(post.id), ...posts.slice(0, index).map((higher) => not(holdsPost(higher.id)))])]
      : [],
  );
  return every([given(POSTS), either(cases)]);
}

export function planView(
  form: PlanParts,
  context: FormContext,
  person: readonly FieldView[],
  outline: PlanView['outline'],
): PlanView {
  return {
    ...(form.person && { person: { fields: person } }),
    posts: (form.posts ?? []).map((post) => ({
      id: post.id,
      label: post.label,
      commits: post.commits ?? false,
      ...context.cite(post.cite),
    })),
    outline,
    ...(form.commitments && {
      commitments: {
        groups: form.commitments.groups.map(({ id, label: words }) => ({ id, label: words })),
        counts: form.commitments.counts.map(({ id, ifPost, min, max }) => ({
          id,
          ...(ifPost && { ifPost }),
          ...(min !== undefined && { min }),
          ...(max !== undefined && { max }),
        })),
      },
    }),
    ...(form.result && {
      result: { ...(form.result.guidance && { guidance: form.result.guidance }), ...context.cite(form.result.cite) },
    }),
    ...(form.adoption && {
      adoption: { by: form.adoption.by, act: form.adoption.act ?? 'adopted', ...context.cite(form.adoption.cite) },
    }),
  };
}

/** Labels of the place and the day if a plan is presented, not adopted. */
export function adoptionLabels({ adoption }: PlanParts): Record<string, Text> {
  if (adoption?.act !== 'presented') return {};
  const paths = ['/adoption', '/adoption/body', '/adoption/date'];
  return Object.fromEntries(paths.map((path) => [path, vocabulary.presented[path]!]));
}

export function planRules(form: PlanParts, context: FormContext): Rule[] {
  const places: Record<string, Text> = { ...vocabulary.places, ...adoptionLabels(form) };
  const place = (path: string) => (lang: 'vi' | 'en') => textIn(places[path]!, lang);
  const required = (name: string, path: string, element: string, asked: Logic = true, clause?: string): Rule =>
    makeRule({
      id: `required/${name}`,
      element,
      assert: whenever(asked, given(`submission${path.replaceAll('/', '.')}`)),
      path,
      message: context.message((lang) => compiling[lang].required(place(path)(lang))),
      ...context.cite(clause),
    });
  const rules: Rule[] = [];
  if (form.person) rules.push(required('id', '/person/id', form.id));
  if (form.posts) rules.push(required('posts', '/person/posts', `${form.id}/posts`));
  if (form.adoption) {
    const { groups } = form.adoption;
    const asked = groups ? either(groups.map((group) => equals('submission.unit.group', group))) : true;
    for (const part of ['body', 'date']) {
      rules.push(required(part, `/adoption/${part}`, `${form.id}/adoption`, asked, form.adoption.cite));
    }
  }
  if (!form.commitments) return rules;
  const { counts, cite: clause } = form.commitments;
  rules.push(required('commitments', '/commitments', `${form.id}/commitments`, true, clause));
  for (const part of ['group', 'title']) {
    rules.push(
      makeRule({
        id: `required/${part}`,
        element: `${form.id}/commitments`,
        each: '/commitments',
        assert: given(`item.${part}`),
        path: `/${part}`,
        message: context.message((lang) => compiling[lang].required(place(`/commitments/*/${part}`)(lang))),
        ...context.cite(clause),
      }),
    );
  }
  const commits = highestCommits(form.posts ?? []);
  const total = countWhere('submission.commitments', true);
  for (const count of counts) {
    const asked = count.ifPost === undefined ? true : count.ifPost === 'commits' ? commits : not(commits);
    rules.push(
      makeRule({
        id: `plan/${count.id}`,
        element: `${form.id}/commitments/counts/${count.id}`,
        needs: { 'submission.commitments': 'list' },
        assert: whenever(
          asked,
          every([
            ...(count.min ? [{ '>=': [total, count.min] }] : []),
            ...(count.max === undefined ? [] : [{ '<=': [total, count.max] }]),
          ]),
        ),
        path: '/commitments',
        params: { count: total },
        message: context.message((lang) => compiling[lang].plan(rangeInWords(count, lang))),
        ...context.cite(count.cite, clause),
      }),
    );
  }
  return rules;
}

/** The first rule that holds makes the plan mandatory; if none does, it is encouraged. */
export function dutyRules(form: PlanParts, context: FormContext, names: Naming): DutyRule[] {
  return (form.duty ?? []).map((shape) => {
    const needs: Record<string, NeededType> = {};
    return {
      element: `${form.id}/duty/${shape.id}`,
      ...(shape.label && { label: shape.label }),
      needs,
      assert: compileCondition(shape.when, names),
      ...context.cite(shape.cite),
    };
  });
}

function rangeInWords({ min, max }: { min?: number | undefined; max?: number | undefined }, lang: 'vi' | 'en'): string {
  const { bound, commitments } = compiling[lang];
  const printed = (value: number) => String(value).padStart(lang === 'vi' ? 2 : 1, '0');
  if (max === undefined) return bound.atLeast(printed(min ?? 0), commitments);
  if (!min) return bound.atMost(printed(max), commitments);
  return min === max
    ? bound.exactly(printed(min), commitments)
    : bound.between(printed(min), printed(max), commitments);
}
