// Writes packages/rules/vectors: what every backend is compared by. Deterministic: same packs, same bytes.
//   node bin/make-vectors.mjs            all packs
//   node bin/make-vectors.mjs ID …       some
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { canonicalJson, check } from '../dist/index.js';
import { compile, parsePack } from '../dist/compile.js';
import * as calendar from '../dist/calendar.js';
import { completeCase } from '../dist/authoring/cases.js';
import { evaluator } from '../dist/judge/evaluate.js';
import { derive, newRun, NO_MARK, placesOf, prepareDerive } from '../dist/judge/derive.js';
import { endsJudging, validator } from '../dist/judge/validate.js';
import { makeVectors } from './vectors/make.mjs';

const deriving = { derive, newRun, NO_MARK, placesOf, prepareDerive };
const engine = { calendar, check, completeCase, endsJudging, evaluator, validator, ...deriving };
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const json = async (path) => JSON.parse(await readFile(path, 'utf8'));

const chosen = process.argv.slice(2);
const ids = (await readdir(here('../packs')))
  .filter((name) => name.endsWith('.cases.json'))
  .map((name) => name.replace('.cases.json', ''))
  .filter((id) => chosen.length === 0 || chosen.includes(id));

await mkdir(here('../vectors'), { recursive: true });
if (chosen.length === 0) {
  for (const name of await readdir(here('../vectors'))) {
    if (/\.(ndjson|rulebook\.json)$/.test(name)) await rm(here(`../vectors/${name}`));
  }
}
for (const id of ids) {
  const rulebook = compile(parsePack(await json(here(`../packs/${id}.json`))));
  const { vectors, open, changes } = makeVectors(rulebook, await json(here(`../packs/${id}.cases.json`)), engine);
  await writeFile(here(`../vectors/${id}.rulebook.json`), canonicalJson(rulebook));
  await writeFile(here(`../vectors/${id}.ndjson`), vectors.map((vector) => `${JSON.stringify(vector)}\n`).join(''));
  console.log(`${id}: ${vectors.length} vectors tell ${changes - open.length} of ${changes} changes apart`);
  if (process.env['KL01_VECTORS_OPEN']) for (const name of open) console.log(`  open: ${name}`);
}

// What no published directive asks: written by hand, each beside a pack that no committee issued.
for (const name of (await readdir(here('../test/by-hand'))).sort()) {
  const { now, pack, cases } = await json(here(`../test/by-hand/${name}`));
  if (chosen.length > 0 && !chosen.includes(pack.id)) continue;
  const rulebook = compile(parsePack(pack));
  await writeFile(here(`../vectors/${rulebook.id}.rulebook.json`), canonicalJson(rulebook));
  await writeFile(
    here(`../vectors/${rulebook.id}.ndjson`),
    cases.map((entry) => `${lineOf({ now, ...entry })}\n`).join(''),
  );
  console.log(`${rulebook.id}: ${cases.length} vectors written by hand`);
}

function lineOf({ name, now, given, receiver, submission, findings }) {
  const valid = findings.every(({ severity }) => severity !== 'error');
  return JSON.stringify({
    name,
    rulebook: submission.rulebook,
    now,
    given,
    receiver,
    submission,
    expect: { valid, findings },
  });
}
