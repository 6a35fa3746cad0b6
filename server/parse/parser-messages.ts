// What a parser process says to the pool, one JSON value a frame. Numbers of geometry are rounded to a thousandth of a point.
import type { ErrorCode } from '../contract/errors.ts';
import type { Bars, FileInfo, Page } from '../contract/page.ts';
import type { RecognitionOutcome } from '../contract/recognition.ts';

/** The pool's first frame; the second holds the bytes of the file. */
export interface ParserTask {
  /** What messages call the file. */
  readonly name: string;
  /** A file with more is refused. */
  readonly maxPages?: number;
  /** What was recognised of its pages. */
  readonly outcomes?: readonly RecognitionOutcome[];
  /** What its pictures hide. */
  readonly bars?: readonly Bars[];
}

/** A message of the process. */
export type ParserMessage =
  | { readonly kind: 'progress'; readonly pagesDone: number; readonly pageCount: number }
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'done'; readonly info: FileInfo }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

/** Writes a message. */
export function encodeMessage(message: ParserMessage): Buffer {
  return Buffer.from(
    JSON.stringify(message, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
    ),
  );
}

/** Reads a message; throws on what is none. */
export function decodeMessage(body: Buffer): ParserMessage {
  const message: unknown = JSON.parse(body.toString('utf8'));
  if (typeof message !== 'object' || message === null || !('kind' in message))
    throw new Error('no message of a parser');
  const { kind } = message;
  if (kind !== 'progress' && kind !== 'page' && kind !== 'done' && kind !== 'failed')
    throw new Error(`unknown message ${String(kind)}`);
  // The shape of each kind is that of `encodeMessage` of the same version: both ends are one program.
  return message as ParserMessage;
}
