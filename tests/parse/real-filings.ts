// Where the real filings lie that some tests read: beside the repository, never in it. Absent, their tests skip and say so.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder; it may be absent. */
export const realFilings = join(import.meta.dirname, '..', '..', '..', 'shared', 'filings');

/** Whether they are here; says once on the terminal when not. */
export function hasRealFilings(what: string): boolean {
  if (existsSync(join(realFilings, 'index.json'))) return true;
  process.stderr.write(`skipped: ${what} (the real filings are not beside this repository)\n`);
  return false;
}
