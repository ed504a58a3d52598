import type { Nominee, Rulebook } from '@kl01/rules';
import { expect } from '@open-wc/testing';
import axe from 'axe-core';
import { show, type Shown } from '../../test/fixture.js';
import { waitUntil } from '../../test/wait-until.js';

/** The rulebook of a pack of no directive, as the vectors have it. */
async function rulebook(id: string): Promise<Rulebook> {
  const address = new URL(`../../../rules/vectors/${id}.rulebook.json`, import.meta.url);
  return (await (await fetch(address)).json()) as Rulebook;
}

async function showWith(id: string, nominee: Partial<Nominee>): Promise<Shown> {
  return show({
    rulebook: await rulebook(id),
    group: 'xa',
    value: { nominees: [{ id: 'a', kind: 'individual', name: 'Nguyễn Văn Mẫu', ...nominee }] },
  });
}

const stored = (form: Shown, field: string): unknown => form.element.value?.nominees?.[0]?.[field];

describe('boxes of every type of field', () => {
  let form: Shown;
  afterEach(() => document.body.replaceChildren());

  const answers: [field: string, typed: string, stored: unknown, shown: string][] = [
    ['average', '7,5', 75, '7,5'],
    ['average', '7.5', 75, '7,5'],
    ['average', '10', 100, '10'],
    ['average', '7,25', '7,25', '7,25'],
    ['average', 'bảy', 'bảy', 'bảy'],
    ['weight', '1,25', 1250, '1,25'],
    ['attendance', '97,5 %', 9750, '97,5'],
    ['attendance', '97.55', 9755, '97,55'],
    ['joined', '2010', 2010, '2010'],
    ['joined', '2.010', '2.010', '2.010'],
    ['mail', ' ten@coquan.gov.vn ', 'ten@coquan.gov.vn', 'ten@coquan.gov.vn'],
  ];
  answers.forEach(([field, typed, value, shown]) => {
    it(`${field}: “${typed}”`, async () => {
      form = await showWith('vi-du.kieu-truong.2023', {});
      await form.type(`/nominees/0/${field}`, typed);
      expect(stored(form, field)).to.equal(value);
      expect(form.at(`/nominees/0/${field}`).value.trim()).to.equal(shown);
    });
  });

  const findings: [field: string, typed: string, said: string][] = [
    ['average', '10,1', 'Điểm trung bình: phải từ 0 đến 10.'],
    ['average', '7,25', 'nhiều nhất một chữ số thập phân.'],
    ['average', '7,4', 'Điểm trung bình phải từ 7,5 trở lên.'],
    ['attendance', '100,01', 'Tỉ lệ dự họp: phải không quá 100 %.'],
    ['joined', '1974', 'Năm vào ngành: phải từ 1975 đến 2023.'],
    ['joined', '99', 'Năm vào ngành: phải từ 1900 đến 2200.'],
    ['phone', 'khong co', 'Số điện thoại liên lạc: không phải số điện thoại'],
    ['mail', 'ten@coquan', 'Thư điện tử: không phải địa chỉ thư điện tử'],
    ['citizenId', '123', 'Số định danh cá nhân: phải là số định danh cá nhân gồm 12 chữ số.'],
    ['decision', 'QĐ', 'phải là số, ký hiệu văn bản như 125-QĐ/TU hoặc 12/2024/QĐ-UBND.'],
    ['thesis', 'Đề', 'Tên đề tài: phải từ 5 đến 20 ký tự.'],
  ];
  findings.forEach(([field, typed, said]) => {
    it(`${field}: what is said of “${typed}”`, async () => {
      form = await showWith('vi-du.kieu-truong.2023', {});
      await form.type(`/nominees/0/${field}`, typed);
      expect(form.problemsAt(`/nominees/0/${field}`)).to.contain(said);
    });
  });

  it('says limits above the box, for screen readers too', async () => {
    form = await showWith('vi-du.kieu-truong.2023', {});
    const box = form.at('/nominees/0/average');
    expect(box.getAttribute('aria-describedby')).to.contain('/nominees/0/average~hint');
    expect(form.root.getElementById('/nominees/0/average~hint')?.textContent).to.equal(
      'Nhiều nhất một chữ số thập phân; từ 0 đến 10.',
    );
  });
});

describe('a list in a field', () => {
  let form: Shown;
  afterEach(() => document.body.replaceChildren());
  const awards = '/nominees/0/awards';

  it('grows and shrinks by buttons, and puts the cursor where one goes on', async () => {
    form = await showWith('vi-du.danh-sach-con.2023', { decorated: true });
    await form.press('Thêm mục: Khen thưởng đã nhận');
    expect(form.root.activeElement?.id).to.equal(`${awards}/0/award`);
    await form.type(`${awards}/0/award`, 'Giấy khen');
    await form.type(`${awards}/0/year`, '2020');
    await form.type(`${awards}/0/decidedOn`, '19/5/2020');
    await form.press('Thêm mục: Khen thưởng đã nhận');
    await form.type(`${awards}/1/award`, 'Bằng khen');
    expect(stored(form, 'awards')).to.deep.equal([
      { award: 'Giấy khen', year: 2020, decidedOn: '2020-05-19' },
      { award: 'Bằng khen' },
    ]);
    await form.press('Xóa mục 1: Khen thưởng đã nhận');
    expect(stored(form, 'awards')).to.deep.equal([{ award: 'Bằng khen' }]);
    expect(form.root.activeElement?.id).to.equal(`${awards}/0/award`);
    await form.press('Xóa mục 1: Khen thưởng đã nhận');
    expect(stored(form, 'awards') ?? null).to.equal(null);
  });

  it('tells what is wrong in an item at its box, and how many are too many at the list', async () => {
    form = await showWith('vi-du.danh-sach-con.2023', { decorated: true, awards: [{}, {}, {}, {}] });
    await form.type(`${awards}/1/year`, '1974');
    expect(form.problemsAt(`${awards}/1/year`)).to.contain('Khen thưởng đã nhận – Năm: phải từ 1975 đến 2023.');
    await form.press('Xóa mục 4: Khen thưởng đã nhận');
    await form.press('Thêm mục: Khen thưởng đã nhận');
    await waitUntil(() => form.problemsAt(awards) !== '');
    expect(form.problemsAt(awards)).to.contain('phải không quá 3 mục');
  });

  it('has nothing that axe finds', async () => {
    form = await showWith('vi-du.danh-sach-con.2023', { decorated: true, awards: [{}] });
    const { violations } = await axe.run(form.element, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).to.deep.equal([]);
  });
});
