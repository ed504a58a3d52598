import { decisionInWords } from '../committee-words.js';
import type { Decision } from '../decisions.js';
import type { Officer } from '../directory.js';
import { html } from '../html.js';
import { vi } from '../strings/vi.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';

interface Overtaken {
  standing: Decision | undefined;
  /** name of the person who decided it */
  by: string;
  /** address at which to decide again */
  back: string;
}

/** Shown if there has been another decision since the page was opened, by another officer or in another window. */
export function overtakenPage(viewer: Viewer, { id, body }: Officer, { standing, by, back }: Overtaken): string {
  const words = vi.committee.overtaken;
  const title = standing?.by === id ? words.titleOwn : words.title;
  const main = html`<h1>${title}</h1>
    <p class="lead">${words.lead}</p>
    ${standing && html`<p>${when(body, standing.at)}, ${by}: <strong>${decisionInWords(body, standing)}</strong></p>`}
    <p><a class="btn btn-primary" href="${back}">${words.back}</a></p>`;
  return page(viewer, { title, main });
}
