// One question and what may become of it: an answer, a limit, or the end of the process. Each names the page.
import { describe, expect, test } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { frame } from '../../../server/parse/frames.ts';
import type { ParserProcess } from '../../../server/parse/parser-process.ts';
import { askProcess } from '../../../server/parse/recognition/ask-process.ts';

/** A process that says what it is told to. */
function fakeProcess(memoryMb = 10, lastWords = '') {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  const child: ParserProcess = {
    stdin,
    stdout,
    ended,
    lastWords: () => lastWords,
    memoryMb: () => memoryMb,
    kill: () => end('SIGKILL'),
  };
  const say = (value: unknown, bytes = new Uint8Array(0)): void => {
    stdout.write(frame(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))));
    stdout.write(frame(bytes));
  };
  return { child, say, end };
}

const limits = { name: 'Page 3 of a.pdf', seconds: 5, memoryMb: 100 };
const ask = (child: ParserProcess, seconds = 5) =>
  askProcess<{ question: { kind: 'draw' }; answer: { kind: 'drawn'; width: number } }>(
    child,
    { question: { kind: 'draw' } },
    { ...limits, seconds },
  );

describe('askProcess', () => {
  test('the answer with its bytes; the next question has its own', async () => {
    const { child, say } = fakeProcess();
    const first = ask(child);
    say({ kind: 'drawn', width: 2 }, Uint8Array.of(7, 8));
    expect(await first).toEqual({ value: { kind: 'drawn', width: 2 }, bytes: Buffer.from([7, 8]) });
    const second = ask(child);
    say({ kind: 'drawn', width: 3 });
    expect((await second).value.width).toBe(3);
  });

  test.each<[string, (fake: ReturnType<typeof fakeProcess>) => void, Parameters<typeof fakeProcess>, string]>([
    [
      'what it failed of',
      ({ say }) => say({ kind: 'failed', code: 'encrypted-pdf', message: 'locked' }),
      [],
      'encrypted-pdf',
    ],
    ['more memory than allowed', () => undefined, [101], 'memory-limit'],
    ['the end of the process', ({ end }) => end('SIGSEGV'), [], 'unreadable-pdf'],
    [
      'its own words about memory',
      ({ end }) => end('SIGABRT'),
      [10, 'FATAL: JavaScript heap out of memory'],
      'memory-limit',
    ],
    ['garbage', ({ say }) => say('{no json'), [], 'unreadable-pdf'],
  ])('%s is a refusal that names the page', async (_, happen, given, code) => {
    const fake = fakeProcess(...given);
    const answer = ask(fake.child);
    happen(fake);
    await expect(answer).rejects.toMatchObject({ code, message: expect.stringContaining('Page 3 of a.pdf') });
  });

  test('no answer in time', async () => {
    await expect(ask(fakeProcess().child, 0.05)).rejects.toMatchObject({ code: 'time-limit' });
  });
});
