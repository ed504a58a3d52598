import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isInstant } from '../calendar.js';
import { isOlder, migratePack } from '../pack/migrate.js';
import { canonicalJson } from '../values/canonical.js';
import { isObject } from '../values/plain.js';
import { runCases } from '../authoring/cases.js';
import { check, type CheckOptions } from '../judge/check.js';
import { RulebookError } from '../judge/rulebook-error.js';
import type { AuthenticatedUnit } from '../finding.js';
import { lint } from '../authoring/lint.js';
import { PackCasesError, parseCases } from '../authoring/parse-cases.js';
import { RulePackError } from '../pack/parse-pack.js';
import { cliStrings } from './strings/cli.js';
import type { Told } from './committee.js';
import { moduleFiles, mustBeModuleFile } from './compile-module.js';
import { consolidateFiles } from './consolidate.js';
import { devPack } from './dev.js';
import { diffFiles } from './diff.js';
import { explainFile } from './explain.js';
import {
  casesFile,
  compilePack,
  lintLine,
  readPack,
  readRulebook,
  readSubmission,
  readTrustedJson,
  reasonOf,
  UnusableInput,
  type Shell,
} from './files.js';
import { findingLine } from './finding-line.js';
import { checkHost, hostReportLines, UnusableHost, type HostCheckOptions } from './host-check/check-host.js';
import { judgeLines } from './judge.js';
import { jsonParts } from './json-parts.js';
import { newPackFile } from './new.js';
import { reviewFiles } from './review.js';

/** 0: success, 1: findings of severity `error`, 2: unusable input. */
type ExitStatus = 0 | 1 | 2;

interface Call extends Shell {
  /** the lines of the help about this command */
  readonly usage: string;
  readonly files: readonly string[];
  readonly options: {
    readonly output?: string | undefined;
    readonly now?: string | undefined;
    readonly unit?: string | undefined;
    readonly receiver?: string | undefined;
    readonly given?: readonly string[] | undefined;
    readonly json?: boolean | undefined;
    readonly module?: boolean | undefined;
    readonly from?: string | undefined;
    readonly form?: string | undefined;
    readonly period?: string | undefined;
    readonly units?: string | undefined;
    readonly picks?: string | undefined;
    readonly awards?: string | undefined;
    readonly port?: string | undefined;
  } & HostCheckOptions;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const commands: Record<string, (call: Call) => Promise<ExitStatus>> = {
  async lint({ files, ...shell }) {
    let failed = false;
    for (const file of required(files, 1, shell)) {
      const findings = lint(await readPack(file, shell), shell);
      failed ||= findings.some(({ severity }) => severity === 'error');
      if (shell.options.json) say(JSON.stringify({ pack: file, findings }));
      else if (findings.length === 0) say(shell.words.lintPassed(file));
      const under = !shell.options.json && findings.length > 0;
      if (under) say(`${file}:`);
      for (const finding of shell.options.json ? [] : findings) say(lintLine(finding, shell));
    }
    return failed ? 1 : 0;
  },

  async compile({ files, ...shell }) {
    const [file] = required(files, 1, shell, 1);
    const { output = '', module } = shell.options;
    if (!module) {
      await write(canonicalJson(compilePack(await readPack(file!, shell), file!, shell)), shell);
      return 0;
    }
    mustBeModuleFile(output, shell);
    for (const [name, text] of await moduleFiles(await readRulebook(file!, shell), output)) {
      await write(text, { options: { output: name }, words: shell.words });
    }
    return 0;
  },

  async migrate({ files, ...shell }) {
    const [file] = required(files, 1, shell, 1);
    const json = await readTrustedJson(file!, shell);
    if (!isObject(json) || !Array.isArray(json['forms'])) throw new UnusableInput(shell.words.notPack(file!));
    const older = isOlder(json);
    const { pack, changed } = migratePack(json);
    await write(`${JSON.stringify(pack, null, 2)}\n`, shell);
    const { migrated, migratedAlready } = shell.words;
    process.stderr.write(`${older ? migrated(file!, changed) : migratedAlready(file!)}\n`);
    return 0;
  },

  async check({ files, ...shell }) {
    const [rulebookFile, submissionFile] = required(files, 2, shell, 2);
    const rulebook = await readRulebook(rulebookFile!, shell);
    const submission = await readSubmission(submissionFile!, shell);
    const { now = new Date().toISOString() } = shell.options;
    const { receiver } = shell.options;
    const verdict = check(rulebook, submission, {
      now,
      lang: shell.lang,
      unit: unitOf(shell),
      receiver,
      given: givenOf(shell),
    });
    const judgedBy = `${rulebook.id}@${rulebook.version}`;
    if (shell.options.json) say(JSON.stringify({ rulebook: judgedBy, ...verdict }, null, 2));
    else {
      say(shell.words.verdict(verdict.valid));
      for (const finding of verdict.findings) say(findingLine(finding, shell.lang));
    }
    return verdict.valid ? 0 : 1;
  },

  async judge({ files, ...shell }) {
    const rulebooks = await Promise.all(required(files, 1, shell).map((file) => readRulebook(file, shell)));
    const tell = process.stderr.isTTY ? tellOnOneLine(shell) : undefined;
    await judgeLines(rulebooks, process.stdin, process.stdout, tell);
    if (tell) process.stderr.write('\n');
    return 0;
  },

  async test({ files, ...shell }) {
    let passed = 0;
    let failed = 0;
    for (const file of required(files, 1, shell)) {
      const rulebook = compilePack(await readPack(file, shell), file, shell);
      const cases = parseCases(await readTrustedJson(casesFile(file), shell), shell);
      for (const result of runCases(rulebook, cases)) {
        if (result.passed) passed++;
        else {
          failed++;
          say(shell.words.caseFailed(result.name, result.missing, result.unexpected));
        }
      }
    }
    say(shell.words.casesPassed(passed, failed));
    return failed > 0 ? 1 : 0;
  },

  async explain({ files, ...shell }) {
    const [file] = required(files, 1, shell, 1);
    process.stdout.write(await explainFile(file!, shell));
    return 0;
  },

  async dev({ files, ...shell }) {
    const [file] = required(files, 1, shell, 1);
    await devPack(file!, shell.options.port, shell, say);
    return 0;
  },

  async 'host-check'({ files, ...shell }) {
    const [address, rulebookFile, submissionFile] = required(files, 3, shell, 3);
    const rulebook = await readRulebook(rulebookFile!, shell);
    const submission = await readSubmission(submissionFile!, shell);
    const asked = { ...shell.options, address: address!, rulebook, submission, given: givenOf(shell) };
    const report = await checkHost(asked, shell.lang);
    if (shell.options.json) say(JSON.stringify(report, null, 2));
    else for (const line of hostReportLines(report, shell.lang)) say(line);
    return report.fails > 0 ? 1 : 0;
  },

  async diff({ files, ...shell }) {
    const unit = unitOf(shell);
    const { lines, broken } = await diffFiles(required(files, 2, shell), { now: shell.options.now, unit }, shell);
    for (const line of lines) say(line);
    return broken ? 1 : 0;
  },

  async review({ files, ...shell }) {
    const [rulebook, ...paths] = required(files, 2, shell);
    return tell(await reviewFiles(paths, { ...shell.options, rulebook: rulebook! }, shell), shell);
  },

  async consolidate({ files, ...shell }) {
    const [rulebook, ...paths] = required(files, 2, shell);
    return tell(await consolidateFiles(paths, { ...shell.options, rulebook: rulebook! }, shell), shell);
  },

  async new({ files, ...shell }) {
    required(files, 0, shell, 0);
    const json = await newPackFile(shell.options, shell);
    if (json !== null) say(json);
    return 0;
  },
};

/** Output is written in batches of this many characters. */
const AT_ONCE = 50_000;

/** To the file of `-o`, or to standard output, there with a line end. */
async function write(text: string, { options: { output }, words }: Pick<Call, 'options' | 'words'>): Promise<void> {
  if (output === undefined) return say(text.trimEnd());
  await writeFile(output, text).catch((error: unknown) => {
    throw new UnusableInput(words.notWritten(output, reasonOf(error, words)));
  });
}

async function tell({ json, findings, lines }: Told, { options }: Pick<Call, 'options'>): Promise<ExitStatus> {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  let waiting = '';
  for (const part of options.json ? jsonParts(json) : lines) {
    waiting += options.json ? part : `${part}\n`;
    if (waiting.length < AT_ONCE) continue;
    if (!process.stdout.write(waiting)) await once(process.stdout, 'drain');
    waiting = '';
  }
  process.stdout.write(waiting);
  if (options.json) say('');
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function unitOf({ options: { unit }, words }: Pick<Call, 'options' | 'words'>): AuthenticatedUnit | undefined {
  if (unit === undefined) return undefined;
  const [id, group] = unit.split(':');
  if (!id || !group) throw new UnusableInput(words.arguments('--unit ID:GROUP'));
  return { id, group };
}

/** `--given ngay-phat-dong=2024-03-01`; numbers, true and false are read as such. */
function givenOf({ options: { given = [] }, words }: Pick<Call, 'options' | 'words'>): CheckOptions['given'] {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new UnusableInput(words.arguments('--given ID=VALUE'));
      return [text.slice(0, at), valueOf(text.slice(at + 1))];
    }),
  );
}

function valueOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

/** Shows progress on a terminal, on a single line that is overwritten. */
function tellOnOneLine({ words }: Shell): (lines: number, milliseconds: number) => void {
  return (lines, milliseconds) =>
    void process.stderr.write(`\r${words.judged(lines, Math.round((lines * 1000) / Math.max(milliseconds, 1)))}`);
}

function required(
  files: readonly string[],
  least: number,
  { words, usage }: Pick<Call, 'words' | 'usage'>,
  most = Infinity,
): readonly string[] {
  if (files.length < least) throw new UnusableInput(words.missingFile(usage));
  if (files.length > most) throw new UnusableInput(words.tooManyFiles(files.slice(most), usage));
  return files;
}

/** The lines of the help about one command; those under its line are indented further. */
function usageOf(name: string, { usage }: Shell['words']): string {
  const lines = usage.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`  kl01 ${name} `));
  const more = lines.slice(from + 1).findIndex((line) => !line.startsWith('   '));
  return lines.slice(from, from + 1 + more).join('\n');
}

/** The same with what each of its options is for. */
function helpOf(name: string, words: Shell['words']): string {
  const usage = usageOf(name, words);
  const taken = Object.entries(words.options).filter(([option]) => option === '--lang' || isTaken(option, usage));
  const width = Math.max(...taken.map(([option]) => option.length));
  const lines = taken.map(([option, what]) => `  ${option.padEnd(width)}  ${what}`);
  return [usage, '', words.optionsHeading, ...lines].join('\n');
}

const isTaken = (option: string, usage: string): boolean =>
  usage.includes(`[${option} `) || usage.includes(`[${option}]`) || (option === '--form' && usage.includes('--form '));

/** What the help of a command does not name, it does not take: a mistyped call must not pass for another. */
function mustTake(options: Readonly<Record<string, unknown>>, usage: string, words: Shell['words']): void {
  for (const name of Object.keys(options)) {
    const option = name === 'output' ? '-o' : `--${name}`;
    if (name === 'lang' || isTaken(option, usage)) continue;
    throw new UnusableInput(words.foreignOption(option, usage));
  }
}

/** Node's complaint about options, in our words. */
function optionMistake(error: unknown, words: Shell['words']): string | null {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS') || typeof message !== 'string') return null;
  const option = /'([^' ]+)/.exec(message)?.[1] ?? '';
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? words.unknownOption(option) : words.optionValue(option);
}

/** The `kl01` command. `argv` holds the arguments after the program's name. */
export async function main(argv: readonly string[]): Promise<ExitStatus> {
  // Known before the options are read, for mistakes in them.
  let words =
    cliStrings[
      argv.some((word, at) => word === '--lang=en' || (word === 'en' && argv[at - 1] === '--lang')) ? 'en' : 'vi'
    ];
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        now: { type: 'string' },
        unit: { type: 'string' },
        receiver: { type: 'string' },
        given: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        module: { type: 'boolean' },
        from: { type: 'string' },
        form: { type: 'string' },
        period: { type: 'string' },
        units: { type: 'string' },
        picks: { type: 'string' },
        awards: { type: 'string' },
        port: { type: 'string' },
        late: { type: 'string' },
        desk: { type: 'string' },
        header: { type: 'string', multiple: true },
        'other-header': { type: 'string', multiple: true },
        'desk-header': { type: 'string', multiple: true },
        field: { type: 'string', multiple: true },
        'other-field': { type: 'string', multiple: true },
        lang: { type: 'string', default: 'vi' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.lang !== 'vi' && values.lang !== 'en') throw new UnusableInput(words.notLang(values.lang));
    const lang = values.lang === 'en' ? 'en' : 'vi';
    words = cliStrings[lang];
    const [name, ...files] = positionals;
    const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (values.help || name === undefined) {
      say(command && name !== undefined ? helpOf(name, words) : words.usage);
      return values.help ? 0 : 2;
    }
    if (values.now !== undefined && !isInstant(values.now)) throw new UnusableInput(words.notInstant(values.now));
    if (!command) throw new UnusableInput(`${words.unknownCommand(name)}\n${words.usage}`);
    const usage = usageOf(name, words);
    mustTake(values, usage, words);
    return await command({ files, words, lang, usage, options: values });
  } catch (error) {
    if (error instanceof RulebookError) {
      process.stderr.write(`${words.brokenRulebook(error.pointer)}\n`);
      return 2;
    }
    const mistaken = optionMistake(error, words);
    if (mistaken !== null) {
      process.stderr.write(`${mistaken}\n`);
      return 2;
    }
    const expected =
      error instanceof UnusableInput ||
      error instanceof RulePackError ||
      error instanceof PackCasesError ||
      error instanceof UnusableHost ||
      error instanceof RangeError;
    if (!expected) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
}
