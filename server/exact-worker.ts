// A thread that answers exact questions from a connection of its own: what a long question takes, no other request waits for.
// In: the path of the catalog and the room for words that threads share, then one question after another, or the order to get ready for
// them. Out: an answer to each, or why there is none.
import { parentPort, workerData } from 'node:worker_threads';
import { openWordSource } from './catalog/word-reader.ts';
import { messageOf, PinciteError } from './contract/errors.ts';
import type { WordSource } from './contract/word-index.ts';
import type { ExactOrder, ExactReply, ExactWorkerSettings } from './exact-threads.ts';
import { answerExact } from './search/exact/exact-engine.ts';
import { ExactEvaluator } from './search/exact/exact-evaluator.ts';
import { KeptWords } from './search/exact/kept-words.ts';
import { SearchableCorpus } from './search/exact/searchable-corpus.ts';

/** Opened with the first order: a catalog that cannot be opened is then the answer, and not the end of the thread. */
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

parentPort?.on('message', (order: ExactOrder) => {
  const reply = replyOf(() => {
    if (order === 'prepare') return withEvaluator((evaluator) => evaluator.prepare());
    const { ask, cancelled } = order;
    const check = (): void => {
      if (Atomics.load(cancelled, 0) !== 0) throw new PinciteError('cancelled', 'The question was taken back.');
    };
    check();
    return withEvaluator((evaluator) => answerExact(evaluator, ask, check));
  });
  parentPort?.postMessage(reply);
});

/** On one state of the catalog, whatever is written meanwhile. */
function withEvaluator<Answer>(read: (evaluator: ExactEvaluator) => Answer): Answer {
  const { source, words, evaluator } = (opened ??= open());
  return words.during(() => source.steadily(() => read(evaluator)));
}

function replyOf(answer: () => unknown): ExactReply {
  try {
    return { answer: answer(), fault: null };
  } catch (error) {
    const code = error instanceof PinciteError ? error.code : null;
    const detail = code === null && error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
    return { answer: null, fault: { code, detail } };
  }
}
