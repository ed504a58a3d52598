import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from './browser.ts';
import { findBrowser } from './find-browser.mjs';
import type { Answer } from './judges.mjs';

/** What the page runs: our reader and our check, as any page that bundles @kl01/rules has them. */
const PROGRAM = `
  import { check } from '@kl01/rules';
  import { readJson } from '@kl01/rules/reading';

  const rulebooks = new Map();
  export const give = (text) => {
    const rulebook = JSON.parse(text);
    rulebooks.set(rulebook.id + '@' + rulebook.version, rulebook);
  };
  export const judge = (line) => {
    const { name, rulebook, now, unit, given, receiver, submission } = JSON.parse(line);
    const { valid, findings } = check(rulebooks.get(rulebook), readJson(JSON.stringify(submission)), { now, unit, given, receiver });
    return { name, valid, findings: findings.map(({ rule, severity, path }) => ({ rule, severity, path })) };
  };
`;
const AT_ONCE = 200;

interface Sendings {
  readonly lines: readonly string[];
  /** paths */
  readonly rulebooks: readonly string[];
}

/** Judges vectors in a page of the browser that the tests run in. */
export async function judgeInPage({ lines, rulebooks }: Sendings): Promise<Answer[]> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundled() });
    for (const path of rulebooks) await page.evaluate((text) => window.kl01.give(text), readFileSync(path, 'utf8'));
    const answers: Answer[] = [];
    for (let from = 0; from < lines.length; from += AT_ONCE) {
      const some = lines.slice(from, from + AT_ONCE);
      answers.push(...(await page.evaluate((given) => given.map((line) => window.kl01.judge(line)), some)));
    }
    return answers;
  } finally {
    await browser.close();
  }
}

/** Major version of the browser that the tests run in. */
export function browserVersion(): string {
  const { executablePath, env } = findBrowser();
  const told = execFileSync(executablePath, ['--version', '--no-sandbox'], { env: { ...process.env, ...env } });
  return /(\d+)\./.exec(String(told))?.[1] ?? 'unknown';
}

declare global {
  interface Window {
    kl01: { give: (rulebook: string) => void; judge: (line: string) => Answer };
  }
}

async function bundled(): Promise<string> {
  const result = await build({
    stdin: { contents: PROGRAM, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'kl01',
  });
  return result.outputFiles[0]!.text;
}
