// The real program on a synthetic record of many passages: what searching and typing are measured on.
// In: how many passages. Out: the running program with its data folder, and texts to ask for. Says how long each step took.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGazetteer } from '../../server/intake/gazetteer-file.ts';
import { createEntityFinder } from '../../server/passages/entities.ts';
import type { RunningProgram } from '../integration/running-program.ts';
import type { BenchRoom } from './bench-room.ts';
import { fillCatalog, type Filled } from './fill-catalog.ts';
import type { Figure } from './measurements.ts';
import { corpusOf, untilReady } from './program-state.ts';
import { createRandom } from './seeded-random.ts';
import { standInPdf } from './stand-in-pdf.ts';
import { mostPages, syntheticFilings } from './synthetic-filings.ts';
import { readWordStock } from './word-stock.ts';

export interface RunningRecord {
  readonly program: RunningProgram;
  readonly dataFolder: string;
  /** Some passages of the record: questions are taken from them. */
  readonly texts: readonly string[];
  readonly figures: readonly Figure[];
}

export const recordSeed = 20_24;
/** Texts kept for questions. */
const keptTexts = 5000;

/** Makes the record and starts the program on it; resolves when everything is searchable. */
export async function startRecord(
  room: BenchRoom,
  root: string,
  passages: number,
  say: (line: string) => void,
): Promise<RunningRecord> {
  const stock = readWordStock(root);
  const specimens = join(root, 'docs-corpus', 'filings');
  const [corpus, dataFolder] = [room.folder('record'), room.folder('record-data')];
  const gazetteer = join(specimens, 'gazetteer.json');
  const findEntities = createEntityFinder(readGazetteer(readFileSync(gazetteer, 'utf8'), gazetteer));
  copyFileSync(gazetteer, join(corpus, 'gazetteer.json'));
  const random = createRandom(recordSeed);
  const standIn = join(room.folder('stand-in'), 'stand-in.pdf');
  writeFileSync(standIn, await standInPdf(mostPages, stock.words.slice(0, 2000), random));
  writeFileSync(join(corpus, 'small.pdf'), await standInPdf(1, stock.words.slice(0, 2000), random));
  const flags = ['--data', dataFolder, '--corpus', corpus];

  // The program itself says what it would read files with: a record of that version is not read again.
  const first = await room.start(flags);
  const { parserVersion } = await corpusOf(first);
  await room.end(first);

  let mark = performance.now();
  const seconds = (): number => {
    const before = mark;
    mark = performance.now();
    return (mark - before) / 1000;
  };
  const texts: string[] = [];
  const filings = syntheticFilings({ passages, seed: recordSeed, stock, findEntities });
  const filled = await fillCatalog(dataFolder, { filings: keepTexts(filings, texts), parserVersion, standIn });
  const filling = seconds();
  say(`A record of ${sizeOf(filled)} was written in ${filling.toFixed(1)} s; it is being indexed …`);

  const program = await room.start(flags);
  const corpusNow = await untilReady(program, 2000, 60);
  const indexing = seconds();
  if (corpusNow.passages < passages) throw new Error(`only ${corpusNow.passages} of ${passages} passages arrived`);
  return {
    program,
    dataFolder,
    texts,
    figures: [
      {
        name: 'indexing from the outbox',
        value: passages / indexing,
        unit: 'passages/s',
        target: null,
        note: `${sizeOf(filled)}, ${indexing.toFixed(0)} s; written to the catalog in ${filling.toFixed(0)} s`,
      },
    ],
  };
}

function* keepTexts(filings: ReturnType<typeof syntheticFilings>, into: string[]): typeof filings {
  for (const filing of filings) {
    if (into.length < keptTexts) into.push(...filing.reading.passages.map(({ text }) => text));
    yield filing;
  }
}

function sizeOf({ documents, pages, passages }: Filled): string {
  const count = (number: number): string => number.toLocaleString('en-US');
  return `${count(passages)} passages, ${count(pages)} pages, ${count(documents)} documents`;
}
