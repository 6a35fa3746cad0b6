// How fast filings are parsed, and how much memory a parser takes: the program's own pool, two parsers, beside pdftotext.
// In: the filings. Out: figures.
import { notMeasured, type Figure } from './measurements.ts';
import { parseShares } from './parse-shares.ts';
import { hasPoppler, readWithPoppler } from './poppler.ts';
import { ownChildren, watchPeaks } from './process-memory.ts';
import { benchPool, type RealFilings } from './real-filings.ts';

const processes = 2;
/** Pages that tell well enough where the time goes. */
const sampledPages = 600;

/** Measures parsing. */
export async function measureParsing({ name, filings, pages, hasTargets }: RealFilings): Promise<Figure[]> {
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
    await sharesOf(filings),
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

async function sharesOf(filings: RealFilings['filings']): Promise<Figure> {
  // Every so many-th file, so that each kind is among them.
  const step = Math.max(1, Math.ceil(filings.reduce((sum, { pages }) => sum + pages, 0) / sampledPages));
  const sample = filings.filter((_, at) => at % step === 0).map(({ path }) => path);
  const { pdfjsMs, rulesMs, pages } = await parseShares(sample);
  return {
    name: 'share of pdf.js in parsing',
    value: (100 * pdfjsMs) / (pdfjsMs + rulesMs),
    unit: '%',
    target: null,
    note: `the rest are our rules; ${pages} pages in one process, ${Math.round(pdfjsMs)} + ${Math.round(rulesMs)} ms`,
  };
}
