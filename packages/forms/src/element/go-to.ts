/** DOM id of the node that represents the whole form, the path `""`. */
export const wholeForm = 'window';

/** Unfolds and scrolls to the node that shows a path and focuses its control. */
export function goTo(root: ShadowRoot | null, path: string): void {
  const place = placeOf(root, path);
  if (!place) return;
  const control = place.matches(focusable) ? place : (place.querySelector<HTMLElement>(focusable) ?? place);
  for (let around = place.closest('details'); around; around = around.parentElement?.closest('details') ?? null) {
    around.open = true;
  }
  place.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
}

/** Focuses a block and shows it from its top: the browser shows as little of a long one as it can, perhaps its end. */
export function showFromItsTop(block: HTMLElement | null | undefined): void {
  block?.focus({ preventScroll: true });
  block?.scrollIntoView({ block: 'start' });
}

/** The node that shows a path: its own control, else that of the nearest path above it. */
function placeOf(root: ShadowRoot | null, path: string): HTMLElement | null {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = root?.getElementById(at === '' ? wholeForm : at) ?? null;
    if (place || at === '') return place;
  }
}

export const focusable = 'input:enabled, select:enabled, textarea:enabled, button:enabled, a[href]';
