// A thread that answers exact questions from a connection of its own: what a long question takes, no other request waits for.
// In: the path of the catalog and the room for words that threads share, then one question after another. Out: an answer to each, or why
// there is none.
import { parentPort, workerData } from 'node:worker_threads';
import { openWordSource } from './catalog/word-reader.ts';
import { messageOf, PinciteError } from './contract/errors.ts';
import type { WordSource } from './contract/word-index.ts';
import type { ExactReply, ExactRequest, ExactWorkerSettings } from './exact-threads.ts';
import { answerExact } from './search/exact/exact-engine.ts';
import { ExactEvaluator } from './search/exact/exact-evaluator.ts';
import { KeptWords } from './search/exact/kept-words.ts';
import { SearchableCorpus } from './search/exact/searchable-corpus.ts';

/** Opened with the first question: a catalog that cannot be opened is then the answer, and not the end of the thread. */
let opened: Opened | null = null;

interface Opened {
  readonly source: WordSource;
  readonly words: KeptWords;
  readonly evaluator: ExactEvaluator;
}

function open(): Opened {
  // Sent by `startExactWorker` only, so the shape is ours.
  const { path, room, thread } = workerData as ExactWorkerSettings;
  const source = openWordSource(path);
  const words = new KeptWords(room, thread);
  return { source, words, evaluator: new ExactEvaluator(new SearchableCorpus(source, words)) };
}

parentPort?.on('message', ({ ask, cancelled }: ExactRequest) => {
  const check = (): void => {
    if (Atomics.load(cancelled, 0) !== 0) throw new PinciteError('cancelled', 'The question was taken back.');
  };
  const reply = replyOf(() => {
    check();
    const { source, words, evaluator } = (opened ??= open());
    return words.during(() => source.steadily(() => answerExact(evaluator, ask, check)));
  });
  parentPort?.postMessage(reply);
});

function replyOf(answer: () => unknown): ExactReply {
  try {
    return { answer: answer(), fault: null };
  } catch (error) {
    const code = error instanceof PinciteError ? error.code : null;
    const detail = code === null && error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
    return { answer: null, fault: { code, detail } };
  }
}
