import { inSentence, ownMember, type NominationView, type Proposed, type Selection } from '@kl01/rules';
import type { Inline, OfficialDocument, Part } from '../document.js';
import { words } from '../strings/document-words.js';
import { directiveInWords } from './directive.js';
import type { DocumentKind } from './document-kind.js';
import type { Made } from './made.js';
import { committeeOf, type Issuer } from './issuer.js';
import { isWide, listTable } from './list-table.js';
import { withoutWay } from './receivers.js';
import { countsInWords, groupsAmong, kindsInWords, noNominees, type NomineeGroup } from './nominees.js';
import { requestOf } from './request.js';
import type { Members, ReviewSource } from './sources.js';
import { orUnknown, sentence } from './text.js';

/** Danh sách đề xuất of each selection that was picked for; with it the tờ trình where it goes to the next level. */
export const deXuat: DocumentKind = {
  id: 'de-xuat',
  from: { review: { pages: make } },
};

function make(source: ReviewSource): Made<OfficialDocument> {
  const { review, rulebook } = source;
  const committee = committeeOf(source, 'TTr');
  const picked = rulebook.selections
    .map((selection) => ({
      selection,
      proposed: review.proposal.filter(({ selections }) => selections.includes(selection.id)),
    }))
    .filter(({ proposed }) => proposed.length > 0);
  const parts = picked.flatMap(({ selection, proposed }): Part[] => {
    const list = listOf(source, committee, proposed, selection);
    return selection.to ? [letter(source, committee, proposed, selection), list] : [list];
  });
  return {
    // Nothing picked yet: everybody whom the units put forward.
    content: { title: words.deXuat, parts: parts.length > 0 ? parts : [listOf(source, committee, review.proposal)] },
    unknown: committee.unknown,
    remarks: noNominees(review.proposal),
  };
}

function letter(source: ReviewSource, committee: Issuer, proposed: readonly Proposed[], selection: Selection): Part {
  const groups = groupsOf(source, proposed);
  const said = words.proposal;
  const to = selection.to ?? '';
  const common = {
    issuer: committee.name,
    directive: directiveInWords(source.rulebook.directive),
    to: withoutWay(to),
    matter: inSentence(selection.label),
    counts: orUnknown(countsInWords(groups) || undefined, 20),
    award: selection.award?.label ?? '',
  };
  // The matter may say itself what is asked for.
  const namesAward = selection.award && !common.matter.includes(inSentence(selection.award.label));
  return {
    orientation: 'portrait',
    blocks: [
      committee.letterhead,
      { kind: 'title', name: words.toTrinh, subject: sentence(said.subject, common) },
      { kind: 'addressees', label: words.kinhGui, names: [to] },
      { kind: 'paragraph', inlines: sentence(said.grounds, common) },
      { kind: 'paragraph', inlines: sentence(said.asks, common) },
      ...(namesAward ? [{ kind: 'paragraph' as const, inlines: sentence(words.award, common) }] : []),
      { kind: 'paragraph', inlines: [{ text: words.enclosures, italic: true }] },
      { kind: 'paragraph', inlines: sentence(said.closing, common), last: true },
      { kind: 'closing', left: committee.recipients, right: committee.signature },
    ],
  };
}

function listOf(source: ReviewSource, committee: Issuer, proposed: readonly Proposed[], selection?: Selection): Part {
  const view = source.form.view.nomination as NominationView;
  const groups = groupsOf(source, proposed);
  const origins = new Map<Members, Proposed>(proposed.map((one) => [one.nominee, one]));
  const table = listTable(view, groups, {
    submissionOf: () => ({}),
    unitOf: (nominee) => proposerOf(source, origins.get(nominee)),
  });
  const enclosedWith = sentence(words.enclosedWith, {
    number: committee.number,
    date: committee.date,
    issuer: committee.name,
  });
  const subject = selection
    ? sentence(words.proposal.subject, { matter: inSentence(selection.label) })
    : sentence(words.listSubject, {
        kinds: kindsInWords(view, groups),
        request: requestOf(source),
      });
  const counts = orUnknown(countsInWords(groups) || undefined, 30);
  return {
    orientation: isWide(table) ? 'landscape' : 'portrait',
    blocks: [
      ...(selection?.to ? [] : [{ ...committee.letterhead, number: undefined }]),
      { kind: 'title', name: words.deXuat, subject, ...(selection?.to && { note: enclosedWith }) },
      table,
      { kind: 'paragraph', inlines: sentence(words.listTotal, { counts }), last: true, ofTable: 'sum' },
      ...(selection?.to ? [] : [{ kind: 'closing' as const, right: committee.signature }]),
    ],
  };
}

const groupsOf = ({ form }: ReviewSource, proposed: readonly Proposed[]): NomineeGroup[] =>
  groupsAmong(
    form.view.nomination as NominationView,
    proposed.map(({ nominee }) => nominee as Members),
  );

/** The unit, whose reserved place it is, or the committee itself. */
function proposerOf({ review, rulebook }: ReviewSource, proposed?: Proposed): Inline {
  if (!proposed) return '';
  const place = rulebook.selections.flatMap(({ reserved }) => reserved).find(({ id }) => id === proposed.reserved);
  // Without a unit or a reserved place: of a form that the committee answers itself.
  const own = proposed.reserved === null ? rulebook.directive.committee.name : place?.by;
  return orUnknown(proposed.unit === null ? own : (ownMember(review.names, proposed.unit) ?? proposed.unit), 16);
}
