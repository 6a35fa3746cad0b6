import { describe, expect, test } from '@jest/globals';
import { ApiProblem, problemOf, sentenceOf, unexpectedAnswer, unreachable } from '../../../client/src/api/problem.ts';

const body = {
  type: 'about:blank',
  title: 'Bad',
  status: 400,
  detail: 'Say it so.',
  code: 'query-syntax',
  position: 3,
};

describe('problemOf', () => {
  test.each<[number, string, object, string]>([
    [400, JSON.stringify(body), { code: 'query-syntax', message: 'Say it so.', position: 3 }, 'problem+json'],
    [400, JSON.stringify({ ...body, detail: '' }), { message: 'Bad' }, 'without a detail the title speaks'],
    [500, 'oops', { code: 'internal', status: 500 }, 'not JSON'],
    [500, '{}', { code: 'internal' }, 'JSON of another kind'],
  ])('%d %s (%#)', (status, text, expected) => {
    expect(problemOf(status, text)).toMatchObject(expected);
  });
});

describe('sentenceOf', () => {
  test.each<[unknown, string, string]>([
    [
      new ApiProblem(500, 'internal', 'It broke.', { id: 'r1' }),
      'It broke. (Reference for the log: r1)',
      'with its id',
    ],
    [new ApiProblem(404, 'not-found', 'Not here.'), 'Not here.', 'the server’s own sentence'],
    ['thrown text', 'thrown text', 'anything that was thrown'],
  ])('%# → %s (%s)', (error, sentence) => {
    expect(sentenceOf(error)).toBe(sentence);
  });

  test('the client’s own problems say what to do', () => {
    expect(unreachable(null).message).toMatch(/npm start/);
    expect(unexpectedAnswer(null).message).toMatch(/Load the page again/);
  });
});
