// What the browser must load before the Search place works: the scripts that index.html names, gzipped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './measurements.ts';

/** Entry script and its preloads in the built client. */
export function pageWeight(root: string): Figure[] {
  const dist = join(root, 'client', 'dist');
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const weigh = (pattern: RegExp): number =>
    [...page.matchAll(pattern)].reduce(
      (sum, match) => sum + gzipSync(readFileSync(join(dist, match[1] ?? ''))).length,
      0,
    ) / 1000;
  return [
    {
      name: 'first load, script gzipped',
      value: weigh(/(?:src|href)="\/?([^"]+\.js)"/g),
      unit: 'kB',
      target: { atMost: 250 },
    },
    { name: 'first load, styles gzipped', value: weigh(/href="\/?([^"]+\.css)"/g), unit: 'kB', target: null },
  ];
}
