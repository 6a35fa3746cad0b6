// What a correction may say.
import { describe, expect, test } from '@jest/globals';
import { documentChangeSchema } from '../../server/contract/docket-api.ts';

describe('a correction', () => {
  const right: [unknown, string][] = [
    [{ filer: 'Plaintiffs' }, 'one field'],
    [{ filer: null, filedOn: null }, 'what is not known after all'],
    [{ title: '  Letter Brief ' }, 'spaces around'],
    [{ entry: '28.1', attachment: 0 }, 'an entry of the Ninth Circuit'],
    [{ takeBack: ['title'] }, 'back to what was read'],
  ];
  test.each(right)('%j is taken (%s)', (change) => {
    expect(documentChangeSchema.safeParse(change).success).toBe(true);
  });
  test('words lose the spaces around them', () => {
    expect(documentChangeSchema.parse({ title: '  Letter Brief ' })).toEqual({ title: 'Letter Brief' });
  });

  const wrong: [unknown, string][] = [
    [{}, 'it changes nothing'],
    [{ takeBack: [] }, 'nor does this'],
    [{ titel: 'x' }, 'a field nobody knows'],
    [{ specimen: false }, 'whether it is a specimen is no detail'],
    [{ title: '' }, 'empty words are null'],
    [{ type: 'memo' }, 'no such type'],
    [{ filedOn: '03/23/2024' }, 'a date like a stamp'],
    [{ entry: '735-2' }, 'the attachment has its own field'],
    [{ attachment: -1 }, 'before the first'],
    [{ attachment: '2' }, 'text for a number'],
    [{ takeBack: ['specimen'] }, 'no field of a correction'],
    [{ title: undefined }, 'JSON has no such value'],
  ];
  test.each(wrong)('%j is refused (%s)', (change) => {
    expect(documentChangeSchema.safeParse(change).success).toBe(false);
  });
});
