/** DOM id of what stands for the whole form, the path `""`. */
export const wholeForm = 'window';

/** Brings what shows a path into sight and gives its control the focus; what is folded around it is opened. */
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

/** What shows a path: its own control, else what shows the nearest path above it. */
function placeOf(root: ShadowRoot | null, path: string): HTMLElement | null {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = root?.getElementById(at === '' ? wholeForm : at) ?? null;
    if (place || at === '') return place;
  }
}

export const focusable = 'input:enabled, select:enabled, textarea:enabled, button:enabled, a[href]';
