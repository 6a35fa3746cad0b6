// How fast filings are parsed, and how much memory a parser takes: the program's own pool, two parsers, beside pdftotext.
// In: the filings. Out: figures.
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLongFiling } from './long-filing.ts';
import { notMeasured, type Figure } from './measurements.ts';
import { parseShares, rulesShare } from './parse-shares.ts';
import { hasPoppler, readWithPoppler } from './poppler.ts';
import { ownChildren, watchPeaks } from './process-memory.ts';
import { benchPool, type RealFilings } from './real-filings.ts';

const processes = 2;
/** Pages that tell well enough where the time goes. */
const sampledPages = 600;

/** Measures parsing. */
export async function measureParsing(
  root: string,
  { name, filings, pages, hasTargets }: RealFilings,
): Promise<Figure[]> {
  const paths = filings.map(({ path }) => path);
  const pool = benchPool();
  const peaks = watchPeaks(ownChildren);
  const began = performance.now();
  try {
    await Promise.all(paths.map((path) => pool.parse(path, { name: path, onProgress: () => undefined })));
  } finally {
    await pool.close();
  }
  const seconds = (performance.now() - began) / 1000;
  const seen = peaks.stop();
  const [speed, memory] = [{ atLeast: 280 }, { atMost: 400 }] as const;
  return [
    {
      name: 'parsing',
      value: pages / seconds,
      unit: 'pages/s',
      target: hasTargets ? speed : null,
      note: `${pages} pages of ${filings.length} text PDFs of ${name}, ${processes} parsers, ${seconds.toFixed(1)} s`,
    },
    seen.length === 0
      ? notMeasured('parser memory, peak', 'MB', memory, 'the memory of other processes is known on Linux only')
      : {
          name: 'parser memory, peak',
          value: Math.max(...seen),
          unit: 'MB',
          target: memory,
          note: `the largest VmHWM of ${seen.length} processes`,
        },
    ...(await besidePoppler(paths, pages, pages / seconds)),
    ...(await sharesOf([...specimensOf(root), ...sampleOf(filings)])),
    await longFilingMemory(filings),
  ];
}

async function besidePoppler(paths: readonly string[], pages: number, ours: number): Promise<Figure[]> {
  if (!hasPoppler()) return [notMeasured('pdftotext -bbox-layout', 'pages/s', null, 'pdftotext is not installed')];
  const theirs = pages / ((await readWithPoppler(paths, processes)) / 1000);
  return [
    {
      name: 'pdftotext -bbox-layout',
      value: theirs,
      unit: 'pages/s',
      target: null,
      note: `${processes} processes, same files`,
    },
    { name: 'parsing ÷ pdftotext', value: ours / theirs, unit: '×', target: null },
  ];
}

/** Every so many-th file, so that each kind is among them. */
function sampleOf(filings: RealFilings['filings']): string[] {
  const step = Math.max(1, Math.ceil(filings.reduce((sum, { pages }) => sum + pages, 0) / sampledPages));
  return filings.filter((_, at) => at % step === 0).map(({ path }) => path);
}

function specimensOf(root: string): string[] {
  const folder = join(root, 'docs-corpus', 'filings');
  return globSync('**/*.pdf', { cwd: folder })
    .map((path) => join(folder, path))
    .toSorted();
}

/** What each step costs a page, and all rules together beside pdf.js. */
async function sharesOf(mix: readonly string[]): Promise<Figure[]> {
  // A process reads its first pages with code that is not compiled yet; those it reads for long are measured, and both are told.
  const first = await parseShares(mix);
  const { ms, pages } = await parseShares([...mix, ...mix]);
  const step = (name: string, value: number): Figure => ({ name, value: value / pages, unit: 'ms/page', target: null });
  return [
    step('operator lists of pdf.js', ms.pdfjs),
    step('our interpreter', ms.interpreter),
    step('rules of a page', ms.pageRules),
    step('rules of the file', ms.fileRules),
    step('passages', ms.passages),
    {
      name: 'all rules ÷ pdf.js',
      value: 100 * rulesShare(ms),
      unit: '%',
      target: { atMost: 30 },
      note: `interpreter, rules and passages; ${pages / 2} pages of ${mix.length} files, read a second and third time in one process`,
    },
    {
      name: 'all rules ÷ pdf.js, first pages of a process',
      value: 100 * rulesShare(first.ms),
      unit: '%',
      target: null,
      note: 'the same files, read for the first time',
    },
  ];
}

/** The peak of a parser that reads one very long filing. */
async function longFilingMemory(filings: RealFilings['filings']): Promise<Figure> {
  const [name, target] = ['parser memory, 2,000 pages', { atMost: 400 }] as const;
  const folder = mkdtempSync(join(tmpdir(), 'pincite-long-'));
  try {
    const long = makeLongFiling(filings, folder);
    if (long === null) return notMeasured(name, 'MB', target, 'qpdf, which merges the filings, is not installed');
    const pool = benchPool();
    const peaks = watchPeaks(ownChildren);
    try {
      await pool.parse(long.path, { name: 'the long filing', onProgress: () => undefined });
    } finally {
      await pool.close();
    }
    const seen = peaks.stop();
    if (seen.length === 0)
      return notMeasured(name, 'MB', target, 'the memory of other processes is known on Linux only');
    return {
      name,
      value: Math.max(...seen),
      unit: 'MB',
      target,
      note: `VmHWM, ${long.pages} pages merged of real filings`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
