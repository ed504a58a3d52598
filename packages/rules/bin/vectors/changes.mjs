/**
 * Small changes that somebody could make to a form of a rulebook, by mistake or not, and which of them a submission
 * tells apart. A vector is worth its bytes when it tells a change apart that no other does.
 *
 * @typedef {{ submission: unknown, unit: unknown, now: number }} Sent  `now` in minutes since 1970 UTC
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

/**
 * What submissions of a form can tell apart.
 *
 * @param {{ evaluator: Function, endsJudging: ReadonlySet<string>, validator: Function }} engine
 * @returns {{ names: string[], rules: number[][], toldApart(sent: Sent, open: Set<number>, isNew?: Function): number[] }}
 *   `toldApart` gives the numbers, of those still open, that this submission tells apart; `rules[n]` lists the changes
 *   of the form's n-th rule
 */
export function changesOf(form, engine) {
  const names = [];
  const add = (name) => names.push(name) - 1;
  const rules = form.rules.map((rule, at) => ruleChanges(rule, (what) => add(`${at} ${rule.id} ${what}`), engine));
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
    rules: rules.map(({ numbers }) => numbers),
    toldApart(sent, open, isNew = () => true) {
      const told = new Set();
      noteShape(form.schema, sent.submission, '', (key) => {
        const number = shape.get(key);
        if (number !== undefined && open.has(number)) told.add(number);
      });
      if (!validate(sent.submission).some(({ keyword }) => engine.endsJudging.has(keyword))) {
        for (const rule of concerned(open)) rule.toldApart(sent, open, told, isNew);
      }
      return [...told];
    },
  };
}

function ruleChanges(rule, add, { evaluator }) {
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
  const unique = (rule.unique ?? []).map((path) => ({
    number: rule.unique.length === 1 ? -1 : add(`without ${path}`),
    read: evaluator({ var: path }),
  }));
  const later = rule.each === undefined ? null : add('broken at a later item');
  const repeats = rule.unique ? { broken: add('broken'), met: add('met') } : null;
  const assert = rule.assert === undefined ? null : evaluator(rule.assert);
  const numbers = [...asserts, ...needs, ...unique].map(({ number }) => number).filter((number) => number >= 0);
  if (later !== null) numbers.push(later);
  if (repeats) numbers.push(repeats.broken, repeats.met);

  const reads = [...new Set([...pathsRead(rule.assert ?? null), ...Object.keys(rule.needs)])].map((path) =>
    evaluator({ var: path }),
  );

  function toldApart(sent, open, told, isNew) {
    if (!numbers.some((number) => open.has(number))) return;
    const note = (number) => void (open.has(number) && told.add(number));
    const judged = [];
    const scopes = scopesOf(rule, sent);
    for (const scope of scopes) {
      if (
        !rule.unique &&
        !isNew(
          rule,
          scope.index > 0,
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
      if (!holds && scope.index > 0) note(later);
      for (const { number, test } of asserts) if (open.has(number) && (test(scope) === true) !== holds) note(number);
    }
    if (!repeats) return;
    const broken = (left) =>
      repeated(
        judged,
        unique.filter((entry) => entry !== left),
      ).join();
    const found = broken(null);
    if (found !== '') note(repeats.broken);
    if (judged.length > 1 && found === '') note(repeats.met);
    if (found.split(',').some((index) => Number(index) > 0)) note(later);
    for (const entry of unique) if (unique.length > 1 && broken(entry) !== found) note(entry.number);
    for (const entry of needs) {
      const others = needs.filter((other) => other !== entry);
      const more = scopes.filter((scope) => others.every(({ read, type }) => isOfType(read(scope), type)));
      if (repeated(more, unique).join() !== found) note(entry.number);
    }
  }
  return { numbers, toldApart };
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
  return (rule, later, values) => {
    const known = seen.get(rule) ?? seen.set(rule, new Set()).get(rule);
    const key = `${later}${JSON.stringify(values)}`;
    return !known.has(key) && known.add(key) !== null;
  };
}

function repeated(scopes, unique) {
  const seen = new Set();
  return scopes.flatMap((scope) => {
    const values = JSON.stringify(unique.map(({ read }) => read(scope)));
    if (seen.has(values)) return [scope.index];
    seen.add(values);
    return [];
  });
}

export function scopesOf(rule, { submission, unit, now }) {
  if (rule.each === undefined) return [{ submission, unit, now, item: null, index: null }];
  const list = submission?.[rule.each.slice(1)];
  return Array.isArray(list) ? list.map((item, index) => ({ submission, unit, now, item, index })) : [];
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
