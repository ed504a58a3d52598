import { expect } from '@open-wc/testing';
import type { Submission } from '@kl01/rules';
import { completeSubmission, NOW, officer, richRulebook, show, type Shown } from '../../test/fixture.js';
import { waitUntil } from '../../test/wait-until.js';
import type { NominationForm } from './nomination-form.js';

describe('<kl01-nomination-form> inside a <form>', () => {
  let host: HTMLFormElement;
  /** what the form posted: null for a post without a submission */
  let posts: (string | null)[];
  let button: HTMLButtonElement;

  beforeEach(() => {
    posts = [];
    host = document.createElement('form');
    button = document.createElement('button');
    host.append(button);
    host.addEventListener('submit', (event) => {
      event.preventDefault();
      const id = posted()?.nominees?.[0]?.id;
      posts.push(posted() ? (id ?? 'blank') : null);
    });
    document.body.append(host);
  });
  afterEach(() => document.body.replaceChildren());

  const posted = (): Submission | null =>
    JSON.parse(String(new FormData(host).get('submission') ?? 'null')) as Submission | null;

  function place(attributes: Record<string, string>, content = ''): Shown {
    const element = document.createElement('kl01-nomination-form') as NominationForm;
    const given = { form: 'de-nghi', name: 'submission', 'unit-id': 'don-vi-1', 'unit-group': 'dang-bo', now: NOW };
    for (const [name, text] of Object.entries({ ...given, ...attributes })) element.setAttribute(name, text);
    const template = document.createElement('template');
    template.innerHTML = content;
    element.append(template.content);
    host.prepend(element);
    return officer(element);
  }
  const shown = (value: Partial<Submission> | null, attributes: Record<string, string> = {}): Promise<Shown> =>
    show({ value, attributes: { name: 'submission', ...attributes }, into: host });
  const focused = ({ root }: Shown): string => root.activeElement?.id ?? '';
  const failed = ({ element }: Shown): Promise<CustomEvent<{ message: string; cause: unknown }>> =>
    new Promise((resolve) => element.addEventListener('kl01-error', (event) => resolve(event), { once: true }));
  const ready = ({ element }: Shown): Promise<Event> =>
    new Promise((resolve) => element.addEventListener('kl01-ready', resolve, { once: true }));

  describe('is not sent without its submission', () => {
    const buttons: [what: string, attributes: string[]][] = [
      ['', []],
      [' of a form that says `novalidate`', ['novalidate']],
      [' that says `formnovalidate`', ['formnovalidate']],
    ];
    for (const [what, attributes] of buttons) {
      const press = async (form: Shown): Promise<void> => {
        if (attributes.includes('novalidate')) host.noValidate = true;
        if (attributes.includes('formnovalidate')) button.formNoValidate = true;
        button.click();
        await form.settle();
      };

      it(`by the page’s button${what} while the rulebook is on its way`, async () => {
        const form = place({ rulebook: '/__late' });
        await form.settle();
        await press(form);
        expect(posts).to.deep.equal([]);
        expect(host.matches(':invalid')).to.equal(true);
        expect(focused(form)).to.equal('stand-in');
      });

      for (const address of ['/__status/404', '/README.md', '/package.json', 'http://127.0.0.1:1/']) {
        it(`by the page’s button${what} where ${address} gives no rulebook`, async () => {
          const form = place({ rulebook: address });
          await failed(form);
          await form.settle();
          await press(form);
          expect(posts).to.deep.equal([]);
          expect(focused(form)).to.equal('stand-in');
          expect(form.text()).to.contain('Đề nghị kiểm tra kết nối mạng rồi bấm “Thử lại”');
        });
      }
    }

    it('even in the same breath as the element comes into the page', () => {
      place({ rulebook: '/__late' });
      host.requestSubmit();
      expect(posts).to.deep.equal([]);
    });

    it('nor where the rulebook has no such form; there is nothing to try again', async () => {
      const form = place({ form: 'khong-co' });
      const told = failed(form);
      form.element.rulebook = richRulebook();
      await told;
      await form.settle();
      button.click();
      expect(posts).to.deep.equal([]);
      expect(form.root.querySelector('button')).to.equal(null);
    });

    it('but a disabled one stops nobody, as with native controls, and posts nothing', async () => {
      const form = place({ rulebook: '/__late', disabled: '' });
      await form.settle();
      button.click();
      expect(posts).to.deep.equal([null]);
      form.element.disabled = false;
      form.element.rulebook = richRulebook();
      await ready(form);
      form.element.value = completeSubmission() as Submission;
      form.element.disabled = true;
      await form.settle();
      button.click();
      expect(posts).to.deep.equal([null, null]);
    });
  });

  it('loads again by a button, tells the host each time, and keeps the focus', async () => {
    const form = place({ rulebook: '/__status/503' });
    const first = (await failed(form)).detail;
    expect(first.message).to.match(/máy chủ đang gặp sự cố.*\(\/__status\/503: HTTP 503\)/);
    await form.settle();
    const again = failed(form);
    await form.press('Thử lại');
    expect((await again).detail.message).to.equal(first.message);
    await form.settle();
    expect(focused(form)).to.equal('stand-in');
    expect(form.root.querySelectorAll('[role=alert]').length).to.equal(1);
  });

  it('is valid again once the rulebook has come', async () => {
    const form = place({ rulebook: '/__status/404' });
    await failed(form);
    form.element.rulebook = richRulebook();
    await ready(form);
    form.element.value = completeSubmission() as Submission;
    await form.settle();
    button.click();
    expect(posts).to.deep.equal(['nguoi-1']);
  });

  describe('switches off what guarded the form before it was there', () => {
    const guard =
      '<p>Đang tải biểu mẫu.</p><select required name="chan"><option value="">Chưa gửi được</option></select>';

    it('in its content, and in what the parser adds later', async () => {
      const form = place({}, guard);
      form.element.rulebook = richRulebook();
      await ready(form);
      form.element.value = completeSubmission() as Submission;
      await form.settle();
      form.element.append(...document.createRange().createContextualFragment(guard).childNodes);
      await form.settle();
      button.click();
      expect(posts).to.deep.equal(['nguoi-1']);
      expect(new FormData(host).has('chan')).to.equal(false);
    });

    it('but not what the page shows in the slot for help', async () => {
      const form = place({}, '<p slot="help"><input name="ghi-chu" value="x"></p>');
      await form.settle();
      expect(new FormData(host).get('ghi-chu')).to.equal('x');
    });
  });

  describe('posts what stands at that moment', () => {
    it('as soon as the host has set it', async () => {
      const form = await shown(null);
      form.element.value = completeSubmission() as Submission;
      expect(form.element.value.nominees?.[0]?.id).to.equal('nguoi-1');
      expect(posted()?.nominees?.[0]?.id).to.equal('nguoi-1');
      form.element.name = null;
      expect([...new FormData(host).keys()]).to.deep.equal([]);
    });

    it('with the files in their order, under the name', async () => {
      const form = await shown({ ...completeSubmission(), documents: {} });
      const input = form.at('/documents/xac-nhan').querySelector<HTMLInputElement>('input[type=file]')!;
      const transfer = new DataTransfer();
      for (const name of ['b.pdf', 'a.pdf']) transfer.items.add(new File([name], name, { type: 'application/pdf' }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
      await waitUntil(() => !form.text().includes('Đang đọc tệp') && /b\.pdf.*a\.pdf/.test(form.text()));
      const data = new FormData(host);
      expect([...data.keys()]).to.deep.equal(['submission', 'submission_files[]', 'submission_files[]']);
      expect((data.getAll('submission_files[]') as File[]).map(({ name }) => name)).to.deep.equal(['b.pdf', 'a.pdf']);
    });

    it('but nothing inside a disabled <fieldset>', async () => {
      const form = await shown(completeSubmission());
      const fieldset = document.createElement('fieldset');
      fieldset.disabled = true;
      host.append(fieldset);
      fieldset.append(form.element);
      await form.settle();
      expect(posted()).to.equal(null);
      fieldset.disabled = false;
      expect(posted()?.nominees?.[0]?.id).to.equal('nguoi-1');
    });

    it('and not in a form that it has left', async () => {
      const form = await shown(completeSubmission());
      const other = document.createElement('form');
      document.body.append(other);
      other.append(form.element);
      expect(posted()).to.equal(null);
      expect(new FormData(other).has('submission')).to.equal(true);
    });
  });

  describe('under `novalidate`', () => {
    it('a blank form is held back with its summary all the same, and the host is told by `invalid`', async () => {
      host.noValidate = true;
      const form = await shown(null);
      let told = 0;
      form.element.addEventListener('invalid', () => (told += 1));
      button.click();
      await form.settle();
      expect(posts).to.deep.equal([]);
      expect(told).to.equal(1);
      expect(focused(form)).to.equal('summary');
    });

    it('a complete one goes', async () => {
      host.noValidate = true;
      await shown(completeSubmission());
      button.click();
      expect(posts).to.deep.equal(['nguoi-1']);
    });

    it('a button with `formnovalidate` sends what is unfinished: somebody wants to store it for later', async () => {
      const form = await shown(null);
      button.formNoValidate = true;
      button.click();
      await form.settle();
      expect(posts).to.deep.equal(['blank']);
      expect(form.root.getElementById('summary')).to.equal(null);
    });
  });

  describe('can be asked as native controls can', () => {
    it('checkValidity() answers and fires `invalid`, and shows nothing', async () => {
      const form = await shown(null);
      let told = 0;
      form.element.addEventListener('invalid', () => (told += 1));
      expect(form.element.checkValidity()).to.equal(false);
      await form.settle();
      expect(told).to.equal(1);
      expect(form.root.getElementById('summary')).to.equal(null);
      form.element.value = completeSubmission() as Submission;
      expect(form.element.checkValidity()).to.equal(true);
    });

    it('reportValidity() shows the summary, with the focus in it', async () => {
      const form = await shown(null);
      expect(form.element.reportValidity()).to.equal(false);
      await form.settle();
      expect(focused(form)).to.equal('summary');
    });

    it('submit() sends the form around, with what may be sent alone', async () => {
      const form = await shown(null);
      form.element.submit();
      expect(posts).to.deep.equal([]);
      form.element.value = completeSubmission() as Submission;
      form.element.submit();
      expect(posts).to.deep.equal(['nguoi-1']);
    });

    it('focus() goes to the first control, or to what stands in place of the form', async () => {
      const loading = place({ rulebook: '/__late' });
      await loading.settle();
      loading.element.focus();
      expect(focused(loading)).to.equal('stand-in');
      loading.element.remove();
      const form = await shown(completeSubmission());
      form.element.focus();
      expect(document.activeElement).to.equal(form.element);
      expect(form.root.activeElement?.matches('input, select, textarea, button, a')).to.equal(true);
    });
  });

  describe('with `standalone` takes no part in it', () => {
    const sent = (form: Shown): Submission[] => {
      const submissions: Submission[] = [];
      form.element.addEventListener('kl01-submit', ({ detail }) => submissions.push(detail.submission));
      return submissions;
    };

    it('the page’s own buttons work, before the rulebook is there and while something is missing', async () => {
      const loading = place({ rulebook: '/__late', standalone: '' });
      await loading.settle();
      button.click();
      loading.element.remove();
      const form = await shown(null, { standalone: '' });
      button.click();
      await form.settle();
      expect(posts).to.deep.equal([null, null]);
      expect(form.root.getElementById('summary')).to.equal(null);
    });

    it('has a button of its own, and `kl01-submit`', async () => {
      const form = await shown(completeSubmission(), { standalone: '' });
      const submissions = sent(form);
      await form.press('Gửi');
      form.element.submit();
      await form.settle();
      expect(submissions.map(({ nominees }) => nominees?.[0]?.id)).to.deep.equal(['nguoi-1', 'nguoi-1']);
      expect(posts).to.deep.equal([]);
    });

    it('answers whether it is valid, and holds the form no more after that than before', async () => {
      const form = await shown(null, { standalone: '' });
      expect(form.element.checkValidity()).to.equal(false);
      expect(form.element.reportValidity()).to.equal(false);
      await form.settle();
      expect(focused(form)).to.equal('summary');
      expect(host.checkValidity()).to.equal(true);
    });

    it('keeps what is typed when the form is reset', async () => {
      const form = await shown(completeSubmission(), { standalone: '' });
      await form.type('/nominees/0/name', 'Tên Khác');
      host.reset();
      await form.settle();
      expect(form.element.value?.nominees?.[0]?.name).to.equal('Tên Khác');
    });

    it('from one moment to the next, as the page wants it', async () => {
      const form = await shown(null);
      form.element.standalone = true;
      await form.settle();
      button.click();
      expect(posts).to.deep.equal([null]);
      form.element.standalone = false;
      await form.settle();
      button.click();
      expect(posts).to.deep.equal([null]);
    });
  });
});
