import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { build } from 'esbuild';
import { findBrowser } from '../../tests/lib/find-browser.mjs';

const { executablePath, args, env } = findBrowser();
const require = createRequire(import.meta.url);

export default {
  files: ['src/**/*.test.ts'],
  rootDir: fileURLToPath(new URL('../../', import.meta.url)),
  nodeResolve: true,
  concurrency: 2,
  browsers: [
    chromeLauncher({ launchOptions: { executablePath, args, env: { ...process.env, ...env }, headless: true } }),
  ],
  middleware: [answersBadly],
  plugins: [
    commonJsPlugin(['ajv', 'axe-core', 'json-logic-js']),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testRunnerHtml: (testFramework) => `<!doctype html>
    <html lang="vi">
      <head><meta charset="utf-8"><title>kl01</title></head>
      <body><script type="module" src="${testFramework}"></script></body>
    </html>`,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  staticLogging: !process.stdout.isTTY,
  reporters: [defaultReporter(), jsonReporter(process.env['KL01_TEST_RESULTS'])],
};

/**
 * `/__status/503` answers with that status, `/__late` after seconds. Not never: a browser asks a server six things at a time,
 * and other tests would wait behind what nobody waits for any more.
 */
async function answersBadly(context, next) {
  const status = /^\/__status\/(\d{3})$/.exec(context.path)?.[1];
  if (status) context.status = Number(status);
  else if (context.path === '/__late') await new Promise((resolve) => setTimeout(resolve, 3000));
  else return next();
}

/**
 * The server of the tests hands out files as they are and cannot serve CommonJS: these packages are bundled into modules
 * when a test first asks for them.
 */
function commonJsPlugin(packages) {
  const prefix = '/__commonjs/';
  const bundles = new Map();
  return {
    name: 'commonjs',
    resolveImport: ({ source }) => (packages.includes(source) ? `${prefix}${source}.js` : undefined),
    async serve({ path }) {
      if (!path.startsWith(prefix)) return undefined;
      const name = path.slice(prefix.length, -'.js'.length);
      if (!bundles.has(name)) bundles.set(name, bundle(name));
      return { body: await bundles.get(name), type: 'js' };
    },
  };
}

async function bundle(name) {
  const names = Object.keys(require(name)).filter((key) => /^[A-Za-z_$][\w$]*$/.test(key) && key !== 'default');
  const contents = `import all from '${name}'; export default all; export const { ${names.join(', ')} } = all;`;
  const stdin = { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false, logLevel: 'silent' });
  return outputFiles[0].text;
}

/** Writes what happened to a file, for the runner of all tests: `{ passed, failed, skipped: [name] }`. */
function jsonReporter(file) {
  return {
    stop({ sessions }) {
      if (file)
        writeFileSync(file, JSON.stringify(sessions.map(summarize).reduce(add, { passed: 0, failed: 0, skipped: [] })));
    },
  };
}

function summarize(session) {
  const tests = session.testResults ? flatten(session.testResults) : [];
  const skipped = tests.filter((test) => test.skipped).map((test) => test.name);
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const failed = tests.length - passed - skipped.length;
  // A file that does not load, or fails outside its tests, is one failure.
  return { passed, failed: failed === 0 && !session.passed ? 1 : failed, skipped };
}

function flatten({ name, suites, tests }) {
  const inside = [...tests, ...suites.flatMap(flatten)];
  return name ? inside.map((test) => ({ ...test, name: `${name} › ${test.name}` })) : inside;
}

function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped] };
}
