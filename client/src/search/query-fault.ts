// Where a query cannot be read: the API's refusal and the query in → the stretch to underline and what to say of it out.
// A query that is still being typed is not wrong yet: what more typing would mend is told apart.
import { ApiProblem } from '../api/problem.ts';

/** A fault in a query; `from` and `to` are UTF-16 offsets, both at its end when something is missing there. */
export interface QueryFault {
  readonly from: number;
  readonly to: number;
  /** What is wrong, what was expected, what to write instead. */
  readonly detail: string;
  /** What is wrong, alone. */
  readonly brief: string;
  /** The fault lies in what was written last: typing on may mend it. */
  readonly isUnfinished: boolean;
}

/** The fault that a refusal tells of; null for another error, or one without a place. */
export function queryFaultOf(error: Error | null, q: string): QueryFault | null {
  if (!(error instanceof ApiProblem) || error.status !== 400 || error.position === undefined) return null;
  return faultAt(q, error.position, error.message);
}

/** A fault that is told at an offset in the query. */
export function faultAt(q: string, position: number, detail: string): QueryFault {
  const end = q.trimEnd().length;
  const from = Math.min(position, end);
  const to = from + lengthOfPart(q.slice(from, end));
  const isOpen = /["“”„‟＂]/.test(q.charAt(from)) || (q.charAt(from) === '(' && isNeverClosed(q.slice(from)));
  return { from, to, detail, brief: detail.replace(/ Expected: .*$/s, ''), isUnfinished: to === end || isOpen };
}

/** The fault as words for somebody who does not see the underline. */
export function placeOfFault(q: string, { from, to }: QueryFault): string {
  return from === to ? 'At the end of the query' : `At character ${from + 1}, “${q.slice(from, to)}”`;
}

/** A word, a connector, or one bracket or quotation mark. */
function lengthOfPart(rest: string): number {
  return /^(?:[()"“”„‟＂]|[^\s()"“”„‟＂]+|\s+)/.exec(rest)?.[0].length ?? 0;
}

function isNeverClosed(rest: string): boolean {
  let depth = 0;
  for (const sign of rest) {
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}
