/**
 * What a programmer might write by hand for one form of one directive: the measure of what a rulebook costs.
 * Gives the same findings as `check` for `de-nghi-cap-quan`; the bench proves it before it measures.
 */

const BLANK = /^[ \t\r\n]*$/;
const SHA256 = /^[0-9a-f]{64}$/;
const OPENS = Date.parse('2023-03-20T00:00:00+07:00');
const CLOSES = Date.parse('2023-04-01T00:00:00+07:00');
const TOP = new Set([
  'id',
  'revision',
  'rulebook',
  'form',
  'period',
  'unit',
  'contact',
  'issuer',
  'nominees',
  'declared',
  'documents',
  'meeting',
]);
const NOMINEE = new Set([
  'id',
  'kind',
  'name',
  'position',
  'workplace',
  'summary',
  'phone',
  'declared',
  'sections',
  'documents',
]);

/** @param {any} submission @param {{ now: string }} options */
export function plainCheck(submission, { now }) {
  /** @type {{ rule: string, severity: string, path: string }[]} */
  const findings = [];
  const report = (/** @type {string} */ rule, /** @type {string} */ path, severity = 'error') =>
    findings.push({ rule, severity, path });
  const text = (/** @type {unknown} */ value, /** @type {string} */ path, /** @type {number} */ most) => {
    if (value === null || value === undefined) return;
    if (typeof value !== 'string' || value.length > most || BLANK.test(value)) report('schema', path);
  };
  const unknown = (/** @type {object} */ value, /** @type {Set<string>} */ known, /** @type {string} */ path) => {
    for (const key of Object.keys(value)) if (!known.has(key)) return report('schema', path);
  };

  unknown(submission, TOP, '');
  const { unit, nominees } = submission;
  text(unit?.id, '/unit/id', 200);
  text(unit?.group, '/unit/group', 200);
  text(unit?.name, '/unit/name', 500);
  nominees.forEach((/** @type {any} */ nominee, /** @type {number} */ index) => {
    const path = `/nominees/${index}`;
    unknown(nominee, NOMINEE, path);
    text(nominee.id, `${path}/id`, 200);
    for (const field of ['name', 'position', 'workplace']) text(nominee[field], `${path}/${field}`, 500);
    text(nominee.phone, `${path}/phone`, 60);
    text(nominee.summary, `${path}/summary`, 20_000);
    text(nominee.sections?.['so-luoc'], `${path}/sections/so-luoc`, 200_000);
    text(nominee.sections?.['thanh-tich'], `${path}/sections/thanh-tich`, 200_000);
    for (const [id, files] of Object.entries(nominee.documents ?? {})) {
      /** @type {any[]} */ (files).forEach((file, at) => {
        text(file.name, `${path}/documents/${id}/${at}/name`, 255);
        if (typeof file.size !== 'number' || file.size < 0) report('schema', `${path}/documents/${id}/${at}/size`);
        if (!SHA256.test(file.sha256)) report('schema', `${path}/documents/${id}/${at}/sha256`);
      });
    }
  });

  const instant = Date.parse(now);
  if (!['dang-bo', 'chi-bo', 'mat-tran-doan-the'].includes(unit?.group)) report('unit', '/unit/group');
  if (!unit?.id) report('unit', '/unit/id');
  if (instant < OPENS) report('window', '', 'warning');
  if (instant >= CLOSES) report('window', '');

  let collectives = 0;
  let individuals = 0;
  const ids = new Set();
  const people = new Set();
  nominees.forEach((/** @type {any} */ nominee, /** @type {number} */ index) => {
    const path = `/nominees/${index}`;
    const individual = nominee.kind === 'individual';
    if (individual) individuals += 1;
    else collectives += 1;
    const person = [nominee.kind, nominee.name, nominee.position, nominee.workplace].join('\n');
    if (ids.has(nominee.id)) report('unique/id', path);
    if (people.has(person)) report('unique/nominee', path);
    ids.add(nominee.id);
    people.add(person);
    for (const field of ['id', 'kind', 'name', 'workplace', 'summary', 'phone', ...(individual ? ['position'] : [])]) {
      if (nominee[field] === null || nominee[field] === undefined) report(`required/${field}`, `${path}/${field}`);
    }
    if (nominee.declared?.['theo-kh-95'] !== true) report('criterion/theo-kh-95', `${path}/declared/theo-kh-95`);
    if (nominee.declared?.['bao-cao-thanh-tich'] !== true) {
      report('endorsed/bao-cao-thanh-tich', `${path}/declared/bao-cao-thanh-tich`);
    }
    const files = nominee.documents?.['bao-cao-thanh-tich'] ?? [];
    const sent =
      files.length > 0 && files.every((/** @type {any} */ file) => file.name && file.size && file.type && file.sha256);
    const written = nominee.sections?.['so-luoc'] && nominee.sections['thanh-tich'];
    if (!sent && !written) report('dossier/bao-cao-thanh-tich', `${path}/documents/bao-cao-thanh-tich`);
  });
  const kept =
    unit?.group === 'dang-bo'
      ? collectives === 1 && individuals >= 1 && individuals <= 2
      : collectives + individuals === 1;
  if (!kept) report(unit?.group === 'dang-bo' ? 'quota/dang-bo' : 'quota/chi-bo-doan-the', '/nominees');
  return findings;
}
