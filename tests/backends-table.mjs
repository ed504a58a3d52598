import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './lib/backends.mjs';

/**
 * Runs all judges on the vectors and the changed submissions and writes what came out into docs/backends.md.
 *
 *     node tests/backends-table.mjs
 */
const { status } = spawnSync(
  process.execPath,
  [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'tests', 'tests/backends.test.ts'],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, KL01_WRITE_TABLE: '1' } },
);
process.exitCode = status ?? 1;
