import { asked, entriesOf, questionnaire, stepsOf, valueAt } from '@kl01/rules';
import type { AskedEntry, FieldView, Rulebook, RulebookForm, Submission } from '@kl01/rules';

/**
 * A submission in which everything that is asked is answered, each text, number and day unlike any other, so that whoever
 * tells it again can be caught leaving one out. One nominee of each kind, one commitment; a plan that has a result.
 */
export function fillIn(rulebook: Rulebook, form: RulebookForm): Submission {
  const whole = questionnaire(rulebook, form);
  const group = groupAsked(rulebook, form);
  const named = rulebook.units.find((unit) => unit.group === group);
  let submission: Submission = {
    id: 'ban-thu',
    revision: 2,
    rulebook: `${rulebook.id}@${rulebook.version}`,
    form: form.id,
    unit: { id: named?.id ?? 'don-vi-thu', group, name: 'Đơn vị thử' },
    ...(form.type === 'nomination' && {
      nominees: form.view.nomination.kinds.map(({ kind }, at) => ({ id: `n${at}`, kind })),
    }),
    ...(form.type === 'plan' && form.view.plan.commitments && { commitments: [{}] }),
  };
  // An answer may open further questions.
  for (let count = 1, before = -1; count !== before;) {
    before = count;
    for (const entry of entriesOf(asked(whole, submission))) {
      if ((valueAt(submission, entry.path) ?? null) !== null) continue;
      submission = put(submission, stepsOf(entry.path), answer(entry, (count += 1), submission)) as Submission;
    }
  }
  return submission;
}

/** The group of which most tables are asked, among those that must answer. */
function groupAsked(rulebook: Rulebook, form: RulebookForm): string {
  const { answeredBy } = form.view;
  const groups = Array.isArray(answeredBy)
    ? answeredBy.flatMap(({ groups, duty }) => (duty === 'exempt' ? [] : groups))
    : rulebook.unitGroups.map(({ id }) => id);
  const tables = (group: string) =>
    form.type === 'report'
      ? form.view.report.tables.filter((table) => table.groups?.includes(group) ?? true).length
      : 0;
  return [...groups].sort((one, other) => tables(other) - tables(one))[0]!;
}

type Answerable = Pick<AskedEntry, 'type' | 'options' | 'path' | 'none' | 'fields'>;

const viewed = (view: FieldView, list: string): Answerable => ({ ...view, path: `${list}/0/${view.field}` });

function answer(
  { type, options = [], path, none, fields = [] }: Answerable,
  at: number,
  { nominees = [] }: Pick<Submission, 'nominees'>,
): unknown {
  switch (type) {
    case 'yes-no':
    case 'declaration':
      return true;
    case 'choice':
    case 'rating':
      return options.at(-1)?.value ?? null;
    case 'choices':
      return none ? options.slice(0, 1).map(({ value }) => value) : options.map(({ value }) => value);
    case 'count':
    case 'decimal':
      return 7000 + at;
    case 'year':
      return 1900 + at;
    case 'list':
      return [
        Object.fromEntries(
          fields.map((view, of) => [view.field, answer(viewed(view, path), at + 1000 * (of + 1), {})]),
        ),
      ];
    case 'percent':
      return 1000 + at;
    case 'date':
      return new Date(Date.UTC(2010, 0, at)).toISOString().slice(0, 10);
    case 'files':
      return [{ name: `tep-${at}.pdf`, size: at, type: 'application/pdf', sha256: String(at).padStart(64, '0') }];
    case 'votes':
      return nominees.map(({ id }) => ({ nominee: id, for: 900 + at, against: 1 }));
    case 'lines':
      return [`Nơi nhận số ${at}`];
    case 'phone':
      return `09${String(at).padStart(8, '0')}`;
    case 'email':
      return `so-${at}@vi-du.vn`;
    default:
      return `Trả lời số ${at} (${path.split('/').at(-1)})`;
  }
}

function put(root: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(root))
    return root.map((each: unknown, at) => (String(at) === step ? put(each, rest, value) : each));
  const members = (root ?? {}) as Record<string, unknown>;
  return { ...members, [step]: put(members[step], rest, value) };
}
