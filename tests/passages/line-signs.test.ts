import { describe, expect, test } from '@jest/globals';
import {
  hasLabel,
  hasLeader,
  isCapitals,
  isMidSentence,
  labelEdgeOf,
  outlineMarkOf,
  paragraphNumberOf,
  speakerOf,
  wordsIn,
  cellsOf,
  isCentred,
} from '../../server/passages/line-signs.ts';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { cells, full, setPage, type SetLine } from './page-maker.ts';

describe('signs of a line', () => {
  test.each([
    ['ARGUMENT ........................ 12', true],
    ['Smith v. Jones, 1 U.S. 2 (1990) . . . . . . . . passim', true],
    ['He waited... and left on page 12', false],
    ['The end.', false],
  ])('leader: %s', (text, expected) => expect(hasLeader(text)).toBe(expected));

  test.each([
    ['34. Plaintiffs allege', '34'],
    ['34. “Quoted” words', '34'],
    ['34.5 percent', null],
    ['¶ 34. Plaintiffs', null],
    ['1998. ', null],
  ])('paragraph number: %s', (text, expected) => expect(paragraphNumberOf(text)).toBe(expected));

  test.each([
    ['I. ARGUMENT', 1],
    ['IV. CONCLUSION', 1],
    ['A. The Inbox API', 2],
    ['2. Facts', 3],
    ['(b) Damages', 4],
    ['c. Tangentially Related Information', 4],
    ['a partner received it', null],
    ['A partner received it', null],
    ['II', 1],
    ['B.', 2],
    ['AB', null],
    ['No mark', null],
  ])('outline: %s', (text, level) => expect(outlineMarkOf(text)?.level ?? null).toBe(level));

  test.each([
    ['Q. Did you?', 'Q'],
    ['A  I did.', 'A'],
    ['A partner said so', 'A'],
    ['THE COURT: Good morning.', 'THE COURT'],
    ['MR. ROE: Objection.', 'MR. ROE'],
    ['and then he said: no', null],
    ['APPEARANCES: For Plaintiffs', null],
    ['REPORTED BY: Doe', null],
  ])('speaker: %s', (text, expected) => {
    // `A partner` stands at a line's beginning in prose too: only a page full of turns makes testimony (testimony.ts).
    expect(speakerOf(text)).toBe(expected);
  });

  test.each([
    ['EXHIBIT B', true],
    ['Exhibit B', false],
    ['12', false],
  ])('capitals: %s', (text, expected) => expect(isCapitals(text)).toBe(expected));

  test.each([
    ['1. Plaintiffs', true],
    ['(a) one', true],
    ['• one', true],
    ['Plaintiffs 1.', false],
    ['1998 was', false],
  ])('label: %s', (text, expected) => expect(hasLabel(text)).toBe(expected));

  test.each([
    ['the agreement gave access to', 'friends of users', true, 'small letters go on'],
    ['the agreement gave access.', 'friends of users', false, 'the sentence is over'],
    ['as the court held in 778 F.3d at', '152. Here the question', true, 'a page of a reporter, no paragraph 152'],
    ['See Castle v. US, 399', 'F. Supp. 3d at 193.', true, 'a reporter, no section F'],
    ['filed under Dkt. No.', '645 at 3', true, 'a number belongs to its sign'],
    ['the license of the', 'Titan API', true, 'no sentence ends with an article'],
    ['was of the', '• first', false, 'a bullet begins an item'],
    ['injury to competition; and', '(2) harm', false, 'the next item of a list'],
    ['ABC LLC and', 'Meta Platforms, Inc.', true, 'two names joined'],
    ['an attorney at', '. The motion', true, 'a name between was blacked out'],
    ['MOTION TO COMPEL', 'The court orders', false, 'a title and the text below'],
    ['see page 12', 'Id. at 4', false, 'nothing says that it goes on'],
  ])('one sentence: %s | %s', (above, below, expected) => expect(isMidSentence(above, below)).toBe(expected));

  test('words are counted as a reader would', () => {
    expect(wordsIn('The Titan API (2013) — $40 million, don’t you?')).toBe(8);
    // Plain and other letters are counted by two rules that must agree.
    expect(wordsIn('No. 3:20-cv-08570-JD, Pls.’ Opp’n at 1,234.5 -- ok')).toBe(8);
    expect(wordsIn('No. 3:20-cv-08570-JD, Pls.’ Opp’n at 1,234.5 -- é')).toBe(8);
  });
});

describe('signs of place', () => {
  const line = (set: SetLine) => {
    const page = setPage(1, [
      full('a full line of the body that says where its margins are'),
      full('another full line of the body, just as long as the first'),
      full('and a third one, so that there are enough to measure'),
      set,
    ]);
    const last = bodyLinesOf([page]).at(-1);
    if (last === undefined) throw new Error('no line');
    return last;
  };
  test('centred', () => {
    expect(isCentred(line({ text: 'ARGUMENT', x: 300, end: 348 }))).toBe(true);
    expect(isCentred(line({ text: 'ARGUMENT' }))).toBe(false);
  });
  test('white space before the edge of a known column parts cells, if it is wider than between words', () => {
    const row = line(
      cells([
        [108, 'Weekly'],
        [156, 'Employee'],
      ]),
    );
    expect(cellsOf(row)).toHaveLength(1);
    expect(cellsOf(row, [156])).toHaveLength(2);
    expect(cellsOf(row, [170])).toHaveLength(1);
    // As wide as every letter: typewriting.
    expect(cellsOf(line({ text: 'Weekly Employee' }), [150])).toHaveLength(1);
  });
  test('the text behind a label has an edge of its own', () => {
    const labelled = cells([
      [108, 'A'],
      [138, 'Papers'],
    ]);
    expect(labelEdgeOf(line(labelled))).toBe(138);
    expect(labelEdgeOf(line({ text: 'A paper' }))).toBeNull();
    expect(
      labelEdgeOf(
        line(
          cells([
            [108, 'Papers'],
            [180, 'B'],
          ]),
        ),
      ),
    ).toBeNull();
  });
  test('cells', () => {
    const row = line({ text: '2015 $40,000,000' });
    expect(cellsOf(row)).toHaveLength(1);
    const wide = {
      ...row,
      line: { ...row.line, advances: row.line.advances.map((advance, at) => (row.text[at] === ' ' ? 80 : advance)) },
    };
    expect(cellsOf(wide)).toHaveLength(2);
    expect(
      cellsOf(
        line(
          cells([
            [144, '7.'],
            [180, 'Plaintiff B'],
          ]),
        ),
      ),
    ).toHaveLength(1);
    expect(
      cellsOf(
        line(
          cells([
            [144, 'Row'],
            [200, 'Year'],
            [260, '2015'],
          ]),
        ),
      ),
    ).toEqual([
      { from: 144, to: 162 },
      { from: 200, to: 224 },
      { from: 260, to: 284 },
    ]);
  });
});
