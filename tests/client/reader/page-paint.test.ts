import { describe, expect, test } from '@jest/globals';
import { annotatedPagesNear, paintByPage, recognizedPagesNear } from '../../../client/src/reader/page-paint.ts';
import { quadOf } from '../../../server/contract/geometry.ts';
import type { DocumentDetails } from '../../../server/contract/document-api.ts';
import type { Annotation } from '../../../server/contract/work-api.ts';

const quad = quadOf([0, 0, 10, 10]);
const span = (pageNumber: number) => ({ pageNumber, from: 0, to: 5 });
const annotation = (more: Partial<Annotation> = {}): Annotation => ({
  id: 'a',
  documentId: 'd',
  spans: [span(1)],
  quote: '',
  prefix: '',
  suffix: '',
  tagIds: ['t'],
  note: '',
  author: 'me',
  createdAt: '',
  state: 'exact',
  ...more,
});
const plain = {
  redactions: [],
  hits: [1, 2].map((pageNumber, index) => ({ index, spans: [{ ...span(pageNumber), boxes: [quad] }], passageIds: [] })),
  current: 2,
  passage: { spans: [{ ...span(1), boxes: [quad] }] },
  annotations: [annotation()],
  tags: [{ id: 't', color: '#0072b2' }],
  pages: [{ pageNumber: 1, lines: [{ ...span(1), number: null, box: quad, furniture: null }] }],
};

describe('paint by page', () => {
  test('passage, tag, hit in this order; the current hit has its own look', () => {
    const paint = paintByPage(plain);
    expect(paint.get(1)?.map(({ look, color }) => color ?? look)).toEqual(['passage', '#0072b2', 'hit']);
    expect(paint.get(2)?.map(({ look }) => look)).toEqual(['current']);
  });

  test('redactions lie lowest, the bad ones with a look of their own', () => {
    const redactions = [
      { pageNumber: 1, box: [...quad], bad: false, characters: 0 },
      { pageNumber: 3, box: [...quad], bad: true, characters: 9 },
    ] satisfies DocumentDetails['redactions'];
    const paint = paintByPage({ ...plain, redactions });
    expect(paint.get(1)?.map(({ look }) => look)).toEqual(['redacted', 'passage', 'tagged', 'hit']);
    expect(paint.get(3)?.map(({ look }) => look)).toEqual(['badly-redacted']);
  });

  test.each([
    [annotation({ state: 'lost' }), [], 'a lost one stands nowhere'],
    [annotation({ tagIds: [] }), ['#6b7280'], 'a note without a tag'],
    [annotation({ spans: [span(7)] }), [], 'a page whose lines are not here'],
  ])('%# → %j (%s)', (each, colors) => {
    const paint = paintByPage({ ...plain, hits: [], passage: null, annotations: [each] });
    expect([...paint.values()].flat().map(({ color }) => color)).toEqual(colors);
  });
});

test('only pages near the one in view are asked for', () => {
  const spans = [9, 3, 4, 3].map(span);
  expect(annotatedPagesNear([annotation({ spans })], 4)).toEqual([3, 4]);
});

test('recognised pages near the one in view are fetched, others not', () => {
  const pages = [1, 2, 3, 4, 5, 6].map((pageNumber) =>
    pageNumber % 2 === 0 ? { pageNumber, ocrConfidence: 90 } : { pageNumber },
  );
  expect(recognizedPagesNear(pages, 3)).toEqual([2, 4]);
});
