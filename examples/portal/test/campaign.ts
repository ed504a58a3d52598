import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { completeCase } from '@kl01/rules/authoring';
import type { Rulebook, Submission } from '@kl01/rules';
import { formOfType } from '@kl01/rules';
import type { PackCase, SubmissionCase } from '@kl01/rules/authoring';
import { readDirectory } from '../src/directory.js';
import type { Directory, Unit } from '../src/directory.js';
import { entryOf, pdf } from './visitor.js';
import type { Upload } from './visitor.js';

/** A campaign of a whole province: every unit nominates and reports, by the named cases of the pack. */
export const CAMPAIGN = 'nam-dinh.tinh-uy.2023';
export const NOMINATION = 'de-nghi-bang-khen';
export const REPORT = 'bao-cao-02-nam';
export const COMMITTEE_1 = `${CAMPAIGN}/committee`;
export const COMMITTEE_2 = `${CAMPAIGN}/committee/2`;
/** 2023-04-05T00:00+07:00 is the first instant too late for both. */
export const IN_TIME = '2023-03-27T08:00:00+07:00';
export const LATE = '2023-04-05T09:00:00+07:00';
export const AFTERWARDS = '2023-04-06T08:00:00+07:00';

/**
 * The portal's directory with more units than the directive has places for: its own 21 nominate at most 58, and 2 places
 * are kept for others. Units of a group that the directive does not name one by one are added, each with two nominees.
 */
export async function crowdedDirectory(now: string): Promise<Directory> {
  const file = JSON.parse(await readFile(new URL(`../data/${CAMPAIGN}.json`, import.meta.url), 'utf8'));
  const more = ['g', 'h', 'i', 'k'].map((letter) => ({
    id: `doan-the-${letter}`,
    group: 'mttq-doan-the',
    name: `Đoàn thể ${letter.toUpperCase()} tỉnh (giả định để thử)`,
  }));
  const folder = await mkdtemp(join(tmpdir(), 'kl01-directory-'));
  try {
    await writeFile(join(folder, `${CAMPAIGN}.json`), JSON.stringify({ ...file, units: [...file.units, ...more] }));
    return await readDirectory(now, pathToFileURL(`${folder}/`));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const cases: PackCase[] = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve(`@kl01/rules/packs/${CAMPAIGN}.cases.json`), 'utf8'),
);
const valid = (form: string, group?: string): SubmissionCase => {
  const found = cases.filter((entry): entry is SubmissionCase => 'submission' in entry && entry.form === form);
  const of = (entry: SubmissionCase): unknown => (entry.submission['unit'] as { group?: string }).group;
  return found.find((entry) => entry.expect.valid && (!group || of(entry) === group))!;
};

/** As many as the unit's quota lets it nominate, each with its report; names and files are its own. */
export function nominationOf(
  rulebook: Rulebook,
  unit: Unit,
  individuals?: number,
): { submission: Submission; files: Upload[] } {
  const submission = completeCase(rulebook, valid(NOMINATION)) as unknown as Submission;
  const quotas = formOfType(rulebook, NOMINATION, 'nomination').view.nomination.quotas;
  const quota =
    quotas.find(({ units }) => units?.includes(unit.id)) ?? quotas.find(({ groups }) => groups?.includes(unit.group));
  const most = Number(quota?.anyOf[0]?.counts.find(({ of }) => of.includes('individual'))?.max);
  const [collective, individual] = submission.nominees!;
  const files: Upload[] = [];
  const own = (nominee: typeof collective, name: string, at: number) => {
    const file = { name: `Thành tích ${at}.pdf`, bytes: pdf(`${unit.id} ${at}`) };
    files.push(file);
    return { ...nominee!, id: `${unit.id}-${at}`, name, documents: { 'bao-cao-thanh-tich': [entryOf(file)] } };
  };
  submission.nominees = [
    own(collective, `Tập thể ${unit.name}`, 0),
    ...Array.from({ length: individuals ?? most }, (_, at) =>
      own(individual, `Người ${at + 1} của ${unit.name}`, at + 1),
    ),
  ];
  submission.unit = { id: unit.id, group: unit.group, name: unit.name };
  submission.id = `de-nghi-${unit.id}`;
  return { submission, files };
}

/** A report whose tables hold numbers of the unit's own. */
export function reportOf(rulebook: Rulebook, unit: Unit, documents: number): Submission {
  const submission = completeCase(rulebook, valid(REPORT, unit.group)) as unknown as Submission;
  submission.unit = { id: unit.id, group: unit.group, name: unit.name };
  submission.id = `bao-cao-${unit.id}`;
  submission.sections = { ...submission.sections, i: `${unit.name} đã lãnh đạo, chỉ đạo.` };
  submission.tables = {
    t1: { 'nam-2021': { 'tong-so': documents }, 'nam-2022': { 'tong-so': documents + 1 } },
    t6: {
      'nam-2022': {
        'thuong-xuyen': documents,
        'dot-xuat': 1,
        'to-chuc': 3,
        'to-chuc-vi-pham': 0,
        'dang-vien': 9,
        'dang-vien-vi-pham': 0,
      },
    },
  };
  return submission;
}
