import { html, nothing, type TemplateResult } from 'lit';
import { selectField } from '../controls/choice.js';
import { textField, wholeNumberField } from '../controls/text-box.js';
import { problems } from '../controls/frame.js';
import type { Answering } from '../state/adopt.js';
import type { FormContext } from '../state/form-context.js';
import { nameOf } from '../state/name-of.js';

/** The unit, the period, and the contact. What the host provides is shown; the rest is asked. */
export function unitBlock(form: FormContext, host: Answering): TemplateResult {
  const { strings, submission, rulebook, view } = form;
  const words = strings.unit;
  // A form that the committee answers itself names no unit.
  const isCommittees = view.answeredBy === 'committee';
  const asked = form.parts.find(({ owner }) => owner === 'unit')?.entries ?? [];
  const entry = (path: string) => asked.find((each) => each.path === path);
  const fixedPeriod = view.periods.find(({ id }) => id === host.period);
  const group = rulebook.unitGroups.find(({ id }) => id === submission.unit.group);
  const named = rulebook.units.filter((unit) => unit.group === submission.unit.group);
  return html`<section class="block" part="block" id="/unit" tabindex="-1" aria-labelledby="unit~heading">
    <h3 part="heading" id="unit~heading">${words.heading}</h3>
    <div class="fields">
      ${
        host.period === null && view.periods.length > 0
          ? selectField(
              form,
              { path: '/period', label: strings.period },
              view.periods.map(({ id, label }) => ({ value: id, label })),
            )
          : nothing
      }
      ${fixedPeriod === undefined ? nothing : knownValue(strings.period, fixedPeriod.label)}
      ${
        host.unit.group === null && !isCommittees
          ? selectField(form, { path: '/unit/group', label: words.group }, entry('/unit/group')?.options ?? [])
          : nothing
      }
      ${
        host.unit.id === null && !isCommittees
          ? named.length > 0
            ? selectField(
                form,
                { path: '/unit/id', label: words.id },
                named.map(({ id, label }) => ({ value: id, label })),
              )
            : textField(form, { path: '/unit/id', label: words.id })
          : nothing
      }
      ${
        host.unit.name === null
          ? textField(form, { path: '/unit/name', label: words.name, optional: true, autocomplete: 'organization' })
          : knownValue(words.name, host.unit.name)
      }
      ${host.unit.group === null ? nothing : knownValue(words.group, group?.label ?? host.unit.group)}
      ${entry('/unit/members') ? wholeNumberField(form, { path: '/unit/members', label: nameOf(form, '/unit/members') }) : nothing}
    </div>
    ${host.period === null ? nothing : problems(form, '/period')}
    ${host.unit.name === null ? nothing : problems(form, '/unit/name')}
    ${host.unit.group === null && !isCommittees ? nothing : problems(form, '/unit/group')}
    ${host.unit.id === null && !isCommittees ? nothing : problems(form, '/unit/id')}
    <fieldset class="sub">
      <legend>${words.contact}</legend>
      <p class="hint" part="hint">${words.contactHint}</p>
      <div class="fields">
        ${textField(form, { path: '/contact/name', label: words.contactName, optional: true, autocomplete: 'name' })}
        ${textField(form, {
          path: '/contact/phone',
          label: words.contactPhone,
          optional: true,
          inputMode: 'tel',
          autocomplete: 'tel',
        })}
        ${textField(form, {
          path: '/contact/email',
          label: words.contactEmail,
          optional: true,
          inputMode: 'email',
          autocomplete: 'email',
        })}
      </div>
    </fieldset>
  </section>`;
}

/** A value that the host provides, so it is not asked. */
export function knownValue(label: string, value: string): TemplateResult {
  return html`<dl class="known">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </dl>`;
}
