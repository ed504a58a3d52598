import { expect } from '@open-wc/testing';
import { type Rulebook } from '@kl01/rules';
import { type Picks, type Received, type RosterUnit } from '@kl01/rules/committee';
import { compile, parsePack } from '@kl01/rules/compile';
import { accessibilityFaults } from '../../test/fixture.js';
import { waitUntil } from '../../test/wait-until.js';
import { ReviewBoard } from './review-board.js';

if (!customElements.get('kl01-review-board')) customElements.define('kl01-review-board', ReviewBoard);

const NOW = '2023-03-25T08:00:00+07:00';

/**
 * A made-up pack: units nominate one person and optionally one collective; the committee picks 3, 1 of them reserved
 * for others, then 1 of these.
 */
const pack = {
  $schema: '../schema/rule-pack.schema.json',
  format: 2,
  id: 'vi-du.xet-chon',
  version: '1.0.0',
  timezone: 'Asia/Ho_Chi_Minh',
  layout: 'hd36-2018',
  directive: { number: '01-CV/VD', date: '2023-02-01', title: 'Ví dụ', committee: { name: 'Cấp ủy ví dụ' } },
  unitGroups: [
    { id: 'dang-bo', label: 'Đảng bộ' },
    { id: 'doan-the', label: 'Đoàn thể' },
  ],
  awards: [{ id: 'bang-khen', label: 'Bằng khen' }],
  forms: [
    {
      id: 'de-nghi',
      type: 'nomination',
      label: 'Đề nghị ví dụ',
      cite: 'I',
      award: 'bang-khen',
      answeredBy: [
        { groups: ['dang-bo'], duty: 'must' },
        { groups: ['doan-the'], duty: 'may' },
      ],
      windows: [
        { id: 'nop', before: '2023-03-20' },
        { id: 'doan-the', before: '2023-04-01', groups: ['doan-the'] },
      ],
      ifSilent: { label: 'xem như không có điển hình', cite: 'I.2' },
      nominees: {
        collective: { fields: ['name', 'workplace'] },
        individual: { fields: ['name', 'position', 'workplace', 'partyMember'] },
      },
      quotas: [
        {
          id: 'so-luong',
          anyOf: [
            [
              { of: ['collective'], max: 1 },
              { of: ['individual'], min: 0, max: 2 },
            ],
          ],
        },
      ],
    },
  ],
  selections: [
    {
      id: 'trinh-tren',
      label: 'Trình cấp trên',
      from: 'khen',
      cite: 'II.2',
      counts: [{ of: ['individual'], exactly: 1 }],
      to: 'Cấp trên',
    },
    {
      id: 'khen',
      label: 'Khen thưởng',
      from: 'de-nghi',
      award: 'bang-khen',
      cite: 'II.1',
      counts: [{ of: ['collective', 'individual'], max: 3 }],
      reserved: [{ id: 'tham-muu', of: ['individual'], count: 1, by: 'cơ quan tham mưu' }],
    },
  ],
};
const rulebook: Rulebook = compile(parsePack(pack));

/** The same with forms and selections changed. */
function changed(form: object, khen: object): Rulebook {
  const [nomination] = pack.forms;
  const [, selection] = pack.selections;
  return compile(
    parsePack({ ...pack, forms: [{ ...nomination, ...form }], selections: [{ ...selection, reserved: [], ...khen }] }),
  );
}

const sent = (
  unit: string,
  names: readonly string[],
  at = '2023-03-10T08:00:00+07:00',
  group = 'dang-bo',
): Received => ({
  at,
  unit: { id: unit, group },
  submission: {
    id: `ban-${unit}`,
    revision: 1,
    rulebook: 'vi-du.xet-chon@1.0.0',
    form: 'de-nghi',
    period: null,
    unit: { id: unit, group, name: `Đơn vị ${unit}` },
    nominees: names.map((name, index) => ({
      id: `${unit}-${index}`,
      kind: 'individual',
      name,
      position: `Chức danh ${name}`,
      workplace: `Đơn vị ${unit}`,
      partyMember: true,
    })),
  },
});

const units: RosterUnit[] = ['a', 'b', 'c', 'd'].map((id) => ({ id, group: 'dang-bo', name: `Đơn vị ${id}` }));
const received: Received[] = [
  sent('a', ['Trần Văn Bình', 'Lê Thị An']),
  sent('b', ['Phạm Văn Cường'], '2023-03-21T08:00:00+07:00'),
  sent('c', ['Một', 'Hai', 'Ba']),
  sent('x', ['trần  văn bình'], undefined, 'doan-the'),
];

interface Shown {
  board: ReviewBoard;
  root: ShadowRoot;
  part: (name: string) => string;
  names: () => string[];
  box: (name: string) => HTMLInputElement;
  press: (words: string) => Promise<void>;
}

async function show(properties: Partial<ReviewBoard> = {}): Promise<Shown> {
  const board = document.createElement('kl01-review-board');
  Object.assign(board, { rulebook, form: 'de-nghi', now: NOW, received, units, ...properties });
  const heard = new Promise((resolve) => {
    for (const name of ['kl01-ready', 'kl01-error']) board.addEventListener(name, resolve, { once: true });
  });
  document.body.append(board);
  await heard;
  const root = board.shadowRoot!;
  const text = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return {
    board,
    root,
    part: (name) => text(root.querySelector(`[part~="${name}"]`)),
    names: () => [...root.querySelectorAll('.candidate strong')].map(text),
    box: (name) => root.querySelector<HTMLInputElement>(`.pick input[aria-label*="${name}"]`)!,
    async press(words) {
      const buttons = [...root.querySelectorAll('button')];
      const button = buttons.find((each) => (each.getAttribute('aria-label') ?? text(each)).includes(words));
      if (!button) throw new Error(`no button says "${words}"`);
      button.focus();
      button.click();
      await board.updateComplete;
    },
  };
}

describe('<kl01-review-board>', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.body.removeAttribute('style');
    document.documentElement.style.fontSize = '';
  });

  it('says who has answered, who was late and who has not, by group, and names a unit only in its open group', async () => {
    const { root, part, press } = await show();
    expect(part('head')).to.contain('Đề nghị ví dụ').and.to.contain('Trước ngày 20/3/2023');
    expect(part('units')).to.contain('Đã gửi: 3/5 đơn vị. Gửi muộn: 1. Không tính được: 1. Chưa gửi: 1.');
    expect(root.querySelectorAll('.unit')).to.have.length(0);
    await press('Đảng bộ');
    const states = [...root.querySelectorAll('.unit')].map((unit) => unit.querySelector('.tag')!.textContent);
    expect(states).to.deep.equal(['Đã gửi', 'Gửi muộn', 'Không tính được', 'Chưa gửi']);
    expect(part('units')).to.contain('xem như không có điển hình');
  });

  it('says beside a group how its own time stands', async () => {
    const { root } = await show();
    const heads = [...root.querySelectorAll('.group h4')].map((head) => head.textContent!.replace(/\s+/g, ' '));
    expect(heads[0]).to.contain('đã hết hạn');
    expect(heads[1]).to.contain('đến hết ngày thứ Sáu, 31/3/2023, còn 6 ngày');
  });

  it('lists everybody that counts in office order, with what the review found about them', async () => {
    const { names, part } = await show();
    expect(names()).to.deep.equal(['Lê Thị An', 'Trần Văn Bình', 'trần văn bình', 'Phạm Văn Cường']);
    expect(part('candidates')).to.contain('4/4 đề nghị').and.to.contain('cùng tên với');
  });

  it('filters by name or unit, kind, picks and findings', async () => {
    const { root, board, names } = await show({
      picks: { khen: [{ unit: 'a', nominee: 'a-1' }] },
    });
    const search = root.querySelector<HTMLInputElement>('input[type=search]')!;
    search.value = 'đơn vị B';
    search.dispatchEvent(new Event('input'));
    await board.updateComplete;
    expect(names()).to.deep.equal(['Phạm Văn Cường']);
    search.value = '';
    search.dispatchEvent(new Event('input'));
    const which = [...root.querySelectorAll('select')].at(-1)!;
    for (const [value, expected] of [
      ['picked', 1],
      ['not-picked', 3],
      ['found', 1],
    ] as const) {
      // The board opens with the first selection; choose the one that picks from the form.
      const choose = root.querySelector<HTMLSelectElement>('[id="selection~choose"]')!;
      choose.value = 'khen';
      choose.dispatchEvent(new Event('change'));
      which.value = value;
      which.dispatchEvent(new Event('change'));
      await board.updateComplete;
      expect(names(), value).to.have.length(expected);
    }
  });

  it('picks within the totals: counts, says what is left, tells the host, and takes no more than the places', async () => {
    const { root, board, box, part } = await show();
    const told: { selection: string; picked: boolean; picks: number }[] = [];
    board.addEventListener('kl01-pick', ({ detail }) =>
      told.push({ selection: detail.selection, picked: detail.picked, picks: detail.picks.length }),
    );
    expect(part('selection')).to.contain('Tập thể, cá nhân: đã chọn 0/3, còn 3');
    box('Lê Thị An').click();
    await board.updateComplete;
    expect(part('selection')).to.contain('đã chọn 1/3, còn 2');
    box('Phạm Văn Cường').click();
    await board.updateComplete;
    // One of the three places is reserved for others.
    expect(box('Trần Văn Bình').getAttribute('aria-disabled')).to.equal('true');
    box('Trần Văn Bình').click();
    await board.updateComplete;
    expect(part('candidates'))
      .to.contain('Đã chọn 3 tập thể, cá nhân của các đơn vị; trừ số dành riêng thì chỉ còn 2')
      .and.to.contain('II.1');
    expect(root.querySelector('[role=status][aria-live]')!.textContent).to.contain('trừ số dành riêng thì chỉ còn 2');
    expect(board.picks['khen']).to.deep.equal([
      { unit: 'a', nominee: 'a-1' },
      { unit: 'b', nominee: 'b-0' },
    ]);
    box('Lê Thị An').click();
    await board.updateComplete;
    expect(part('candidates')).not.to.contain('trừ số dành riêng');
    expect(told).to.deep.equal([
      { selection: 'khen', picked: true, picks: 1 },
      { selection: 'khen', picked: true, picks: 2 },
      { selection: 'khen', picked: false, picks: 1 },
    ]);
  });

  it('takes no more than a share comes to, and says of what', async () => {
    const share = { percent: 20, of: 'members', round: 'down' };
    const by = changed({}, { counts: [{ of: ['individual'], max: share }] });
    const ofTen = [sent('a', ['Trần Văn Bình', 'Lê Thị An']), sent('b', ['Phạm Văn Cường'])].map((one): Received => {
      const submission = one.submission as { unit: object };
      return { ...one, submission: { ...submission, unit: { ...submission.unit, members: 4 } } };
    });
    const { board, box, part } = await show({ rulebook: by, received: ofTen });
    expect(part('selection'))
      .to.contain('Cá nhân: đã chọn 0/1, còn 1')
      .and.to.contain('20% số đảng viên, hội viên (làm tròn xuống), các đơn vị có danh sách được xét có tổng cộng 8');
    box('Lê Thị An').click();
    await board.updateComplete;
    box('Phạm Văn Cường').click();
    await board.updateComplete;
    expect(board.picks['khen']).to.deep.equal([{ unit: 'a', nominee: 'a-1' }]);
    expect(part('candidates')).to.contain('Đã chọn 2 cá nhân, nhiều hơn số lượng 1. Số lượng này là 20%');
  });

  it('picks among those whom the committee puts forward itself', async () => {
    const by = changed(
      { answeredBy: 'committee', ifSilent: undefined, windows: [{ id: 'nop', before: '2023-03-20' }] },
      {},
    );
    const { submission, at } = sent('a', ['Trần Văn Bình', 'Lê Thị An']);
    const own = { submission: { ...(submission as object), unit: null }, at };
    const { board, box, part } = await show({ rulebook: by, received: [own], units: [] });
    expect(part('candidates')).to.contain('Cấp ủy ví dụ');
    box('Lê Thị An').click();
    await board.updateComplete;
    expect(board.picks['khen']).to.deep.equal([{ unit: null, nominee: 'a-1' }]);
    expect(box('Lê Thị An').checked).to.equal(true);
    expect(part('selection')).to.contain('đã chọn 1/3');
  });

  it('judges what came in once, not at every pick', async () => {
    let judged = 0;
    const counted = received.map((one): Received => {
      const submission = { ...(one.submission as { rulebook: string }) };
      const { rulebook: version } = submission;
      Object.defineProperty(submission, 'rulebook', { enumerable: true, get: () => (judged++, version) });
      return { ...one, submission };
    });
    const { board, box, part } = await show({ received: counted });
    const once = judged;
    expect(once).to.be.above(0);
    for (const name of ['Lê Thị An', 'Phạm Văn Cường']) {
      box(name).click();
      await board.updateComplete;
    }
    expect(part('selection')).to.contain('đã chọn 2/3, còn 1');
    expect(judged).to.equal(once);
    board.received = received.slice(0, 1);
    await board.updateComplete;
    expect(part('candidates')).to.contain('2/2 đề nghị');
  });

  it('fills the places kept for others, and empties them', async () => {
    const { root, board, part, press } = await show();
    const name = root.querySelector<HTMLInputElement>('.reserved-form input[name=name]')!;
    await press('Thêm vào chỗ này');
    expect(board.picks['khen'] ?? []).to.deep.equal([]);
    expect(root.activeElement).to.equal(name);
    name.value = 'Người Tham Mưu';
    await press('Thêm vào chỗ này');
    expect(part('selection'))
      .to.contain('Dành cho cơ quan tham mưu đề nghị (cá nhân): 01/01')
      .and.to.contain('đã chọn 1/3');
    expect(board.picks['khen']![0]).to.deep.include({ reserved: 'tham-muu' });
    expect(root.querySelector('.reserved-form')).to.equal(null);
    await press('Bỏ Người Tham Mưu');
    expect(board.picks['khen']).to.deep.equal([]);
  });

  it('a selection from a selection picks among the first one’s picks alone', async () => {
    const { root, board, names, part, box } = await show({
      picks: { khen: [{ unit: 'a', nominee: 'a-1' }], 'trinh-tren': [] },
    });
    const choose = root.querySelector<HTMLSelectElement>('[id="selection~choose"]')!;
    choose.value = 'trinh-tren';
    choose.dispatchEvent(new Event('change'));
    await board.updateComplete;
    expect(part('selection')).to.contain('Chỉ chọn trong số đã chọn ở: Khen thưởng.').and.to.contain('gửi Cấp trên');
    expect(names()).to.deep.equal(['Lê Thị An']);
    box('Lê Thị An').click();
    await board.updateComplete;
    expect(part('selection')).to.contain('Cá nhân: đã chọn 1/1, còn 0');
  });

  it('shows what the host says stands, also when that takes a pick back', async () => {
    const { board, box } = await show();
    board.addEventListener('kl01-pick', () => (board.picks = {}));
    box('Lê Thị An').click();
    await board.updateComplete;
    expect(box('Lê Thị An').checked).to.equal(false);
  });

  it('sets nominees side by side', async () => {
    const { root, board, press } = await show();
    await press('So sánh Lê Thị An');
    await press('So sánh Phạm Văn Cường');
    const rows = [...root.querySelectorAll('.comparison tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').replace('×', '').trim()),
    );
    expect(rows[0]).to.deep.equal(['', 'Lê Thị An', 'Phạm Văn Cường']);
    expect(rows).to.deep.include(['Chức danh', 'Chức danh Lê Thị An', 'Chức danh Phạm Văn Cường']);
    await press('Thôi so sánh Lê Thị An');
    await press('Thôi so sánh Phạm Văn Cường');
    await board.updateComplete;
    expect(root.querySelector('.comparison')).to.equal(null);
  });

  it('shows the host’s address and words beside a unit', async () => {
    const { root, part, press } = await show({ links: { a: '/received/1' }, notes: { b: 'Đã trả lại' } });
    await press('Đảng bộ');
    expect(root.querySelector('.unit a')!.getAttribute('href')).to.equal('/received/1');
    expect(part('units')).to.contain('Đã trả lại');
  });

  it('read-only, picks nothing', async () => {
    const { board, box } = await show({ readonly: true });
    box('Lê Thị An').click();
    await board.updateComplete;
    expect(board.picks).to.deep.equal({});
  });

  it('takes a name as text, whatever it is made of', async () => {
    const { root } = await show({ received: [sent('a', ['<img src=x onerror=alert(1)>'])] });
    expect(root.querySelector('img')).to.equal(null);
  });

  it('says what the host has to mend', async () => {
    const { board } = await show({ form: 'khong-co' });
    expect(board.shadowRoot!.textContent).to.contain('không có biểu mẫu “khong-co”');
  });

  it('1,000 units: only what is open is in the page, and a tick shows before everything is counted again', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({ id: `u${at}`, group: 'dang-bo', name: `Đơn vị ${at}` }));
    const { root, board, press, box } = await show({
      units: many,
      received: many.slice(0, 900).map(({ id }) => sent(id, [`Người ${id}`])),
    });
    expect(root.querySelectorAll('.unit')).to.have.length(0);
    expect(root.querySelectorAll('.candidate')).to.have.length(50);
    expect(root.querySelectorAll('*').length).to.be.below(2000);
    await press('Đảng bộ');
    expect(root.querySelectorAll('.unit')).to.have.length(50);
    await press('Xem thêm (còn 950)');
    expect(root.querySelectorAll('.unit')).to.have.length(100);
    const before = root.querySelector('.counts')!.textContent;
    box('Người').click();
    await new Promise((resolve) => queueMicrotask(() => resolve(null)));
    await Promise.resolve();
    expect(box('Người').checked).to.equal(true);
    expect(root.querySelector('.counts')!.textContent).to.equal(before);
    await waitUntil(() => root.querySelector('.counts')!.textContent !== before);
    await board.updateComplete;
    expect(root.querySelector('.counts')!.textContent).to.contain('đã chọn 1/3');
  });

  const states: [state: string, properties: Partial<ReviewBoard>, then?: (shown: Shown) => Promise<void>][] = [
    ['as it opens', {}],
    [
      'a group open, two compared',
      {},
      async ({ press }) => {
        await press('Đảng bộ');
        await press('So sánh Lê Thị An');
        await press('So sánh Phạm Văn Cường');
      },
    ],
    [
      'picked and full',
      {
        picks: {
          khen: [
            { unit: 'a', nominee: 'a-0' },
            { unit: 'b', nominee: 'b-0' },
          ],
        } as Picks,
      },
    ],
    ['read-only, in English', { readonly: true, lang: 'en' }],
  ];
  for (const [state, properties, then] of states) {
    for (const width of ['1200px', '360px']) {
      it(`axe finds nothing: ${state}, ${width}`, async () => {
        document.body.style.width = width;
        const shown = await show(properties);
        await then?.(shown);
        expect(await accessibilityFaults(shown.board)).to.deep.equal([]);
        if (width === '360px') expect(shown.board.scrollWidth).to.be.at.most(360);
      });
    }
  }
});
