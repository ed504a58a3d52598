import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Contact, Issuer, Rulebook } from '@kl01/rules';
import { startClock } from './clock.js';
import type { Clock } from './clock.js';

/** A unit of the demonstration, as `data/units.json` describes it. */
export interface Unit {
  id: string;
  group: string;
  name: string;
  members?: number;
  contact?: Contact;
  issuer?: Issuer;
}

/** One directive with those who answer it. A real portal has this in its own tables. */
export interface Body {
  rulebook: Rulebook;
  clock: Clock;
  /** who receives for the committee */
  committee: { name: string };
  units: readonly Unit[];
}

export interface Officer {
  id: string;
  label: string;
  body: Body;
  /** null for an officer of the committee, who sees what every unit sent */
  unit: Unit | null;
}

export interface Directory {
  bodies: readonly Body[];
  officers: readonly Officer[];
  officer(id: string): Officer | undefined;
}

interface UnitsFile {
  officers: string[];
  /** by rulebook id; `now`: instant at which a demonstration of the directive starts, left out: the machine's own clock */
  bodies: Record<string, { now?: string; committee: Body['committee']; units: Unit[] }>;
}

/**
 * Reads the demonstration's units, and for each directive named there the rulebook that `@kl01/rules` publishes.
 *
 * @param now instant to start every clock at, instead of the file's
 */
export async function readDirectory(now?: string): Promise<Directory> {
  const file: UnitsFile = JSON.parse(await readFile(new URL('../data/units.json', import.meta.url), 'utf8'));
  const bodies = await Promise.all(
    Object.entries(file.bodies).map(async ([id, { committee, units, now: own }]): Promise<Body> => {
      return { rulebook: await readRulebook(id), clock: startClock(now ?? own), committee, units };
    }),
  );
  const officers = bodies.flatMap((body) => [
    ...body.units.flatMap((unit) =>
      file.officers.map((label, at) => ({ id: `${body.rulebook.id}/${unit.id}/${at + 1}`, label, body, unit })),
    ),
    { id: `${body.rulebook.id}/committee`, label: body.committee.name, body, unit: null },
  ]);
  return { bodies, officers, officer: (id) => officers.find((officer) => officer.id === id) };
}

async function readRulebook(id: string): Promise<Rulebook> {
  const path = createRequire(import.meta.url).resolve(`@kl01/rules/rulebooks/${id}.json`);
  return JSON.parse(await readFile(path, 'utf8'));
}
