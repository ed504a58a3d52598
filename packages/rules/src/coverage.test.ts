import { describe, expect, test } from 'vitest';
import { clausesOf } from '../test/lib/clauses.mjs';
import { packs } from '../test/lib/packs.js';
import { findElement } from './pack/element.js';

/** Whoever signs off a pack can see how each clause of the directive is covered. */
const published = packs.filter(({ clauses }) => clauses.length > 0);

describe.each(published.map((entry) => [entry.id, entry] as const))('%s', (_id, { pack, clauses }) => {
  const coverage = pack.coverage ?? {};

  test('every clause of the directive is covered', () => {
    expect(clauses.filter(({ clause }) => !Object.hasOwn(coverage, clause))).toEqual([]);
  });

  test('what is covered is a clause of the directive, and has one name', () => {
    const known = clauses.map(({ clause }) => clause);
    expect(Object.keys(coverage).filter((clause) => !known.includes(clause))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });

  test('the elements that carry a clause are in the pack', () => {
    const lost = Object.entries(coverage).flatMap(([clause, carried]) =>
      Array.isArray(carried)
        ? carried.filter((address) => !findElement(pack, address)).map((address) => `${clause}: ${address}`)
        : [],
    );
    expect(lost).toEqual([]);
  });
});

describe('the clauses of a text', () => {
  const text = `
QUẬN ỦY VÍ DỤ
*
Thực hiện Kế hoạch số 01-KH/QU của Ban Thường vụ Quận ủy, đề nghị các đơn vị như sau:

I. BÁO CÁO
- Các đơn vị gửi báo cáo theo hướng dẫn của Ban Thi đua
- Khen thưởng.
Thực hiện theo Hướng dẫn số 02/HD-BTĐKT, ngày 29/11/2021 của Ban Thi đua

- Khen thưởng Trung ương.
1.1. Số lượng
* *Tập thể*: mỗi đơn vị
chọn một tập thể:
- Chi bộ;
+ Chi bộ cơ sở;
+ Chi bộ trực thuộc.
* Cá nhân
- Đảng viên
Bảng 2A: HỌC TẬP
Năm\tSố cuộc
2021\t\t
\tNơi nhận:
- Như trên,
ĐỀ CƯƠNG BÁO CÁO
kết quả thực hiện
I. KẾT QUẢ`;

  test('are named by printed numbers, marks and annexes; who receives and signs it is none', () => {
    expect(clausesOf(text).map(({ clause, words }) => `${clause}: ${words}`)).toEqual([
      'Mở đầu: Thực hiện Kế hoạch số 01-KH/QU của Ban',
      'I: BÁO CÁO',
      'I, gạch 1: Các đơn vị gửi báo cáo theo hướng',
      'I, gạch 2: Khen thưởng.',
      'I, đoạn 1: Thực hiện theo Hướng dẫn số 02/HD-BTĐKT, ngày',
      'I.1.1: Số lượng',
      'I.1.1, sao 1: Tập thể: mỗi đơn vị chọn một tập',
      'I.1.1, sao 1, gạch 1: Chi bộ;',
      'I.1.1, sao 1, gạch 1, cộng 1: Chi bộ cơ sở;',
      'I.1.1, sao 1, gạch 1, cộng 2: Chi bộ trực thuộc.',
      'I.1.1, sao 2: Cá nhân',
      'I.1.1, sao 2, gạch 1: Đảng viên',
      'I.2A: HỌC TẬP',
      'Đề cương, I: KẾT QUẢ',
    ]);
  });
});
