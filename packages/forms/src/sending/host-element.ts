import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Rulebook } from '@kl01/rules';
import type { Upload } from '../files/files.js';
import type { Answering } from '../state/adopt.js';
import type { Exporters } from '../blocks/documents.js';
import type { ReceivedFinding } from '../findings/shown-findings.js';

/** What the host's page says to a form: attributes and properties, and what follows from them alone. */
export abstract class HostElement extends LitElement {
  /** Address of the compiled rulebook, or (as a property) the rulebook itself. */
  @property() rulebook: string | Rulebook | null = null;
  /** Id of the rulebook's form. Inside a `<form>` the attribute is taken over and removed: see `HostForm.join`. */
  @property() form: string | null = null;
  /** Id of the reporting period; without it the officer chooses, where the form has periods. */
  @property() period: string | null = null;
  /** The unit as the host knows it: the directive's own id where it names units, else the host's key. */
  @property({ attribute: 'unit-id' }) unitId: string | null = null;
  @property({ attribute: 'unit-group' }) unitGroup: string | null = null;
  @property({ attribute: 'unit-name' }) unitName: string | null = null;
  /** Name under which a `<form>` posts the submission; files go as `<name>_files[]`. */
  @property() name: string | null = null;
  /** The server's instant when the page was made, ISO 8601 with offset. The browser's clock is not trusted. */
  @property() now: string | null = null;
  /** Given back by the receiving office: the instant before which it may come again, ISO 8601 with offset. */
  @property() until: string | null = null;
  /** The instant as of which the host judges, such as the first arrival of what was given back; left out: `now`. */
  @property({ attribute: 'judged-at' }) judgedAt: string | null = null;
  /** Key under which typed work is kept, with the host's user in it. Without it nothing is kept. */
  @property() draft: string | null = null;
  /** Shows the submission without letting it be changed. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** As on native controls: not to be changed, not posted. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Takes no part in a `<form>` around it, neither in its data nor in its validation, and has a button of its own. */
  @property({ type: Boolean, reflect: true }) standalone = false;
  /** `vi` (default) or `en`. */
  @property() override lang = 'vi';
  /** What the host's server takes, in bytes and files. */
  @property({ type: Number, attribute: 'max-file-bytes' }) maxFileBytes: number | null = null;
  @property({ type: Number, attribute: 'max-request-bytes' }) maxRequestBytes: number | null = null;
  @property({ type: Number, attribute: 'max-files' }) maxFiles: number | null = null;
  /** The server's findings, or those of a return: shown beside their fields until the value there changes. */
  @property({ attribute: false }) findings: readonly ReceivedFinding[] = [];
  /** Takes the files one by one, before the submission is sent. */
  @property({ attribute: false }) upload: Upload | null = null;
  /** `() => import('@kl01/exporters')`: with it, buttons make the documents in the page. */
  @property({ attribute: false }) exporters: Exporters | null = null;

  @state() private fieldsetDisabled = false;

  /** Called by the browser for a `<fieldset disabled>` around the element. */
  formDisabledCallback(disabled: boolean): void {
    this.fieldsetDisabled = disabled;
  }

  protected get isDisabled(): boolean {
    return this.disabled || this.fieldsetDisabled;
  }

  /** Shown, not to be changed. */
  protected get isLocked(): boolean {
    return this.readonly || this.isDisabled;
  }

  protected get answering(): Answering {
    return { unit: { id: this.unitId, group: this.unitGroup, name: this.unitName }, period: this.period };
  }
}
