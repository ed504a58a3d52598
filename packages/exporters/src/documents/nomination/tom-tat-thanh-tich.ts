import type { Block, OfficialDocument, Part } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content, PageLimit } from '../parts/content.js';
import { partsOfItem, type NomineeOfItem } from '../parts/each-nominee.js';
import { fieldLines, nomineeInWords } from '../parts/field-words.js';
import { issuerOf, type Issuer } from '../parts/issuer.js';
import { noNominees } from '../parts/nominees.js';
import type { Members, NominationFacts, SubmissionFacts } from '../parts/facts.js';
import { textOf } from '../parts/text.js';
import { dottedBlock, textBlocks } from '../parts/text-blocks.js';

const ID = 'tom-tat-thanh-tich';

/** Tóm tắt thành tích, a page for each nominee who needs one. */
export const tomTatThanhTich: DocumentKind = {
  id: ID,
  from: { nomination: { pages: make } },
  fits: (form) => form.view.dossier.items.some((item) => item.document === ID),
};

function make(facts: NominationFacts): Content<OfficialDocument> {
  const issuer = issuerOf(facts, 'BC');
  const { parts, nominees } = partsOfItem(facts, ID, (about) => summary(facts, issuer, about));
  return {
    model: { title: words.tomTat, parts },
    remarks: noNominees(nominees),
    limits: nominees.flatMap(limitOf),
  };
}

function summary({ submission }: SubmissionFacts, issuer: Issuer, about?: NomineeOfItem): Part {
  const nominee = about?.nominee ?? {};
  return {
    orientation: 'portrait',
    blocks: [
      { ...issuer.letterhead, number: undefined },
      { kind: 'title', name: words.tomTat, note: nomineeInWords(nominee) },
      ...fieldLines(about?.group.fields ?? [], nominee, submission),
      ...textOfSummary(nominee),
      { kind: 'closing', right: issuer.signature },
    ],
  };
}

function textOfSummary(nominee: Members): Block[] {
  const text = textOf(nominee['summary']);
  return text ? textBlocks(text) : [dottedBlock];
}

/** The limit applies to the text, not to the letterhead and signature. */
function limitOf(about: NomineeOfItem): PageLimit[] {
  const field = about.group.fields.find((view) => view.field === 'summary');
  const pages = about.item.limit?.pages ?? field?.limit?.pages;
  if (pages === undefined) return [];
  return [{ name: textOf(about.nominee['name']) ?? words.tomTat, pages, blocks: textOfSummary(about.nominee) }];
}
