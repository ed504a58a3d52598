import { every } from '../logic.js';
import type { Logic, RulebookForm } from '../rulebook.js';
import type { Entry, EntryType } from './entry.js';

type About = Partial<Pick<Entry, 'options' | 'none'>>;

/** An entry that the format itself knows, such as `/meeting/date`: named by the rulebook, due where a rule says so. */
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

/** What rules assert of an answer that is due, sometimes or always; undefined where none is. */
export function requiredBy({ rules }: RulebookForm, path: string): Logic | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isPresence = (id: string) => id === `required/${name}` || (id === 'unit' && path.startsWith('/unit/'));
  const asserts = rules.flatMap(({ id, each, path: at, assert }) =>
    assert !== undefined && isPresence(id) && `${each === undefined ? '' : `${each}/*`}${at}` === path ? [assert] : [],
  );
  return asserts.length === 0 ? undefined : every(asserts);
}
