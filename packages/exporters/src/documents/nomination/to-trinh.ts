import { inSentence, type NominationView } from '@kl01/rules';
import type { Block, Inline, OfficialDocument, Part } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { listPart } from './danh-sach-trich-ngang.js';
import { shortDate } from '../parts/dates.js';
import { directiveInWords } from '../parts/directive.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import { matterFor, matterText, type Matter } from '../parts/matter.js';
import { issuerOf, type Issuer } from '../parts/issuer.js';
import { countsInWords, kindsInWords, noNominees, nomineeGroups, type NomineeGroup } from '../parts/nominees.js';
import { receiversOf, withoutWay } from '../parts/receivers.js';
import { requestOf } from '../parts/request.js';
import type { NominationFacts, SubmissionFacts } from '../parts/facts.js';
import { joined, membersOf, orUnknown, sentence } from '../parts/text.js';

/** Tờ trình of a nomination, with the list of nominees as a separate part. */
export const toTrinh: DocumentKind = {
  id: 'to-trinh',
  from: { nomination: { pages: make } },
};

function make(facts: NominationFacts): Content<OfficialDocument> {
  const view = facts.form.view.nomination;
  const groups = nomineeGroups(view, facts);
  const issuer = issuerOf(facts, 'TTr');
  const letterParts: LetterParts = {
    facts,
    view,
    groups,
    issuer,
    request: requestOf(facts, kindsInWords(view, groups)),
  };
  return {
    model: { title: words.toTrinh, parts: [letter(letterParts), listPart(facts, groups, issuer)] },
    unknown: issuer.unknown,
    remarks: noNominees(groups),
  };
}

interface LetterParts {
  facts: NominationFacts;
  view: NominationView;
  groups: readonly NomineeGroup[];
  issuer: Issuer;
  /** "đề nghị biểu dương, khen thưởng cấp quận" */
  request: Matter;
}

function letter({ facts, view, groups, issuer, request }: LetterParts): Part {
  const { rulebook, form } = facts;
  const receivers = receiversOf(facts);
  const said = matterText(request);
  const isRequest = said.startsWith(`${words.request} `);
  const counts = orUnknown(countsInWords(groups) || undefined, 30);
  const action = isRequest ? { ...request, before: request.before.slice(words.request.length).trimStart() } : request;
  const common = {
    issuer: issuer.name,
    receivers: joined(receivers.map(withoutWay)),
    kinds: kindsInWords(view, groups),
    counts,
    request: said,
    action: request.whom === undefined ? matterText(action) : matterFor(action, counts),
    period: achievementsPeriod(facts, request),
  };
  const body = (inlines: readonly Inline[]): Block => ({ kind: 'paragraph', inlines });
  const { award } = form.view;
  // Some directives name no certificate: the award then only repeats the action.
  const namesAward = award && !said.includes(inSentence(award.label));
  const grounds = request.whom === undefined ? words.grounds : words.groundsNaming;
  const requests = request.whom === undefined ? words.asks : words.asksNaming;
  const asks = isRequest ? requests : words.presents;
  return {
    orientation: 'portrait',
    blocks: [
      issuer.letterhead,
      { kind: 'title', name: words.toTrinh, subject: sentence(words.subject, common) },
      { kind: 'addressees', as: 'submission', names: receivers },
      body(sentence(grounds, { ...common, directive: directiveInWords(rulebook.directive) })),
      body([...meeting(facts), ...sentence(asks, common)]),
      ...(namesAward ? [body(sentence(words.award, { award: award.label }))] : []),
      { kind: 'paragraph', as: 'note', inlines: [words.enclosures] },
      { kind: 'paragraph', inlines: sentence(words.closing, common), last: true },
      { kind: 'closing', left: issuer.recipients(receivers, 'submission'), right: issuer.signature },
    ],
  };
}

function meeting({ submission }: SubmissionFacts): Inline[] {
  const date = shortDate(membersOf(submission['meeting'])['date']);
  return date ? sentence(words.meeting, { date }) : [];
}

/** After a request that already names the nominees, the period alone would seem to refer to the request. */
function achievementsPeriod(facts: NominationFacts, { whom }: Matter): Inline[] {
  const period = periodInWords(facts);
  return whom === undefined || period.length === 0 ? period : sentence(words.achieved, { period });
}

function periodInWords({ form }: NominationFacts): Inline[] {
  const { achievements } = form.view;
  const [from, through] = [shortDate(achievements?.from), shortDate(achievements?.through)];
  const year = achievements?.from?.slice(0, 4) ?? '';
  if (achievements?.from === `${year}-01-01` && achievements.through === `${year}-12-31`) {
    return sentence(words.inYear, { year });
  }
  return [
    ...(from ? sentence(words.periodFrom, { from }) : []),
    ...(through ? sentence(words.periodThrough, { through }) : []),
  ];
}
