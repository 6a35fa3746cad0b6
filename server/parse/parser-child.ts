// The confined process: takes files through its standard input, one after another, and says their pages on its standard output.
// It reads nothing but the program's own files, opens no connection, and ends when its parent does (the pipe closes).
import { messageOf, PinciteError } from '../contract/errors.ts';
import { createFrameReader, frame } from './frames.ts';
import { skipImageDecoding } from './image-skipping.ts';
import { encodeMessage, type ParserMessage, type ParserTask } from './parser-messages.ts';

skipImageDecoding();
// Only now: the hook must stand before pdf.js' worker is imported.
const { parsePages } = await import('./parse-pdf.ts');

const { stdin, stdout } = process;

async function say(message: ParserMessage): Promise<void> {
  if (stdout.write(frame(encodeMessage(message)))) return;
  // The parent is slower than we are: wait, rather than fill our memory.
  await new Promise<void>((resolve) => stdout.once('drain', resolve));
}

async function parse({ name, maxPages, outcomes = [], bars = [] }: ParserTask, bytes: Uint8Array): Promise<void> {
  try {
    const info = await parsePages(bytes, (page) => say({ kind: 'page', page }), {
      name,
      ...(maxPages === undefined ? {} : { maxPages }),
      outcomes,
      bars,
      onProgress: (pagesDone, pageCount) => void say({ kind: 'progress', pagesDone, pageCount }),
    });
    await say({ kind: 'done', info });
  } catch (error) {
    const code = error instanceof PinciteError ? error.code : 'internal';
    await say({ kind: 'failed', code, message: messageOf(error) });
  }
}

let task: ParserTask | null = null;
const read = createFrameReader(
  (body) => {
    if (task === null) {
      // Written by the pool of the same program.
      task = JSON.parse(body.toString('utf8')) as ParserTask;
      return;
    }
    const current = task;
    task = null;
    void parse(current, new Uint8Array(body.buffer, body.byteOffset, body.length));
  },
  4 * 1024 ** 3,
);
stdin.on('data', (chunk: Buffer) => read(chunk));
stdin.once('end', () => process.exit(1));
stdout.once('error', () => process.exit(1));
