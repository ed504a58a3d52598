import { type Rulebook, type Submission } from '@kl01/rules';
import { compile, parsePack } from '@kl01/rules/compile';
import { ReportForm } from '../src/report-form/report-form.js';
import { NOW, officer, someFile, type Showing, type Shown } from './fixture.js';
import { reportPack } from './report-pack.js';

if (!customElements.get('kl01-report-form')) customElements.define('kl01-report-form', ReportForm);

export type ShownReport = Shown<ReportForm>;

const rulebook = compile(parsePack(reportPack));

/** A report form in the page; by default of the example that asks for everything. */
export async function showReport({
  form = 'bao-cao',
  group = 'dang-bo',
  value = null,
  findings = [],
  attributes = {},
  into = document.body,
  ...showing
}: Omit<Showing, 'attributes'> & { attributes?: Readonly<Record<string, string | null>> } = {}): Promise<ShownReport> {
  const element = document.createElement('kl01-report-form');
  const given = {
    form,
    'unit-id': 'don-vi-1',
    'unit-group': group,
    'unit-name': 'Đơn vị Một',
    now: NOW,
    ...attributes,
  };
  for (const [name, text] of Object.entries(given)) if (text !== null) element.setAttribute(name, text);
  element.value = value as Submission | null;
  element.findings = findings;
  element.rulebook = showing.rulebook ?? rulebook;
  const ready = new Promise((resolve) => element.addEventListener('kl01-ready', resolve, { once: true }));
  into.append(element);
  await ready;
  return officer(element);
}

/** The report of Nam Định, whose tables have heads of several levels. */
export async function namDinh(): Promise<Rulebook> {
  const address = new URL('../../rules/packs/nam-dinh.tinh-uy.2023.json', import.meta.url);
  return compile(parsePack(await (await fetch(address)).json()));
}

/** A report that may be sent as it is. */
export function completeReport(more: Partial<Submission> = {}): Partial<Submission> {
  return {
    id: 'ban-1',
    revision: 1,
    period: 'quy-i',
    answers: { 'dung-ke-hoach': 'dung' },
    sections: { 'i-1': 'Đã lãnh đạo.\n\n- Một\n+ Hai', iii: 'Không có kiến nghị.' },
    tables: { t1: { 'nam-2022': { 'truc-tiep': 2, 'truc-tuyen': 1, 'ti-le': 9750, co: true } } },
    documents: { 'phu-luc': [someFile] },
    ...more,
  };
}
