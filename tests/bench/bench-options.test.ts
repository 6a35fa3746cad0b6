import { describe, expect, test } from '@jest/globals';
import { partNames, readOptions } from './bench-options.ts';

describe('command line of the bench', () => {
  const read: [args: string[], wanted: ReturnType<typeof readOptions>, why: string][] = [
    [[], { parts: partNames, passages: 300_000, filings: null }, 'everything, as the targets are set'],
    [['search', 'parse'], { parts: ['parse', 'search'], passages: 300_000, filings: null }, 'parts in their own order'],
    [['search', 'search'], { parts: ['search'], passages: 300_000, filings: null }, 'a part twice runs once'],
    [['--passages', '5000', 'search'], { parts: ['search'], passages: 5000, filings: null }, 'a flag before'],
    [['--passages=5000'], { parts: partNames, passages: 5000, filings: null }, 'a flag with ='],
    [
      ['parse', '--filings', 'some/folder'],
      { parts: ['parse'], passages: 300_000, filings: 'some/folder' },
      'a folder',
    ],
    [['--filings=a=b'], { parts: partNames, passages: 300_000, filings: 'a=b' }, 'a folder with = in its name'],
  ];
  test.each(read)('%j gives %j: %s', (args, wanted) => {
    expect(readOptions(args)).toEqual(wanted);
  });

  const refused: [args: string[], words: RegExp][] = [
    [['serch'], /no “serch”.*parse, folder, search, exact, typing, weight/],
    [['--passages'], /--passages is “”/],
    [['--passages', '12'], /1000/],
    [['--passages', 'many'], /“many”/],
    [['--filings'], /needs a folder/],
    [['--port', '1'], /no “--port”/],
  ];
  test.each(refused)('%j is refused, saying %s', (args, words) => {
    expect(() => readOptions(args)).toThrow(words);
  });
});
