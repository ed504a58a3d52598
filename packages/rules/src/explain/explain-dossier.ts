import { kindsOf } from '../kinds/context.js';
import { MEETING_PARTS, itemLabel, printsMeeting, type PackItem } from '../kinds/dossier.js';
import type { PackTemplateSection } from '../kinds/common.js';
import { vocabulary } from '../strings/vocabulary.js';
import { textIn } from '../text.js';
import { type ExplainingForm, cited, remark, forWhom } from './explaining.js';
import { line, listOf, partOf, type ExplainedLine, type ExplainedPart } from './explanation.js';
import { kindName } from './pack-names.js';

export function dossierPart(telling: ExplainingForm): ExplainedPart[] {
  const { form, words } = telling;
  const { dossier } = form;
  if (!dossier) return [];
  const lines = dossier.items.map((item) => itemLine(telling, item));
  return partOf(words.dossier.heading(dossier.copies), listOf(lines), {
    cite: cited(telling, dossier.cite, form.cite),
  });
}

function itemLine(telling: ExplainingForm, item: PackItem): ExplainedLine {
  const { form, words, lang } = telling;
  const { dossier } = words;
  const element = `${form.id}/dossier/items/${item.id}`;
  const about = form.type === 'nomination' ? [item.per === 'slate' ? dossier.perSlate : dossier.perNominee] : [];
  const way = item.by
    ? dossier.byCommittee
    : item.as.includes('paper')
      ? dossier.paper
      : item.as.length > 1
        ? dossier.either
        : item.as[0] === 'print'
          ? dossier.print
          : dossier.upload;
  const text = [
    ...about,
    ...forWhom(telling, item),
    way,
    ...(item.duty === 'if-any' ? [dossier.ifAny] : []),
    ...(item.copies ? [dossier.copies(item.copies)] : []),
    ...(item.bound ? [dossier.bound] : []),
    ...(item.limit?.pages === undefined ? [] : [dossier.pages(item.limit.pages)]),
    ...(item.limit?.characters === undefined ? [] : [dossier.characters(item.limit.characters)]),
    ...(item.soft ? [dossier.soft(item.soft)] : []),
    ...(item.endorsedBy ? [dossier.endorsed(item.endorsedBy.label, forWhom(telling, item.endorsedBy))] : []),
  ].join('; ');
  const cite = cited(telling, item.cite, form.dossier!.cite, form.cite);
  return line(text, {
    label: itemLabel(item, lang),
    element,
    cite,
    lines: [
      ...templateLines(telling, item),
      ...meetingLines(telling, item),
      ...(item.enclosures
        ? [
            line('', {
              label: dossier.enclosures,
              lines: item.enclosures.map((enclosure) =>
                line(
                  [
                    enclosure.label,
                    ...forWhom(telling, enclosure),
                    ...(enclosure.duty === 'if-any' ? [dossier.ifAny] : []),
                  ].join('; '),
                  {
                    element: `${element}/enclosures/${enclosure.id}`,
                    cite: cited(telling, enclosure.cite, item.cite, form.dossier!.cite, form.cite),
                    lines: remark(telling, enclosure.description),
                  },
                ),
              ),
            }),
          ]
        : []),
      ...remark(telling, item.description),
    ],
  });
}

function meetingLines({ words, lang }: ExplainingForm, item: PackItem): ExplainedLine[] {
  if (!printsMeeting(item)) return [];
  return [
    line(MEETING_PARTS.map((part) => textIn(vocabulary.places[`/meeting/${part}`]!, lang)).join('; '), {
      label: words.dossier.meeting,
    }),
  ];
}

/** Sections of the printed document; kinds with the same sections are described together. */
function templateLines(telling: ExplainingForm, item: PackItem): ExplainedLine[] {
  const { pack, form, words, lang } = telling;
  const template = pack.templates?.find(({ id }) => id === item.template);
  if (!template || form.type !== 'nomination') return [];
  const kinds = kindsOf(form).filter((kind) => !item.of || item.of.includes(kind));
  const lines = kinds.flatMap((kind) => {
    const sections = template.sections[kind];
    if (!sections) return [];
    return [
      line(sections.map((section) => templateSection(telling, section)).join('; '), {
        label: words.dossier.templateFor(kindName(pack, form, kind, lang)),
      }),
    ];
  });
  return [line('', { label: words.dossier.template(template.label), element: `templates/${template.id}`, lines })];
}

function templateSection(telling: ExplainingForm, section: PackTemplateSection): string {
  const { words } = telling;
  const title = [section.number, section.title].filter(Boolean).join('. ');
  const told = words.nominee.fieldWhen(title, section.optional ? [words.form.optional] : []);
  if (!section.sections) return told;
  return `${told}: ${section.sections.map((inner) => templateSection(telling, inner)).join('; ')}`;
}
