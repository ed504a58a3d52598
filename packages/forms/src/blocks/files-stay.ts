import { nothing, type TemplateResult } from 'lit';
import { box } from '../controls/notice-box.js';
import type { FormContext } from '../state/form-context.js';

/** Said where the page was about to send the submission in an encoding without its files. */
export function filesStay({ strings: { failed } }: FormContext, stay: boolean): TemplateResult | typeof nothing {
  return stay ? box('warning', `${failed.enctype} ${failed.tellAdministrator}`, []) : nothing;
}
