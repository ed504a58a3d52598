import { textIn } from '@kl01/rules';
import type { FormContext } from '../base/form-context.js';
import { nameOf } from '../base/name-of.js';
import type { PrintBlock } from '../base/print-view.js';
import { showDate } from '../controls/calendar-date.js';
import { fieldInWords } from '../controls/field-in-words.js';
import { filesOf } from '../controls/print-dossier.js';
import { shownSections } from '../outline/outline.js';
import { paragraph, sectionBlock } from '../outline/print-outline.js';

/** The whole plan for the browser's Print. */
export function printPlan(form: FormContext): PrintBlock[] {
  const { strings, submission, view } = form;
  const { plan } = view;
  const files = filesOf(form);
  const text = (path: string): string => {
    const value = form.valueAt(path);
    return typeof value === 'string' ? value : '';
  };
  const groupName = (id: unknown): string => plan?.commitments?.groups.find((group) => group.id === id)?.label ?? '';
  const list = submission.commitments ?? [];
  return [
    ...(plan?.person
      ? [
          {
            heading: nameOf(form, '/person'),
            level: 3 as const,
            entries: [
              ...plan.person.fields
                .filter(({ when }) => form.holds(when))
                .map((field) => ({
                  label: textIn(field.label, form.lang),
                  value: fieldInWords(form, field, form.valueAt(`/person/${field.field}`)),
                })),
              ...(plan.posts.length > 0 ? [{ label: nameOf(form, '/person/posts'), value: postsInWords(form) }] : []),
            ],
          },
        ]
      : []),
    ...shownSections(form, plan?.outline ?? []).map((section) => sectionBlock(form, section, 3)),
    ...(list.length > 0
      ? [
          {
            heading: nameOf(form, '/commitments'),
            level: 3 as const,
            entries: [],
            blocks: list.map(({ group, title, result }, index) => ({
              heading: strings.plan.commitment(index + 1),
              level: 4 as const,
              entries: [
                { label: nameOf(form, '/commitments/0/group'), value: groupName(group) },
                { label: nameOf(form, '/commitments/0/title'), value: title ?? '' },
                ...(result ? [{ label: nameOf(form, '/commitments/0/result'), value: result }] : []),
              ],
            })),
          },
        ]
      : []),
    ...(submission.result
      ? [
          {
            heading: nameOf(form, '/result'),
            level: 3 as const,
            entries: [],
            content: paragraph(form, submission.result),
          },
        ]
      : []),
    ...(plan?.adoption
      ? [
          {
            heading: nameOf(form, '/adoption'),
            level: 3 as const,
            entries: [
              { label: nameOf(form, '/adoption/body'), value: text('/adoption/body') },
              { label: nameOf(form, '/adoption/date'), value: showDate(text('/adoption/date')) },
            ],
          },
        ]
      : []),
    ...(files.length > 0 ? [{ heading: strings.dossier.heading, level: 3 as const, entries: files }] : []),
  ];
}

function postsInWords(form: FormContext): string {
  const held = form.valueAt('/person/posts');
  if (!Array.isArray(held)) return '';
  if (held.length === 0) return form.strings.plan.noPost;
  const posts = form.view.plan?.posts ?? [];
  return held.map((id: unknown) => posts.find((post) => post.id === id)?.label ?? String(id)).join('; ');
}
