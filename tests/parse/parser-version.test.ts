// The version is part of the corpus fingerprint: never empty, and plain enough to stand in a report.
import { expect, test } from '@jest/globals';
import { parserVersion } from '../../server/parse/parser-version.ts';

test('the version can be printed and compared', () => {
  expect(parserVersion).toMatch(/^\d+(?:\.\d+)*$/);
});
