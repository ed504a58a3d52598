import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '@kl01/rules';
import { compile, parsePack } from '@kl01/rules/compile';
import { ROOT } from './backends.mjs';

/**
 * Shares of members at their edges: one fewer, as many and one more than each share comes to. Rulebooks multiply, because
 * no two languages divide alike; here the share is divided, and so known in another way.
 */

const PERCENT = 15;
const MEMBERS = Array.from({ length: 41 }, (_, at) => at + 1);
const ROUNDED = /** @type {const} */ ({ down: Math.floor, up: Math.ceil, nearest: Math.round });

const groups = /** @type {const} */ (['min', 'max']).flatMap((side) =>
  /** @type {(keyof typeof ROUNDED)[]} */ (Object.keys(ROUNDED)).map((round) => ({
    id: `${side}-${round}`,
    side,
    round,
  })),
);

/** @returns {import('./judges.mjs').Sendings & { met: boolean[] }} `met`: of each line, whether its quota holds */
export function shares() {
  const folder = mkdtempSync(join(tmpdir(), 'kl01-shares-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const rulebook = compile(parsePack(packOfShares()));
  const path = join(folder, `${rulebook.id}.rulebook.json`);
  writeFileSync(path, canonicalJson(rulebook));
  const edges = groups.flatMap(edgesOf);
  return {
    lines: edges.map((edge) => JSON.stringify(lineOf(`${rulebook.id}@${rulebook.version}`, edge))),
    rulebooks: [path],
    met: edges.map(({ met }) => met),
  };
}

/** The tutorial's nomination with a group for each side and way to round. */
function packOfShares() {
  const pack = JSON.parse(readFileSync(join(ROOT, 'docs/tutorial/song-xanh.2025.json'), 'utf8'));
  const [nomination] = pack.forms;
  const quotas = groups.map(({ id, side, round }) => ({
    id,
    groups: [id],
    anyOf: [[{ of: ['individual'], [side]: { percent: PERCENT, of: 'members', round } }]],
  }));
  const answeredBy = [{ groups: groups.map(({ id }) => id), duty: 'must' }];
  return {
    ...pack,
    unitGroups: groups.map(({ id }) => ({ id, label: id })),
    forms: [{ ...nomination, answeredBy, quotas }],
    coverage: {},
  };
}

/** @param {typeof groups[number]} group */
function edgesOf({ id: group, side, round }) {
  return MEMBERS.flatMap((members) => {
    const bound = ROUNDED[round]((PERCENT * members) / 100);
    return [bound - 1, bound, bound + 1]
      .filter((count) => count >= 0)
      .map((count) => ({ group, members, count, met: side === 'min' ? count >= bound : count <= bound }));
  });
}

/** @param {string} rulebook @param {{ group: string, members: number, count: number }} edge */
function lineOf(rulebook, { group, members, count }) {
  const nominees = Array.from({ length: count }, (_, at) => ({
    id: `n-${at}`,
    kind: 'individual',
    name: `Cá nhân ${at}`,
  }));
  return {
    name: `${PERCENT}% of ${members} members, ${group}: ${count}`,
    rulebook,
    now: '2025-11-10T09:00:00+07:00',
    submission: { rulebook, form: 'de-nghi', unit: { id: 'xa-mot', group, name: 'Xã Một', members }, nominees },
  };
}
