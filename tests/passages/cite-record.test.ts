import { describe, expect, test } from '@jest/globals';
import { citeRecord } from '../../server/passages/cite-record.ts';
import type { Passage, PassageKind } from '../../server/contract/passage.ts';
import { passagesOf, pageOf } from '../catalog/readings.ts';

/** One passage a page, of these kinds. */
function passages(...given: readonly (readonly [PassageKind, string])[]): Passage[] {
  const pages = given.map(([, text], at) => pageOf(at + 1, [text]));
  return passagesOf('f'.repeat(64), pages).map((passage, at) => ({ ...passage, kind: given[at]?.[0] ?? 'paragraph' }));
}
const shown = (given: readonly Passage[]) =>
  citeRecord(given).map(({ seq, text, pageNumber, citation }) => [seq, text, pageNumber, citation.repeats]);

describe('citations of a file', () => {
  test('are numbered through, with their page and the page text they cover', () => {
    const given = passages(['paragraph', 'See Dkt. 7 at 3.'], ['paragraph', 'And Compl. ¶ 12.']);
    expect(shown(given)).toEqual([
      [0, 'Dkt. 7 at 3', 1, null],
      [1, 'Compl. ¶ 12', 2, null],
    ]);
    expect(citeRecord(given)[1]?.spans).toEqual([{ pageNumber: 2, from: 4, to: 15 }]);
  });

  test('“Id.” goes back over the end of a passage, and a note in between is not in its way', () => {
    const given = passages(
      ['paragraph', 'See Dkt. 7 at 3.'],
      ['footnote', '2 Compl. ¶ 12.'],
      ['paragraph', 'Id. at 4.'],
      ['footnote', '3 Id. ¶ 13.'],
    );
    expect(shown(given).map(([, text, , repeats]) => [text, repeats])).toEqual([
      ['Dkt. 7 at 3', null],
      ['Compl. ¶ 12', null],
      ['Id. at 4', 0],
      ['Id. ¶ 13', 1],
    ]);
  });

  test('a caption, a table of authorities and a signature point at nothing', () => {
    expect(shown(passages(['caption', 'Dkt. 7 at 3'], ['contents', 'Dkt. 8 at 3'], ['signature', 'Dkt. 9']))).toEqual(
      [],
    );
  });
});
