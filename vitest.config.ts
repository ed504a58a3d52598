import { defineConfig } from 'vitest/config';

const decorators = { decorator: { legacy: true } };

/** Tests that run in Node. Those of packages/forms run in a browser, by its web-test-runner.config.mjs. */
export default defineConfig({
  test: {
    projects: [
      project('rules', ['packages/rules/src/**/*.test.ts']),
      // Slow, thorough: what holds of every pack, every rule, every engine. `npm run proof` runs them alone.
      project('proof', ['packages/rules/test/proof/*.test.ts', 'tests/*.proof.ts'], 60_000),
      project('exporters', ['packages/exporters/**/*.test.ts']),
      project('examples', ['examples/**/*.test.ts'], 60_000),
      project('tests', ['tests/**/*.test.ts'], 60_000),
      project('e2e', ['tests/e2e/**/*.e2e.ts'], 120_000),
    ],
  },
});

function project(name: string, include: string[], timeoutMs = 20_000) {
  const exclude = ['**/node_modules/**', '**/dist/**'];
  return {
    oxc: decorators,
    test: { name, include, exclude, testTimeout: timeoutMs, hookTimeout: timeoutMs },
  };
}
