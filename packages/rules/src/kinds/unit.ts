import { either, every, given, not, oneOf, variable, equals } from '../logic.js';
import type { Logic, Rule } from '../rulebook.js';
import { compiling } from '../strings/compiling.js';
import { makeRule, type FormContext } from './context.js';

/** The group must be one that answers, the named unit's, and the authenticated one; at most one finding per path. */
export function unitRules(context: FormContext): Rule[] {
  const { pack, form } = context;
  const groups = pack.unitGroups.map(({ id }) => id);
  if (form.answeredBy === 'committee') return committeeRules(context);
  const answering = form.answeredBy?.filter(({ duty }) => duty !== 'exempt').flatMap((entry) => entry.groups) ?? groups;
  const named = pack.units ?? [];
  const closedGroups = [...new Set(named.map(({ group }) => group))];
  const own = closedGroups.map((group) =>
    either([
      not(
        oneOf(
          'submission.unit.id',
          named.filter((unit) => unit.group === group).map(({ id }) => id),
        ),
      ),
      equals('submission.unit.group', group),
    ]),
  );
  const listed = closedGroups.map((group) =>
    either([
      not(equals('submission.unit.group', group)),
      oneOf(
        'submission.unit.id',
        named.filter((unit) => unit.group === group).map(({ id }) => id),
      ),
    ]),
  );
  return [
    makeRule({
      id: 'unit',
      element: form.id,
      assert: every([oneOf('submission.unit.group', answering), ...own, authenticated('group')]),
      path: '/unit/group',
      message: context.message((lang) => compiling[lang].unitGroup),
      ...context.cite(),
    }),
    makeRule({
      id: 'unit',
      element: form.id,
      assert: every([given('submission.unit.id'), ...listed, authenticated('id')]),
      path: '/unit/id',
      message: context.message((lang) => compiling[lang].unitId),
      ...context.cite(),
    }),
  ];
}

/** A form that the committee answers itself has no unit, and is not accepted from any. */
function committeeRules(context: FormContext): Rule[] {
  const missing = (path: string): Logic => ({ '===': [variable(path), null] });
  return ['group', 'id'].map((part) =>
    makeRule({
      id: 'unit',
      element: context.form.id,
      assert: every([missing(`submission.unit.${part}`), missing(`unit.${part}`)]),
      path: `/unit/${part}`,
      message: context.message((lang) => compiling[lang].committeeAnswers),
      ...context.cite(),
    }),
  );
}

/** Nothing is compared if the host gives no unit. */
function authenticated(part: 'id' | 'group'): Logic {
  return either([
    { '===': [variable(`unit.${part}`), null] },
    { '===': [variable(`submission.unit.${part}`), variable(`unit.${part}`)] },
  ]);
}
