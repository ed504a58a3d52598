import { changesOf, memory } from './changes.mjs';
import { fullSubmission, pushesOf, shapeCandidates, tableCandidates } from './candidates.mjs';
import { seeded } from './random.mjs';

/** Changes to a rulebook are sought for so many rounds after the last one found. */
const PATIENCE = 500;
const MOST_ROUNDS = 3000;
const SEED = 1399;
/** Lists longer than this are there for their length. */
const LONG_LIST = 10;
const DEEPEST = 4;

/**
 * The vectors of a rulebook: for every form the fewest submissions found that tell apart whatever small change was made
 * to its schema or rules, and those that are judged before a form is known.
 *
 * @param rulebook compiled
 * @param cases    the pack's named cases, to begin from
 * @param engine   `check` and the parts it is made of
 * @returns {{ vectors: object[], open: string[], changes: number }} `open`: changes that no vector tells apart
 */
export function makeVectors(rulebook, cases, engine) {
  const forms = rulebook.forms.map((form) => vectorsOfForm(rulebook, form, cases, engine));
  const sent = [...envelopeCandidates(rulebook, forms[0].start), ...forms.flatMap(({ chosen }) => chosen)];
  return {
    vectors: sent.map((candidate) => vectorOf(rulebook, candidate, engine)),
    open: forms.flatMap(({ open }) => open),
    changes: forms.reduce((sum, { changes }) => sum + changes, 0),
  };
}

function vectorsOfForm(rulebook, form, cases, engine) {
  const random = seeded(SEED);
  const offset = engine.calendar.offsetMinutes(rulebook.utcOffset);
  const { names, rules, toldApart, stateOf } = changesOf(form, engine, offset);
  const open = new Set(names.keys());
  const started = startsOf(rulebook, form, cases, engine);
  const kept = [];
  const isNew = memory();

  function tried(candidate) {
    const told = toldApart(candidate, open, isNew);
    if (told.length === 0) return false;
    for (const number of told) open.delete(number);
    kept.push(candidate);
    return true;
  }

  for (const candidate of started.valid) tried(candidate);
  for (const candidate of shapeCandidates(form, started.full)) tried(candidate);
  const groups = rulebook.unitGroups.map(({ id }) => id);
  for (const candidate of tableCandidates(form, started.full, groups)) tried(candidate);

  const pushes = form.rules.map((rule) => pushesOf(rule, form, { ...engine, offset, stateOf }));
  const starts = [...started.all, started.full];
  const isOutcome = names.map((name) => / (met|broken)$/.test(name));
  for (let idle = 0, round = 0; idle < PATIENCE && round < MOST_ROUNDS; idle++, round++) {
    const having = (test) => rules.flatMap((numbers, at) => (numbers.some(test) ? [at] : []));
    // First of all every rule is met and broken; whatever else there is to find comes by the way.
    const undecided = random.oneIn(2) ? having((number) => isOutcome[number] && open.has(number)) : [];
    const turning = undecided.length > 0 ? undecided : having((number) => open.has(number));
    if (turning.length === 0) break;
    const from = kept.length > 0 && random.oneIn(2) ? random.pick(kept) : random.pick(starts);
    const candidate = { ...structuredClone(from), what: 'rules' };
    if (!isJudged(candidate, form, engine)) continue;
    const most = random.pick([2, 8, Math.ceil(turning.length / 4), turning.length]);
    for (const at of random.pick([0, 1]) ? random.some(turning, most) : turning.slice(-most)) {
      for (let times = 1 + random.below(3); times > 0 && pushes[at].length > 0; times--)
        random.pick(pushes[at])(candidate, random);
    }
    if (tried(candidate)) idle = -1;
  }

  const chosen = withoutNeedless(kept, names, toldApart).map((candidate) =>
    shortened(candidate, toldApart, (sent) => bytesOf(vectorOf(rulebook, sent, engine))),
  );
  return {
    start: started.valid[0] ?? started.full,
    chosen: named(form, chosen),
    open: [...open].map((number) => `${form.id}: ${names[number]}`),
    changes: names.length,
  };
}

/** Where the search begins: the pack's cases, and one submission with every place filled. */
function startsOf(rulebook, form, cases, engine) {
  const complete = cases
    .filter(
      (entry) => entry.form === form.id && entry.submission !== undefined && entry.now !== undefined && !entry.received,
    )
    .map((entry) => ({
      what: `case “${entry.name}”`,
      submission: plain(engine.completeCase(rulebook, entry)),
      unit: entry.unit ?? null,
      ...(entry.given && { given: entry.given }),
      ...(entry.receiver && { receiver: entry.receiver }),
      now: engine.calendar.parseInstant(entry.now),
      isValid: entry.expect.valid,
    }));
  const now =
    form.windows.find(({ until }) => until !== undefined)?.until ??
    engine.calendar.parseInstant('2023-03-24T09:00:00+07:00');
  const { rulebook: name, form: id } = { rulebook: `${rulebook.id}@${rulebook.version}`, form: form.id };
  const group = rulebook.unitGroups[0].id;
  const unit = rulebook.units.find((entry) => entry.group === group)?.id ?? 'don-vi';
  const envelope = { rulebook: name, form: id, unit: { id: unit, group, name: 'A', members: 50 } };
  return {
    all: complete,
    valid: complete.filter(({ isValid }) => isValid),
    full: { what: 'full', submission: fullSubmission(form, envelope), unit: null, now: now - 1 },
  };
}

const plain = (value) => JSON.parse(JSON.stringify(value));

function isJudged({ submission }, form, engine) {
  return !engine
    .validator(form.schema)(submission)
    .some(({ keyword }) => engine.endsJudging.has(keyword));
}

/**
 * Drops, the longest first, every candidate whose changes the others tell apart as well; gives each of those left the
 * changes it is there for.
 */
function withoutNeedless(kept, names, toldApart) {
  const all = new Set(names.keys());
  const told = kept.map((candidate) => toldApart(candidate, all));
  const times = names.map(() => 0);
  for (const number of told.flat()) times[number]++;
  const order = kept.map((candidate, at) => ({ at, bytes: JSON.stringify(candidate.submission).length }));
  const left = new Set(kept.keys());
  for (const { at } of order.sort((one, other) => other.bytes - one.bytes || one.at - other.at)) {
    if (!told[at].every((number) => times[number] > 1)) continue;
    for (const number of told[at]) times[number]--;
    left.delete(at);
  }
  const rest = new Set(all);
  return kept.flatMap((candidate, at) => {
    if (!left.has(at)) return [];
    const reasons = told[at].filter((number) => rest.delete(number));
    return reasons.length > 0 ? [{ ...candidate, reasons }] : [];
  });
}

/** A candidate without the members and items that it does not need; valid cases stay whole. */
function shortened(candidate, toldApart, bytesOf) {
  if (candidate.isValid) return candidate;
  const reasons = new Set(candidate.reasons);
  let best = { candidate, bytes: bytesOf(candidate) };
  for (const path of pathsOf(candidate.submission)) {
    const submission = withoutPath(best.candidate.submission, path);
    if (submission === null) continue;
    const shorter = { ...candidate, submission };
    // What is left out may be missed by a rule: a finding costs bytes too.
    const bytes = bytesOf(shorter);
    if (bytes <= best.bytes && toldApart(shorter, reasons).length === reasons.size)
      best = { candidate: shorter, bytes };
  }
  return best.candidate;
}

const bytesOf = (vector) => JSON.stringify(vector).length;

/** Paths of every member and item, what holds others before it, later items first so that the numbers of those before stay. */
function pathsOf(value, above = []) {
  if (value === null || typeof value !== 'object' || value.length > LONG_LIST || above.length === DEEPEST) return [];
  const keys = Array.isArray(value) ? [...value.keys()].reverse() : Object.keys(value);
  return keys
    .filter((key) => above.length > 0 || (key !== 'rulebook' && key !== 'form'))
    .flatMap((key) => [[...above, key], ...pathsOf(value[key], [...above, key])]);
}

function withoutPath(submission, path) {
  const last = path.at(-1);
  const holderIn = (value) => path.slice(0, -1).reduce((part, key) => part?.[key], value);
  const present = holderIn(submission);
  if (present === null || typeof present !== 'object' || !Object.hasOwn(present, last)) return null;
  const copy = structuredClone(submission);
  const holder = holderIn(copy);
  if (Array.isArray(holder)) holder.splice(last, 1);
  else delete holder[last];
  return copy;
}

function named(form, chosen) {
  const counts = new Map();
  return chosen.map((candidate) => {
    const count = (counts.get(candidate.what) ?? 0) + 1;
    counts.set(candidate.what, count);
    const number = candidate.what === 'rules' ? ` ${count}` : count > 1 ? ` (${count})` : '';
    return { ...candidate, name: `${form.id}: ${candidate.what}${number}` };
  });
}

/** What is judged before a form is known, or whether or not it is. */
function* envelopeCandidates({ id, version, forms }, { submission, unit, now }) {
  const sent = (name, changed) => ({ name: `envelope: ${name}`, submission: changed, unit, now });
  const head = { rulebook: `${id}@${version}`, form: forms[0].id };
  yield sent('null', null);
  yield sent('a list', []);
  yield sent('a text', 'văn bản');
  yield sent('nothing said', {});
  yield sent('rulebook is not a text', { ...head, rulebook: 1 });
  yield sent('rulebook without a version', { ...head, rulebook: id });
  yield sent('rulebook with an empty version', { ...head, rulebook: `${id}@` });
  yield sent('rulebook with two versions', { ...head, rulebook: `${id}@${version}@${version}` });
  yield sent('rulebook of another directive', { ...head, rulebook: `${id}0@${version}` });
  yield sent('another version of this rulebook', { ...submission, rulebook: `${id}@0.0.0` });
  yield sent('no form', { rulebook: head.rulebook });
  yield sent('form is not a text', { ...head, form: [forms[0].id] });
  yield sent('no such form', { ...head, form: 'khong-co' });
  yield sent('a form by a name that objects have', { ...head, form: 'constructor' });
  yield sent('only rulebook and form', head);
}

/** A vector as other languages read it. Instants are written with seconds and in another zone now and then. */
function vectorOf(rulebook, { name, submission, unit, now, given, receiver }, { check, calendar }) {
  const instant = calendar.isoInstant(now, rulebook.utcOffset);
  const written = now % 3 === 0 ? instant : instant.replace(/:00(?=[+Z])/, ':59');
  const { valid, findings } = check(rulebook, submission, { now: written, unit, given, receiver });
  return {
    name,
    rulebook: `${rulebook.id}@${rulebook.version}`,
    now: written,
    ...(unit && { unit }),
    ...(given && { given }),
    ...(typeof receiver === 'string' && { receiver }),
    submission,
    expect: { valid, findings: findings.map(({ rule, severity, path }) => ({ rule, severity, path })) },
  };
}
