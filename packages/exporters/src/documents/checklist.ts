import { holds, textIn, type ItemView, type NominationView } from '@kl01/rules';
import type { Fate } from '../bundle.js';
import type { Block, Inline, OfficialDocument, Row, Table } from '../document.js';
import { words } from '../strings/document-words.js';
import { withoutEnding } from '../without-ending.js';
import type { Made } from './made.js';
import { fieldInWords } from './field-words.js';
import { issuerOf } from './issuer.js';
import { countsInWords, nomineeGroups, type NomineeGroup } from './nominees.js';
import { requestOf } from './request.js';
import type { Members, Source } from './sources.js';
import { counted, membersOf, orUnknown, romanOf, sentence, textOf } from './text.js';

/**
 * Danh mục hồ sơ: what the dossier holds, how many copies, what is bound or endorsed; then everything that was stated and
 * that no other paper of the dossier prints.
 */
export function checklist(source: Source, fates: readonly Fate[]): Made<OfficialDocument> {
  const issuer = issuerOf(source, 'TTr');
  const groups = nomineeGroups(source.form.view.nomination as NominationView, source);
  const { copies } = source.form.view.dossier;
  const said = words.checklist;
  const lead = sentence(copies ? said.copies : said.lead, {
    copies: counted(copies ?? 1),
    counts: orUnknown(countsInWords(groups) || undefined, 20),
  });
  const table = itemsTable(source, groups, fates);
  const stated = [
    ...statedBySlate(source),
    ...groups.flatMap((group) => group.nominees.flatMap((nominee) => statedOf(source, group, nominee))),
  ];
  return {
    content: {
      title: said.title,
      parts: [
        {
          orientation: 'landscape',
          blocks: [
            { ...issuer.letterhead, number: undefined },
            { kind: 'title', name: said.title, subject: [requestOf(source)] },
            { kind: 'paragraph', inlines: lead },
            // A directive may ask for no papers, and a form just begun states nothing.
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

function itemsTable({ form, submission }: Source, groups: readonly NomineeGroup[], fates: readonly Fate[]): Table {
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
    head: [head.map((text) => ({ lines: [[text]] }))],
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

/** Documents about nominees lie in folders, those of the slate do not. */
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

function statedBySlate({ form, submission, unit }: Source): Block[] {
  const said = words.checklist;
  const name = textOf(unit['name']);
  const contact = membersOf(submission['contact']);
  const reach = ['name', 'phone', 'email'].flatMap((part) => textOf(contact[part]) ?? []).join(', ');
  const declared = membersOf(submission['declared']);
  const papers = form.view.dossier.items.filter(({ id, per }) => per === 'slate' && typeof declared[id] === 'boolean');
  return [
    ...(name ? [line(said.unit, name)] : []),
    ...(reach ? [line(said.contact, reach)] : []),
    ...(typeof unit['members'] === 'number' ? [line(said.members, String(unit['members']))] : []),
    ...papers.map(({ id, label }) => line(`${label}:`, declared[id] === true ? words.yes : words.no)),
  ];
}

/** Every field and every declaration of a nominee, as stated. */
function statedOf({ form, submission }: Source, group: NomineeGroup, nominee: Members): Block[] {
  const declared = membersOf(nominee['declared']);
  const view = form.view.nomination as NominationView;
  const asked = { submission, item: nominee };
  const fields = group.fields.flatMap((field): Block[] => {
    const value = holds(field.when, asked) ? fieldInWords(field, nominee[field.field]) : undefined;
    return value === undefined ? [] : [line(`${withoutEnding(textIn(field.label), /[:?\s]/)}:`, value)];
  });
  const items = form.view.dossier.items.flatMap(({ id, label, endorsedBy }) =>
    endorsedBy ? [{ id, label: `${label}, ${words.checklist.endorsement} ${endorsedBy.label}` }] : [{ id, label }],
  );
  const statements = [...view.criteria, ...view.exclusions, ...items]
    .filter(({ id }) => typeof declared[id] === 'boolean')
    .map(({ id, label }) => line(`${withoutEnding(label, /[.:\s]/)}:`, declared[id] === true ? words.yes : words.no));
  const heading: Block = {
    kind: 'heading',
    level: 2,
    number: '',
    text: textOf(nominee['name']) ?? words.checklist.noName,
  };
  return [heading, ...fields, ...statements];
}

const line = (label: string, text: string): Block => ({ kind: 'dash', level: 1, inlines: [`${label} `, text] });
