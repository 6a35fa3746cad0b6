// Who answers exact questions, as the rest of the search sees it: somewhere else, in a while, and not at all when nobody waits any more.
// Shape: one question of a kind → its answer. The kinds are listed once; a thread answers them with `answerExact`.
import type { FacetName } from '../../contract/facets.ts';
import type { ExactCounts, ExactList, ExactQuestion, FoundMatch, WantedList } from './exact-question.ts';
import type { Check } from '../terms/evaluate.ts';
import type { ExactEvaluator } from './exact-evaluator.ts';

/** A question as it is sent. */
export type ExactAsk =
  | { readonly kind: 'list'; readonly question: ExactQuestion; readonly wanted: WantedList }
  | { readonly kind: 'counts'; readonly question: ExactQuestion; readonly facets: readonly FacetName[] }
  | { readonly kind: 'matches'; readonly question: ExactQuestion; readonly documentId: string };

/** The answers by kind. */
export interface ExactAnswers {
  readonly list: ExactList;
  readonly counts: ExactCounts;
  readonly matches: readonly FoundMatch[];
}

export interface ExactEngine {
  /** Rejects with `cancelled` when the signal is aborted before the answer is there. */
  ask<Kind extends ExactAsk['kind']>(
    ask: Extract<ExactAsk, { kind: Kind }>,
    signal?: AbortSignal,
  ): Promise<ExactAnswers[Kind]>;
}

/** Answers a question at once. */
export function answerExact(evaluator: ExactEvaluator, ask: ExactAsk, check: Check): ExactAnswers[ExactAsk['kind']] {
  switch (ask.kind) {
    case 'list':
      return evaluator.list(ask.question, ask.wanted, check);
    case 'counts':
      return evaluator.counts(ask.question, ask.facets, check);
    case 'matches':
      return evaluator.matchesOf(ask.question, ask.documentId, check);
  }
}
