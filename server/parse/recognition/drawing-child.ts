// The confined process that draws pages: takes a file through its standard input, then page numbers, and gives grey pixels.
// It may load the native canvas, and reads nothing but the program's own files.
import { PinciteError } from '../../contract/errors.ts';
import { answerQuestions } from './answer-questions.ts';
import type { DrawingTalk } from './recognition-messages.ts';
import { openForDrawing, type RenderedPdf } from './render-page.ts';

let open: RenderedPdf | null = null;

answerQuestions<DrawingTalk>(async (question, bytes) => {
  if (question.kind === 'open') {
    await open?.close();
    open = await openForDrawing(bytes);
    return { value: { kind: 'opened' } };
  }
  if (open === null) throw new PinciteError('internal', 'no file was opened before its page');
  const { pixels, ...picture } = await open.draw(question.pageNumber, question.covered);
  return { value: { kind: 'drawn', ...picture }, bytes: pixels };
});
