// Messages between the pool and a parser process: 4 bytes of length (big-endian), then that many bytes.
// In: bytes as they come from a pipe. Out: whole messages. Refuses a message longer than its limit: a child may be hostile.

/** Longest message in bytes; a page with geometry has some 20 kB. */
export const longestFrame = 64 * 1024 * 1024;

/** A message with its length before it. */
export function frame(body: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
}

/** Gathers chunks; calls `onFrame` for each whole message, in order. Throws when one is announced longer than `longest`. */
export function createFrameReader(onFrame: (body: Buffer) => void, longest = longestFrame): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted: number | null = null;
  const take = (length: number): Buffer => {
    const all = Buffer.concat(chunks);
    chunks = all.length > length ? [all.subarray(length)] : [];
    held -= length;
    return all.subarray(0, length);
  };
  return (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    for (;;) {
      if (wanted === null) {
        if (held < 4) return;
        wanted = take(4).readUInt32BE();
        if (wanted > longest) throw new Error(`a message of ${wanted} bytes is longer than ${longest}`);
      }
      if (held < wanted) return;
      const body = take(wanted);
      wanted = null;
      onFrame(body);
    }
  };
}
