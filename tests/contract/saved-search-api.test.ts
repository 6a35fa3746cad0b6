import { expect, test } from '@jest/globals';
import { newSavedSearchSchema } from '../../server/contract/saved-search-api.ts';

test('a saved search has a name', () => {
  expect(newSavedSearchSchema.safeParse({ name: ' Titan ', parameters: 'q=titan' }).data?.name).toBe('Titan');
  expect(newSavedSearchSchema.safeParse({ name: ' ', parameters: 'q=titan' }).success).toBe(false);
});
