import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface FilePicker {
  readonly label: string;
  /** for screen readers: what the file is for */
  readonly name: string;
  readonly chosen: (files: readonly File[]) => void;
  readonly multiple?: boolean;
  readonly accept?: string;
  readonly quiet?: boolean;
}

/** A file input under a label that looks like a button: the native button's text and language cannot be set. */
export function filePicker({ label, name, chosen, multiple, accept, quiet }: FilePicker): TemplateResult {
  const changed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // Choosing the same file again must fire `change` too.
    input.value = '';
    if (files.length > 0) chosen(files);
  };
  return html`<label class="picker button ${quiet ? 'quiet' : ''}" part="button ${quiet ? 'button-quiet' : ''}"
    ><input
      type="file"
      class="hidden"
      ?multiple=${multiple ?? false}
      accept=${ifDefined(accept)}
      aria-label=${name}
      @change=${changed}
    />${label}</label
  >`;
}
