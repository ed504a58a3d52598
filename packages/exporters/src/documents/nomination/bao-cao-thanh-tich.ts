import { holds } from '@kl01/rules';
import type { Block, Letterhead, OfficialDocument, Part, Signature } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import { matterFor, matterText } from '../parts/matter.js';
import { partsOfItem, type NomineeOfItem } from '../parts/each-nominee.js';
import { fieldLines, nomineeInWords } from '../parts/field-words.js';
import { issuerOf, type Issuer } from '../parts/issuer.js';
import { noNominees, type NomineeGroup } from '../parts/nominees.js';
import { outlineBlocks, sectionView } from '../parts/outline.js';
import { requestOf } from '../parts/request.js';
import type { NominationFacts, SubmissionFacts } from '../parts/facts.js';
import { isAllCapitals, sentence, textOf } from '../parts/text.js';

const ID = 'bao-cao-thanh-tich';

/** Báo cáo thành tích of each nominee, by the template that the pack names. */
export const baoCaoThanhTich: DocumentKind = {
  id: ID,
  from: { nomination: { pages: make } },
  fits: (form) => form.view.dossier.items.some((item) => item.document === ID),
};

function make(facts: NominationFacts): Content<OfficialDocument> {
  const issuer = issuerOf(facts, 'BC');
  const { parts, nominees } = partsOfItem(facts, ID, (about) => report(facts, issuer, about));
  return { model: { title: words.baoCaoThanhTich, parts }, remarks: noNominees(nominees) };
}

function report(facts: NominationFacts, issuer: Issuer, about?: NomineeOfItem): Part {
  const nominee = about?.nominee ?? {};
  const { submission } = facts;
  const template = facts.rulebook.templates.find(({ id }) => id === about?.item.template);
  const sections = (about && template?.sections[about.group.kind]) ?? [];
  const text = outlineBlocks(sections.map(sectionView), nominee['sections'], { ...submission, item: nominee });
  const fields = about ? fieldLines(about.group.fields, nominee, submission) : [];
  // The nominee is introduced under the first heading, "Sơ lược …".
  const [heading, ...rest] = text;
  const body: Block[] = heading?.kind === 'heading' ? [heading, ...fields, ...rest] : [...fields, ...text];
  const kind = about?.group.label ?? '';
  const request = requestOf(facts, kind);
  // Each report is about one of the nominees.
  const subject = request.whom === undefined ? [matterText(request)] : matterFor(request, kind);
  return {
    orientation: 'portrait',
    blocks: [
      { ...issuer.letterhead, number: undefined, ...headOf(issuer, about) },
      { kind: 'title', name: words.baoCaoThanhTich, subject, note: nomineeInWords(nominee) },
      ...body,
      { kind: 'closing', ...endorsement(facts, about), right: signature(about) },
    ],
  };
}

/** Whether the kind is a body, which writes and signs as one. */
const isBody = ({ like }: NomineeGroup): boolean => like === 'collective' || like === 'model';

/** A body reports in its own name, with the unit as superior; a person through the unit. */
function headOf({ letterhead }: Issuer, about?: NomineeOfItem): Partial<Letterhead> {
  const name = about && isBody(about.group) ? textOf(about.nominee['name']) : undefined;
  if (!name || letterhead.issuer[0] === name) return {};
  const isParty = about?.nominee['partyOrganisation'] === true;
  return { superior: letterhead.issuer, issuer: [name], nominee: { name, isParty } };
}

function endorsement({ submission }: SubmissionFacts, about?: NomineeOfItem): { left?: Signature } {
  const by = about?.item.endorsedBy;
  if (!about || !by || !holds(by.when, { submission, item: about.nominee })) return {};
  const title = sentence(words.endorsement, { body: by.label }).join('').toLocaleUpperCase('vi');
  return { left: { kind: 'signature', title: [[title]], note: [words.signAndSeal], signer: [{ unknown: 24 }] } };
}

function signature(about?: NomineeOfItem): Signature {
  if (about && isBody(about.group)) {
    return { kind: 'signature', title: [[words.headOfUnit]], note: [words.signAndSeal], signer: [{ unknown: 24 }] };
  }
  const name = textOf(about?.nominee['name']);
  const title = about?.group.like === 'household' ? words.forHousehold : words.reporter;
  // The decree's forms do not print names in capitals. Anything that may not be a name stays as typed.
  const signer = name && isAllCapitals(name) && NAME.test(name) ? capitalised(name) : name;
  return { kind: 'signature', title: [[title]], note: [words.signAndName], signer: [signer ?? { unknown: 24 }] };
}

/** Two to six syllables, letters only. */
const NAME = /^\p{L}{1,8}(\s+\p{L}{1,8}){1,5}$/u;

const capitalised = (name: string) =>
  name
    .toLocaleLowerCase('vi')
    .replace(/(^|\s)(\S)/g, (_, space: string, letter: string) => space + letter.toLocaleUpperCase('vi'));
