import type { SubmissionFacts, Members } from './facts.js';
import { listOf, membersOf, textOf } from './text.js';

/** A file referenced by a submission. */
export interface NamedFile {
  /** JSON Pointer of its entry in the submission */
  readonly path: string;
  /** id of the dossier item or enclosure that it belongs to */
  readonly item: string;
  readonly label: string;
  /** the nominee it is about */
  readonly nominee?: Members;
  /** that nominee's name */
  readonly of?: string | undefined;
  readonly file: Members;
}

/** Files of the slate, then of each nominee, in the submission's order. */
export function filesOf({ form, submission }: SubmissionFacts): NamedFile[] {
  const items = form.view.dossier.items.flatMap((item) => [item, ...item.enclosures]);
  const labelOf = (id: string) => items.find((item) => item.id === id)?.label ?? id;
  const named = (documents: unknown, path: string, about: Partial<NamedFile> = {}): NamedFile[] =>
    Object.entries(membersOf(documents)).flatMap(([item, files]) =>
      listOf(files).map((file, index) => ({
        path: `${path}/${item}/${index}`,
        item,
        label: labelOf(item),
        file: membersOf(file),
        ...about,
      })),
    );
  const nominees = listOf(submission['nominees']).map(membersOf);
  return [
    ...named(submission['documents'], '/documents'),
    ...nominees.flatMap((nominee, index) =>
      named(nominee['documents'], `/nominees/${index}/documents`, { nominee, of: textOf(nominee['name']) }),
    ),
  ];
}
