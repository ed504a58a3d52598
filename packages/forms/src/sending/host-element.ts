import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CheckOptions, Rulebook } from '@kl01/rules';
import type { Upload } from '../files/files.js';
import type { Answering } from '../state/adopt.js';
import { differs } from '../same-value.js';
import type { Exporters, OfficeTemplate } from '../blocks/documents.js';
import type { ReceivedFinding } from '../findings/shown-findings.js';

/** The host's interface to a form: attributes and properties, and what derives from them alone. */
export abstract class HostElement extends LitElement {
  /** URL of the compiled rulebook, or (as a property) the rulebook itself. */
  @property({ hasChanged: differs }) rulebook: string | Rulebook | null = null;
  /** Id of the rulebook's form. Inside a `<form>` the attribute becomes `form-id`: see `HostForm.join`. */
  @property() form: string | null = null;
  /** Id of the reporting period; without it the officer chooses, if the form has periods. */
  @property() period: string | null = null;
  /** Id of the unit: the directive's own id if it names units, else the host's key. */
  @property({ attribute: 'unit-id' }) unitId: string | null = null;
  @property({ attribute: 'unit-group' }) unitGroup: string | null = null;
  @property({ attribute: 'unit-name' }) unitName: string | null = null;
  /** Name under which a `<form>` posts the submission; files go as `<name>_files[]`. */
  @property() name: string | null = null;
  /** The server's time when the page was generated, ISO 8601 with offset. The browser's clock is not trusted. */
  @property() now: string | null = null;
  /** If the receiving office returned the submission: the deadline for sending it again, ISO 8601 with offset. */
  @property() until: string | null = null;
  /** The time as of which the host judges, such as the first arrival of a returned submission; left out: `now`. */
  @property({ attribute: 'judged-at' }) judgedAt: string | null = null;
  /** What the host knows and the form asks it for, such as the day of an event, by id; as an attribute, JSON. */
  @property({ hasChanged: differs }) given: string | NonNullable<CheckOptions['given']> | null = null;
  /** Id of the receiver that judges, if receivers have deadlines of their own. */
  @property() receiver: string | null = null;
  /** Key under which drafts are saved; must include the host's user. Without it nothing is saved. */
  @property() draft: string | null = null;
  /** Shows the submission without allowing changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** As on native controls: cannot be changed, is not posted. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Ignores a surrounding `<form>`, both its data and its validation, and has its own submit button. */
  @property({ type: Boolean, reflect: true }) standalone = false;
  /** `vi` (default) or `en`. */
  @property() override lang = 'vi';
  /** Limits of the host's server, in bytes and files. */
  @property({ type: Number, attribute: 'max-file-bytes' }) maxFileBytes: number | null = null;
  @property({ type: Number, attribute: 'max-request-bytes' }) maxRequestBytes: number | null = null;
  @property({ type: Number, attribute: 'max-files' }) maxFiles: number | null = null;
  /** The server's findings, or those of a returned submission: shown at their fields until the value changes. */
  @property({ attribute: false }) findings: readonly ReceivedFinding[] = [];
  /** Receives the files one by one, before the submission is sent. */
  @property({ attribute: false }) upload: Upload | null = null;
  /** `() => import('@kl01/exporters')`: adds buttons that make the documents in the page. */
  @property({ attribute: false }) exporters: Exporters | null = null;
  /** The office's own Word files, offered beside the documents: `[{ label: 'Tờ trình', load: () => … }]`. */
  @property({ attribute: false }) templates: readonly OfficeTemplate[] = [];

  @state() private fieldsetDisabled = false;

  /** Called by the browser for a `<fieldset disabled>` around the element. */
  formDisabledCallback(disabled: boolean): void {
    this.fieldsetDisabled = disabled;
  }

  protected get isDisabled(): boolean {
    return this.disabled || this.fieldsetDisabled;
  }

  /** Shown, but cannot be changed. */
  protected get isLocked(): boolean {
    return this.readonly || this.isDisabled;
  }

  protected get answering(): Answering {
    return { unit: { id: this.unitId, group: this.unitGroup, name: this.unitName }, period: this.period };
  }
}
