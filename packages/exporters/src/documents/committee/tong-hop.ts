import { inSentence, ownMember, textIn, type SectionView } from '@kl01/rules';
import type { Block, OfficialDocument } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { ownDirectiveInWords } from '../parts/directive.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import { committeeOf } from '../parts/issuer.js';
import { sumsPart } from '../report/phu-luc.js';
import type { ConsolidationFacts } from '../parts/facts.js';
import { counted, sentence, textOf } from '../parts/text.js';
import { textBlocks } from '../parts/text-blocks.js';

/** A working file: under each section of the outline, the text of every unit under its name; then the sums. */
export const tongHop: DocumentKind = {
  id: 'tong-hop',
  from: { consolidation: { pages: make } },
};

function make(facts: ConsolidationFacts): Content<OfficialDocument> {
  const { form, rulebook, consolidation } = facts;
  const report = form.view.report;
  const committee = committeeOf(facts, 'BC');
  const said = words.summing;
  const { units, period } = consolidation;
  const label = form.view.periods.find(({ id }) => id === period)?.label;
  const common = {
    directive: ownDirectiveInWords(rulebook.directive),
    counted: counted(units.counted.length),
    late: counted(units.late.length),
    missing: counted(units.missing.length),
  };
  const names = (ids: readonly string[]) => ids.map((id) => ownMember(consolidation.names, id) ?? id).join('; ');
  const listed = (template: string, ids: readonly string[]): Block[] =>
    ids.length === 0 ? [] : [{ kind: 'dash', level: 1, inlines: sentence(template, { ...common, names: names(ids) }) }];
  return {
    model: {
      title: words.tongHop,
      parts: [
        {
          orientation: 'portrait',
          blocks: [
            { ...committee.letterhead, number: undefined },
            {
              kind: 'title',
              name: words.tongHop,
              subject: [inSentence(textIn(form.label))],
              ...(label && { note: [`(${label})`] }),
            },
            { kind: 'paragraph', inlines: sentence(said.lead, common) },
            ...listed(said.countedUnits, units.counted),
            ...listed(said.lateUnits, units.late),
            ...listed(said.missingUnits, units.missing),
            ...leftOutBlocks(facts),
            ...sectionBlocks(report.outline, 1, facts),
          ],
        },
        ...sumsPart(report, consolidation),
      ],
    },
  };
}

/** What was left out and why; one line per unit and reason. */
function leftOutBlocks({ consolidation: { leftOut, names } }: ConsolidationFacts): Block[] {
  const { leftOutLine, leftOutTimes, reasons } = words.summing;
  const times = new Map<string, number>();
  const lines = leftOut.map(({ source, unit, reason }) => {
    const name = unit ? (ownMember(names, unit) ?? unit) : String(source);
    const line = JSON.stringify([name, reasons[reason]]);
    times.set(line, (times.get(line) ?? 0) + 1);
    return { line, name, reason: reasons[reason] };
  });
  return [...new Map(lines.map((one) => [one.line, one])).values()].map(({ line, name, reason }) => {
    const count = times.get(line) ?? 1;
    const why = count > 1 ? sentence(leftOutTimes, { reason, count: counted(count) }) : reason;
    return { kind: 'dash', level: 1, inlines: sentence(leftOutLine, { unit: name, reason: why }) };
  });
}

function sectionBlocks(sections: readonly SectionView[], level: 1 | 2 | 3, facts: ConsolidationFacts): Block[] {
  return sections.flatMap((section): Block[] => [
    { kind: 'heading', level, number: section.number, text: section.title },
    ...(section.sections.length > 0
      ? sectionBlocks(section.sections, level === 1 ? 2 : 3, facts)
      : unitsBlocks(section.id, facts)),
  ]);
}

/** The texts of all units for a section, or a note that there are none, so that no heading is left empty. */
function unitsBlocks(section: string, { consolidation: { sections: texts, names } }: ConsolidationFacts): Block[] {
  const blocks = (ownMember(texts, section) ?? []).flatMap(({ unit, text }): Block[] => {
    const own = textOf(text);
    if (!own) return [];
    const name = ownMember(names, unit) ?? unit;
    return [{ kind: 'paragraph', as: 'unit-name', inlines: [name] }, ...textBlocks(own)];
  });
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', as: 'note', inlines: [words.summing.nothing] }];
}
