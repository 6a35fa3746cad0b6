import { describe, expect, test } from '@jest/globals';
import { isUnderWay, uploadsReducer, wordsOf, type Upload, type UploadNews } from '../../../client/src/app/uploads.ts';
import type { JobView } from '../../../server/contract/document-api.ts';

const job: JobView = {
  id: 'j',
  filename: 'a.pdf',
  otherNames: [],
  state: 'running',
  documentId: 'd',
  pagesDone: 3,
  pageCount: 9,
  attempts: 1,
  error: null,
  createdAt: '',
  updatedAt: '',
};
const added: UploadNews = { kind: 'added', files: [{ key: '1', filename: 'a.pdf' }] };
const answered = (known: boolean): UploadNews => ({
  kind: 'answered',
  key: '1',
  answer: { jobs: [{ id: 'j', filename: 'a.pdf', known }], refused: [] },
});
const after = (...news: UploadNews[]): Upload | undefined =>
  news.reduce<readonly Upload[]>((uploads, each) => uploadsReducer(uploads, each), [])[0];

test('a zip becomes the files in it, each with its own fate', () => {
  const answer = {
    jobs: [
      { id: 'j', filename: '735.pdf', known: false },
      { id: 'k', filename: '736.pdf', known: true },
    ],
    refused: [{ filename: 'notes.txt', code: 'not-a-pdf', detail: 'notes.txt is not a PDF.' }],
  };
  const list = [added, { kind: 'answered', key: '1', answer } as UploadNews].reduce<readonly Upload[]>(
    uploadsReducer,
    [],
  );
  expect(list.map((upload) => [upload.filename, wordsOf(upload)])).toEqual([
    ['735.pdf', 'Waiting to be read'],
    ['736.pdf', 'Already here: the same file was added before'],
    ['notes.txt', 'Not added. notes.txt is not a PDF.'],
  ]);
  expect(new Set(list.map(({ key }) => key)).size).toBe(3);
});

describe('what becomes of a file', () => {
  test.each<[UploadNews[], string | null, string]>([
    [[added], 'Waiting to be sent', 'two are sent at once'],
    [[added, { kind: 'sending', key: '1', sent: 0.5 }], 'Sending, 50 %', 'under way'],
    [[added, answered(false)], 'Waiting to be read', 'taken in'],
    [[added, answered(true)], 'Already here: the same file was added before', 'the same bytes'],
    [[added, answered(false), { kind: 'job', job }], 'Reading, page 3 of 9', 'news of its job'],
    [
      [added, answered(false), { kind: 'job', job: { ...job, id: 'other' } }],
      'Waiting to be read',
      'news of another job',
    ],
    [[added, answered(false), { kind: 'job', job: { ...job, state: 'done' } }], 'Ready to search', 'done'],
    [
      [
        added,
        answered(false),
        { kind: 'job', job: { ...job, state: 'failed', error: { code: 'x', detail: 'Broken.' } } },
      ],
      'Could not be read. Broken.',
      'failed with its reason',
    ],
    [[added, { kind: 'refused', key: '1', detail: 'Not a PDF.' }], 'Not added. Not a PDF.', 'refused'],
    [
      [
        added,
        { kind: 'answered', key: '1', answer: { jobs: [], refused: [{ filename: 'a', code: 'c', detail: 'Empty.' }] } },
      ],
      'Not added. Empty.',
      'refused by the intake',
    ],
    [[added, { kind: 'refused', key: '1', detail: '' }, { kind: 'cleared' }], null, 'what is finished can be cleared'],
  ])('%# → %s (%s)', (news, words) => {
    const upload = after(...news);
    expect(upload === undefined ? null : wordsOf(upload)).toBe(words);
  });

  test.each([
    ['sending', true],
    ['reading', true],
    ['ready', false],
    ['failed', false],
  ] as const)('%s under way: %s', (phase, expected) => {
    expect(isUnderWay({ phase })).toBe(expected);
  });
});
