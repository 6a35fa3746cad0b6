// The confined process that draws pages: takes a file through its standard input, then page numbers, and gives grey pixels, or says
// which words of a page its picture hides.
// It may load the native canvas, and reads nothing but the program's own files.
import { PinciteError } from '../../contract/errors.ts';
import { answerQuestions } from './answer-questions.ts';
import { darkWordsOf } from './dark-words.ts';
import type { DrawingTalk } from './recognition-messages.ts';
import { openForDrawing, type RenderedPdf } from './render-page.ts';

/** Enough to tell a bar from letters. */
const lookingDpi = 100;

let open: RenderedPdf | null = null;

answerQuestions<DrawingTalk>(async (question, bytes) => {
  if (question.kind === 'open') {
    await open?.close();
    open = await openForDrawing(bytes);
    return { value: { kind: 'opened' } };
  }
  if (open === null) throw new PinciteError('internal', 'no file was opened before its page');
  if (question.kind === 'look') {
    const picture = await open.draw(question.pageNumber, [], lookingDpi);
    return { value: { kind: 'looked', dark: darkWordsOf(picture, question.words) } };
  }
  const { pixels, ...picture } = await open.draw(question.pageNumber, question.covered);
  return { value: { kind: 'drawn', ...picture }, bytes: pixels };
});
