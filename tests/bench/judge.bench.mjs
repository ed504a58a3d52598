import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { backendsHere } from '../lib/backends.mjs';
import { differential, judgeCommand } from '../lib/judges.mjs';

export const name = 'judge: a million submissions in one run, and the rate of every backend';

const SUBMISSIONS = Number(process.env['KL01_JUDGE_LINES'] ?? 1_000_000);
/** The differential cases, sent over and over. */
const { lines, rulebooks } = differential();
const block = Buffer.from(`${lines.join('\n')}\n`);

/** @param {import('./run.mjs').Tools} tools */
export async function run({ table, record }) {
  const million = await judgeBlocks('node', Math.ceil(SUBMISSIONS / lines.length));
  record(`${million.judged} submissions, kl01 judge`, million.seconds, 's');
  if (million.memory.length > 0) {
    const tenth = Math.ceil(million.memory.length / 10);
    const [early, whole] = [Math.max(...million.memory.slice(0, tenth)), Math.max(...million.memory)];
    record('most memory', whole, 'MB', { atMost: 250 });
    record('most memory, times that of the first tenth', whole / early, '×', { atMost: 1.5 });
  }

  const rows = [];
  for (const { language, label, missing } of [
    { language: 'node', label: 'Node', missing: undefined },
    ...backendsHere(),
  ]) {
    if (missing) continue;
    const [few, many] = [await judgeBlocks(language, 1), await judgeBlocks(language, 11)];
    // What starting and reading the rulebooks takes is in both.
    const rate = (many.judged - few.judged) / (many.seconds - few.seconds);
    rows.push({ backend: label, 'submissions/s': Math.round(rate), 'first 2,000, s': Number(few.seconds.toFixed(1)) });
    record(`submissions a second, ${label}`, rate, '/s');
  }
  table(rows);
}

/**
 * Sends the block so many times and reads all answers, which must be the same for every block. The order of the
 * findings in an answer is free, so only its length is compared.
 *
 * @param {string} language
 * @param {number} times
 * @returns {Promise<{ judged: number, seconds: number, memory: number[] }>} memory: megabytes, once a block
 */
async function judgeBlocks(language, times) {
  const [command, ...args] = judgeCommand(language, rulebooks);
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const memory = /** @type {number[]} */ ([]);
  const send = async () => {
    for (let sent = 0; sent < times; sent += 1) {
      if (!child.stdin.write(block)) await once(child.stdin, 'drain');
      memory.push(...megabytesOf(child.pid));
    }
    child.stdin.end();
  };
  const [answers] = await Promise.all([readAnswers(child.stdout), send()]);
  assert.equal(answers.count, times * lines.length, `${language} answered every line`);
  assert.ok(answers.repeats, `${language} answered alike, in order, every time`);
  return { judged: answers.count, seconds: (performance.now() - start) / 1000, memory };
}

/** @param {import('node:stream').Readable} output */
async function readAnswers(output) {
  let count = 0;
  let repeats = true;
  let rest = '';
  /** @type {number[]} */
  const first = [];
  for await (const part of output.setEncoding('utf8')) {
    const parts = (rest + part).split('\n');
    rest = parts.pop() ?? '';
    for (const answer of parts) {
      if (first.length < lines.length) first.push(answer.length);
      else if (first[count % lines.length] !== answer.length) repeats = false;
      count += 1;
    }
  }
  return { count, repeats };
}

/**
 * Resident memory of a process, where the system tells it.
 *
 * @param {number | undefined} pid
 */
function megabytesOf(pid) {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return kilobytes === undefined ? [] : [Number(kilobytes) / 1024];
}
