import {
  answerInWords,
  asked,
  entriesOf,
  grouped,
  holds,
  questionnaire,
  textIn,
  valueAt,
  type AskedPart,
  type ItemView,
} from '@kl01/rules';
import type { Fate } from '../parts/bundle.js';
import type { Block, Inline, OfficialDocument, Row, Table } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { withoutEnding } from '../../text/without-ending.js';
import type { Content } from '../parts/content.js';
import { issuerOf } from '../parts/issuer.js';
import { matterText } from '../parts/matter.js';
import { countsInWords, kindsInWords, nomineeGroups, type NomineeGroup } from '../parts/nominees.js';
import { requestOf } from '../parts/request.js';
import type { Members, NominationFacts, SubmissionFacts } from '../parts/facts.js';
import { counted, listOf, membersOf, orUnknown, romanOf, sentence, textCell, textOf } from '../parts/text.js';

/**
 * Danh mục hồ sơ: the contents of the dossier, with numbers of copies and what is bound or endorsed; then everything
 * stated that no other paper of the dossier prints.
 */
export function checklist(facts: NominationFacts, fates: readonly Fate[]): Content<OfficialDocument> {
  const issuer = issuerOf(facts, 'TTr');
  const view = facts.form.view.nomination;
  const groups = nomineeGroups(view, facts);
  const request = requestOf(facts, kindsInWords(view, groups));
  const { copies } = facts.form.view.dossier;
  const said = words.checklist;
  const lead = sentence(copies ? said.copies : said.lead, {
    copies: counted(copies ?? 1),
    counts: orUnknown(countsInWords(groups) || undefined, 20),
  });
  const table = itemsTable(facts, groups, fates);
  const parts = asked(questionnaire(facts.rulebook, facts.form), facts.submission);
  const stated = [
    ...statedBySlate(facts, parts),
    ...groups.flatMap((group) => group.nominees.flatMap((nominee) => statedOf(facts, nominee, parts))),
  ];
  return {
    model: {
      title: said.title,
      parts: [
        {
          orientation: 'landscape',
          blocks: [
            { ...issuer.letterhead, number: undefined },
            { kind: 'title', name: said.title, subject: [matterText(request)] },
            { kind: 'paragraph', inlines: lead },
            // A directive may require no papers, and a form just begun has no answers.
            ...(table.rows.length > 0 ? [table] : []),
            ...(stated.length > 0
              ? [{ kind: 'heading', level: 1, number: '', text: said.stated } as const, ...stated]
              : []),
            { kind: 'closing', right: issuer.signature },
          ],
        },
      ],
    },
  };
}

function itemsTable(
  { form, submission }: SubmissionFacts,
  groups: readonly NomineeGroup[],
  fates: readonly Fate[],
): Table {
  const { head } = words.checklist;
  const { items, copies } = form.view.dossier;
  const rowsFor = (per: ItemView['per'], nominee?: Members): Row[] =>
    items
      .filter((item) => item.per === per && holds(item.when, { submission, ...(nominee && { item: nominee }) }))
      .flatMap((item, index) => itemRows(item, String(index + 1), { submission, nominee, fates, copies }));
  const nominees = groups.flatMap((group) => group.nominees);
  const rows = [
    ...rowsFor('slate'),
    ...nominees.flatMap((nominee, index): Row[] => {
      const own = rowsFor('nominee', nominee);
      const name: Inline = orUnknown(textOf(nominee['name']), 20);
      const group: Row = {
        role: 'group',
        cells: [{ lines: [[romanOf(index)]] }, { lines: [[name]], across: head.length - 1, align: 'left' }],
      };
      return own.length > 0 ? [group, ...own] : [];
    }),
  ];
  return {
    kind: 'table',
    columns: [5, 34, 10, 28, 23].map((share, index) => ({
      share,
      align: index === 0 || index === 2 ? 'center' : 'left',
    })),
    head: [head.map(textCell)],
    rows,
  };
}

interface About {
  readonly submission: Members;
  readonly nominee?: Members | undefined;
  readonly fates: readonly Fate[];
  readonly copies?: number | undefined;
}

function itemRows(item: ItemView, number: string, about: About): Row[] {
  const { submission, nominee, copies } = about;
  const asked = { submission, ...(nominee && { item: nominee }) };
  const endorsed = item.endorsedBy && holds(item.endorsedBy.when, asked) ? item.endorsedBy.label : undefined;
  const { bound, endorsement, soft } = words.checklist;
  const needs = [
    ...(item.bound ? [bound] : []),
    ...(endorsed ? [`${endorsement} ${endorsed}`] : []),
    ...(item.soft ? [`${soft} (${item.soft})`] : []),
  ];
  const own = row(number, item.label, String(item.copies ?? copies ?? 1), needs.join('; '), stateOf(item, about));
  const enclosed = item.enclosures
    .filter(({ when }) => holds(when, asked))
    .map((enclosure) => row('', `- ${enclosure.label}`, '', '', fileState(enclosure.id, enclosure.duty, about)));
  return [own, ...enclosed];
}

const row = (...texts: string[]): Row => ({
  role: 'plain',
  cells: texts.map((text) => ({ lines: text ? [[text]] : [] })),
});

function stateOf(item: ItemView, about: About): string {
  const said = words.checklist;
  if (item.by === 'committee') return said.byCommittee;
  const declared = membersOf((about.nominee ?? about.submission)['declared'])[item.id];
  if (item.as.length === 1 && item.as[0] === 'paper') return declared === true ? said.onPaper : said.notYet;
  const printed = about.fates.some(({ entry }) => isDocumentOf(entry.name, item, about.nominee));
  const ofFile = fileState(item.id, item.as.includes('print') ? 'if-any' : item.duty, about);
  const states = [...(printed ? [said.printed] : []), ...(ofFile === said.none ? [] : [ofFile])];
  return states.join('; ') || ofFile;
}

/** Documents about nominees are in folders, those of the slate are not. */
const isDocumentOf = (name: string, { document }: ItemView, nominee?: Members) =>
  document !== undefined && name.endsWith(`${document}.docx`) && name.includes('/') === (nominee !== undefined);

function fileState(id: string, duty: 'must' | 'if-any', { fates, nominee }: About): string {
  const { there, missing, changed, notYet, none } = words.checklist;
  const files = fates.filter(
    ({ entry }) => 'file' in entry && entry.file.item === id && entry.file.nominee === nominee,
  );
  if (files.length === 0) return duty === 'must' ? notYet : none;
  const count = (state: Fate['state']) => files.filter((fate) => fate.state === state).length;
  return [
    ...(count('there') ? [there(count('there'))] : []),
    ...(count('missing') ? [missing(count('missing'))] : []),
    ...(count('changed') ? [changed(count('changed'))] : []),
  ].join('; ');
}

/** Parts covered by other documents, or with lines of their own here. */
const ELSEWHERE: ReadonlySet<AskedPart['owner']> = new Set(['unit', 'contact', 'nominees', 'meeting', 'issuer']);

/** What the unit states about itself and its papers. */
function statedBySlate({ submission, unit }: SubmissionFacts, parts: readonly AskedPart[]): Block[] {
  const said = words.checklist;
  const name = textOf(unit['name']);
  const contact = membersOf(submission['contact']);
  const reach = ['name', 'phone', 'email'].flatMap((part) => textOf(contact[part]) ?? []).join(', ');
  const told = parts.filter(({ owner }) => !ELSEWHERE.has(owner));
  return [
    ...(name ? [line(said.unit, name)] : []),
    ...(reach ? [line(said.contact, reach)] : []),
    ...(typeof unit['members'] === 'number' ? [line(said.members, grouped(unit['members']))] : []),
    ...statedIn(told, submission),
  ];
}

/** Every field and every declaration of a nominee, as stated. */
function statedOf({ submission }: SubmissionFacts, nominee: Members, parts: readonly AskedPart[]): Block[] {
  const index = listOf(submission['nominees']).indexOf(nominee);
  const own = parts.flatMap((part) => (part.owner === 'nominees' ? (part.parts[index]?.parts ?? []) : []));
  const heading: Block = {
    kind: 'heading',
    level: 2,
    number: '',
    text: textOf(nominee['name']) ?? words.checklist.noName,
  };
  const told = own.filter(({ owner }) => owner !== 'document');
  return [heading, ...statedIn(told, submission)];
}

/** A line for each answer; files are in the table, texts in separate documents. */
const statedIn = (parts: readonly AskedPart[], submission: Members): Block[] =>
  entriesOf(parts).flatMap((entry): Block[] => {
    if (entry.type === 'files') return [];
    const said = answerInWords(entry, valueAt(submission, entry.path));
    const name = `${withoutEnding(textIn(entry.name ?? entry.label), /[.:?\s]/)}:`;
    return said === '' ? [] : [line(name, said)];
  });

const line = (label: string, text: string): Block => ({ kind: 'dash', level: 1, inlines: [`${label} `, text] });
