/**
 * Packs made by chance from the whole format, small each: what no directive asks in one breath. Not every pack that is made
 * so makes sense; lint says which, and those are not taken.
 *
 * Whatever is asked (a field of a nominee, a person or a row of a list, a fact) comes from one function, and whatever is tested
 * of it from another: a new type of field, or a new test, is a line in `ASKED` or in `testOf`. Where a condition may compute
 * (criteria, not what is asked), `computedTest` adds days, ages and numbers that are worked out.
 */

const KINDS = ['collective', 'individual', 'household', 'model'];
const GROUPS = ['xa', 'phuong', 'nganh'];
const STEPS = ['failed', 'completed', 'good', 'excellent'];

/** Limits, most often near to one another, so that what is sent at random comes near them. */
const number = (random, least = 0, span = 12) => least + random.below(span);
const day = (random) =>
  random.pick([
    '2023-12-31',
    '2024-01-31',
    '2024-02-28',
    '2024-02-29',
    '2024-03-01',
    '2024-03-31',
    '2024-06-30',
    '2008-02-29',
  ]);
const options = (random, from = 'abcd') =>
  [...from].slice(0, 2 + random.below(3)).map((id) => ({ id: `muc-${id}`, label: `Mục ${id}` }));
/** Half of the time a lower, an upper bound, or both. */
function range(random, one) {
  const [low, high] = [one(), one()].sort((a, b) => a - b);
  const bounds = random.pick([{}, {}, { atLeast: low }, { atMost: high }, { atLeast: low, atMost: high }]);
  return Object.keys(bounds).length > 0 ? { range: bounds } : {};
}

/** What may be asked: by the name of its type, the members that go with it. */
const ASKED = {
  text: (random) =>
    random.pick([
      {},
      { length: { atMost: number(random, 2) } },
      { length: { atLeast: 2, atMost: number(random, 3) } },
      { mask: random.pick(['citizen-id', 'document-symbol']) },
    ]),
  'long-text': () => ({}),
  phone: () => ({}),
  email: () => ({}),
  'yes-no': () => ({}),
  choice: (random) => ({ options: options(random) }),
  choices: (random) => ({ options: options(random) }),
  rating: () => ({ scale: 'rating' }),
  count: (random) => range(random, () => number(random)),
  decimal: (random) => ({ decimals: 1 + random.below(3), ...range(random, () => number(random) / 2) }),
  percent: (random) => range(random, () => number(random, 0, 200) / 2),
  year: (random) => range(random, () => number(random, 2015)),
  date: () => ({}),
};
const IN_FACTS = Object.keys(ASKED).filter((type) => type !== 'rating');

/** Fields or facts; later ones may be asked only in a case that the earlier ones say. */
function asked(random, { name, key, types, most, conditions }) {
  const things = [];
  const list = Array.from({ length: 1 + random.below(most) }, (_, at) => {
    const type = random.pick(types);
    const id = name(at);
    const source = { [key]: id, type, label: `Mục ${id}`, ...ASKED[type](random) };
    if (things.some((thing) => testOf(random, thing)) && random.oneIn(4))
      source.when = conditionOf(random, { ...conditions, things, deep: 1 });
    const isOptional = random.oneIn(4);
    if (isOptional) source.optional = true;
    else things.push({ by: key === 'id' ? 'fact' : 'field', id, source });
    return source;
  });
  return { list, things };
}

function listField(random, name) {
  const { list } = asked(random, {
    name: (at) => `${name}x${at}`,
    key: 'field',
    types: ['text', 'count', 'year', 'date', 'decimal', 'yes-no', 'choice'],
    most: 3,
    conditions: {},
  });
  const fields = list.map(({ when: _, ...field }) => field);
  return {
    field: name,
    type: 'list',
    label: 'Danh sách con',
    fields,
    ...range(random, () => random.below(4)),
    ...(random.oneIn(3) && { optional: true }),
  };
}

/** A test of one thing, by its type. */
function testOf(random, { by, id, source }) {
  const read = { [by]: id };
  const one = (make) => {
    const [low, high] = [make(), make()].sort((a, b) => a - b);
    const tests = [
      { atLeast: low },
      { atMost: high },
      { above: low },
      { below: high + 1 },
      { atLeast: low, atMost: high },
      { above: low, below: high + 2 },
      { is: low },
    ];
    return { ...read, ...random.pick(tests) };
  };
  switch (source.type) {
    case 'yes-no':
      return { ...read, is: random.oneIn(2) };
    case 'choice': {
      const ids = source.options.map(({ id }) => id);
      return random.oneIn(2)
        ? { ...read, is: random.pick(ids) }
        : { ...read, in: random.some(ids, 1 + random.below(ids.length)) };
    }
    case 'choices':
      return { ...read, has: random.pick(source.options).id };
    case 'rating':
      return random.oneIn(2) ? { ...read, atLeast: random.pick(STEPS.slice(1)) } : { ...read, is: random.pick(STEPS) };
    case 'count':
      return one(() => number(random));
    case 'decimal':
      return one(() => number(random) / 2);
    case 'percent':
      return one(() => number(random, 0, 200) / 2);
    case 'year':
      return one(() => number(random, 2015));
    default:
      return null;
  }
}

/** What the host knows. */
const GIVEN = [
  { id: 'ngay-moc', type: 'date', label: 'Ngày phát động' },
  { id: 'chi-tieu', type: 'count', label: 'Chỉ tiêu còn lại' },
];
const thingsGiven = GIVEN.map((source) => ({ by: 'given', id: source.id, source }));
const read = ({ by, id }) => ({ [by]: id });

/** A day: written, stated or of receipt; now and then some time before or after it. */
function dayOf(random, days, unit) {
  const one = random.pick(['receipt', 'receipt', day(random), ...days.map(read)]);
  return unit !== undefined && random.oneIn(2) ? { on: one, [unit]: random.pick([-24, -12, -1, 1, 6]) } : one;
}

/** A number: stated, counted, or worked out of such. */
function numberIn(random, numbers, counted, deep = 2) {
  const inner = () => numberIn(random, numbers, counted, deep - 1);
  const written = () => random.below(9);
  const stated = () => (numbers.length > 0 ? read(random.pick(numbers)) : { fact: 'members' });
  const counts = () => (counted ? { count: { of: [random.pick(counted.kinds)] } } : stated());
  if (deep === 0) return random.pick([stated, stated, counts])();
  const round = random.pick(['down', 'up', 'nearest']);
  return random.pick([
    stated,
    counts,
    () => ({ sum: random.oneIn(3) ? [inner(), inner(), written() + 1] : [inner(), inner()] }),
    () => ({ minus: [inner(), random.oneIn(2) ? inner() : written()] }),
    () => ({
      share: random.pick([
        [1, 2],
        [2, 3],
        [1, 40],
        [3, 4],
      ]),
      of: inner(),
      round,
    }),
    () => ({ percent: random.pick([5, 10, 15, 33, 50, 120]), of: inner(), round }),
  ])();
}

/** A test of a day, an age or a number that is worked out. */
function computedTest(random, things, counted) {
  const days = things.filter(({ source }) => source.type === 'date');
  const numbers = things.filter(({ source }) => source.type === 'count');
  const unit = random.pick(['days', 'months', 'years']);
  const one = () => dayOf(random, days, unit);
  const bounds = () =>
    random.pick([
      () => ({ before: one() }),
      () => ({ noLaterThan: one() }),
      () => ({ from: one() }),
      () => ({ through: one() }),
      () => ({ from: one(), through: one() }),
      () => ({ within: { [unit]: random.pick([1, 6, 24]), [random.pick(['before', 'after'])]: dayOf(random, days) } }),
    ])();
  const tests = [
    () => ({ day: dayOf(random, days), ...bounds() }),
    () => ({
      value: numberIn(random, numbers, counted),
      ...random.pick([
        () => ({ atLeast: numberIn(random, numbers, counted, 1) }),
        () => ({ atMost: random.below(12) }),
        () => ({ above: numberIn(random, numbers, counted, 1) }),
        () => ({ below: numberIn(random, numbers, counted, 1) }),
        () => ({ is: random.below(6) }),
        () => ({ atLeast: random.below(4), atMost: 4 + random.below(9) }),
      ])(),
    }),
  ];
  if (days.length > 0) {
    const length = () => random.pick([1, 2, 18, 24]);
    tests.push(
      () => ({ ...read(random.pick(days)), ...bounds() }),
      () => ({
        span: unit,
        from: read(random.pick(days)),
        to: dayOf(random, days),
        ...random.pick([
          { atLeast: length() },
          { atMost: length() },
          { atLeast: 1, atMost: length() + 1 },
          { is: length() },
        ]),
      }),
    );
  }
  if (numbers.length > 0) {
    tests.push(() => ({ ...read(random.pick(numbers)), [random.pick(['atLeast', 'atMost', 'above', 'below'])]: numberIn(random, numbers, counted, 1) })); // prettier-ignore
  }
  return random.pick(tests)();
}

/** A condition over these things, the groups of units and, where `kinds` are given, the nominees in the list. */
function conditionOf(random, { things = [], groups = [], counted, computes = false, deep = 2 }) {
  const inner = () => conditionOf(random, { things, groups, counted, computes, deep: deep - 1 });
  if (deep > 0 && random.oneIn(3)) {
    const parts = [inner(), inner(), inner()].slice(0, 2 + random.below(2));
    return random.pick([
      { all: parts },
      { any: parts },
      { not: inner() },
      { atLeast: 1 + random.below(parts.length), of: parts },
    ]);
  }
  const tests = things.map((thing) => testOf(random, thing)).filter((test) => test !== null);
  const others = [];
  if (groups.length > 1) others.push({ groups: [random.pick(groups)] });
  if (counted)
    others.push(countOf(random, counted), countOf(random, counted), { fact: 'members', below: number(random, 5) });
  if (computes && random.oneIn(2)) return computedTest(random, [...things, ...thingsGiven], counted);
  if (tests.length === 0 && others.length === 0) return { groups: [groups[0]] };
  return random.pick([...tests, ...tests, ...others]);
}

function countOf(random, { kinds, things }) {
  const kind = random.pick(kinds);
  const count = random.pick([
    {},
    { of: [kind] },
    { of: [kind], where: conditionOf(random, { things: things(kind), deep: 1 }) },
  ]);
  return {
    count,
    ...random.pick([
      { atLeast: 1 + random.below(3) },
      { atMost: random.below(4) },
      { is: random.below(3) },
      { above: random.below(2) },
      { below: 1 + random.below(4) },
    ]),
  };
}

function windowsOf(random, groups, receivers) {
  const moment = () => `${day(random)}${random.oneIn(3) ? `T${String(random.below(24)).padStart(2, '0')}:30` : ''}`;
  const dates = () => {
    const [from, through] = [moment(), moment()].sort();
    return random.pick([
      { before: moment() },
      { noLaterThan: moment() },
      { through },
      { from },
      { from, through },
      { within: random.pick(['2024-02', '2024-Q1', '2024']) },
      { on: day(random) },
    ]);
  };
  if (random.oneIn(5)) return 'unannounced';
  const window = (id, rest) => {
    const said = dates();
    const isOpen = 'from' in said && !('through' in said);
    return {
      id,
      ...rest,
      ...said,
      ...('from' in said && random.oneIn(2) && { early: random.pick(['warn', 'refuse']) }),
      ...(!isOpen && random.oneIn(2) && { late: random.pick(['accept', 'refuse']) }),
    };
  };
  // Where every receiver has a deadline of its own, a common one is for nobody.
  const own = receivers.filter(() => random.oneIn(2)).slice(0, 1);
  const windows = [window('chung', {})];
  if (groups.length > 1 && random.oneIn(2)) windows.unshift(window('rieng', { groups: [groups[0]] }));
  for (const { id } of own) windows.unshift(window(`cua-${id}`, { receiver: id }));
  return windows;
}

function dossierOf(random, { kinds, groups, things, counted }) {
  if (random.oneIn(3)) return {};
  const items = Array.from({ length: 1 + random.below(3) }, (_, at) => {
    const per = kinds && random.oneIn(2) ? 'nominee' : 'slate';
    const item = { id: `giay-${at}`, label: `Giấy số ${at + 1}`, per, as: random.pick([['paper'], ['upload']]) };
    if (random.oneIn(3)) item.duty = 'if-any';
    if (per === 'nominee' && random.oneIn(2)) item.of = [random.pick(kinds)];
    if (random.oneIn(3)) {
      item.when = conditionOf(
        random,
        per === 'nominee' ? { things: things((item.of ?? kinds)[0]), groups, deep: 1 } : { groups, counted, deep: 1 },
      );
      if (per === 'nominee') item.of ??= [kinds[0]];
    }
    if (item.as[0] === 'upload' && random.oneIn(3)) item.endorsedBy = { label: 'cấp ủy cơ sở' };
    return item;
  });
  return { dossier: { copies: 1, items } };
}

function nomination(random, groups) {
  const kinds = random.some(KINDS, 1 + random.below(3));
  const facts = asked(random, { name: (at) => `so-lieu-${at}`, key: 'id', types: IN_FACTS, most: 4, conditions: {} });
  const ofKind = new Map(
    kinds.map((kind, at) => {
      // There is always something that conditions can read.
      const first = { field: `truong${'ABCD'[at]}`, type: 'yes-no', label: 'Là đảng viên' };
      const name = (field) => `truong${'ABCD'[at]}${field}`;
      const { list, things } = asked(random, {
        name,
        key: 'field',
        types: Object.keys(ASKED),
        most: 5,
        conditions: { groups },
      });
      return [kind, { list: [first, ...list], things: [{ by: 'field', id: first.field, source: first }, ...things] }];
    }),
  );
  const things = (kind) => ofKind.get(kind).things;
  const nominees = Object.fromEntries(
    kinds.map((kind, at) => [
      kind,
      {
        fields: [
          'name',
          ...(random.oneIn(2) ? ['workplace'] : []),
          ...ofKind.get(kind).list,
          ...(random.oneIn(3) ? [listField(random, `con${'ABCD'[at]}`)] : []),
        ],
      },
    ]),
  );
  const counted = { kinds, things };
  const counts = facts.things.filter(({ source }) => source.type === 'count' && !source.when);
  const bound = () => {
    if (random.oneIn(2)) return random.below(5);
    const of = random.pick(['members', ...counts.map(({ id }) => id)]);
    return { percent: random.pick([2, 10, 15, 20, 33, 50, 75]), of, round: random.pick(['down', 'up', 'nearest']) };
  };
  const alternative = () =>
    kinds.map((kind) => ({
      of: [kind],
      ...random.pick([
        { min: 0 },
        { exactly: random.below(3) },
        { max: bound() },
        { min: random.below(2), max: 2 + random.below(3) },
        { max: bound() },
      ]),
    }));
  const quota = (id, rest) => ({ id, ...rest, anyOf: Array.from({ length: 1 + random.below(2) }, alternative) });
  const criteria = Array.from({ length: random.below(5) }, (_, at) => {
    const kind = random.pick(kinds);
    const head = { id: `tieu-chuan-${at}`, ...(random.oneIn(3) && { severity: random.pick(['warning', 'advice']) }) };
    if (random.oneIn(6)) return { ...head, of: [kind], label: 'Được đơn vị xác nhận', attest: true };
    if (random.oneIn(3)) {
      return {
        ...head,
        per: 'slate',
        label: 'Cơ cấu',
        ...(random.oneIn(3) && { when: countOf(random, counted) }),
        require: conditionOf(random, { things: facts.things, groups, counted, computes: true }),
      };
    }
    return {
      ...head,
      of: [kind],
      label: 'Điều kiện',
      ...(random.oneIn(3) && { when: conditionOf(random, { things: things(kind), groups, deep: 1 }) }),
      require: conditionOf(random, { things: [...things(kind), ...facts.things], computes: true, deep: 2 }),
    };
  });
  const exclusions = random.oneIn(3) ? [{ id: 'loai-tru', label: 'Đang trong thời gian xem xét kỷ luật' }] : [];
  const repeats = random.some(kinds, random.below(2)).flatMap((kind) => {
    const by = things(kind).filter(({ source }) => ['text', 'count', 'choice', 'date', 'year'].includes(source.type));
    if (by.length === 0) return [];
    return [{ id: 'lap', of: [kind], by: random.some(by, 1 + random.below(2)).map(({ id }) => id), atMost: 1 + random.below(2) }]; // prettier-ignore
  });
  const isGiven = JSON.stringify(criteria).includes('"given"');
  return {
    type: 'nomination',
    ...(isGiven && { given: GIVEN.filter(({ id }) => JSON.stringify(criteria).includes(`"${id}"`)) }),
    ...(repeats.length > 0 && { repeats }),
    facts: facts.list,
    nominees,
    quotas: [
      ...(groups.length > 1 && random.oneIn(2) ? [quota('rieng', { groups: [groups[0]] })] : []),
      quota('chung', {}),
    ],
    ...(criteria.length > 0 && { criteria }),
    ...(exclusions.length > 0 && { exclusions }),
    ...dossierOf(random, { kinds, groups, things, counted }),
  };
}

/** Rows as printed, some of them groups of others; or rows that units add. */
function rowsOf(random) {
  const row = (id, label) => ({ id, label, ...(random.oneIn(2) && { required: true }) });
  const rows = Array.from({ length: 1 + random.below(3) }, (_, at) => {
    const own = row(`dong-${at}`, `Dòng ${at + 1}`);
    if (!random.oneIn(3)) return own;
    const parts = random.pick(['heading', 'sum', 'all', 'some', 'each']);
    return {
      id: own.id,
      label: own.label,
      parts,
      rows: Array.from({ length: 1 + random.below(2) }, (_, below) =>
        row(`dong-${at}-${below}`, `Dòng ${at + 1}.${below + 1}`),
      ),
    };
  });
  return random.oneIn(4) ? { ...(random.oneIn(2) && { atLeast: 1 }), atMost: 5 } : rows;
}

function tableOf(random, id, facts) {
  const open = rowsOf(random);
  const isOpen = !Array.isArray(open);
  const columns = Array.from({ length: 2 + random.below(3) }, (_, at) => ({
    id: `${id}-cot-${at}`,
    label: `Cột ${at + 1}`,
    type: random.pick(['count', 'count', 'count', 'yes-no', 'percent', 'text', ...(isOpen ? ['date'] : [])]),
  }));
  const counts = columns.filter(({ type }) => type === 'count').map(({ id }) => id);
  const percent = columns.find(({ type }) => type === 'percent');
  if (percent && counts.length > 1) percent.of = counts.slice(0, 2);
  const checks = [];
  if (counts.length > 1 && random.oneIn(2)) {
    const test = random.pick([
      { atMost: counts[1] },
      { atLeast: counts[1] },
      { atMost: { sum: counts.slice(1) } },
      { is: { sum: counts.slice(1) } },
      { positiveNeeds: counts[1] },
      { atMost: number(random) },
      { above: { minus: [counts[1], random.below(3)] } },
      { atLeast: { percent: random.pick([10, 50, 75]), of: counts[1] } },
      { below: { share: [2, 3], of: { sum: [counts[1], 1] } } },
      { atMost: { fact: random.pick(['members', ...facts]) } },
      { atMost: { total: counts[1] } },
    ]);
    checks.push({
      id: 'kiem',
      at: counts[0],
      ...test,
      label: 'Số liệu khớp nhau',
      ...(random.oneIn(2) && { severity: random.pick(['error', 'warning', 'advice']) }),
    });
  }
  if (counts.length > 1 && random.oneIn(2)) {
    const computed = random.pick([{ sum: counts }, { minus: counts.slice(0, 2) }, { percent: counts.slice(0, 2) }]);
    columns.push({ id: `${id}-tinh`, label: 'Tự tính', computed });
    checks.push({ id: 'kiem-tinh', at: `${id}-tinh`, ...random.pick([{ atLeast: 0 }, { atMost: 50 }, { below: 9 }]), label: 'Số tính được' }); // prettier-ignore
  }
  const totalRow = random.oneIn(2) ? { totalRow: { label: 'Cộng' } } : {};
  return {
    id,
    title: `Bảng ${id}`,
    rowHeader: 'Nội dung',
    rows: open,
    ...totalRow,
    columns,
    ...(checks.length > 0 && { checks }),
  };
}

function report(random, groups) {
  const facts = asked(random, { name: (at) => `so-lieu-${at}`, key: 'id', types: IN_FACTS, most: 3, conditions: {} });
  const question = { id: 'cau-hoi', label: 'Đã thực hiện chưa?', options: options(random) };
  const things = [...facts.things, { by: 'field', id: question.id, source: { ...question, type: 'choice' } }];
  const when = () => (random.oneIn(2) ? { when: conditionOf(random, { things, groups }) } : {});
  const outline = Array.from({ length: 1 + random.below(3) }, (_, at) => ({
    id: `muc-${at}`,
    title: `Mục ${at + 1}`,
    ...(at > 0 && when()),
    ...(random.oneIn(4) && { optional: true }),
  }));
  const factCounts = facts.things.filter(({ source }) => source.type === 'count' && !source.when).map(({ id }) => id);
  const tables = Array.from({ length: random.below(3) }, (_, at) => tableOf(random, `bang-${at}`, factCounts));
  return {
    type: 'report',
    facts: facts.list,
    questions: [question],
    outline,
    ...(tables.length > 0 && { tables }),
    ...dossierOf(random, { groups }),
  };
}

function plan(random, groups) {
  const { list, things } = asked(random, {
    name: (at) => `truong${at}`,
    key: 'field',
    types: Object.keys(ASKED),
    most: 5,
    conditions: { groups },
  });
  const posts = [
    { id: 'bi-thu', label: 'Bí thư', commits: true },
    { id: 'uy-vien', label: 'Ủy viên' },
  ];
  const inPosts = { by: 'field', id: 'posts', source: { type: 'choices', options: posts } };
  const duty = [
    {
      id: 'phai-lam',
      label: 'Người phải lập kế hoạch',
      when: conditionOf(random, { things: [...things, inPosts] }),
    },
  ];
  const bounds = () => random.pick([{ min: 1 }, { max: 2 }, { min: 1, max: 3 }]);
  return {
    type: 'plan',
    person: { fields: ['name', ...list, ...(random.oneIn(3) ? [listField(random, 'con')] : [])] },
    posts,
    duty,
    outline: [
      { id: 'noi-dung', title: 'Nội dung' },
      ...(random.oneIn(2)
        ? [{ id: 'rieng', title: 'Nội dung riêng', when: conditionOf(random, { things, groups }) }]
        : []),
    ],
    commitments: {
      groups: [{ id: 'khac-phuc', label: 'Việc khắc phục' }],
      counts: random.pick([[{ id: 'chung', ...bounds() }], [{ id: 'chu-chot', ifPost: 'commits', ...bounds() }]]),
    },
    ...(random.oneIn(2) && { adoption: { by: 'Chi bộ' } }),
  };
}

/**
 * @param {number} seed
 * @param {import('./random.mjs').Random} random
 * @returns {object} a pack, which lint may refuse
 */
export function randomPack(seed, random) {
  const groups = GROUPS.slice(0, 1 + random.below(3));
  const units = random.oneIn(2)
    ? [
        { id: 'xa-mot', label: 'Xã Một', group: 'xa' },
        { id: 'xa-hai', label: 'Xã Hai', group: 'xa' },
      ]
    : [];
  const form = random.pick([nomination, nomination, nomination, report, report, plan])(random, groups);
  const receivers = random.oneIn(4)
    ? [
        { id: 'phong', label: 'Phòng Nội vụ' },
        { id: 'ban', label: 'Ban Tổ chức' },
      ]
    : [];
  return {
    format: 2,
    id: `ngau-nhien.${seed}`,
    version: '1.0.0',
    timezone: 'Asia/Ho_Chi_Minh',
    layout: random.pick(['hd36-2018', 'nd30-2020']),
    directive: { number: '01-NN', date: '2023-12-01', title: 'Ngẫu nhiên', committee: { name: 'Cơ quan ngẫu nhiên' } },
    unitGroups: groups.map((id) => ({ id, label: `Các ${id}` })),
    ...(units.length > 0 && { units }),
    ...(JSON.stringify(form).includes('"rating"') && { scales: { rating: STEPS } }),
    forms: [
      {
        id: 'bieu',
        label: 'Biểu',
        cite: '1',
        ...form,
        ...(receivers.length > 0 && { receivedBy: receivers }),
        windows: windowsOf(random, groups, receivers),
      },
    ],
  };
}

/**
 * A submission made of the schema alone: of the right shape, most of it filled.
 *
 * @param rulebook
 * @param form
 * @param {import('./random.mjs').Random} random
 */
export function filled(rulebook, form, random) {
  const { id: group } = random.pick(rulebook.unitGroups);
  const named = rulebook.units.filter((unit) => unit.group === group);
  const id = named.length > 0 ? random.pick(named).id : 'don-vi';
  return {
    ...valueOf(form.schema, random),
    rulebook: `${rulebook.id}@${rulebook.version}`,
    form: form.id,
    unit: { id, group, name: 'A', members: random.below(30) },
  };
}

function valueOf(schema, random) {
  const types = [schema.type].flat();
  if (types.includes('null') && random.oneIn(8)) return null;
  if (schema.enum) return random.pick(schema.enum);
  if (types.includes('object')) {
    const members = Object.entries(schema.properties ?? {}).filter(() => !random.oneIn(10));
    return Object.fromEntries(members.map(([name, member]) => [name, valueOf(member, random)]));
  }
  if (types.includes('array')) return Array.from({ length: random.below(4) }, () => valueOf(schema.items, random));
  if (types.includes('boolean')) return !random.oneIn(3);
  if (types.includes('number')) {
    const near = [
      schema.minimum,
      schema.minimum + 1,
      schema.maximum,
      random.below(14),
      random.below(14),
      random.below(100),
    ];
    return random.pick(near.filter((value) => value >= schema.minimum && value <= schema.maximum));
  }
  if (schema.maxLength === 64) return 'a'.repeat(64);
  return schema.maxLength === 10 ? day(random) : random.pick(['A', 'Bế', 'Đ', '001085012345', '12/QĐ-UBND']);
}
