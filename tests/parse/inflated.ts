// Everything a PDF says, with its streams inflated: what a person with a hex editor and patience could find in it.
import { inflateSync } from 'node:zlib';

/** All bytes as latin-1, followed by what every Flate stream holds, and by hexadecimal strings in letters. */
export function inflated(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const parts = [raw];
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    const from = match.index + match[0].length;
    const to = raw.indexOf('endstream', from);
    try {
      parts.push(inflateSync(Buffer.from(raw.slice(from, to), 'latin1'), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // Not compressed, or a picture.
    }
  }
  const all = parts.join('\n');
  return `${all}\n${[...all.matchAll(/<([0-9A-Fa-f]{4,})>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1').replaceAll('\0', '')).join('\n')}`;
}
