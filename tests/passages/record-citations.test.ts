import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordCitationsIn } from '../../server/passages/record-citations.ts';
import type { EcfNumber, RecordCitation } from '../../server/contract/record-citation.ts';

const ecf = ({ entry, attachment }: EcfNumber) => (attachment === null ? entry : `${entry}-${attachment}`);
/** A citation in short: what names the document, then the pin. */
function shown({ title, exhibits, entries, pin }: RecordCitation): string {
  const range = <End>(ends: { from: End; to: End }, say: (end: End) => string) =>
    say(ends.from) === say(ends.to) ? say(ends.from) : `${say(ends.from)}..${say(ends.to)}`;
  return [
    title,
    ...exhibits.map((each) => `ex ${range(each, String)}`),
    ...entries.map((each) => `#${range(each, ecf)}`),
    ...pin.pages.map((each) => `p ${range(each, ({ page, line }) => (line === null ? page : `${page}:${line}`))}`),
    ...pin.paragraphs.map((each) => `¶ ${range(each, String)}`),
    pin.note === null ? null : `n ${pin.note}`,
  ]
    .filter((part) => part !== null)
    .join(' | ');
}

describe('what a citation says', () => {
  const rows: [text: string, says: string[], why: string][] = [
    ['See Dkt. No. 645-2 at 3:4–9.', ['#645-2 | p 3:4..3:9'], 'attachment, page and lines'],
    [
      '(ECF Nos. 12–14; ECF No. 45-2 at 7:3-9)',
      ['#12..14', '#45-2 | p 7:3..7:9'],
      'an en dash is a range, a hyphen an attachment',
    ],
    ['(Dkt. 107, 121)', ['#107 | #121'], 'a list of entries'],
    ['Docket Nos. 626 and 627', ['#626 | #627'], 'and'],
    ['Compl. ¶ 12; Ex. C at 4', ['Compl. | ¶ 12', 'ex C | p 4'], 'two citations'],
    ['Doe Dep. 12:3–9', ['Doe Dep. | p 12:3..12:9'], 'testimony needs no “at”'],
    ['Doe Dep. 45:12–46:3', ['Doe Dep. | p 45:12..46:3'], 'across pages'],
    [
      'Pls.’ Letter Br. 3:14–22, ECF No. 735.',
      ['Pls.’ Letter Br. | #735 | p 3:14..3:22'],
      'Bluebook B17: title, pin, number',
    ],
    [
      'Doe Decl. Ex. B, at 4, ECF No. 735-2 (META-000123).',
      ['Doe Decl. | ex B | #735-2 | p 4'],
      'an exhibit of a declaration',
    ],
    ['ECF No. 735 at 3 n.2', ['#735 | p 3 | n 2'], 'a footnote'],
    ['Exs. R–HH and KK', ['ex R..HH | ex KK'], 'exhibits by the dozen'],
    ['Dkt. 5 at 151–52', ['#5 | p 151..152'], 'figures left out are those of the first number'],
    ['(Doc. 172-2 (Ex. C), ¶¶10, 11, 13–17)', ['#172-2 | ¶ 10 | ¶ 11 | ¶ 13..17'], 'something said aside'],
    ['Order at 3, 15 U.S.C. § 2', ['Order | p 3'], 'a code is no second page'],
    ['No. 3:20-cv-08570, Docket No. 3:20-cv-08570', [], 'numbers of cases'],
    ['Executive Order 12866', [], 'another kind of order'],
    ['the Motion is denied', [], 'a title without a pin may be any paper'],
    ['Smith v. Jones, 55 F.3d 3, 5. Id. at 6.', [], '“Id.” after a decision is the decision'],
    ['Compl. ¶ 2. Id. ¶ 3. 15 U.S.C. § 1. Id. § 2.', ['Compl. | ¶ 2', '¶ 3'], '“Id.” follows what came last'],
  ];
  test.each(rows)('%s → %j (%s)', (text, says) => {
    expect(recordCitationsIn(text).citations.map(shown)).toEqual(says);
  });

  test('“Id.” points at what it repeats, over the end of a passage too', () => {
    expect(recordCitationsIn('Id. at 4.').citations).toEqual([]);
    expect(recordCitationsIn('Id. at 4.', 'record').citations).toMatchObject([{ kind: 'id', repeats: -1 }]);
    expect(recordCitationsIn('Compl. ¶ 2. Id. at 4.').citations[1]).toMatchObject({ repeats: 0 });
    expect(recordCitationsIn('Compl. ¶ 2. See 5 U.S.C. § 1.').last).toBe('other');
  });

  test('spans are those of the text', () => {
    const text = 'As said, Dkt. 7 at 3, it was so.';
    const [citation] = recordCitationsIn(text).citations;
    expect(text.slice(citation?.from, citation?.to)).toBe('Dkt. 7 at 3');
  });
});

test('snippets of real filings, marked by hand: recall ≥ 95 %, precision ≥ 98 %', () => {
  const lines = readFileSync(join(import.meta.dirname, 'record-citations.tsv'), 'utf8').split('\n');
  const wrong: string[] = [];
  let [expected, found, right] = [0, 0, 0];
  for (const line of lines.filter((each) => each.includes('\t') && !each.startsWith('#'))) {
    const [file = '', marked = ''] = line.split('\t');
    const text = marked.replaceAll(/[«»]/g, '');
    const wanted: string[] = [];
    let removed = 0;
    for (const match of marked.matchAll(/«([^»]*)»/g)) {
      const from = match.index - removed;
      wanted.push(`${from}-${from + (match[1]?.length ?? 0)}`);
      removed += 2;
    }
    // A snippet cannot show what its first “Id.” repeats: those chosen follow a citation of the record.
    const got = recordCitationsIn(text, 'record').citations.map(({ from, to }) => `${from}-${to}`);
    const hits = got.filter((span) => wanted.includes(span)).length;
    [expected, found, right] = [expected + wanted.length, found + got.length, right + hits];
    if (hits < wanted.length || hits < got.length) wrong.push(`${file}: ${marked}`);
  }
  expect(expected).toBeGreaterThanOrEqual(150);
  const figures = { recall: right / expected, precision: right / found };
  expect({ ...figures, wrong, good: figures.recall >= 0.95 && figures.precision >= 0.98 }).toMatchObject({
    good: true,
  });
});
