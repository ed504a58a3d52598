import { textIn, type FileEntry, type Nominee, type TemplateSection } from '@kl01/rules';
import type { FormContext } from '../base/form-context.js';
import { valueAt } from '../base/pointer.js';
import type { PrintBlock } from '../base/print-view.js';
import { showDate } from '../controls/calendar-date.js';
import { itemsAsked } from '../controls/dossier-item.js';
import { fieldInWords, inWords } from '../controls/field-in-words.js';
import { capitalised } from '../strings/words.js';
import { criteriaAsked, documentsAsked, fieldsAsked, nomineeName } from './nominee.js';
import { kindLabel } from './quota-meter.js';

type Entry = PrintBlock['entries'][number];

/** The whole nomination for the browser's Print. */
export function printNomination(form: FormContext): PrintBlock[] {
  const { strings, submission, view } = form;
  const nominees = submission.nominees ?? [];
  const meeting = submission.meeting;
  const blocks: PrintBlock[] = [
    {
      heading: strings.nominees.heading,
      level: 3,
      entries: [],
      blocks: nominees.map((nominee, index) => nomineeBlock(form, nominee, index)),
    },
    { heading: strings.dossier.heading, level: 3, entries: dossierEntries(form, 'slate', submission) },
  ];
  if (view.nomination?.meeting) {
    blocks.push({
      heading: strings.meeting.heading,
      level: 3,
      entries: [
        { label: strings.meeting.date, value: meeting?.date ? showDate(meeting.date) : '' },
        { label: strings.meeting.present, value: inWords(form, meeting?.present) },
        { label: strings.meeting.absent, value: inWords(form, meeting?.absent) },
        { label: strings.meeting.chair, value: inWords(form, meeting?.chair) },
        { label: strings.meeting.secretary, value: inWords(form, meeting?.secretary) },
      ],
    });
  }
  return blocks;
}

function nomineeBlock(form: FormContext, nominee: Nominee, index: number): PrintBlock {
  const declared = (id: string): unknown => nominee.declared?.[id];
  return {
    heading: `${index + 1}. ${nomineeName(form, nominee)} – ${capitalised(kindLabel(form, nominee.kind))}`,
    level: 4,
    entries: [
      ...fieldsAsked(form, nominee).map((field) => ({
        label: textIn(field.label, form.lang),
        value: fieldInWords(form, field, nominee[field.field]),
      })),
      ...criteriaAsked(form, 'criteria', nominee).map(({ id, label }) => ({
        label: form.strings.nominees.commit(label),
        value: inWords(form, declared(id)),
      })),
      ...criteriaAsked(form, 'exclusions', nominee).map(({ id, label }) => ({
        label,
        value: inWords(form, declared(id)),
      })),
      ...documentsAsked(form, nominee).flatMap(({ sections }) => sectionEntries(form, sections, nominee)),
      ...dossierEntries(form, 'nominee', nominee, nominee),
    ],
  };
}

function sectionEntries(form: FormContext, sections: readonly TemplateSection[], nominee: Nominee): Entry[] {
  return sections.flatMap(({ id, number, title, sections: below }) =>
    below && below.length > 0
      ? sectionEntries(form, below, nominee)
      : [{ label: number ? `${number}. ${title}` : title, value: inWords(form, nominee.sections?.[id]) }],
  );
}

function dossierEntries(form: FormContext, per: 'slate' | 'nominee', holder: unknown, item?: unknown): Entry[] {
  return itemsAsked(form, per, item).flatMap((view) => {
    const files = (id: string): string => {
      const entries = valueAt(holder, `/documents/${id}`);
      return Array.isArray(entries) ? (entries as FileEntry[]).map(({ name }) => name).join('; ') : '';
    };
    const declared = view.as.includes('paper') || view.endorsedBy !== undefined;
    return [
      ...(view.as.includes('upload') ? [{ label: view.label, value: files(view.id) }] : []),
      ...(declared
        ? [
            {
              label: view.endorsedBy
                ? form.strings.dossier.endorsed(view.label, view.endorsedBy.label)
                : form.strings.dossier.paper(view.label),
              value: inWords(form, valueAt(holder, `/declared/${view.id}`)),
            },
          ]
        : []),
      ...view.enclosures
        .filter(({ when }) => form.holds(when, item))
        .map(({ id, label }) => ({ label, value: files(id) })),
    ];
  });
}
