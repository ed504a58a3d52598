import { removeDraft, removeFiles } from './draft-store.js';

/** Prefix of the localStorage keys of drafts; the identity follows as JSON, the `draft` key first. */
export const DRAFT_NAME = 'kl01-draft ';

/**
 * Names of the drafts that this browser keeps under a `draft` key or below it: for `officer-17` also those of
 * `officer-17/unit-3`. Empty if storage is not available.
 */
export function keptDrafts(draft: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((name) => {
      const key = name.startsWith(DRAFT_NAME) ? draftOf(name.slice(DRAFT_NAME.length)) : null;
      return key !== null && (key === draft || key.startsWith(`${draft}/`));
    });
  } catch {
    return [];
  }
}

/** Removes them, with their files. */
export async function forgetDrafts(draft: string): Promise<void> {
  const names = keptDrafts(draft);
  for (const name of names) removeDraft(name);
  await Promise.all(names.map((name) => removeFiles(name)));
}

function draftOf(identity: string): string | null {
  try {
    const read: unknown = JSON.parse(identity);
    const first: unknown = Array.isArray(read) ? read[0] : null;
    return typeof first === 'string' ? first : null;
  } catch {
    return null;
  }
}
