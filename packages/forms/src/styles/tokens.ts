import { css } from 'lit';

/**
 * The custom properties a host may set, and their defaults: all text has a contrast of at least 4.5 : 1, in light and
 * in dark. Where the browser knows `light-dark()` the defaults follow the `color-scheme` of the place; an older one
 * stays light, and `themes/dark.css` says the same in values.
 *
 * Lengths are in `em`: they follow the font size of the element, never that of the page's root, which many portals set
 * to 10 px. A rule that sets a font size therefore counts its own lengths in it.
 */
export const tokens = css`
  :host {
    --font: var(--kl01-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif);
    --heading-font: var(--kl01-heading-font, var(--font));
    --title-size: var(--kl01-title-size, 1.5em);
    --heading-size: var(--kl01-heading-size, 1.125em);
    --small-size: var(--kl01-small-size, 0.9375em);
    --text: var(--kl01-color-text, var(--default-text));
    --muted: var(--kl01-color-muted, var(--default-muted));
    --heading: var(--kl01-color-heading, var(--text));
    --accent: var(--kl01-color-accent, var(--default-accent));
    --on-accent: var(--kl01-color-on-accent, var(--default-on-accent));
    --link: var(--kl01-color-link, var(--accent));
    --focus: var(--kl01-color-focus, var(--accent));
    --primary: var(--kl01-color-primary, var(--accent));
    --on-primary: var(--kl01-color-on-primary, var(--on-accent));
    --error: var(--kl01-color-error, var(--default-error));
    --warning: var(--kl01-color-warning, var(--default-warning));
    --success: var(--kl01-color-success, var(--default-success));
    --border: var(--kl01-color-border, var(--default-border));
    --control: var(--kl01-color-control, var(--default-control));
    --background: var(--kl01-color-background, var(--default-background));
    --control-background: var(--kl01-color-control-background, var(--background));
    --tint: var(--kl01-color-tint, var(--default-tint));
    --page: var(--kl01-color-page, var(--background));
    --radius: var(--kl01-radius, 6px);
    --control-radius: var(--kl01-control-radius, max(0px, var(--radius) - 2px));
    --control-border: var(--kl01-control-border, 1px);
    --control-height: var(--kl01-control-height, 2.5em);
    --space: var(--kl01-space, 1.25em);
    --padding: var(--kl01-padding, var(--space));
    --gap: var(--kl01-gap, 1em);
    --column: var(--kl01-column, 18em);
    --default-text: #1c2430;
    --default-muted: #51606f;
    --default-accent: #1d4e7e;
    --default-on-accent: #ffffff;
    --default-error: #a3161e;
    --default-warning: #7d4a00;
    --default-success: #1d6b3c;
    --default-border: #d5dce4;
    --default-control: #74828f;
    --default-background: #ffffff;
    --default-tint: #f3f6f9;
    display: block;
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --default-text: light-dark(#1c2430, #e6ebf0);
      --default-muted: light-dark(#51606f, #a9b4c0);
      --default-accent: light-dark(#1d4e7e, #8fbdea);
      --default-on-accent: light-dark(#ffffff, #0f1a26);
      --default-error: light-dark(#a3161e, #ff9d9d);
      --default-warning: light-dark(#7d4a00, #f0b765);
      --default-success: light-dark(#1d6b3c, #82d3a3);
      --default-border: light-dark(#d5dce4, #3d4856);
      --default-control: light-dark(#74828f, #8c99a7);
      --default-background: light-dark(#ffffff, #171c22);
      --default-tint: light-dark(#f3f6f9, #222a33);
    }
  }

  :host([hidden]) {
    display: none;
  }

  /*
   * What the page says of its text ends here: alignment, capitals, spacing, a direction, a reset of everything. Only
   * what its reader or its design must be able to say of the whole element comes in.
   */
  :host > * {
    all: initial;
    display: block;
    direction: ltr;
    unicode-bidi: isolate;
    color-scheme: inherit;
    forced-color-adjust: inherit;
    pointer-events: inherit;
    visibility: inherit;
    -webkit-text-size-adjust: inherit;
    background-color: var(--page);
    color: var(--text);
    font-family: var(--font);
    font-size: var(--kl01-size, inherit);
    line-height: var(--kl01-line-height, 1.5);
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
`;
