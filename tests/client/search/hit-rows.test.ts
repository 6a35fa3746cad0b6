import { expect, test } from '@jest/globals';
import { mostMore, moreOf, rowsOf } from '../../../client/src/search/hit-rows.ts';
import { emptySearch, type Hit } from '../../../server/contract/search-api.ts';

const hit = (documentId: string, passageId: string): Hit => ({
  passageId,
  documentId,
  pageNumber: 1,
  pageLabel: null,
  stampPage: null,
  bates: null,
  lines: null,
  paragraph: null,
  kind: 'paragraph',
  headings: [],
  segments: [],
  document: {
    title: null,
    shortTitle: null,
    type: null,
    filer: null,
    filedOn: null,
    caseName: null,
    docketNumber: null,
    court: null,
    ecf: null,
    filename: '',
    specimen: false,
  },
  citation: { full: '', short: '' },
  tags: [],
});
const names = (rows: ReturnType<typeof rowsOf>) =>
  rows.map(({ hit: { passageId }, isMore }) => `${isMore ? '+' : ''}${passageId}`);

test('the other hits of an opened document stand below its first, which is not repeated', () => {
  const hits = [hit('d', 'd2'), hit('e', 'e1')];
  expect(names(rowsOf(hits, new Map()))).toEqual(['d2', 'e1']);
  const more = new Map([['d', [hit('d', 'd1'), hit('d', 'd2'), hit('d', 'd3')]]]);
  expect(names(rowsOf(hits, more))).toEqual(['d2', '+d1', '+d3', 'e1']);
});

test('in exact search the other matches of a passage stand below the first', () => {
  const match = (matchIndex: number): Hit => ({ ...hit('d', 'd1'), matchIndex });
  const rows = rowsOf([match(1)], new Map([['d', [match(0), match(1), match(2)]]]));
  expect(rows.map((row) => row.hit.matchIndex)).toEqual([1, 0, 2]);
});

test('hits of a document that has left the list go with it', () => {
  expect(names(rowsOf([hit('e', 'e1')], new Map([['d', [hit('d', 'd1')]]])))).toEqual(['e1']);
});

test('the question for a document’s hits: its words and filters, one document, in the order of the record', () => {
  const request = {
    ...emptySearch,
    q: 'titan',
    include: { type: ['order'], document: ['d', 'e'] },
    group: 'document' as const,
    page: 3,
  };
  expect(moreOf(request, 'd')).toEqual({
    ...request,
    include: { type: ['order'], document: ['d'] },
    group: 'none',
    sort: 'position',
    page: 1,
    perPage: mostMore,
    facets: [],
  });
});
