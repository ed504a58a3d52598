import { describe, expect, test } from 'vitest';
import { parseUnits, UnitListError } from './parse-units.js';

const unit = { id: 'phuong-a', group: 'phuong', name: 'Phường A' };

describe('the committee’s list of units', () => {
  test.each<[name: string, json: unknown, units: unknown]>([
    ['empty', [], []],
    ['with and without a name', [unit, { id: 'b', group: 'xa' }], [unit, { id: 'b', group: 'xa' }]],
    ['no name is null', [{ ...unit, name: null }], [{ id: 'phuong-a', group: 'phuong' }]],
    ['what else the portal keeps is left aside', [{ ...unit, members: 12, phone: '…' }], [unit]],
  ])('%s', (_, json, units) => expect(parseUnits(json)).toEqual(units));

  test.each<[name: string, json: unknown, problems: string[]]>([
    ['no list', { units: [unit] }, [' list']],
    ['nothing', null, [' list']],
    ['a bare id', ['phuong-a'], ['/0 unit']],
    ['no id, no group', [unit, {}], ['/1/id id', '/1/group group']],
    ['a number for an id', [{ ...unit, id: 7 }], ['/0/id id']],
    ['a blank group', [{ ...unit, group: ' ' }], ['/0/group group']],
    ['a name that is none', [{ ...unit, name: ['Phường A'] }], ['/0/name name']],
    ['a unit twice', [unit, { ...unit, name: 'Phường A (mới)' }], ['/1/id twice']],
  ])('%s: every problem with its place', (_, json, problems) => {
    for (const lang of ['vi', 'en'] as const) {
      const error = caught(() => parseUnits(json, { lang }));
      expect(error).toBeInstanceOf(UnitListError);
      expect(error.problems.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(problems);
      expect(error.message.split('\n')).toHaveLength(problems.length + 1);
    }
  });

  test('the error reads line by line', () =>
    expect(caught(() => parseUnits([unit, unit])).message).toBe(
      'Danh sách đơn vị có 1 lỗi.\n/1/id: Đơn vị “phuong-a” đã có trong danh sách; chỉ giữ lại một.',
    ));
});

function caught(act: () => unknown): UnitListError {
  try {
    act();
  } catch (error) {
    return error as UnitListError;
  }
  throw new Error('nothing was thrown');
}
