import type { ItemView, RulebookForm } from '../rulebook.js';
import { asking, inBoth } from './strings/asking.js';
import type { Entry } from './entry.js';
import { fixedEntry } from './fixed-entry.js';
import type { Part } from './part.js';

/** Letterhead and signature, asked for if a document is printed from the form. */
export function issuerParts(form: RulebookForm): Part[] {
  if (!form.view.dossier.items.some(({ as }) => as.includes('print'))) return [];
  const texts = (names: readonly string[]) => names.map((name) => fixedEntry(form, `/issuer/${name}`, 'text'));
  return [
    {
      owner: 'issuer',
      path: '/issuer',
      label: form.view.labels['/issuer'] ?? '/issuer',
      entries: [
        ...texts(['superior', 'name', 'place', 'number', 'symbol']),
        fixedEntry(form, '/issuer/date', 'date'),
        ...texts(['authority', 'title', 'signer']),
        fixedEntry(form, '/issuer/recipients', 'lines'),
      ],
      parts: [],
    },
  ];
}

/** Papers sent with the list as a whole, or with a report or plan. */
export function dossierParts(form: RulebookForm): Part[] {
  const parts = paperParts(form, 'slate', '');
  const { cite } = form.view.dossier;
  return parts.length === 0
    ? []
    : [{ owner: 'dossier', path: '/documents', label: asking.dossier, entries: [], parts, ...(cite && { cite }) }];
}

/**
 * The dossier items that a unit provides, without those the committee files itself.
 *
 * @param root JSON Pointer of what they are about: `''` or `/nominees/*`
 */
export function paperParts({ view }: RulebookForm, per: ItemView['per'], root: string): Part[] {
  return view.dossier.items
    .filter((item) => item.per === per && item.by !== 'committee')
    .map((item) => ({
      owner: 'paper',
      path: `${root}/documents/${item.id}`,
      label: item.label,
      item,
      entries: paperEntries(item, root),
      parts: [],
      ...(item.when !== undefined && { when: item.when }),
      ...(item.cite && { cite: item.cite }),
    }));
}

function paperEntries(item: ItemView, root: string): Entry[] {
  const file = ({ id, label, duty, when, cite }: Pick<ItemView, 'id' | 'label' | 'duty' | 'when' | 'cite'>): Entry => ({
    ...place(`${root}/documents/${id}`, id),
    type: 'files',
    label,
    optional: duty === 'if-any',
    ...(when !== undefined && { when }),
    ...(cite && { cite }),
  });
  // An item that may also be printed from the form is not due as a file.
  const own = item.as.includes('print') ? { ...item, duty: 'if-any' as const } : item;
  return [
    ...(item.as.includes('upload') ? [file(own)] : []),
    ...declarationOf(item, root),
    ...item.enclosures.map(file),
  ];
}

/** On paper or endorsed: declared under the item's own id, with a label that says which. */
function declarationOf({ id, label, as, duty, endorsedBy, cite }: ItemView, root: string): Entry[] {
  const onPaper = as.includes('paper');
  if (!onPaper && !endorsedBy) return [];
  const when = onPaper ? undefined : endorsedBy?.when;
  const from = endorsedBy?.cite ?? cite;
  return [
    {
      ...place(`${root}/declared/${id}`, id),
      type: 'declaration',
      name: label,
      label: endorsedBy ? inBoth(asking.endorsed, { label, by: endorsedBy.label }) : inBoth(asking.paper, { label }),
      optional: duty === 'if-any',
      ...(when !== undefined && { when }),
      ...(from && { cite: from }),
    },
  ];
}

export const place = (path: string, id: string) => ({ key: path, path, id });
