// npm start and npm test on a machine that has only Node and npm: installs what the workspace needs, then runs the script
// named (`install` is none: nothing is run). Says in a sentence what is missing; written for old versions of Node too, so
// that they get that sentence.
import { spawnSync } from 'node:child_process';

const PNPM = 'pnpm@12.21.0';
const script = process.argv[2];
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) stop('Node 20 or newer is needed and this is ' + process.version + ': get it from https://nodejs.org.');

console.log('Installing what is needed …');
if (pnpm(['install', '--config.confirm-modules-purge=false']) !== 0) {
  stop('The packages could not be installed: see the message above, and make sure the npm registry can be reached.');
}
process.exit(script === 'install' ? 0 : pnpm(['run', script]));

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
