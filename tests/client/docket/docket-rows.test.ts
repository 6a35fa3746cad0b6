// The rows of a docket: families, runs of what is missing, what a filter leaves.
import { describe, expect, test } from '@jest/globals';
import { docketRows, isIn, type DocketRow, type EntryRow } from '../../../client/src/docket/docket-rows.ts';
import type { DocketState } from '../../../client/src/docket/docket-state.ts';
import type { DocketDocument, DocketEntry } from '../../../server/contract/docket-api.ts';

const paper = (attachment: number, more: Partial<DocketDocument> = {}): DocketDocument => ({
  id: `d${attachment}`,
  attachment,
  ecf: null,
  title: null,
  shortTitle: null,
  type: null,
  filer: null,
  filedOn: null,
  filename: null,
  pageCount: 1,
  state: 'ready',
  flags: [],
  unread: null,
  corrected: [],
  versions: [],
  missing: null,
  ...more,
});
const gone = (attachment: number, title: string | null = null) =>
  paper(attachment, { id: null, state: null, missing: 'listed', title });
const entry = (number: string | null, documents: DocketDocument[], more: Partial<DocketEntry> = {}): DocketEntry => ({
  entry: number,
  filedOn: null,
  filer: null,
  description: null,
  missing: documents.length > 0 && documents.every(({ id }) => id === null),
  documents,
  ...more,
});
const rowsOf = (entries: DocketEntry[], state: Partial<DocketState> = {}) =>
  docketRows({ caseId: 'c', entries }, { filter: '', only: null, toggled: [], ...state });
/** `735: 0 [1 2]`, `run 2..5 (closed)`. */
const entryText = ({ entry: { entry: number }, main, family }: EntryRow): string => {
  const below = family.map((row) =>
    row.kind === 'document' ? row.document.attachment : `run ${row.items.length}${row.isOpen ? ' open' : ''}`,
  );
  return `${number ?? 'none'}: ${main?.attachment ?? '-'}${below.length === 0 ? '' : ` [${below.join(' ')}]`}`;
};
const shown = (rows: readonly DocketRow[]): string[] =>
  rows.map((row) => (row.kind === 'entry' ? entryText(row) : `run of ${row.items.length}${row.isOpen ? ' open' : ''}`));

describe('families', () => {
  const family = [paper(0), paper(1), paper(2)];
  const rows: [string, DocketEntry[], Partial<DocketState>, string[]][] = [
    ['stand open', [entry('735', family)], {}, ['735: 0 [1 2]']],
    ['fold in', [entry('735', family)], { toggled: ['c/735'] }, ['735: 0']],
    ['fold by case and entry', [entry('735', family)], { toggled: ['other/735'] }, ['735: 0 [1 2]']],
    ['open under a filter', [entry('735', family)], { toggled: ['c/735'], filter: '735' }, ['735: 0 [1 2]']],
    ['without a main document', [entry('735', [paper(1)])], {}, ['735: - [1]']],
    ['twins of the main document', [entry('735', [paper(0), paper(0, { id: 'twin' })])], {}, ['735: 0 [0]']],
    ['a filing that names no entry', [entry(null, [paper(3)])], {}, ['none: 3']],
    ['a line without a paper', [entry('4', [])], {}, ['4: -']],
  ];
  test.each(rows)('%s', (_what, entries, state, expected) => {
    expect(shown(rowsOf(entries, state))).toEqual(expected);
  });
  test('how many attachments a closed one has is still said', () => {
    expect(rowsOf([entry('735', family)], { toggled: ['c/735'] })).toMatchObject([
      { attachments: 2, isOpen: false, canFold: true },
    ]);
  });
});

describe('what is missing is drawn together', () => {
  const missing = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => entry(`${from + at}`, [gone(0)]));
  const rows: [string, DocketEntry[], Partial<DocketState>, string[]][] = [
    [
      'four entries in a row',
      [entry('1', [paper(0)]), ...missing(2, 4), entry('6', [paper(0)])],
      {},
      ['1: 0', 'run of 4', '6: 0'],
    ],
    ['three are shown', missing(2, 3), {}, ['2: 0', '3: 0', '4: 0']],
    ['opened', missing(2, 4), { toggled: ['c/2..5'] }, ['run of 4 open']],
    ['not under a filter', missing(2, 4), { only: 'missing' }, ['2: 0', '3: 0', '4: 0', '5: 0']],
    ['lines without a paper belong to it', [...missing(2, 2), entry('4', []), entry('5', [gone(0)])], {}, ['run of 4']],
    [
      'an entry of which one paper is here does not',
      [...missing(2, 3), entry('5', [gone(0), paper(1)])],
      {},
      ['2: 0', '3: 0', '4: 0', '5: 0 [1]'],
    ],
    ['attachments too', [entry('1', [paper(0), gone(1), gone(2), gone(3), gone(4), paper(5)])], {}, ['1: 0 [run 4 5]']],
    [
      'opened, too',
      [entry('1', [paper(0), gone(1), gone(2), gone(3), gone(4)])],
      { toggled: ['c/1-1..4'] },
      ['1: 0 [run 4 open]'],
    ],
  ];
  test.each(rows)('%s', (_what, entries, state, expected) => {
    expect(shown(rowsOf(entries, state))).toEqual(expected);
  });
});

describe('a filter', () => {
  const entries = [
    entry(
      '735',
      [
        paper(0, { ecf: '735', title: 'Letter Brief' }),
        paper(2, { ecf: '735-2', title: 'Exhibit B', type: 'exhibit' }),
      ],
      {
        filer: 'Plaintiffs',
        filedOn: '2024-03-23',
      },
    ),
    entry('736', [paper(0, { ecf: '736', title: 'Order', filer: 'The Court', filename: 'order.pdf' })]),
    entry('737', [], { description: 'Minute entry for the hearing' }),
  ];
  const rows: [string, string[], string][] = [
    ['letter', ['735: 0 [2]'], 'the title of the main document keeps its family'],
    ['exhibit', ['735: 0 [2]'], 'an attachment keeps its main document as its place'],
    ['EXHIBIT b', ['735: 0 [2]'], 'case does not matter, words in any order'],
    ['ecf no. 736', ['736: 0'], 'as it is cited'],
    ['mar 23, 2024', ['735: 0 [2]'], 'a day as it is shown'],
    ['2024-03', ['735: 0 [2]'], 'a month'],
    ['exhibit b', ['735: 0 [2]'], 'a letter that is a word'],
    ['exhibit l', [], 'and is not the beginning of one: the letter brief is no Exhibit L'],
    ['xhibit', [], 'the middle of a word'],
    ['plaintiffs letter', ['735: 0 [2]'], 'words from several columns'],
    ['plaintiffs order', [], 'not from several entries'],
    ['order.pdf', ['736: 0'], 'the name of the file'],
    ['minute', ['737: -'], 'the text of the docket'],
    ['  ', ['735: 0 [2]', '736: 0', '737: -'], 'spaces are no filter'],
    ['nothing', [], 'what is nowhere'],
  ];
  test.each(rows)('“%s” leaves %j (%s)', (filter, expected) => {
    expect(shown(rowsOf(entries, { filter }))).toEqual(expected);
  });
});

describe('a condition', () => {
  const rows: [Parameters<typeof isIn>[1], Partial<DocketDocument>, boolean][] = [
    ['missing', { missing: 'gap' }, true],
    ['missing', {}, false],
    ['unread', { unread: { pages: 1, firstPageNumber: 2 } }, true],
    ['unread', {}, false],
    ['redacted', { flags: ['badly-redacted'] }, true],
    ['redacted', { flags: ['redacted'] }, true],
    ['redacted', { flags: ['unreadable-pages'] }, false],
    ['corrected', { corrected: ['filer'] }, true],
    ['corrected', {}, false],
  ];
  test.each(rows)('%s: %j is %s', (only, document, expected) => {
    expect(isIn(paper(0, document), only)).toBe(expected);
  });
  test('leaves such documents alone, under their entries', () => {
    const entries = [entry('1', [paper(0), gone(1), paper(2)]), entry('2', [paper(0)]), entry('3', [])];
    expect(shown(rowsOf(entries, { only: 'missing' }))).toEqual(['1: 0 [1]']);
  });
  test('and a filter both count', () => {
    const entries = [entry('1', [paper(0), gone(1, 'Exhibit A'), gone(2, 'Exhibit B')])];
    expect(shown(rowsOf(entries, { only: 'missing', filter: 'exhibit b' }))).toEqual(['1: 0 [2]']);
  });
});
