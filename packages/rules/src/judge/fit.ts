import { pointerToken } from '../values/pointer.js';
import type { Schema } from '../rulebook.js';

/** A value carried over to another schema. */
export interface Fitted {
  readonly value: unknown;
  /** what had no place any more, with the JSON Pointer where it stood */
  readonly dropped: readonly { readonly path: string; readonly value: unknown }[];
}

/**
 * Carries a value over to a schema: keeps what still has a place and names what has none.
 * Only places and types are asked for; a text too long or an option gone stays and becomes a finding.
 */
export function fit(schema: Schema, value: unknown): Fitted {
  const dropped: { path: string; value: unknown }[] = [];
  const visit = (part: unknown, place: Schema, path: string): unknown => {
    if (part === null || part === undefined) return null;
    const types = typeof place.type === 'string' ? [place.type] : place.type;
    const type = Array.isArray(part) ? 'array' : typeof part;
    if (!types.includes(type)) {
      dropped.push({ path, value: part });
      return null;
    }
    if (Array.isArray(part)) {
      return part.map((item, index) => visit(item, place.items!, `${path}/${index}`)).filter((item) => item !== null);
    }
    if (typeof part !== 'object') return part;
    const members: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(part)) {
      const here = `${path}/${pointerToken(name)}`;
      const known = place.properties && Object.hasOwn(place.properties, name) ? place.properties[name] : undefined;
      if (known) members[name] = visit(member, known, here);
      else if (member !== null && member !== undefined) dropped.push({ path: here, value: member });
    }
    return members;
  };
  return { value: visit(value, schema, ''), dropped };
}
