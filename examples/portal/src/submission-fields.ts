import { answerInWords, asked, entriesOf, questionnaire, textIn, valueAt } from '@kl01/rules';
import type { AskedEntry, AskedPart, Rulebook, RulebookForm, Submission } from '@kl01/rules';
import { vi } from './strings/vi.js';

/** One field or cell of a submission, described for people. */
export interface SubmissionField {
  /** JSON Pointer */
  path: string;
  label: string;
  /** its value in words; '' if empty, null for anything larger than a field */
  said: string | null;
}

/** A group of fields: one nominee, one table, one chapter of the outline. */
export interface FieldGroup {
  title: string;
  /** the label within a sentence, such as "Biểu 2A" */
  short: string;
  fields: readonly SubmissionField[];
}

const words = vi.fields;
const SHOWN = 200;

/** All fields that the form of a submission asks for, filled or not, grouped as in the form. */
export function fieldsOf(rulebook: Rulebook, form: RulebookForm, submission: Submission): FieldGroup[] {
  const field = ({ path, label, ...entry }: AskedEntry): SubmissionField => ({
    path,
    label: textIn(label),
    said: shorten(answerInWords(entry, valueAt(submission, path))),
  });
  const group = (part: AskedPart, whole: readonly SubmissionField[] = [], title = textIn(part.label)): FieldGroup => ({
    title,
    short: title,
    fields: [...whole, ...entriesOf([part]).map(field)],
  });
  return asked(questionnaire(rulebook, form), submission)
    .flatMap(groupsOf)
    .filter(({ fields }) => fields.length > 0);

  function groupsOf(part: AskedPart): FieldGroup[] {
    const title = textIn(part.label);
    const { path } = part;
    switch (part.owner) {
      case 'nominees':
        return [
          { title, short: title, fields: [{ path, label: title, said: words.count(part.parts.length) }] },
          ...part.parts.map(nominee),
        ];
      case 'outline':
        return part.parts.map(chapter);
      case 'table': {
        const short = part.table?.number ? words.tableOf(part.table.number) : title;
        return [{ ...group(part, [{ path, label: words.table, said: null }]), short }];
      }
      case 'commitments': {
        const whole = { path, label: words.commitments, said: words.count(part.parts.length) };
        const items = part.parts.flatMap((item, at) =>
          item.entries.map(field).map((each) => ({ ...each, label: words.numbered(at + 1, each.label) })),
        );
        return [{ title, short: title, fields: [whole, ...items] }];
      }
      default:
        return [group(part)];
    }
  }

  function nominee(part: AskedPart, at: number): FieldGroup {
    const said = valueAt(submission, `${part.path}/name`);
    const name = typeof said === 'string' && said !== '' ? said : words.unnamed(at + 1);
    const whole = { path: part.path, label: words.nominee, said: null };
    return { ...group(part, [whole], `${textIn(part.label)}: ${name}`), short: name };
  }

  /** Numbering restarts in each chapter, so sections are named together with those above. */
  function chapter(part: AskedPart): FieldGroup {
    const title = textIn(part.label);
    const number = /^([^.]+)\. /.exec(title)?.[1];
    const below = (section: AskedPart, above: readonly string[]): SubmissionField[] => {
      const name = [...above, textIn(section.label)];
      const own = section.entries.map((entry) => ({ ...field(entry), label: name.join(' – ') }));
      return [...own, ...section.parts.flatMap((each) => below(each, name))];
    };
    const fields = part.parts.length > 0 ? part.parts.flatMap((each) => below(each, [])) : below(part, []);
    return { title, short: number ? words.chapter(number) : title, fields };
  }
}

const shorten = (said: string): string => (said.length > SHOWN ? `${said.slice(0, SHOWN)}…` : said);
