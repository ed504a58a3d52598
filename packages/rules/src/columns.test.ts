import { describe, expect, it, vi } from 'vitest';
import { columnInTable } from './columns.js';
import type { ColumnView } from './rulebook.js';

const column = (id: string, label: string, columns?: ColumnView[]): ColumnView => ({
  id,
  label,
  ...(columns ? { columns } : { type: 'count' as const }),
});

describe('a column, told apart from the others of its table', () => {
  const columns = [
    column('hoi-nghi', 'Hội nghị', [
      column('truc-tiep', 'Trực tiếp', [column('tt-cuoc', 'Số cuộc'), column('tt-nguoi', 'Số người')]),
      column('truc-tuyen', 'Trực tuyến', [column('on-cuoc', 'Số cuộc'), column('on-cau', 'Số điểm cầu')]),
    ]),
    column('kiem-tra', 'Kiểm tra', [column('kt-cuoc', 'Số cuộc')]),
    column('cuoc', 'Số cuộc'),
    column('khac', 'Khác', [column('mot', 'Ghi chú'), column('hai', 'Ghi chú')]),
  ];
  it.each([
    ['by its own words where nobody else bears them', 'on-cau', 'Số điểm cầu'],
    ['by the heading above where others bear the same', 'tt-cuoc', 'Trực tiếp – Số cuộc'],
    ['by the heading above, that of another chapter', 'kt-cuoc', 'Kiểm tra – Số cuộc'],
    ['by its own words where no heading is above it', 'cuoc', 'Số cuộc'],
    ['by all there is where even that does not do', 'hai', 'Khác – Ghi chú'],
    ['by its id where there is no such column', 'nowhere', 'nowhere'],
  ])('%s', (_, id, words) => expect(columnInTable(columns, id)).toBe(words));

  it('costs a table its columns once, however often a name is asked for', () => {
    const workOf = (many: number): number => {
      const wide = Array.from({ length: many }, (_, at) => column(`c${at}`, 'Số cuộc'));
      const spy = vi.spyOn(JSON, 'stringify');
      for (const { id } of [...wide, ...wide]) columnInTable(wide, id);
      const calls = spy.mock.calls.length;
      spy.mockRestore();
      return calls;
    };
    expect(workOf(400)).toBeLessThanOrEqual(workOf(100) * 4);
  });
});
