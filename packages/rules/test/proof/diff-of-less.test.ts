import { describe, expect, test } from 'vitest';
import { diff } from '../../src/explain/diff.js';
import { changesOf as changes } from '../../src/explain/pack-changes.js';
import type { RulePack } from '../../src/pack/pack.js';
import { parsePack } from '../../src/pack/parse-pack.js';
import { fragments, packs } from '../lib/packs.js';

describe('whatever member a pack leaves out that may be left out, the difference is told', () => {
  type Path = readonly (string | number)[];

  /** One place of each kind of member, such as the `when` of a check: lists are walked, their entries are alike. */
  function kindsOfMember(pack: unknown): Path[] {
    const found = new Map<string, Path>();
    const visit = (value: unknown, path: Path, kind: string): void => {
      if (value === null || typeof value !== 'object') return;
      for (const [name, member] of Object.entries(value)) {
        const isEntry = Array.isArray(value);
        const here = [...path, isEntry ? Number(name) : name];
        const hereKind = `${kind}/${isEntry ? '*' : name}`;
        if (!isEntry && !found.has(hereKind)) found.set(hereKind, here);
        visit(member, here, hereKind);
      }
    };
    visit(pack, [], '');
    return [...found.values()];
  }

  function without(pack: RulePack, path: Path): RulePack | null {
    const copy = JSON.parse(JSON.stringify(pack)) as Record<string | number, unknown>;
    const holder = path.slice(0, -1).reduce((at, step) => at[step] as typeof copy, copy);
    delete holder[path.at(-1)!];
    try {
      return parsePack(copy);
    } catch {
      // Not optional there.
      return null;
    }
  }

  test.each([...packs, ...fragments].map(({ id, pack }) => [id, pack] as const))('%s', (_id, pack) => {
    for (const path of kindsOfMember(pack)) {
      const less = without(pack, path);
      if (!less || path[0] === '$schema') continue;
      for (const lang of ['vi', 'en'] as const) {
        for (const [before, after] of [
          [pack, less],
          [less, pack],
        ] as const) {
          expect(() => changes(before, after, { lang }), path.join('/')).not.toThrow();
        }
      }
    }
  });

  const planned = packs.map(({ pack }) => pack).find(({ forms }) => forms.some((form) => 'commitments' in form))!;
  const at = planned.forms.findIndex((form) => 'commitments' in form);

  test('a plan without its commitments', () =>
    expect(diff(planned, without(planned, ['forms', at, 'commitments'])!).changes.map(({ text }) => text)).toEqual([
      'Kế hoạch cá nhân về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2023 – việc nêu gương: Người có chức vụ cao nhất thuộc diện phải đăng ký: 01–02 việc cụ thể; Mỗi việc thuộc một nhóm: (1) Việc khắc phục hạn chế, khó khăn, thiếu sót kéo dài; (2) Việc đột phá, đổi mới, sáng tạo, cấp bách → không có',
    ]));
});
