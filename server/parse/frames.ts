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

/**
 * Gathers chunks; calls `onFrame` for each whole message, in order. Throws when one is announced longer than `longest`.
 * A message is written into its own bytes as it comes: a filing of many megabytes is never held twice.
 */
export function createFrameReader(onFrame: (body: Buffer) => void, longest = longestFrame): (chunk: Buffer) => void {
  let isHead = true;
  let open = Buffer.alloc(4);
  let filled = 0;
  return (chunk) => {
    let at = 0;
    for (;;) {
      const taken = Math.min(chunk.length - at, open.length - filled);
      chunk.copy(open, filled, at, at + taken);
      at += taken;
      filled += taken;
      if (filled < open.length) return;
      const whole = open;
      filled = 0;
      const length = isHead ? whole.readUInt32BE() : 4;
      if (length > longest) throw new Error(`a message of ${length} bytes is longer than ${longest}`);
      // Not from Node's shared pool: who gets the message owns all of its memory.
      open = Buffer.allocUnsafeSlow(length);
      if (!isHead) onFrame(whole);
      isHead = !isHead;
    }
  };
}
