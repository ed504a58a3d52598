import { findElement } from './element.js';
import type { PackWindow } from '../kinds/window.js';
import type { RulePack } from './pack.js';
import { plainCopy } from '../plain.js';
import type { Amendment, Cite, RulebookWindow, WindowWords } from '../rulebook.js';

export interface AmendedPack {
  readonly pack: RulePack;
  readonly amendments: Amendment[];
  /** windows that changed: what they said before, and which document changed them */
  readonly windows: ReadonlyMap<string, NonNullable<RulebookWindow['amended']>>;
  /** elements that were changed, by address: the document that changed each last */
  readonly changed: ReadonlyMap<string, Cite>;
}

const TIMING = ['before', 'noLaterThan', 'from', 'through', 'within', 'on'] as const;

/** Applies a pack's amendments in order; the pack itself stays as it is. Unknown elements were refused when parsing. */
export function amend(original: RulePack): AmendedPack {
  const pack = plainCopy(original);
  const windows = new Map<string, NonNullable<RulebookWindow['amended']>>();
  const changed = new Map<string, Cite>();
  const amendments = (original.amendments ?? []).map((amendment): Amendment => {
    const changes = amendment.changes.map((change) => {
      const by: Cite = { document: amendment.number, clause: change.cite ?? amendment.cite ?? '' };
      const found = findElement(pack, change.element);
      const was: unknown = found ? plainCopy(found.value) : undefined;
      if (!found) return { element: change.element };
      if ('withdrawn' in change) {
        if (Array.isArray(found.holder)) found.holder.splice(Number(found.key), 1);
        else delete found.holder[found.key];
        return { element: change.element, withdrawn: true as const, was };
      }
      changed.set(change.element, by);
      const element =
        typeof found.value === 'object' && found.value !== null ? { ...found.value } : { field: found.value };
      const target = element as Record<string, unknown>;
      // A window holds one timing: a new one takes the place of the old.
      if (TIMING.some((name) => Object.hasOwn(change.to, name))) {
        windows.set(change.element, { was: wordsOf(target as PackWindow), by });
        // Of a range one end may move alone: "gia hạn đến hết ngày …".
        const oneEnd = Object.hasOwn(change.to, 'from') !== Object.hasOwn(change.to, 'through');
        for (const name of TIMING) {
          if (!oneEnd || (name !== 'from' && name !== 'through')) delete target[name];
        }
      }
      (found.holder as Record<string | number, unknown>)[found.key] = { ...target, ...change.to };
      return { element: change.element, was, to: change.to };
    });
    return {
      number: amendment.number,
      date: amendment.date,
      ...(amendment.cite && { cite: { document: amendment.number, clause: amendment.cite } }),
      changes,
    };
  });
  return { pack, amendments, windows, changed };
}

const wordsOf = (window: PackWindow): WindowWords =>
  Object.fromEntries(TIMING.filter((name) => window[name] !== undefined).map((name) => [name, window[name]]));
