/**
 * Small changes that somebody could make to a form of a rulebook, by mistake or not, and which of them a submission
 * tells apart. A vector is worth its bytes when it tells a change apart that no other does.
 *
 * @typedef {{ submission: unknown, unit: unknown, now: number, given?: object, receiver?: string }} Sent
 *   `now` in minutes since 1970 UTC
 */

const TRUTHS = new Set(['and', 'or', '!', '===', '!==', '<', '<=', '>', '>=', 'some', 'none']);

/** Every JsonLogic expression that differs from this one in one place: a test that always or never holds, a bound moved by one, a summand left out. */
export function changedLogic(logic) {
  if (logic === null || typeof logic !== 'object') {
    return typeof logic === 'number' ? [logic - 1, logic + 1].filter((value) => value >= 0) : [];
  }
  const [[operator, operands]] = Object.entries(logic);
  if (operator === 'var' || operator === 'reduce') {
    if (operator === 'var') return [];
    return changedLogic(operands[0]).map((list) => ({ reduce: [list, ...operands.slice(1)] }));
  }
  const list = Array.isArray(operands) ? operands : [operands];
  const within = list.flatMap((operand, at) =>
    changedLogic(operand).map((changed) => ({
      [operator]: list.map((other, index) => (index === at ? changed : other)),
    })),
  );
  const dropped =
    operator === '+' ? list.map((_, at) => ({ '+': list.map((other, index) => (index === at ? 0 : other)) })) : [];
  return [...(TRUTHS.has(operator) ? [true, false] : []), ...dropped, ...within];
}

/** Every entry of `derive` that differs from this one in one place, with what is different. */
function changedDerive(entry) {
  const { days, months, share, logic, needs = {} } = entry;
  const day = days ?? months;
  const way = days === undefined ? 'months' : 'days';
  const other = (changed) => ({ ...entry, ...changed });
  const changes = [['null', other({ needs: { 'submission.rulebook': 'list' } })]];
  if (day !== undefined)
    for (const by of [-1, 1]) changes.push([`${way} ${by > 0 ? '+' : ''}${by}`, other({ [way]: day, by })]);
  if (share) {
    const { part, round } = share;
    const parts = [
      [part[0] - 1, part[1]],
      [part[0] + 1, part[1]],
      [part[0], part[1] - 1],
      [part[0], part[1] + 1],
    ];
    for (const changed of parts.filter(([some, all]) => some >= 0 && all > 0)) {
      changes.push([`part ${changed.join('/')}`, other({ share: { ...share, part: changed } })]);
    }
    for (const changed of ['down', 'up', 'nearest'].filter((way) => way !== round)) {
      changes.push([`rounded ${changed}`, other({ share: { ...share, round: changed } })]);
    }
    for (const of of unrepeated(changedLogic(share.of), share.of)) {
      changes.push([`of ${JSON.stringify(of)}`, other({ share: { ...share, of } })]);
    }
  }
  if (logic !== undefined) {
    for (const changed of unrepeated([true, false, ...changedLogic(logic)], logic)) {
      changes.push([`changed to ${JSON.stringify(changed)}`, other({ logic: changed })]);
    }
  }
  for (const path of Object.keys(needs)) {
    const rest = Object.fromEntries(Object.entries(needs).filter(([name]) => name !== path));
    changes.push([`without its need of ${path}`, other({ needs: rest })]);
  }
  for (const key of entry.keys ?? []) {
    changes.push([`without key ${key}`, other({ keys: entry.keys.filter((name) => name !== key) })]);
  }
  return changes;
}

/**
 * What submissions of a form can tell apart.
 *
 * @param form
 * @param {{ evaluator: Function, endsJudging: ReadonlySet<string>, validator: Function, prepareDerive: Function }} engine
 * @param {number} offset minutes east of UTC
 * @returns {{ names: string[], rules: number[][], toldApart(sent: Sent, open: Set<number>, isNew?: Function): number[], stateOf(sent: Sent): object }}
 *   `toldApart` gives the numbers, of those still open, that this submission tells apart; `rules[n]` lists the changes
 *   of the form's n-th rule and of what is derived for it; `stateOf` what rules are judged over
 */
export function changesOf(form, engine, offset) {
  const names = [];
  const add = (name) => names.push(name) - 1;
  const rules = form.rules.map((rule, at) => ruleChanges(rule, (what) => add(`${at} ${rule.id} ${what}`), engine));
  const derived = deriveChanges(form, rules, add, engine, offset);
  const shape = new Map();
  forEachPlace(form.schema, '', (schema, path) => {
    for (const what of [...samplesOf(schema).map(({ what }) => what), ...(path.endsWith('*') ? [] : ['missing'])]) {
      shape.set(`${path} ${what}`, add(`${path} ${what}`));
    }
  });
  const validate = engine.validator(form.schema);
  const ruleOf = new Map(rules.flatMap((rule) => rule.numbers.map((number) => [number, rule])));
  const concerned = (open) =>
    open.size > 500
      ? rules
      : new Set([...open].map((number) => ruleOf.get(number)).filter((rule) => rule !== undefined));

  return {
    names,
    rules: rules.map((rule) => [...rule.numbers, ...derived.numbersOf(rule)]),
    stateOf: derived.stateOf,
    toldApart(sent, open, isNew = () => true) {
      const told = new Set();
      noteShape(form.schema, sent.submission, '', (key) => {
        const number = shape.get(key);
        if (number !== undefined && open.has(number)) told.add(number);
      });
      if (!validate(sent.submission).some(({ keyword }) => engine.endsJudging.has(keyword))) {
        const state = derived.stateOf(sent);
        for (const rule of concerned(open)) rule.toldApart(state, open, told, isNew);
        derived.toldApart(sent, state, open, told);
      }
      return [...told];
    },
  };
}

/** The values of `derive`, and those of every changed entry as far as a rule reads them. */
function deriveChanges({ derive = [] }, rules, add, { derive: deriveAll, newRun, prepareDerive, NO_MARK }, offset) {
  const prepared = prepareDerive(derive, '');
  const changes = derive.flatMap((entry, at) => {
    const readers = rules.filter(readersOf(entry.as, derive));
    return changedDerive(entry).map(([what, { by = 0, ...changed }]) => {
      const [one] = prepareDerive([changed], '');
      const value = (run) => (one.value(run) === null ? null : one.value(run) + by);
      return {
        number: add(`derived ${entry.as} ${what}`),
        prepared: prepared.with(at, by === 0 ? one : { ...one, value }),
        readers,
      };
    });
  });

  function stateOf({ submission, unit, now, given = null, receiver = null }, entries = prepared) {
    const none = { item: null, index: null, owner: null, mark: NO_MARK };
    const marks = derive.length > 0 ? {} : null;
    const state = { submission, unit, now, given, receiver, ...none, derived: {}, marks };
    deriveAll(entries, newRun(state), offset);
    return state;
  }

  function toldApart(sent, state, open, told) {
    const found = JSON.stringify([state.derived, state.marks]);
    for (const { number, prepared, readers } of changes) {
      if (!open.has(number)) continue;
      const changed = stateOf(sent, prepared);
      if (JSON.stringify([changed.derived, changed.marks]) === found) continue;
      if (readers.some(({ brokenAt }) => brokenAt(changed) !== brokenAt(state))) told.add(number);
    }
  }
  const numbersOf = (rule) => changes.filter(({ readers }) => readers.includes(rule)).map(({ number }) => number);
  return { stateOf, toldApart, numbersOf };
}

/** Whether a rule reads a derived value, also by way of others. */
function readersOf(as, derive) {
  const names = new Set([as]);
  const reads = (source) =>
    [...names].some(
      (name) => JSON.stringify(source).includes(`.${name}"`) || JSON.stringify(source).includes(`"${name}"`),
    );
  for (const entry of derive) if (reads(entry)) names.add(entry.as);
  return ({ source }) => reads(source);
}

function ruleChanges(rule, add, { evaluator, placesOf }) {
  const changes = rule.assert === undefined ? [] : unrepeated([true, false, ...changedLogic(rule.assert)], rule.assert);
  const asserts = changes.map((logic) => ({
    number: add(logic === true ? 'broken' : logic === false ? 'met' : `changed to ${JSON.stringify(logic)}`),
    test: evaluator(logic),
  }));
  // `now` is always there, and values of which there is one only are the whole of a repetition.
  const needs = Object.entries(rule.needs).map(([path, type]) => ({
    number: path === 'now' ? -1 : add(`without its need of ${path}`),
    read: evaluator({ var: path }),
    type,
  }));
  const repeats = repeatsOf(rule, add, evaluator);
  const later = rule.each === undefined || rule.keys ? null : add('broken at a later item');
  const laterOwner = rule.each?.includes('*') ? add('broken in a later list') : null;
  const keys = new Map((rule.keys ?? []).map((key) => [key, add(`broken at ${key}`)]));
  const outcome = repeats ? { broken: add('broken'), met: add('met') } : null;
  const assert = rule.assert === undefined ? null : evaluator(rule.assert);
  const numbers = [...asserts, ...needs, ...(repeats?.changes ?? [])]
    .map(({ number }) => number)
    .filter((number) => number >= 0);
  numbers.push(...[later, laterOwner].filter((number) => number !== null), ...keys.values());
  if (outcome) numbers.push(outcome.broken, outcome.met);

  const reads = [...new Set([...pathsRead(rule.assert ?? null), ...Object.keys(rule.needs)])].map((path) =>
    evaluator({ var: path }),
  );
  const scopesIn = (state) => scopesOf(rule, state, placesOf);
  const isNeeded = (scope) => needs.every(({ read, type }) => isOfType(read(scope), type));
  const broken = (scopes) =>
    repeats ? repeats.broken(scopes, repeats.own) : scopes.filter((scope) => assert(scope) !== true);

  const isInLaterList = ({ path }) =>
    laterOwner !== null && Number(path.slice(rule.each.indexOf('*')).split('/')[0]) > 0;

  function noteWhere(scopes, note) {
    for (const scope of scopes) {
      if (later !== null && scope.index > 0) note(later);
      if (isInLaterList(scope)) note(laterOwner);
      if (rule.keys) note(keys.get(rule.keys[scope.index]));
    }
  }

  function toldApart(state, open, told, isNew) {
    if (!numbers.some((number) => open.has(number))) return;
    const note = (number) => void (open.has(number) && told.add(number));
    const judged = [];
    const scopes = scopesIn(state);
    for (const scope of scopes) {
      if (
        !repeats &&
        !isNew(
          rule,
          `${rule.keys ? scope.index : scope.index > 0}${isInLaterList(scope)}`,
          reads.map((read) => read(scope)),
        )
      )
        continue;
      const lacking = needs.filter(({ read, type }) => !isOfType(read(scope), type));
      if (lacking.length === 1 && assert && assert(scope) !== true) note(lacking[0].number);
      if (lacking.length > 0) continue;
      judged.push(scope);
      if (!assert) continue;
      const holds = assert(scope) === true;
      if (!holds) noteWhere([scope], note);
      for (const { number, test } of asserts) if (open.has(number) && (test(scope) === true) !== holds) note(number);
    }
    if (!repeats) return;
    const found = broken(judged);
    if (found.length > 0) note(outcome.broken);
    if (judged.length > 1 && found.length === 0) note(outcome.met);
    noteWhere(found, note);
    const differs = (scopes, changed) => pathsOf(repeats.broken(scopes, changed)) !== pathsOf(found);
    for (const { number, changed } of repeats.changes) if (open.has(number) && differs(judged, changed)) note(number);
    for (const entry of needs) {
      const others = needs.filter((other) => other !== entry);
      const more = scopes.filter((scope) => others.every(({ read, type }) => isOfType(read(scope), type)));
      if (differs(more, repeats.own)) note(entry.number);
    }
  }
  const brokenAt = (state) => pathsOf(broken(scopesIn(state).filter(isNeeded)));
  return { source: rule, numbers, toldApart, brokenAt };
}

const pathsOf = (scopes) => JSON.stringify(scopes.map(({ path }) => path));

/** What a rule says of repetition, and the same changed in one place; null if it says nothing of it. */
function repeatsOf({ repeats }, add, evaluator) {
  if (!repeats) return null;
  const { of, atMost, where = true } = repeats;
  const own = { of: of.map((path) => evaluator({ var: path })), atMost, where: evaluator(where) };
  const changes = of.map((path, left) => ({
    number: of.length === 1 ? -1 : add(`without ${path}`),
    changed: { ...own, of: own.of.filter((_, at) => at !== left) },
  }));
  if (repeats) {
    for (const other of [atMost - 1, atMost + 1].filter((times) => times > 0)) {
      changes.push({ number: add(`at most ${other}`), changed: { ...own, atMost: other } });
    }
    for (const logic of where === true ? [] : unrepeated([true, false, ...changedLogic(where)], where)) {
      changes.push({ number: add(`where ${JSON.stringify(logic)}`), changed: { ...own, where: evaluator(logic) } });
    }
  }
  return { own, changes, broken: repeated };
}

const OVER_ITEMS = new Set(['filter', 'map', 'some', 'none', 'reduce']);

/** Every path that a rule reads; what it reads of a list's items is the list. */
function pathsRead(logic) {
  if (logic === null || typeof logic !== 'object') return [];
  if (Array.isArray(logic)) return logic.flatMap(pathsRead);
  const [[operator, operands]] = Object.entries(logic);
  if (operator === 'var') return [operands];
  return OVER_ITEMS.has(operator) ? pathsRead(operands[0]) : pathsRead(operands);
}

/** Remembers what each rule has read: the same values tell nothing apart that is still open. */
export function memory() {
  const seen = new Map();
  return (rule, place, values) => {
    const known = seen.get(rule) ?? seen.set(rule, new Set()).get(rule);
    const key = `${place}${JSON.stringify(values)}`;
    return !known.has(key) && known.add(key) !== null;
  };
}

function repeated(scopes, { of, atMost, where }) {
  const times = new Map();
  return scopes.filter((scope) => {
    if (where(scope) !== true) return false;
    const values = JSON.stringify(of.map((read) => read(scope)));
    times.set(values, (times.get(values) ?? 0) + 1);
    return times.get(values) > atMost;
  });
}

/** The scopes in which a rule is judged, as many as there are places for it. */
function scopesOf({ each, keys }, state, placesOf) {
  if (each === undefined) return [{ ...state, path: '' }];
  return placesOf({ each, keys }, state).map((place) => ({ ...state, ...place }));
}

function isOfType(value, type) {
  if (type === 'list') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function unrepeated(changes, original) {
  const seen = new Set([JSON.stringify(original)]);
  return changes.filter((logic) => {
    const text = JSON.stringify(logic);
    return !seen.has(text) && seen.add(text);
  });
}

/** Every place of a schema but the submission itself, lists as `*`, with its depth. */
export function forEachPlace(schema, path, visit, depth = 0) {
  if (path !== '') visit(schema, path, depth);
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    if (path === '' && (name === 'rulebook' || name === 'form')) continue;
    forEachPlace(member, `${path}/${name}`, visit, depth + 1);
  }
  if (schema.items) forEachPlace(schema.items, `${path}/*`, visit, depth + 1);
}

/** Texts longer than this are not written into vectors: a bound beyond it goes untried. */
const LONGEST = 1000;
const LONGEST_LIST = 100;

const DAYS = {
  good: ['2024-02-29', '2000-02-29', '2023-12-31', '2023-04-30', '2023-02-28', '1900-01-01', '2099-10-10'],
  bad: [
    '2023-02-29',
    '2100-02-29',
    '2023-02-30',
    '2023-04-31',
    '2023-06-31',
    '2023-13-01',
    '2023-00-10',
    '1899-12-31',
    '2023-3-24',
    '24/3/2023',
  ],
};

/**
 * The values worth trying at a place: good ones at its limits, `soft` ones that break it and let the judging go on,
 * `hard` ones that end it.
 */
export function samplesOf(schema) {
  const types = [schema.type].flat();
  const samples = [];
  const add = (breach, what, value) => samples.push({ breach, what, value });
  if (types.includes('null')) add('good', 'null', null);
  for (const [type, value] of Object.entries(STRANGERS)) if (!types.includes(type)) add('hard', `not ${type}`, value);
  if (!types.includes('null')) add('hard', 'not null', null);
  if (schema.enum) {
    schema.enum.filter((option) => option !== null).forEach((option) => add('good', `option ${option}`, option));
    add('soft', 'no option', 'khong-co');
  }
  if (types.includes('string') && !schema.enum) {
    const isDay = schema.maxLength === 10;
    const isDigest = schema.pattern?.includes('0-9a-f');
    if (isDay) {
      DAYS.good.forEach((day) => add('good', `day ${day}`, day));
      DAYS.bad.forEach((day) => add('soft', `no day ${day}`, day));
    } else if (isDigest) {
      add('good', 'digest', '0123456789abcdef'.repeat(4));
      add('soft', 'short digest', 'a'.repeat(63));
      add('soft', 'digest in capitals', 'A'.repeat(64));
    } else {
      add('good', 'text', 'Đ');
      add('soft', 'blank', ' \t\r\n');
      add('soft', 'empty', '');
      if (schema.maxLength <= LONGEST) {
        // Characters are code points: shown where it costs few bytes.
        const [good, bad] = schema.maxLength <= 100 ? ['😀', 'ế'] : ['a', 'a'];
        add('good', 'longest', good.repeat(schema.maxLength));
        add('soft', 'too long', bad.repeat(schema.maxLength + 1));
      }
    }
  }
  if (types.includes('boolean')) [true, false].forEach((value) => add('good', String(value), value));
  if (types.includes('number')) {
    add('good', 'least', schema.minimum);
    add('good', 'most', schema.maximum);
    add('hard', 'below', schema.minimum - 1);
    if (schema.maximum < Number.MAX_SAFE_INTEGER) add('hard', 'above', schema.maximum + 1);
    add('hard', 'not whole', 8.5);
  }
  if (types.includes('array')) {
    const item = schema.items.type === 'object' ? {} : (schema.items.enum?.[0] ?? 'A');
    add('good', 'empty list', []);
    if (schema.maxItems <= LONGEST_LIST) add('good', 'longest list', Array(schema.maxItems).fill(item));
    add('hard', 'list too long', Array(schema.maxItems + 1).fill(item));
  }
  if (types.includes('object')) {
    add('good', 'object', {});
    add('soft', 'unknown property', UNKNOWN);
  }
  return samples;
}

const STRANGERS = { string: '1', number: 1, boolean: true, array: [], object: {} };

/** Stands for what is there with a property more. */
export const UNKNOWN = Symbol('unknown property');

/** Which samples of its places a submission holds. */
function noteShape(schema, value, path, note) {
  const types = [schema.type].flat();
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const has = (what) => note(`${path} ${what}`);
  if (type === 'null') return has(types.includes('null') ? 'null' : 'not null');
  if (!types.includes(type)) return has(`not ${type}`);
  if (schema.enum) return has(schema.enum.includes(value) ? `option ${value}` : 'no option');
  if (type === 'string') {
    if (value.trim() === '') return has(value === '' ? 'empty' : 'blank');
    has('text');
    if (/^[0-9a-f]{64}$/.test(value)) has('digest');
    const length = [...value].length;
    if (length === schema.maxLength) has('longest');
    if (length > schema.maxLength) has('too long');
    for (const prefix of ['day', 'no day']) has(`${prefix} ${value}`);
    if (value.length === 63) has('short digest');
    if (/^[A-F]{64}$/.test(value)) has('digest in capitals');
  } else if (type === 'boolean') has(String(value));
  else if (type === 'number') {
    if (value === schema.minimum) has('least');
    else if (value === schema.maximum) has('most');
    else if (!Number.isInteger(value)) has('not whole');
    else if (value < schema.minimum) has('below');
    else if (value > schema.maximum) has('above');
  } else if (type === 'array') {
    if (value.length === 0) has('empty list');
    if (value.length === schema.maxItems) has('longest list');
    if (value.length > schema.maxItems) return has('list too long');
    for (const item of value) noteShape(schema.items, item, `${path}/*`, note);
  } else {
    has('object');
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(schema.properties, name)) has('unknown property');
    }
    for (const [name, member] of Object.entries(schema.properties)) {
      if (Object.hasOwn(value, name)) noteShape(member, value[name], `${path}/${name}`, note);
      else note(`${path}/${name} missing`);
    }
  }
}
