import { expect } from '@open-wc/testing';
import type { Submission, TableRow } from '@kl01/rules';
import { compile, parsePack } from '@kl01/rules/compile';
import { arrive } from '../../../test/fixture.js';
import { showReport, type ShownReport } from '../../../test/report-fixture.js';

const PATH = '/tables/van-ban';

async function shown(rows: readonly TableRow[]): Promise<ShownReport> {
  const address = new URL('../../../../rules/test/by-hand/tables.json', import.meta.url);
  const { pack } = (await (await fetch(address)).json()) as { pack: unknown };
  const value = { id: 'x', revision: 1, tables: { 'van-ban': [...rows] } };
  return showReport({ rulebook: compile(parsePack(pack)), group: 'xa', value });
}

describe('a table that the officer adds rows to', () => {
  let form: ShownReport;
  afterEach(() => document.body.replaceChildren());

  const rows = (): unknown => (form.element.value as Submission).tables?.['van-ban'];
  const shownRows = (): string[] =>
    [...form.root.querySelectorAll(`[data-sheet="${PATH}"] tbody th[scope="row"]`)].map((head) =>
      head.textContent.trim(),
    );
  const type = async (row: number, column: string, text: string): Promise<void> => {
    arrive(form.at(`${PATH}/${row}/${column}`));
    const box = form.root.activeElement as HTMLInputElement;
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await form.settle();
  };
  const button = (label: string): HTMLButtonElement =>
    form.root.querySelector<HTMLButtonElement>(`button[aria-label^="${label}"]`)!;

  it('has a blank row below the last; what is typed there adds it', async () => {
    form = await shown([]);
    expect(shownRows()).to.deep.equal(['1']);
    await type(0, 'so-ky-hieu', '12-NQ/ĐU');
    expect(rows()).to.deep.equal([{ 'so-ky-hieu': '12-NQ/ĐU' }]);
    expect(shownRows()).to.deep.equal(['1', '2']);
    await type(0, 'ngay', '31/1/2023');
    await type(0, 'loai', 'kế hoạch');
    expect(rows()).to.deep.equal([{ 'so-ky-hieu': '12-NQ/ĐU', ngay: '2023-01-31', loai: 'ke-hoach' }]);
    await type(0, 'loai', 'khác');
    expect((rows() as { loai: string }[])[0]!.loai).to.equal('khác');
  });

  it('loses a row by its button, and has it again', async () => {
    form = await shown([{ 'so-ky-hieu': 'a' }, { 'so-ky-hieu': 'b' }]);
    expect(button('Bỏ dòng 3')).to.equal(null);
    button('Bỏ dòng 1').click();
    await form.settle();
    expect(rows()).to.deep.equal([{ 'so-ky-hieu': 'b' }]);
    const undo = form.root.querySelector<HTMLElement>(`[data-sheet="${PATH}"]`)!.closest('.data-table')!;
    undo.querySelector<HTMLButtonElement>('.acts button')!.click();
    await form.settle();
    expect(rows()).to.deep.equal([{ 'so-ky-hieu': 'a' }, { 'so-ky-hieu': 'b' }]);
  });

  it('takes a pasted list, with or without its numbers', async () => {
    form = await shown([{ 'so-ky-hieu': 'a' }]);
    const paste = async (text: string): Promise<void> => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      arrive(form.at(`${PATH}/1/so-ky-hieu`));
      form.root.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
      );
      await form.settle();
    };
    const cells = (symbol: string): string => [symbol, '1/2/2023', 'Nghị quyết', 'Về', '5', '4'].join('\t');
    const row = (symbol: string) => ({
      'so-ky-hieu': symbol,
      ngay: '2023-02-01',
      loai: 'nghi-quyet',
      'trich-yeu': 'Về',
      'so-ban': 5,
      'da-phat': 4,
    });
    await paste(`${cells('b')}\r\n${cells('c')}`);
    expect(rows()).to.deep.equal([{ 'so-ky-hieu': 'a' }, row('b'), row('c')]);
    await paste(`1\t${cells('d')}\t1\r\n2\t${cells('e')}\t1\r\n3\t${cells('f')}\t1`);
    expect(rows()).to.deep.equal([{ 'so-ky-hieu': 'a' }, row('d'), row('e'), row('f')]);
  });

  it('shows a hundred of many rows, and turns to where a finding is', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({
      'so-ky-hieu': String(index),
      'so-ban': 1,
      'da-phat': 0,
    }));
    form = await shown(many);
    expect(shownRows()).to.have.length(100);
    button('Các dòng sau').click();
    await form.settle();
    expect(shownRows()[0]).to.equal('101');
    await type(199, 'so-ban', '7');
    expect((rows() as { 'so-ban': number }[])[199]!['so-ban']).to.equal(7);
    await expect(form.root.host).shadowDom.to.be.accessible();
  });
});
