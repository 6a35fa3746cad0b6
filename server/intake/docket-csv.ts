// The sidecar `docket.csv`: one file a row, columns by name, for people who keep their docket in a spreadsheet.
// In: CSV text. Out: details by file name, and a message for each row that could not be used (the others are).
import { parse } from 'csv-parse/sync';
import { messageOf, PinciteError, systemCodeOf } from '../contract/errors.ts';
import { documentTypes, type FilingDetails } from '../contract/filing.ts';
import { dateSchema } from '../contract/search-api.ts';
import { docketsOf, known, type ReadSidecar } from './docket-listing.ts';

/** Columns, in any order; `file` is needed, every other may be missing or empty. */
export const docketColumns = [
  'file',
  'entry',
  'attachment',
  'filedOn',
  'type',
  'title',
  'shortTitle',
  'filer',
  'court',
  'pacerCaseId',
  'docketNumber',
  'caseName',
  'judge',
] as const;
type Column = (typeof docketColumns)[number];
type Row = Partial<Record<Column, string>>;

/** Reads a `docket.csv` (comma, semicolon or tab). Throws `bad-sidecar` when its first row does not name the columns. */
export function readDocketCsv(csv: string, path: string): ReadSidecar {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const table = readHeader(lines[0] ?? '', path);
  const details = new Map<string, Partial<FilingDetails>>();
  const problems: string[] = [];
  const lineOf = new Map<string, number>();
  for (let at = 1; at < lines.length;) {
    const number = at + 1;
    if (lines[at]?.trim() === '') {
      at += 1;
      continue;
    }
    const { row, taken } = readRow(lines, at, table);
    at += taken;
    try {
      if (typeof row === 'string') throw new PinciteError('bad-sidecar', row);
      if (row.file === undefined || row.file === '') {
        throw new PinciteError('bad-sidecar', 'the column “file” is empty');
      }
      const before = lineOf.get(row.file);
      if (before !== undefined) {
        throw new PinciteError('bad-sidecar', `${row.file} stands in line ${before} already`);
      }
      details.set(row.file, detailsOf(row));
      lineOf.set(row.file, number);
    } catch (error) {
      problems.push(`${path}, line ${number}: ${messageOf(error)}. The row is left out.`);
    }
  }
  return { details, places: [], dockets: docketsOf(details), problems };
}

interface Table {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

function readHeader(header: string, path: string): Table {
  const delimiter = [',', ';', '\t'].find((sign) => header.includes(sign)) ?? ',';
  const columns = header.split(delimiter).map((name) => name.trim().replaceAll(/^"|"$/g, ''));
  // Spreadsheets write nameless columns where somebody once typed something: they say nothing.
  const named = columns.filter((name) => name !== '');
  const strange = named.filter((name) => !docketColumns.some((each) => each === name));
  const twice = named.filter((name, at) => named.indexOf(name) !== at);
  if (columns.includes('file') && strange.length === 0 && twice.length === 0) return { delimiter, columns };
  const what =
    strange.length > 0
      ? `has columns that Pincite does not know (${strange.join(', ')})`
      : twice.length > 0
        ? `has a column twice (${twice.join(', ')})`
        : 'has no column “file”';
  throw new PinciteError(
    'bad-sidecar',
    `${path} ${what}. Its first row names the columns: ${docketColumns.join(', ')}. The files beside it are read without it.`,
  );
}

/** Lines that one row may take: cells of a spreadsheet hold line breaks, but a mark that is never closed must not eat the rest. */
const longestRow = 20;

/** The row that begins at a line, or what is wrong with it, and how many lines it takes: one bad row costs no other. */
function readRow(lines: readonly string[], at: number, table: Table): { row: Row | string; taken: number } {
  let problem = { code: '', words: 'it cannot be read' };
  for (let taken = 1; taken <= longestRow && at + taken <= lines.length; taken += 1) {
    const read = parseRow(lines.slice(at, at + taken).join('\n'), table, false);
    if (!('code' in read)) return { row: read.row, taken };
    // Only a quotation mark that is still open is closed by the next line.
    if (taken === 1) problem = read;
    if (read.code !== 'CSV_QUOTE_NOT_CLOSED') break;
  }
  if (problem.code === 'INVALID_OPENING_QUOTE') {
    // Inches and feet in a title: a mark amid words is no quotation.
    const read = parseRow(lines[at] ?? '', table, true);
    if (!('code' in read)) return { row: read.row, taken: 1 };
  }
  return { row: problem.words, taken: 1 };
}

function parseRow(
  text: string,
  { delimiter, columns }: Table,
  relaxQuotes: boolean,
): { row: Row } | { code: string; words: string } {
  try {
    // Each record is an object of texts under the header's names, which were checked.
    const rows = parse<Row>(text, {
      columns: columns.map((name) => (name === '' ? false : name)),
      delimiter,
      trim: true,
      relax_column_count_less: true,
      relax_quotes: relaxQuotes,
    });
    return { row: rows[0] ?? {} };
  } catch (error) {
    const code = systemCodeOf(error) ?? '';
    return { code, words: problems[code] ?? messageOf(error) };
  }
}

/** What csv-parse's codes mean for a person with a spreadsheet. */
const problems: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'words stand beside a closing quotation mark',
  CSV_RECORD_INCONSISTENT_COLUMNS: 'it has more cells than the first row has columns',
  CSV_RECORD_DONT_MATCH_COLUMNS_LENGTH: 'it has more cells than the first row has columns',
};

function detailsOf(row: Row): Partial<FilingDetails> {
  const {
    file: _file,
    attachment,
    type,
    filedOn,
    ...texts
  } = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, wordsOf(value)])) as Row;
  const knownType = documentTypes.find((each) => each === type?.toLowerCase());
  if (type !== undefined && knownType === undefined) {
    throw new PinciteError('bad-sidecar', `“${type}” is no type; there are ${documentTypes.join(', ')}`);
  }
  if (filedOn !== undefined && !dateSchema.safeParse(filedOn).success) {
    throw new PinciteError('bad-sidecar', `filedOn is “${filedOn}”; it takes a date such as 2024-03-23`);
  }
  if (attachment !== undefined && !/^\d{1,4}$/.test(attachment)) {
    throw new PinciteError('bad-sidecar', `attachment is “${attachment}”; it takes a number`);
  }
  return known({
    ...texts,
    type: knownType,
    filedOn,
    attachment: attachment === undefined ? (row.entry ? 0 : undefined) : Number(attachment),
  });
}

/** A cell's words on one line; undefined when it is empty. */
function wordsOf(cell: string): string | undefined {
  const words = cell.replaceAll(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
}
