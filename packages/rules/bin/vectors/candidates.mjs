import { forEachPlace, samplesOf, UNKNOWN } from './changes.mjs';

/**
 * Submissions that may tell changes of a rulebook apart.
 *
 * @typedef {{ what: string, submission: unknown, unit: unknown, now: number, given?: object, receiver?: string }} Candidate
 */

const copy = (value) => structuredClone(value);

/** A submission with every place of the schema filled, one item in each list, a nominee of each kind. */
export function fullSubmission(form, envelope) {
  return { ...fill(form.schema), ...copy(envelope) };
}

function fill(schema) {
  const types = [schema.type].flat();
  if (schema.enum) return schema.enum[0];
  if (types.includes('object')) {
    return Object.fromEntries(Object.entries(schema.properties).map(([name, member]) => [name, fill(member)]));
  }
  if (types.includes('array')) {
    const kinds = schema.items.properties?.kind?.enum?.filter((kind) => kind !== null);
    if (!kinds) return [fill(schema.items)];
    return kinds.map((kind) => ({ ...fill(schema.items), kind, id: `nominee-${kind}` }));
  }
  if (types.includes('boolean')) return true;
  if (types.includes('number')) return Math.max(schema.minimum, 1);
  if (schema.maxLength === 10) return '2023-03-24';
  return schema.maxLength === 64 ? '0123456789abcdef'.repeat(4) : 'A';
}

/**
 * Submissions of every wrong and every bordering shape: each place in turn with a null, a value left out, the values at
 * its limits and beyond, values of other types. Places of one depth go together, because findings of shape do not hide
 * one another.
 *
 * @returns {Generator<Candidate>}
 */
export function* shapeCandidates(form, base) {
  const depths = new Map();
  forEachPlace(form.schema, '', (schema, path, depth) => {
    depths.set(depth, [...(depths.get(depth) ?? []), { path, samples: samplesOf(schema) }]);
  });
  const every = [...depths.values()].flat();
  // What lets the judging go on may stand at every depth at once; an object with a property more keeps the others.
  for (const [breach, said] of [
    ['soft', 'breaches that let the judging go on'],
    ['good', 'values at their limits'],
  ]) {
    const fits = ({ value }) => value === UNKNOWN || (value !== null && typeof value !== 'object');
    const most = Math.max(...every.map(({ samples }) => samples.filter((s) => s.breach === breach && fits(s)).length));
    for (let round = 0; round < most; round++) {
      const submission = copy(base.submission);
      for (const { path, samples } of every) {
        const usable = samples.filter((s) => s.breach === breach && fits(s));
        if (round < usable.length) put(submission, path, usable[round].value);
      }
      yield { ...base, what: `shape, ${said}, ${round + 1}`, submission };
    }
  }
  for (const [depth, places] of depths) {
    for (const said of ['null', 'missing']) {
      const submission = copy(base.submission);
      for (const { path } of places) put(submission, path, said === 'null' ? null : undefined);
      yield { ...base, what: `shape, ${said} at depth ${depth}`, submission };
    }
    for (const [breach, said] of [
      ['hard', 'breaches that end the judging'],
      ['good', 'lists and objects at their limits'],
    ]) {
      const fits = ({ breach: own, value }) =>
        own === breach && (own === 'hard' || (value !== null && typeof value === 'object'));
      const most = Math.max(...places.map(({ samples }) => samples.filter(fits).length));
      for (let round = 0; round < most; round++) {
        const submission = copy(base.submission);
        for (const { path, samples } of places) {
          const usable = samples.filter(fits);
          if (round < usable.length) put(submission, path, usable[round].value);
        }
        yield { ...base, what: `shape, ${said}, depth ${depth}, ${round + 1}`, submission };
      }
    }
  }
}

/**
 * Rows of which one cell only is filled, and rows of which one cell only is blank, in all tables at once.
 *
 * @returns {Generator<Candidate>}
 */
export function* tableCandidates(form, base, groups) {
  const tables = Object.entries(form.schema.properties.tables?.properties ?? {}).filter(
    ([, { properties }]) => properties,
  );
  const most = Math.max(
    0,
    ...tables.flatMap(([, rows]) => Object.values(rows.properties).map((row) => Object.keys(row.properties).length)),
  );
  for (const group of groups) {
    for (let column = 0; column < most; column++) {
      for (const only of [true, false]) {
        const submission = copy(base.submission);
        submission.unit.group = group;
        for (const [table, rows] of tables) {
          for (const [row, cells] of Object.entries(rows.properties)) {
            const filled = Object.entries(cells.properties).filter((_, at) => (at === column) === only);
            submission.tables[table][row] = Object.fromEntries(filled.map(([cell, schema]) => [cell, fill(schema)]));
          }
        }
        yield { ...base, what: `rows with one cell ${only ? 'filled' : 'blank'}, ${group}, ${column + 1}`, submission };
      }
    }
  }
}

/** Puts a value at a place; `*` is the last item of a list. Nothing happens where what holds the place is not there. */
function put(submission, path, value) {
  const steps = path.split('/').slice(1);
  const last = steps.pop();
  let holder = submission;
  for (const step of steps) holder = step === '*' ? holder?.at?.(-1) : holder?.[step];
  if (holder === null || typeof holder !== 'object') return;
  const key = last === '*' ? holder.length - 1 : last;
  if (Array.isArray(holder) && key < 0) return;
  if (value === UNKNOWN) {
    const known = holder[key];
    if (known !== null && typeof known === 'object' && !Array.isArray(known)) known['la-gi'] = 1;
  } else if (value === undefined) {
    if (Array.isArray(holder)) holder.pop();
    else delete holder[key];
  } else holder[key] = copy(value);
}

const FILE = { name: 'tep.docx', size: 1, type: 'application/octet-stream', sha256: '0123456789abcdef'.repeat(4) };
const FILES = [null, [], [FILE], [FILE, FILE], ...Object.keys(FILE).map((part) => [FILE, { ...FILE, [part]: null }])];

/**
 * What may be changed in a submission so that a rule turns: its paths, each with the values the rule compares with, and
 * those beside them; the same of the derived values that it reads.
 *
 * @param rule
 * @param form
 * @param {{ calendar: object, offset: number }} engine
 * @returns {((candidate: Candidate, random: object) => void)[]}
 */
export function pushesOf(rule, form, engine) {
  const { repeats, assert = null, needs } = rule;
  const read = [assert, repeats?.where ?? null];
  const pushes = pushesIn({ logic: read, needs, of: repeats?.of ?? [], places: rule }, form, engine);
  const isInner = rule.each?.includes('*');
  if (isInner) pushes.push(changeNominees);
  if (isInner || (rule.each?.startsWith('/tables/') && !rule.keys)) pushes.push(changeList(rule, form));
  return pushes;
}

function pushesIn({ logic, needs, of, places, isDerived = false }, form, engine, derive = form.derive ?? []) {
  const values = new Map();
  const suggest = (path, ...suggested) => values.set(path, [...(values.get(path) ?? []), ...suggested]);
  let countsNominees = false;
  const besides = [];

  function walk(node, inList) {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) return node.forEach((part) => walk(part, inList));
    const [[operator, operands]] = Object.entries(node);
    const list = [operands].flat();
    const paths = variables(node);
    const constants = numbers(node);
    if (operator === 'var') {
      if (!inList) suggest(String(operands), null, undefined);
      return;
    }
    if (['filter', 'some', 'none', 'reduce', 'map'].includes(operator)) {
      const path = variables(list[0])[0];
      if (path === 'submission.nominees' || path === 'marks.nominees') countsNominees = true;
      else if (path?.includes('documents')) suggest(path, ...FILES);
      else if (path !== undefined) {
        const option = texts(list[1])[0];
        suggest(path, ...(option === undefined ? [] : [[], [option], ['khong-co', option]]));
        if (path.endsWith('commitments')) suggest(path, ...[0, 1, 2, 3, 4, 5].map((n) => Array(n).fill({})));
      }
      walk(list[0], inList);
      return;
    }
    if (!inList) {
      for (const path of paths) {
        if (['===', '!=='].includes(operator))
          suggest(path, ...list.filter((part) => ['string', 'boolean'].includes(typeof part)));
        if (['===', '!=='].includes(operator))
          suggest(path, ...list.filter((part) => typeof part === 'boolean').map((part) => !part));
        if (['<', '<=', '>', '>='].includes(operator)) {
          suggest(
            path,
            ...constants.flatMap((n) => [n - 1, n, n + 1]).filter((n) => n >= 0),
            ...(paths.length > 1 ? [0, 1, 2, 3] : []),
          );
        }
        if (isDerived && ['+', '-', '*', 'var'].includes(operator)) suggest(path, 0, 1, 2, 3, 4, 5, 7, 10, 13, 20);
      }
      if (['<', '<=', '>', '>='].includes(operator)) besides.push(...besidesOf(list));
    }
    list.forEach((part) => walk(part, inList));
  }
  walk(logic, false);
  for (const path of [...Object.keys(needs), ...of]) suggest(path, null, undefined);
  if (of.length > 0) countsNominees = places.each === '/nominees';

  const constants = numbers(logic);
  const pushes = [...values].map(([path, suggested]) => pushOf(path, suggested, form, places));
  for (const [path, other] of besides) pushes.push(pushBeside(places, path, other, engine));
  if (countsNominees) pushes.push(changeNominees, changeNominees);
  // Of a derived value, what it is derived from, near what the rule compares it with.
  for (const [at, entry] of derive.entries()) {
    if (!isRead(entry, [...values.keys()])) continue;
    const day = entry.days ?? entry.months;
    if (day === undefined) {
      const { logic, share, needs = {} } = entry;
      const part = { logic: [logic ?? share.of, constants], needs, of: [], places: entry, isDerived: true };
      pushes.push(...pushesIn(part, form, engine, derive.slice(0, at)));
      continue;
    }
    pushes.push(...[1, 2, 3].map(() => pushDay(entry, constants, engine)));
    if (values.has('now')) pushes.push(pushReceipt(false, constants, engine));
  }
  for (const [path, isMonths] of [
    ['derived.today', false],
    ['derived.todayKey', true],
  ]) {
    if (values.has(path)) pushes.push(pushReceipt(isMonths, constants, engine));
  }
  return pushes.filter((push) => push !== null);
}

/** What a comparison compares a value of the submission with, where that is computed. */
const besidesOf = ([left, right]) =>
  [
    [left?.var, right],
    [right?.var, left],
  ].filter(
    ([path, other]) =>
      /^(submission|item)\./.test(path ?? '') && variables(other).some((read) => /^(derived|mark|given)\b/.test(read)),
  );

/** Whether a derived value is read by one of these paths: `derived.x`, `mark.x`, or `marks.…` of any item. */
const isRead = ({ as, each }, paths) =>
  paths.some((path) => path === `derived.${as}` || path === `mark.${as}` || (each && path.startsWith('marks.')));

const DAYS = ['2024-02-29', '2023-02-28', '2024-01-31', '2023-12-31', '2024-03-31', '2024-03-01', '2008-02-29'];

/**
 * A day as far from another of the submission, or from that of receipt, as the rule says, or a day more or less; or such
 * as calendars go wrong by.
 */
function dayNear(candidate, random, { constants, isMonths, engine: { calendar, offset } }) {
  const received = calendar.localOf(candidate.now, offset).day;
  const day = random.pick([...daysIn([candidate.submission, candidate.given], calendar), received, received]);
  const by = random.pick([0, ...constants]);
  const beside = random.pick([-1, 0, 0, 1]);
  if (random.oneIn(6)) return calendar.parseDay(random.pick(DAYS));
  // A constant is a distance, or the day itself.
  if (Math.abs(by) > (isMonths ? MOST_MONTHS * 32 : MOST_DAYS)) {
    return calendar.addDays(isMonths ? dayOfKey(by) : calendar.addDays(EPOCH, by), beside);
  }
  const sign = random.pick([-1, 1]);
  return calendar.addDays(
    isMonths ? addMonths(day, sign * Math.trunc(by / 32), calendar) : calendar.addDays(day, sign * by),
    beside,
  );
}

const MOST_MONTHS = 1200;
const MOST_DAYS = 9000;

/** The same day of another month, or its last where it has no such day. */
function addMonths({ year, month, day }, by, calendar) {
  const months = 12 * year + month + by;
  const last = calendar.addDays({ year: Math.floor(months / 12), month: (months % 12) + 1, day: 1 }, -1);
  return { ...last, day: Math.min(day, last.day) };
}

/** Puts such a day where a derived value is derived from. */
function pushDay(entry, constants, engine) {
  const put = putter(entry.days ?? entry.months, entry);
  return (candidate, random) =>
    put(candidate, random, () => {
      const text = engine.calendar.isoDay(
        dayNear(candidate, random, { constants, isMonths: entry.months !== undefined, engine }),
      );
      return random.oneIn(12) ? random.pick([null, '2023-02-30', `${text}\n`]) : text;
    });
}

/** Lets such a day begin, or not yet, at the instant of receipt. */
const pushReceipt = (isMonths, constants, engine) => (candidate, random) => {
  const day = dayNear(candidate, random, { constants, isMonths, engine });
  candidate.now = engine.calendar.instantOf(day, engine.offset) + random.pick([-1, 0]);
};

const EPOCH = { year: 1970, month: 1, day: 1 };

const dayOfKey = (key) => {
  const months = Math.floor(key / 32);
  return { year: Math.floor(months / 12), month: (months % 12) + 1, day: Math.min(Math.max(key % 32, 1), 28) };
};

function daysIn(value, calendar) {
  if (typeof value === 'string') return [calendar.parseDay(value)].filter((day) => day !== null);
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap((part) => daysIn(part, calendar))
    : [];
}

/** Sets a number of the submission to what the rule compares it with, or one beside it. */
function pushBeside(rule, path, other, engine) {
  const [root, ...steps] = path.split('.');
  const read = engine.evaluator(other);
  return (candidate, random) => {
    const state = engine.stateOf(candidate);
    const scopes =
      rule.each === undefined
        ? [{ ...state, path: '' }]
        : engine.placesOf(rule, state).map((place) => ({ ...state, ...place }));
    if (scopes.length === 0) return;
    const scope = random.pick(scopes);
    const number = read(scope);
    if (!Number.isInteger(number)) return;
    put(
      candidate.submission,
      [root === 'item' ? scope.path : '', ...steps].join('/'),
      number + random.pick([-1, 0, 0, 1]),
    );
  };
}

function pushOf(path, suggested, form, places) {
  const [root, ...steps] = path.split('.');
  const place = schemaAt(form.schema, root === 'submission' ? steps : placeSteps(root, places, steps));
  const usable = suggested.length === 2 ? [...suggested, ...plainValues(place)] : suggested;
  if (path === 'now') {
    const instants = usable.filter((value) => Number.isInteger(value) && value > 0);
    return instants.length === 0 ? null : (candidate, random) => void (candidate.now = random.pick(instants));
  }
  if (path === 'receiver')
    return (candidate, random) => void (candidate.receiver = random.pick([...usable, 'noi-khac']));
  if (root === 'given') {
    return (candidate, random) => {
      const value = random.pick([...usable, 0, 1, true, false]);
      candidate.given = { ...candidate.given, [steps[0]]: value };
      if (value === undefined) delete candidate.given[steps[0]];
    };
  }
  if (root === 'unit') {
    return (candidate, random) => {
      const { id, group } = candidate.submission.unit ?? {};
      // A host vouches for a unit by name, whatever was sent.
      const own = { id: String(id || 'don-vi'), group: String(group || 'khong-co') };
      candidate.unit = random.pick([null, own, { ...own, id: 'don-vi-khac' }, { ...own, group: 'nhom-khac' }]);
    };
  }
  if (!['submission', 'item', 'owner'].includes(root)) return null;
  const put = putter(path, places);
  return (candidate, random) =>
    put(candidate, random, () => {
      const value = place?.items?.enum ? random.some(place.items.enum, 1 + random.below(3)) : copy(random.pick(usable));
      return path.includes('unit.members') && random.oneIn(2) ? random.below(120) : value;
    });
}

/** The steps in a schema from the submission to what `item` or `owner` is followed by. */
function placeSteps(root, { each = '', keys }, steps) {
  const [outer, inner] = each.split('/*').map((path) => path.split('/').slice(1));
  const item = keys ? keys[0] : '*';
  if (inner === undefined) return [...outer, item, ...steps];
  return root === 'owner' ? [...outer, '*', ...steps] : [...outer, '*', ...inner, item, ...steps];
}

/** Puts a value at a `var` path, of one item where it is that of an item. Nothing happens where there is no item. */
function putter(path, { each = '', keys }) {
  const [root, ...steps] = path.split('.');
  const last = steps.at(-1);
  return (candidate, random, make) => {
    if (root === 'given') {
      candidate.given = { ...candidate.given, [last]: make() };
      return;
    }
    let holder = candidate.submission;
    if (root !== 'submission') {
      const [outer, inner] = each.split('/*');
      holder = itemOf(holder, outer, inner === undefined ? keys : undefined, random);
      if (inner !== undefined && root === 'item') holder = itemOf(holder, inner, keys, random);
      if (holder === null) return;
    }
    for (const step of steps.slice(0, -1)) {
      if (holder[step] === null || typeof holder[step] !== 'object') holder[step] = {};
      holder = holder[step];
    }
    const value = make();
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  };
}

/** One item of a list, or one of the named members of an object; null where there is none. */
function itemOf(holder, path, keys, random) {
  let value = holder;
  for (const step of path.split('/').slice(1)) {
    if (keys && value !== null && (value[step] === null || typeof value[step] !== 'object')) value[step] = {};
    value = value?.[step];
  }
  if (keys && value) {
    const key = random.pick(keys);
    return value[key] !== null && typeof value[key] === 'object' ? value[key] : (value[key] = {});
  }
  if (!Array.isArray(value) || value.length === 0) return null;
  const item = random.pick(value);
  return item !== null && typeof item === 'object' ? item : null;
}

/** One item more in a list, like another, or one fewer. */
function changeList({ each }, form) {
  const [outer, inner] = each.split('/*');
  const path = inner === undefined ? outer : inner;
  const schema = schemaAt(form.schema, each.split('/').slice(1));
  return (candidate, random) => {
    const owner = inner === undefined ? candidate.submission : itemOf(candidate.submission, outer, undefined, random);
    const steps = path.split('/').slice(1);
    const holder = steps.slice(0, -1).reduce((value, step) => value?.[step], owner);
    if (holder === null || typeof holder !== 'object') return;
    const list = (holder[steps.at(-1)] ??= []);
    if (!Array.isArray(list) || list.length > 8) return;
    if (list.length > 0 && random.oneIn(3)) list.splice(random.below(list.length), 1);
    else list.push(list.length > 0 ? copy(random.pick(list)) : schema?.items ? fill(schema.items) : {});
  };
}

function plainValues(schema) {
  if (!schema) return ['A'];
  const types = [schema.type].flat();
  if (schema.enum) return schema.enum;
  if (types.includes('boolean')) return [true, false];
  if (types.includes('number')) return [0, 1, 2, 3];
  if (types.includes('array')) return schema.items.enum ? [[schema.items.enum[0]]] : [[]];
  if (types.includes('object')) return [{}];
  return schema.maxLength === 10 ? ['2023-03-24'] : ['A'];
}

function schemaAt(schema, steps) {
  return steps.reduce((part, step) => (step === '*' ? part?.items : part?.properties?.[step]), schema);
}

/** One nominee more, like another or of another kind, or fewer. */
function changeNominees({ submission }, random) {
  const list = submission.nominees;
  if (!Array.isArray(list)) return void (submission.nominees = []);
  if (list.length > 0 && random.oneIn(3)) return void list.splice(random.below(list.length), 1 + random.below(2));
  if (list.length === 0 || list.length > 8) return;
  for (let more = 1 + random.below(2); more > 0; more--) {
    const twin = copy(random.pick(list));
    if (!random.oneIn(4)) twin.id = `nominee-${list.length + 1}`;
    if (!random.oneIn(3)) twin.name = `Đ ${list.length + 1}`;
    if (random.oneIn(4)) twin.position = 'B';
    if (random.oneIn(4)) twin.workplace = 'B';
    list.push(twin);
  }
}

function variables(node) {
  if (node === null || typeof node !== 'object') return [];
  if (Array.isArray(node)) return node.flatMap(variables);
  if ('var' in node) return [node.var];
  return Object.values(node).flatMap(variables);
}

function numbers(node) {
  if (typeof node === 'number') return [node];
  return node !== null && typeof node === 'object' ? Object.values(node).flatMap(numbers) : [];
}

function texts(node) {
  if (typeof node === 'string') return [node];
  if (node === null || typeof node !== 'object' || 'var' in node) return [];
  return Object.values(node).flatMap(texts);
}
