import { describe, expect, test } from '@jest/globals';
import { jobsOfMessage } from '../../../client/src/app/job-stream.ts';

const job = {
  id: 'j',
  filename: 'a.pdf',
  otherNames: [],
  state: 'running',
  documentId: null,
  pagesDone: 1,
  pageCount: 2,
  attempts: 1,
  error: null,
  createdAt: '2024-01-01T00:00:00Z',
  updatedAt: '2024-01-01T00:00:00Z',
};

describe('jobsOfMessage', () => {
  test.each([
    [JSON.stringify(job), ['j'], 'one job'],
    [JSON.stringify({ job }), ['j'], 'one job, wrapped'],
    [JSON.stringify({ jobs: [job, { ...job, id: 'k' }] }), ['j', 'k'], 'a list'],
    ['ping', [], 'a heartbeat'],
    ['{"news":1}', [], 'news of a later server'],
  ])('%# (%s)', (data, ids) => {
    expect(jobsOfMessage(data).map(({ id }) => id)).toEqual(ids);
  });
});
