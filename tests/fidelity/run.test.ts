// The program as a person runs it: measures, writes a baseline, notices a drop, explains a page, refuses nonsense.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePdf, pleadingPaper } from '../parse/make-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'pincite-fidelity-run-'));
const baseline = join(folder, 'baseline.json');
const run = (...args: string[]) => {
  const script = join(import.meta.dirname, 'run.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

beforeAll(async () => {
  const stamp = 'Case 3:20-cv-08570-JD Document 735 Filed 03/01/24 Page 1 of 1';
  const lines = ['The Titan API was a private interface.', 'It was shown to a few companies only.'];
  writeFileSync(
    join(folder, 'brief.pdf'),
    await makePdf((document) => pleadingPaper(document, { stamp, lines, printed: '1' })),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a folder', () => {
  test('is measured, kept, and compared; a drop ends with 1 and is named', () => {
    const first = run(folder, '--baseline', baseline);
    expect(first.stdout).toContain('brief.pdf');
    expect(first.stdout).toMatch(/There is no baseline of/);
    expect(first.status).toBe(0);

    expect(run(folder, '--baseline', baseline, '--update').status).toBe(0);
    expect(run(folder, '--baseline', baseline)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('No figure dropped'),
    });

    // A baseline that knew of more printed numbers.
    const known = readFileSync(baseline, 'utf8');
    writeFileSync(baseline, known.replaceAll(/printed numbers \d+\/1/g, 'printed numbers 2/1'));
    const dropped = run(folder, '--baseline', baseline);
    expect(dropped.status).toBe(1);
    expect(dropped.stdout).toMatch(/DROP {2}[\da-f]{12} brief\.pdf: printed numbers was 2\/1, is [01]\/1/);
  }, 120_000);
});

test('a page is explained on the terminal and as HTML', () => {
  const { status, stdout } = run(folder, '--explain', 'brief', '1', '--out', folder);
  expect(status).toBe(0);
  expect(stdout).toMatch(/2 {2}#\d+ \S+ +“It was shown to a few companies only\.”|#\d+ … +“It was shown/);
  expect(stdout).toMatch(/beside number 2, 0\.0\d of the spacing off/);
  expect(existsSync(join(folder, 'brief-p1.html'))).toBe(true);
}, 60_000);

test('where nothing can be read there is nothing to keep', () => {
  const broken = mkdtempSync(join(folder, 'broken-'));
  writeFileSync(join(broken, 'letter.pdf'), 'Dear Judge');
  const { status, stderr } = run(broken, '--baseline', join(broken, 'b.json'), '--update');
  expect(status).toBe(2);
  expect(stderr).toMatch(/not one file of .* could be read \(not-a-pdf\)/);
  expect(existsSync(join(broken, 'b.json'))).toBe(false);
}, 60_000);

test.each<[string[], RegExp]>([
  [['--wrost'], /means nothing/],
  [['/nowhere/at/all'], /is no folder/],
  [[folder, '--only', 'xyz'], /no file of .* has “xyz” in its name/],
  [[folder, '--explain', 'xyz', '1'], /“xyz” is neither a file nor/],
  [[folder, '--explain', 'brief', '9'], /There is no page 9/],
])(
  '%j is refused with 2',
  (args, message) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  },
  60_000,
);
