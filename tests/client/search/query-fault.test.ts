// Faults as the real parser finds them, in the places where the box underlines them.
import { describe, expect, test } from '@jest/globals';
import { ApiProblem } from '../../../client/src/api/problem.ts';
import { placeOfFault, queryFaultOf } from '../../../client/src/search/query-fault.ts';
import { PinciteError } from '../../../server/contract/errors.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';

/** The refusal as the API gives it. */
function refusalOf(q: string): ApiProblem {
  try {
    parseQuery(q);
  } catch (error) {
    if (error instanceof PinciteError) return new ApiProblem(400, error.code, error.message, error);
    throw error;
  }
  throw new Error(`${q} can be read`);
}

describe('the place of a fault', () => {
  test.each<[q: string, marked: string, isUnfinished: boolean, why: string]>([
    ['titan w/x inbox', 'w/x', false, 'a connector that is none, with words behind it'],
    ['titan w/', 'w/', true, 'the number may be yet to come'],
    ['titan w/5', '', true, 'the word may be yet to come'],
    ['titan w/5  ', '', true, 'spaces behind do not matter'],
    ['titan AND inbox OR api', 'OR', false, 'mixed connectors'],
    ['"inbox api', '"', true, 'a phrase without an end'],
    ['(titan OR inbox', '(', true, 'a bracket without an end'],
    ['(titan AND (inbox OR api)', '(', true, 'the outer bracket is the open one'],
    ['meta(a OR b) AND titan', '(', false, 'a closed bracket that is no function’s'],
    ['titan) AND inbox', ')', false, 'a bracket too many'],
    ['colour:red AND titan', 'colour:red', false, 'a field that is none'],
    ['filed:2024-13 AND titan', '2024-13', false, 'a value, within its field'],
  ])('%s → %s, unfinished: %s (%s)', (q, marked, isUnfinished) => {
    const refusal = refusalOf(q);
    const fault = queryFaultOf(refusal, q);
    expect(fault).toMatchObject({ detail: refusal.message, isUnfinished });
    expect(fault?.brief).toMatch(/^[^.]*(?:\([^)]*\))?\.$/);
    expect(q.slice(fault?.from, fault?.to)).toBe(marked);
  });

  test.each<[Error | null, string]>([
    [null, 'no error'],
    [new Error('x'), 'an error of the program'],
    [new ApiProblem(503, 'index-unavailable', 'x', { position: 2 }), 'a failure is no fault of the query'],
    [new ApiProblem(400, 'bad-request', 'x'), 'a refusal without a place'],
  ])('%# none (%s)', (error) => {
    expect(queryFaultOf(error, 'titan')).toBeNull();
  });

  test('a place past the end (the query was cut meanwhile) is its end', () => {
    const fault = queryFaultOf(new ApiProblem(400, 'query-syntax', 'x', { position: 90 }), 'titan');
    expect(fault).toMatchObject({ from: 5, to: 5 });
  });

  test('is told in words too, counted from 1', () => {
    const fault = { from: 6, to: 9, detail: '', brief: '', isUnfinished: false };
    expect(placeOfFault('titan w/x inbox', fault)).toBe('At character 7, “w/x”');
    expect(placeOfFault('titan', { ...fault, from: 5, to: 5 })).toBe('At the end of the query');
  });
});
