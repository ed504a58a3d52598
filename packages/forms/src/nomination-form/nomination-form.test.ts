import { expect } from '@open-wc/testing';
import type { Submission } from '@kl01/rules';
import { formOfType } from '@kl01/rules';
import {
  completeIndividual,
  completeSubmission,
  kienAn,
  leave,
  officer,
  richRulebook,
  show,
  someFile,
  type Shown,
} from '../../test/fixture.js';
import { waitUntil } from '../../test/wait-until.js';
import type { ReceivedFinding } from '../findings/shown-findings.js';

describe('<kl01-nomination-form>', () => {
  let form: Shown;
  afterEach(() => document.body.replaceChildren());

  const submitted = (element: HTMLElement): CustomEvent[] => {
    const events: CustomEvent[] = [];
    element.addEventListener('kl01-submit', (event) => events.push(event));
    return events;
  };
  const buttons = (): string[] =>
    [...form.root.querySelectorAll('.adding button')].map(
      (button) => `${button.textContent?.trim()}${button.ariaDisabled === 'true' ? ' (hết chỗ)' : ''}`,
    );
  const focused = (): string => form.root.activeElement?.id ?? '';

  describe('the directive of Kiến An', () => {
    it('is a form of its own, by its rulebook alone', async () => {
      form = await show({ rulebook: await kienAn(), form: 'de-nghi-cap-quan', group: 'dang-bo' });
      expect(form.text()).to.contain('Đề nghị biểu dương, khen thưởng cấp quận');
      expect(form.text()).to.contain('01 tập thể và 01–02 cá nhân');
      expect(form.text()).to.contain('đến hết ngày 31/3/2023');
      expect(form.text()).to.contain('còn 9 ngày');
      expect(form.text()).to.contain('xem như đơn vị đó không có điển hình tiên tiến');
    });

    it('tells "trước ngày" and "đến hết ngày" apart, by the server’s clock', async () => {
      form = await show();
      expect(form.text()).to.match(
        /Trước ngày 31\/3\/2023 – hết (ngày )?thứ Năm, 30\/3\/2023, còn 8 ngày|Trước ngày 31\/3\/2023.*thứ Năm, 30\/3\/2023.*còn 8 ngày/,
      );
    });
  });

  describe('the quota', () => {
    it('where none is asked, an empty list may be sent, and is said to be one', async () => {
      form = await show({ rulebook: await kienAn(), form: 'de-nghi-cap-thanh-pho', group: 'dang-bo' });
      expect(form.text()).to.contain('Gửi bây giờ là báo đơn vị không đề nghị đối tượng nào.');
      expect(form.text()).not.to.contain('có thể gửi');
    });

    it('offers kinds as long as there is room, and says how it fills', async () => {
      form = await show({ rulebook: await kienAn(), form: 'de-nghi-cap-quan', group: 'chi-bo' });
      expect(buttons()).to.deep.equal(['+ Thêm tập thể', '+ Thêm cá nhân']);
      await form.press('Thêm cá nhân');
      // The pressed button stays for screen readers, which would lose the focus with it; it has no further effect.
      expect(buttons()).to.deep.equal(['+ Thêm cá nhân (hết chỗ)']);
      await form.press('Thêm cá nhân');
      expect((form.element.value as Submission | null)?.nominees?.length).to.equal(1);
      expect(form.text()).to.contain('Đã đủ số lượng');
      expect(form.root.querySelectorAll('.counts.holds').length).to.equal(1);
      const counts = [...form.root.querySelectorAll('.counts li')].map((count) => count.textContent?.trim());
      expect(counts).to.deep.equal(['Tập thể: đã có 0 trên 01', 'Cá nhân: đã có 1 trên 01']);
    });

    it('is unknown until the group is, and asks for it where the host does not say', async () => {
      form = await show();
      form.element.unitGroup = null;
      await form.press('Thêm cá nhân');
      form.element.value = completeSubmission([]) as Submission;
      await form.settle();
      expect(form.text()).to.contain('Chọn nhóm đơn vị');
      const group = form.at<HTMLSelectElement>('/unit/group');
      group.value = 'chi-bo';
      group.dispatchEvent(new Event('change'));
      await form.settle();
      expect((form.element.value as Submission | null)?.unit.group).to.equal('chi-bo');
      expect(form.text()).to.contain('01 tập thể hoặc 01 cá nhân');
    });
  });

  describe('a quota that is a share', () => {
    it('asks for the number it is a share of by the name that the quota and its finding have', async () => {
      const rulebook = structuredClone(await kienAn());
      const found = formOfType(rulebook, 'de-nghi-cap-quan', 'nomination');
      const share = { part: [3, 20], percent: 15, of: 'members', round: 'down' } as const;
      Object.assign(found.view.nomination.quotas[0]!, {
        anyOf: [{ counts: [{ of: ['individual'], max: share }] }],
      });
      // For a share the compiler adds a rule that requires the number.
      Object.assign(found, { rules: [...found.rules, { ...found.rules[0]!, path: '/unit/members' }] });
      form = await show({ rulebook, form: 'de-nghi-cap-quan', group: 'dang-bo' });
      const label = form.root.querySelector(`label[for="${CSS.escape(form.at('/unit/members').id)}"]`);
      expect(label?.textContent).to.contain('Số đảng viên, hội viên');
    });
  });

  describe('a nominee', () => {
    it('opens when added, with the focus in its first field, and says calmly what it lacks', async () => {
      form = await show();
      await form.press('Thêm cá nhân');
      expect(focused()).to.equal('/nominees/0/name');
      expect(form.text()).to.match(/Còn thiếu \d+/);
      expect(form.root.querySelector('.problem')).to.equal(null);
    });

    it('is asked only what its case asks for', async () => {
      form = await show();
      await form.press('Thêm cá nhân');
      expect(form.has('/nominees/0/partyRating')).to.equal(false);
      form.at('/nominees/0/partyMember').querySelector('input')?.click();
      await form.settle();
      expect(form.element.value?.nominees?.[0]?.['partyMember']).to.equal(true);
      expect(form.has('/nominees/0/partyRating')).to.equal(true);
      expect(form.has('/nominees/0/documents/qd-xep-loai')).to.equal(true);
    });

    it('keeps every type of answer as the rulebook wants it', async () => {
      form = await show();
      await form.press('Thêm cá nhân');
      await form.type('/nominees/0/years', '12');
      await form.type('/nominees/0/joined', '4/5/2010');
      await form.type('/nominees/0/name', '  ');
      await form.type('/nominees/0/summary', 'Hoà'.normalize('NFD'));
      form.at('/nominees/0/fieldsOfWork').querySelectorAll('input')[1]?.click();
      const level = form.at<HTMLSelectElement>('/nominees/0/level');
      level.value = 'huyen';
      level.dispatchEvent(new Event('change'));
      form.at('/nominees/0/declared/guong-mau').click();
      form.at('/nominees/0/declared/da-khen').querySelectorAll('input')[1]?.click();
      await form.settle();
      const { id: _, ...nominee } = form.element.value?.nominees?.[0] ?? { id: '', kind: 'individual' };
      expect(nominee).to.deep.equal({
        kind: 'individual',
        years: 12,
        joined: '2010-05-04',
        summary: 'Hoà',
        fieldsOfWork: ['van-hoa'],
        level: 'huyen',
        declared: { 'guong-mau': true, 'da-khen': false },
      });
      expect(form.at('/nominees/0/joined').value).to.equal('04/5/2010');
    });

    it('keeps a number or date it cannot read as typed, and says what is wrong', async () => {
      form = await show();
      await form.press('Thêm cá nhân');
      await form.type('/nominees/0/joined', '30/2/2023');
      expect(form.at('/nominees/0/joined').value).to.equal('30/2/2023');
      expect(form.problemsAt('/nominees/0/joined')).to.match(/^Lỗi:/);
      await form.type('/nominees/0/years', 'mười hai');
      expect(form.at('/nominees/0/years').value).to.equal('mười hai');
      expect(form.problemsAt('/nominees/0/years')).to.match(/^Lỗi:/);
    });

    it('says a date in words, with its weekday, and ties the words to its box', async () => {
      form = await show({ value: completeSubmission([completeIndividual('a')]) });
      const dates: [typed: string, shown: string, words: string | undefined][] = [
        ['5/12/2026', '05/12/2026', 'Thứ Bảy, ngày 05 tháng 12 năm 2026'],
        ['12.2.2026', '12/02/2026', 'Thứ Năm, ngày 12 tháng 02 năm 2026'],
        ['30/2/2026', '30/2/2026', undefined],
        ['', '', undefined],
      ];
      for (const [typed, shown, words] of dates) {
        await form.type('/meeting/date', typed);
        const box = form.at<HTMLInputElement>('/meeting/date');
        const described = (box.getAttribute('aria-describedby') ?? '').split(' ');
        expect(box.value).to.equal(shown);
        expect(described.includes('/meeting/date~understood')).to.equal(words !== undefined);
        expect(form.root.getElementById('/meeting/date~understood')?.textContent?.trim()).to.equal(words);
      }
    });

    it('keeps a text that is too long whole, and says so', async () => {
      form = await show();
      await form.press('Thêm cá nhân');
      await form.type('/nominees/0/name', 'a'.repeat(100_000));
      expect(String(form.element.value?.nominees?.[0]?.name).length).to.equal(100_000);
      expect(form.problemsAt('/nominees/0/name')).to.match(/^Lỗi:/);
    });

    it('shows exclusions as questions, so that silence is not a no', async () => {
      form = await show({ value: completeSubmission([completeIndividual('a', { declared: { 'guong-mau': true } })]) });
      const answers = [...form.at('/nominees/0/declared/ky-luat').querySelectorAll('input')].map(
        ({ checked }) => checked,
      );
      expect(answers).to.deep.equal([false, false]);
      expect(form.element.check().valid).to.equal(false);
    });

    it('can be moved, duplicated, removed and brought back; the focus stays with it and it is announced', async () => {
      form = await show({ value: completeSubmission([completeIndividual('a'), completeIndividual('b')]) });
      const ids = (): unknown => form.element.value?.nominees?.map(({ id, name }) => name ?? id.length);
      await form.press('Chuyển xuống: Người Số a');
      expect(ids()).to.deep.equal(['Người Số b', 'Người Số a']);
      expect(focused()).to.equal('a~down');
      expect(form.text()).to.contain('Người Số a đang ở vị trí 2/2');
      form.root.getElementById('a~fold')?.click();
      await form.settle();
      await form.press('Tạo bản tương tự: Người Số a');
      expect(ids()).to.deep.equal(['Người Số b', 'Người Số a', 32]);
      expect(form.element.value?.nominees?.[2]).to.include({ name: null, declared: null, documents: null, years: 12 });
      await form.press('Bỏ khỏi danh sách: Người Số a');
      expect(ids()).to.deep.equal(['Người Số b', 32]);
      expect(focused()).to.equal('restore');
      await form.press('Khôi phục');
      expect(ids()).to.deep.equal(['Người Số b', 'Người Số a', 32]);
      expect(focused()).to.equal('a~fold');
    });

    it('takes its votes with it when removed, and back', async () => {
      const votes = [
        { nominee: 'a', for: 9, against: 0 },
        { nominee: 'b', for: 8, against: 1 },
      ];
      const value = completeSubmission([completeIndividual('a'), completeIndividual('b')]);
      form = await show({ value: { ...value, meeting: { ...value.meeting, votes } } });
      form.root.getElementById('a~fold')?.click();
      await form.settle();
      await form.press('Bỏ khỏi danh sách: Người Số a');
      expect(form.element.value?.meeting?.votes).to.deep.equal([votes[1]]);
      await form.press('Khôi phục');
      expect(form.element.value?.meeting?.votes?.length).to.equal(2);
      await form.type('/meeting/votes/@b/for', '7');
      expect(form.element.value?.meeting?.votes?.find(({ nominee }) => nominee === 'b')).to.deep.equal({
        nominee: 'b',
        for: 7,
        against: 1,
      });
    });
  });

  describe('findings', () => {
    it('wait until a field was typed in and left', async () => {
      form = await show();
      await form.press('Thêm cá nhân');
      form.at('/nominees/0/name').focus();
      leave(form.at('/nominees/0/name'));
      await form.settle();
      expect(form.problemsAt('/nominees/0/name')).to.equal('');
      await form.type('/nominees/0/name', 'A');
      await form.type('/nominees/0/name', '');
      expect(form.problemsAt('/nominees/0/name')).to.match(/Họ và tên.*\(mục I, văn bản số 01-CV\/VD\)/);
      expect(form.at('/nominees/0/name').getAttribute('aria-invalid')).to.equal('true');
      expect(form.at('/nominees/0/name').getAttribute('aria-describedby')).to.contain('/nominees/0/name~problems');
    });

    it('come together in a summary that takes the focus; its links reach fields in folded rows', async () => {
      form = await show({
        value: completeSubmission([completeIndividual('a'), completeIndividual('b', { level: null })]),
      });
      const sent = submitted(form.element);
      await form.press('Gửi');
      expect(sent.length).to.equal(0);
      expect(focused()).to.equal('summary');
      expect(form.has('/nominees/1/level')).to.equal(false);
      await form.press('Người Số b: ');
      expect(focused()).to.equal('/nominees/1/level');
    });

    it('are listed in the order in which an officer meets their fields', async () => {
      const first = completeIndividual('a', { level: null, declared: null, sections: null });
      const second = completeIndividual('b', { name: null, years: null });
      form = await show({ value: { ...completeSubmission([first, second]), declared: {}, meeting: null } });
      await form.press('Gửi');
      const paths = [...form.root.querySelectorAll('#summary a')].map((link) => link.getAttribute('href'));
      expect(paths).to.deep.equal([
        '#/nominees/0/level',
        '#/nominees/0/declared/guong-mau',
        '#/nominees/0/declared/da-khen',
        '#/nominees/0/declared/ky-luat',
        '#/nominees/0/documents/bao-cao',
        '#/nominees/0/declared/bao-cao',
        '#/nominees/1/name',
        '#/nominees/1/years',
        '#/meeting/date',
        '#/meeting/present',
        '#/meeting/absent',
        '#/meeting/chair',
        '#/meeting/secretary',
        '#/declared/ho-so-giay',
      ]);
    });

    it('stand in the order of the fields of each kind', async () => {
      form = await show({ rulebook: await kienAn(), form: 'de-nghi-cap-quan' });
      await form.press('Thêm cá nhân');
      await form.press('Gửi');
      const paths = [...form.root.querySelectorAll('#summary a')].map((link) => link.getAttribute('href'));
      const boxes = [
        ...form.root.querySelectorAll('input.box[id^="/nominees/0/"], textarea[id="/nominees/0/summary"]'),
      ];
      const shown = boxes.map(({ id }) => `#${id}`);
      expect(shown.length).to.equal(5);
      expect(paths.filter((path) => shown.includes(path ?? ''))).to.deep.equal(shown);
    });

    it('of a nominee added after the attempt wait for their own turn', async () => {
      form = await show();
      await form.press('Gửi');
      expect(form.root.getElementById('summary')).not.to.equal(null);
      await form.press('Thêm cá nhân');
      expect(form.problemsAt('/nominees/0/level')).to.equal('');
    });

    it('of the server stand beside their fields at once, until the value there changes', async () => {
      // As sent by Java and Go: without params.
      const finding: ReceivedFinding = {
        rule: 'criterion/x',
        severity: 'error',
        path: '/nominees/1/name',
        message: 'Không có người này trong đơn vị.',
        cite: { document: '01-CV/VD', clause: 'I.9' },
      };
      const value = completeSubmission([completeIndividual('a'), completeIndividual('b')]);
      form = await show({ value, findings: [finding] });
      expect(form.root.getElementById('summary')?.textContent).to.contain('Không có người này trong đơn vị.');
      await form.press('Không có người này');
      expect(focused()).to.equal('/nominees/1/name');
      expect(form.problemsAt('/nominees/1/name')).to.contain('(mục I.9, văn bản số 01-CV/VD)');
      await form.press('Chuyển lên: Người Số b');
      expect(form.problemsAt('/nominees/0/name')).to.contain('Không có người này');
      const standing = (): string[] =>
        [...form.root.querySelectorAll('.lacks')].map((each) => each.textContent!.trim());
      expect(standing()).to.deep.equal(['Máy chủ chưa nhận, chưa sửa', 'Đã đủ thông tin']);
      expect(form.text()).to.contain('Còn 1 mục máy chủ chưa nhận mà chưa sửa');
      await form.type('/nominees/0/name', 'Người Khác');
      expect(form.problemsAt('/nominees/0/name')).to.equal('');
      expect(standing()).to.deep.equal(['Đã đủ thông tin', 'Đã đủ thông tin']);
      expect(form.text()).to.contain('Đã đủ nội dung theo quy định, có thể gửi.');
      expect(form.root.getElementById('summary')).to.equal(null);
    });

    for (const [whose, button] of [
      ['the form’s', () => form.element],
      ['the page’s', () => document.body],
    ] as const)
      it(`do not move the button that is being pressed, ${whose}`, async () => {
        form = await show();
        await form.press('Thêm cá nhân');
        const box = form.at('/nominees/0/name');
        box.focus();
        box.value = 'A';
        box.dispatchEvent(new InputEvent('input'));
        box.value = '';
        box.dispatchEvent(new InputEvent('input'));
        button().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        leave(box);
        await form.settle();
        expect(form.problemsAt('/nominees/0/name')).to.equal('');
        window.dispatchEvent(new PointerEvent('pointerup'));
        await form.settle();
        expect(form.problemsAt('/nominees/0/name')).to.match(/^Lỗi:/);
      });
  });

  describe('the dossier', () => {
    it('asks for what the unit files, not for what the committee does', async () => {
      form = await show({ value: completeSubmission() });
      expect(form.text()).to.contain('Hồ sơ giấy');
      expect(form.text()).not.to.contain('Của cấp ủy');
      expect(form.text()).to.contain('Lập 03 bộ hồ sơ');
      expect(form.text()).to.contain('02 bản, đóng quyển');
      expect(form.has('/meeting/chair')).to.equal(true);
    });

    it('takes a file, names it with its size, and gives it up again', async () => {
      form = await show({ attributes: { 'max-file-bytes': '10' } });
      const choose = async (...files: File[]): Promise<void> => {
        const input = form.at('/documents/xac-nhan').querySelector<HTMLInputElement>('input[type=file]')!;
        const transfer = new DataTransfer();
        for (const file of files) transfer.items.add(file);
        input.files = transfer.files;
        input.dispatchEvent(new Event('change'));
        await waitUntil(() => files.every(({ name }) => form.text().includes(name)));
        await form.settle();
      };
      await choose(new File(['abc'], 'Xác nhận.pdf', { type: 'application/pdf' }));
      expect(form.element.value?.documents?.['xac-nhan']).to.deep.equal([
        {
          name: 'Xác nhận.pdf',
          size: 3,
          type: 'application/pdf',
          sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        },
      ]);
      expect(form.text()).to.contain('Xác nhận.pdf 3 B');
      await choose(new File(['01234567890'], 'to.pdf'));
      expect(form.text()).to.contain('Tệp to.pdf có dung lượng 11 B, quá mức cho phép là 10 B.');
      await form.press('Bỏ tệp Xác nhận.pdf');
      expect(form.element.value?.documents?.['xac-nhan']).to.equal(null);
    });
  });

  describe('sending', () => {
    it('outside a <form> is an event with submission, verdict and files', async () => {
      form = await show({ value: completeSubmission() });
      const sent = submitted(form.element);
      await form.press('Gửi');
      expect(sent.length).to.equal(1);
      const detail = sent[0]?.detail as { submission: Submission; verdict: { valid: boolean }; files: File[] };
      expect(detail.verdict.valid).to.equal(true);
      expect(detail.submission).to.include({ rulebook: 'vi-du.du-cac-loai@1.0.0', form: 'de-nghi', revision: 1 });
      expect(detail.submission.unit).to.include({ id: 'don-vi-1', group: 'dang-bo', name: 'Đơn vị Một' });
    });

    it('inside a <form> is the form’s, under the element’s name; the attribute `form` does not part them', async () => {
      const host = document.createElement('form');
      document.body.append(host);
      form = await show({ value: completeSubmission(), attributes: { name: 'bai' }, into: host });
      expect(form.root.querySelector('.primary')).to.equal(null);
      expect(host.checkValidity()).to.equal(true);
      const posted = JSON.parse(String(new FormData(host).get('bai'))) as Submission;
      expect(posted.nominees?.[0]?.id).to.equal('nguoi-1');
      expect(form.element.form).to.equal('de-nghi');
    });

    it('stops the host’s submit button while something is wrong, and shows what', async () => {
      const host = document.createElement('form');
      const button = host.appendChild(document.createElement('button'));
      let posts = 0;
      host.addEventListener('submit', (event) => {
        event.preventDefault();
        posts += 1;
      });
      document.body.append(host);
      form = await show({ attributes: { name: 'bai' }, into: host });
      button.click();
      await form.settle();
      expect(posts).to.equal(0);
      expect(focused()).to.equal('summary');
    });

    it('goes back to the host’s value on reset, and is not changed while disabled or read-only', async () => {
      const host = document.createElement('form');
      const fieldset = host.appendChild(document.createElement('fieldset'));
      document.body.append(host);
      form = await show({ value: completeSubmission(), attributes: { name: 'bai' }, into: fieldset });
      await form.type('/nominees/0/name', 'Tên Khác');
      host.reset();
      await form.settle();
      expect(form.element.value?.nominees?.[0]?.name).to.equal('Người Số nguoi-1');
      fieldset.disabled = true;
      await form.settle();
      expect(form.at('/nominees/0/name').disabled).to.equal(true);
      fieldset.disabled = false;
      form.element.readonly = true;
      await form.settle();
      expect(form.at('/nominees/0/name').readOnly).to.equal(true);
      form.at('/nominees/0/declared/guong-mau').click();
      form.at('/nominees/0/partyMember').querySelector('input')?.click();
      await form.settle();
      expect(form.at('/nominees/0/declared/guong-mau').checked).to.equal(true);
      expect(form.element.value?.nominees?.[0]?.['partyMember']).to.equal(false);
      expect(form.root.querySelector('.adding, .submit, .row-actions')).to.equal(null);
    });

    it('waits for a file that is still being read', async () => {
      const read = Object.getOwnPropertyDescriptor(Blob.prototype, 'arrayBuffer')!.value as Blob['arrayBuffer'];
      let release = (): void => undefined;
      const slow = new Promise<void>((resolve) => (release = resolve));
      Blob.prototype.arrayBuffer = async function (this: Blob) {
        await slow;
        return read.call(this);
      };
      try {
        form = await show({ value: completeSubmission() });
        const sent = submitted(form.element);
        const input = form.at('/documents/xac-nhan').querySelector<HTMLInputElement>('input[type=file]')!;
        const transfer = new DataTransfer();
        transfer.items.add(new File(['abc'], 'a.pdf', { type: 'application/pdf' }));
        input.files = transfer.files;
        input.dispatchEvent(new Event('change'));
        await form.press('Gửi');
        expect(sent).to.deep.equal([]);
        expect(form.text()).to.contain('Đang đọc tệp a.pdf…');
        release();
        await waitUntil(() => !form.text().includes('Đang đọc tệp'));
        await form.press('Gửi');
        expect((sent[0]?.detail as { files: File[] }).files.map(({ name }) => name)).to.deep.equal(['a.pdf']);
      } finally {
        Blob.prototype.arrayBuffer = read;
      }
    });

    it('gives the files to the host one by one where it takes them so', async () => {
      const taken: string[] = [];
      form = await show({ value: { ...completeSubmission(), documents: {} } });
      form.element.upload = (file) => {
        taken.push(file.name);
        return taken.length === 1 ? Promise.reject(new Error('mất mạng')) : Promise.resolve({ ref: 'kho/1' });
      };
      const sent = submitted(form.element);
      const input = form.at('/documents/xac-nhan').querySelector<HTMLInputElement>('input[type=file]')!;
      const transfer = new DataTransfer();
      transfer.items.add(new File(['abc'], 'a.pdf', { type: 'application/pdf' }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
      await waitUntil(() => form.text().includes('a.pdf') && !form.text().includes('Đang đọc tệp'));
      await form.press('Gửi');
      await waitUntil(() => form.text().includes('Chưa gửi được tệp a.pdf'));
      await form.press('Gửi');
      await waitUntil(() => sent.length > 0);
      expect(taken).to.deep.equal(['a.pdf', 'a.pdf']);
      const { submission, files } = sent[0]?.detail as { submission: Submission; files: File[] };
      expect(submission.documents?.['xac-nhan']?.[0]?.ref).to.equal('kho/1');
      expect(files).to.deep.equal([]);
    });
  });

  describe('the host', () => {
    it('hears of changes the officer made, and of no others', async () => {
      form = await show();
      let changes = 0;
      form.element.addEventListener('kl01-change', () => (changes += 1));
      form.element.value = completeSubmission() as Submission;
      await form.settle();
      expect(changes).to.equal(0);
      await form.type('/nominees/0/name', 'B');
      expect(changes).to.equal(1);
    });

    it('may give back what it read', async () => {
      form = await show({ value: completeSubmission() });
      await form.type('/nominees/0/name', 'B');
      const read = structuredClone(form.element.value);
      form.element.value = read;
      await form.settle();
      expect(form.element.value).to.deep.equal(read);
      expect(form.element.value?.revision).to.equal(1);
    });

    it('may say which form it wants after it gave the rulebook', async () => {
      const element = document.createElement('kl01-nomination-form') as Shown['element'];
      element.rulebook = richRulebook();
      document.body.append(element);
      await new Promise((resolve) => element.addEventListener('kl01-error', resolve, { once: true }));
      element.form = 'de-nghi';
      await new Promise((resolve) => element.addEventListener('kl01-ready', resolve, { once: true }));
      form = officer(element);
      expect(form.text()).to.contain('Đề nghị khen thưởng');
    });

    const mistakes: [what: string, attributes: Record<string, string>, says: RegExp][] = [
      ['a form the rulebook does not have', { form: 'khong-co' }, /không có biểu mẫu “khong-co”/],
      [
        'no rulebook at the address',
        { rulebook: '/khong-co.json' },
        /Không tải được biểu mẫu: máy chủ không có biểu mẫu.*HTTP 404/,
      ],
      [
        'something else at the address',
        { rulebook: '/package.json' },
        /Không tải được biểu mẫu: tệp máy chủ gửi về không phải là bộ quy tắc/,
      ],
      ['a page at the address', { rulebook: '/README.md' }, /Không tải được biểu mẫu: máy chủ gửi về một trang khác/],
      ['no server at the address', { rulebook: 'http://127.0.0.1:1/' }, /Không tải được biểu mẫu: không kết nối được/],
    ];
    it('is told of a group the directive does not name', async () => {
      const element = document.createElement('kl01-nomination-form') as Shown['element'];
      element.rulebook = richRulebook();
      element.form = 'de-nghi';
      element.unitGroup = 'khong-co';
      const told = new Promise<CustomEvent>((resolve) => element.addEventListener('kl01-error', resolve));
      document.body.append(element);
      const { message } = (await told).detail as { message: string };
      expect(message).to.equal('Văn bản chỉ đạo không có nhóm đơn vị “khong-co”.');
    });

    for (const [what, attributes, says] of mistakes) {
      it(`is told of ${what}, and so is the officer`, async () => {
        const element = document.createElement('kl01-nomination-form') as Shown['element'];
        if (!attributes['rulebook']) element.rulebook = richRulebook();
        for (const [name, text] of Object.entries(attributes)) element.setAttribute(name, text);
        const told = new Promise<CustomEvent>((resolve) => element.addEventListener('kl01-error', resolve));
        document.body.append(element);
        const { message } = (await told).detail as { message: string };
        form = officer(element);
        await form.settle();
        expect(message).to.match(says);
        expect(form.text()).to.match(says);
      });
    }
  });

  it('shows markup in every text field as text', async () => {
    const markup = '<img src=x onerror="window.harmed = true"><script>window.harmed = true</script>';
    const nominee = completeIndividual('a', { name: markup, summary: markup, phone: markup });
    const value = completeSubmission([nominee]);
    form = await show({
      value: {
        ...value,
        contact: { name: markup },
        issuer: { name: markup },
        meeting: { ...value.meeting, chair: markup },
        documents: { 'xac-nhan': [{ ...someFile, name: markup }] },
      },
      findings: [{ rule: 'x', severity: 'error', path: '/nominees/0/name', message: markup, params: {} }],
    });
    window.dispatchEvent(new Event('beforeprint'));
    expect(form.root.querySelector('img, script')).to.equal(null);
    expect(form.root.querySelector('.printed')?.textContent).to.contain(markup);
    expect(form.at('/nominees/0/name').value).to.equal(markup);
    expect('harmed' in window).to.equal(false);
    window.dispatchEvent(new Event('afterprint'));
  });

  it('prints the whole submission, folded rows too, and folds back', async () => {
    form = await show({ value: completeSubmission([completeIndividual('a'), completeIndividual('b')]) });
    window.dispatchEvent(new Event('beforeprint'));
    const printed = form.root.querySelector('.printed')?.textContent?.replace(/\s+/g, ' ') ?? '';
    for (const word of ['Người Số a', 'Người Số b', 'Kinh tế', '04/5/2010', 'Chủ Trì', 'xac-nhan.pdf', 'Gương mẫu']) {
      expect(printed).to.contain(word);
    }
    window.dispatchEvent(new Event('afterprint'));
    await form.settle();
    expect(form.root.querySelector('.printed')).to.equal(null);
    expect(form.root.querySelector('.nominee-body')).to.equal(null);
  });

  it('makes the documents the host’s exporters can make', async () => {
    form = await show({ value: completeSubmission() });
    const asked: string[] = [];
    form.element.exporters = () =>
      Promise.resolve({
        documentsFor: () => [{ id: 'to-trinh', label: 'Tờ trình', formats: ['docx'] }],
        exportDocument: (_rulebook, _submission, { document: id }) => {
          asked.push(id);
          return Promise.reject(new Error('hết giấy'));
        },
      });
    await form.settle();
    await form.press('Tải tờ trình (Word)');
    expect(asked).to.deep.equal(['to-trinh']);
    expect(form.text()).to.contain('Không lập được văn bản');
    expect(form.text()).to.contain('hết giấy');
  });

  it('fills in the office’s own Word files of the form', async () => {
    form = await show({ value: completeSubmission() });
    const asked: unknown[] = [];
    form.element.exporters = () =>
      Promise.resolve({
        documentsFor: () => [],
        exportDocument: () => Promise.reject(new Error()),
        fillTemplate: (_rulebook, template, { form: id }, { name }) => {
          asked.push([...template], id, name);
          return Promise.reject(new Error('mẫu hỏng'));
        },
      });
    const load = () => Promise.resolve(Uint8Array.of(7).buffer);
    form.element.templates = [
      { label: 'Tờ trình của phường', load },
      { label: 'Báo cáo', form: 'bao-cao-khac', load },
    ];
    await form.settle();
    expect(form.text()).not.to.contain('báo cáo (Word)');
    await form.press('Tải tờ trình của phường (Word)');
    expect(asked).to.deep.equal([[7], form.element.value?.form, 'Tờ trình của phường']);
    expect(form.text()).to.contain('mẫu hỏng');
  });

  describe('reads a workbook by the host’s exporters', () => {
    const reading = (answer: () => Promise<unknown>) => () =>
      Promise.resolve({
        documentsFor: () => [{ id: 'bieu-mau', label: 'Biểu mẫu', formats: ['xlsx'] }],
        exportDocument: () => Promise.reject(new Error()),
        importXlsx: answer,
        importDocx: answer,
      } as never);
    const choose = (name = 'mau.xlsx'): void => {
      const accept = name.replace(/^[^.]*/, '');
      const input = form.root.querySelector<HTMLInputElement>(`input[accept^="${accept}"]`)!;
      const chosen = new DataTransfer();
      chosen.items.add(new File(['x'], name));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change'));
    };

    it('shows what it says, what could not be read, and brings back what was shown', async () => {
      form = await show({ value: completeSubmission() });
      const before = form.element.value;
      const finding = { rule: 'cell/day', message: 'Ô Cá nhân!D7: “32/1” không phải ngày.' };
      const submission = { ...before, nominees: [completeIndividual('z')] };
      form.element.exporters = reading(() => Promise.resolve({ submission, findings: [finding], leftOut: ['Tệp'] }));
      await form.settle();
      choose();
      await waitUntil(() => form.text().includes('Đã nhập nội dung từ tệp mau.xlsx'));
      expect(form.element.value?.nominees?.map(({ id }) => id)).to.deep.equal(['z']);
      expect(form.text()).to.contain('Cá nhân!D7');
      await form.press('Bỏ nội dung vừa nhập từ tệp');
      expect(form.element.value).to.deep.equal(before);
    });

    it('reads a list from Word, names every text without a place, and brings back what was shown', async () => {
      form = await show({ value: completeSubmission() });
      const before = form.element.value;
      const findings = Array.from({ length: 25 }, (_, at) => ({ rule: 'word/left', message: `Chưa rõ chỗ ${at}.` }));
      const submission = { ...before, nominees: [completeIndividual('z')] };
      form.element.exporters = reading(() => Promise.resolve({ submission, findings, leftOut: [] }));
      await form.settle();
      choose('danh-sach.docx');
      await waitUntil(() => form.text().includes('Đã nhập nội dung từ tệp danh-sach.docx'));
      expect(form.element.value?.nominees?.map(({ id }) => id)).to.deep.equal(['z']);
      expect(form.text()).to.contain('Xem 5 chỗ nữa').and.contain('Chưa rõ chỗ 24.');
      await form.press('Bỏ nội dung vừa nhập từ tệp');
      expect(form.element.value).to.deep.equal(before);
    });

    it('refuses another unit’s', async () => {
      form = await show({ value: completeSubmission() });
      const before = form.element.value;
      const submission = { ...before, unit: { id: 'don-vi-khac', group: 'dang-bo' } };
      form.element.exporters = reading(() => Promise.resolve({ submission, findings: [], leftOut: [] }));
      await form.settle();
      choose();
      await waitUntil(() => form.text().includes('của một đơn vị khác'));
      expect(form.element.value).to.deep.equal(before);
    });
  });

  it('speaks English where it is asked to', async () => {
    form = await show({ attributes: { lang: 'en' } });
    expect(form.text()).to.contain('No nominee yet.');
    expect(form.text()).to.contain('8 days left');
    expect(form.root.querySelector('.form')?.getAttribute('lang')).to.equal('en');
  });
});
