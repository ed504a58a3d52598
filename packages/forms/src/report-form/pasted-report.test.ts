import { expect } from '@open-wc/testing';
import type { WrittenBlock } from '@kl01/rules/reading';
import type { WordFile } from '../blocks/documents.js';
import { accessibilityFaults } from '../../test/fixture.js';
import { namDinh, showReport, type ShownReport } from '../../test/report-fixture.js';
import { waitUntil } from '../../test/wait-until.js';

const REPORT = `Kính gửi: Cấp ủy ví dụ

I. CÔNG TÁC LÃNH ĐẠO
1. Lãnh đạo, chỉ đạo
Đã ban hành 02 kế hoạch.
- Nêu gương (nếu có)
Người đứng đầu gương mẫu.
III. KIẾN NGHỊ
Không.`;

describe('a report written elsewhere', () => {
  let form: ShownReport;
  beforeEach(async () => {
    form = await showReport();
  });
  afterEach(() => document.body.replaceChildren());

  const sections = (): Record<string, unknown> => ({ ...form.element.value?.sections });
  const paste = async (text: string): Promise<void> => {
    await form.press('Dán cả báo cáo');
    form.at<HTMLTextAreaElement>('paste~text').value = text;
    await part();
  };
  const part = async (): Promise<void> => {
    await form.press('Chia vào các mục');
    // What reads a report is loaded by then.
    await waitUntil(() => !form.has('paste~text'));
    await form.settle();
  };
  const assigned = (): string[] =>
    [...form.root.querySelectorAll<HTMLSelectElement>('.piece select')].map(({ value }) => value);
  const assign = async (index: number, section: string): Promise<void> => {
    const list = form.root.querySelectorAll<HTMLSelectElement>('.piece select')[index]!;
    list.value = section;
    list.dispatchEvent(new Event('change'));
    await form.settle();
  };

  it('is shown parted, corrected, and only then goes into the sections; what is left over stays in sight', async () => {
    await paste(REPORT);
    expect(form.text()).to.contain('Đã chia được vào 3 mục.');
    expect(assigned()).to.deep.equal(['', 'i-1', 'i-2', 'iii']);
    expect(sections()).to.deep.equal({});
    await assign(2, 'i-1');
    await form.press('Đưa vào báo cáo');
    expect(sections()).to.deep.equal({
      'i-1': 'Đã ban hành 02 kế hoạch.\n\nNgười đứng đầu gương mẫu.',
      iii: 'Không.',
    });
    expect(form.text()).to.contain('Đã đưa nội dung vào 2 mục.');
    expect(form.root.querySelector('.notice .piece-text')?.textContent).to.equal('Kính gửi: Cấp ủy ví dụ');
    await form.press('Hoàn tác việc đưa vào');
    expect(Object.values(sections()).filter(Boolean)).to.deep.equal([]);
  });

  it('is stored as everything that is typed: composed, known signs in Unicode, no control characters', async () => {
    await paste(REPORT.replace('02 kế hoạch', '\uf0b3 02 kế\u0007 hoạch'.normalize('NFD')));
    await form.press('Đưa vào báo cáo');
    expect(sections()['i-1']).to.contain('Đã ban hành ≥ 02 kế hoạch.');
  });

  describe('outlives a reload with the draft', () => {
    const attributes = { draft: 'can-bo' };
    const reload = async (): Promise<void> => {
      window.dispatchEvent(new Event('pagehide'));
      form.element.remove();
      form = await showReport({ attributes });
      await form.settle();
    };
    beforeEach(async () => {
      document.body.replaceChildren();
      form = await showReport({ attributes });
    });
    afterEach(() => {
      document.body.replaceChildren();
      localStorage.clear();
    });

    it('as pasted', async () => {
      await form.press('Dán cả báo cáo');
      await form.type('paste~text', REPORT);
      await reload();
      expect(form.at<HTMLTextAreaElement>('paste~text').value).to.equal(REPORT);
    });

    it('as parted and corrected', async () => {
      await paste(REPORT);
      await assign(2, 'i-1');
      await reload();
      expect(assigned()).to.deep.equal(['', 'i-1', 'i-1', 'iii']);
      await form.press('Đưa vào báo cáo');
      expect(sections()['iii']).to.equal('Không.');
    });

    it('what was left over, and taking back the whole paste', async () => {
      await paste(REPORT);
      await form.press('Đưa vào báo cáo');
      await reload();
      expect(form.root.querySelector('.notice .piece-text')?.textContent).to.equal('Kính gửi: Cấp ủy ví dụ');
      await form.press('Hoàn tác việc đưa vào');
      expect(Object.values(sections()).filter(Boolean)).to.deep.equal([]);
    });

    it('until it is given up; a box opened and left blank is no draft', async () => {
      await paste(REPORT);
      await form.press('Thôi');
      await reload();
      expect(form.has('paste~text')).to.equal(false);
      await form.element.clearDraft();
      await form.press('Dán cả báo cáo');
      await reload();
      expect(form.has('paste~text')).to.equal(false);
      expect(form.text()).not.to.contain('Đã khôi phục');
    });

    it('and beginning again brings it back with one press', async () => {
      await paste(REPORT);
      await reload();
      await form.press('Bỏ bản nháp, bắt đầu lại');
      expect(form.root.querySelector('.piece')).to.equal(null);
      await form.press('Khôi phục bản nháp');
      expect(assigned()).to.have.length(4);
    });
  });

  it('never writes over what is written unasked', async () => {
    await form.type('/sections/i-1', 'Có sẵn.');
    await paste(REPORT);
    expect(form.text()).to.contain('Những mục sau đã có nội dung: 1. Lãnh đạo, chỉ đạo');
    await form.press('Đưa vào báo cáo');
    expect(sections()['i-1']).to.equal('Có sẵn.\n\nĐã ban hành 02 kế hoạch.');
    await form.press('Hoàn tác việc đưa vào');
    expect(sections()['i-1']).to.equal('Có sẵn.');
    await paste(REPORT);
    form.root.querySelectorAll<HTMLInputElement>('input[name="paste~before"]')[1]!.click();
    await form.settle();
    await form.press('Đưa vào báo cáo');
    expect(sections()['i-1']).to.equal('Đã ban hành 02 kế hoạch.');
  });

  it('is not taken back once something was written after it', async () => {
    await paste(REPORT);
    await form.press('Đưa vào báo cáo');
    await form.type('/sections/iii', 'Có.');
    expect(form.root.querySelector('.notice')?.textContent).not.to.contain('Hoàn tác việc đưa vào');
  });

  it('can be gone back to and left without changing anything; markup in it is text', async () => {
    await paste(`I. CÔNG TÁC LÃNH ĐẠO\n1. Lãnh đạo, chỉ đạo\n<img src=x onerror="document.title='bad'">`);
    expect(form.root.querySelector('.piece-text')?.textContent).to.contain('<img src=x');
    await form.press('Quay lại toàn văn');
    expect(form.at<HTMLTextAreaElement>('paste~text').value).to.contain('I. CÔNG TÁC');
    await form.press('Thôi');
    expect(sections()).to.deep.equal({});
    await waitUntil(() => form.root.activeElement?.id === 'paste-report');
  });

  it('of Word goes into one section as paragraphs and dashes, at the caret', async () => {
    const box = form.at<HTMLTextAreaElement>('/sections/i-1');
    box.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Một\r\nHai');
    clipboardData.setData('text/html', '<p><b>Một</b></p><ul><li>Hai</li></ul>');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await form.settle();
    expect(sections()['i-1']).to.equal('Một\n\n- Hai');
  });

  for (const width of ['1200px', '360px']) {
    it(`axe finds nothing in any stage, ${width}`, async () => {
      document.body.style.width = width;
      await form.type('/sections/i-1', 'Có sẵn.');
      await form.press('Dán cả báo cáo');
      const faults = [await accessibilityFaults(form.element)];
      form.at<HTMLTextAreaElement>('paste~text').value = `${REPORT}\n${'Một câu dài. '.repeat(40)}`;
      await part();
      faults.push(await accessibilityFaults(form.element));
      await form.press('Đưa vào báo cáo');
      faults.push(await accessibilityFaults(form.element));
      document.body.removeAttribute('style');
      expect(faults).to.deep.equal([[], [], []]);
    });
  }

  describe('in a Word file', () => {
    const paragraph = (text: string, more = {}): WrittenBlock => ({ kind: 'paragraph', text, ...more });
    const table = (...rows: string[][]): WrittenBlock => ({
      kind: 'table',
      rows: rows.map((cells) => ({
        cells: cells.map((text, column) => ({ column, across: 1, down: 1, blocks: [paragraph(text)] })),
      })),
    });
    const FILE: WrittenBlock[] = [
      table(['HUYỆN ỦY VÍ DỤ', 'ĐẢNG CỘNG SẢN VIỆT NAM'], ['Số 12-BC/ĐU', 'Xã Mẫu, ngày 20 tháng 3 năm 2023']),
      paragraph('BÁO CÁO', { bold: true, centered: true }),
      paragraph('kết quả thực hiện', { bold: true, centered: true }),
      paragraph('Thực hiện kế hoạch, Đảng ủy báo cáo như sau:'),
      paragraph('I. CÔNG TÁC LÃNH ĐẠO', { bold: true }),
      paragraph('1. Lãnh đạo, chỉ đạo', { level: 2 }),
      paragraph('Đã ban hành 02 kế hoạch.', { apart: [{ as: 'deleted', text: '01 kế hoạch' }] }),
      table(['Năm', 'Trực tiếp', 'Trực tuyến'], ['2022', '1.204', '3']),
      paragraph('Nơi nhận:\n- Ban Tuyên giáo;\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nNguyễn Văn Mẫu'),
    ];
    const choose = async (name: string, read: () => Promise<WordFile>): Promise<void> => {
      form.element.exporters = () =>
        Promise.resolve({
          documentsFor: () => [],
          exportDocument: () => Promise.reject(new Error('not asked')),
          readDocument: read,
        });
      await waitUntil(() => form.text().includes('Nhập từ tệp Word…'));
      const input = form.root.querySelector<HTMLInputElement>('input[accept^=".docx"]')!;
      const files = new DataTransfer();
      files.items.add(new File(['x'], name));
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
      await waitUntil(() => /Đọc từ tệp|Chưa đọc được/.test(form.text()));
      await form.settle();
    };

    it('goes into sections, tables and letterhead, is undone with one press, and nothing of it is lost', async () => {
      const before = JSON.stringify(form.element.value);
      await choose('bao-cao.docx', () => Promise.resolve({ blocks: FILE, unread: ['word/chart1.xml'] }));
      expect(form.text()).to.contain('Đọc từ tệp “bao-cao.docx”.').and.contain('word/chart1.xml');
      expect(await accessibilityFaults(form.element)).to.deep.equal([]);
      await form.press('Đưa vào báo cáo');
      expect(sections()['i-1']).to.contain('Đã ban hành 02 kế hoạch.').and.not.contain('01 kế hoạch');
      const { issuer } = form.element.value!;
      expect(issuer).to.deep.include({ number: '12', symbol: 'BC/ĐU', date: '2023-03-20', signer: 'Nguyễn Văn Mẫu' });
      expect(form.text()).to.contain('01 kế hoạch').and.contain('Đảng ủy báo cáo như sau');
      await form.press('Hoàn tác việc đưa vào');
      const after = form.element.value!;
      expect(JSON.stringify({ ...after, sections: {} })).not.to.contain('Mẫu');
      expect(before).not.to.contain('Mẫu');
    });

    it('that cannot be read is told with the remedy', async () => {
      const error = Object.assign(new Error('x [bytes]'), { what: 'Tệp kiểu cũ.', remedy: 'Hãy lưu thành .docx.' });
      await choose('cu.doc', () => Promise.reject(error));
      expect(form.text()).to.contain('Chưa đọc được tệp “cu.doc”. Tệp kiểu cũ. Hãy lưu thành .docx.');
    });
  });
});

describe('a section that is asked once a cell of a table calls for it', () => {
  afterEach(() => document.body.replaceChildren());

  it('appears with the first filled cell and goes with the last', async () => {
    const form = await showReport({
      rulebook: await namDinh(),
      form: 'bao-cao-02-nam',
      group: 'huyen-uy',
      attributes: { 'unit-id': 'huyen-uy-hai-hau' },
    });
    const asked = (): boolean => form.has('/sections/san-pham');
    expect(asked()).to.equal(false);
    await form.type('/tables/t4/nam-2022/tin-bai', '0');
    expect(asked()).to.equal(false);
    await form.type('/tables/t4/nam-2022/tin-bai', '12');
    expect(asked()).to.equal(true);
    await form.type('/tables/t4/nam-2022/tin-bai', '');
    expect(asked()).to.equal(false);
  });
});
