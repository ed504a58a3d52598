import type { FieldView, Kind, NominationView, UsualKind } from '@kl01/rules';
import { inSentence, likeOf, textIn } from '@kl01/rules';
import type { Remark } from './content.js';
import { counted, joined, listOf, membersOf } from './text.js';
import type { SubmissionFacts } from './facts.js';

/** Nominees of one kind, in the unit's ranking. */
export interface NomineeGroup {
  readonly kind: Kind;
  /** the usual kind that it is laid out like */
  readonly like: UsualKind;
  /** "tập thể" */
  readonly label: string;
  readonly fields: readonly FieldView[];
  readonly nominees: readonly Readonly<Record<string, unknown>>[];
}

/** A group for each kind, in the form's order. Nominees of unknown kinds are omitted. */
const ofEachKind = (view: NominationView, nominees: NomineeGroup['nominees']): NomineeGroup[] =>
  view.kinds.map(({ kind, label, fields }) => ({
    kind,
    like: likeOf(view, kind),
    label: inSentence(textIn(label)),
    fields,
    nominees: nominees.filter((nominee) => nominee['kind'] === kind),
  }));

/** The same without empty groups. */
export const groupsAmong = (view: NominationView, nominees: NomineeGroup['nominees']): NomineeGroup[] =>
  ofEachKind(view, nominees).filter((group) => group.nominees.length > 0);

/** The nominees of a submission in groups. */
export const nomineeGroups = (view: NominationView, { submission }: SubmissionFacts): NomineeGroup[] =>
  groupsAmong(view, listOf(submission['nominees']).map(membersOf));

/** The groups; if the list is empty, one for each kind of the form with a blank nominee to be filled in by hand. */
export const groupsOrBlanks = (view: NominationView, groups: readonly NomineeGroup[]): readonly NomineeGroup[] =>
  groups.length > 0
    ? groups
    : groupsAmong(
        view,
        view.kinds.map(({ kind }) => ({ kind })),
      );

/** Remark on an empty list. */
export const noNominees = (groups: readonly unknown[]): Remark[] =>
  groups.length > 0 ? [] : [{ id: 'no-nominees', say: (words) => words['no-nominees']() }];

/** "01 tập thể và 02 cá nhân" */
export const countsInWords = (groups: readonly NomineeGroup[]) =>
  joined(groups.map(({ label, nominees }) => `${counted(nominees.length)} ${label}`));

/** "tập thể, cá nhân" */
export const kindsInWords = (view: NominationView, groups: readonly NomineeGroup[]): string =>
  (groups.length > 0 ? groups : ofEachKind(view, [])).map(({ label }) => label).join(', ');
