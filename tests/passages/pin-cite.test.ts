import { expect, test } from '@jest/globals';
import { readPin } from '../../server/passages/pin-cite.ts';

const rows: [text: string, bare: boolean, read: string | null, why: string][] = [
  [' at 3:14–22.', false, ' at 3:14–22', 'page and lines'],
  [', at 16-17).', false, ', at 16-17', 'a comma before'],
  [', pg. 28.', false, ', pg. 28', '“pg.”'],
  [', page 4.', false, ', page 4', '“page”'],
  [' at 1-2, 6.', false, ' at 1-2, 6', 'scattered pages'],
  [' at iv–vi.', false, ' at iv–vi', 'front matter'],
  [' ¶¶ 42–44, 55–57, 62', false, ' ¶¶ 42–44, 55–57, 62', 'paragraphs'],
  ['¶2.', false, '¶2', 'no space'],
  [' at ¶ 30.', false, ' at ¶ 30', 'both'],
  [' at 3, 604 F.3d 1150', false, ' at 3', 'a reporter goes on with another citation'],
  [' at 3, 14 days later', false, ' at 3', 'a number that counts days'],
  [' 12:3–9;', true, ' 12:3–9', 'after a title lines need no “at”'],
  [' 17.', true, ' 17', 'nor a page that ends the citation'],
  [' 17 people', true, null, 'but not a number of something'],
  [' 17.', false, null, 'and not after a docket number'],
  [' 2019,', true, null, 'a year'],
  [' was filed', false, null, 'nothing'],
];
test.each(rows)('“%s” (bare %s) → %j (%s)', (text, bare, read) => {
  const found = readPin(text, 0, bare);
  expect(found === null ? null : text.slice(0, found.to)).toBe(read);
});

test('begins where it is told to', () => {
  expect(readPin('Dkt. 7 at 3', 6)?.pin.pages).toEqual([
    { from: { page: '3', line: null }, to: { page: '3', line: null } },
  ]);
});
