import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { Contact, Issuer, Rulebook } from '@kl01/rules';
import { startClock } from './clock.js';
import type { Clock } from './clock.js';

/** A unit of the demonstration. */
export interface Unit {
  id: string;
  group: string;
  name: string;
  members?: number;
  contact?: Contact;
  issuer?: Issuer;
  /** people of the unit, who may have to make their own plans */
  people?: readonly Person[];
}

/** A person of a unit, by the unit's own key. */
export interface Person {
  id: string;
  name: string;
}

/** One directive and those who answer it. A production portal would read this from its own database. */
export interface Body {
  rulebook: Rulebook;
  clock: Clock;
  /** who receives submissions for the committee */
  committee: { name: string };
  units: readonly Unit[];
}

export interface Officer {
  id: string;
  label: string;
  body: Body;
  /** null for an officer of the committee, who sees the submissions of all units */
  unit: Unit | null;
  /** signed in only for their own plan; null for officers of a unit or the committee */
  person: Person | null;
}

export interface Directory {
  bodies: readonly Body[];
  officers: readonly Officer[];
  /** undefined if the rulebook is not in the directory */
  body(rulebook: string): Body | undefined;
  officer(id: string): Officer | undefined;
}

/** `data/<rulebook id>.json`: those who answer one directive. */
interface BodyFile {
  /** instant at which the demonstration starts; default: the system clock */
  now?: string;
  /** one of each per unit */
  officers: string[];
  committee: Body['committee'];
  /** group and name are optional for units that the directive lists, which need not be repeated here */
  units: (Pick<Unit, 'id'> & Partial<Unit>)[];
}

const DATA = new URL('../data/', import.meta.url);

/**
 * Reads the files of a folder, each with the rulebook published by `@kl01/rules`; latest directive first.
 *
 * @param now instant to start every clock at, overriding the file
 * @param folder URL with a trailing slash; default: `data/`
 */
export async function readDirectory(now?: string, folder: URL = DATA): Promise<Directory> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const read = await Promise.all(names.map((name) => readBody(new URL(name, folder), now)));
  const sorted = read.sort((one, other) => (dateOf(one.body) < dateOf(other.body) ? 1 : -1));
  const officers = sorted.flatMap((one) => one.officers);
  return {
    bodies: sorted.map(({ body }) => body),
    officers,
    body: (id) => sorted.find(({ body }) => body.rulebook.id === id)?.body,
    officer: (id) => officers.find((officer) => officer.id === id),
  };
}

const dateOf = ({ rulebook }: Body): string => rulebook.directive.date;

async function readBody(address: URL, now: string | undefined): Promise<{ body: Body; officers: Officer[] }> {
  const id = basename(address.pathname, '.json');
  const file: BodyFile = JSON.parse(await readFile(address, 'utf8'));
  const rulebook = await readRulebook(id);
  const units = unitsOf(rulebook, file.units);
  const body = { rulebook, clock: startClock(now ?? file.now), committee: file.committee, units };
  const ofUnits = units.flatMap((unit) =>
    file.officers.map((label, at): Officer => ({ id: `${id}/${unit.id}/${at + 1}`, label, body, unit, person: null })),
  );
  const ofPeople = units.flatMap((unit) =>
    (unit.people ?? []).map((person): Officer => ({
      id: `${id}/${unit.id}/person/${person.id}`,
      label: person.name,
      body,
      unit,
      person,
    })),
  );
  const ofCommittee = ['committee', 'committee/2'].map((key, at): Officer => ({
    id: `${id}/${key}`,
    label: at === 0 ? file.committee.name : `${file.committee.name}, ${at + 1}`,
    body,
    unit: null,
    person: null,
  }));
  return { body, officers: [...ofCommittee, ...ofUnits, ...ofPeople] };
}

/** The units that the directive lists, supplemented by the file, then the file's additional units. */
function unitsOf({ units: named }: Rulebook, described: BodyFile['units']): Unit[] {
  const ofDirective = named.map(({ id, label, group }) => ({
    name: label,
    group,
    ...described.find((unit) => unit.id === id),
    id,
  }));
  const own = described.filter(({ id }) => !named.some((unit) => unit.id === id));
  return [...ofDirective, ...own.map(({ group = '', name = '', ...unit }) => ({ ...unit, group, name }))];
}

async function readRulebook(id: string): Promise<Rulebook> {
  const path = createRequire(import.meta.url).resolve(`@kl01/rules/rulebooks/${id}.json`);
  return JSON.parse(await readFile(path, 'utf8'));
}
