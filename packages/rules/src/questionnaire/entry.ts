import type { Cite, FieldType, FieldView, Logic } from '../rulebook.js';
import type { Text } from '../text.js';

/**
 * How an entry is answered: as a field of the pack, or in a way that only a form as a whole knows.
 * `declaration`: yes or no under an id of the pack. `files`: a list of files. `votes`: for and against, by nominee.
 * `lines`: a list of short texts. `email`, `percent`: as their names say; a percent is kept in hundredths.
 */
export type EntryType = FieldType | 'email' | 'percent' | 'declaration' | 'files' | 'votes' | 'lines';

/** One thing that can be asked, with the place where its answer stands. */
export interface Entry {
  /**
   * Address by ids, which stays the same when another item of a list is removed: `/nominees/@<id>/name`. In a
   * questionnaire, which knows no items, the path.
   */
  readonly key: string;
  /** JSON Pointer into the submission; in a questionnaire with `*` for any item of a list */
  readonly path: string;
  readonly type: EntryType;
  /** what is asked, whole enough to be read alone */
  readonly label: Text;
  /** of what is declared: the thing itself, to be said beside a yes or no */
  readonly name?: Text;
  readonly hint?: Text;
  /** may be left out by everybody; of what may not, `due` of an asked entry says whether this submission must answer */
  readonly optional: boolean;
  /** asked only while true; JsonLogic over `{ submission, item }` */
  readonly when?: Logic;
  /** must be answered only while this, the `assert` of its rule, is broken by silence; JsonLogic over `{ submission }` */
  readonly unless?: Logic;
  /** asked only of units of these groups */
  readonly groups?: readonly string[];
  readonly options?: FieldView['options'];
  /** of a choice of several: that nothing on the list is so is an answer, an empty list; silence is none */
  readonly none?: true;
  /** characters of a text, the schema's `maxLength` */
  readonly maxLength?: number;
  /** guides whoever answers, is not judged */
  readonly limit?: FieldView['limit'];
  /** of a `files` or `declaration` entry: id of the dossier's item, enclosure, criterion or exclusion */
  readonly id?: string;
  /** of a cell: ids of its row and column */
  readonly cell?: { readonly row: string; readonly column: string };
  readonly cite?: Cite;
}

/** An entry as it stands for one submission. */
export interface AskedEntry extends Entry {
  /** false: nobody asks it any more, but something stands there, which would be sent */
  readonly asked: boolean;
  /** must be answered */
  readonly due: boolean;
}
