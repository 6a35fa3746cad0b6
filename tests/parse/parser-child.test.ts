// The program inside the process, spoken to over its pipes: what it answers, and that it can do nothing else.
import { afterEach, describe, expect, test } from '@jest/globals';
import { createFrameReader, frame } from '../../server/parse/frames.ts';
import { decodeMessage, type ParserMessage } from '../../server/parse/parser-messages.ts';
import { startParserProcess, type ParserProcess } from '../../server/parse/parser-process.ts';
import { makePdf, put } from './make-pdf.ts';

const open: ParserProcess[] = [];
afterEach(() => open.splice(0).forEach((child) => child.kill()));

/** Sends files one after another and gathers the answers of each. */
async function ask(...files: readonly Uint8Array[]): Promise<ParserMessage[][]> {
  const child = startParserProcess(512);
  open.push(child);
  const answers: ParserMessage[][] = [];
  for (const [index, bytes] of files.entries()) {
    const messages: ParserMessage[] = [];
    const done = Promise.withResolvers<void>();
    const read = createFrameReader((body) => {
      const message = decodeMessage(body);
      messages.push(message);
      if (message.kind === 'done' || message.kind === 'failed') done.resolve();
    });
    const onData = (chunk: Buffer): void => read(chunk);
    child.stdout.on('data', onData);
    void child.ended.then((how) => done.reject(new Error(`${how}: ${child.lastWords()}`)));
    child.stdin.write(frame(Buffer.from(JSON.stringify({ name: `file-${index}.pdf` }))));
    child.stdin.write(frame(bytes));
    await done.promise;
    child.stdout.off('data', onData);
    answers.push(messages);
  }
  return answers;
}

const page = await makePdf((document) => {
  document.addPage();
  put(document, 'One page with words.', 72, 100);
});

describe('parser child', () => {
  test('pages, progress and the end, in order; an error names the file; the next file is read all the same', async () => {
    const [first, second, third] = await ask(page, new TextEncoder().encode('no PDF'), page);
    expect(first?.map(({ kind }) => kind)).toEqual(['progress', 'page', 'done']);
    expect(second).toMatchObject([
      { kind: 'failed', code: 'not-a-pdf', message: expect.stringContaining('file-1.pdf') },
    ]);
    expect(third?.at(-1)?.kind).toBe('done');
  });

  test('scripts in a PDF are not run, and embedded files are not opened', async () => {
    const tricky = await makePdf((document) => {
      document.addPage();
      put(document, 'Words of the page', 72, 100);
      const script = document.ref({ S: 'JavaScript', JS: 'app.launchURL(1)', Type: 'Action' });
      script.end('');
      Object.assign(document.page.dictionary.data, { AA: { O: script } });
      document.file(Buffer.from('attached'), { name: 'attached.exe' });
    });
    const [messages] = await ask(tricky);
    expect(messages?.at(-1)?.kind).toBe('done');
  });
});
