import type { Finding } from '@kl01/rules';
import type { Body } from '../directory.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { RefusalStatus } from '../refusal.js';
import type { Stored } from '../stored.js';
import { vi } from '../strings/vi.js';
import { firstFindings } from './findings.js';
import { page, when } from './layout.js';
import type { Viewer } from './layout.js';

/**
 * Explains what went wrong, that nothing is lost, and what to do next. @param signIn address to sign in and come back
 */
export function problemPage(viewer: Viewer, status: RefusalStatus, signIn: string | null = null): string {
  const [title, text] = vi.errors[status];
  return page(viewer, {
    title,
    main: html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      ${status === 401 && signIn && html`<p><a class="btn btn-primary" href="${signIn}">${vi.signIn.again}</a></p>`}
      <p><a href="/">${vi.home}</a></p>`,
  });
}

/** For a submission that no form can show: of an unknown form, another directive, or malformed. */
export function refusedPage(viewer: Viewer, findings: readonly Finding[]): string {
  const main = html`<h1>${vi.refusedPlain.title}</h1>
    <p class="lead">${vi.refusedPlain.lead}</p>
    ${firstFindings(findings)}
    <p><a href="/">${vi.refusedPlain.back}</a></p>`;
  return page(viewer, { title: vi.refusedPlain.title, main });
}

interface Stale {
  /** the revision that was sent */
  revision: number;
  current: Stored | undefined;
  /** id of the separately stored submission; omitted if not stored */
  kept?: string | undefined;
  /** errors because of which it was not stored */
  findings?: readonly Finding[];
}

/** Two officers of one unit sent at once: the later one sees both submissions. */
export function stalePage(viewer: Viewer, body: Body, { revision: sent, current, kept, findings = [] }: Stale): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const notKept = errors.length > 0 ? vi.stale.faulty : vi.stale.full;
  const main = html`<h1>${vi.stale.title}</h1>
    <p class="lead">
      ${current && current.revision >= sent ? vi.stale.lead(sent, current.revision) : vi.stale.unexpected(sent, (current?.revision ?? 0) + 1)}
    </p>
    <p>${kept ? vi.stale.kept : notKept}</p>
    ${errors.length > 0 && firstFindings(errors)} ${current && currentLinks(body, current)}
    ${kept && html`<p><a href="/received/${kept}">${vi.stale.viewKept}</a></p>`}`;
  return page(viewer, { title: vi.stale.title, main });
}

const currentLinks = (body: Body, { id, receivedAt, form, period }: Stored): Html =>
  html`<p><a href="/received/${id}">${vi.stale.viewCurrent}</a> (${when(body, receivedAt)})</p>
    <p><a href="/forms/${form}${period && `?period=${period}`}">${vi.stale.correct}</a></p>`;
