// Messages cut anywhere come out whole.
import { describe, expect, test } from '@jest/globals';
import { createFrameReader, frame } from '../../server/parse/frames.ts';

const messages = ['', 'one', 'zwei — §', 'x'.repeat(5000)];
const stream = Buffer.concat(messages.map((message) => frame(Buffer.from(message))));

describe('frames', () => {
  test.each([1, 2, 3, 7, 4096, stream.length])('chunks of %i bytes', (size) => {
    const read: string[] = [];
    const take = createFrameReader((body) => read.push(body.toString()));
    for (let at = 0; at < stream.length; at += size) take(stream.subarray(at, at + size));
    expect(read).toEqual(messages);
  });

  test('an announced length over the limit is refused before it is gathered', () => {
    const take = createFrameReader(() => undefined, 10);
    expect(() => take(frame(Buffer.alloc(11)).subarray(0, 4))).toThrow(/11 bytes/);
  });

  test('a message owns its memory: what comes after changes nothing in it', () => {
    const read: Buffer[] = [];
    const take = createFrameReader((body) => read.push(body));
    const chunk = Buffer.from(stream);
    take(chunk);
    chunk.fill(0);
    expect(read.map(String)).toEqual(messages);
    expect(read.map(({ buffer, length }) => buffer.byteLength - length)).toEqual(messages.map(() => 0));
  });

  test('what has not arrived is not delivered', () => {
    const read: string[] = [];
    createFrameReader((body) => read.push(body.toString()))(frame(Buffer.from('half')).subarray(0, 6));
    expect(read).toEqual([]);
  });
});
