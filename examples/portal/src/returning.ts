import type { Finding, RulebookForm } from '@kl01/rules';
import { instantOf } from './clock.js';
import type { Returned } from './desk.js';
import type { Body } from './directory.js';
import { plainText } from './plain-text.js';
import { Refusal } from './refusal.js';
import type { Stored } from './stored.js';
import { vi } from './strings/vi.js';
import { fieldsOf } from './submission-fields.js';

/** An error in one of the portal's own forms, and its field. */
export interface Fault {
  /** name of the input */
  field: string;
  message: string;
}

const MOST_REASON = 4000;
const MOST_COMMENT = 2000;
/** Column headings can be as long as a paragraph. */
const MOST_PLACE = 160;
const COMMENT = 'comment:';

/** Name of the input for comments on a field of the submission. */
export const commentBox = (path: string): string => `${COMMENT}${path}`;

/**
 * Reads a return as written by an officer: reason, deadline, and any number of comments, each shown beside the field or
 * cell that it is about.
 *
 * @throws Refusal 400 if a comment is about something that the submission does not contain
 */
export function readReturn(
  { rulebook, clock }: Body,
  form: RulebookForm,
  stored: Stored,
  fields: URLSearchParams,
): { body: Returned; faults: Fault[] } {
  const reason = plainText(fields.get('reason'));
  const until = instantOf(fields.get('until'), rulebook.utcOffset);
  const places = new Map(
    fieldsOf(rulebook, form, stored.body).flatMap(({ short, fields: list }) =>
      list.map(({ path, label }) => [path, shortened(`${short}, ${label}`)]),
    ),
  );
  const comments = [...fields].flatMap(([name, typed]) => {
    const message = plainText(typed);
    return name.startsWith(COMMENT) && message !== '' ? [{ name, path: name.slice(COMMENT.length), message }] : [];
  });
  const findings = comments.map(({ path, message }): Finding => {
    const place = places.get(path);
    if (place === undefined) throw new Refusal(400);
    return { rule: 'return', severity: 'error', path, message, params: { place } };
  });
  const words = vi.committee.faults;
  const faults = [
    ...(reason === '' ? [{ field: 'reason', message: words.reason }] : []),
    ...(reason.length > MOST_REASON ? [{ field: 'reason', message: words.long(MOST_REASON) }] : []),
    ...(until === null ? [{ field: 'until', message: words.until }] : []),
    ...(until !== null && until <= clock.now() ? [{ field: 'until', message: words.past }] : []),
    ...comments
      .filter(({ message }) => message.length > MOST_COMMENT)
      .map(({ name }) => ({ field: name, message: words.long(MOST_COMMENT) })),
  ];
  return { body: { submission: stored.id, reason, findings, until: until ?? '' }, faults };
}

const shortened = (place: string): string => (place.length > MOST_PLACE ? `${place.slice(0, MOST_PLACE)}…` : place);
