import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PlanContext } from '../state/form-context.js';
import { nameOf } from '../state/name-of.js';
import { keep } from '../controls/choice.js';
import { framedGroup } from '../controls/frame.js';

/**
 * The posts a person holds, highest first. Holding none of them has to be stated explicitly: an empty list is an
 * answer, a missing one is not.
 */
export function postsField(form: PlanContext): TemplateResult {
  const words = form.strings.plan;
  const path = '/person/posts';
  const stored = form.valueAt(path);
  const chosen: readonly unknown[] | null = Array.isArray(stored) ? stored : null;
  const { posts } = form.view.plan;
  const choose = (next: readonly string[] | null): void => {
    form.set(path, next);
    form.touch(path);
  };
  const toggle = (id: string, on: boolean): void => {
    const next = posts.map((post) => post.id).filter((each) => (each === id ? on : chosen?.includes(each)));
    choose(next.length > 0 ? next : null);
  };
  return framedGroup(
    form,
    { path, label: nameOf(form, path), hint: words.postsHint },
    html`<div class="options posts">
      ${posts.map(({ id, label }) => option(form, label, chosen?.includes(id) ?? false, (on) => toggle(id, on)))}
      ${option(form, words.noPost, chosen?.length === 0, (on) => choose(on ? [] : null))}
    </div>`,
  );
}

function option(form: PlanContext, label: string, on: boolean, changed: (on: boolean) => void): TemplateResult {
  return html`<label class="option" part="option"
    ><input
      type="checkbox"
      .checked=${live(on)}
      ?disabled=${form.disabled}
      aria-disabled=${form.locked || nothing}
      @click=${keep(form)}
      @change=${(event: Event) => changed((event.target as HTMLInputElement).checked)}
    /><span>${label}</span></label
  >`;
}
