import { expect, test } from '@jest/globals';
import { readerVersion, readProgramVersion } from '../server/program-version.ts';

test('the version of the program is that of its package', () => {
  expect(readProgramVersion()).toMatch(/^\d+\.\d+\.\d+$/);
});

test('the version of reading has a part for each kind of rules', () => {
  expect(readerVersion).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
});
