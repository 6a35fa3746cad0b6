import { expect, test } from '@jest/globals';
import { passageKinds } from '../../server/contract/passage.ts';

test('passage kinds are those of API.md', () => {
  expect([...passageKinds]).toEqual(
    'paragraph heading quote footnote table testimony caption signature contents'.split(' '),
  );
});
