// npm start and npm test on a machine that has only Node and npm: installs what the workspace needs, then runs the script
// named (`install` is none: nothing is run). Says in a sentence what is missing; written for old versions of Node too, so
// that they get that sentence.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PNPM } from './pnpm-version.mjs';

const script = process.argv[2];
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) stop('Node 20 or newer is needed and this is ' + process.version + ': get it from https://nodejs.org.');

console.log('Installing what is needed …');
if (pnpm(['install', '--config.confirm-modules-purge=false']) !== 0) {
  stop('The packages could not be installed: see the message above, and make sure the npm registry can be reached.');
}
if (script === 'portal') startPortal();
else process.exit(script === 'install' ? 0 : pnpm(['run', script]));

// By itself, without a shell and pnpm in between, which end at a signal and hand none on: it would be left running.
function startPortal() {
  const built = pnpm(['run', 'build']);
  if (built !== 0) process.exit(built);
  const server = fileURLToPath(new URL('../examples/portal/dist/server.js', import.meta.url));
  const portal = spawn(process.execPath, [server], { stdio: 'inherit' });
  process.on('SIGTERM', () => portal.kill('SIGTERM'));
  // npm hands the signal to the shell that runs us, which ends without a word: we have another parent then.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && portal.kill('SIGTERM'), 500);
  // A terminal tells both; told twice, the portal would not finish what it has begun.
  process.on('SIGINT', () => {});
  portal.on('exit', (code) => process.exit(code === null ? 1 : code));
}

function pnpm(args) {
  // On Windows npx is a batch file, which only a shell can start.
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npx', ['-y', PNPM].concat(args), { stdio: 'inherit', shell });
  return status === null ? 1 : status;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
