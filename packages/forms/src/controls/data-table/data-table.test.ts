import { expect } from '@open-wc/testing';
import type { Submission } from '@kl01/rules';
import { arrive } from '../../../test/fixture.js';
import { showReport, type ShownReport } from '../../../test/report-fixture.js';
import { writeBlock } from './clipboard-block.js';
import { storedFrom } from '../codec.js';
import { cellCodec, type CellType } from './cell-type.js';
import { generator } from './clipboard-block.test.js';

/** The table of the example pack: its columns, the third computed; two rows and a total. */
const COLUMNS = ['truc-tiep', 'truc-tuyen', 'cong', 'ti-le', 'co', 'rieng'];
const at = (row: string, column: string): string => `/tables/t1/${row}/${column}`;

describe('a table', () => {
  let form: ShownReport;
  beforeEach(async () => {
    form = await showReport();
  });
  afterEach(() => document.body.replaceChildren());

  const cells = (): Record<string, Record<string, unknown>> =>
    JSON.parse(
      JSON.stringify((form.element.value as Submission).tables?.['t1'] ?? {}, (_, value: unknown) =>
        value === null ? undefined : value,
      ),
    ) as Record<string, Record<string, unknown>>;
  const focused = (): string => form.root.activeElement?.id ?? '';
  const go = (row: string, column: string): void => {
    arrive(form.at(at(row, column)));
  };
  const key = async (name: string, more: KeyboardEventInit = {}): Promise<boolean> => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...more });
    const native = form.root.activeElement!.dispatchEvent(event);
    await form.settle();
    return native;
  };
  const enterText = async (text: string): Promise<void> => {
    const box = form.root.activeElement as HTMLInputElement;
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await form.settle();
  };
  const clipboard = async (type: 'copy' | 'cut' | 'paste', text = '', html = ''): Promise<DataTransfer> => {
    const clipboardData = new DataTransfer();
    if (text !== '') clipboardData.setData('text/plain', text);
    if (html !== '') clipboardData.setData('text/html', html);
    const event = new ClipboardEvent(type, { clipboardData, bubbles: true, composed: true, cancelable: true });
    form.root.activeElement!.dispatchEvent(event);
    await form.settle();
    return clipboardData;
  };
  const news = (): string => form.root.querySelector('.data-table .notice')?.textContent?.replace(/\s+/g, ' ') ?? '';
  const selected = (): string[] =>
    [...form.root.querySelectorAll<HTMLElement>('td[data-selected]')].map((cell) => cell.dataset['at'] ?? '');

  describe('keys', () => {
    it('arrows go to the next cell, over computed ones and not beyond the edge', async () => {
      go('nam-2022', 'truc-tiep');
      await key('ArrowRight');
      await key('ArrowRight');
      expect(focused()).to.equal(at('nam-2022', 'ti-le'));
      await key('ArrowDown');
      await key('ArrowDown');
      expect(focused()).to.equal(at('nam-2023', 'ti-le'));
      await key('ArrowLeft');
      expect(focused()).to.equal(at('nam-2023', 'truc-tuyen'));
    });

    it('inside what is being typed, left and right move the caret first', async () => {
      go('nam-2022', 'truc-tuyen');
      await enterText('12');
      const box = form.at<HTMLInputElement>(at('nam-2022', 'truc-tuyen'));
      box.setSelectionRange(1, 1);
      expect(await key('ArrowLeft')).to.equal(true);
      expect(focused()).to.equal(at('nam-2022', 'truc-tuyen'));
      box.setSelectionRange(0, 0);
      await key('ArrowLeft');
      expect(focused()).to.equal(at('nam-2022', 'truc-tiep'));
    });

    it('Enter goes down; after Tab, back to the column in which the row was begun', async () => {
      go('nam-2022', 'truc-tiep');
      await key('Tab');
      go('nam-2022', 'truc-tuyen');
      await key('Enter');
      expect(focused()).to.equal(at('nam-2023', 'truc-tiep'));
      await key('Enter', { shiftKey: true });
      expect(focused()).to.equal(at('nam-2022', 'truc-tiep'));
    });

    it('Enter in the last row stays there; what was typed is a step all the same', async () => {
      go('nam-2023', 'truc-tiep');
      await enterText('1.5');
      await key('Enter');
      expect(focused()).to.equal(at('nam-2023', 'truc-tiep'));
      expect(form.problemsAt(at('nam-2023', 'truc-tiep'))).to.contain('không phải số nguyên');
      await key('z', { ctrlKey: true });
      expect(cells()['nam-2023']).to.deep.equal({});
    });

    it('Home and End go to the ends of the row, with Ctrl to those of the table', async () => {
      go('nam-2023', 'truc-tuyen');
      await key('End');
      expect(focused()).to.equal(at('nam-2023', 'rieng'));
      await key('Home');
      expect(focused()).to.equal(at('nam-2023', 'truc-tiep'));
      await key('Home', { ctrlKey: true });
      expect(focused()).to.equal(at('nam-2022', 'truc-tiep'));
      await key('End', { ctrlKey: true });
      expect(focused()).to.equal(at('nam-2023', 'rieng'));
    });

    it('Shift and arrows select a block, Ctrl+A the table, Escape and a plain arrow let go', async () => {
      go('nam-2022', 'truc-tiep');
      await key('ArrowRight', { shiftKey: true });
      await key('ArrowDown', { shiftKey: true });
      expect(selected()).to.deep.equal(['0:0', '0:1', '1:0', '1:1']);
      expect(form.text()).to.contain('Đang chọn 2 dòng, 2 cột.');
      await key('Escape');
      expect(selected()).to.deep.equal([]);
      await key('a', { ctrlKey: true });
      expect(selected().length).to.equal(12);
      await key('ArrowDown');
      expect(selected()).to.deep.equal([]);
    });

    it('Delete clears the selected block; x ticks a cell and Delete takes the tick away', async () => {
      go('nam-2022', 'truc-tiep');
      await clipboard('paste', '1\t2\r\n3\t4\r\n');
      await key('Delete');
      expect(cells()).to.deep.equal({ 'nam-2022': {}, 'nam-2023': {} });
      go('nam-2022', 'co');
      await key('x');
      expect(cells()['nam-2022']).to.deep.equal({ co: true });
      await key('Delete');
      expect(cells()['nam-2022']).to.deep.equal({});
    });
  });

  describe('numbers', () => {
    it('are shown with their thousands parted, and plain while they are being changed', async () => {
      await form.type(at('nam-2022', 'truc-tiep'), '1.234');
      expect(cells()['nam-2022']).to.deep.equal({ 'truc-tiep': 1234 });
      expect(form.at<HTMLInputElement>(at('nam-2022', 'truc-tiep')).value).to.equal('1.234');
      go('nam-2022', 'truc-tiep');
      expect(form.at<HTMLInputElement>(at('nam-2022', 'truc-tiep')).value).to.equal('1234');
    });

    const questioned: [column: string, typed: string, sentence: string][] = [
      ['truc-tiep', '1,234', '2022, Trực tiếp: “1,234” có thể là số hàng nghìn hoặc số thập phân'],
      ['truc-tiep', '0.5', 'không phải số nguyên'],
      ['truc-tiep', '12 cuộc', 'Chỉ ghi số, không ghi chữ'],
      ['truc-tiep', '-1', 'số âm'],
      ['truc-tiep', '1e308', 'không phải là số'],
      ['truc-tiep', '<b>1</b>', '“<b>1</b>” không phải là số'],
      ['ti-le', '1.234', 'Ghi phần thập phân sau dấu phẩy'],
      ['ti-le', '97,555', 'quá hai chữ số thập phân'],
    ];
    for (const [column, typed, sentence] of questioned) {
      it(`"${typed}" is questioned at its cell and stays as typed`, async () => {
        await form.type(at('nam-2022', column), typed);
        expect(form.at<HTMLInputElement>(at('nam-2022', column)).value).to.equal(typed);
        expect(cells()['nam-2022']).to.deep.equal({ [column]: typed });
        expect(form.problemsAt(at('nam-2022', column))).to.contain(sentence);
        expect(form.at(at('nam-2022', column)).getAttribute('aria-invalid')).to.equal('true');
        expect(form.at(at('nam-2022', column)).getAttribute('aria-describedby')).to.contain('~problems');
      });
    }
  });

  describe('a row', () => {
    const said = (): string => form.root.querySelector('.row-problems')?.textContent?.replace(/\s+/g, ' ') ?? '';
    const leaveFor = async (row: string, column: string): Promise<void> => {
      go(row, column);
      await form.settle();
    };

    it('begun and left is spoken of at once, and completed with 0 at a press', async () => {
      go('nam-2022', 'truc-tiep');
      await enterText('3');
      await leaveFor('nam-2022', 'truc-tuyen');
      expect(said()).to.equal('');
      await leaveFor('nam-2023', 'truc-tiep');
      expect(said()).to.contain('còn trống cột “Trực tuyến”');
      await form.press('Điền 0 vào ô trống');
      expect(focused()).to.equal(at('nam-2022', 'truc-tuyen'));
      expect(cells()['nam-2022']).to.deep.equal({ 'truc-tiep': 3, 'truc-tuyen': 0, 'ti-le': 0 });
      expect(said()).to.equal('');
      await form.press('Hoàn tác: 1. BIỂU MỘT');
      expect(cells()['nam-2022']).to.deep.equal({ 'truc-tiep': 3 });
    });

    it('begun and left is spoken of also while a number elsewhere is questioned, at the cell and in the summary', async () => {
      await form.type(at('nam-2023', 'ti-le'), '1.234');
      go('nam-2022', 'truc-tiep');
      await enterText('3');
      await leaveFor('nam-2023', 'truc-tiep');
      expect(said()).to.contain('còn trống cột “Trực tuyến”');
      await form.press('Gửi');
      const summary = form.at('summary').textContent?.replace(/\s+/g, ' ') ?? '';
      expect(summary).to.contain('2023, Tỉ lệ kế hoạch/cam kết: “1.234” có thể là số hàng nghìn hoặc số thập phân.');
      expect(summary).to.contain('còn trống cột “Trực tuyến”');
      expect(summary).to.contain('Chưa viết mục III');
    });

    it('left blank is not spoken of', async () => {
      go('nam-2022', 'truc-tiep');
      await leaveFor('nam-2022', 'truc-tuyen');
      await leaveFor('nam-2023', 'truc-tiep');
      expect(said()).to.equal('');
    });
  });

  describe('a paste', () => {
    it('of a block lands in its cells, over computed ones; ticks and shares too', async () => {
      go('nam-2022', 'truc-tiep');
      await clipboard('paste', '1.234\t2\t1.236\t97,5%\tX\tGhi chú\r\n3\t4\t7\t100\t\t\r\n');
      expect(cells()).to.deep.equal({
        'nam-2022': { 'truc-tiep': 1234, 'truc-tuyen': 2, 'ti-le': 9750, co: true, rieng: 'Ghi chú' },
        'nam-2023': { 'truc-tiep': 3, 'truc-tuyen': 4, 'ti-le': 10000 },
      });
      expect(news()).to.contain('Đã dán 10 ô.');
      expect(form.root.querySelector('.data-table .notice li')).to.equal(null);
    });

    const ofSpreadsheets: [said: string, cell: string, column: string, stored: unknown, question: string][] = [
      ['thousands of English', '<td sdval="1234" sdnum="1033;0;#,##0">1,234</td>', 'truc-tiep', 1234, ''],
      ['thousands of Vietnamese', '<td sdval="1234" sdnum="1066;0;#.##0">1.234</td>', 'truc-tiep', 1234, ''],
      [
        'a fraction of English',
        '<td sdval="1.234" sdnum="1033;">1.234</td>',
        'truc-tiep',
        '1.234',
        '“1.234” được chép',
      ],
      [
        'a fraction of Vietnamese',
        '<td sdval="1.234" sdnum="1066;">1,234</td>',
        'truc-tiep',
        '1,234',
        '“1,234” có thể',
      ],
      ['a fraction shown whole', '<td sdval="11.9999" sdnum="1033;0;0">12</td>', 'truc-tiep', 12, ''],
      ['half a meeting', '<td sdval="0.5" sdnum="1033;">0.5</td>', 'truc-tiep', '0.5', '“0.5” không phải số nguyên'],
      ['less than nothing', '<td sdval="-1" sdnum="1033;">-1</td>', 'truc-tiep', '-1', '“-1” là số âm'],
      ['a share of English', '<td sdval="0.975" sdnum="1033;0;0.00%">97.50%</td>', 'ti-le', 9750, ''],
      ['a share that is rounded', '<td sdval="0.333333" sdnum="1066;0;0,0#%">33,33%</td>', 'ti-le', 3333, ''],
      ['a share with three decimals', '<td sdval="1.234" sdnum="1033;">1.234</td>', 'ti-le', '1.234', '“1.234” có thể'],
    ];
    for (const [said, cell, column, stored, question] of ofSpreadsheets) {
      it(`of ${said} is understood or questioned by what stood there, also after passing through`, async () => {
        go('nam-2022', column);
        await clipboard('paste', '', `<table><tr>${cell}</tr></table>`);
        for (const row of ['nam-2023', 'nam-2022', 'nam-2023']) {
          go(row, column);
          await form.settle();
        }
        expect(cells()['nam-2022']).to.deep.equal({ [column]: stored });
        if (question !== '') {
          expect(form.at<HTMLInputElement>(at('nam-2022', column)).value).to.equal(stored);
          expect(form.problemsAt(at('nam-2022', column))).to.contain(question);
        }
      });
    }

    it('that is questioned is settled by typing it anew', async () => {
      go('nam-2022', 'truc-tiep');
      await clipboard('paste', '', '<table><tr><td sdval="1.234" sdnum="1033;">1.234</td></tr></table>');
      await enterText('1.234');
      go('nam-2022', 'truc-tuyen');
      expect(cells()['nam-2022']).to.deep.equal({ 'truc-tiep': 1234 });
      expect(form.problemsAt(at('nam-2022', 'truc-tiep'))).to.equal('');
    });

    it('tells whatever found no place, and what is not clear', async () => {
      go('nam-2023', 'truc-tiep');
      await clipboard('paste', '12 cuộc\t2\t9\t1\thai\tGhi\tthừa\r\n1\t2\t4\r\ndưới\r\n');
      expect(cells()['nam-2023']).to.deep.equal({
        'truc-tiep': '12 cuộc',
        'truc-tuyen': 2,
        'ti-le': 100,
        rieng: 'Ghi',
      });
      expect(news()).to.contain('1 ô có số chưa rõ');
      expect(news()).to.contain('2 giá trị nằm ngoài biểu, không dán: “thừa”; “dưới”');
      expect(news()).to.contain('2023 – Có: “hai”');
      expect(news()).to.contain('2023 – Cộng: “9”');
      expect(news()).to.contain('Tổng – Trực tiếp: “1”');
      expect(form.problemsAt(at('nam-2023', 'truc-tiep'))).to.contain('12 cuộc');
    });

    it('with the heads of rows and columns is laid beside the rows of these names, wherever the focus is', async () => {
      go('nam-2023', 'ti-le');
      await clipboard(
        'paste',
        'Năm\tTrực tiếp\tTrực tuyến\tCộng\r\n2023\t5\t6\t11\r\n2022\t1\t2\t3\r\nTổng\t6\t8\t14\r\n',
      );
      expect(cells()).to.deep.equal({
        'nam-2022': { 'truc-tiep': 1, 'truc-tuyen': 2 },
        'nam-2023': { 'truc-tiep': 5, 'truc-tuyen': 6 },
      });
      expect(form.root.querySelector('.data-table .notice li')).to.equal(null);
    });

    it('is undone and done again as one, by key and by button', async () => {
      await form.type(at('nam-2022', 'truc-tiep'), '9');
      go('nam-2022', 'truc-tiep');
      await clipboard('paste', '1\t2\r\n3\t4\r\n');
      await key('z', { ctrlKey: true });
      expect(cells()).to.deep.equal({ 'nam-2022': { 'truc-tiep': 9 }, 'nam-2023': {} });
      await key('y', { ctrlKey: true });
      expect(cells()['nam-2023']).to.deep.equal({ 'truc-tiep': 3, 'truc-tuyen': 4 });
      await form.press('Hoàn tác: 1. BIỂU MỘT');
      await form.press('Hoàn tác: 1. BIỂU MỘT');
      expect(cells()).to.deep.equal({ 'nam-2022': {}, 'nam-2023': {} });
      await clipboard('paste', '5\t6');
      await form.press('Hoàn tác việc dán');
      expect(cells()['nam-2022']).to.deep.equal({});
    });

    it('leaves undoing of what is being typed to the browser', async () => {
      go('nam-2022', 'truc-tiep');
      await enterText('12');
      expect(await key('z', { ctrlKey: true })).to.equal(true);
      expect(cells()['nam-2022']).to.deep.equal({ 'truc-tiep': 12 });
    });

    it('of one value fills the selected block; of a word inside a text goes into it', async () => {
      go('nam-2022', 'truc-tiep');
      await key('ArrowRight', { shiftKey: true });
      await key('ArrowDown', { shiftKey: true });
      await clipboard('paste', '0\r\n');
      expect(cells()).to.deep.equal({
        'nam-2022': { 'truc-tiep': 0, 'truc-tuyen': 0 },
        'nam-2023': { 'truc-tiep': 0, 'truc-tuyen': 0 },
      });
      go('nam-2022', 'rieng');
      await enterText('ab');
      form.at<HTMLInputElement>(at('nam-2022', 'rieng')).setSelectionRange(1, 1);
      await clipboard('paste', 'giữa');
      expect(cells()['nam-2022']?.['rieng']).to.equal('ab');
    });

    it('of 10,000 × 50 cells is answered: what fits is laid down, the rest is told', async () => {
      go('nam-2022', 'truc-tiep');
      await clipboard('paste', `${Array(50).fill('7').join('\t')}\r\n`.repeat(10_000));
      expect(cells()['nam-2023']).to.include({ 'truc-tiep': 7, 'truc-tuyen': 7, 'ti-le': 700 });
      expect(news()).to.contain('Khối được dán quá lớn');
      expect(news()).to.match(/19\.\d{3} giá trị nằm ngoài biểu/);
    });

    it('of scripts, styles and formulas is text and nothing else', async () => {
      go('nam-2022', 'truc-tiep');
      await clipboard(
        'paste',
        '',
        '<table><tr><td><script>document.title="hacked"</script>=1+1</td><td><img src=x onerror="document.title=1">2</td></tr></table>',
      );
      expect(cells()['nam-2022']).to.deep.equal({ 'truc-tiep': '=1+1', 'truc-tuyen': 2 });
      expect(document.title).not.to.contain('hacked');
    });

    it('into a table that is read-only changes nothing', async () => {
      form.element.readonly = true;
      await form.settle();
      go('nam-2022', 'truc-tiep');
      await clipboard('paste', '1\t2');
      await key('x');
      await key('Delete');
      expect(cells()).to.deep.equal({});
    });
  });

  describe('a copy', () => {
    it('of all cells takes one Ctrl+A also where the table is read-only', async () => {
      go('nam-2022', 'truc-tiep');
      await clipboard('paste', '1\t2\t3\t\t\r\n');
      form.element.readonly = true;
      await form.settle();
      (form.root.activeElement as HTMLElement).blur();
      go('nam-2022', 'truc-tiep');
      await key('a', { ctrlKey: true });
      expect((await clipboard('copy')).getData('text/plain')).to.equal('1\t2\t3\t\t\t\r\n\t\t\t\t\t\r\n');
    });

    it('holds the block as text and as HTML, computed cells too; cutting empties it', async () => {
      go('nam-2022', 'truc-tiep');
      await clipboard('paste', '1234\t2\t\t97,5\tx\r\n3\t4\r\n');
      const copied = await clipboard('copy');
      expect(copied.getData('text/plain')).to.equal('1234\t2\t1236\t97,5\tx\r\n3\t4\t7\t\t\r\n');
      expect(copied.getData('text/html')).to.contain('<td sdval="97.5" x:num="97.5">97,5</td>');
      await clipboard('cut');
      expect(cells()).to.deep.equal({ 'nam-2022': {}, 'nam-2023': {} });
    });

    it('of what was pasted is what was pasted: whatever cells can hold', async () => {
      const random = generator(1);
      const types: CellType[] = ['count', 'count', 'count', 'percent', 'yes-no', 'text'];
      for (let round = 0; round < 40; round += 1) {
        const row = types.map((type) => anyValue(type, random));
        const wanted = [row, types.map((type) => anyValue(type, random))].map((values) =>
          values.map((value, index) => ({ text: cellCodec({ type: types[index]! }).edit(value) })),
        );
        const { text, html } = writeBlock(wanted);
        go('nam-2022', 'truc-tiep');
        await clipboard('paste', text, round % 2 ? html : '');
        await key('a', { ctrlKey: true });
        const copied = await clipboard('copy');
        expect(withoutComputed(copied.getData('text/plain'))).to.equal(withoutComputed(text));
      }
    });
  });

  it('draws again only the rows that changed', async () => {
    const drawn: Node[] = [];
    const watch = new MutationObserver((records) => drawn.push(...records.map(({ target }) => target)));
    watch.observe(form.root.querySelector('tbody')!, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    go('nam-2023', 'truc-tiep');
    await enterText('5');
    watch.disconnect();
    const other = form.root.querySelectorAll('tbody tr')[0]!;
    expect(drawn.some((node) => other.contains(node))).to.equal(false);
  });
});

function withoutComputed(text: string): string {
  const computed = COLUMNS.indexOf('cong');
  return text
    .split('\r\n')
    .map((line) =>
      line
        .split('\t')
        .filter((_, index) => index !== computed)
        .join('\t'),
    )
    .join('\r\n');
}

function anyValue(type: CellType, random: (below: number) => number): unknown {
  const typed: Record<CellType, string[]> = {
    date: ['24/3/2023'],
    choice: ['x'],
    count: ['', '0', '7', '1234', '12 cuộc', '-1', '1,234', '1e308'],
    percent: ['', '0', '97,5', '100', '0,05', '1.234', 'gần hết'],
    'yes-no': ['', 'x'],
    text: ['', 'a', 'nói "có"', '<b>', '=1+1', 'hai  khoảng'],
  };
  const from = typed[type];
  const one = from[random(from.length)]!;
  return storedFrom(cellCodec({ type }).read(one), one);
}
