// The child's end of the pipes: questions come in, one after another, and each is answered; the process ends when its parent does.
// In: what answers a question. Out: frames on the standard output. An error is an answer too.
import { messageOf, PinciteError } from '../../contract/errors.ts';
import { createFrameReader, frame } from '../frames.ts';
import type { Failure, Talk } from './recognition-messages.ts';

/** An answer with its bytes. */
export interface Answer<Value> {
  readonly value: Value;
  readonly bytes?: Uint8Array;
}

/** Answers questions until the pipe closes. */
export function answerQuestions<Spoken extends Talk>(
  answer: (question: Spoken['question'], bytes: Uint8Array) => Promise<Answer<Spoken['answer']>>,
): void {
  const { stdin, stdout } = process;
  const say = ({ value, bytes = new Uint8Array(0) }: Answer<Spoken['answer'] | Failure>): void => {
    stdout.write(frame(Buffer.from(JSON.stringify(value))));
    stdout.write(frame(bytes));
  };
  let question: Spoken['question'] | null = null;
  const read = createFrameReader(
    (body) => {
      if (question === null) {
        // Written by the pool of the same program.
        question = JSON.parse(body.toString('utf8')) as Spoken['question'];
        return;
      }
      const current = question;
      question = null;
      answer(current, plainBytes(body)).then(say, (error: unknown) => {
        const code = error instanceof PinciteError ? error.code : 'internal';
        say({ value: { kind: 'failed', code, message: messageOf(error) } });
      });
    },
    4 * 1024 ** 3,
  );
  stdin.on('data', (chunk: Buffer) => read(chunk));
  stdin.once('end', () => process.exit(1));
  stdout.once('error', () => process.exit(1));
}

/** The same bytes, but no Buffer: whoever takes a `slice` of a Buffer to change it changes the Buffer. */
function plainBytes({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}
