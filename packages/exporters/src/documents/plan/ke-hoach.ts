import { inSentence, textIn, type PlanView } from '@kl01/rules';
import type { Block, Inline, OfficialDocument, Signature } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { shortDate } from '../parts/dates.js';
import { directiveInWords } from '../parts/directive.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import { fieldLines } from '../parts/field-words.js';
import { issuerOf, type Issuer } from '../parts/issuer.js';
import { outlineBlocks } from '../parts/outline.js';
import { receiversOf } from '../parts/receivers.js';
import type { PlanFacts, SubmissionFacts } from '../parts/facts.js';
import { joined, listOf, membersOf, orUnknown, sentence, textOf } from '../parts/text.js';
import { dottedBlock, textBlocks } from '../parts/text-blocks.js';

/** Kế hoạch of one person, or of a body. */
export const keHoach: DocumentKind = {
  id: 'ke-hoach',
  from: { plan: { pages: make } },
};

function make(facts: PlanFacts): Content<OfficialDocument> {
  const plan = facts.form.view.plan;
  const isPersonal = plan.person !== undefined || plan.posts.length > 0;
  const issuer = issuerOf(facts, 'KH');
  const text = outlineBlocks(plan.outline, facts.submission['sections'], facts.submission);
  const subject = planSubject(facts);
  const letterhead = isPersonal ? { ...issuer.letterhead, number: undefined } : issuer.letterhead;
  return {
    model: {
      title: words.keHoach,
      parts: [
        {
          orientation: 'portrait',
          blocks: [
            letterhead,
            { kind: 'title', name: words.keHoach, subject: [subject] },
            ...(isPersonal ? personBlocks(facts, plan) : [grounds(facts, issuer, subject)]),
            ...(text.length > 0 ? text : [dottedBlock, dottedBlock]),
            ...commitmentBlocks(facts, plan),
            ...resultBlocks(facts, plan),
            ...adoptionBlocks(facts, plan),
            closing(facts, issuer, isPersonal),
          ],
        },
      ],
    },
    ...(!isPersonal && { unknown: issuer.unknown }),
  };
}

/** "cá nhân về học tập và làm theo …" */
function planSubject({ form }: SubmissionFacts): string {
  const title = form.view.title ?? textIn(form.label);
  const begins = title.toLocaleLowerCase('vi').startsWith(`${words.keHoach.toLocaleLowerCase('vi')} `);
  return inSentence(begins ? title.slice(words.keHoach.length).trim() : title);
}

function grounds({ rulebook }: SubmissionFacts, issuer: Issuer, subject: string): Block {
  const parts = { directive: directiveInWords(rulebook.directive), issuer: issuer.name, subject };
  return { kind: 'paragraph', inlines: sentence(words.planGrounds, parts) };
}

function personBlocks({ submission }: SubmissionFacts, plan: PlanView): Block[] {
  const person = membersOf(submission['person']);
  const held = listOf(person['posts']);
  const posts = plan.posts.filter(({ id }) => held.includes(id)).map(({ label }) => label);
  return [
    ...fieldLines(plan.person?.fields ?? [], person, submission),
    ...(posts.length > 0
      ? [{ kind: 'dash' as const, level: 1 as const, inlines: [`${words.posts} ${posts.join('; ')}`] }]
      : []),
  ];
}

function commitmentBlocks({ submission }: SubmissionFacts, { commitments }: PlanView): Block[] {
  const given = listOf(submission['commitments']).map(membersOf);
  if (!commitments || given.length === 0) return [];
  const known = commitments.groups.filter(({ id }) => given.some((one) => one['group'] === id));
  const other = given.filter((one) => !known.some(({ id }) => id === one['group']));
  const blocksOf = (one: Readonly<Record<string, unknown>>): Block[] => {
    const result = textOf(one['result']);
    const [first, ...rest] = textBlocks(textOf(one['title']) ?? '');
    const title: Inline[] = first && 'inlines' in first ? [...first.inlines] : [{ unknown: 60 }];
    return [
      { kind: 'dash', level: 1, inlines: title },
      ...rest,
      ...(result
        ? [{ kind: 'dash' as const, level: 2 as const, inlines: [`${words.commitmentResult} `, result] }]
        : []),
    ];
  };
  return [
    { kind: 'heading', level: 1, number: '', text: words.commitments },
    ...known.flatMap(({ id, label }): Block[] => [
      { kind: 'heading', level: 2, number: '', text: label },
      ...given.filter((one) => one['group'] === id).flatMap(blocksOf),
    ]),
    ...other.flatMap(blocksOf),
  ];
}

function adoptionBlocks({ submission }: SubmissionFacts, { adoption }: PlanView): Block[] {
  if (!adoption) return [];
  const given = membersOf(submission['adoption']);
  const parts = { body: orUnknown(textOf(given['body']), 30), date: orUnknown(shortDate(given['date']), 12) };
  return [{ kind: 'paragraph', inlines: sentence(words.adopted[adoption.act], parts), last: true }];
}

/** The assessment of the plan; omitted, without space, if there is none yet. */
function resultBlocks({ submission }: SubmissionFacts, { result }: PlanView): Block[] {
  const text = result && textOf(submission['result']);
  if (!text) return [];
  return [{ kind: 'heading', level: 1, number: '', text: words.planResult }, ...textBlocks(text)];
}

/**
 * In a personal plan, the person signs on the right and the receiving body on the left; a body signs its own plan as
 * issuer.
 */
function closing(facts: SubmissionFacts, issuer: Issuer, isPersonal: boolean): Block {
  if (!isPersonal) return { kind: 'closing', left: issuer.recipients(receiversOf(facts)), right: issuer.signature };
  const name = textOf(membersOf(facts.submission['person'])['name']);
  const sign = (title: string, signer: Inline): Signature => ({
    kind: 'signature',
    title: [[title]],
    note: [words.signAndName],
    signer: [signer],
  });
  const receivers = receiversOf({ ...facts, form: facts.form });
  return {
    kind: 'closing',
    left: sign(`${words.confirmed} ${joined(receivers.slice(0, 1))}`.toLocaleUpperCase('vi'), { unknown: 24 }),
    right: sign(words.planner, name ?? { unknown: 24 }),
  };
}
