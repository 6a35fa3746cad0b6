// How long it takes from a folder of filings to a search that finds all of them: the running program on a copy of the files.
// In: the filings. Out: figures. The clock runs from the start of the process until nothing is queued and the index has followed.
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { BenchRoom } from './bench-room.ts';
import { notMeasured, type Figure } from './measurements.ts';
import { memoryOf } from './process-memory.ts';
import { untilReady } from './program-state.ts';
import type { RealFilings } from './real-filings.ts';

/** Measures taking a folder in. */
export async function measureFolder(room: BenchRoom, chosen: RealFilings): Promise<Figure[]> {
  const corpus = room.folder('filings');
  for (const { path } of chosen.filings) {
    const copy = join(corpus, relative(chosen.folder, path));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(path, copy);
  }
  const began = performance.now();
  const program = await room.start(['--data', room.folder('filings-data'), '--corpus', corpus, '--parsers', '2']);
  try {
    const { pages, documents, passages } = await untilReady(program, 100, 30);
    const seconds = (performance.now() - began) / 1000;
    const memory = memoryOf(program.pid);
    const [speed, most] = [{ atLeast: 150 }, { atMost: 250 }] as const;
    return [
      {
        name: 'folder to searchable',
        value: pages / seconds,
        unit: 'pages/s',
        target: chosen.hasTargets ? speed : null,
        note: `${pages} pages, ${documents} documents, ${passages} passages in ${seconds.toFixed(1)} s, start of the program included`,
      },
      memory === null
        ? notMeasured(
            'server memory, peak while reading',
            'MB',
            most,
            'the memory of other processes is known on Linux only',
          )
        : { name: 'server memory, peak while reading', value: memory.peakMb, unit: 'MB', target: most, note: 'VmHWM' },
    ];
  } finally {
    await room.end(program);
  }
}
