import { describe, expect, test } from '@jest/globals';
import { acceptedAnswerSchema, jobSchema } from '../../server/contract/document-api.ts';

const job = {
  id: 'j1',
  filename: 'a.pdf',
  otherNames: ['gov.uscourts.cand.1.2.0.pdf'],
  state: 'failed',
  documentId: null,
  pagesDone: 0,
  pageCount: null,
  attempts: 1,
  error: { code: 'not-a-pdf', detail: 'a.pdf is not a PDF.' },
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

describe('document schemas', () => {
  test('a job carries its error', () => {
    expect(jobSchema.parse(job).error?.code).toBe('not-a-pdf');
  });

  test.each([['waiting'], [''], [null]])('a job is never in state %s', (state) => {
    expect(jobSchema.safeParse({ ...job, state }).success).toBe(false);
  });

  test('an upload answers for each file on its own', () => {
    const answer = {
      jobs: [{ id: 'j1', filename: 'a.pdf', known: false }],
      refused: [{ filename: 'b.txt', code: 'not-a-pdf', detail: 'x' }],
    };
    expect(acceptedAnswerSchema.parse(answer)).toEqual(answer);
  });
});
