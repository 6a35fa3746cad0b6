// `npm run fidelity -- <folder>`: how right the filings of a folder are read, against pdftotext, the truths there are and the committed
// baseline; with `--ocr`, how right scans are recognised. Prints tables; exits with 1 when a figure dropped, naming document and figure,
// and with 2 when it was asked wrongly.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createParserPool } from '../../server/parse/parser-pool.ts';
import { dropsBetween, readBaseline, writeBaseline, type Baseline, type CorpusBaseline } from './baseline.ts';
import { explanationHtml, scale } from './explain-html.ts';
import { explainPage, explanationText } from './explain-page.ts';
import { documentTables, sumTable } from './figure-table.ts';
import { figureNames, sumOf, type FigureName } from './figures.ts';
import { readOptions, type FidelityOptions } from './fidelity-options.ts';
import { keyOf, openFilingsFolder, type FilingsFolder } from './filings-folder.ts';
import { readHandTable } from './lines-by-hand.ts';
import { measureFiling, passagesOf, type MeasuredFiling, type Yardsticks } from './measure-filing.ts';
import { drawPage } from './page-picture.ts';
import { runOcr } from './ocr-run.ts';
import { readPagesByEye } from './pages-by-eye.ts';
import { popplerVersion } from './poppler.ts';
import { readStampTruth } from './stamp-truth.ts';
import { worstOf } from './worst-pages.ts';

const root = join(import.meta.dirname, '..', '..');
const committed = join(import.meta.dirname, 'baseline.json');
const eyePath = join(root, 'tests', 'parse', 'ocr-by-hand.tsv');
const handPath = join(import.meta.dirname, 'lines-by-hand.tsv');
const handStamps = join(import.meta.dirname, 'stamps-by-hand.tsv');

/** Files read at once, and their limits: those of the program. */
const limits = { size: 2, memoryMb: 512, seconds: 120 };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.ocr) return runOcr(root, options, say);
  const filings = openFilingsFolder(root, options.folder, say);
  return options.explain === null ? measureFolder(options, filings) : explain(options.explain, options.out, filings);
}

/** One page, on the terminal and as an HTML file. */
async function explain(
  { file, pageNumber }: { readonly file: string; readonly pageNumber: number },
  out: string | null,
  { files }: FilingsFolder,
): Promise<number> {
  const found = existsSync(file) ? { path: file, name: basename(file) } : files.find(({ name }) => name.includes(file));
  if (found === undefined)
    throw new RangeError(`“${file}” is neither a file nor part of the name of one in the folder.`);
  const pool = createParserPool({ ...limits, size: 1, onWarn: say });
  try {
    const parsed = await pool.parse(found.path, { name: found.name, onProgress: () => undefined });
    const passages = passagesOf(parsed, found.name, (await keyOf(found)).sha256);
    const explained = explainPage(parsed.pages, passages, pageNumber);
    for (const line of explanationText(explained)) say(line);
    const { png, by } = await drawPage(found.path, pageNumber, scale);
    const folder = out ?? mkdtempSync(join(tmpdir(), 'pincite-fidelity-'));
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${basename(found.name).replace(/\.pdf$/i, '')}-p${pageNumber}.html`);
    writeFileSync(path, explanationHtml(`${found.name}, page ${pageNumber}`, explained, png));
    say(`\n${path} (page drawn by ${by})`);
    return 0;
  } finally {
    await pool.close();
  }
}

async function measureFolder(options: FidelityOptions, { folder, corpus, files }: FilingsFolder): Promise<number> {
  const { only } = options;
  const chosen = only === null ? files : files.filter(({ name }) => name.includes(only));
  if (chosen.length === 0) throw new RangeError(`no file of ${corpus} has “${only ?? ''}” in its name.`);
  const yardstick = popplerVersion();
  const stamps = join(folder, 'truth', 'stamps.tsv');
  const truths = join(root, 'docs-corpus', 'truth');
  const yardsticks: Yardsticks = {
    hasPoppler: yardstick !== null,
    stamps: existsSync(stamps) ? readStampTruth(readFileSync(stamps, 'utf8'), readFileSync(handStamps, 'utf8')) : null,
    byHand: existsSync(handPath) ? readHandTable(readFileSync(handPath, 'utf8')) : new Map(),
    byEye: readPagesByEye(readFileSync(eyePath, 'utf8')),
    specimens: existsSync(truths) ? truths : null,
  };
  say(`${corpus}: ${chosen.length} PDFs; words against ${yardstick ?? 'nothing (pdftotext is not installed)'}.`);
  const measured = await measureAll(chosen, yardsticks);
  const sum = sumOf(measured.map(({ figures }) => figures));
  for (const line of documentTables(measured)) say(line);
  say('');
  for (const line of sumTable(sum, reasons(yardsticks))) say(line);
  for (const line of worstOf(measured, options.worst)) say(line);
  const now: CorpusBaseline = { yardstick, sum, documents: measured };
  const baselinePath = options.baseline ?? committed;
  const baseline = existsSync(baselinePath)
    ? readBaseline(readFileSync(baselinePath, 'utf8'))
    : new Map<string, CorpusBaseline>();
  if (measured.every(({ refused }) => refused !== null))
    throw new RangeError(
      `not one file of ${corpus} could be read (${measured[0]?.refused ?? ''}): nothing was measured.`,
    );
  if (options.update) {
    writeFileSync(baselinePath, writeBaseline(new Map([...baseline, [corpus, now]])));
    say(`\nThe baseline of ${corpus} was written: ${measured.length} documents.`);
    return 0;
  }
  return compare(baseline, corpus, now, only !== null);
}

async function measureAll(files: FilingsFolder['files'], yardsticks: Yardsticks): Promise<MeasuredFiling[]> {
  const pool = createParserPool({ ...limits, onWarn: say });
  const measured: (MeasuredFiling | undefined)[] = [];
  let next = 0;
  try {
    await Promise.all(
      Array.from({ length: limits.size }, async () => {
        for (let at = next++; at < files.length; at = next++) {
          const file = files[at];
          if (file !== undefined) measured[at] = await measureFiling(file, pool, yardsticks);
          if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${files.length} `);
        }
      }),
    );
  } finally {
    await pool.close();
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return measured.filter((each) => each !== undefined);
}

/** Why figures are not there. */
function reasons({ hasPoppler, stamps, byHand }: Yardsticks): ReadonlyMap<FigureName, string> {
  return new Map(
    figureNames.flatMap((name): [FigureName, string][] => {
      if (!hasPoppler && /^word |^unread/.test(name)) return [[name, 'pdftotext is not installed']];
      if (stamps === null && /stamp/.test(name)) return [[name, 'the folder has no truth/stamps.tsv']];
      if (byHand.size === 0 && name === 'lines by hand')
        return [[name, 'tests/fidelity/lines-by-hand.tsv is not there']];
      return [];
    }),
  );
}

function compare(baseline: Baseline, corpus: string, now: CorpusBaseline, isPart: boolean): number {
  const before = baseline.get(corpus);
  if (before === undefined) {
    say(`\nThere is no baseline of ${corpus}: nothing to compare with (--update writes one).`);
    return 0;
  }
  if (before.yardstick !== now.yardstick)
    say(`\nThe baseline’s words were measured against ${before.yardstick ?? 'nothing'}: they are not compared.`);
  const keys = new Set(now.documents.map(({ key }) => key));
  const known = new Set(before.documents.map(({ key }) => key));
  const gone = isPart ? [] : before.documents.filter(({ key }) => !keys.has(key));
  const fresh = now.documents.filter(({ key }) => !known.has(key));
  if (gone.length > 0) say(`\nNot in this folder any more: ${gone.map(({ key }) => key.slice(13)).join(', ')}`);
  if (fresh.length > 0) say(`\nNot in the baseline: ${fresh.map(({ key }) => key.slice(13)).join(', ')}`);
  const drops = dropsBetween(before, now);
  say('');
  for (const { where, figure, before: was, now: is } of drops) say(`DROP  ${where}: ${figure} was ${was}, is ${is}`);
  say(
    drops.length === 0
      ? 'No figure dropped against the baseline.'
      : `${drops.length} figures dropped against the baseline.`,
  );
  return drops.length === 0 ? 0 : 1;
}

// Whoever reads the first lines only (`| head`) has seen enough.
process.stdout.once('error', () => process.exit());

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  process.stderr.write(`fidelity: ${error.message}\n`);
  process.exitCode = 2;
}
