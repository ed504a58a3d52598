// Writes what all judges are compared by, beyond the vectors: valid cases of every pack, changed by chance, as vectors
// without `expect`, one a line. The same bytes for the same packs, count and seed.
//   node bin/make-differential.mjs [COUNT [SEED]]
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, parsePack } from '../dist/index.js';
import { isoInstant } from '../dist/calendar.js';
import { completeCase } from '../dist/cases.js';
import { mutate } from './vectors/mutate.mjs';
import { seeded } from './vectors/random.mjs';

const folder = fileURLToPath(new URL('../packs/', import.meta.url));
const json = (name) => JSON.parse(readFileSync(folder + name, 'utf8'));

/** The forms of all packs, each with its valid cases. */
function formsWithCases() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cases.json'))
    .flatMap((name) => {
      const rulebook = compile(parsePack(json(name.replace('.cases.json', '.json'))));
      const cases = json(name).filter(({ submission, expect }) => submission !== undefined && expect.valid === true);
      return rulebook.forms.map((form) => ({ rulebook, form, cases: cases.filter((entry) => entry.form === form.id) }));
    })
    .filter(({ cases }) => cases.length > 0);
}

function vectorOf({ rulebook, form, cases }, seed) {
  const random = seeded(seed);
  const entry = random.pick(cases);
  const edges = form.windows.flatMap(({ from, until, lateUntil }) =>
    [from, until, lateUntil].flatMap((edge) => (edge === undefined ? [] : [edge - 1, edge])),
  );
  const atEdge = edges.length > 0 && random.oneIn(4);
  const { id = null, group = null } = entry.submission.unit ?? {};
  const units = [entry.unit, entry.unit, entry.unit, undefined, { id, group }, { id: 'khac', group }];
  const unit = random.pick(units.filter((given) => given === undefined || (given.id !== null && given.group !== null)));
  return {
    name: `${rulebook.id} ${form.id}, seed ${seed}`,
    rulebook: `${rulebook.id}@${rulebook.version}`,
    now: atEdge ? isoInstant(random.pick(edges), rulebook.utcOffset) : entry.now,
    ...(unit && { unit }),
    submission: mutate(completeCase(rulebook, entry), form.schema, random, random.pick([1, 1, 2, 4])),
  };
}

const [count = 2000, first = 1399] = process.argv.slice(2).map(Number);
const forms = formsWithCases();
for (let number = 0; number < count; number++) {
  const vector = vectorOf(forms[number % forms.length], first + number);
  process.stdout.write(`${JSON.stringify(vector)}\n`);
}
