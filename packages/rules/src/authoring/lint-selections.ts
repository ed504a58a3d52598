import { allocationInWords, allocations } from './allocation.js';
import { canBeMet } from './can-be-met.js';
import { alternativesInWords } from '../kinds/quota.js';
import type { Report } from './lint-finding.js';
import type { Rulebook, Selection } from '../rulebook.js';
import { kindLabel } from '../judge/nominee-kinds.js';
import { sourceForm } from '../form-of-type.js';
import type { Kind } from '../submission.js';
import { inSentence, textIn, type Lang, type Text } from '../text.js';

/** Checks what the committee selects: totals must add up, and not exceed what there is to select from. */
export function lintSelections(rulebook: Rulebook, report: Report, lang: Lang): void {
  for (const selection of rulebook.selections) {
    const kinds = sourceForm(rulebook, selection)?.view.nomination ?? { kinds: [] };
    const kindOf = (kind: Kind) => kindLabel(kinds, kind);
    const alone = selection.counts.filter((count) => !canBeMet([count])).map((count) => [count]);
    const impossible = alone.length === 0 && !canBeMet(selection.counts) ? [selection.counts] : alone;
    for (const counts of impossible) {
      report('selection-impossible', selection.element, alternativesInWords([{ counts }], lang, kindOf));
    }
    const shares = selection.counts.filter(({ allocated, max }) => allocated && typeof max === 'object');
    for (const count of shares)
      report('allocated-share', selection.element, alternativesInWords([{ counts: [count] }], lang, kindOf));
    for (const sum of allocations(rulebook, selection)) {
      if (sum.total !== sum.stated) report('allocated', selection.element, allocationInWords(sum, lang));
    }
    const source = rulebook.selections.find(({ id }) => id === selection.from);
    if (source) lintSource(selection, source, kindOf, report, lang);
    for (const { of, count, id } of selection.reserved) {
      const most = mostOf(selection, of);
      if (count > most) report('reserved', `${selection.element}/reserved/${id}`, `${count} > ${most}`);
    }
  }
}

/** Reports kinds that the source does not contain, and counts that exceed it. */
function lintSource(
  selection: Selection,
  source: Selection,
  kindOf: (kind: Kind) => Text,
  report: Report,
  lang: Lang,
): void {
  for (const { of, min } of selection.counts) {
    const least = typeof min === 'number' ? min : 0;
    const most = mostOf(source, of);
    if (most > 0 && least <= most) continue;
    const told =
      most === 0 ? `${of.map((kind) => inSentence(textIn(kindOf(kind), lang))).join(', ')}: 0` : `${least} > ${most}`;
    report('selection-source', selection.element, `${told} (${source.id})`);
  }
}

/** The maximum number of these kinds in a selection. */
function mostOf({ counts }: Selection, kinds: readonly Kind[]): number {
  const touching = counts.filter(({ of }) => of.some((kind) => kinds.includes(kind)));
  return touching.reduce((sum, { max }) => sum + (typeof max === 'number' ? max : Infinity), 0);
}
