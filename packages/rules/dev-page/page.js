/**
 * The page of `kl01 dev`: the pack's form, what is found, the cases and the explanation. All text is set as text, never
 * as markup. What is judged, and by which rulebook, the server says; this page shows it.
 *
 * @typedef {import('../src/cli/dev-state.ts').DevState} State
 * @typedef {import('../src/cli/dev-state.ts').ShownCase} ShownCase
 * @typedef {import('../src/finding.ts').Finding} Finding
 * @typedef {import('../src/explain/explanation.ts').ExplainedLine} Line
 * @typedef {import('../src/explain/explanation.ts').ExplainedPart} Part
 * @typedef {import('../src/explain/explanation.ts').ExplainedBlock} Block
 * @typedef {import('../src/rulebook.ts').Rulebook} Rulebook
 */

const lang = document.documentElement.lang;
const TAGS = { nomination: 'kl01-nomination-form', report: 'kl01-report-form', plan: 'kl01-plan-form' };
/** A pause in typing after which what was typed is judged, in milliseconds. */
const PAUSE = 200;

/** @type {State & { words: Record<string, string> }} */
let state;
/** Who sends, and when. `unit` is empty until a group is chosen. */
const sender = { form: '', group: '', unit: '', now: '', receiver: '', given: {} };
/** the form's element; null: no version of the pack was usable */
let element = null;
/** the rulebook that the element shows, as text */
let shownRulebook = '';
let checking = 0;

const places = {
  header: h('header', {}),
  status: h('div', { class: 'state', role: 'status', id: 'state' }),
  announcement: h('p', { role: 'status', class: 'verdict', id: 'announcement' }),
  sender: h('fieldset', { id: 'sender' }),
  form: h('section', { id: 'form', tabindex: '-1' }),
  findings: h('section', { id: 'findings', tabindex: '-1' }),
  cases: h('section', { id: 'cases', tabindex: '-1' }),
  explanation: h('section', { id: 'explanation', class: 'explanation', tabindex: '-1' }),
};
const listOfFindings = h('div', { 'aria-live': 'polite' });
const listOfCases = h('div', {});
const newCase = h('form', { id: 'new-case' });

document.body.append(
  places.header,
  places.status,
  h(
    'main',
    {},
    h('div', {}, places.sender, places.form),
    h('aside', { tabindex: '0' }, places.announcement, places.findings, places.cases, places.explanation),
  ),
);

// --- following the files ---------------------------------------------------------------------------------------------

function follow() {
  const events = new EventSource('/events');
  events.addEventListener('message', ({ data }) => {
    places.header.querySelector('#lost')?.remove();
    if (Number(data) !== state.revision) void refresh();
  });
  events.addEventListener('error', () => {
    if (!places.header.querySelector('#lost')) {
      places.header.append(h('strong', { id: 'lost', role: 'alert' }, state.words.lost));
    }
  });
}

async function refresh() {
  const response = await fetch(`/state?lang=${lang}`);
  const latest = await response.json();
  // Answers may overtake one another.
  if (state && latest.revision < state.revision) return;
  state = latest;
  const rulebook = JSON.stringify(state.rulebook);
  showHeader();
  showStatus();
  showCases();
  showExplanation();
  if (rulebook === shownRulebook) return;
  shownRulebook = rulebook;
  chooseSender();
  showSender();
  showForm(element?.value ?? null);
}

// --- top of the page -------------------------------------------------------------------------------------------------

function showHeader() {
  const { words, pack } = state;
  if (places.header.childElementCount > 0) return;
  const links = [
    ['#form', words.form],
    ['#findings', words.findings],
    ['#cases', words.cases],
    ['#explanation', words.explanation],
  ];
  const other = lang === 'vi' ? 'en' : 'vi';
  places.header.append(
    h('h1', {}, fill(words.title, { pack })),
    h('nav', { 'aria-label': words.skip }, ...links.map(([href, text]) => h('a', { href }, text))),
    h('a', { href: `/?lang=${other}`, lang: other, hreflang: other }, words.language),
  );
}

function showStatus() {
  const { words, mistakes, remarks, goodAt } = state;
  const broken = mistakes.length > 0;
  const time = goodAt === null ? '' : new Date(goodAt).toLocaleTimeString(lang);
  places.status.classList.toggle('broken', broken);
  const lines = broken
    ? [
        h('p', {}, h('strong', {}, words.broken)),
        h('ul', {}, ...mistakes.map((mistake) => h('li', {}, mistake))),
        h('p', {}, goodAt === null ? words.noneGood : fill(words.lastGood, { time })),
      ]
    : [h('p', {}, fill(words.good, { time }))];
  const said =
    broken || remarks.length === 0
      ? []
      : [
          h(
            'details',
            {},
            h('summary', {}, `${words.remarks} (${remarks.length})`),
            h('ul', {}, ...remarks.map((remark) => h('li', {}, remark))),
          ),
        ];
  places.status.replaceChildren(...lines, ...said);
}

// --- who sends, and when ---------------------------------------------------------------------------------------------

const formOf = (rulebook) => rulebook?.forms.find(({ id }) => id === sender.form);

/** Keeps what was chosen as far as the rulebook still has it. */
function chooseSender() {
  const { rulebook, cases } = state;
  if (!rulebook) return;
  if (!formOf(rulebook)) sender.form = rulebook.forms[0]?.id ?? '';
  if (!rulebook.unitGroups.some(({ id }) => id === sender.group)) {
    const asked = formOf(rulebook)?.view.answeredBy;
    const first = Array.isArray(asked) ? asked.find(({ duty }) => duty !== 'exempt')?.groups[0] : undefined;
    chooseGroup(first ?? rulebook.unitGroups[0]?.id ?? '');
  }
  // Most directives are over, or have not begun, on the day one tries them.
  const first = cases.find(({ open }) => open?.form === sender.form)?.open;
  if (sender.now === '') sender.now = first ? first.now : atOnce();
  const { receivedBy = [] } = formOf(rulebook)?.view ?? {};
  if (!receivedBy.some(({ id }) => id === sender.receiver)) sender.receiver = '';
}

function chooseGroup(group) {
  sender.group = group;
  const named = state.rulebook.units.find((unit) => unit.group === group);
  sender.unit = named?.id ?? `${group}-1`;
}

function unitName() {
  const { units, unitGroups } = state.rulebook;
  const named = units.find(({ id }) => id === sender.unit);
  return named?.label ?? `${unitGroups.find(({ id }) => id === sender.group)?.label ?? ''} (${sender.unit})`;
}

function showSender() {
  const { words, rulebook } = state;
  places.sender.hidden = !rulebook;
  if (!rulebook) return;
  const form = formOf(rulebook);
  const receivers = (form?.view.receivedBy ?? []).filter(({ id }) => id !== undefined);
  const given = form?.view.given ?? [];
  const units = rulebook.units.filter(({ group }) => group === sender.group);
  places.sender.replaceChildren(
    h('legend', {}, words.answering),
    field('form', words.chooseForm, choice(rulebook.forms, sender.form), (value) => {
      sender.form = value;
      sender.given = {};
      chooseSender();
      showSender();
      showForm(null);
      focusOn('sender-form');
    }),
    field('group', words.group, choice(rulebook.unitGroups, sender.group), (value) => {
      chooseGroup(value);
      showSender();
      tellElement();
      focusOn('sender-group');
    }),
    field(
      'unit',
      words.unit,
      h('input', { list: 'units', value: sender.unit, autocomplete: 'off', 'aria-describedby': 'unit-hint' }),
      (value) => {
        sender.unit = value.trim();
        tellElement();
      },
      h('p', { class: 'hint', id: 'unit-hint' }, words.unitHint),
      h('datalist', { id: 'units' }, ...units.map(({ id, label }) => h('option', { value: id }, label))),
    ),
    field(
      'now',
      words.now,
      h('input', { type: 'datetime-local', value: toLocal(sender.now), 'aria-describedby': 'now-hint' }),
      (value) => {
        if (value === '') return;
        sender.now = `${value.length === 16 ? `${value}:00` : value}${rulebook.utcOffset}`;
        tellElement();
      },
      h('p', { class: 'hint', id: 'now-hint' }, fill(words.nowHint, { offset: rulebook.utcOffset })),
      button(words.atOnce, () => {
        sender.now = atOnce();
        showSender();
        tellElement();
        focusOn('sender-now');
      }),
    ),
    ...(receivers.length === 0
      ? []
      : [
          field(
            'receiver',
            words.receiver,
            choice([{ id: '', label: words.anyReceiver }, ...receivers], sender.receiver),
            (value) => {
              sender.receiver = value;
              void judge();
            },
          ),
        ]),
    ...given.map((entry) =>
      field(`given-${entry.id}`, entry.label, givenInput(entry), (value) => {
        sender.given = { ...sender.given };
        delete sender.given[entry.id];
        if (value !== '') sender.given[entry.id] = givenValue(entry, value);
        void judge();
      }),
    ),
  );
}

function givenInput({ id, type }) {
  const { words } = state;
  const value = sender.given[id];
  const said = value === undefined ? '' : String(value);
  if (type === 'yes-no') {
    const options = [
      { id: '', label: words.unknown },
      { id: 'true', label: words.yes },
      { id: 'false', label: words.no },
    ];
    return choice(options, said);
  }
  return h('input', { type: type === 'date' ? 'date' : 'number', step: '1', value: said });
}

function givenValue({ type }, value) {
  if (type === 'yes-no') return value === 'true';
  return type === 'count' ? Number(value) : value;
}

/** @param control the input, without id @param more below it */
function field(name, label, control, hear, ...more) {
  control.id = `sender-${name}`;
  control.addEventListener('change', () => hear(control.value));
  return h('div', {}, h('label', { for: control.id }, label), control, ...more);
}

const choice = (options, chosen) =>
  h(
    'select',
    {},
    ...options.map(({ id, label }) =>
      h('option', { value: id, ...(id === chosen && { selected: '' }) }, textOf(label)),
    ),
  );

/** The instant in the pack's time zone, without its offset, as a date and time box holds it. */
function toLocal(instant) {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(state.rulebook.utcOffset) ?? ['', '+', '00', '00'];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(new Date(instant).getTime() + offset).toISOString().slice(0, 16);
}

const atOnce = () => `${toLocal(new Date().toISOString())}:00${state.rulebook.utcOffset}`;

// --- form ------------------------------------------------------------------------------------------------------------

/** @param submission what was filled in, taken over; null: none */
function showForm(submission) {
  const { words, rulebook } = state;
  const form = formOf(rulebook);
  places.form.replaceChildren(h('h2', {}, words.form));
  element = null;
  if (!form) return;
  if (!customElements.get(TAGS[form.type])) {
    places.form.append(h('p', { role: 'alert' }, words.formsFailed));
    return;
  }
  element = document.createElement(TAGS[form.type]);
  const mine = element;
  Object.assign(element, { lang, rulebook, form: form.id, standalone: true });
  setSender(element);
  if (submission?.form === form.id) {
    element.value = { ...submission, rulebook: `${rulebook.id}@${rulebook.version}` };
  }
  let waiting = 0;
  element.addEventListener('kl01-change', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void judge(), PAUSE);
  });
  for (const name of ['kl01-ready', 'kl01-error']) element.addEventListener(name, () => mine === element && judge());
  const empty = button(words.empty, () => {
    showForm(null);
    places.form.focus();
  });
  places.form.append(element, h('p', {}, empty));
  showNewCase();
}

function setSender(target) {
  Object.assign(target, { unitId: sender.unit, unitGroup: sender.group, unitName: unitName(), now: sender.now });
}

function tellElement() {
  if (!element) return;
  setSender(element);
  void element.updateComplete.then(() => judge());
}

const sent = () => ({
  form: sender.form,
  now: sender.now,
  unit: { id: sender.unit, group: sender.group },
  given: sender.given,
  ...(sender.receiver !== '' && { receiver: sender.receiver }),
  submission: element.value,
});

// --- findings --------------------------------------------------------------------------------------------------------

async function judge() {
  if (!element?.value) return;
  checking += 1;
  const mine = checking;
  const { ok, answer } = await post('/check', sent());
  // Judged again meanwhile.
  if (mine !== checking) return;
  if (!ok) return listOfFindings.replaceChildren(h('p', {}, answer.message));
  const { words } = state;
  const { valid, findings } = answer;
  places.findings.replaceChildren(h('h2', {}, `${words.findings} (${findings.length})`), listOfFindings);
  listOfFindings.replaceChildren(
    h('p', { class: 'verdict' }, valid ? words.valid : words.notValid),
    findings.length === 0 ? h('p', {}, words.noFindings) : h('ul', { class: 'list' }, ...findings.map(findingItem)),
  );
}

/** @param {Finding} finding */
function findingItem(finding) {
  const { words, rulebook } = state;
  const { rule, severity, path, message, cite, params } = finding;
  const sources = formOf(rulebook)?.rules.filter(({ id }) => id === rule) ?? [];
  const values = Object.entries(params).map(([name, value]) => `${name} = ${value}`);
  const clause = cite && [cite.clause, cite.document].filter(Boolean).join(', ');
  return h(
    'li',
    { class: `finding ${severity}` },
    h('p', {}, h('strong', {}, `${words[severity]}: `), message),
    h(
      'dl',
      {},
      ...row(words.clause, clause),
      ...row(words.place, path === '' ? words.whole : path),
      ...row(words.rule, rule),
      ...row(words.values, values.join('; ')),
    ),
    ...(cite?.clause && foundIn(cite.clause)
      ? [
          button(words.inExplanation, () => {
            for (const each of places.explanation.querySelectorAll('.found')) each.classList.remove('found');
            const target = foundIn(cite.clause);
            target?.classList.add('found');
            target?.setAttribute('tabindex', '-1');
            target?.focus();
            target?.scrollIntoView({ block: 'center' });
          }),
        ]
      : []),
    sources.length === 0
      ? h('p', { class: 'hint' }, rule === 'schema' ? words.ofShape : '')
      : h(
          'details',
          {},
          h('summary', {}, words.logic),
          ...sources.map(({ id: _, message: _message, cite: _cite, ...logic }) =>
            h('pre', { tabindex: '0' }, JSON.stringify(logic, null, 1)),
          ),
        ),
  );
}

const row = (name, value) => (value ? [h('dt', {}, name), h('dd', {}, value)] : []);

const foundIn = (clause) =>
  [...places.explanation.querySelectorAll('[data-clause]')].findLast((place) => place.dataset.clause === clause);

// --- cases -----------------------------------------------------------------------------------------------------------

function showCases() {
  const { words, cases, casesProblem } = state;
  const failed = cases.filter(({ passed }) => !passed);
  const passed = cases.length - failed.length;
  const open = listOfCases.querySelector('details')?.open ?? false;
  if (places.cases.childElementCount === 0) places.cases.append(h('h2', {}), listOfCases, newCase);
  places.cases.firstElementChild.textContent = words.cases;
  listOfCases.replaceChildren(
    ...(casesProblem === null
      ? [h('p', { class: 'verdict' }, fill(words.casesPassed, { passed, failed: failed.length }))]
      : casesProblem.split('\n').map((line) => h('p', {}, line))),
    h('ul', { class: 'list' }, ...failed.map(caseItem)),
    ...(passed === 0
      ? []
      : [
          h(
            'details',
            { ...(open && { open: '' }) },
            h('summary', {}, `${words.passed} (${passed})`),
            h('ul', { class: 'list' }, ...cases.filter((each) => each.passed).map(caseItem)),
          ),
        ]),
  );
  showNewCase();
}

/** @param {ShownCase} shown */
function caseItem({ name, passed, missing, unexpected, open }) {
  const { words } = state;
  return h(
    'li',
    { class: `case ${passed ? 'passed' : 'failed'}` },
    h('p', {}, h('strong', {}, `${passed ? words.passed : words.failed}: `), name),
    ...missing.map((finding) => h('p', {}, fill(words.missing, { finding }))),
    ...unexpected.map((finding) => h('p', {}, fill(words.unexpected, { finding }))),
    ...(open ? [button(words.open, () => openCase(name, open), name)] : []),
  );
}

function openCase(name, { form, now, unit, given, receiver, submission }) {
  const known = unit ?? submission.unit ?? {};
  Object.assign(sender, {
    form,
    now,
    group: known.group ?? '',
    unit: known.id ?? '',
    given: given ?? {},
    receiver: receiver ?? '',
  });
  chooseSender();
  showSender();
  showForm(submission);
  say(fill(state.words.opened, { name }));
  places.form.focus();
  places.form.scrollIntoView();
}

function showNewCase() {
  const { words, casesFile, rulebook } = state;
  newCase.hidden = !rulebook;
  if (newCase.childElementCount > 0) return;
  const name = h('input', { id: 'case-name', autocomplete: 'off', 'aria-describedby': 'case-hint' });
  newCase.append(
    h('h3', {}, words.newCase),
    h('p', { class: 'hint', id: 'case-hint' }, words.newCaseHint),
    h('label', { for: 'case-name' }, words.caseName),
    name,
    h('p', {}, h('button', { type: 'submit' }, fill(words.add, { file: casesFile }))),
    h('p', { role: 'status', id: 'case-answer' }),
  );
  newCase.addEventListener('submit', (event) => {
    event.preventDefault();
    void addCase(name);
  });
}

async function addCase(name) {
  if (!element?.value) return;
  const { ok, answer } = await post('/cases', { ...sent(), name: name.value });
  const said = newCase.querySelector('#case-answer');
  said.textContent = ok ? fill(state.words.added, answer) : answer.message;
  if (ok) name.value = '';
  else name.focus();
}

// --- explanation -----------------------------------------------------------------------------------------------------

function showExplanation() {
  const { words, explanation } = state;
  places.explanation.replaceChildren(h('h2', {}, words.explanation));
  if (!explanation) return;
  places.explanation.append(
    h('p', {}, h('strong', {}, explanation.title)),
    ...explanation.lead.map((line) => h('p', {}, line)),
    ...explanation.parts.map((part, index) => partOf(part, `${index + 1}`, 3)),
  );
}

/** @param {Part} part */
function partOf({ heading, cite, blocks, parts }, number, level) {
  return h(
    'div',
    cited(cite),
    h(`h${Math.min(level, 6)}`, {}, `${number}. ${heading}${clauseIn(cite)}`),
    ...blocks.map(blockOf),
    ...parts.map((inner, index) => partOf(inner, `${number}.${index + 1}`, level + 1)),
  );
}

/** @param {Block} block */
function blockOf(block) {
  if (block.type === 'list') return h('ul', {}, ...block.lines.map(lineOf));
  const { caption, header, rows } = block;
  return h(
    'div',
    { class: 'table', tabindex: '0', role: 'region', 'aria-label': caption ?? header.join(', ') },
    h(
      'table',
      {},
      ...(caption ? [h('caption', {}, caption)] : []),
      h('thead', {}, h('tr', {}, ...header.map((text) => h('th', { scope: 'col' }, text)))),
      h(
        'tbody',
        {},
        ...rows.map(([first, ...rest]) =>
          h('tr', {}, h('th', { scope: 'row' }, first), ...rest.map((text) => h('td', {}, text))),
        ),
      ),
    ),
  );
}

/** @param {Line} line */
function lineOf({ label, text, cite, lines }) {
  return h(
    'li',
    cited(cite),
    ...(label ? [h('strong', {}, `${label}${text ? ': ' : ''}`)] : []),
    `${text}${clauseIn(cite)}`,
    ...(lines ? [h('ul', {}, ...lines.map(lineOf))] : []),
  );
}

const cited = (cite) => (cite?.clause ? { 'data-clause': cite.clause } : {});
const clauseIn = (cite) => (cite?.clause ? ` (${cite.clause})` : '');

// --- small things ----------------------------------------------------------------------------------------------------

async function post(path, body) {
  try {
    const response = await fetch(`${path}?lang=${lang}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    const message = fill(state.words.failedRequest, { status: response.status });
    return { ok: response.ok, answer: text === '' ? { message } : JSON.parse(text) };
  } catch {
    return { ok: false, answer: { message: state.words.lost } };
  }
}

function say(sentence) {
  places.announcement.textContent = sentence;
}

function focusOn(id) {
  document.getElementById(id)?.focus();
}

function textOf(label) {
  return typeof label === 'string' ? label : (label[lang] ?? label.vi);
}

function fill(template, values) {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param about what it is about, for those who hear it without what stands around it */
function button(text, press, about) {
  const made = h(
    'button',
    { type: 'button', class: 'small', ...(about && { 'aria-label': `${text}: ${about}` }) },
    text,
  );
  made.addEventListener('click', press);
  return made;
}

/** A new element with attributes; children that are text stay text. */
function h(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

await refresh();
follow();
