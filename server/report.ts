// A search-term report from the command line: `npm run report -- terms.txt --out report.csv`. Reads the catalog beside a Pincite that may
// be running, and changes nothing in it. In: a list (text, CSV, XLSX). Out: a file (CSV, XLSX, DOCX by its ending).
// Ends with 0 when every query was asked, 2 when some could not be read (they are named), 1 when there is no report.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSheet } from 'read-excel-file/node';
import { openCatalogForReading } from './catalog/open-catalog.ts';
import { openWordSource } from './catalog/word-reader.ts';
import { reportCsv } from './citations/report-csv.ts';
import { reportDocx } from './citations/report-docx.ts';
import type { ReportSheet } from './citations/report-table.ts';
import { reportXlsx } from './citations/report-xlsx.ts';
import { readConfig } from './config.ts';
import { messageOf, PinciteError } from './contract/errors.ts';
import type { ListedQuery } from './contract/report-api.ts';
import { dialects, facetNameSchema } from './contract/search-api.ts';
import { readerVersion, readProgramVersion } from './program-version.ts';
import { reportResult } from './report-result.ts';
import { answerExact, type ExactEngine } from './search/exact/exact-engine.ts';
import { ExactEvaluator } from './search/exact/exact-evaluator.ts';
import { SearchableCorpus } from './search/exact/searchable-corpus.ts';
import { queriesOfList, queriesOfSheet } from './search/reports/query-list.ts';
import { createUnreadDocuments } from './search/unread-documents.ts';
import { unsearchedOf } from './search/unsearched.ts';

const usage =
  'Usage: npm run report -- <list of queries: .txt, .csv or .xlsx> --out <report: .csv, .xlsx or .docx>\n' +
  `  [--data <folder>] [--dialect ${dialects.join('|')}] [--filters "f.case=…&filedFrom=2024-01-01"] [--facet <name>] [--name <name>]`;

const writers = { '.csv': reportCsv, '.xlsx': reportXlsx, '.docx': reportDocx } as const;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** The number of queries that could not be asked. */
async function main(): Promise<number> {
  const { list, out, data, dialect, filters, facet, name } = readArguments();
  const write = Object.entries(writers).find(([ending]) => ending === extname(out).toLowerCase())?.[1];
  if (write === undefined)
    throw new PinciteError('bad-setting', `--out ${out}: the file must end in .csv, .xlsx or .docx.`);
  const queries = await readList(list);
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
    writeFileSync(out, (await write(sheet)).bytes);
    for (const { line, q, fault } of rows) if (fault !== null) say(`line ${line}: ${q}\n  not asked: ${fault.detail}`);
    for (const notice of result.notices) say(notice);
    const { totals } = result;
    say(
      `${totals.queries - totals.faults} of ${totals.queries} queries asked: ${totals.hits} hits in ${totals.documents} documents. Written to ${out}.`,
    );
    return totals.faults;
  } finally {
    source.close();
    await catalog.close();
  }
}

function readArguments() {
  const { values, positionals } = parseArguments();
  const [list, ...others] = positionals;
  const { out, data, dialect = 'pincite', filters = '', facet, name } = values;
  if (list === undefined || others.length > 0 || out === undefined) throw new PinciteError('bad-setting', usage);
  const known = dialects.find((each) => each === dialect);
  if (known === undefined)
    throw new PinciteError('bad-setting', `--dialect is “${dialect}”: it takes ${dialects.join(', ')}.`);
  const read = facetNameSchema.nullable().safeParse(facet ?? null);
  if (!read.success)
    throw new PinciteError(
      'bad-setting',
      `--facet is “${facet ?? ''}”: it takes ${facetNameSchema.options.join(', ')}.`,
    );
  return { list, out, data, dialect: known, filters, facet: read.data, name: name ?? list };
}

function parseArguments() {
  const text = { type: 'string' } as const;
  try {
    const options = { out: text, data: text, dialect: text, filters: text, facet: text, name: text };
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new PinciteError('bad-setting', `${messageOf(error)}\n${usage}`);
  }
}

async function readList(path: string): Promise<ListedQuery[]> {
  if (!existsSync(path)) throw new PinciteError('not-found', `There is no list ${path}.`);
  const ending = extname(path).toLowerCase();
  if (ending !== '.xlsx') return queriesOfList(readFileSync(path, 'utf8'), ending === '.csv' ? 'csv' : 'lines');
  try {
    return queriesOfSheet(await readSheet(path));
  } catch (error) {
    if (error instanceof PinciteError) throw error;
    throw new PinciteError('bad-request', `${path} could not be read as an XLSX workbook (${messageOf(error)}).`);
  }
}

try {
  process.exitCode = (await main()) > 0 ? 2 : 0;
} catch (error) {
  if (!(error instanceof PinciteError)) throw error;
  say(`pincite: ${error.message}`);
  process.exitCode = 1;
}
