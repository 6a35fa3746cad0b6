// The confined process that recognises text: it gets pixels and never a PDF, and gives words.
// It may start the worker thread that Tesseract runs in, and reads nothing but the program's own files and languages.
import { PinciteError } from '../../contract/errors.ts';
import { answerQuestions } from './answer-questions.ts';
import { recognizePicture } from './recognize-picture.ts';
import type { SeeingTalk } from './recognition-messages.ts';
import { startTesseract, type Tesseract } from './tesseract.ts';

let tesseract: Tesseract | null = null;

answerQuestions<SeeingTalk>(async (question, pixels) => {
  if (question.kind === 'start') {
    tesseract = await startTesseract(question);
    return { value: { kind: 'started' } };
  }
  if (tesseract === null) throw new PinciteError('internal', 'a picture came before the languages');
  const { width, height, dpi } = question;
  if (pixels.length !== width * height) throw new PinciteError('internal', 'a picture of another size than was said');
  return { value: { kind: 'seen', ...(await recognizePicture(tesseract, { width, height, pixels }, dpi)) } };
});
