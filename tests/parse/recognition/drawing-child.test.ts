// The process that draws, spoken to over its pipes: it opens a file, gives pixels of its pages, and says what it cannot draw.
import { afterEach, expect, jest, test } from '@jest/globals';
import { startConfinedProcess, type ParserProcess } from '../../../server/parse/parser-process.ts';
import { askProcess } from '../../../server/parse/recognition/ask-process.ts';
import type { DrawingQuestion, DrawingTalk } from '../../../server/parse/recognition/recognition-messages.ts';
import { makePdf, put } from '../make-pdf.ts';

// Processes start slowly on a busy machine.
jest.setTimeout(60_000);

const open: ParserProcess[] = [];
afterEach(() => open.splice(0).forEach((child) => child.kill()));

test('opens, draws, draws what is wrong not, and goes on with the next file', async () => {
  const child = startConfinedProcess({
    program: 'recognition/drawing-child.ts',
    memoryMb: 512,
    permissions: ['--allow-addons'],
  });
  open.push(child);
  const ask = (question: DrawingQuestion, bytes?: Uint8Array) =>
    askProcess<DrawingTalk>(
      child,
      { question, ...(bytes === undefined ? {} : { bytes }) },
      { name: 'Page 1 of a.pdf', seconds: 20, memoryMb: 1024 },
    );
  const draw = (pageNumber: number) => ask({ kind: 'draw', pageNumber, covered: [] });
  await expect(draw(1)).rejects.toMatchObject({ code: 'internal' });
  const file = await makePdf((document) => {
    document.addPage({ size: [72, 36] });
    put(document, 'word', 5, 20);
  });
  await ask({ kind: 'open' }, file);
  const { value, bytes } = await draw(1);
  expect(value).toMatchObject({ kind: 'drawn', width: 300, height: 150, dpi: 300 });
  expect(bytes).toHaveLength(300 * 150);
  expect(Math.min(...bytes)).toBeLessThan(50);
  await expect(draw(2)).rejects.toMatchObject({ message: expect.stringContaining('Page 1 of a.pdf') });
  await expect(ask({ kind: 'open' }, new TextEncoder().encode('no PDF'))).rejects.toMatchObject({ code: 'internal' });
  await ask({ kind: 'open' }, file);
  expect((await draw(1)).value.kind).toBe('drawn');
});
