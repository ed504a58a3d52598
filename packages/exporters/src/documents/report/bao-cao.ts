import { inSentence, textIn, type ReportView } from '@kl01/rules';
import type { Block, Inline, OfficialDocument, Part } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { answerBlocks } from './answers.js';
import { directiveInWords } from '../parts/directive.js';
import type { DocumentKind } from '../parts/document-kind.js';
import { filledPreamble } from './filled-preamble.js';
import type { Content } from '../parts/content.js';
import { issuerOf, type Issuer } from '../parts/issuer.js';
import { outlineBlocks } from '../parts/outline.js';
import { appendixPart, enclosedNote } from './phu-luc.js';
import { receiversOf } from '../parts/receivers.js';
import type { ReportFacts, SubmissionFacts } from '../parts/facts.js';
import { statisticsOf } from '../../tables/statistics.js';
import { sentence } from '../parts/text.js';
import { dottedBlock } from '../parts/text-blocks.js';

/** Báo cáo by the directive's outline, with its statistical appendix as a separate part. */
export const baoCao: DocumentKind = {
  id: 'bao-cao',
  from: { report: { pages: make } },
};

function make(facts: ReportFacts): Content<OfficialDocument> {
  const report = facts.form.view.report;
  const issuer = issuerOf(facts, 'BC');
  const tables = statisticsOf(report.tables, facts.unit['group'], facts.submission);
  const answers = answerBlocks(report, facts.submission);
  // Answers refer to the tables; without tables they end the text.
  const [inText, inAppendix] = tables.length > 0 ? [[], answers] : [answers, []];
  const parts = [
    letter(facts, report, { issuer, inText }),
    ...appendixPart(tables, { note: enclosedNote(issuer), lead: inAppendix }),
  ];
  return { model: { title: words.baoCao, parts }, unknown: issuer.unknown };
}

function letter(facts: ReportFacts, report: ReportView, { issuer, inText }: { issuer: Issuer; inText: Block[] }): Part {
  const { form, submission } = facts;
  const period = form.view.periods.find(({ id }) => id === submission['period']);
  const subject = reportSubject(facts);
  const receivers = receiversOf(facts);
  const text = outlineBlocks(report.outline, submission['sections'], submission);
  return {
    orientation: 'portrait',
    blocks: [
      issuer.letterhead,
      { kind: 'title', name: words.baoCao, subject: [subject], ...(period && { note: [`(${period.label})`] }) },
      { kind: 'addressees', as: 'report', names: receivers },
      { kind: 'paragraph', inlines: preamble(facts, issuer, subject) },
      // A report of tables alone has no text of its own.
      ...(text.length > 0 || report.outline.length === 0 ? text : [dottedBlock, dottedBlock, dottedBlock]),
      ...inText,
      { kind: 'paragraph', inlines: sentence(words.reportCloses, { issuer: issuer.name, subject }), last: true },
      { kind: 'closing', left: issuer.recipients(receivers, 'report'), right: issuer.signature },
    ],
  };
}

/** "kết quả thực hiện Kết luận …" */
export function reportSubject({ form }: Pick<SubmissionFacts, 'form'>): string {
  const title = form.view.title ?? textIn(form.label);
  const stripped = title.toLocaleLowerCase('vi').startsWith(`${words.baoCao.toLocaleLowerCase('vi')} `)
    ? title.slice(words.baoCao.length).trim()
    : title;
  return inSentence(stripped);
}

/** The directive's wording, otherwise the standard one. */
function preamble({ form, rulebook }: ReportFacts, issuer: Issuer, subject: string): Inline[] {
  const { directive } = rulebook;
  const own = form.view.preamble;
  if (own) return filledPreamble(own, { directive, issuer: issuer.name });
  const grounds = form.view.report.outline.length === 0 ? words.reportGroundsOfTables : words.reportGrounds;
  return sentence(grounds, { directive: directiveInWords(directive), issuer: issuer.name, subject });
}
