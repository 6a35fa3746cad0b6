// One page cut into blocks: what begins one, and what it is.
import { describe, expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { pageBlocks } from '../../server/passages/page-blocks.ts';
import { cells, full, setPage, type SetLine } from './page-maker.ts';

const lead = [
  full('A paragraph that stands above and fills its lines from the left edge to the', { x: 144 }),
  full('right one, with a second line that is as long, and with a third that ends it', {}),
  full('where the page has its right edge, so that nothing else is told by its length.'),
];
/** Kinds and first words of what stands below the lead. */
const below = (...lines: readonly SetLine[]) =>
  pageBlocks(bodyLinesOf([setPage(1, [...lead, ...lines])]))
    .map(
      ({ kind, lines: own }) => `${kind}: ${own.map(({ text }) => text.split(' ').slice(0, 2).join(' ')).join(' / ')}`,
    )
    .slice(1);

describe('pageBlocks', () => {
  test.each([
    [
      'a bold heading and the paragraph below it',
      [
        { text: 'B. Settlement Fund', x: 144, bold: true },
        full('The settlement contemplates a fund in the amount of', { x: 144 }),
        full('much money, after payment of fees and of costs.'),
      ],
      ['heading: B. Settlement', 'paragraph: The settlement / much money,'],
    ],
    [
      'a heading over two lines is one, however the second hangs',
      [
        { text: 'A. The Opinions regarding the Law and the Services', x: 144, end: 500, bold: true },
        { text: 'Agreement Are Not Proper', x: 180, bold: true, gap: 14 },
      ],
      ['heading: A. The / Agreement Are'],
    ],
    [
      'a heading under a heading',
      [
        { text: 'II. BACKGROUND', x: 250, bold: true },
        { text: 'A. The Parties', bold: true },
        { text: '1. The Plaintiff', bold: true },
      ],
      ['heading: II. BACKGROUND', 'heading: A. The', 'heading: 1. The'],
    ],
    [
      'a sentence that runs on is one block, whatever its edges, sizes and gaps say',
      [
        full('The report was due every two weeks and was sent to', { x: 144 }),
        { text: 'produced by the partner', bold: true, x: 200, gap: 48 },
        full('the team that had asked for it, and it was read there.'),
      ],
      ['paragraph: The report / produced by / the team'],
    ],
    [
      'gaps that were blacked out make no table of a sentence',
      [
        full('Under this license the company agreed to make payments in the', { x: 144 }),
        cells([
          [108, 'amount of'],
          [300, 'in 2014, and in the'],
        ]),
        cells([
          [108, 'amount of'],
          [300, 'in 2015.'],
        ]),
      ],
      ['paragraph: Under this / amount of / amount of'],
    ],
    [
      'an answer beside its question is no section A',
      [
        { text: 'Q. Is that right?', x: 180 },
        { text: 'A. Correct.', x: 180, bold: true },
      ],
      ['paragraph: Q. Is', 'paragraph: A. Correct.'],
    ],
    [
      'a mark and a few words without a stop, above text (opinion_tax p. 12)',
      [
        { text: 'A. Section 465 principles' },
        full('For certain taxpayers a limit on losses applies to what', { x: 144 }),
        full('they have put at risk, and it ends where that ends.'),
      ],
      ['heading: A. Section', 'paragraph: For certain / they have'],
    ],
    [
      'items of a list stand among their equals',
      [
        { text: 'A. the agreements', x: 180 },
        { text: 'B. the reports', x: 180 },
      ],
      ['paragraph: A. the', 'paragraph: B. the'],
    ],
    [
      'a mark alone in the middle',
      [{ text: 'II', x: 318, end: 330 }, full('Text below it that fills the line to its right edge.', { x: 144 })],
      ['heading: II', 'paragraph: Text below'],
    ],
    [
      'lines of an address are no quotation',
      [
        { text: '500 Capitol Mall, Suite 2250, which is a long line', x: 180, end: 500, gap: 40 },
        { text: 'Sacramento, California 95814', x: 180, end: 420, gap: 13 },
      ],
      ['paragraph: 500 Capitol / Sacramento, California'],
    ],
    [
      'a sum in bold is no heading',
      [{ text: 'USD 0.00', x: 250, bold: true }, full('Text below it that fills the line to its right edge.')],
      ['paragraph: USD 0.00', 'paragraph: Text below'],
    ],
    [
      'an italic heading with a number is no numbered paragraph',
      [
        { text: '1. The Fees of the Fund', x: 144, italic: true },
        full('The Fund pays an annual fee that was agreed upon and', { x: 144 }),
      ],
      ['heading: 1. The', 'paragraph: The Fund'],
    ],
    [
      'a numbered paragraph with a gap behind its number',
      [
        cells(
          [
            [144, '7.'],
            [180, 'Plaintiff B is a natural person who resides'],
          ],
          { end: 540 },
        ),
        full('in Illinois and opened an account in 2010.'),
        cells([
          [144, '8.'],
          [180, 'Defendant is a company that was formerly'],
        ]),
      ],
      ['paragraph: 7. Plaintiff / in Illinois', 'paragraph: 8. Defendant'],
    ],
    [
      'a list of demands: each begins after the stop of the one before',
      [
        full('WHEREFORE, Plaintiffs pray for judgment as follows:', { x: 144 }),
        full('A. That the action be certified as a class action and that', { x: 144 }),
        full('counsel be appointed for the class as the law provides;'),
        full('B. That the conduct be adjudged to violate the law; and', { x: 144 }),
        full('C. That Plaintiffs have such other relief as is just.', { x: 144 }),
      ],
      [
        'paragraph: WHEREFORE, Plaintiffs',
        'paragraph: A. That / counsel be',
        'paragraph: B. That',
        'paragraph: C. That',
      ],
    ],
    [
      'a slip opinion sets its paragraphs in by hardly an em',
      [
        full('One ends here and is as long as every other line is.'),
        full('Lopez then petitioned for a writ of habeas corpus in the', { x: 118 }),
        full('district court, which held that it was not so.'),
      ],
      ['paragraph: Lopez then / district court,'],
    ],
    [
      'a block quote, and the paragraph that goes on after it',
      [
        { text: 'daily counts of recommendation sends and of clicks', x: 180, end: 500 },
        { text: 'by interface, surface and variant, every two weeks', x: 180, end: 500, gap: 13 },
        full('After the quotation the paragraph goes on in its spacing'),
      ],
      ['quote: daily counts / by interface,', 'paragraph: After the'],
    ],
    [
      'an address that is set in is no quote',
      [
        { text: 'Heim, Payne & Chorush', x: 250 },
        { text: '1111 Bagby, Suite 2100', x: 250, gap: 13 },
        { text: 'Houston, Texas', x: 250, gap: 13 },
      ],
      ['paragraph: Heim, Payne / 1111 Bagby, / Houston, Texas'],
    ],
    [
      'a signature with the names and the firm below it',
      [
        { text: 'Dated: May 1, 2024' },
        { text: '/s/ Counsel', x: 330, gap: 40 },
        { text: 'SPECIMEN LLP', x: 330, bold: true, gap: 14 },
        { text: '1 Specimen Plaza', x: 330, gap: 14 },
      ],
      ['signature: Dated: May', 'signature: /s/ Counsel', 'signature: SPECIMEN LLP', 'signature: 1 Specimen'],
    ],
    [
      'a title that addresses somebody is no heading',
      [
        { text: 'TO THE COURT AND TO ALL PARTIES:', x: 228 },
        full('PLEASE TAKE NOTICE that the name has been changed to', { x: 144 }),
      ],
      ['paragraph: TO THE', 'paragraph: PLEASE TAKE'],
    ],
    [
      'rows of a table',
      [
        cells(
          [
            [108, '2015'],
            [300, '$ 40'],
          ],
          { gap: 16 },
        ),
        cells(
          [
            [108, '2016'],
            [300, '$ 78'],
          ],
          { gap: 16 },
        ),
      ],
      ['table: 2015 $ / 2016 $'],
    ],
    [
      'bullets',
      [
        full('• the laptop that was used by one of the two of them;', { x: 144 }),
        full('• what was searched for and evaluated on the laptop;', { x: 144 }),
      ],
      ['paragraph: • the', 'paragraph: • what'],
    ],
  ] as [string, SetLine[], string[]][])('%s', (_, lines, expected) => {
    expect(below(...lines)).toEqual(expected);
  });
});
