// The PNG of a scan, read back with zlib alone: header, dots, checksums.
import { describe, expect, test } from '@jest/globals';
import { crc32, inflateSync } from 'node:zlib';
import { encodeBitmap } from '../../../docs-corpus/typesetter/bitmap-png.ts';

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
  readonly sound: boolean;
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    chunks.push({
      name: body.toString('latin1', 0, 4),
      data: body.subarray(4),
      sound: png.readUInt32BE(at + 8 + length) === crc32(body),
    });
    at += 12 + length;
  }
  return chunks;
}

/** Rows of `#` (black) and `.`, as a viewer would show them. */
function shown(png: Buffer): string[] {
  const chunks = chunksOf(png);
  const header = chunks[0]?.data ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data)));
  const stride = Math.ceil(width / 8) + 1;
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => {
      const byte = rows[y * stride + 1 + (x >> 3)] ?? 0;
      return (byte >> (7 - (x & 7))) & 1 ? '.' : '#';
    }).join(''),
  );
}

const bitmapOf = (rows: readonly string[]) => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  dots: Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0)),
});

describe('encodeBitmap', () => {
  test.each([
    ['one black dot', ['#']],
    ['a width that ends on a byte', ['#......#', '.######.']],
    ['a width one over a byte', ['#........', '........#']],
    ['white only', ['...', '...']],
    ['black only, two bytes wide', ['################', '################']],
  ])('%s', (_, rows) => {
    expect(shown(encodeBitmap(bitmapOf(rows)))).toEqual(rows);
  });

  test('it is a grey PNG of one bit a dot with sound checksums', () => {
    const png = encodeBitmap(bitmapOf(['#.#']));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    const chunks = chunksOf(png);
    expect(chunks.map(({ name }) => name)).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect(chunks.every(({ sound }) => sound)).toBe(true);
    expect([...(chunks[0]?.data.subarray(8) ?? [])]).toEqual([1, 0, 0, 0, 0]);
  });
});
