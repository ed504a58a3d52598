import { given } from '../logic.js';
import type { CriterionView, Logic, Rulebook, RulebookNomination, Template } from '../rulebook.js';
import type { Kind } from '../submission.js';
import { specialised } from '../specialised.js';
import { asking, inBoth } from './strings/asking.js';
import type { Entry } from './entry.js';
import { fieldEntry } from './field-entry.js';
import { fixedEntry, requiredBy } from './fixed-entry.js';
import { paperParts, place } from './paper-parts.js';
import type { Part } from './part.js';
import { sectionParts } from './section-parts.js';

const NOMINEE = '/nominees/*';

/** The list of nominees and, if any document prints it, the meeting that decided on the list. */
export function nominationParts(rulebook: Rulebook, form: RulebookNomination): Part[] {
  const view = form.view.nomination;
  const label = (path: string) => form.view.labels[path] ?? path;
  return [
    {
      owner: 'nominees',
      path: '/nominees',
      label: label('/nominees'),
      entries: [],
      parts: view.kinds.map(({ kind, label, fields }) => ({
        owner: 'nominee',
        kind,
        path: NOMINEE,
        label,
        entries: [],
        parts: ofKind(kind, [
          block(
            'facts',
            fields.map((field) => fieldEntry(form, field, NOMINEE)),
          ),
          block('criteria', view.criteria.filter(({ attest }) => attest).map(criterionEntry)),
          block('exclusions', view.exclusions.map(exclusionEntry)),
          ...documentParts(rulebook, form, kind),
          block('papers', [], paperParts(form, 'nominee', NOMINEE)),
        ]),
      })),
    },
    ...(view.meeting
      ? [
          {
            owner: 'meeting' as const,
            path: '/meeting',
            label: label('/meeting'),
            entries: [
              fixedEntry(form, '/meeting/date', 'date'),
              fixedEntry(form, '/meeting/present', 'count'),
              fixedEntry(form, '/meeting/absent', 'count'),
              fixedEntry(form, '/meeting/chair', 'text'),
              fixedEntry(form, '/meeting/secretary', 'text'),
              fixedEntry(form, '/meeting/votes', 'votes'),
            ],
            parts: [],
          },
        ]
      : []),
  ];
}

const block = (
  owner: 'facts' | 'criteria' | 'exclusions' | 'papers',
  entries: readonly Entry[],
  parts: readonly Part[] = [],
): Part => ({ owner, path: NOMINEE, label: asking[owner], entries, parts });

/** Parts for one kind, without what is asked of other kinds only. */
function ofKind(kind: Kind, parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => {
    const entries = part.entries.flatMap((entry) => withKind(entry, kind) ?? []);
    const below = ofKind(kind, part.parts);
    const own = withKind({ ...part, entries, parts: below }, kind);
    return own && (own.owner === 'paper' || entries.length > 0 || below.length > 0) ? [own] : [];
  });
}

function withKind<Asked extends { readonly when?: Logic }>(asked: Asked, kind: Kind): Asked | undefined {
  if (asked.when === undefined) return asked;
  const when = specialised(asked.when, { 'item.kind': kind });
  if (when === false) return undefined;
  const { when: _, ...rest } = asked;
  return (when === true ? rest : { ...rest, when }) as Asked;
}

const criterionEntry = (view: CriterionView): Entry =>
  declared(view, { name: view.label, label: inBoth(asking.criterion, { label: view.label }), type: 'declaration' });

/** An exclusion is denied: the officer answers no. */
const exclusionEntry = (view: CriterionView): Entry => declared(view, { label: view.label, type: 'yes-no' });

const declared = ({ id, when, cite }: CriterionView, about: Pick<Entry, 'name' | 'label' | 'type'>): Entry => ({
  ...place(`${NOMINEE}/declared/${id}`, id),
  ...about,
  optional: false,
  ...(when !== undefined && { when }),
  ...(cite && { cite }),
});

/** Texts about a nominee that documents are printed from, one part for each of the directive's templates. */
function documentParts({ templates }: Rulebook, form: RulebookNomination, kind: Kind): Part[] {
  return form.view.dossier.items.flatMap(({ id: item, per, as, by, template: id, when }): Part[] => {
    if (per !== 'nominee' || by === 'committee' || !as.includes('print') || id === undefined) return [];
    const template: Template | undefined = templates.find((each) => each.id === id);
    const sections = template?.sections[kind] ?? [];
    if (!template || sections.length === 0) return [];
    return [
      {
        owner: 'document',
        path: NOMINEE,
        label: template.label,
        entries: [],
        // If a file may be sent instead, the text is due only as long as there is none.
        parts: sectionParts(sections, NOMINEE, (path) =>
          as.includes('upload') ? given(`item.documents.${item}`) : requiredBy(form, path),
        ),
        ...(when !== undefined && { when }),
      },
    ];
  });
}
