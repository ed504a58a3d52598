import { describe, expect, test } from 'vitest';
import { completeCase } from '../authoring/cases.js';
import { compile } from '../compile/compile.js';
import { diff } from './diff.js';
import type { PackChange } from './pack-changes.js';
import { newPack } from '../authoring/new-pack.js';
import { parsePack } from '../pack/parse-pack.js';
import type { RulePack } from '../pack/pack.js';
import { fragments, packs } from '../../test/lib/packs.js';

type Draft = Record<string, never> & { forms: Draft[] } & { [name: string]: Draft & Draft[] };

/** The starter pack, edited. */
function edited(edit: (pack: Draft) => void): RulePack {
  const pack = structuredClone(newPack()) as unknown as Draft;
  edit(pack);
  return parsePack(JSON.parse(JSON.stringify(pack)));
}

const set = (holder: unknown, values: Record<string, unknown>): void => void Object.assign(holder as object, values);
const changesOf = (edit: (pack: Draft) => void): readonly PackChange[] => diff(newPack(), edited(edit)).changes;

describe('what changed, in the words of an officer', () => {
  test.each<[edit: (pack: Draft) => void, text: string, element: string, clause: string | undefined]>([
    [
      ({ forms }) => set(forms[1]!['windows']![0], { before: '2025-04-15' }),
      'Báo cáo kết quả thực hiện › Thời hạn: trước ngày 05/4/2025 → trước ngày 15/4/2025',
      'bao-cao/windows/nop',
      '2',
    ],
    [
      ({ forms }) => set(forms[0]!['windows']![0], { late: undefined }),
      'Đề nghị khen thưởng › Thời hạn – khi gửi muộn: không nhận → vẫn nhận, có nhắc',
      'de-nghi/windows/nop',
      '1',
    ],
    [
      ({ forms }) => set(forms[0]!['quotas']![0]!['anyOf']![0]![1], { max: 3 }),
      'Đề nghị khen thưởng › Số lượng: Các đảng bộ cơ sở: 01 tập thể và 01–02 cá nhân → 01 tập thể và 01–03 cá nhân',
      'de-nghi/quotas/dang-bo',
      '1.1',
    ],
    [
      ({ forms }) => set(forms[0]!['criteria']![0], { atLeast: 'good' }),
      'Đề nghị khen thưởng › Tiêu chuẩn: Xếp loại đảng viên năm 2024 – ít nhất: “Hoàn thành xuất sắc nhiệm vụ” → “Hoàn thành tốt nhiệm vụ”',
      'de-nghi/criteria/dang-vien-xuat-sac',
      '1.2',
    ],
    [
      ({ forms }) => set(forms[0]!['criteria']![0], { when: undefined }),
      'Đề nghị khen thưởng › Tiêu chuẩn: Xếp loại đảng viên năm 2024 – điều kiện: là đảng viên → không có',
      'de-nghi/criteria/dang-vien-xuat-sac',
      '1.2',
    ],
    [
      ({ forms }) => set(forms[1], { windows: 'unannounced' }),
      'Báo cáo kết quả thực hiện – thời hạn: trước ngày 05/4/2025 → chưa ấn định',
      'bao-cao',
      '2',
    ],
    [
      ({ forms }) => set(forms[0]!['dossier'], { copies: 3 }),
      'Đề nghị khen thưởng – hồ sơ, số bộ, số bản: 2 → 3',
      'de-nghi',
      '1.3',
    ],
    [
      ({ forms }) => void (forms[0]!['dossier']!['items'] as unknown as unknown[]).pop(),
      'Bỏ: Đề nghị khen thưởng › Hồ sơ: Báo cáo thành tích',
      'de-nghi/dossier/items/bao-cao-thanh-tich',
      '1.3',
    ],
    [
      ({ forms }) => void (forms[0]!['nominees']!['individual']!['fields'] as unknown as unknown[]).push('phone'),
      'Thêm: Đề nghị khen thưởng › Thông tin: Số điện thoại liên lạc (cá nhân)',
      'de-nghi/nominees/individual/fields/phone',
      '1',
    ],
    [
      ({ forms }) => void (forms[1]!['tables']![0]!['rows'] as unknown as unknown[]).reverse(),
      'Báo cáo kết quả thực hiện › Biểu: 1. TỔ CHỨC HỌC TẬP, QUÁN TRIỆT – các dòng, thứ tự: Năm 2024; Năm 2025 → Năm 2025; Năm 2024',
      'bao-cao/tables/t1',
      '2',
    ],
    [
      (pack) => set(pack['directive'], { date: '2025-01-03' }),
      'Văn bản – ngày: 02/01/2025 → 03/01/2025',
      'directive',
      undefined,
    ],
    [(pack) => set(pack, { version: '1.1.0' }), 'phiên bản: 1.0.0 → 1.1.0', '', undefined],
  ])('%# %s', (edit, text, element, clause) => {
    const changes = changesOf((pack) => {
      delete (pack as Record<string, unknown>)['coverage'];
      edit(pack);
    }).filter((change) => !change.element.startsWith('coverage'));
    expect(changes.map((change) => change.text)).toEqual([text]);
    expect(changes[0]).toMatchObject({ element, ...(clause !== undefined && { clause }) });
  });

  test('an amendment is told where it bites, with its document', () => {
    const amendment = {
      number: '02-CV/ABC',
      date: '2025-03-01',
      changes: [{ element: 'bao-cao/windows/nop', to: { noLaterThan: '2025-04-10T17:00' } }],
    };
    const changes = changesOf((pack) => set(pack, { amendments: [amendment] }));
    expect(changes.map(({ text, amendedBy }) => [text, amendedBy])).toEqual([
      ['Báo cáo kết quả thực hiện › Thời hạn: trước ngày 05/4/2025 → chậm nhất 17 giờ ngày 10/4/2025', '02-CV/ABC'],
      ['Thêm: Văn bản sửa đổi: số 02-CV/ABC, ngày 01/3/2025', undefined],
    ]);
  });

  test('the same pack has no changes; one that changed under the same version is noticed', () => {
    expect(diff(newPack(), newPack())).toMatchObject({ changes: [], sameVersion: false });
    const changed = edited((pack) => set(pack.forms[0], { label: 'Khác' }));
    expect(diff(newPack(), changed).sameVersion).toBe(true);
    expect(diff(newPack(), { ...changed, version: '1.0.1' }).sameVersion).toBe(false);
  });

  const all = [...packs, ...fragments].map(({ pack }) => pack);
  test('any two packs can be compared, and every change is a sentence', () => {
    for (const before of all) {
      for (const after of all) {
        const { changes } = diff(before, after);
        expect(changes.length > 0).toBe(before !== after);
        for (const { text } of changes) expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });
});

describe('stored submissions, judged by both packs', () => {
  const rulebook = compile(newPack());
  const submission = completeCase(rulebook, {
    name: 'a valid report',
    form: 'bao-cao',
    now: '2025-04-01T09:00:00+07:00',
    submission: {
      unit: { id: 'don-vi', group: 'dang-bo', name: 'Đơn vị' },
      sections: { i: 'Một.', ii: 'Hai.', iii: 'Ba.' },
    },
    expect: { valid: true, findings: [] },
  });
  const judged = (after: RulePack, now = '2025-04-01T09:00:00+07:00') =>
    diff(newPack(), after, { submissions: [{ source: 'bao-cao.json', submission, now }] }).submissions[0]!;

  test('still valid, though the version is another', () => {
    const result = judged({ ...newPack(), version: '2.0.0' });
    expect(result).toMatchObject({ before: { valid: true }, after: { valid: true }, appeared: [], disappeared: [] });
  });

  test('a section more is due', () => {
    const result = judged(
      edited((pack) => void (pack.forms[1]!['outline'] as unknown as unknown[]).push({ id: 'iv', title: 'Mới' })),
    );
    expect(result.after.valid).toBe(false);
    expect(result.appeared.map(({ rule, path }) => [rule, path])).toEqual([['outline/iv', '/sections/iv']]);
  });

  test('a later deadline takes the warning away', () => {
    const result = judged(
      edited((pack) => set(pack.forms[1]!['windows']![0], { before: '2025-05-01' })),
      '2025-04-20T09:00:00+07:00',
    );
    expect(result.disappeared.map(({ rule }) => rule)).toEqual(['window']);
  });

  test('of another pack it is no submission at all', () => {
    expect(judged({ ...newPack(), id: 'khac.2025' }).appeared.map(({ rule }) => rule)).toEqual(['rulebook']);
  });
});
