// `npm run fidelity -- --ocr` as a person runs it, on the specimen that is a scan: the table, and the end's number.
import { expect, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runOcr } from './ocr-run.ts';

jest.setTimeout(120_000);

test('the specimen is read at least 95 % right, which ends with 0', () => {
  const script = join(import.meta.dirname, 'run.ts');
  const { status, stdout } = spawnSync(process.execPath, [script, '--ocr', '--only', '9012'], { encoding: 'utf8' });
  expect(stdout).toMatch(/gov\.uscourts\.cand\.0\.9012\.0\.pdf, p\. 2 +\d+ +\d+ +(?:9\d\.\d|100\.0) /);
  expect(stdout).toMatch(/clean pages: 2 /);
  expect(stdout).toContain('All clean pages are read at least 95 % right.');
  expect(status).toBe(0);
});

test('a name that no scan has is refused', async () => {
  const root = join(import.meta.dirname, '..', '..');
  await expect(runOcr(root, { only: 'xyz', worst: 0 }, () => undefined)).rejects.toThrow(/has “xyz” in its name/);
});
