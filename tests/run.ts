// Runs every check of the project in order and ends with one line: `N passed, N failed` (`, N skipped`).
// In: suite names as arguments (`types`, `lint`, `format`, `unit`, `integration`, `browser`), none means all. Out: exit code 0 when nothing failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** A check of one answer: it passes or fails as a whole. */
function check(name: string, script: string, args: readonly string[]): Tally {
  process.stdout.write(`\n── ${name}\n`);
  const done = spawnSync(process.execPath, [join(modules, script), ...args], { cwd: root, stdio: 'inherit' });
  const good = done.status === 0;
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** One jest project; a suite that could not even be loaded counts as a failure. */
function suite(name: string): Tally {
  process.stdout.write(`\n── ${name}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'pincite-jest-'));
  const file = join(folder, 'report.json');
  try {
    const done = spawnSync(
      process.execPath,
      [
        '--experimental-vm-modules',
        '--no-warnings=ExperimentalWarning',
        join(modules, 'jest', 'bin', 'jest.js'),
        '--selectProjects',
        name,
        '--json',
        '--outputFile',
        file,
        ...(name === 'browser' ? ['--runInBand'] : []),
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return {
      passed: report.numPassedTests,
      // A runner that ends badly without a failed test (open handles, a crash) is a failure too.
      failed: failed === 0 && done.status !== 0 ? 1 : failed,
      skipped: report.numPendingTests,
    };
  } catch (error) {
    process.stderr.write(`${name}: the test runner left no report (${String(error)})\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const checks: Record<string, () => Tally> = {
  types: () => check('types', 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']),
  lint: () => check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  format: () => check('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  unit: () => suite('unit'),
  integration: () => suite('integration'),
  browser: () => suite('browser'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  process.stderr.write(`no such suite: ${unknown.join(', ')} (there are ${Object.keys(checks).join(', ')})\n`);
  process.exit(2);
}

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const [name, runCheck] of Object.entries(checks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const tally = runCheck();
  process.stdout.write(`${name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped\n`);
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
