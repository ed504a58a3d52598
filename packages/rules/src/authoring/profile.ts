import { schemaKeywords } from '../judge/validate.js';
import type { Schema } from '../rulebook.js';

/** Keywords and patterns of a schema that validators interpret differently. */
export function schemaOutsideProfile(schema: Schema, path = ''): string[] {
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  const here = (reason: string) => `${path || '/'}: ${reason}`;
  return [
    ...Object.keys(schema)
      .filter((keyword) => !schemaKeywords.has(keyword))
      .map((keyword) => here(`keyword "${keyword}"`)),
    ...(schema.pattern !== undefined && schema.maxLength === undefined ? [here('"pattern" without "maxLength"')] : []),
    ...(/\\[dswpuDSWP]/.test(schema.pattern ?? '') ? [here('a class of letters in "pattern"')] : []),
    ...(types.filter((type) => type !== 'null').length === 1 ? [] : [here('a place for values of several types')]),
    ...(schema.enum && !types.includes('string') ? [here('"enum" of what is no text')] : []),
    ...(types.includes('number') && (schema.minimum === undefined || schema.maximum === undefined)
      ? [here('a number without limits')]
      : []),
    ...(types.includes('array') && schema.maxItems === undefined ? [here('a list without "maxItems"')] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
      schemaOutsideProfile(member, `${path}/${name}`),
    ),
    ...(schema.items ? schemaOutsideProfile(schema.items, `${path}/*`) : []),
  ];
}
