// Writes packs made by chance from the whole format, and submissions near whatever their rules compare with. FOLDER/cases.ndjson
// holds these, one a line, as vectors without `expect`; FOLDER/<id>.rulebook.json what they are judged by; FOLDER/coverage.txt
// what they made the rules do. The same bytes for the same numbers.
//   node bin/make-random-packs.mjs FOLDER [PACKS [SUBMISSIONS [SEED]]]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../dist/index.js';
import { compile, parsePack } from '../dist/compile.js';
import * as calendar from '../dist/calendar.js';
import { lint } from '../dist/authoring.js';
import { derive, newRun, NO_MARK, placesOf, prepareDerive } from '../dist/judge/derive.js';
import { evaluator } from '../dist/judge/evaluate.js';
import { RulePackError } from '../dist/pack/parse-pack.js';
import { endsJudging, validator } from '../dist/judge/validate.js';
import { pushesOf } from './vectors/candidates.mjs';
import { changesOf } from './vectors/changes.mjs';
import { cover, report } from './vectors/coverage.mjs';
import { mutate } from './vectors/mutate.mjs';
import { filled, randomPack } from './vectors/random-pack.mjs';
import { seeded } from './vectors/random.mjs';

const engine = { calendar, derive, endsJudging, evaluator, newRun, NO_MARK, placesOf, prepareDerive, validator };

/** The rulebook of a pack that lint takes; null for others. */
function rulebookOf(seed) {
  try {
    const pack = parsePack(randomPack(seed, seeded(seed)));
    return lint(pack).some(({ severity }) => severity === 'error') ? null : compile(pack);
  } catch (error) {
    if (error instanceof RulePackError) return null;
    throw error;
  }
}

/** Submissions of a rulebook's one form, with what they made its rules do. */
function linesOf(rulebook, seed, many) {
  const random = seeded(seed);
  const [form] = rulebook.forms;
  const offset = calendar.offsetMinutes(rulebook.utcOffset);
  const { stateOf } = changesOf(form, engine, offset);
  const pushes = form.rules
    .map((rule) => pushesOf(rule, form, { ...engine, offset, stateOf }))
    .filter(({ length }) => length > 0);
  const isJudged = ({ submission }) =>
    !engine
      .validator(form.schema)(submission)
      .some(({ keyword }) => endsJudging.has(keyword));
  return Array.from({ length: many }, (_, number) => {
    const sent = {
      submission: filled(rulebook, form, random),
      unit: null,
      now: calendar.parseInstant('2024-02-29T09:00:00+07:00'),
    };
    for (let times = 3 + random.below(form.rules.length); times > 0 && pushes.length > 0; times--) {
      random.pick(random.pick(pushes))(sent, random);
    }
    if (random.oneIn(4)) sent.submission = mutate(sent.submission, form.schema, random, 2);
    if (sent.submission !== null && typeof sent.submission === 'object' && isJudged(sent))
      cover(form, stateOf(sent), coverage, engine);
    const { unit, given, receiver } = sent;
    return {
      name: `pack ${seed}, submission ${number}`,
      rulebook: `${rulebook.id}@${rulebook.version}`,
      now: calendar.isoInstant(sent.now, rulebook.utcOffset),
      ...(unit && { unit }),
      ...(given && { given }),
      ...(typeof receiver === 'string' && { receiver }),
      submission: sent.submission,
    };
  });
}

const [target, ...numbers] = process.argv.slice(2);
if (target === undefined)
  throw new Error('Say into which folder: node bin/make-random-packs.mjs FOLDER [PACKS [SUBMISSIONS [SEED]]]');
const [packs = 100, submissions = 20, first = 1] = numbers.map(Number);
mkdirSync(target, { recursive: true });
const coverage = new Map();
const lines = [];
let tried = 0;
for (let made = 0; made < packs; tried++) {
  if (tried > 4 * packs + 20) throw new Error(`lint takes too few of them: ${made} of ${tried}`);
  const rulebook = rulebookOf(first + tried);
  if (rulebook === null) continue;
  writeFileSync(join(target, `${rulebook.id}.rulebook.json`), canonicalJson(rulebook));
  lines.push(...linesOf(rulebook, first + tried, submissions));
  made++;
}
writeFileSync(join(target, 'cases.ndjson'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
writeFileSync(join(target, 'coverage.txt'), `${packs} of ${tried} packs were taken by lint\n${report(coverage)}\n`);
