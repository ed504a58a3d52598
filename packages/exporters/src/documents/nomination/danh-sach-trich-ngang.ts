import type { RulebookNomination } from '@kl01/rules';
import type { Inline, OfficialDocument, Part } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { inOfficeOrder } from './in-office-order.js';
import { sheetName, type Workbook } from '../../model/workbook.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import { matterText } from '../parts/matter.js';
import { committeeOf, issuerOf, type Issuer } from '../parts/issuer.js';
import { isWide, listTable, type AboutNominees } from './list-table.js';
import {
  countsInWords,
  groupsOrBlanks,
  kindsInWords,
  noNominees,
  nomineeGroups,
  type NomineeGroup,
} from '../parts/nominees.js';
import { requestOf } from '../parts/request.js';
import type { FormFacts, ManyFacts, Members, NominationFacts } from '../parts/facts.js';
import { tableAsSheet, textInCell } from './table-workbook.js';
import { orUnknown, sentence, textOf } from '../parts/text.js';

/** Danh sách trích ngang: in the unit's ranking for one unit, by given name for several. */
export const danhSachTrichNgang: DocumentKind = {
  id: 'danh-sach-trich-ngang',
  from: {
    nomination: { pages: ofOne, workbook: (facts) => asWorkbook(ofOne(facts)) },
    nominations: { pages: ofMany, workbook: (facts) => asWorkbook(ofMany(facts)) },
  },
};

function ofOne(facts: NominationFacts): Content<OfficialDocument> {
  const issuer = issuerOf(facts, 'TTr');
  const groups = nomineeGroups(facts.form.view.nomination, facts);
  return signed(listPart(facts, groups, issuer), issuer, groups);
}

function ofMany(facts: ManyFacts): Content<OfficialDocument> {
  const issuer = committeeOf(facts, 'DS');
  const { groups, unitOf, submissionOf } = mergedGroups(facts);
  const part = listPart({ ...facts, submission: {} }, groups, issuer, { unitOf, submissionOf });
  return signed(part, issuer, groups);
}

function signed(part: Part, issuer: Issuer, groups: readonly NomineeGroup[]): Content<OfficialDocument> {
  const letterhead = { ...issuer.letterhead, number: undefined };
  const closing = { kind: 'closing' as const, right: issuer.signature };
  return {
    model: { title: words.danhSachTrichNgang, parts: [{ ...part, blocks: [letterhead, ...part.blocks, closing] }] },
    remarks: noNominees(groups),
  };
}

/** The printed list as a sheet: same columns and groups, but without blank rows. */
function asWorkbook({ model, remarks = [] }: Content<OfficialDocument>): Content<Workbook> {
  const blocks = model.parts.flatMap((part) => part.blocks);
  const isBlank = remarks.some(({ id }) => id === 'no-nominees');
  const titles = blocks.filter((block) => block.kind === 'title');
  const sheets = blocks
    .filter((block) => block.kind === 'table')
    .map((table) =>
      tableAsSheet(isBlank ? { ...table, rows: [] } : table, {
        name: sheetName(model.title, new Set()),
        title: titles.flatMap(({ name, subject = [] }) => [name, subject.map(textInCell).join('')]),
      }),
    );
  return { model: { title: model.title, sheets }, remarks };
}

/** Nominees of all units by kind, each sorted by given name. */
export function mergedGroups({ form, sources }: ManyFacts) {
  const view = form.view.nomination;
  const origins = new Map<Members, NominationFacts>();
  const groups = view.kinds.flatMap(({ kind }) => {
    const parts = sources.flatMap((facts) =>
      nomineeGroups(view, facts)
        .filter((group) => group.kind === kind)
        .map((group) => {
          for (const nominee of group.nominees) origins.set(nominee, facts);
          return group;
        }),
    );
    const [first] = parts;
    return first
      ? [
          {
            ...first,
            nominees: inOfficeOrder(
              view,
              parts.flatMap(({ nominees }) => nominees),
              kind,
            ),
          },
        ]
      : [];
  });
  const unitOf = (nominee: Members): Inline => {
    const { unit = {}, rulebook } = origins.get(nominee) ?? {};
    return orUnknown(textOf(unit['name']) ?? rulebook?.units.find(({ id }) => id === unit['id'])?.label, 20);
  };
  const submissionOf = (nominee: Members): Members => origins.get(nominee)?.submission ?? {};
  return { groups, unitOf, submissionOf };
}

/** "tập thể, cá nhân đề nghị …"; a request that already names the kinds stands alone. */
export function listSubject(facts: FormFacts<RulebookNomination>, kinds: string): Inline[] {
  const request = requestOf(facts, kinds);
  const text = matterText(request);
  return request.whom === undefined ? sentence(words.listSubject, { kinds, request: text }) : [text];
}

/** The list as a separate part, also attached to the tờ trình. */
export function listPart(
  facts: FormFacts<RulebookNomination> & { readonly submission: Members },
  groups: readonly NomineeGroup[],
  issuer: Issuer,
  about: AboutNominees = { submissionOf: () => facts.submission },
): Part {
  const view = facts.form.view.nomination;
  // An empty list of a single unit prints as a form to be filled in by hand.
  const table = listTable(view, about.unitOf ? groups : groupsOrBlanks(view, groups), about);
  const counts = orUnknown(countsInWords(groups) || undefined, 30);
  const enclosedWith = sentence(words.enclosedWith, {
    letter: words.toTrinh,
    number: issuer.number,
    date: issuer.date,
    issuer: issuer.name,
  });
  return {
    orientation: isWide(table) ? 'landscape' : 'portrait',
    blocks: [
      {
        kind: 'title',
        name: words.danhSachTrichNgang,
        subject: listSubject(facts, kindsInWords(view, groups)),
        ...(about.unitOf ? {} : { note: enclosedWith }),
      },
      table,
      { kind: 'paragraph', as: 'table-sum', inlines: sentence(words.listTotal, { counts }), last: true },
    ],
  };
}
