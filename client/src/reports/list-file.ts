// A list of queries out of a file: bytes of a text, a CSV or a workbook in → the list as the server takes it out. The server decides
// which column holds the queries; of a workbook it gets the first sheet as CSV, row for row, so that rows keep their numbers.
import { maxListLength, type listKinds } from '../../../server/contract/report-api.ts';

export interface ListOfFile {
  readonly list: string;
  readonly kind: (typeof listKinds)[number];
}

/** What the file dialog offers. */
export const listFileTypes =
  '.txt,.csv,.tsv,.xlsx,text/plain,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Longer ones are no lists; reading them would only stop the page. */
const maxBytes = 16 * 1024 * 1024;
/** A workbook whose parts are too large for the page to unpack never comes to an end. */
const workbookMs = 20_000;

/** Reads a file. Throws a sentence a person can act on. */
export async function listOfFile(file: File): Promise<ListOfFile> {
  if (file.size > maxBytes) throw new Error(`“${file.name}” is too large for a list of queries (16 MB are the most).`);
  const kind = kindOf(file.name);
  const list = kind === 'workbook' ? csvOfSheet(await rowsOfWorkbook(file)) : textOf(await file.arrayBuffer());
  if (kind !== 'workbook' && list.includes('\0')) {
    throw new Error(
      `“${file.name}” is no text. A list is a text with one query a line, a CSV, or an Excel workbook (.xlsx).`,
    );
  }
  if (list.length > maxListLength) {
    throw new Error(
      `“${file.name}” is too long for a list of queries: ${maxListLength.toLocaleString('en-US')} characters are the most.`,
    );
  }
  return { list, kind: kind === 'lines' ? 'lines' : 'csv' };
}

function kindOf(filename: string): 'lines' | 'csv' | 'workbook' {
  const ending = /\.([^.]+)$/.exec(filename.toLowerCase())?.[1] ?? 'txt';
  if (ending === 'xlsx') return 'workbook';
  if (ending === 'csv' || ending === 'tsv') return 'csv';
  if (ending === 'txt' || ending === 'text' || ending === 'md') return 'lines';
  throw new Error(`A list is a text (.txt), a CSV or an Excel workbook (.xlsx); “${filename}” is none of them.`);
}

/** Text as it was saved: UTF-8, UTF-16 with its mark, or else as Windows writes it. */
export function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: what Excel of a Windows machine saves.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function rowsOfWorkbook(file: File): Promise<readonly (readonly unknown[])[]> {
  // The reader for browsers makes its workers out of text, which the content security policy forbids; this one works in the page.
  const { readSheet } = await import('read-excel-file/universal');
  const { promise: patience, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('it is too large to be unpacked here')), workbookMs);
  try {
    return await Promise.race([readSheet(file), patience]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`“${file.name}” cannot be read as a workbook (${reason}). Save its sheet as CSV and choose that.`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Rows of cells as CSV, every cell between quotation marks, all rows of one width. */
export function csvOfSheet(rows: readonly (readonly unknown[])[]): string {
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  return rows
    .map((cells) =>
      Array.from({ length: width }, (_, at) => `"${textOfCell(cells[at]).replaceAll('"', '""')}"`).join(','),
    )
    .join('\n');
}

/** What a cell shows; an empty one nothing. */
function textOfCell(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** How many queries a text holds, one a line; `# ` begins a remark. For showing alone: the server decides. */
export function countLines(list: string): number {
  return list.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !/^\s*#(?:\s|#|$)/.test(line)).length;
}
