// A thread that answers exact questions from a connection of its own: what a long question takes, no other request waits for.
// In: the path of the catalog and how much it keeps in memory, then one question after another. Out: an answer to each, or why there is none.
import { parentPort, workerData } from 'node:worker_threads';
import { openWordSource } from './catalog/word-reader.ts';
import { messageOf, PinciteError } from './contract/errors.ts';
import type { WordSource } from './contract/word-index.ts';
import type { ExactReply, ExactRequest, ExactWorkerSettings } from './exact-threads.ts';
import { answerExact } from './search/exact/exact-engine.ts';
import { ExactEvaluator } from './search/exact/exact-evaluator.ts';
import { SearchableCorpus } from './search/exact/searchable-corpus.ts';

/** Opened with the first question: a catalog that cannot be opened is then the answer, and not the end of the thread. */
let opened: { readonly source: WordSource; readonly evaluator: ExactEvaluator } | null = null;

function open(): { readonly source: WordSource; readonly evaluator: ExactEvaluator } {
  // Sent by `startExactWorker` only, so the shape is ours.
  const { path, keptBytes } = workerData as ExactWorkerSettings;
  const source = openWordSource(path);
  return { source, evaluator: new ExactEvaluator(new SearchableCorpus(source, keptBytes)) };
}

parentPort?.on('message', ({ ask, cancelled }: ExactRequest) => {
  const check = (): void => {
    if (Atomics.load(cancelled, 0) !== 0) throw new PinciteError('cancelled', 'The question was taken back.');
  };
  const reply = replyOf(() => {
    check();
    const { source, evaluator } = (opened ??= open());
    return source.steadily(() => answerExact(evaluator, ask, check));
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
