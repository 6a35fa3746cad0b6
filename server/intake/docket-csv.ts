// The sidecar `docket.csv`: one file a row, columns by name, for people who keep their docket in a spreadsheet.
// In: CSV text. Out: details by file name, and a message for each row that could not be used (the others are).
import { parse } from 'csv-parse/sync';
import { messageOf, PinciteError } from '../contract/errors.ts';
import { documentTypes, type FilingDetails } from '../contract/filing.ts';
import { dateSchema } from '../contract/search-api.ts';
import { known, type SidecarDetails } from './docket-json.ts';

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

/** Reads a `docket.csv` (comma, semicolon or tab). Throws `bad-sidecar` when it has no column `file` or is no table. */
export function readDocketCsv(csv: string, path: string): { details: SidecarDetails; problems: readonly string[] } {
  const rows = readRows(csv, path);
  const details = new Map<string, Partial<FilingDetails>>();
  const problems: string[] = [];
  for (const [at, row] of rows.entries()) {
    try {
      if (row.file === undefined || row.file === '')
        throw new PinciteError('bad-sidecar', 'the column “file” is empty');
      details.set(row.file, detailsOf(row));
    } catch (error) {
      problems.push(`${path}, row ${at + 2}: ${messageOf(error)}. The row is left out.`);
    }
  }
  return { details, problems };
}

function readRows(csv: string, path: string): readonly Row[] {
  const header = csv.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].find((sign) => header.includes(sign)) ?? ',';
  const columns = header.split(delimiter).map((name) => name.trim().replaceAll(/^"|"$/g, ''));
  const strange = columns.filter((name) => !docketColumns.some((each) => each === name));
  if (!columns.includes('file') || strange.length > 0) {
    throw new PinciteError(
      'bad-sidecar',
      `${path} ${strange.length > 0 ? `has columns that Pincite does not know (${strange.join(', ')})` : 'has no column “file”'}. ` +
        `Its first row names the columns: ${docketColumns.join(', ')}. The files beside it are read without it.`,
    );
  }
  try {
    // With `columns: true` each record is an object of texts under the header's names, which were checked above.
    return parse<Row>(csv, {
      bom: true,
      columns: true,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
    });
  } catch (error) {
    throw new PinciteError(
      'bad-sidecar',
      `${path} is not a table (${messageOf(error)}). The files beside it are read without it.`,
      {
        cause: error,
      },
    );
  }
}

function detailsOf(row: Row): Partial<FilingDetails> {
  const {
    file: _file,
    attachment,
    type,
    filedOn,
    ...texts
  } = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? undefined : value])) as Row;
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
