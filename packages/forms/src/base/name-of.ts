import { labelAt, textIn } from '@kl01/rules';
import type { FormContext } from './form-context.js';
import { valueAt } from './pointer.js';

/** The rulebook's short name for what a path points to; the path itself where it has none. */
export function nameOf(form: FormContext, path: string): string {
  const label = labelAt(form.form, path);
  return label === undefined ? path : textIn(label, form.lang);
}

/** The name of the nominee a path lies in: "Nguyễn Văn A", or null outside nominees and where no name is given. */
export function nomineeOf(form: FormContext, path: string): string | null {
  const item = /^\/nominees\/\d+/.exec(path);
  const name = item ? valueAt(form.submission, `${item[0]}/name`) : null;
  return typeof name === 'string' ? name : null;
}
