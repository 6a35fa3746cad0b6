// docket.csv as people keep it in spreadsheets: one bad row is named by its line and costs no other.
import { describe, expect, test } from '@jest/globals';
import { docketColumns, readDocketCsv } from '../../server/intake/docket-csv.ts';

const read = (csv: string) => {
  const { details, problems } = readDocketCsv(csv, 'docket.csv');
  return { details: Object.fromEntries(details), problems };
};

describe('what it says', () => {
  test('every column is a detail of the file', () => {
    const csv = `${docketColumns.join(',')}\n735.pdf,735,2,2024-03-23,Exhibit,Ad-spend table,Ex. C,Plaintiffs,cand,369872,3:20-cv-08570-JD,Klein v. Meta,Donato\n`;
    expect(read(csv)).toEqual({
      details: {
        '735.pdf': {
          entry: '735',
          attachment: 2,
          filedOn: '2024-03-23',
          type: 'exhibit',
          title: 'Ad-spend table',
          shortTitle: 'Ex. C',
          filer: 'Plaintiffs',
          court: 'cand',
          pacerCaseId: '369872',
          docketNumber: '3:20-cv-08570-JD',
          caseName: 'Klein v. Meta',
          judge: 'Donato',
        },
      },
      problems: [],
    });
  });

  const forms: [string, string, string][] = [
    ['file;title\na.pdf;One\n', 'One', 'semicolons, as in European spreadsheets'],
    ['file\ttitle\r\na.pdf\tOne\r\n', 'One', 'tabs and Windows line ends'],
    ['\uFEFF"file","title"\na.pdf,One', 'One', 'a byte order mark and quoted names'],
    ['title, file\n One , a.pdf', 'One', 'columns in any order, spaces around'],
    ['file,title\na.pdf,"Stip., Amended"\n', 'Stip., Amended', 'a comma within quotation marks'],
    ['file,title\na.pdf,"Stip.\nAmended"\n', 'Stip. Amended', 'a line break within a cell is a space'],
    ['file,title,,\na.pdf,One,,\n', 'One', 'nameless columns'],
    ['file,title\na.pdf,5" disk\n', '5" disk', 'inches are no quotation'],
  ];
  test.each(forms)('%j → %s (%s)', (csv, title) => {
    expect(read(csv)).toEqual({ details: { 'a.pdf': { title } }, problems: [] });
  });

  test('an entry without attachment is the main document; without entry nothing is guessed', () => {
    expect(read('file,entry\na.pdf,735\nb.pdf,\n').details).toEqual({
      'a.pdf': { entry: '735', attachment: 0 },
      'b.pdf': {},
    });
  });
});

describe('a bad row', () => {
  const rows: [string, string, RegExp][] = [
    ['filed like a stamp', 'bad.pdf,One,03/23/2024', /filedOn is “03\/23\/2024”.*2024-03-23/],
    ['no such day', 'bad.pdf,One,2024-02-30', /filedOn/],
    ['a mark never closed', 'bad.pdf,"One,2024-01-01', /quotation mark is not closed/],
    ['words beside a mark', 'bad.pdf,"On"e,2024-01-01', /beside a closing quotation mark/],
    ['a cell too many', 'bad.pdf,One,2024-01-01,more', /more cells/],
    ['no file', ',One,2024-01-01', /“file” is empty/],
    ['a file again', 'a.pdf,Two,2024-01-01', /a\.pdf stands in line 2 already/],
  ];
  test.each(rows)('%s: named by its line, the others count', (_what, row, says) => {
    // The empty line counts as a line, as it does in the spreadsheet.
    const { details, problems } = read(`file,title,filedOn\na.pdf,One,2024-01-01\n\n${row}\nc.pdf,Three,2024-01-03\n`);
    expect(Object.keys(details)).toEqual(['a.pdf', 'c.pdf']);
    expect(details['a.pdf']).toEqual({ title: 'One', filedOn: '2024-01-01' });
    expect(problems).toEqual([expect.stringMatching(/^docket\.csv, line 4: .*\. The row is left out\.$/)]);
    expect(problems[0]).toMatch(says);
  });

  const fields: [string, string, RegExp][] = [
    ['type', 'memo', /“memo” is no type; there are complaint, /],
    ['attachment', 'B', /attachment is “B”; it takes a number/],
    ['attachment', '-1', /attachment/],
  ];
  test.each(fields)('%s “%s” is refused', (column, value, says) => {
    expect(read(`file,${column}\na.pdf,${value}\n`)).toEqual({ details: {}, problems: [expect.stringMatching(says)] });
  });
});

describe('a table that is none', () => {
  const rows: [string, RegExp, string][] = [
    ['', /no column “file”/, 'empty'],
    ['title,entry\nOne,1', /no column “file”/, 'nothing to tell files by'],
    ['file,titel\na.pdf,One', /does not know \(titel\)/, 'a slip of the pen would drop a column in silence'],
    ['file,title,title\na.pdf,One,Two', /column twice \(title\)/, 'which one counts?'],
    ['file,__proto__\na.pdf,x', /does not know \(__proto__\)/, 'no name reaches into objects'],
  ];
  test.each(rows)('%j is refused as a whole', (csv, says) => {
    expect(() => readDocketCsv(csv, '/c/docket.csv')).toThrow(
      expect.objectContaining({ code: 'bad-sidecar', message: expect.stringMatching(says) }),
    );
    expect(() => readDocketCsv(csv, '/c/docket.csv')).toThrow(/^\/c\/docket\.csv .*The files beside it are read/);
  });
});

test('what it lists is a docket: its rows by case and entry', () => {
  const csv =
    'file,entry,attachment,court,docketNumber\na.pdf,735,,cand,3:20-cv-08570-JD\nb.pdf,735,2,cand,3:20-cv-08570-JD\nc.pdf,,,,';
  const { dockets, places } = readDocketCsv(csv, 'docket.csv');
  expect(dockets).toMatchObject([
    {
      court: 'cand',
      docketNumber: '3:20-cv-08570-JD',
      entries: [{ entry: '735', documents: [{ attachment: 0 }, { attachment: 2 }] }],
    },
  ]);
  // Its rows name their files: nothing is to be guessed.
  expect(places).toEqual([]);
});
