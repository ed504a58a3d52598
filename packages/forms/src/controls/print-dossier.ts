import type { FileEntry } from '@kl01/rules';
import type { FormContext } from '../base/form-context.js';
import type { PrintBlock } from '../base/print-view.js';
import { itemsAsked } from './dossier-item.js';

/** Files given for the dossier, by what they answer. */
export function filesOf(form: FormContext): PrintBlock['entries'] {
  return itemsAsked(form, 'slate').flatMap(({ as, id, label, enclosures, when }) =>
    [...(as.includes('upload') ? [{ id, label, when }] : []), ...enclosures]
      .filter((each) => form.holds(each.when))
      .map((each) => {
        const files = form.valueAt(`/documents/${each.id}`);
        const names = Array.isArray(files) ? (files as FileEntry[]).map(({ name }) => name) : [];
        return { label: each.label, value: names.join('; '), made: as.includes('print') };
      })
      // What is made from the sections is not missing where there is no file.
      .filter(({ made, value }) => !made || value !== ''),
  );
}
