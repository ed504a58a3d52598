import { compile } from '../../src/compile/compile.js';
import type { RulePack } from '../../src/pack/pack.js';
import { parsePack } from '../../src/pack/parse-pack.js';
import type { Rulebook } from '../../src/rulebook.js';

/** A pack with one form, for tests that look at one part of the format; the rest is as little as can be. */
export function packOf(form: Record<string, unknown>, members: Record<string, unknown> = {}): RulePack {
  return parsePack({
    format: 2,
    id: 'vi-du.2023',
    version: '1.0.0',
    timezone: 'Asia/Ho_Chi_Minh',
    layout: 'hd36-2018',
    directive: { number: '01-VD', date: '2023-01-01', title: 'Ví dụ', committee: { name: 'Cấp ủy ví dụ' } },
    unitGroups: [
      { id: 'xa', label: 'Các xã' },
      { id: 'phuong', label: 'Các phường' },
    ],
    units: [
      { id: 'xa-mot', label: 'Xã Một', group: 'xa' },
      { id: 'xa-hai', label: 'Xã Hai', group: 'xa' },
    ],
    forms: [{ id: 'mau', label: 'Mẫu', cite: '1', ...form }],
    ...members,
  });
}

/** Its rulebook. */
export const rulebookOf = (form: Record<string, unknown>, members?: Record<string, unknown>): Rulebook =>
  compile(packOf(form, members));

/** A report that is due within some windows. */
export const reportWithin = (...windows: Record<string, unknown>[]): Rulebook =>
  rulebookOf({ type: 'report', windows: windows.map((window, index) => ({ id: `nop-${index + 1}`, ...window })) });
