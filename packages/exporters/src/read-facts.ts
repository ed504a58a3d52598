import type { FormOf, FormType, Lang, Rulebook, RulebookForm, Submission } from '@kl01/rules';
import type { Consolidation, Review } from '@kl01/rules/committee';
import type { Explanation } from '@kl01/rules/authoring';
import type { Facts, Members, SubmissionFacts } from './documents/parts/facts.js';
import { membersOf, textOf } from './documents/parts/text.js';
import { ExportError } from './export-error.js';
import { messagesIn } from './strings/messages-in.js';

/** A submission as stored by a server, with its time of arrival. */
export interface ReceivedInput {
  readonly submission: Submission;
  /** ISO 8601 instant with an offset */
  readonly at: string;
}

/** What a document is made from, in addition to the rulebook; null: the rulebook alone. */
export type ExportInput =
  Submission | ReceivedInput | readonly (Submission | ReceivedInput)[] | Consolidation | Review | Explanation | null;

export interface InputOptions {
  readonly nominee?: string | undefined;
  readonly now?: string | undefined;
  readonly group?: string | undefined;
  readonly issuer?: unknown;
  readonly lang: Lang;
}

/**
 * Determines the kind of input from its members. Texts and drafts are checked later; only unidentifiable input is
 * rejected here.
 *
 * @throws ExportError if the input is not recognized, belongs to another rulebook, or names a form that does not exist
 */
export function readFacts(rulebook: Rulebook, input: ExportInput, options: InputOptions): Facts {
  const common = { rulebook, unit: {}, issuer: membersOf(options.issuer), now: options.now, group: options.group };
  if (input === null) return { rulebook: common };
  if (Array.isArray(input)) return manyOrigins(rulebook, input, options);
  const members = membersOf(input);
  if (isExplanation(members))
    return { explanation: { ...common, explanation: input as Explanation }, rulebook: common };
  if (isReview(members)) {
    const form = findForm(rulebook, members['form'], { ...options, type: 'nomination' });
    return { review: { ...common, form, review: withRecords(input as Review) } };
  }
  if (isConsolidation(members)) {
    const form = findForm(rulebook, members['form'], { ...options, type: 'report' });
    return { consolidation: { ...common, form, consolidation: withRecords(input as Consolidation) } };
  }
  const facts = factsOf(rulebook, members['submission'] ?? members, options);
  const at = textOf(members['at']);
  const own = ofItsType(facts);
  return members['submission'] && at ? { received: { ...facts, at }, ...own } : own;
}

function manyOrigins(rulebook: Rulebook, inputs: readonly unknown[], options: InputOptions): Facts {
  const { errors } = messagesIn(options.lang);
  const sources = inputs.map((one) => factsOf(rulebook, membersOf(one)['submission'] ?? one, options));
  const [first, ...rest] = sources;
  if (!first) throw new ExportError('submission', errors.submission);
  if (rest.length === 0) return { ...ofItsType(first), ...asMany(first.form, sources, options) };
  const other = rest.find(({ form }) => form !== first.form);
  if (other) throw new ExportError('form', errors.twoForms(first.form.id, other.form.id));
  return asMany(first.form, sources, options);
}

function asMany(form: RulebookForm, sources: readonly SubmissionFacts[], { issuer, now }: InputOptions): Facts {
  const [{ rulebook }] = sources as [SubmissionFacts];
  if (form.type !== 'nomination') return {};
  const nominations = sources.map((facts) => ({ ...facts, form }));
  return { nominations: { rulebook, form, sources: nominations, unit: {}, issuer: membersOf(issuer), now } };
}

/** One submission, by the type of its form. */
function ofItsType({ form, ...about }: SubmissionFacts): Facts {
  if (form.type === 'nomination') return { nomination: { ...about, form } };
  return form.type === 'report' ? { report: { ...about, form } } : { plan: { ...about, form } };
}

function factsOf(rulebook: Rulebook, given: unknown, { lang, nominee, now }: InputOptions): SubmissionFacts {
  const { errors } = messagesIn(lang);
  const submission = membersOf(given);
  const [named, formId] = [textOf(submission['rulebook']), textOf(submission['form'])];
  if (!named || !formId) throw new ExportError('submission', errors.submission);
  // Other versions of the same rulebook are accepted, as in judging.
  if (named.split('@')[0] !== rulebook.id) throw new ExportError('rulebook', errors.rulebook(named, rulebook.id));
  const form = findForm(rulebook, formId, { lang });
  const [unit, issuer] = [membersOf(submission['unit']), membersOf(submission['issuer'])];
  return { rulebook, form, submission, unit, issuer, nominee, now };
}

/** @param type required type of the form; default: any */
function findForm<Type extends FormType = FormType>(
  rulebook: Rulebook,
  id: unknown,
  { lang, type }: { lang: Lang; type?: Type },
): FormOf<Type> {
  const isAskedFor = (form: RulebookForm): form is FormOf<Type> =>
    form.id === id && (type === undefined || form.type === type);
  const form = rulebook.forms.find(isAskedFor);
  if (form) return form;
  const known = rulebook.forms.map((one) => one.id).join(', ');
  throw new ExportError('form', messagesIn(lang).errors.form(textOf(id) ?? '', known));
}

export const isReview = ({ proposal, selections, units }: Members) =>
  Array.isArray(proposal) && typeof selections === 'object' && Array.isArray(membersOf(units)['missing']);
export const isConsolidation = ({ leftOut, tables, units }: Members) =>
  Array.isArray(leftOut) && typeof tables === 'object' && Array.isArray(membersOf(units)['missing']);

/** Reviews and consolidations stored by earlier versions lack names or groups. */
const withRecords = <T extends Review | Consolidation>(input: T): T => ({
  ...input,
  names: membersOf(input.names),
  groups: membersOf(input.groups),
});

const isExplanation = ({ pack, lead, parts }: Members) =>
  typeof pack === 'string' && Array.isArray(lead) && Array.isArray(parts);
