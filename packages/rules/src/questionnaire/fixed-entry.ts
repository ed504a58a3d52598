import { every } from '../logic.js';
import type { Logic, RulebookForm } from '../rulebook.js';
import type { Entry, EntryType } from './entry.js';

type About = Partial<Pick<Entry, 'options' | 'none'>>;

/** An entry defined by the format, such as `/meeting/date`: labelled by the rulebook, and due if a rule requires it. */
export function fixedEntry(form: RulebookForm, path: string, type: EntryType, about: About = {}): Entry {
  const unless = requiredBy(form, path);
  return {
    key: path,
    path,
    type,
    label: form.view.labels[path] ?? path,
    optional: unless === undefined,
    ...(unless !== undefined && { unless }),
    ...about,
  };
}

/** The `assert` of the rule that requires the answer, always or conditionally; undefined if there is none. */
export function requiredBy({ rules }: RulebookForm, path: string): Logic | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isPresence = (id: string) => id === `required/${name}` || (id === 'unit' && path.startsWith('/unit/'));
  const asserts = rules.flatMap(({ id, each, path: at, assert }) =>
    assert !== undefined && isPresence(id) && `${each === undefined ? '' : `${each}/*`}${at}` === path ? [assert] : [],
  );
  return asserts.length === 0 ? undefined : every(asserts);
}
