// Exact search over a corpus: what it counts is what is counted by hand, whatever is chosen; what a list shows, page by page and in any
// order, is what was counted; and the hits within each document are the same ones once more.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FacetName } from '../../../server/contract/facets.ts';
import type { StoredPassage } from '../../../server/contract/record.ts';
import { emptySearch, type SearchSort } from '../../../server/contract/search-api.ts';
import type { WordSource } from '../../../server/contract/word-index.ts';
import { ExactEvaluator } from '../../../server/search/exact/exact-evaluator.ts';
import type { ExactQuestion, FoundMatch, WantedList } from '../../../server/search/exact/exact-question.ts';
import { SearchableCorpus } from '../../../server/search/exact/searchable-corpus.ts';
import type { Filters } from '../../../server/search/choices.ts';
import { facetKey } from '../../../server/engine/index-fields.ts';
import type { CountedValue } from '../../../server/search/counted-values.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';
import { documentOf, passageOf } from '../../indexing/stored-passages.ts';
import { casesOf, randomQuery } from '../terms/random-questions.ts';
import { countedByHand, countedFacets, facetByHand, isWithin, monthsByHand, satisfying } from './counted-by-hand.ts';
import { indexedOf, memorySource } from './memory-corpus.ts';
import { randomCorpus, randomFilters, type RandomCorpus } from './random-corpus.ts';

const wait = (): void => undefined;
const everything: WantedList = { group: 'none', sort: 'position', page: 1, perPage: 1000, facets: countedFacets };
const noFilters: Filters = { include: {}, exclude: {}, filedFrom: null, filedTo: null };

function evaluatorOn(corpus: RandomCorpus): ExactEvaluator {
  const unread = corpus.unread.map((document) => indexedOf(document, null));
  return new ExactEvaluator(new SearchableCorpus(memorySource(corpus.stored, (each) => corpus.pagesOf(each), unread)));
}

/** Counts by value in small letters, as a client sees them. */
function shownCounts(counts: readonly CountedValue[] = []): Map<string, number> {
  const shown = new Map(counts.map(({ id, count }) => [facetKey(id), count]));
  expect(shown.size).toBe(counts.length);
  return shown;
}

const rowOf = ({ documentId, index, parts }: FoundMatch) => JSON.stringify([documentId, index, parts]);

describe('any question on any corpus', () => {
  // A property of nothing but empty answers would hold of anything.
  let [narrowed, paged] = [0, 0];
  const cases = fc.property(randomCorpus, randomQuery, randomFilters, (corpus, tree, filters) => {
    const evaluator = evaluatorOn(corpus);
    const question: ExactQuestion = { tree, filters };
    const list = evaluator.list(question, everything, wait);

    const found = satisfying(corpus, tree);
    const counted = countedByHand(found, filters);
    const unfiltered = countedByHand(found, noFilters);
    if (counted.length > 0 && JSON.stringify(counted) !== JSON.stringify(unfiltered)) narrowed += 1;
    expect(list.documents).toBe(counted.length);
    expect(list.matches).toBe(counted.reduce((sum, { matches }) => sum + matches, 0));
    for (const facet of countedFacets) {
      expect([facet, shownCounts(list.counts[facet])]).toEqual([facet, facetByHand(found, filters, facet)]);
    }
    expect(list.months).toEqual(monthsByHand(found, filters));
    expect(list.notIndexed).toBe(corpus.unread.filter((document) => isWithin(document, filters)).length);

    // One row for each match, and one for a document without.
    expect(list.shown.map(({ documentId, index }) => `${documentId} ${index}`)).toEqual(
      counted.flatMap(({ document, matches }) =>
        matches === 0
          ? [`${document.id} null`]
          : Array.from({ length: matches }, (_, index) => `${document.id} ${index}`),
      ),
    );
    expect(list.rows).toBe(list.shown.length);

    for (const { id } of [...corpus.documents, ...corpus.unread]) {
      const here = list.shown.filter(({ documentId, index }) => documentId === id && index !== null);
      expect(evaluator.matchesOf(question, id, wait)).toEqual(here);
      expect(here.every(({ matchesInDocument }) => matchesInDocument === here.length)).toBe(true);
    }
  });

  test('has the counts that are counted by hand', () => {
    fc.assert(cases, { numRuns: casesOf(1500) });
    expect(narrowed).toBeGreaterThan(50);
  }, 120_000);

  const pages = fc.property(
    randomCorpus,
    randomQuery,
    randomFilters,
    fc.constantFrom<SearchSort>('relevance', 'filed', '-filed', 'position'),
    fc.integer({ min: 1, max: 4 }),
    (corpus, tree, filters, sort, perPage) => {
      const evaluator = evaluatorOn(corpus);
      const question: ExactQuestion = { tree, filters };
      const all = evaluator.list(question, everything, wait).shown;
      for (const group of ['none', 'document'] as const) {
        const rows: FoundMatch[] = [];
        let announced = 1;
        for (let page = 1; (page - 1) * perPage < announced; page += 1) {
          const list = evaluator.list(question, { ...everything, group, sort, page, perPage }, wait);
          announced = list.rows;
          expect(list.shown.length).toBe(Math.min(perPage, Math.max(0, announced - (page - 1) * perPage)));
          rows.push(...list.shown);
        }
        if (rows.length > perPage) paged += 1;
        // Grouped, the first of each document stands for all.
        const wanted = group === 'none' ? all : all.filter(({ index }) => index === null || index === 0);
        expect(rows.map(rowOf).toSorted()).toEqual(wanted.map(rowOf).toSorted());
        const documents = rows.map(({ documentId }) => documentId).filter((id, at, ids) => id !== ids[at - 1]);
        // Matches of one document stand together, in reading order.
        expect(new Set(documents).size).toBe(documents.length);
        const indexes = rows.map(({ documentId, index }) => [documentId, index] as const);
        expect(indexes.every(([id, index], at) => index === null || index === 0 || indexes[at - 1]?.[0] === id)).toBe(
          true,
        );
        const days = documents.map((id) => corpus.documents.find((each) => each.id === id)?.details.filedOn ?? null);
        if (sort === 'filed' || sort === '-filed') {
          const dated = days.filter((day) => day !== null).toSorted();
          const undated = days.filter((day) => day === null);
          expect(days).toEqual([...(sort === 'filed' ? dated : dated.toReversed()), ...undated]);
        }
        if (sort === 'position') expect(documents).toEqual(documents.toSorted());
      }
    },
  );

  test('shows each row on one page, none twice and none left out, in every order', () => {
    fc.assert(pages, { numRuns: casesOf(500) });
    expect(paged).toBeGreaterThan(25);
  }, 120_000);
});

const order = documentOf('order', { type: 'order', filedOn: '2024-01-05' });
const motion = documentOf('motion', { type: 'motion', filedOn: '2024-02-05' });
const empty = documentOf('scan', { type: 'order' });
const entities = { people: [], organizations: [], products: [], amounts: [] };
const small: readonly StoredPassage[] = [
  passageOf(order, 0, 'Titan was granted.', { kind: 'heading', entities: { ...entities, people: ['Jane Doe'] } }),
  passageOf(order, 1, 'The titan contract. Titan again.', { kind: 'paragraph' }),
  passageOf(motion, 0, 'A table of titan spend', { kind: 'table' }),
];

/** The answer to a question as it is typed. */
function ask(q: string, filters: Partial<Filters> = {}, source: WordSource = memorySource(small)) {
  const evaluator = new ExactEvaluator(new SearchableCorpus(source));
  return evaluator.list({ tree: parseQuery(q), filters: { ...noFilters, ...filters } }, everything, wait);
}
const idsOf = ({ shown }: ReturnType<typeof ask>) => [...new Set(shown.map(({ documentId }) => documentId))];

describe('documents are counted after their matches were chosen among', () => {
  const rows: [q: string, filters: Partial<Filters>, documents: string[], matches: number, why: string][] = [
    ['titan', { include: { kind: ['paragraph'] } }, ['order'], 2, 'matches elsewhere do not count'],
    ['titan', { exclude: { kind: ['heading'] } }, ['order', 'motion'], 3, 'nor do those left out'],
    ['titan', { include: { kind: ['heading'], person: ['Jane Doe'] } }, ['order'], 1, 'in one and the same passage'],
    ['titan', { include: { kind: ['table'], person: ['Jane Doe'] } }, [], 0, 'and not one here and one there'],
    [
      'NOT spend',
      { include: { kind: ['heading'] } },
      ['order'],
      0,
      'without a match: a passage of that kind is enough',
    ],
    ['NOT spend', { include: { kind: ['table'] } }, [], 0, 'and none is not'],
    ['NOT spend', { include: { kind: ['table'], person: ['Ann Lee'] } }, [], 0, 'nor one that fails both choices'],
    ['"granted the"', { include: { kind: ['paragraph'] } }, ['order'], 1, 'a match over two passages is in both'],
    ['titan AND type:order', { include: { type: ['motion'] } }, [], 0, 'a field and a filter both hold'],
  ];
  test.each(rows)('%s, %j (%#)', (q, filters, documents, matches) => {
    const list = ask(q, filters);
    expect([idsOf(list), list.documents, list.matches]).toEqual([documents, documents.length, matches]);
  });

  test('a filing without any passage has none of a kind', () => {
    const unreadable = memorySource([...small, passageOf(empty, 0, '')].filter(({ document }) => document !== empty));
    const withScan: WordSource = {
      ...unreadable,
      // Its words are kept: there are none.
      documents: () => [...unreadable.documents(''), indexedOf(empty, 9)],
      words: (fileId) =>
        unreadable.words(fileId === 9 ? -1 : fileId) ?? memorySource([passageOf(empty, 0, '')]).words(0),
      facets: (fileId) => (fileId === 9 ? [] : unreadable.facets(fileId)),
    };
    expect(idsOf(ask('NOT spend', {}, withScan))).toEqual(['order', 'scan']);
    expect(idsOf(ask('NOT spend', { include: { kind: ['heading'] } }, withScan))).toEqual(['order']);
    expect(ask('NOT spend', { include: { kind: ['heading'] } }, withScan).counts.type).toEqual([
      { id: 'order', label: 'order', count: 1 },
    ]);
  });
});

describe('an answer that is asked for again', () => {
  test('is kept while the catalog stays as it is, and made anew when it has changed', () => {
    let [revision, asked] = [1, 0];
    const source = memorySource(small);
    const counting: WordSource = {
      ...source,
      revision: () => revision,
      candidates: (expression) => {
        asked += 1;
        return source.candidates(expression);
      },
    };
    const evaluator = new ExactEvaluator(new SearchableCorpus(counting));
    const question = { tree: parseQuery('titan'), filters: noFilters };
    const page = (number: number) => evaluator.list(question, { ...everything, page: number, perPage: 1 }, wait);
    expect([page(1), page(2), page(3)].map(({ shown }) => shown[0]?.index)).toEqual([0, 1, 2]);
    expect(asked).toBe(1);
    revision = 2;
    expect(page(4).shown[0]?.documentId).toBe('motion');
    expect(asked).toBe(2);
    // Other facets are another answer.
    const facets: FacetName[] = ['kind'];
    expect(Object.keys(evaluator.list(question, { ...everything, facets }, wait).counts)).toEqual(facets);
  });

  test('is not that of another question, however many are asked', () => {
    const evaluator = new ExactEvaluator(new SearchableCorpus(memorySource(small)));
    const matches = (q: string) =>
      evaluator.list({ tree: parseQuery(q), filters: noFilters }, everything, wait).matches;
    const words = ['titan', 'granted', 'contract', 'spend', 'again', 'none', 'table', 'was', 'of', 'the'];
    expect(words.map(matches)).toEqual(words.map(matches));
    expect(words.map(matches)).toEqual([4, 1, 1, 1, 1, 0, 1, 1, 1, 1]);
  });
});

test('all documents of an answer, in the order of the dockets, with their numbers of matches', () => {
  const evaluator = new ExactEvaluator(new SearchableCorpus(memorySource(small)));
  const { documents, notIndexed } = evaluator.counts({ tree: parseQuery('titan'), filters: noFilters }, [], wait);
  expect(documents.map(({ documentId, matches }) => [documentId, matches])).toEqual([
    ['order', 3],
    ['motion', 1],
  ]);
  expect(notIndexed).toBe(0);
});

test('a question that nobody waits for ends at the next document', () => {
  const evaluator = new ExactEvaluator(new SearchableCorpus(memorySource(small)));
  let looked = 0;
  const check = () => {
    looked += 1;
    if (looked === 2) throw new Error('enough');
  };
  const question = { tree: parseQuery('titan'), filters: noFilters };
  expect(() => evaluator.list(question, { ...emptySearch, facets: [] }, check)).toThrow('enough');
  expect(looked).toBe(2);
  // What was stopped is not taken for the answer.
  expect(evaluator.list(question, everything, wait).documents).toBe(2);
});

describe('words of a form', () => {
  const rows: [q: string, documents: string[], why: string][] = [
    ['*tan', ['order', 'motion'], 'a beginning left open, by the vocabulary'],
    ['t?tan', ['order', 'motion'], 'one character'],
    ['*rant*', ['order'], 'both ends open'],
    ['ti*an AND sp*d', ['motion'], 'two of them'],
    ['*zzz', [], 'a form that nothing has'],
  ];
  test.each(rows)('%s', (q, documents) => expect(idsOf(ask(q))).toEqual(documents));

  test('are found in a document that has a word which no table keeps whole', () => {
    const odd = [...small, passageOf(documentOf('odd'), 0, 'The qu\uFDFAook stands alone')];
    const found = (q: string) => idsOf(ask(q, {}, memorySource(odd)));
    expect([found('*ook'), found('qu!'), found('q*ook'), found('*tan')]).toEqual([
      ['odd'],
      ['odd'],
      ['odd'],
      ['order', 'motion'],
    ]);
  });
});

describe('order by relevance', () => {
  test('puts the filing first that says it most, and rarer words before common ones', () => {
    const texts = [
      'titan',
      'titan titan titan',
      'titan and something else that is long and says nothing of it',
      'rare titan',
    ];
    const stored = texts.map((text, at) => passageOf(documentOf(`r${at}`), 0, text));
    const sorted = (q: string) => {
      const evaluator = new ExactEvaluator(new SearchableCorpus(memorySource(stored)));
      const question = { tree: parseQuery(q), filters: noFilters };
      return idsOf(evaluator.list(question, { ...everything, sort: 'relevance' }, wait));
    };
    expect(sorted('titan')).toEqual(['r1', 'r0', 'r3', 'r2']);
    expect(sorted('titan OR (rare AND titan)')[0]).toBe('r3');
    // Each word of an OR is weighed by itself: said thrice, the common one is still less than said once beside the rare one.
    expect(sorted('titan OR rare')).toEqual(['r3', 'r1', 'r0', 'r2']);
    // What ranks alike stays in the order of the dockets.
    expect(sorted('NOT spend')).toEqual(['r0', 'r1', 'r2', 'r3']);
  });
});
