import type { Submission, Verdict } from '@kl01/rules';
import type { SelectionPick } from '@kl01/rules/committee';

/** The form is shown and can be filled in; `form` is null for elements without a form. */
export type ReadyEvent = CustomEvent<{ rulebook: string; form: string | null }>;

/** The officer changed something. As with native controls, not fired for changes made by the host's own code. */
export type ChangeEvent = CustomEvent<{ submission: Submission; verdict: Verdict }>;

/**
 * The officer submits a form that is outside a `<form>`, or `standalone`; the host has to send it. `files` are in the
 * order of `documents`; empty if the host's `upload` has taken them. The verdict is valid: an invalid form is not
 * submitted.
 */
export type SubmitEvent = CustomEvent<{ submission: Submission; verdict: Verdict; files: readonly File[] }>;

/** Something the host has to fix: a rulebook that cannot be loaded or read, an unknown form, a bad attribute. */
export type ErrorEvent = CustomEvent<{ message: string; cause: unknown }>;

/**
 * The committee's officer made or withdrew a pick: `picks` is the selection's current content. If the host cannot store
 * it, it resets the property `picks` to what is stored.
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
  /** Elements, `document` and `window`: the events bubble. */
  interface GlobalEventHandlersEventMap extends Kl01Events {}
}

/** Dispatches one of our events from an element; it bubbles through shadow roots. */
export function emit<Name extends keyof Kl01Events>(
  host: HTMLElement,
  name: Name,
  detail: Kl01Events[Name]['detail'],
): void {
  host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
