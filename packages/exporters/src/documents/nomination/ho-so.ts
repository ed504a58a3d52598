import { holds, type ItemView } from '@kl01/rules';
import type { Bundle, BundleEntry } from '../parts/bundle.js';
import { fileStem } from '../../text/file-stem.js';
import { baoCaoThanhTich } from './bao-cao-thanh-tich.js';
import { bienBan } from './bien-ban.js';
import { checklist } from './checklist.js';
import { danhSachTrichNgang } from './danh-sach-trich-ngang.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import { filesOf, type NamedFile } from '../parts/files-of.js';
import { nomineeGroups } from '../parts/nominees.js';
import type { Members, NominationFacts } from '../parts/facts.js';
import { membersOf, textOf } from '../parts/text.js';
import { toTrinh } from './to-trinh.js';
import { tomTatThanhTich } from './tom-tat-thanh-tich.js';

/** Bộ hồ sơ: every document of a nomination, the files that go with it, a checklist and a manifest, in one archive. */
export const hoSo: DocumentKind = {
  id: 'ho-so',
  from: { nomination: { bundle: make } },
};

const PRINTED = [toTrinh, danhSachTrichNgang, bienBan, baoCaoThanhTich, tomTatThanhTich];

function make(facts: NominationFacts): Content<Bundle> {
  const entries = entriesOf(facts);
  const { form, rulebook, submission, unit } = facts;
  return {
    model: {
      entries,
      checklist: { name: `00-${CHECKLIST}.docx`, make: (fates) => checklist(facts, fates) },
      about: {
        rulebook: `${rulebook.id}@${rulebook.version}`,
        form: form.id,
        unit: textOf(unit['id']) ?? null,
        submission: textOf(submission['id']) ?? null,
        revision: typeof submission['revision'] === 'number' ? submission['revision'] : null,
      },
    },
  };
}

const CHECKLIST = 'danh-muc-ho-so';

/** In dossier order: papers of the whole slate, then a folder per nominee. */
function entriesOf(facts: NominationFacts): BundleEntry[] {
  const { form, submission } = facts;
  const files = filesOf(facts);
  const taken = new Set<NamedFile>();
  const take = (folder: string, item: ItemView, nominee?: Members): BundleEntry[] => {
    const ids = [item.id, ...item.enclosures.map(({ id }) => id)];
    const own = files.filter((file) => file.nominee === nominee && ids.includes(file.item));
    own.forEach((file) => taken.add(file));
    return [
      ...documentEntry(facts, folder, item, own, nominee),
      ...own.map((file, index) => fileEntry(folder, file, index)),
    ];
  };
  const items = form.view.dossier.items;
  const names = items.some(({ document }) => document === toTrinh.id) ? [] : [made(facts, '', toTrinh)];
  const ofSlate = items
    .filter(({ per, when }) => per === 'slate' && holds(when, { submission }))
    .flatMap((item) => take('', item));
  const nominees = nomineeGroups(form.view.nomination, facts).flatMap((group) => group.nominees);
  const ofNominees = nominees.flatMap((nominee, index) => {
    const folder = `${numbered(index)}-${fileStem(textOf(nominee['name']) ?? '') || 'x'}/`;
    return items
      .filter(({ per, when }) => per === 'nominee' && holds(when, { submission, item: nominee }))
      .flatMap((item) => take(folder, item, nominee));
  });
  // All remaining files are included, so that nothing is lost.
  const others = files.filter((file) => !taken.has(file)).map((file, index) => fileEntry('khac/', file, index));
  return withNumbers([...names, ...ofSlate], [...ofNominees, ...others]);
}

/** A document made on demand, unless files answer the item and there is nothing to print. */
function documentEntry(
  facts: NominationFacts,
  folder: string,
  item: ItemView,
  files: readonly NamedFile[],
  nominee?: Members,
): BundleEntry[] {
  const kind = PRINTED.find(({ id }) => id === item.document);
  if (!kind || !item.as.includes('print')) return [];
  const given = nominee ? membersOf(nominee['sections']) : membersOf(facts.submission['meeting']);
  const isEmpty = Object.values(given).every((value) => value === null || value === undefined || value === '');
  if (item.as.includes('upload') && files.length > 0 && isEmpty) return [];
  return [made(facts, folder, kind, nominee)];
}

function made(facts: NominationFacts, folder: string, kind: DocumentKind, nominee?: Members): BundleEntry {
  const own = nominee ? { ...facts, nominee: textOf(nominee['id']) } : facts;
  return {
    name: `${folder}${kind.id}.docx`,
    make: () => kind.from.nomination?.pages?.(own) ?? { model: { title: '', parts: [] } },
  };
}

/** A generated name, from ids only; the original file name is in the manifest. */
function fileEntry(folder: string, file: NamedFile, index: number): BundleEntry {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(textOf(file.file['name']) ?? '')?.[1]?.toLowerCase() ?? 'bin';
  return { name: `${folder}${fileStem(file.item) || 'tep'}-${index + 1}.${ending}`, file };
}

/** Papers of the slate are numbered in dossier order. */
function withNumbers(slate: readonly BundleEntry[], rest: readonly BundleEntry[]): BundleEntry[] {
  return [...slate.map((entry, index) => ({ ...entry, name: `${numbered(index)}-${entry.name}` })), ...rest];
}

const numbered = (index: number) => String(index + 1).padStart(2, '0');
