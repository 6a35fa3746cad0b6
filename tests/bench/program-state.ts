// Waits for a running program: until nothing is to be read and the index has followed, as /api/corpus tells.
// In: a program. Out: the corpus in numbers. Rejects with what the program said when it takes too long or has ended.
import { setTimeout as sleep } from 'node:timers/promises';
import { corpusAnswerSchema, type CorpusAnswer } from '../../server/contract/document-api.ts';
import type { RunningProgram } from '../integration/running-program.ts';

/** What the program says of its corpus now. */
export async function corpusOf({ url }: RunningProgram): Promise<CorpusAnswer> {
  const response = await fetch(`${url}/api/corpus`);
  return corpusAnswerSchema.parse(await response.json());
}

/** Looks every `everyMs`: often enough for the figure, seldom enough not to be the load. */
export async function untilReady(program: RunningProgram, everyMs: number, minutes: number): Promise<CorpusAnswer> {
  for (const deadline = Date.now() + minutes * 60_000; Date.now() < deadline; await sleep(everyMs)) {
    const corpus = await corpusOf(program);
    const { documents, pendingJobs, pendingOutbox, index } = corpus;
    if (documents > 0 && pendingJobs === 0 && pendingOutbox === 0 && index.state === 'ready') return corpus;
  }
  throw new Error(`the program was not ready within ${minutes} minutes. It said:\n${program.said().slice(-2000)}`);
}
