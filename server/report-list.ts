// The list of a report as a file on disk: text or CSV in UTF-8 or UTF-16, or a workbook.
// In: a path. Out: queries with their places. Refuses what is no such file, rather than asking for words that nobody wrote.
import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { messageOf, PinciteError } from './contract/errors.ts';
import type { ListedQuery } from './contract/report-api.ts';
import { queriesOfList, queriesOfSheet } from './search/reports/query-list.ts';

/** Reads the list at `path`. Throws `not-found` or `bad-request`. */
export async function readReportList(path: string): Promise<ListedQuery[]> {
  if (!existsSync(path)) throw new PinciteError('not-found', `There is no list ${path}.`);
  if (statSync(path).isDirectory()) throw new PinciteError('bad-request', `${path} is a folder. Name the list in it.`);
  const ending = extname(path).toLowerCase();
  if (ending !== '.xlsx') {
    return queriesOfList(textOf(path, bytesOf(path)), ending === '.csv' ? 'csv' : 'lines');
  }
  try {
    return queriesOfSheet(await readSheet(path));
  } catch (error) {
    if (error instanceof PinciteError) throw error;
    throw new PinciteError('bad-request', `${path} could not be read as an XLSX workbook (${messageOf(error)}).`);
  }
}

/** UTF-8, or UTF-16 as Windows marks it. Words read in a wrong code would be asked as other words. */
function textOf(path: string, bytes: Buffer): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return even.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(even).swap16().toString('utf16le');
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8');
  throw new PinciteError(
    'bad-request',
    `${path} is no text in UTF-8. Save it as UTF-8 text (or CSV, or XLSX), then try again.`,
  );
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new PinciteError('bad-request', `The list ${path} cannot be read (${messageOf(error)}).`, { cause: error });
  }
}
