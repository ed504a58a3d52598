import type { TemplatePosition } from '../strings/messages.js';
import type { ReadTemplate } from './fill.js';
import type { Position } from './marked.js';
import type { Names, Value } from './names.js';
import { nearestName } from './nearest-name.js';
import type { StoryKind } from './open-template.js';

/** What a template asks for, and what it leaves out. */
export interface CheckedTemplate {
  /** how many places are understood */
  readonly places: number;
  /** what no name of the form fits, and the name that looks most like it */
  readonly unknown: readonly { readonly written: string; readonly nearest?: string; readonly at: TemplatePosition }[];
  /** beginnings without an end, ends without a beginning */
  readonly unpaired: readonly { readonly written: string; readonly at: TemplatePosition }[];
  /** what the form asks and the template never prints, in the order of the form; a table as a whole */
  readonly unprinted: readonly { readonly name: string; readonly label: string }[];
}

export function check({ names, stories }: ReadTemplate): CheckedTemplate {
  const at = (kind: StoryKind, { part: _, ...position }: Position): TemplatePosition => ({ story: kind, ...position });
  const nearest = new Map<string, string | undefined>();
  const nearestTo = (written: string): string | undefined => {
    if (!nearest.has(written)) nearest.set(written, nearestName(names, written));
    return nearest.get(written);
  };
  return {
    places: stories.reduce((sum, { known }) => sum + known.length, 0),
    unknown: stories.flatMap(({ story, unknown }) =>
      unknown.map(({ place, position }) => {
        const meant = nearestTo(place.name);
        return {
          written: place.name,
          ...(meant !== undefined && { nearest: meant }),
          at: at(story.kind, position),
        };
      }),
    ),
    unpaired: stories.flatMap(({ story, unpaired }) =>
      unpaired.map(({ written, position }) => ({ written, at: at(story.kind, position) })),
    ),
    unprinted: unprinted({ names, stories }),
  };
}

/** Not for people, or not as text. */
const NEVER_PRINTED = /^unit\/(?:id|group)$/;

function unprinted({ names, stories }: Pick<ReadTemplate, 'names' | 'stories'>): CheckedTemplate['unprinted'] {
  const printed = new Set<string>();
  for (const { known } of stories) {
    for (const { place, means } of known) {
      // A condition reads an answer and does not print it.
      if (place.place.does === 'if' || place.place.does === 'unless') continue;
      if (!('prints' in means)) continue;
      for (const each of means.entries) printed.add(keyOf(each));
      if (means.prints === 'votes') printed.add(' /meeting/votes');
      const list = names.lists.get(means.list);
      if (list?.listed || list?.table !== undefined) printed.add(` /${list.name}`);
    }
  }
  const left = new Map<string, string>();
  for (const value of names.values.values()) {
    const table = tableOf(names, value);
    if (table !== undefined) {
      if (![...printed].some((path) => path === ` /${table}` || path.startsWith(` /${table}/`)))
        left.set(table, names.lists.get(table)?.label ?? table);
    } else if (isLeft(names, value, printed)) left.set(value.name, value.label);
  }
  return [...left].map(([name, label]) => ({ name, label }));
}

function isLeft(names: Names, { name, prints, list, entries }: Value, printed: ReadonlySet<string>): boolean {
  const owner = names.lists.get(list);
  const isOwn = prints === 'answer' && owner?.kind === undefined && !owner?.listed;
  return (
    isOwn &&
    !NEVER_PRINTED.test(name) &&
    entries.some((each) => each.entry.type !== 'files' && !printed.has(keyOf(each)))
  );
}

/** Kinds of nominees may be asked the same. */
const keyOf = ({ entry, kind = '' }: Value['entries'][number]): string => `${kind} ${entry.path}`;

/** The table that a cell or row belongs to. */
function tableOf({ lists }: Names, { name, prints, list }: Value): string | undefined {
  if (prints !== 'cell') return undefined;
  if (list !== '') return lists.get(list)?.name;
  const [tables, id] = name.split('/');
  return `${tables}/${id}`;
}
