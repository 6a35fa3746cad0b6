import { expect, test } from '@jest/globals';
import '../../../client/src/api/zod-without-eval.ts';
import { config } from 'zod';

test('zod checks without compiling, so that the policy is not probed', () => {
  expect(config().jitless).toBe(true);
});
