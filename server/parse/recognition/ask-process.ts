// The parent's end of the pipes: one question to a confined process, and its answer, within its limits of time and memory.
// In: a question with bytes. Out: the answer with bytes. Refuses (`time-limit`, `memory-limit`, `unreadable-pdf`) in the words of the
// page it was about; whoever asked ends the process then.
import { PinciteError } from '../../contract/errors.ts';
import { createFrameReader, frame } from '../frames.ts';
import type { ParserProcess } from '../parser-process.ts';
import type { Failure, Talk } from './recognition-messages.ts';

/** What a question may cost; `name` is what messages call the page. */
export interface Limits {
  readonly name: string;
  readonly seconds: number;
  readonly memoryMb: number;
}

/** How often memory is looked at, in ms. */
const lookMs = 50;
/** Pixels of the largest picture, and their JSON. */
const longest = 128 * 1024 * 1024;

/** Asks. Throws what the process says it failed of. */
export async function askProcess<Spoken extends Talk>(
  child: ParserProcess,
  { question, bytes = new Uint8Array(0) }: { readonly question: Spoken['question']; readonly bytes?: Uint8Array },
  { name, seconds, memoryMb }: Limits,
): Promise<{ readonly value: Exclude<Spoken['answer'], Failure>; readonly bytes: Buffer }> {
  const outcome = Promise.withResolvers<{ value: Exclude<Spoken['answer'], Failure>; bytes: Buffer }>();
  let value: Spoken['answer'] | null = null;
  const read = createFrameReader((body) => {
    if (value === null) {
      // The shape is that of the child's program, which is one with this one.
      value = JSON.parse(body.toString('utf8')) as Spoken['answer'];
      return;
    }
    if (isFailure(value)) outcome.reject(new PinciteError(value.code, `${name}: ${value.message}`));
    else outcome.resolve({ value: value as Exclude<Spoken['answer'], Failure>, bytes: body });
  }, longest);
  const onData = (chunk: Buffer): void => {
    try {
      read(chunk);
    } catch (error) {
      outcome.reject(new PinciteError('unreadable-pdf', `${name} made its reader send garbage.`, { cause: error }));
    }
  };
  child.stdout.on('data', onData);
  void child.ended.then((how) => {
    const cause = child.lastWords();
    const isFull = /heap out of memory|allocation failed/i.test(cause);
    const reason = isFull ? tooMuch(name, memoryMb) : ended(name, how, cause);
    outcome.reject(reason);
  });
  const deadline = setTimeout(() => {
    outcome.reject(new PinciteError('time-limit', `${name} was not recognised within ${seconds} s.`));
  }, seconds * 1000);
  const look = setInterval(() => {
    if ((child.memoryMb() ?? 0) > memoryMb) outcome.reject(tooMuch(name, memoryMb));
  }, lookMs);
  child.stdin.write(frame(Buffer.from(JSON.stringify(question))));
  child.stdin.write(frame(bytes));
  try {
    return await outcome.promise;
  } finally {
    clearTimeout(deadline);
    clearInterval(look);
    child.stdout.off('data', onData);
  }
}

function isFailure(value: { readonly kind: string }): value is Failure {
  return value.kind === 'failed';
}

function tooMuch(name: string, memoryMb: number): PinciteError {
  return new PinciteError('memory-limit', `${name} needs more than ${memoryMb} MB to be recognised.`);
}

function ended(name: string, how: string, cause: string): PinciteError {
  return new PinciteError('unreadable-pdf', `${name} ended the process that was to recognise it (${how}).`, { cause });
}
