// The committee's desk in a page: the host gives what it received as JSON, everything else is made here. No Node anywhere.
const { rulebook: rulebookAt, received: receivedAt, scripts } = document.body.dataset;
const script = (name) => import(new URL(`${scripts}${name}`, document.baseURI).href);
const part = (id) => document.getElementById(id);

const [{ consolidate, review }, { documentsFor, exportDocument }, rulebook] = await Promise.all([
  script('kl01-committee.js'),
  script('kl01-exporters.js'),
  json(rulebookAt),
]);
const forms = rulebook.forms.filter(({ type }) => type !== 'plan');
part('form').append(...forms.map(({ id, label }) => new Option(label.vi ?? label, id)));
part('form').addEventListener('change', show);
let asked;
await show();

async function show() {
  const form = forms.find(({ id }) => id === part('form').value);
  asked = form;
  part('told').textContent = 'Đang tải…';
  try {
    const { received } = await json(`${receivedAt}?form=${encodeURIComponent(form.id)}`);
    const now = new Date().toISOString();
    const together =
      form.type === 'report'
        ? await consolidate(rulebook, received, { now, form: form.id })
        : review(rulebook, received, { now, form: form.id });
    // Another form was chosen meanwhile, whose answer may have come first.
    if (asked !== form) return;
    part('received').replaceChildren(...received.map((one) => row(form, one)));
    const from = form.type === 'report' ? 'consolidation' : 'review';
    part('documents').replaceChildren(
      ...buttons(documentsFor(rulebook, form.id, { from }), (id) => word(together, id, now)),
    );
    part('together').replaceChildren(...(form.type === 'report' ? texts(form, together) : proposed(together)));
    part('told').textContent = `${received.length} đơn vị đã gửi.`;
  } catch (error) {
    part('told').textContent = `Chưa tải được: ${error.message}. Hãy tải lại trang.`;
  }
}

async function json(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${address} – ${answer.status}`);
  return answer.json();
}

function row(form, { submission, at, unit, receipt }) {
  const cells = [submission.unit.name ?? unit.id, receipt.revision, inWords(at), receipt.files.length].map((text) =>
    element('td', text),
  );
  const made = element('td');
  made.append(...buttons(documentsFor(rulebook, form.id), (id) => word({ submission, at }, id, at)));
  const line = element('tr');
  line.append(...cells, made);
  return line;
}

/** A button for each document that can be made as Word, called as the directive calls it. */
function buttons(documents, make) {
  const words = documents.filter(({ formats }) => formats.includes('docx'));
  return words.map(({ id, label }) => {
    const button = element('button', `${label} (Word)`);
    button.type = 'button';
    button.addEventListener('click', async () => {
      part('told').textContent = '';
      await make(id).catch((error) => (part('told').textContent = error.message));
    });
    return button;
  });
}

async function word(input, id, now) {
  const { bytes, fileName, mediaType } = await exportDocument(rulebook, input, { document: id, format: 'docx', now });
  const link = element('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What each unit wrote, under the headings of the outline. */
function texts({ view }, { sections, names }) {
  const headings = (list) => list.flatMap((section) => [section, ...headings(section.sections ?? [])]);
  return headings(view.report.outline).flatMap(({ id, number, title }) => [
    element('h3', [number, title].filter(Boolean).join('. ')),
    ...(sections[id] ?? []).flatMap(({ unit, text }) =>
      text === null ? [] : [element('h4', names[unit] ?? unit), element('p', text)],
    ),
  ]);
}

/** Who is put forward, in office order. */
function proposed({ proposal, names }) {
  const list = element('ol');
  list.append(
    ...proposal.map(({ nominee, unit }) => element('li', `${nominee.name} (${names[unit] ?? unit ?? 'cấp ủy'})`)),
  );
  return [list];
}

function inWords(instant) {
  const style = { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' };
  return new Date(instant).toLocaleString('vi-VN', style);
}

/** Text is text: what units wrote is never markup. */
function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
