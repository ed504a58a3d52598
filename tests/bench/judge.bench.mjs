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
/** Blocks that a rate is taken over. */
const MORE = 10;
const block = Buffer.from(`${lines.join('\n')}\n`);

/** @param {import('./run.mjs').Tools} tools */
export async function run({ table, record }) {
  const start = performance.now();
  const million = Math.ceil(SUBMISSIONS / lines.length);
  const memory = await judgeBlocks(judgeCommand('node', rulebooks), million);
  record(`${million * lines.length} submissions, kl01 judge`, (performance.now() - start) / 1000, 's');
  if (memory.length > 0) {
    const early = Math.max(...memory.slice(0, Math.ceil(memory.length / 10)));
    record('most memory', Math.max(...memory), 'MB', { atMost: 250 });
    record('most memory, times that of the first tenth', Math.max(...memory) / early, '×', { atMost: 1.5 });
  }

  const rows = [];
  for (const { language, label, missing } of [
    { language: 'node', label: 'Node', missing: undefined },
    ...backendsHere(),
  ]) {
    if (missing) continue;
    // What starting, compiling and reading the rulebooks takes is in both.
    const [few, many] = [await processorSeconds(language, 1), await processorSeconds(language, 1 + MORE)];
    const rate = (MORE * lines.length) / (many - few);
    rows.push({ backend: label, 'submissions/s': Math.round(rate) });
    record(`submissions a second, ${label}`, rate, '/s');
  }
  table(rows);
}

/**
 * Seconds of processor time that the judge of a language takes for so many blocks: what other programs take of a busy
 * machine is not counted.
 *
 * @param {string} language
 * @param {number} times
 */
async function processorSeconds(language, times) {
  let told = '';
  // The last line of `times` is of the shell's children: "1m2.345s 0m0.678s".
  const shell = ['bash', '-c', '"$@"; status=$?; times >&2; exit $status', 'bash'];
  await judgeBlocks([.../** @type {[string]} */ (shell), ...judgeCommand(language, rulebooks)], times, (part) => {
    told += part;
  });
  const [user, system] = [...told.matchAll(/(\d+)m(\d+\.\d+)s/g)].slice(-2);
  return [user, system].reduce((sum, match) => sum + Number(match?.[1]) * 60 + Number(match?.[2]), 0);
}

/**
 * Sends the block so many times and reads all answers, which must be the same for every block. The order of the
 * findings in an answer is free, so only its length is compared.
 *
 * @param {[command: string, ...args: string[]]} judge
 * @param {number} times
 * @param {(part: string) => void} [hear] what it says on standard error
 * @returns {Promise<number[]>} megabytes that it held, once a block
 */
async function judgeBlocks([command, ...args], times, hear = (part) => process.stderr.write(part)) {
  const child = spawn(command, args);
  child.stderr.setEncoding('utf8').on('data', hear);
  const memory = /** @type {number[]} */ ([]);
  const send = async () => {
    for (let sent = 0; sent < times; sent += 1) {
      if (!child.stdin.write(block)) await once(child.stdin, 'drain');
      memory.push(...megabytesOf(child.pid));
    }
    child.stdin.end();
  };
  const closed = once(child, 'close');
  const [answers] = await Promise.all([readAnswers(child.stdout), send()]);
  const [status] = await closed;
  assert.equal(status, 0, `${command} ended well`);
  assert.equal(answers.count, times * lines.length, `${command} answered every line`);
  assert.ok(answers.repeats, `${command} answered alike, in order, every time`);
  return memory;
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
