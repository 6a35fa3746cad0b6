// The bench: measures speed and memory of the real program and writes a table (`npm run bench`, or `npm run bench -- parse search`).
// In: parts, `--passages <number>`, `--filings <folder>`. Out: the table on the terminal and in `bench-results/`; a missed target is said there
// and fails nothing, because machines differ and are busy.
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { messageOf } from '../../server/contract/errors.ts';
import { readOptions, type PartName } from './bench-options.ts';
import { openRoom } from './bench-room.ts';
import { measureExact } from './exact-searching.ts';
import { measureFolder } from './ingest-folder.ts';
import { notMeasured, report, type Figure } from './measurements.ts';
import { pageWeight } from './page-weight.ts';
import { measureParsing } from './parsing.ts';
import { chooseFilings } from './real-filings.ts';
import { startRecord } from './running-record.ts';
import { measureSearch } from './searching.ts';
import { measureTyping } from './typing.ts';

const root = join(import.meta.dirname, '..', '..');
/** How long a part may take to end when the run is broken off, in milliseconds. */
const graceMs = 5000;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function bench(): Promise<void> {
  const { parts, passages, filings } = readOptions(process.argv.slice(2));
  const load = loadavg()[0] ?? 0;
  const room = openRoom();
  let isBroken = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      isBroken = true;
      say('Broken off; what was started is ended …');
      // Without its programs the part under way fails and clears up behind itself.
      setTimeout(() => process.exit(130), graceMs).unref();
      void room.close();
    });
  }
  const figures: Figure[] = [];
  const measure = async (part: PartName, run: () => Promise<readonly Figure[]> | readonly Figure[]): Promise<void> => {
    if (isBroken || !parts.includes(part)) return;
    say(`\n── ${part}`);
    try {
      figures.push(...(await run()));
    } catch (error) {
      figures.push(notMeasured(part, '', null, stripVTControlCharacters(messageOf(error))));
    }
  };
  const chosen = once(() => chooseFilings(root, filings, say));
  const record = once(async () => {
    const started = await startRecord(room, root, passages, say);
    figures.push(...started.figures);
    return started;
  });
  try {
    await measure('parse', async () => measureParsing(root, await chosen()));
    await measure('folder', async () => measureFolder(room, await chosen()));
    await measure('search', async () => measureSearch(await record()));
    await measure('exact', async () => measureExact(await record()));
    await measure('typing', async () => measureTyping(await record()));
    await measure('weight', () => pageWeight(root));
  } finally {
    await room.close();
  }
  if (isBroken) process.exit(130);
  report(root, figures, { now: new Date(), load });
}

/** What two parts need is made once, when the first of them comes. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
}

try {
  await bench();
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
