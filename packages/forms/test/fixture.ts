import { type Nominee, type Rulebook, type Submission } from '@kl01/rules';
import { compile, parsePack } from '@kl01/rules/compile';
import axe from 'axe-core';
import type { FormElement } from '../src/element/form-element.js';
import type { ReceivedFinding } from '../src/findings/shown-findings.js';
import { NominationForm } from '../src/nomination-form/nomination-form.js';
import { richPack } from './rich-pack.js';

if (!customElements.get('kl01-nomination-form')) customElements.define('kl01-nomination-form', NominationForm);

/** A form in the page, and what an officer does with it. */
export interface Shown<Element extends FormElement = NominationForm> {
  readonly element: Element;
  readonly root: ShadowRoot;
  /** what shows a path */
  at: <Kind extends HTMLElement = HTMLInputElement>(path: string) => Kind;
  has: (path: string) => boolean;
  /** types into a box and leaves it */
  type: (path: string, text: string) => Promise<void>;
  /** presses the button (or link) whose name contains these words */
  press: (words: string) => Promise<void>;
  settle: () => Promise<void>;
  text: () => string;
  /** the findings shown beside the field of a path */
  problemsAt: (path: string) => string;
}

export interface Showing {
  readonly rulebook?: Rulebook;
  readonly form?: string;
  readonly group?: string;
  readonly value?: Partial<Submission> | null;
  readonly findings?: readonly ReceivedFinding[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly into?: HTMLElement;
}

export const NOW = '2023-03-22T08:00:00+07:00';

const rich = compile(parsePack(richPack));

export function richRulebook(): Rulebook {
  return rich;
}

/** The rulebook of a real directive, as the rules package publishes it. */
export async function kienAn(): Promise<Rulebook> {
  const address = new URL('../../rules/dist/rulebooks/hai-phong.kien-an.2023.json', import.meta.url);
  return (await (await fetch(address)).json()) as Rulebook;
}

export async function show({
  rulebook = rich,
  form = 'de-nghi',
  group = 'dang-bo',
  value = null,
  findings = [],
  attributes = {},
  into = document.body,
}: Showing = {}): Promise<Shown> {
  const element = document.createElement('kl01-nomination-form') as NominationForm;
  const given = {
    form,
    'unit-id': 'don-vi-1',
    'unit-group': group,
    'unit-name': 'Đơn vị Một',
    now: NOW,
    ...attributes,
  };
  for (const [name, text] of Object.entries(given)) element.setAttribute(name, text);
  element.value = value as Submission | null;
  element.findings = findings;
  element.rulebook = rulebook;
  const ready = new Promise((resolve) => element.addEventListener('kl01-ready', resolve, { once: true }));
  into.append(element);
  await ready;
  return officer(element);
}

export function officer<Element extends FormElement>(element: Element): Shown<Element> {
  const root = element.shadowRoot!;
  const settle = async (): Promise<void> => {
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  };
  const at = <Kind extends HTMLElement = HTMLInputElement>(path: string): Kind => {
    const found = root.getElementById(path);
    if (!found) throw new Error(`nothing shows ${path}`);
    return found as Kind;
  };
  return {
    element,
    root,
    at,
    has: (path) => root.getElementById(path) !== null,
    settle,
    async type(path, text) {
      const box = at(path);
      arrive(box);
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      leave(box);
      await settle();
    },
    async press(words) {
      const buttons = [...root.querySelectorAll<HTMLElement>('button, a, label.picker')];
      const button = buttons.find((each) =>
        (each.getAttribute('aria-label') ?? each.textContent ?? '').includes(words),
      );
      if (!button) throw new Error(`no button says "${words}"`);
      button.focus();
      button.click();
      await settle();
    },
    text: () => root.querySelector('.screen, .form')?.textContent?.replace(/\s+/g, ' ') ?? '',
    problemsAt: (path) => root.getElementById(`${path}~problems`)?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
  };
}

/** A nominee about whom everything is said. */
export function completeIndividual(id = 'nguoi-1', more: Partial<Nominee> = {}): Nominee {
  return {
    id,
    kind: 'individual',
    name: `Người Số ${id}`,
    phone: '0900000000',
    partyMember: false,
    level: 'xa',
    fieldsOfWork: ['kinh-te'],
    years: 12,
    joined: '2010-05-04',
    summary: 'Tóm tắt',
    declared: { 'guong-mau': true, 'da-khen': false, 'ky-luat': false, 'bao-cao': true },
    sections: { 'so-luoc': 'Sơ lược', 'thanh-tich': 'Thành tích' },
    ...more,
  };
}

export const someFile = { name: 'xac-nhan.pdf', size: 3, type: 'application/pdf', sha256: 'a'.repeat(64), ref: 'f1' };

/** A submission that may be sent as it is. */
export function completeSubmission(nominees: readonly Nominee[] = [completeIndividual()]): Partial<Submission> {
  return {
    id: 'ban-1',
    revision: 1,
    nominees: [...nominees],
    declared: { 'ho-so-giay': true },
    documents: { 'xac-nhan': [someFile] },
    meeting: { date: '2023-03-20', present: 9, absent: 0, chair: 'Chủ Trì', secretary: 'Thư Ký' },
  };
}

/** What axe finds wrong by WCAG 2.2 AA, in short; empty is good. */
export async function accessibilityFaults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Gives a control the focus. A page of a test that another page covers has none, and the browser tells it nothing. */
export function arrive(control: HTMLElement): void {
  const left = (control.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  control.focus();
  if (document.hasFocus()) return;
  if (left && left !== control) tell(left, 'focusout', control);
  tell(control, 'focusin', left);
}

/** Takes the focus from a box. */
export function leave(box: HTMLElement): void {
  box.blur();
  if (document.hasFocus()) return;
  box.dispatchEvent(new FocusEvent('blur'));
  tell(box, 'focusout', null);
}

function tell(control: HTMLElement, name: 'focusin' | 'focusout', relatedTarget: HTMLElement | null): void {
  control.dispatchEvent(new FocusEvent(name, { bubbles: true, composed: true, relatedTarget }));
}
