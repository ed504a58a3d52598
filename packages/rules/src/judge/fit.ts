import { pointerToken } from '../values/pointer.js';
import type { Schema } from '../rulebook.js';

/** A value adapted to another schema. */
export interface Fitted {
  readonly value: unknown;
  /** values that the schema has no place for, with their former JSON Pointers */
  readonly dropped: readonly { readonly path: string; readonly value: unknown }[];
}

/**
 * Adapts a value to a schema: keeps what still has a place and lists what does not. Only places and types are checked;
 * texts that are too long and options that no longer exist are kept, and become findings.
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
