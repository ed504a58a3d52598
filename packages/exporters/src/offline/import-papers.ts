import { check, textIn, type Rulebook, type RulebookNomination, type Submission } from '@kl01/rules';
import {
  legacyEncoding,
  normalized,
  readNomination,
  understood,
  type KindToFind,
  type ReadNominee,
  type ReadPiece,
} from '@kl01/rules/reading';
import { readDocument } from '../docx-reader/read-document.js';
import { sectionView } from '../documents/parts/outline.js';
import { listOf, membersOf } from '../documents/parts/text.js';
import { ExportError } from '../export-error.js';
import { messagesIn } from '../strings/messages-in.js';
import type { Messages } from '../strings/messages.js';
import { entryCodec } from '../tables/codec.js';
import type { ImportFinding } from './import-finding.js';
import type { Imported, ImportOptions } from './read-form-workbook.js';

/** What `importDocx` does, apart from it: a page loads this when a Word file is first read. */
export async function importPapers(
  rulebook: Rulebook,
  bytes: Uint8Array,
  { now, unit, base, newId = () => crypto.randomUUID(), lang = 'vi' }: ImportOptions & { readonly base: Submission },
): Promise<Imported> {
  const { words, errors } = { words: messagesIn(lang).word, errors: messagesIn(lang).errors };
  const form = rulebook.forms.find(({ id }) => id === base.form);
  if (!form) throw new ExportError('form', errors.form(base.form, rulebook.forms.map(({ id }) => id).join(', ')));
  if (form.type !== 'nomination') throw new ExportError('form-type', errors.notNomination(form.id));
  const { blocks, unread } = await readDocument(bytes, { lang });
  const kinds = kindsOf(rulebook, form);
  const read = readNomination(blocks, kinds);
  const before = listOf(base.nominees).map(membersOf);
  const taken = read.nominees.map((nominee) => ({ nominee, at: placeOf(nominee, before) }));
  const problems: ImportFinding[] = [];
  const nominees = [...before];
  for (const { nominee, at } of taken) {
    if (at < 0 && nominees.length >= form.view.nomination.maxNominees) {
      problems.push(left({ text: Object.values(nominee.fields).join('; ') }, words));
      continue;
    }
    const index = at < 0 ? nominees.length : at;
    const old = at < 0 ? { id: newId(), kind: nominee.kind } : before[at]!;
    const kind = kinds.find((each) => each.kind === nominee.kind)!;
    nominees[index] = filled(old, nominee, kind, { index, words, problems });
  }
  problems.push(...read.left.filter(isTold).map((piece) => left(piece, words)));
  problems.push(...unread.map((name) => ({ ...left({ text: name }, words), message: words.unread(name) })));
  const submission = {
    ...base,
    issuer: { ...issuerOf(read.issuer), ...withoutBlanks(membersOf(base.issuer)) },
    nominees,
  } as unknown as Submission;
  const told = new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const { findings } = check(rulebook, submission, { now, lang, unit });
  return { submission, findings: [...problems, ...findings.filter(({ path }) => !told.has(path))], leftOut: [] };
}

/** What is part of every letter need not be told. */
const isTold = ({ aside }: ReadPiece): boolean => !aside || !/^(?:letterhead|closing|caption|margin)$/.test(aside);

function left({ text }: Pick<ReadPiece, 'text'>, words: Messages['word']): ImportFinding {
  return { rule: 'word/left', severity: 'warning', path: '', message: words.left(text), params: { text } };
}

function kindsOf({ templates }: Rulebook, form: RulebookNomination): KindToFind[] {
  const named = form.view.dossier.items.flatMap(({ template }) => template ?? []);
  const used = templates.filter(({ id }) => named.includes(id));
  return form.view.nomination.kinds.map(({ kind, label, fields }) => ({
    kind,
    label: textIn(label),
    fields,
    sections: used.flatMap(({ sections }) => sections[kind] ?? []).map(sectionView),
  }));
}

const placeOf = ({ kind, fields }: ReadNominee, nominees: readonly Readonly<Record<string, unknown>>[]): number =>
  nominees.findIndex((each) => each['kind'] === kind && plain(each['name']) === plain(fields['name']));

const plain = (name: unknown): string =>
  typeof name === 'string' ? normalized(name).replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi') : '';

function filled(
  old: Readonly<Record<string, unknown>>,
  { fields, sections }: ReadNominee,
  kind: KindToFind,
  { index, words, problems }: { index: number; words: Messages['word']; problems: ImportFinding[] },
): Record<string, unknown> {
  const nominee: Record<string, unknown> = { ...old };
  for (const view of kind.fields) {
    const text = fields[view.field];
    if (text === undefined) continue;
    // What is only said where it is so.
    const reading = view.type === 'yes-no' && text === 'x' ? { value: true } : entryCodec(view).fromCell(text);
    const path = `/nominees/${index}/${view.field}`;
    nominee[view.field] = 'doubt' in reading ? text : (reading.value ?? null);
    const label = textIn(view.label);
    const encoding = legacyEncoding(text);
    if (encoding)
      problems.push({
        rule: 'word/legacy-text',
        severity: 'warning',
        path,
        message: words.legacy(label, encoding),
        params: {},
      });
    if ('doubt' in reading)
      problems.push({
        rule: 'word/doubt',
        severity: 'error',
        path,
        message: words.doubt(label, text),
        params: { text },
      });
  }
  if (Object.keys(sections).length > 0) nominee['sections'] = { ...membersOf(old['sections']), ...sections };
  return nominee;
}

function issuerOf({ date, ...issuer }: ReturnType<typeof readNomination>['issuer']): Record<string, unknown> {
  const day = date && understood(date);
  return { ...issuer, ...(day && { date: day }) };
}

const withoutBlanks = (members: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
