import type { Submission, Verdict } from '@kl01/rules';
import type { SelectionPick } from '@kl01/rules/committee';

/** The form is shown and can be filled in; `form` is null for an element that shows no form. */
export type ReadyEvent = CustomEvent<{ rulebook: string; form: string | null }>;

/** The officer changed something. Changes made by the host's own code are not announced, as with native controls. */
export type ChangeEvent = CustomEvent<{ submission: Submission; verdict: Verdict }>;

/**
 * The officer submits a form that stands outside a `<form>`, or is `standalone`; the host sends it. `files` are in the order of
 * `documents`; empty where the host's `upload` has taken them. The verdict is valid: an invalid form is not submitted.
 */
export type SubmitEvent = CustomEvent<{ submission: Submission; verdict: Verdict; files: readonly File[] }>;

/** Something the host has to mend: a rulebook that does not come or cannot be read, a form it does not hold, a bad attribute. */
export type ErrorEvent = CustomEvent<{ message: string; cause: unknown }>;

/**
 * The committee's officer picked somebody, or took a pick back: `picks` is what the selection holds now. Where the
 * host cannot store it, it sets the property `picks` to what stands.
 */
export type PickEvent = CustomEvent<{
  selection: string;
  pick: SelectionPick;
  picked: boolean;
  picks: readonly SelectionPick[];
}>;

/** The events of the elements, by name. */
export interface Kl01Events {
  'kl01-ready': ReadyEvent;
  'kl01-change': ChangeEvent;
  'kl01-submit': SubmitEvent;
  'kl01-error': ErrorEvent;
  'kl01-pick': PickEvent;
}

declare global {
  interface HTMLElementEventMap extends Kl01Events {}
}

/** Sends one of our events up from an element, through shadow roots. */
export function emit<Name extends keyof Kl01Events>(
  host: HTMLElement,
  name: Name,
  detail: Kl01Events[Name]['detail'],
): void {
  host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
