import { expect } from '@open-wc/testing';
import { type Rulebook } from '@kl01/rules';
import { compile, parsePack } from '@kl01/rules/compile';
import { accessibilityFaults } from '../../test/fixture.js';
import { Deadlines } from './deadlines.js';

if (!customElements.get('kl01-deadlines')) customElements.define('kl01-deadlines', Deadlines);

const base = '../../../rules/';

async function published(id: string): Promise<Rulebook> {
  return (await (await fetch(new URL(`${base}dist/rulebooks/${id}.json`, import.meta.url))).json()) as Rulebook;
}

/** A made-up pack whose dates a later document changed. */
async function amended(): Promise<Rulebook> {
  const address = new URL(`${base}test/fragments/vi-du.moi-thu.2023.json`, import.meta.url);
  return compile(parsePack(await (await fetch(address)).json()));
}

async function show(rulebook: Rulebook | string, attributes: Record<string, string>, inside = ''): Promise<Deadlines> {
  const element = document.createElement('kl01-deadlines');
  for (const [name, text] of Object.entries(attributes)) element.setAttribute(name, text);
  if (inside)
    element.append(Object.assign(document.createElement('a'), { slot: 'calendar', href: '/l', textContent: inside }));
  const heard = new Promise((resolve) => {
    for (const name of ['kl01-ready', 'kl01-error']) element.addEventListener(name, resolve, { once: true });
  });
  element.rulebook = rulebook;
  document.body.append(element);
  await heard;
  await element.updateComplete;
  return element;
}

const textOf = (element: Deadlines): string =>
  element.shadowRoot!.textContent!.replace(/\s+/g, ' ').replace(/ ([,.])/g, '$1');
const dates = (element: Deadlines): string[] =>
  [...element.shadowRoot!.querySelectorAll('.date')].map((each) => each.textContent!.replace(/\s+/g, ' ').trim());
const dateOf = (element: Deadlines, label: string): string => dates(element).find((each) => each.includes(label)) ?? '';

describe('<kl01-deadlines>', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.body.removeAttribute('style');
    document.documentElement.style.fontSize = '';
  });

  it('says the day, its weekday, the directive’s words, what they mean and how long there is left', async () => {
    const element = await show(await published('nam-dinh.tinh-uy.2023'), {
      'unit-group': 'huyen-uy',
      'unit-id': 'huyen-uy-hai-hau',
      now: '2023-03-22T08:00:00+07:00',
    });
    const date = dateOf(element, 'Bằng khen');
    expect(date).to.contain('4/4 Thứ Ba 2023');
    expect(date).to.contain('Đang nhận');
    expect(date).to.contain('Trước ngày 05/4/2023 – đến hết ngày thứ Ba, 04/4/2023, còn 13 ngày');
    expect(date).to.contain('văn bản số 971-CV/TU');
    expect(textOf(element)).to.contain('Văn bản số 971-CV/TU, ngày 16/3/2023').and.to.contain('Huyện uỷ Hải Hậu');
  });

  const instants: [now: string, state: string, left: string][] = [
    ['2023-03-01T08:00:00+07:00', 'Chưa đến hạn nhận', 'chưa đến thời gian nhận'],
    ['2023-03-22T08:00:00+07:00', 'Đang nhận', 'còn 9 ngày'],
    ['2023-03-30T08:00:00+07:00', 'Sắp hết hạn', 'còn 1 ngày'],
    ['2023-03-31T23:30:00+07:00', 'Sắp hết hạn', 'còn 30 phút'],
    ['2023-04-01T00:00:00+07:00', 'Đã hết hạn nhận', ''],
  ];
  for (const [now, state, left] of instants) {
    it(`tells the state at ${now}: ${state}`, async () => {
      const element = await show(await published('hai-phong.kien-an.2023'), { 'unit-group': 'dang-bo', now });
      const date = dateOf(element, 'Từ ngày 20/3/2023 đến hết ngày 31/3/2023');
      expect(date).to.contain(state).and.to.contain(left);
    });
  }

  it('puts the nearest first, what has no date last, and folds what is over', async () => {
    const element = await show(await published('lai-chau.thanh-uy.2023'), {
      'unit-group': 'dang-bo-co-so',
      now: '2023-03-20T08:00:00+07:00',
    });
    const ahead = [...element.shadowRoot!.querySelectorAll('.dates > .list > .date')];
    const years = ahead.map((each) => each.querySelector('.year')?.textContent ?? '9999');
    expect(years.indexOf('9999')).to.be.above(0);
    expect(years.slice(years.indexOf('9999')).every((year) => year === '9999')).to.equal(true);
    const over = element.shadowRoot!.querySelector('details')!;
    expect(over.open).to.equal(false);
    expect(over.textContent).to.contain('Học tập nội dung chuyên đề quý I');
    expect(dateOf(element, 'Quý I')).to.contain('Trước ngày 31/3/2023');
  });

  it('leaves out what the group is not asked, and marks what it may leave', async () => {
    const rulebook = await published('lai-chau.thanh-uy.2023');
    const now = '2022-12-27T08:00:00+07:00';
    const asked = await show(rulebook, { 'unit-group': 'dang-bo-co-so', now });
    expect(dateOf(asked, 'Kế hoạch tập thể')).to.contain('Trong tháng 12/2022');
    expect(dateOf(asked, 'Giới thiệu mô hình')).to.contain('Không bắt buộc');
    const exempt = await show(rulebook, { 'unit-group': 'chi-bo-ban-to-dan-pho', now });
    expect(dateOf(exempt, 'Kế hoạch tập thể')).to.equal('');
    expect(dateOf(exempt, 'Kế hoạch cá nhân')).to.contain('Trước ngày 15/01/2023');
  });

  it('folds apart what the committee itself sees to, for a unit; the committee has it among its dates', async () => {
    const rulebook = await published('thai-nguyen.duk-cac-co-quan.2024');
    const now = '2024-02-23T08:00:00+07:00';
    const own = (element: Deadlines): string =>
      [...element.shadowRoot!.querySelectorAll('.dates > .list')].map(({ textContent }) => textContent).join();
    const unit = await show(rulebook, { 'unit-group': 'dang-bo-co-so', now });
    expect(own(unit)).to.contain('Báo cáo').and.not.to.contain('triển lãm');
    const folded = [...unit.shadowRoot!.querySelectorAll('details')].at(-1)!;
    expect(folded.querySelector('h3')!.textContent).to.match(/^Việc của Đảng ủy Khối .*\(6\)$/);
    expect(folded.textContent).to.contain('triển lãm').and.to.contain('Trước ngày 01/3/2024');
    const committee = await show(rulebook, { now });
    expect(own(committee)).to.contain('triển lãm');
    const asked = await show(rulebook, { 'unit-group': 'co-quan-tham-muu', now });
    expect(textOf(asked)).to.contain('không ấn định thời hạn nào cho nhóm đơn vị này');
  });

  it('shows a changed date as old and new, and by which document', async () => {
    const element = await show(await amended(), { now: '2023-03-20T08:00:00+07:00' });
    const change = element.shadowRoot!.querySelector('.amended')!;
    expect(change.querySelector('del')!.textContent).not.to.equal('');
    expect(change.querySelector('ins')!.textContent).to.contain('15/7/2023');
    expect(change.textContent).to.contain('theo văn bản số 02-VD');
  });

  it('names what a later document took back', async () => {
    const element = await show(await published('nam-dinh.tinh-uy.2023'), { now: '2023-03-20T08:00:00+07:00' });
    expect(textOf(element)).to.contain('Không thực hiện nữa').and.to.contain('văn bản số 4884-CV/BTGTW');
  });

  it('has room for the host’s calendar: an address, or an element of its own', async () => {
    const rulebook = await published('hai-phong.kien-an.2023');
    const now = '2023-03-20T08:00:00+07:00';
    const none = await show(rulebook, { now });
    expect(none.shadowRoot!.querySelector('.calendar a')).to.equal(null);
    const address = await show(rulebook, { now, calendar: '/lich.ics' });
    expect(address.shadowRoot!.querySelector('.calendar a')!.getAttribute('href')).to.equal('/lich.ics');
    const own = await show(rulebook, { now, calendar: '/lich.ics' }, 'Thêm vào lịch cơ quan');
    const slot = own.shadowRoot!.querySelector<HTMLSlotElement>('slot[name=calendar]')!;
    expect(slot.assignedElements()[0]!.textContent).to.equal('Thêm vào lịch cơ quan');
  });

  it('says what the host has to mend, and shows no dates of nothing', async () => {
    const element = await show('/khong-co.json', { now: '2023-03-20T08:00:00+07:00' });
    expect(textOf(element)).to.contain('Không tải được').and.to.contain('HTTP 404');
    const errors: string[] = [];
    const wrong = document.createElement('kl01-deadlines');
    wrong.addEventListener('kl01-error', ({ detail }) => errors.push(detail.message));
    wrong.setAttribute('now', '22/3/2023');
    document.body.append(wrong);
    await wrong.updateComplete;
    expect(errors[0]).to.contain('22/3/2023');
  });

  it('prints what is folded too', async () => {
    const element = await show(await published('lai-chau.thanh-uy.2023'), { now: '2023-06-01T08:00:00+07:00' });
    window.dispatchEvent(new Event('beforeprint'));
    expect(element.shadowRoot!.querySelector('details')!.open).to.equal(true);
    window.dispatchEvent(new Event('afterprint'));
    expect(element.shadowRoot!.querySelector('details')!.open).to.equal(false);
  });

  const states: [state: string, rulebook: () => Promise<Rulebook>, attributes: Record<string, string>][] = [
    ['many dates', () => published('lai-chau.thanh-uy.2023'), { 'unit-group': 'ubnd', calendar: '/lich.ics' }],
    ['changed dates', amended, {}],
    ['in English', () => published('nam-dinh.tinh-uy.2023'), { lang: 'en' }],
  ];
  for (const [state, rulebook, attributes] of states) {
    for (const width of ['1200px', '360px']) {
      it(`axe finds nothing: ${state}, ${width}`, async () => {
        document.body.style.width = width;
        const element = await show(await rulebook(), { now: '2023-03-20T08:00:00+07:00', ...attributes });
        element.shadowRoot!.querySelector('details')?.setAttribute('open', '');
        expect(await accessibilityFaults(element)).to.deep.equal([]);
      });
    }
  }

  it('fits 360 px without scrolling sideways, also with the text twice as large', async () => {
    const element = await show(await published('lai-chau.thanh-uy.2023'), { now: '2023-03-20T08:00:00+07:00' });
    for (const zoom of ['100%', '200%']) {
      document.documentElement.style.fontSize = zoom;
      element.style.width = '328px';
      await element.updateComplete;
      expect(element.scrollWidth, zoom).to.be.at.most(328);
    }
  });
});
