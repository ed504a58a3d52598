/** Values that people, programs and attackers send where something else was meant. */
const STRANGERS = [
  null,
  true,
  false,
  0,
  1,
  -1,
  2022,
  8.5,
  -0.5,
  1e15,
  Number.MAX_SAFE_INTEGER,
  -Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '\t\r\n',
  '\u00a0',
  '0',
  '1',
  'true',
  'excellent',
  '2023-02-30',
  '2024-02-29',
  '2023-03-24',
  '2023-03-24\n',
  '<b>x</b>',
  'a'.repeat(64),
  '😀',
  '😀'.repeat(501),
  [],
  [null],
  [[]],
  ['x'],
  {},
  { name: 'x' },
  { length: 3 },
];

const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'length',
  'a/b',
  'a~b',
  '',
  '0',
  'name ',
  'Kind',
  'x'.repeat(300),
];

/**
 * A copy of a submission with one or a few things changed, by chance.
 *
 * @param {unknown} submission
 * @param schema of its form, which says where limits and options are
 * @param {import('./random.mjs').Random} random
 * @param {number} [most] changes
 * @returns {unknown}
 */
export function mutate(submission, schema, random, most = 4) {
  let copy = structuredClone(submission);
  for (let left = 1 + random.below(most); left > 0; left--) copy = mutateOnce(copy, schema, random);
  return copy;
}

function mutateOnce(value, schema, random) {
  if (random.oneIn(200)) return random.pick(STRANGERS);
  const places = placesOf(value, schema);
  if (places.length === 0) return value;
  const { holder, key, schema: place } = random.pick(places);
  const change = random.pick(changes);
  change({ holder, key, place, random });
  return value;
}

/** Every member and entry of a value, with its schema where it has one. */
function placesOf(value, schema) {
  if (Array.isArray(value)) {
    return value.flatMap((entry, key) => [
      { holder: value, key, schema: schema?.items },
      ...placesOf(entry, schema?.items),
    ]);
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const place = schema?.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    return [{ holder: value, key, schema: place }, ...placesOf(member, place)];
  });
}

/** As data from a parser has it: `__proto__` becomes a member like any other. */
const write = (holder, key, value) =>
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

const changes = [
  function leaveOut({ holder, key }) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  function setNull({ holder, key }) {
    write(holder, key, null);
  },
  function replace({ holder, key, random }) {
    write(holder, key, structuredClone(random.pick(STRANGERS)));
  },
  function toTheLimit({ holder, key, place, random }) {
    const { maxLength, minimum, maximum, enum: options } = place ?? {};
    if (options) write(holder, key, random.pick(options));
    else if (maxLength !== undefined && maxLength <= 1000) {
      write(holder, key, random.pick(['a', 'ế', '😀']).repeat(maxLength + random.below(3) - 1));
    } else if (minimum !== undefined && maximum !== undefined) {
      write(holder, key, random.pick([minimum, maximum, minimum - 1, maximum + 1].filter(Number.isSafeInteger)));
    }
  },
  function double({ holder, key }) {
    if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
    else write(holder, `${key}2`, structuredClone(holder[key]));
  },
  function addUnknown({ holder, random }) {
    if (!Array.isArray(holder)) write(holder, random.pick(KEYS), structuredClone(random.pick(STRANGERS)));
  },
  function addKnown({ holder, key, place, random }) {
    const members = Object.keys(place?.properties ?? {});
    const value = holder[key];
    if (members.length === 0 || value === null || typeof value !== 'object' || Array.isArray(value)) return;
    write(value, random.pick(members), structuredClone(random.pick(STRANGERS)));
  },
  function otherUnicodeForm({ holder, key, random }) {
    const text = holder[key];
    if (typeof text === 'string') write(holder, key, text.normalize(random.pick(['NFC', 'NFD', 'NFKC', 'NFKD'])));
  },
  function rename({ holder, key, random }) {
    if (Array.isArray(holder)) return;
    write(holder, random.pick(KEYS), holder[key]);
    delete holder[key];
  },
  function nearDay({ holder, key, random }) {
    const value = holder[key];
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return;
    const day = new Date(`${value}T00:00Z`);
    if (Number.isNaN(day.getTime())) return;
    if (random.oneIn(2)) day.setUTCDate(day.getUTCDate() + random.pick([-1, 1, 7, 15]));
    else day.setUTCMonth(day.getUTCMonth() + random.pick([-12, -6, -1, 1, 6, 12, 24]));
    write(
      holder,
      key,
      random.oneIn(6) ? random.pick(['2024-02-29', '2024-01-31', '2008-02-29']) : day.toISOString().slice(0, 10),
    );
  },
  function nextWord({ holder, key, place, random }) {
    const value = holder[key];
    if (place?.enum) write(holder, key, random.pick(place.enum));
    else if (typeof value === 'boolean') write(holder, key, !value);
    else if (typeof value === 'number') write(holder, key, Math.trunc(value / 2) + random.pick([-1, 1, 10]));
    else if (typeof value === 'string') write(holder, key, `${value}${random.pick([' ', '2', '\n'])}`);
  },
];
