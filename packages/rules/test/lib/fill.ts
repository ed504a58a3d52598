import type { Rulebook, RulebookForm, Schema } from '../../src/rulebook.js';
import type { Random } from '../../bin/vectors/random.mjs';

/** A submission of a form made from its schema alone, by chance: of the right shape, mostly filled, seldom valid. */
export function fillForm(rulebook: Rulebook, form: RulebookForm, random: Random): Record<string, unknown> {
  const filled = fill(form.schema, random) as Record<string, unknown>;
  const group = random.pick(rulebook.unitGroups).id;
  const named = rulebook.units.filter((unit) => unit.group === group);
  const id = named.length > 0 && !random.oneIn(4) ? random.pick(named).id : 'don-vi';
  return {
    ...filled,
    rulebook: `${rulebook.id}@${rulebook.version}`,
    form: form.id,
    unit: { id, group, name: 'A', members: random.below(300) },
  };
}

function fill(schema: Schema, random: Random): unknown {
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (types.includes('null') && random.oneIn(6)) return null;
  if (schema.enum) return random.pick(schema.enum);
  if (types.includes('object')) {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(() => !random.oneIn(8))
        .map(([name, member]) => [name, fill(member, random)]),
    );
  }
  if (types.includes('array')) return Array.from({ length: random.below(4) }, () => fill(schema.items!, random));
  if (types.includes('boolean')) return !random.oneIn(3);
  if (types.includes('number')) return Math.max(schema.minimum ?? 0, random.pick([0, 0, 1, 2, 3, 5, 20, 40]));
  if (schema.maxLength === 64) return 'a'.repeat(64);
  return schema.maxLength === 10 ? '2023-03-24' : random.pick(['A', 'B', 'Đ']);
}
