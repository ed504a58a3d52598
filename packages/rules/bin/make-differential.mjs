// Writes what all judges are compared by, beyond the vectors: valid cases of every pack, changed by chance. FOLDER/cases.ndjson
// holds them, one a line, as vectors without `expect`; FOLDER/<id>.rulebook.json what they are judged by. The packs that only
// tests and the tutorial use are among them: they say what no directive of ours says, such as shares of members. What the host
// knows (`given`, `receiver`) is changed as well.
// The same bytes for the same packs, count and seed.
//   node bin/make-differential.mjs FOLDER [COUNT [SEED]]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from '../dist/index.js';
import { compile, parsePack } from '../dist/compile.js';
import { isoInstant } from '../dist/calendar.js';
import { completeCase } from '../dist/authoring/cases.js';
import { mutate } from './vectors/mutate.mjs';
import { seeded } from './vectors/random.mjs';

const FOLDERS = ['../packs/', '../test/lib/sample-packs/', '../../../docs/tutorial/'];
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Every pack that has cases, compiled. */
function packsWithCases() {
  return FOLDERS.map((path) => fileURLToPath(new URL(path, import.meta.url))).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.cases.json'))
      .map((name) => ({
        rulebook: compile(parsePack(json(join(folder, name.replace('.cases.json', '.json'))))),
        cases: json(join(folder, name)),
      })),
  );
}

/** Those written by hand, whose cases are whole submissions. */
function packsByHand() {
  const folder = fileURLToPath(new URL('../test/by-hand/', import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.cases.json'));
  return files.map((name) => {
    const { now, pack, cases } = json(join(folder, name));
    const isValid = ({ findings }) => findings.every(({ severity }) => severity !== 'error');
    return {
      rulebook: compile(parsePack(pack)),
      cases: cases.map((entry) => ({
        now,
        ...entry,
        form: entry.submission.form,
        expect: { valid: isValid(entry) },
        isWhole: true,
      })),
    };
  });
}

/** The forms of a pack, each with its valid cases. */
function formsOf({ rulebook, cases }) {
  const valid = cases.filter(({ submission, expect }) => submission !== undefined && expect.valid === true);
  return rulebook.forms
    .map((form) => ({ rulebook, form, cases: valid.filter((entry) => entry.form === form.id) }))
    .filter((entry) => entry.cases.length > 0);
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
  const unit = random.pick(units.filter((known) => known === undefined || (known.id !== null && known.group !== null)));
  const submission = entry.isWhole ? entry.submission : completeCase(rulebook, entry);
  const { given, receiver } = entry;
  return {
    name: `${rulebook.id} ${form.id}, seed ${seed}`,
    rulebook: `${rulebook.id}@${rulebook.version}`,
    now: atEdge ? isoInstant(random.pick(edges), rulebook.utcOffset) : entry.now,
    ...(unit && { unit }),
    submission: mutate(submission, form.schema, random, random.pick([1, 1, 2, 4])),
    // Last, so that the same seed changes the same in a submission of a form that asks for neither.
    ...(given && { given: random.oneIn(2) ? mutateGiven(given, random) : given }),
    ...(receiver && { receiver: random.pick([receiver, receiver, 'noi-khac']) }),
  };
}

/** What is given, changed; it stays an object, since a host that gives another thing is refused. */
function mutateGiven(given, random) {
  const changed = mutate(given, undefined, random, 1);
  return changed !== null && typeof changed === 'object' && !Array.isArray(changed) ? changed : {};
}

const [target, ...numbers] = process.argv.slice(2);
if (target === undefined)
  throw new Error('Say into which folder: node bin/make-differential.mjs FOLDER [COUNT [SEED]]');
const [count = 2000, first = 1399] = numbers.map(Number);
const packs = [...packsWithCases(), ...packsByHand()];
const forms = packs.flatMap(formsOf);
const lines = Array.from({ length: count }, (_, number) => vectorOf(forms[number % forms.length], first + number));

mkdirSync(target, { recursive: true });
for (const { rulebook } of packs) writeFileSync(join(target, `${rulebook.id}.rulebook.json`), canonicalJson(rulebook));
writeFileSync(join(target, 'cases.ndjson'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
