import { forEachPlace, samplesOf, UNKNOWN } from './changes.mjs';

/**
 * Submissions that may tell changes of a rulebook apart.
 *
 * @typedef {{ what: string, submission: unknown, unit: unknown, now: number }} Candidate
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
  const tables = Object.entries(form.schema.properties.tables?.properties ?? {});
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
 * those beside them.
 *
 * @returns {((candidate: Candidate, random: object) => void)[]}
 */
export function pushesOf(rule, form) {
  const values = new Map();
  const suggest = (path, ...suggested) => values.set(path, [...(values.get(path) ?? []), ...suggested]);
  let countsNominees = false;

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
      if (path === 'submission.nominees') countsNominees = true;
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
      }
    }
    list.forEach((part) => walk(part, inList));
  }
  walk(rule.assert ?? null, false);
  for (const path of [...Object.keys(rule.needs), ...(rule.unique ?? [])]) suggest(path, null, undefined);
  if (rule.unique) countsNominees = rule.each === '/nominees';

  const pushes = [...values].map(([path, suggested]) => pushOf(path, suggested, form, rule));
  if (countsNominees) pushes.push(changeNominees, changeNominees);
  return pushes.filter((push) => push !== null);
}

function pushOf(path, suggested, form, rule) {
  const [root, ...steps] = path.split('.');
  const place = schemaAt(form.schema, root === 'item' ? [rule.each.slice(1), '*', ...steps] : steps);
  const usable = suggested.length === 2 ? [...suggested, ...plainValues(place)] : suggested;
  if (path === 'now') return (candidate, random) => void (candidate.now = random.pick(usable.filter(Boolean)));
  if (root === 'unit') {
    return (candidate, random) => {
      const { id, group } = candidate.submission.unit ?? {};
      // A host vouches for a unit by name, whatever was sent.
      const own = { id: String(id || 'don-vi'), group: String(group || 'khong-co') };
      candidate.unit = random.pick([null, own, { ...own, id: 'don-vi-khac' }, { ...own, group: 'nhom-khac' }]);
    };
  }
  if (root !== 'submission' && root !== 'item') return null;
  return (candidate, random) => {
    let holder = candidate.submission;
    if (root === 'item') {
      const list = holder[rule.each.slice(1)];
      if (!Array.isArray(list) || list.length === 0) return;
      holder = random.pick(list);
    }
    for (const step of steps.slice(0, -1)) {
      if (holder[step] === null || typeof holder[step] !== 'object') holder[step] = {};
      holder = holder[step];
    }
    const value = place?.items?.enum ? random.some(place.items.enum, 1 + random.below(3)) : copy(random.pick(usable));
    const last = steps.at(-1);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
    if (path.includes('unit.members') && random.oneIn(2)) holder[last] = random.below(120);
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
