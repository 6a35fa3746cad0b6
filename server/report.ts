// A search-term report from the command line: `npm run report -- terms.txt --out report.csv`. Reads the catalog beside a Pincite that may
// be running, and changes nothing in it. In: a list (text, CSV, XLSX). Out: a file (CSV, XLSX, DOCX by its ending).
// Ends with 0 when every query was asked, 2 when some could not be read (they are named), 1 when there is no report.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalogForReading } from './catalog/open-catalog.ts';
import { openWordSource } from './catalog/word-reader.ts';
import { unsearchedLine } from './citations/export-rows.ts';
import { reportCsv } from './citations/report-csv.ts';
import { reportDocx } from './citations/report-docx.ts';
import { repeatedText, type ReportSheet } from './citations/report-table.ts';
import { reportXlsx } from './citations/report-xlsx.ts';
import { readConfig } from './config.ts';
import { messageOf, PinciteError } from './contract/errors.ts';
import { readerVersion, readProgramVersion } from './program-version.ts';
import { readReportList } from './report-list.ts';
import { readReportOptions, type ReportFormat } from './report-options.ts';
import { reportResult } from './report-result.ts';
import { answerExact, type ExactEngine } from './search/exact/exact-engine.ts';
import { ExactEvaluator } from './search/exact/exact-evaluator.ts';
import { SearchableCorpus } from './search/exact/searchable-corpus.ts';
import { createUnreadDocuments } from './search/unread-documents.ts';
import { unsearchedOf } from './search/unsearched.ts';

/** By the ending of the file. */
const writers = { '.csv': reportCsv, '.xlsx': reportXlsx, '.docx': reportDocx } satisfies Record<ReportFormat, unknown>;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** The number of queries that could not be asked. */
async function main(): Promise<number> {
  const { list, out, format, data, dialect, filters, facet, name } = readReportOptions(process.argv.slice(2));
  const queries = await readReportList(list);
  const { dataFolder } = readConfig(data === undefined ? [] : ['--data', data]);
  const path = join(dataFolder, 'catalog.sqlite');
  if (!existsSync(path)) {
    throw new PinciteError(
      'catalog-unavailable',
      `There is no catalog in ${dataFolder}. Start Pincite once (npm start), so that it reads your filings.`,
    );
  }
  const catalog = openCatalogForReading(path);
  const source = openWordSource(path);
  try {
    const evaluator = new ExactEvaluator(new SearchableCorpus(source));
    const engine: ExactEngine = {
      // The answer is of the question's kind.
      ask: (ask) => Promise.resolve().then(() => answerExact(evaluator, ask, () => undefined) as never),
    };
    const unread = createUnreadDocuments({
      unread: () => catalog.unread(null),
      document: (id) => catalog.documents.get(id),
    });
    const { result, rows } = await reportResult(
      {
        catalog,
        engine,
        unsearched: async (request) => unsearchedOf(request, await unread(await catalog.fingerprint())),
        version: readProgramVersion(),
        parserVersion: readerVersion,
      },
      { queries, dialect, filters, facet },
      () => undefined,
    );
    const sheet: ReportSheet = {
      report: { name, dialect, filters, facet },
      at: new Date().toISOString(),
      result,
      rows,
      compared: null,
    };
    const { bytes } = await writers[format](sheet);
    write(out, bytes);
    for (const { line, q, fault } of rows) {
      if (fault === null) continue;
      const place = fault.position === null ? '' : ` (at character ${fault.position + 1})`;
      say(`line ${line}: ${q.slice(0, 200)}\n  not asked: ${fault.detail}${place}`);
    }
    const { totals, notices } = result;
    for (const notice of [...notices, repeatedText(rows), unsearchedLine(result)]) if (notice !== '') say(notice);
    say(
      `${totals.queries - totals.faults} of ${totals.queries} queries asked: ${totals.hits} hits in ${totals.documents} documents. Written to ${out}.`,
    );
    return totals.faults;
  } finally {
    source.close();
    await catalog.close();
  }
}

function write(out: string, bytes: Buffer): void {
  try {
    writeFileSync(out, bytes);
  } catch (error) {
    throw new PinciteError('bad-setting', `--out ${out} cannot be written (${messageOf(error)}).`, { cause: error });
  }
}

try {
  process.exitCode = (await main()) > 0 ? 2 : 0;
} catch (error) {
  if (!(error instanceof PinciteError)) throw error;
  say(`pincite: ${error.message}`);
  process.exitCode = 1;
}
