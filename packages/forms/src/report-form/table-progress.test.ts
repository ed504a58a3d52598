import { expect } from '@open-wc/testing';
import { compile, parsePack } from '@kl01/rules/compile';
import { reportPack } from '../../test/report-pack.js';
import { completeReport, showReport, type ShownReport } from '../../test/report-fixture.js';

const T1 = '/tables/t1';
const NUMBERS = ['truc-tiep', 'truc-tuyen', 'ti-le'];

describe('how far the tables of a report are filled in', () => {
  let form: ShownReport;
  afterEach(() => document.body.replaceChildren());

  const inContents = (): string =>
    [...form.root.querySelectorAll('nav a')].find((link) => link.textContent!.includes('BIỂU MỘT'))!.textContent!;
  const progress = (): string => form.at('table-progress').textContent!.trim();
  const standing = (): string => form.root.querySelector('.remaining')!.textContent!;

  it('a blank one is not answered: in the list, below itself, and before sending', async () => {
    form = await showReport({ value: completeReport({ tables: {} }), attributes: { period: 'quy-i' } });
    expect(inContents()).to.contain('Để trống, chưa trả lời');
    expect(progress()).to.equal('Có số liệu 0/1 biểu');
    expect(form.at(T1).textContent).to.contain('Biểu này để trống, tức là chưa trả lời.');
    expect(standing()).to.equal('Gửi được, nhưng 1 biểu còn để trống, tức là chưa trả lời: 1. Không có thì ghi 0.');
    expect(form.root.querySelector('.remaining.ready')).to.equal(null);
  });

  it('a tick alone begins one, some numbers leave cells, all of them fill it; 0 is an answer', async () => {
    form = await showReport({ value: completeReport({ tables: {} }), attributes: { period: 'quy-i' } });
    for (const row of ['nam-2022', 'nam-2023'])
      for (const column of NUMBERS) {
        await form.type(`${T1}/${row}/${column}`, '0');
        const isLast = row === 'nam-2023' && column === 'ti-le';
        expect(inContents()).to.contain(isLast ? 'Đã đủ ô' : 'Còn ô để trống');
      }
    expect(progress()).to.equal('Có số liệu 1/1 biểu');
    expect(standing()).to.equal('Đã đủ nội dung theo quy định, có thể gửi.');
  });
});

describe('a sum over a number that cannot be read', () => {
  let form: ShownReport;
  afterEach(() => document.body.replaceChildren());
  const cells = (row: string): string[] =>
    [...form.root.querySelectorAll(`${row} td.computed`)].map((cell) => cell.textContent!.trim());

  it('is spoiled in sight, in its row and below its column, until the cell is read', async () => {
    form = await showReport({ value: completeReport() });
    await form.type(`${T1}/nam-2023/truc-tiep`, '12 cuộc');
    await form.type(`${T1}/nam-2023/truc-tuyen`, '5');
    expect(cells('tbody')).to.deep.equal(['3', '—']);
    expect(cells('tfoot').slice(0, 3)).to.deep.equal(['—', '6', '—']);
    expect(form.at(T1).textContent).to.contain('— là tổng chưa tính được');
    window.dispatchEvent(new Event('beforeprint'));
    expect(form.root.querySelector('.printed table')?.textContent?.match(/—/g)?.length).to.equal(3);
    window.dispatchEvent(new Event('afterprint'));
    await form.type(`${T1}/nam-2023/truc-tiep`, '12');
    expect(cells('tbody')).to.deep.equal(['3', '17']);
    expect(cells('tfoot').slice(0, 3)).to.deep.equal(['14', '6', '20']);
    expect(form.at(T1).textContent).not.to.contain('tổng chưa tính được');
  });
});

describe('a report of tables alone', () => {
  afterEach(() => document.body.replaceChildren());

  it('has no text to write, and its tables are what is filled in', async () => {
    const [form] = reportPack.forms;
    const { dossier: _dossier, ...rest } = form as Record<string, unknown>;
    const rulebook = compile(parsePack({ ...reportPack, forms: [{ ...rest, outline: [] }] }));
    const shown = await showReport({ rulebook, value: completeReport({ tables: {}, sections: {} }) });
    expect(shown.root.getElementById('/sections')).to.equal(null);
    expect(shown.root.querySelector('#progress')).to.equal(null);
    expect(shown.at('table-progress').textContent).to.contain('0/1');
  });
});
