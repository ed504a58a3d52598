import { expect } from '@open-wc/testing';
import { completeIndividual, completeSubmission, show, type Shown } from '../../test/fixture.js';
import type { ReceivedFinding } from '../findings/shown-findings.js';
import type { FindingSource } from '../strings/said.js';
import type { FormStore } from '../state/store.js';

const about = (from: FindingSource | undefined, more: Partial<ReceivedFinding> = {}): ReceivedFinding => ({
  rule: 'x',
  severity: 'error',
  path: '/nominees/0/name',
  message: 'Kiểm tra lại tên.',
  ...(from && { from }),
  ...more,
});

describe('what is said of a form tells whose words they are', () => {
  let form: Shown;
  afterEach(() => document.body.replaceChildren());

  const summary = (): string => form.at('summary').textContent!.replace(/\s+/g, ' ').trim();
  const heading = (): string => form.at('summary~heading').textContent!;
  const showing = (findings: readonly ReceivedFinding[]) =>
    show({ value: completeSubmission([completeIndividual('a')]), findings });

  const cases: [whose: string, from: FindingSource | undefined, heading: string, label: string, standing: string][] = [
    [
      'the server’s, by itself',
      undefined,
      'Máy chủ kiểm tra và chưa nhận: 1 nội dung cần sửa',
      'Lỗi (máy chủ kiểm tra): Kiểm tra lại tên.',
      'Còn 1 mục máy chủ chưa nhận mà chưa sửa',
    ],
    [
      'an officer’s',
      'officer',
      'Nơi nhận có ý kiến về hồ sơ này',
      'Ý kiến của nơi nhận: Kiểm tra lại tên.',
      'Còn 1 mục nơi nhận có ý kiến mà chưa sửa',
    ],
  ];
  for (const [whose, from, title, label, standing] of cases)
    it(whose, async () => {
      form = await showing([about(from)]);
      expect(heading()).to.equal(title);
      expect(form.problemsAt('/nominees/0/name')).to.equal(label);
      expect(form.text()).to.contain(standing);
    });

  it('the form’s own, after a submit that was refused', async () => {
    form = await show();
    await form.press('Gửi');
    expect(heading()).to.match(/^Chưa gửi được: còn \d+ nội dung cần sửa$/);
    expect(form.root.querySelector('.problem .severity')?.textContent).to.equal('Lỗi:');
  });

  it('all of them together, each under its own title', async () => {
    form = await showing([about('server'), about('officer', { path: '/nominees/0/summary', message: 'Nêu số liệu.' })]);
    expect(summary()).to.match(/^Máy chủ kiểm tra và chưa nhận.*Kiểm tra lại tên\. Nơi nhận có ý kiến.*Nêu số liệu\.$/);
  });

  it('a remark stops no sending, so a submit is not said to have failed by it', async () => {
    form = await showing([about('officer')]);
    await form.press('Gửi');
    expect(heading()).to.equal('Nơi nhận có ý kiến về hồ sơ này');
  });
});

describe('“Có thể gửi” is said only where it is so', () => {
  let form: Shown;
  afterEach(() => document.body.replaceChildren());

  it('not when what was listed is mended and more has come up since', async () => {
    form = await show({ value: { ...completeSubmission([]), declared: {}, meeting: null } });
    await form.press('Gửi');
    await form.press('Thêm cá nhân');
    const value = completeSubmission([]);
    for (const [path, part] of [
      ['/declared/ho-so-giay', true],
      ['/meeting', value.meeting],
    ] as const)
      (form.element as unknown as { store: FormStore }).store.set(path, part);
    await form.settle();
    const { findings } = form.element.check();
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    expect(errors).to.be.above(0);
    expect(form.at('summary~heading').textContent).not.to.contain('Có thể gửi');
    expect(form.text()).to.contain(`Còn ${errors} nội dung cần hoàn thiện trước khi gửi.`);
  });
});
