// `pdftotext -bbox-layout` over files, some at once: the yardstick for the parser, where it is installed.
// In: paths. Out: milliseconds for all of them; null where the program is not there.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** Whether pdftotext can be started. */
export function hasPoppler(): boolean {
  return spawnSync('pdftotext', ['-v']).error === undefined;
}

/** Reads all files, `processes` at once, and throws the words away. */
export async function readWithPoppler(paths: readonly string[], processes: number): Promise<number> {
  const began = performance.now();
  const waiting = [...paths];
  await Promise.all(
    Array.from({ length: processes }, async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        await once(spawn('pdftotext', ['-bbox-layout', path, '/dev/null'], { stdio: 'ignore' }), 'exit');
      }
    }),
  );
  return performance.now() - began;
}
