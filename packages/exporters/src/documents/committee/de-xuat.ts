import { inSentence, ownMember, type Selection } from '@kl01/rules';
import { type Proposed } from '@kl01/rules/committee';
import type { Inline, OfficialDocument, Part } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { listSubject } from '../nomination/danh-sach-trich-ngang.js';
import { basisInWords, directiveCited } from '../parts/directive.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import { matterFor, matterOf, matterText, type Matter } from '../parts/matter.js';
import { committeeOf } from '../parts/issuer.js';
import { isWide, listTable } from '../nomination/list-table.js';
import { withoutWay } from '../parts/receivers.js';
import { countsInWords, groupsAmong, kindsInWords, noNominees, type NomineeGroup } from '../parts/nominees.js';
import type { Members, ReviewFacts } from '../parts/facts.js';
import { orUnknown, sentence } from '../parts/text.js';

/** Danh sách đề xuất for each selection with picks, plus a tờ trình if it goes to the next level. */
export const deXuat: DocumentKind = {
  id: 'de-xuat',
  from: { review: { pages: make } },
};

function make(facts: ReviewFacts): Content<OfficialDocument> {
  const { review, rulebook } = facts;
  const picked = rulebook.selections
    .map((selection) => ({
      selection,
      proposed: review.proposal.filter(({ selections }) => selections.includes(selection.id)),
    }))
    .filter(({ proposed }) => proposed.length > 0);
  const parts = picked.flatMap(({ selection, proposed }): Part[] => {
    const list = listOf(facts, proposed, selection);
    return selection.to ? [letter(facts, proposed, { ...selection, to: selection.to }), list] : [list];
  });
  return {
    // If nothing is picked yet: all nominees of the units.
    model: { title: words.deXuat, parts: parts.length > 0 ? parts : [listOf(facts, review.proposal)] },
    unknown: committeeOf(facts, TO_TRINH).unknown,
    remarks: noNominees(review.proposal),
  };
}

const [TO_TRINH, CONG_VAN] = ['TTr', 'CV'] as const;

/** A tờ trình to a superior body; otherwise a công văn, since a body does not submit to one beside or below it. */
function letter(facts: ReviewFacts, proposed: readonly Proposed[], selection: Selection & { to: string }): Part {
  const groups = groupsOf(facts, proposed);
  const said = words.proposal;
  const { to } = selection;
  const isSubmitted = selection.sentAs !== 'cong-van';
  const committee = committeeOf(facts, isSubmitted ? TO_TRINH : CONG_VAN);
  const { directive } = facts.rulebook;
  const basis = basisInWords(directive);
  const matter = matterOfSelection(facts, groups, selection);
  const common = {
    issuer: committee.name,
    directive: directiveCited(directive),
    basis: basis ?? '',
    to: withoutWay(to),
    award: selection.award?.label ?? '',
  };
  const asked = { ...common, matter: matterFor(matter, orUnknown(countsInWords(groups) || undefined, 20)) };
  const subject = { matter: matterText(matter) };
  // The pack's phrase is complete; its label may already name the award.
  const namesAward =
    selection.award && !selection.matter && !matterText(matter).includes(inSentence(selection.award.label));
  const as = isSubmitted ? 'submission' : 'letter';
  const enclosures = { kind: 'paragraph', as: 'note', inlines: [words.enclosures] } as const;
  return {
    orientation: 'portrait',
    blocks: [
      ...(isSubmitted
        ? [
            committee.letterhead,
            { kind: 'title' as const, name: words.toTrinh, subject: sentence(said.subject, subject) },
          ]
        : [{ ...committee.letterhead, subject: sentence(said.subjectOfLetter, subject) }]),
      { kind: 'addressees', as, names: [to] },
      { kind: 'paragraph', inlines: sentence(basis ? said.grounds : said.groundsAlone, common) },
      { kind: 'paragraph', inlines: sentence(isSubmitted ? said.asks : said.asksAcross, asked) },
      ...(namesAward ? [{ kind: 'paragraph' as const, inlines: sentence(words.award, common) }] : []),
      ...(isSubmitted
        ? [enclosures, { kind: 'paragraph' as const, inlines: sentence(said.closing, common), last: true }]
        : [{ ...enclosures, last: true }]),
      { kind: 'closing', left: committee.recipients([to], as), right: committee.signature },
    ],
  };
}

/** What is requested for the picks: the pack's phrase, or its label without a leading request. */
function matterOfSelection(
  { form }: ReviewFacts,
  groups: readonly NomineeGroup[],
  { matter, label }: Selection,
): Matter {
  const view = form.view.nomination;
  const own = inSentence(label);
  const begins = `${words.request} `;
  const phrase = matter ?? (own.startsWith(begins) ? own.slice(begins.length) : own);
  return matterOf(phrase, view, kindsInWords(view, groups));
}

function listOf(facts: ReviewFacts, proposed: readonly Proposed[], selection?: Selection): Part {
  const view = facts.form.view.nomination;
  const groups = groupsOf(facts, proposed);
  const origins = new Map<Members, Proposed>(proposed.map((one) => [one.nominee, one]));
  const table = listTable(view, groups, {
    submissionOf: () => ({}),
    unitOf: (nominee) => proposerOf(facts, origins.get(nominee)),
  });
  const isLetter = selection?.sentAs === 'cong-van';
  const committee = committeeOf(facts, isLetter ? CONG_VAN : TO_TRINH);
  const enclosedWith = sentence(words.enclosedWith, {
    letter: isLetter ? (words.types[CONG_VAN] ?? '') : words.toTrinh,
    number: committee.number,
    date: committee.date,
    issuer: committee.name,
  });
  const counts = orUnknown(countsInWords(groups) || undefined, 30);
  // The subject is the picks themselves; their number can be seen in the list.
  const subject = selection
    ? matterFor(matterOfSelection(facts, groups, selection), counts)
    : listSubject(facts, kindsInWords(view, groups));
  return {
    orientation: isWide(table) ? 'landscape' : 'portrait',
    blocks: [
      ...(selection?.to ? [] : [{ ...committee.letterhead, number: undefined }]),
      { kind: 'title', name: words.deXuat, subject, ...(selection?.to && { note: enclosedWith }) },
      table,
      { kind: 'paragraph', as: 'table-sum', inlines: sentence(words.listTotal, { counts }), last: true },
      ...(selection?.to ? [] : [{ kind: 'closing' as const, right: committee.signature }]),
    ],
  };
}

const groupsOf = ({ form }: ReviewFacts, proposed: readonly Proposed[]): NomineeGroup[] =>
  groupsAmong(
    form.view.nomination,
    proposed.map(({ nominee }) => nominee as Members),
  );

/** The unit, the body with the reserved place, or the committee itself. */
function proposerOf({ review, rulebook }: ReviewFacts, proposed?: Proposed): Inline {
  if (!proposed) return '';
  const place = rulebook.selections.flatMap(({ reserved }) => reserved).find(({ id }) => id === proposed.reserved);
  // Neither unit nor reserved place: from a form that the committee answers itself.
  const own = proposed.reserved === null ? rulebook.directive.committee.name : place?.by;
  return orUnknown(proposed.unit === null ? own : (ownMember(review.names, proposed.unit) ?? proposed.unit), 16);
}
