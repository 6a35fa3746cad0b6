// The child's end of the pipes, as the parent sees it: answers come in the order of the questions, errors are answers, no orphan stays.
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createFrameReader, frame } from '../../../server/parse/frames.ts';
import { startConfinedProcess, type ParserProcess } from '../../../server/parse/parser-process.ts';
import { askProcess } from '../../../server/parse/recognition/ask-process.ts';
import type { SeeingQuestion, SeeingTalk } from '../../../server/parse/recognition/recognition-messages.ts';

// Processes start slowly on a busy machine.
jest.setTimeout(60_000);

const open: ParserProcess[] = [];
afterEach(() => open.splice(0).forEach((child) => child.kill()));

function start(): ParserProcess {
  const child = startConfinedProcess({
    program: 'recognition/seeing-child.ts',
    memoryMb: 512,
    permissions: ['--allow-worker'],
  });
  open.push(child);
  return child;
}

const limits = { name: 'Page 3 of a.pdf', seconds: 20, memoryMb: 512 };

describe('answerQuestions', () => {
  test('an error is an answer, with its code, and the process goes on', async () => {
    const child = start();
    const question: SeeingQuestion = { kind: 'see', width: 2, height: 2, dpi: 300 };
    const ask = () => askProcess<SeeingTalk>(child, { question, bytes: new Uint8Array(4) }, limits);
    await expect(ask()).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringMatching(/^Page 3 of a\.pdf: /),
    });
    await expect(ask()).rejects.toMatchObject({ code: 'internal' });
  });

  test('bytes of a question are no Buffer: what is changed in a slice of them is not changed in them', async () => {
    const module = JSON.stringify(import.meta.resolve('../../../server/parse/recognition/answer-questions.ts'));
    const program = `import { answerQuestions } from ${module};
      answerQuestions(async (question, bytes) => {
        bytes.slice().fill(0);
        return { value: { kind: 'answered' }, bytes };
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const frames: string[] = [];
    const read = createFrameReader((body) => void frames.push(body.toString()), 1000);
    child.stdout.on('data', (chunk: Buffer) => read(chunk));
    const closed = once(child, 'close');
    child.stdin.write(Buffer.concat([frame(Buffer.from('{}')), frame(Buffer.from('pixels'))]));
    while (frames.length < 2) await once(child.stdout, 'data');
    child.stdin.end();
    await closed;
    expect(frames).toEqual(['{"kind":"answered"}', 'pixels']);
  });

  test('the process ends when the pipe to it closes', async () => {
    const child = start();
    child.stdin.end();
    await expect(child.ended).resolves.toBe('code 1');
  });
});
