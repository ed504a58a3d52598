import { instantInWords } from '../clock.js';
import type { Body, Officer } from '../directory.js';
import { html } from '../html.js';
import type { Html, HtmlValue } from '../html.js';
import { signOutAsks, signOutButton } from './sign-out.js';
import { vi } from '../strings/vi.js';

/** What every page shows about its viewer. */
export interface Viewer {
  officer: Officer | null;
  /** CSRF token, included in every form */
  token: string;
}

interface PageParts {
  title: string;
  main: HtmlValue;
  /** script addresses, run in this order after parsing */
  scripts?: readonly string[];
  /** whose clock is shown; default: the officer's */
  body?: Body;
}

/** A complete page, as text. */
export function page(
  { officer, token }: Viewer,
  { title, main, scripts = [], body = officer?.body }: PageParts,
): string {
  const document = html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${vi.portal}</title>
        <link rel="stylesheet" href="/assets/bootstrap/bootstrap.min.css" />
        <link rel="stylesheet" href="/assets/portal.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${[...scripts, ...(officer ? ['/assets/sign-out.js'] : [])].map((script) => html`<script defer src="${script}"></script>`)}
      </head>
      <body>
        <a class="visually-hidden-focusable d-block p-2" href="#main">${vi.skip}</a>
        <header>${bar(officer, token)} ${body?.clock.demonstration && clockLine(body)}</header>
        <main id="main" class="container py-4" tabindex="-1">${main}</main>
        ${officer && signOutAsks(token)}
      </body>
    </html>`;
  return document.text;
}

/** A form with a single button and the CSRF token. */
export function button(token: string, action: string, label: string, look: string): Html {
  return html`<form method="post" action="${action}">
    <input type="hidden" name="_csrf" value="${token}" /><button type="submit" class="btn ${look}">${label}</button>
  </form>`;
}

/** "08:00, thứ Tư, ngày 22/3/2023" in the committee's time zone. */
export const when = (body: Body, instant: string): string => instantInWords(instant, body.rulebook.utcOffset);

function bar(officer: Officer | null, token: string): Html {
  return html`<div class="portal-header">
    <div class="container d-flex flex-wrap align-items-center gap-3 py-2">
      <a class="portal-name" href="/">${vi.portal}</a>
      ${
        officer &&
        html`<nav class="d-flex flex-wrap gap-3" aria-label="${vi.navigation}">
            ${officer.unit && html`<a href="/">${vi.nav.forms}</a>`}
            <a href="/deadlines">${vi.nav.deadlines}</a>
            ${officer.unit?.people && !officer.person && html`<a href="/people">${vi.nav.people}</a>`}
            <a href="/received">${officer.unit ? vi.nav.sent : vi.nav.received}</a>
            ${!officer.unit && html`<a href="/committee">${vi.nav.committee}</a>`}
          </nav>
          <div class="ms-sm-auto d-flex flex-wrap align-items-center gap-3">
            <span>${officer.unit ? `${officer.label}, ${officer.unit.name}` : officer.label}</span>
            ${signOutButton(officer, token)}
          </div>`
      }
    </div>
  </div>`;
}

function clockLine(body: Body): Html {
  return html`<p class="portal-clock mb-0">
    <span class="container d-flex flex-wrap column-gap-3">
      <span>${vi.clock.line(when(body, body.clock.now()))}</span>
      <a href="/clock?directive=${body.rulebook.id}">${vi.clock.set}</a>
    </span>
  </p>`;
}
