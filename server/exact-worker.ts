// A thread that answers exact questions from a connection of its own: what a long question takes, no other request waits for.
// In: the path of the catalog, then messages. Out: an answer to each, or why there is none.
import { parentPort, workerData } from 'node:worker_threads';
import { openWordSource } from './catalog/word-reader.ts';
import { messageOf, PinciteError } from './contract/errors.ts';
import type { ExactReply, ExactRequest } from './exact-threads.ts';
import { answerExact } from './search/exact/exact-engine.ts';
import { ExactEvaluator } from './search/exact/exact-evaluator.ts';
import { SearchableCorpus } from './search/exact/searchable-corpus.ts';

const source = openWordSource(String(workerData));
const evaluator = new ExactEvaluator(new SearchableCorpus(source));

parentPort?.on('message', ({ id, ask, cancelled }: ExactRequest) => {
  const check = (): void => {
    if (Atomics.load(cancelled, 0) !== 0) throw new PinciteError('cancelled', 'The question was taken back.');
  };
  parentPort?.postMessage(replyTo(id, () => source.steadily(() => answerExact(evaluator, ask, check))));
});

function replyTo(id: number, answer: () => unknown): ExactReply {
  try {
    return { id, answer: answer(), fault: null };
  } catch (error) {
    const code = error instanceof PinciteError ? error.code : null;
    const detail = code === null && error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
    return { id, answer: null, fault: { code, detail } };
  }
}
