import { joined, type Compiled } from './form-parts.js';
import { type Naming } from '../kinds/condition.js';
import { naming, type FormContext } from '../kinds/context.js';
import { membersRules } from '../kinds/facts.js';
import { expandField, fieldLabels, fieldRules, fieldSchema, fieldViews } from '../kinds/field.js';
import { outlineRules, sectionViews } from '../kinds/outline.js';
import { adoptionLabels, dutyRules, planRules, planView } from '../kinds/plan.js';
import type { PlanForm } from '../pack/pack.js';
import { leaves } from '../section-leaves.js';
import {
  choiceSchema,
  choicesSchema,
  daySchema,
  itemSchema,
  listSchema,
  objectSchema,
  SECTION_TEXT,
  TEXT,
  LONG_TEXT,
  textSchema,
} from '../shape.js';

/** Compiles what only plans have: person, posts, commitments, adoption. */
export function compilePlan(form: PlanForm, context: FormContext): Compiled {
  const names = personNaming(form, context);
  const person = fieldViews(form.person?.fields ?? [], context, {
    prefix: 'submission.person',
    address: `${form.id}/person/fields`,
  });
  const outline = sectionViews(form.outline, context, names);
  const sections = leaves(outline);
  const posts = (form.posts ?? []).map(({ id }) => id);
  return {
    type: 'plan',
    items: () => names,
    printed: sections,
    schema: {
      ...(form.person && {
        person: objectSchema({
          id: textSchema(200),
          ...Object.fromEntries(person.map((view) => [view.field, fieldSchema(view)])),
          ...(posts.length > 0 && { posts: choicesSchema(posts) }),
        }),
      }),
      sections: objectSchema(Object.fromEntries(sections.map(({ id }) => [id, textSchema(SECTION_TEXT)]))),
      ...(form.commitments && {
        commitments: listSchema(
          itemSchema({
            group: choiceSchema(form.commitments.groups.map(({ id }) => id)),
            title: textSchema(LONG_TEXT),
            result: textSchema(LONG_TEXT),
          }),
          50,
        ),
      }),
      ...(form.result && { result: textSchema(SECTION_TEXT) }),
      ...(form.adoption && { adoption: objectSchema({ body: textSchema(TEXT), date: daySchema }) }),
    },
    rules: [
      ...membersRules(form, [], context),
      ...fieldRules(person, context, { prefix: 'submission.person', asked: true, path: '/person' }),
      ...outlineRules(outline, context),
      ...planRules(form, context),
    ],
    labels: {
      ...fieldLabels(person, '/person'),
      ...adoptionLabels(form),
      ...Object.fromEntries(sections.map(({ id, number, title }) => [`/sections/${id}`, joined(number, title)])),
    },
    duty: dutyRules(form, context, names),
    view: planView(form, context, person, outline),
  };
}

/** How conditions read a person's fields. */
const personNaming = (form: PlanForm, context: FormContext): Naming =>
  naming('submission.person.', (form.person?.fields ?? []).map(expandField), context);
