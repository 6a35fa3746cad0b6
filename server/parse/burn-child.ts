// The confined process that makes burnt copies: takes a file with its boxes through its standard input, and gives the copy.
// It may load the native canvas, and reads nothing but the program's own files.
import { answerQuestions } from './recognition/answer-questions.ts';
import { burnPdf, type BurntPage } from './burn-pdf.ts';

/** What is asked of it, and its answer, with which the copy's bytes come. */
export interface BurnTalk {
  readonly question: { readonly pages: readonly BurntPage[] };
  readonly answer: { readonly kind: 'burnt' };
}

answerQuestions<BurnTalk>(async ({ pages }, bytes) => ({
  value: { kind: 'burnt' },
  bytes: await burnPdf(bytes, pages),
}));
