import { fillTemplate, textIn, type Kind, type RulebookForm } from '@kl01/rules';
import type { Members } from '../documents/sources.js';
import { statisticsOf, type Statistics } from '../documents/statistics.js';
import { upperFirst } from '../documents/text.js';
import { offlineWords } from '../strings/offline-words.js';
import { choice, count, day, fieldCodec, text, yesNo, type Codec } from './codec.js';

/**
 * What of a form can be answered in a workbook, and where in the submission it belongs. The same list is written and
 * read back, so that what went out comes home.
 */
export interface OfflineForm {
  /** one list for each kind of nominee */
  readonly lists: readonly OfflineList[];
  readonly tables: readonly Statistics[];
  /** single values */
  readonly answers: readonly OfflineValue[];
  /** what the workbook cannot hold, by its label */
  readonly leftOut: readonly string[];
}

/** One value: a column of a list, or a line of the sheet of single values. */
export interface OfflineValue {
  /** members on the way to it: `declared`, `guong-mau` of a nominee; `contact`, `phone` of a submission */
  readonly path: readonly string[];
  readonly label: string;
  readonly codec: Codec;
}

export interface OfflineList {
  readonly kind: Kind;
  readonly label: string;
  readonly columns: readonly OfflineValue[];
}

/** @param submission what a workbook is made of; left out where one is read */
export function offlineForm(form: RulebookForm, group: string | undefined, submission: Members = {}): OfflineForm {
  const { nomination, report, dossier, labels } = form.view;
  const labelAt = (pointer: string) => textIn(labels[pointer] ?? pointer);
  const single = (pointer: string, codec: Codec): OfflineValue[] =>
    labels[pointer] === undefined ? [] : [{ path: pointer.slice(1).split('/'), label: labelAt(pointer), codec }];

  const declared = dossier.items
    .filter(({ as, endorsedBy, by }) => !by && (as.includes('paper') || endorsedBy))
    .map(({ id, per, label, endorsedBy }) => ({
      id,
      per,
      label: endorsedBy ? confirmed(label, endorsedBy.label) : label,
    }));
  const lists = (nomination?.kinds ?? []).map(({ kind, label, fields }): OfflineList => ({
    kind,
    label: upperFirst(textIn(label)),
    columns: [
      ...fields.map((field) => ({ path: [field.field], label: textIn(field.label), codec: fieldCodec(field) })),
      ...[
        ...nomination!.criteria.filter(({ attest }) => attest),
        ...nomination!.exclusions,
        ...declared.filter(({ per }) => per === 'nominee'),
      ].map(({ id, label: words }) => ({ path: ['declared', id], label: words, codec: yesNo })),
    ],
  }));

  return {
    lists,
    tables: statisticsOf(report?.tables ?? [], group, submission),
    answers: [
      ...single('/contact/name', text),
      ...single('/contact/phone', { ...text, letters: 16 }),
      ...single('/contact/email', text),
      ...single('/unit/members', count),
      ...declared
        .filter(({ per }) => per === 'slate')
        .map(({ id, label }) => ({ path: ['declared', id], label, codec: yesNo })),
      ...(nomination?.meeting
        ? [
            ...single('/meeting/date', day),
            ...single('/meeting/present', count),
            ...single('/meeting/absent', count),
            ...single('/meeting/chair', text),
            ...single('/meeting/secretary', text),
          ]
        : []),
      ...(report?.questions ?? []).map(({ id, label, options }) => ({
        path: ['answers', id],
        label,
        codec: choice(options),
      })),
    ],
    leftOut: [
      ...((report?.outline.length ?? 0) > 0 ? [labelAt('/sections')] : []),
      ...(nomination?.meeting ? [labelAt('/meeting/votes')] : []),
      ...dossier.items.flatMap(({ as, label, enclosures }) => [
        ...(as.includes('upload') ? [label] : []),
        ...enclosures.map((enclosure) => enclosure.label),
      ]),
      ...(hasTemplate(dossier.items) ? [labelAt('/nominees/*/sections')] : []),
    ],
  };
}

const hasTemplate = (items: RulebookForm['view']['dossier']['items']) =>
  items.some(({ template, as }) => template !== undefined && as.includes('print'));

const confirmed = (item: string, by: string) => fillTemplate(offlineWords.confirmed, { item, by });
