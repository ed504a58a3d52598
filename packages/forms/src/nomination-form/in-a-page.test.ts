import { expect } from '@open-wc/testing';
import type { Submission } from '@kl01/rules';
import { completeSubmission, NOW, officer, richRulebook, show, type Shown } from '../../test/fixture.js';
import { waitUntil } from '../../test/wait-until.js';
import type { ReceivedFinding } from '../findings/shown-findings.js';
import type { NominationForm } from './nomination-form.js';

const RULEBOOK = new URL('../../../rules/dist/rulebooks/hai-phong.kien-an.2023.json', import.meta.url).pathname;

describe('<kl01-nomination-form> in a page that is not ours', () => {
  let messages: string[];
  const listen = ({ detail }: HTMLElementEventMap['kl01-error']): void => void messages.push(detail.message);
  beforeEach(() => {
    messages = [];
    document.body.addEventListener('kl01-error', listen);
  });
  afterEach(() => {
    document.body.removeEventListener('kl01-error', listen);
    document.body.replaceChildren();
  });

  const complete = (): Submission => completeSubmission() as Submission;
  const ready = (element: Element): Promise<unknown> =>
    new Promise((resolve) => element.addEventListener('kl01-ready', resolve, { once: true }));

  describe('tells the host and the officer', () => {
    it('that the page names no rulebook, unless one is given meanwhile', async () => {
      const element = document.createElement('kl01-nomination-form') as NominationForm;
      element.form = 'de-nghi';
      document.body.append(element);
      const patient = document.createElement('kl01-nomination-form') as NominationForm;
      patient.form = 'de-nghi';
      document.body.append(patient);
      await new Promise((resolve) => setTimeout(resolve, 200));
      patient.rulebook = richRulebook();
      const form = officer(element);
      expect(form.text()).to.contain('Đang tải biểu mẫu');
      await waitUntil(() => messages.length > 0);
      await form.settle();
      expect(messages).to.deep.equal(['Trang này chưa khai báo bộ quy tắc của biểu mẫu. (rulebook)']);
      expect(form.text()).to.contain('chưa khai báo bộ quy tắc').and.to.contain('báo cho cán bộ quản trị');
      element.rulebook = richRulebook();
      await ready(element);
      expect(form.has('summary') || form.text().includes('Đang tải')).to.equal(false);
    });

    it('of a group that the directive does not name, also when it is set later', async () => {
      const form = await show({ group: 'khong-co' });
      expect(messages.join()).to.contain('không có nhóm đơn vị “khong-co”');
      expect(form.text()).to.contain('không có nhóm đơn vị “khong-co”');
      form.element.unitGroup = 'dang-bo';
      await form.settle();
      expect(form.text()).not.to.contain('không có nhóm đơn vị');
      form.element.unitGroup = 'cung-khong';
      await form.settle();
      expect(messages.at(-1)).to.contain('“cung-khong”');
    });

    it('of a form that the rulebook does not have, also when it is set later', async () => {
      const form = await show();
      form.element.form = 'khong-co';
      await waitUntil(() => messages.length > 0);
      await form.settle();
      expect(messages).to.deep.equal(['Văn bản chỉ đạo không có biểu mẫu “khong-co”.']);
      expect(form.text()).to.contain('không có biểu mẫu “khong-co”');
    });

    it('of a language that there is not; regions and capitals are no other language', async () => {
      for (const [lang, heading] of [
        ['en-US', 'Submitting unit'],
        ['EN', 'Submitting unit'],
        ['vi-VN', 'Đơn vị'],
        ['', 'Đơn vị'],
      ] as const) {
        const form = await show({ attributes: { lang } });
        expect(form.text(), lang).to.contain(heading);
        form.element.remove();
      }
      expect(messages).to.deep.equal([]);
      const form = await show();
      form.element.lang = 'fr';
      await form.settle();
      expect(messages.join()).to.contain('ngôn ngữ “fr”');
      expect(form.text()).to.contain('Đơn vị');
    });
  });

  it('asks for a rulebook once, however many elements come into the page together', async () => {
    const address = `${RULEBOOK}?once`;
    const { fetch } = window;
    let asked = 0;
    window.fetch = (...request) => {
      asked += 1;
      return fetch(...request);
    };
    const elements = ['de-nghi-cap-quan', 'de-nghi-cap-thanh-pho', 'de-nghi-cap-quan'].map((form) => {
      const element = document.createElement('kl01-nomination-form') as NominationForm;
      Object.assign(element, { form, rulebook: address, unitGroup: 'dang-bo', now: NOW });
      return element;
    });
    const all = elements.map(ready);
    document.body.append(...elements);
    await Promise.all(all);
    window.fetch = fetch;
    expect(asked).to.equal(1);
  });

  it('is forgotten by nobody when the page takes it away while it loads, and goes on when it is put back', async () => {
    const failures: unknown[] = [];
    const onFailure = (event: PromiseRejectionEvent): void => void failures.push(event.reason);
    window.addEventListener('unhandledrejection', onFailure);
    const element = document.createElement('kl01-nomination-form') as NominationForm;
    Object.assign(element, {
      form: 'de-nghi-cap-quan',
      rulebook: `${RULEBOOK}?removed`,
      unitGroup: 'dang-bo',
      now: NOW,
    });
    document.body.append(element);
    await element.updateComplete;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 300));
    document.body.append(element);
    await waitUntil(() => officer(element).text().includes('Đề nghị biểu dương'));
    window.removeEventListener('unhandledrejection', onFailure);
    expect(failures).to.deep.equal([]);
    expect(messages).to.deep.equal([]);
  });

  describe('loses nothing', () => {
    const typed = async (): Promise<Shown> => {
      const form = await show({ value: complete() });
      await form.type('/nominees/0/name', 'Tên Vừa Nhập');
      return form;
    };
    const name = ({ element }: Shown): unknown => element.value?.nominees?.[0]?.name;

    it('when a framework sets an equal value in its next render', async () => {
      const form = await typed();
      const { nominees, id, ...rest } = complete();
      form.element.value = { nominees, ...rest, id } as Submission;
      await form.settle();
      expect(name(form)).to.equal('Tên Vừa Nhập');
    });

    it('but shows another value, one that was changed in place, and the first again after null', async () => {
      const form = await typed();
      const other = complete();
      form.element.value = { ...other, revision: 2 };
      expect(form.element.value.revision).to.equal(2);
      other.nominees![0]!.name = 'Tên Sửa Tại Chỗ';
      form.element.value = other;
      expect(name(form)).to.equal('Tên Sửa Tại Chỗ');
      await form.type('/nominees/0/name', 'Tên Vừa Nhập');
      form.element.value = null;
      form.element.value = other;
      expect(name(form)).to.equal('Tên Sửa Tại Chỗ');
    });

    it('when it sets an equal rulebook', async () => {
      const form = await typed();
      form.element.rulebook = structuredClone(richRulebook());
      await form.settle();
      expect(name(form)).to.equal('Tên Vừa Nhập');
      expect(form.text()).not.to.contain('Đang tải');
    });

    it('when it makes a new function for the exporters: buttons and focus stay', async () => {
      const form = await show({ value: complete() });
      let calls = 0;
      const module = {
        documentsFor: () => [{ id: 'to-trinh', label: 'Bản in thử', formats: ['docx'] }],
        exportDocument: () => Promise.reject(new Error('not asked')),
      };
      const inline = () => () => {
        calls += 1;
        return Promise.resolve(module);
      };
      form.element.exporters = inline();
      await waitUntil(() => form.text().includes('in thử'));
      const button = [...form.root.querySelectorAll('button')].find(({ textContent }) =>
        textContent!.includes('in thử'),
      )!;
      button.focus();
      form.element.exporters = inline();
      await form.settle();
      expect(calls).to.equal(2);
      expect(button.isConnected).to.equal(true);
      form.element.exporters = null;
      await form.settle();
      expect(button.isConnected).to.equal(false);
    });

    it('when the exporters do not come: the host is told once, though it renders anew at each message', async () => {
      const form = await show({ value: complete() });
      const failing = () => () => Promise.reject(new Error('404'));
      form.element.exporters = failing();
      for (let render = 0; render < 3; render += 1) {
        await form.settle();
        form.element.exporters = failing();
      }
      await form.settle();
      expect(messages.length).to.equal(1);
    });

    it('of what is no longer true: equal findings do not come back beside what was mended', async () => {
      const finding: ReceivedFinding = { rule: 'x', path: '/nominees/0/name', severity: 'error', message: 'Trùng tên' };
      const form = await show({ value: complete(), findings: [finding] });
      expect(form.problemsAt('/nominees/0/name')).to.contain('Trùng tên');
      await form.type('/nominees/0/name', 'Tên Khác');
      form.element.findings = [{ ...finding }];
      await form.settle();
      expect(form.problemsAt('/nominees/0/name')).to.equal('');
      // The server refuses the same again.
      form.element.submit();
      await form.settle();
      form.element.findings = [{ ...finding }];
      await form.settle();
      expect(form.problemsAt('/nominees/0/name')).to.contain('Trùng tên');
    });

    it('when the page moves it, from one place or form to another', async () => {
      const form = await typed();
      const place = document.createElement('form');
      document.body.append(place);
      place.append(form.element);
      await form.settle();
      expect(name(form)).to.equal('Tên Vừa Nhập');
      document.body.append(form.element);
      await form.settle();
      expect(name(form)).to.equal('Tên Vừa Nhập');
      expect(form.at('/nominees/0/name').value).to.equal('Tên Vừa Nhập');
    });

    it('in a clone of the page, as Turbo and htmx keep them: it knows its form, and the draft has what was typed', async () => {
      const place = document.createElement('form');
      document.body.append(place);
      const draft = `can-bo-${Math.random()}`;
      const form = await show({ rulebook: richRulebook(), attributes: { draft, name: 'submission' }, into: place });
      await form.press('Thêm cá nhân');
      await form.type('/nominees/0/name', 'Tên Vừa Nhập');
      await new Promise((resolve) => setTimeout(resolve, 600));
      const clone = place.cloneNode(true) as HTMLFormElement;
      place.remove();
      const copy = clone.querySelector<NominationForm>('kl01-nomination-form')!;
      copy.rulebook = richRulebook();
      document.body.append(clone);
      await ready(copy);
      await waitUntil(() => copy.value?.nominees?.[0]?.name === 'Tên Vừa Nhập');
      expect(new FormData(clone).has('submission')).to.equal(true);
      copy.form = 'khong-co';
      await copy.updateComplete;
      expect(copy.getAttribute('form-id')).to.equal('khong-co');
      copy.form = 'de-nghi';
      await copy.clearDraft();
    });
  });

  describe('does not let files be lost that the page’s form would not send', () => {
    async function withFile(
      form: Record<string, string>,
    ): Promise<{ host: HTMLFormElement; form: Shown; left: () => boolean }> {
      const host = document.createElement('form');
      for (const [name, value] of Object.entries(form)) host.setAttribute(name, value);
      const frame = document.createElement('iframe');
      frame.name = 'nowhere';
      host.target = 'nowhere';
      host.action = 'about:blank';
      document.body.append(frame, host);
      const attributes = { name: 'submission' };
      const shown = await show({ value: { ...complete(), documents: {} }, attributes, into: host });
      const input = shown.at('/documents/xac-nhan').querySelector<HTMLInputElement>('input[type=file]')!;
      const transfer = new DataTransfer();
      transfer.items.add(new File(['a'], 'a.pdf', { type: 'application/pdf' }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
      await waitUntil(() => shown.element.checkValidity());
      let left = false;
      // The last to hear of it; nothing leaves the page of the test.
      window.addEventListener(
        'submit',
        (event) => {
          setTimeout(() => undefined);
          left = !event.defaultPrevented;
        },
        { once: true },
      );
      return { host, form: shown, left: () => left };
    }

    for (const attributes of [{}, { method: 'post' }, { enctype: 'multipart/form-data' }] as Record<string, string>[]) {
      it(`with ${JSON.stringify(attributes)}`, async () => {
        const { host, form } = await withFile(attributes);
        let prevented = false;
        host.addEventListener('submit', (event) => {
          setTimeout(() => (prevented = event.defaultPrevented));
        });
        host.requestSubmit();
        await new Promise((resolve) => setTimeout(resolve, 20));
        await form.settle();
        expect(prevented).to.equal(true);
        expect(messages.join()).to.contain('enctype="multipart/form-data"');
        expect(form.text()).to.contain('chưa gửi được tệp kèm theo');
      });
    }

    it('but leaves alone a page that sends by itself, and one that says how', async () => {
      const own = await withFile({});
      own.host.addEventListener('submit', (event) => event.preventDefault());
      own.host.requestSubmit();
      own.host.remove();
      const post = await withFile({ method: 'POST', enctype: 'multipart/form-data' });
      post.host.requestSubmit();
      await post.form.settle();
      expect(messages).to.deep.equal([]);
    });
  });

  describe('shows its summary from the top, with the focus,', () => {
    const containers: [where: string, make: () => HTMLElement][] = [
      [
        'in a page with a long column of 340 px',
        () => Object.assign(document.createElement('div'), { style: 'width:340px' }),
      ],
      [
        'in a container that scrolls',
        () => Object.assign(document.createElement('div'), { style: 'width:340px;height:300px;overflow:auto' }),
      ],
      [
        'in a dialog',
        () => {
          const dialog = document.createElement('dialog');
          dialog.style.cssText = 'width:340px;max-height:300px;overflow:auto';
          document.body.append(dialog);
          dialog.showModal();
          return dialog;
        },
      ],
    ];
    for (const [where, make] of containers) {
      it(where, async () => {
        const place = make();
        document.body.append(place);
        const nominees = Array.from({ length: 30 }, (_, index) => ({ id: `n${index}`, kind: 'individual', name: '' }));
        const form = await show({ value: { nominees } as unknown as Submission, into: place });
        const submit = form.root.querySelector<HTMLElement>('[part~="submit-button"]')!;
        submit.scrollIntoView();
        submit.click();
        await form.settle();
        const summary = form.at<HTMLElement>('summary');
        expect(form.root.activeElement).to.equal(summary);
        const around = place.scrollHeight > place.clientHeight ? place.getBoundingClientRect().top : 0;
        const { top, height } = summary.getBoundingClientRect();
        expect(height).to.be.greaterThan(300);
        expect(top - around).to.be.within(-1, 120);
      });
    }
  });
});
