// The process that recognises, spoken to over its pipes: pixels in, words out; it takes no PDF and no picture of another size.
import { afterEach, expect, jest, test } from '@jest/globals';
import { startConfinedProcess, type ParserProcess } from '../../../server/parse/parser-process.ts';
import { askProcess } from '../../../server/parse/recognition/ask-process.ts';
import type { SeeingQuestion, SeeingTalk } from '../../../server/parse/recognition/recognition-messages.ts';
import { scanned } from './scans.ts';

// Processes start slowly on a busy machine.
jest.setTimeout(60_000);

const open: ParserProcess[] = [];
afterEach(() => open.splice(0).forEach((child) => child.kill()));

test('starts with its languages, sees words, refuses pixels that are no picture, and goes on', async () => {
  const child = startConfinedProcess({
    program: 'recognition/seeing-child.ts',
    memoryMb: 1024,
    permissions: ['--allow-worker'],
  });
  open.push(child);
  const ask = (question: SeeingQuestion, bytes?: Uint8Array) =>
    askProcess<SeeingTalk>(
      child,
      { question, ...(bytes === undefined ? {} : { bytes }) },
      { name: 'Page 1 of a.pdf', seconds: 30, memoryMb: 1024 },
    );
  const lines = [{ text: 'Plaintiff moves for relief', x: 60, y: 150 }];
  const { width, height, pixels } = scanned({ width: 800, height: 300, lines });
  await ask({ kind: 'start', languages: ['eng'], dataFolder: null });
  await expect(ask({ kind: 'see', width, height: 299, dpi: 300 }, pixels)).rejects.toMatchObject({ code: 'internal' });
  const { value } = await ask({ kind: 'see', width, height, dpi: 300 }, pixels);
  expect(value.kind === 'seen' ? value.words.map(({ text }) => text) : []).toEqual([
    'Plaintiff',
    'moves',
    'for',
    'relief',
  ]);
  await expect(ask({ kind: 'start', languages: ['fra'], dataFolder: null })).rejects.toMatchObject({
    code: 'bad-setting',
  });
});
