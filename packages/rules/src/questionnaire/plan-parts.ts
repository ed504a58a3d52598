import type { RulebookPlan } from '../rulebook.js';
import { fieldEntry } from './field-entry.js';
import { fixedEntry } from './fixed-entry.js';
import type { Part } from './part.js';
import { outlinePart } from './report-parts.js';

/** Person, outline, commitments, their outcome, and the body the plan was presented to. */
export function planParts(form: RulebookPlan): Part[] {
  const { person, posts, outline, commitments, result, adoption } = form.view.plan;
  const label = (path: string) => form.view.labels[path] ?? path;
  const options = (list: readonly { id: string; label: string }[]) => ({
    options: list.map(({ id: value, label }) => ({ value, label })),
  });
  const part = (owner: Part['owner'], path: string, entries: Part['entries'], more: Partial<Part> = {}): Part => ({
    owner,
    path,
    label: label(path),
    entries,
    parts: [],
    ...more,
  });
  return [
    ...(person
      ? [
          part('person', '/person', [
            fixedEntry(form, '/person/id', 'text'),
            ...person.fields.map((field) => fieldEntry(form, field, '/person')),
            ...(posts.length > 0
              ? [fixedEntry(form, '/person/posts', 'choices', { ...options(posts), none: true })]
              : []),
          ]),
        ]
      : []),
    ...outlinePart(form, outline),
    ...(commitments
      ? [
          part('commitments', '/commitments', [], {
            parts: [
              part('commitment', '/commitments/*', [
                fixedEntry(form, '/commitments/*/group', 'choice', options(commitments.groups)),
                fixedEntry(form, '/commitments/*/title', 'long-text'),
                fixedEntry(form, '/commitments/*/result', 'long-text'),
              ]),
            ],
          }),
        ]
      : []),
    ...(result
      ? [
          part('result', '/result', [fixedEntry(form, '/result', 'long-text')], {
            ...(result.guidance !== undefined && { guidance: result.guidance }),
            ...(result.cite && { cite: result.cite }),
          }),
        ]
      : []),
    ...(adoption
      ? [
          part(
            'adoption',
            '/adoption',
            [fixedEntry(form, '/adoption/body', 'text'), fixedEntry(form, '/adoption/date', 'date')],
            { guidance: adoption.by, ...(adoption.cite && { cite: adoption.cite }) },
          ),
        ]
      : []),
  ];
}
