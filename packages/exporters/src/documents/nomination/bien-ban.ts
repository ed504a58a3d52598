import { grouped } from '@kl01/rules';
import type { Block, Inline, LayoutWord, OfficialDocument, Row, Signature, Table } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { dateInFull } from '../parts/dates.js';
import { directiveInWords } from '../parts/directive.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import { matterFor, matterText } from '../parts/matter.js';
import { issuerOf } from '../parts/issuer.js';
import {
  countsInWords,
  groupsOrBlanks,
  kindsInWords,
  noNominees,
  nomineeGroups,
  type NomineeGroup,
} from '../parts/nominees.js';
import { requestOf } from '../parts/request.js';
import { shareOfVotes } from '../parts/share-of-votes.js';
import type { Members, NominationFacts } from '../parts/facts.js';
import {
  counted,
  listOf,
  membersOf,
  orUnknown,
  romanOf,
  sentence,
  textCell,
  textOf,
  upperFirst,
} from '../parts/text.js';

/** Biên bản of the meeting that chose the nominees: attendance and votes. */
export const bienBan: DocumentKind = {
  id: 'bien-ban',
  from: { nomination: { pages: make } },
  fits: (form) => form.type === 'nomination' && form.view.nomination.meeting,
};

function make(facts: NominationFacts): Content<OfficialDocument> {
  const view = facts.form.view.nomination;
  const issuer = issuerOf(facts, 'BB');
  const groups = nomineeGroups(view, facts);
  const meeting = membersOf(facts.submission['meeting']);
  const kinds = kindsInWords(view, groups);
  const request = requestOf(facts, kinds);
  const counts = orUnknown(countsInWords(groups) || undefined, 30);
  const common = {
    date: dateInFull(meeting['date']),
    place: orUnknown(undefined, 16),
    issuer: issuer.name,
    request: matterText(request),
    directive: directiveInWords(facts.rulebook.directive),
    kinds,
    present: peopleOf(meeting['present']),
    absent: peopleOf(meeting['absent']),
    chair: orUnknown(textOf(meeting['chair']), 30),
    secretary: orUnknown(textOf(meeting['secretary']), 30),
  };
  const said = words.minutes;
  const text = (template: string): Block => ({ kind: 'paragraph', inlines: sentence(template, common) });
  const dash = (template: string): Block => ({ kind: 'dash', level: 1, inlines: sentence(template, common) });
  const heading = (number: string, name: string): Block => ({ kind: 'heading', level: 1, number, text: name });
  return {
    model: {
      title: words.bienBan,
      parts: [
        {
          orientation: 'portrait',
          blocks: [
            { ...issuer.letterhead, of: 'minutes', placeAndDate: issuer.placeAndDate(meeting['date']) },
            { kind: 'title', name: words.bienBan, subject: sentence(said.subject, common) },
            text(said.opening),
            heading('I', said.attendance),
            dash(said.present),
            dash(said.absent),
            dash(said.chair),
            dash(said.secretary),
            heading('II', said.content),
            text(said.criteria),
            text(said.heard),
            { kind: 'paragraph', as: 'lead-in', inlines: [said.voted] },
            votesTable(groupsOrBlanks(view, groups), meeting),
            {
              kind: 'paragraph',
              as: 'after-table',
              inlines: sentence(said.result, { request: matterFor(request, counts) }),
            },
            {
              kind: 'paragraph',
              inlines: sentence(said.closing, { hour: { unknown: 6 }, minute: { unknown: 6 } }),
              last: true,
            },
            {
              kind: 'closing',
              left: signatureOf('minutesRecorder', meeting['secretary']),
              right: signatureOf('minutesChair', meeting['chair']),
            },
          ],
        },
      ],
    },
    remarks: noNominees(groups),
  };
}

const peopleOf = (count: unknown): Inline => (typeof count === 'number' ? counted(count) : { unknown: 6 });

const signatureOf = (word: LayoutWord['word'], name: unknown): Signature => ({
  kind: 'signature',
  title: [[{ word }]],
  note: [words.signAndName],
  signer: [orUnknown(textOf(name), 24)],
});

/** A row for each nominee; missing votes leave space. */
function votesTable(groups: readonly NomineeGroup[], meeting: Members): Table {
  const votes = listOf(meeting['votes']).map(membersOf);
  const { head } = words.minutes;
  const plain = (text: string | undefined) => ({ lines: [[orUnknown(text, 6)]] });
  const rows = groups.flatMap(({ label, nominees }, index): Row[] => [
    {
      role: 'group',
      cells: [plain(romanOf(index)), { lines: [[upperFirst(label)]], across: head.length - 1, align: 'left' }],
    },
    ...nominees.map((nominee, place): Row => {
      const vote = votes.find((one) => one['nominee'] === nominee['id']);
      const [yes, no] = [numberOf(vote?.['for']), numberOf(vote?.['against'])];
      return {
        role: 'plain',
        cells: [
          plain(String(place + 1)),
          { lines: [[orUnknown(textOf(nominee['name']), 20)]] },
          plain(yes === undefined ? undefined : grouped(yes)),
          plain(no === undefined ? undefined : grouped(no)),
          plain(shareOfVotes(yes, no)),
        ],
      };
    }),
  ]);
  return {
    kind: 'table',
    columns: [
      { share: 4, align: 'center' },
      { share: 24, align: 'left' },
      { share: 9, align: 'center' },
      { share: 11, align: 'center' },
      { share: 7, align: 'center' },
    ],
    head: [head.map(textCell)],
    rows,
  };
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
