// What is said to the two processes of recognition, and what they answer: each message is two frames, JSON and bytes (often none).
// A question is answered once, by its result or by `failed`.
import type { ErrorCode } from '../../contract/errors.ts';
import type { Quad } from '../../contract/geometry.ts';
import type { Matrix } from '../matrix.ts';
import type { PictureWords } from './recognize-picture.ts';
import type { LanguageChoice } from './language-data.ts';

/** To the process that draws. `open` comes with the bytes of the file. */
export type DrawingQuestion =
  | { readonly kind: 'open' }
  | { readonly kind: 'draw'; readonly pageNumber: number; readonly covered: readonly Quad[] }
  | { readonly kind: 'look'; readonly pageNumber: number; readonly words: readonly Quad[] };

/** From it. `drawn` comes with one byte a pixel. */
export type DrawingAnswer =
  | { readonly kind: 'opened' }
  | {
      readonly kind: 'drawn';
      readonly width: number;
      readonly height: number;
      readonly toPage: Matrix;
      readonly dpi: number;
    }
  /** Indexes of the words that the picture hides. */
  | { readonly kind: 'looked'; readonly dark: readonly number[] }
  | Failure;

/** To the process that recognises. `see` comes with one byte a pixel. */
export type SeeingQuestion =
  | ({ readonly kind: 'start' } & LanguageChoice)
  | { readonly kind: 'see'; readonly width: number; readonly height: number; readonly dpi: number };

/** From it. */
export type SeeingAnswer = { readonly kind: 'started' } | ({ readonly kind: 'seen' } & PictureWords) | Failure;

/** What is asked of a process, and what it answers. */
export interface Talk {
  readonly question: object;
  readonly answer: { readonly kind: string };
}

/** With the process that draws. */
export interface DrawingTalk extends Talk {
  readonly question: DrawingQuestion;
  readonly answer: DrawingAnswer;
}

/** With the process that recognises. */
export interface SeeingTalk extends Talk {
  readonly question: SeeingQuestion;
  readonly answer: SeeingAnswer;
}

/** A question that could not be answered. */
export interface Failure {
  readonly kind: 'failed';
  readonly code: ErrorCode;
  readonly message: string;
}
