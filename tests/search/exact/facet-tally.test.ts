// Which choices a document or passage fails, and what is counted for it; exact-evaluator.test.ts holds the counts against counts by hand.
import { describe, expect, test } from '@jest/globals';
import type { FacetName } from '../../../server/contract/facets.ts';
import type { StoredPassage } from '../../../server/contract/record.ts';
import type { Filters } from '../../../server/search/choices.ts';
import { ExactFilters, FacetTally } from '../../../server/search/exact/facet-tally.ts';
import type { FacetNumbers } from '../../../server/search/exact/facet-values.ts';
import { SearchableCorpus } from '../../../server/search/exact/searchable-corpus.ts';
import { documentOf, passageOf } from '../../indexing/stored-passages.ts';
import { memorySource } from './memory-corpus.ts';

const tag = { id: 't1', name: 'ad spend', color: '#aa0000' };
const order = documentOf('d1', {
  type: 'order',
  filedOn: '2024-03-23',
  caseName: 'Klein v. Meta',
  title: 'Order',
  entry: '735',
});
const entities = { people: ['Jane Doe'], organizations: [], products: [], amounts: [] };
const stored: readonly StoredPassage[] = [
  passageOf(order, 0, 'one', { kind: 'table', entities }, [tag]),
  passageOf(order, 1, 'two', { entities: { ...entities, people: ['JANE DOE'] } }),
];
const corpus = new SearchableCorpus(memorySource(stored));
const [document] = corpus.now().documents;
if (document === undefined) throw new Error('no document');
const faceted = corpus.passageFacets(document.fileId ?? -1);
const picks = [0, 1].map((ordinal): FacetNumbers => [...faceted.at(ordinal), ...(document.tags.get(ordinal) ?? [])]);
const [table, plain] = picks;
if (table === undefined || plain === undefined) throw new Error('no passages');
const furniture: FacetNumbers = faceted.at(2);

const filters = (changes: Partial<Filters>) =>
  new ExactFilters({ include: {}, exclude: {}, filedFrom: null, filedTo: null, ...changes }, corpus.values);

describe('a document fails', () => {
  const rows: [changes: Partial<Filters>, failing: string][] = [
    [{}, 'nothing'],
    [{ include: { type: ['ORDER'] } }, 'nothing'],
    [{ include: { type: ['motion'] } }, 'type'],
    [{ exclude: { year: ['2024'] } }, 'year'],
    [{ filedTo: '2024-03-22' }, 'dates'],
    [{ filedTo: '2024-03-22', include: { type: ['motion'] } }, 'more'],
    [{ include: { type: ['motion'], judge: ['Donato'] } }, 'more'],
    [{ include: { type: ['motion'] }, exclude: { type: ['order'] } }, 'type'],
    [{ include: { kind: ['heading'] } }, 'nothing'],
  ];
  test.each(rows)('%j: %s', (changes, failing) => expect(filters(changes).document(document)).toBe(failing));
});

describe('a passage fails', () => {
  const rows: [changes: Partial<Filters>, failing: [table: string, plain: string, furniture: string]][] = [
    [{}, ['nothing', 'nothing', 'nothing']],
    [{ include: { type: ['motion'] } }, ['nothing', 'nothing', 'nothing']],
    [{ include: { kind: ['table'] } }, ['nothing', 'kind', 'kind']],
    [{ exclude: { kind: ['table'] } }, ['kind', 'nothing', 'nothing']],
    [{ include: { person: ['jane doe'] } }, ['nothing', 'nothing', 'person']],
    [{ include: { tag: ['t1'] } }, ['nothing', 'tag', 'tag']],
    [{ include: { tag: ['t1'], kind: ['table'] } }, ['nothing', 'more', 'more']],
  ];
  test.each(rows)('%j: %j', (changes, failing) => {
    const made = filters(changes);
    expect([table, plain, furniture].map((passage) => made.passage(passage))).toEqual(failing);
    const isPassage = Object.keys({ ...changes.include, ...changes.exclude }).some((name) => name !== 'type');
    expect(made.choosesPassages).toBe(isPassage);
  });
});

describe('counted is', () => {
  const all: FacetName[] = ['type', 'document', 'case', 'kind', 'person', 'tag', 'judge'];
  const both = new Map([['nothing' as const, [table, plain]]]);
  const one = (id: string, label = id) => ({ id, label, count: 1 });
  const ofDocument = {
    type: [one('order')],
    document: [one('d1', '735 · Order')],
    case: [one('case-1', 'Klein v. Meta')],
    judge: [],
  };
  const none = { kind: [], person: [], tag: [] };

  test('a document with what its passages have, two spellings once', () => {
    const tally = new FacetTally(corpus.values, all);
    tally.add(document, 'nothing', true, both);
    expect(tally.counts()).toEqual({
      ...ofDocument,
      kind: [one('paragraph'), one('table')],
      person: [one('Jane Doe')],
      tag: [one('t1', 'ad spend')],
    });
    expect(tally.months()).toEqual({ '2024-03': 1 });
  });

  test('only for the facet whose choice it fails', () => {
    const tally = new FacetTally(corpus.values, all);
    tally.add(document, 'type', true, both);
    expect(tally.counts()).toEqual({ ...ofDocument, document: [], case: [], ...none });
    expect(tally.months()).toEqual({});
    tally.add(document, 'dates', true, both);
    expect(tally.counts()).toEqual({ ...ofDocument, document: [], case: [], ...none });
    expect(tally.months()).toEqual({ '2024-03': 1 });
  });

  test('by its passages alone, when the choices among these keep it out', () => {
    const tally = new FacetTally(corpus.values, all);
    tally.add(document, 'nothing', false, new Map([['kind' as const, [plain]]]));
    expect(tally.counts()).toEqual({ type: [], document: [], case: [], judge: [], ...none, kind: [one('paragraph')] });
    expect(tally.months()).toEqual({});
  });

  test('what most have first, of equals as they are looked up', () => {
    const tally = new FacetTally(corpus.values, ['person']);
    const passages = [['p. 10', 'p. 9'], ['p. 9'], ['p. 10', 'p. 8', 'Zoe Roe'], ['Zoe Roe', 'Zoe Roe'], ['Zoe Roe']];
    for (const people of passages) {
      const values = people.map((name) => corpus.values.numberOf('person', name));
      tally.add(document, 'nothing', true, new Map([['nothing' as const, [values]]]));
    }
    expect(tally.counts().person?.map(({ label, count }) => `${label} ${count}`)).toEqual([
      'Zoe Roe 3',
      'p. 9 2',
      'p. 10 2',
      'p. 8 1',
    ]);
  });

  test('nothing that was not asked for', () => {
    const tally = new FacetTally(corpus.values, ['type']);
    tally.add(document, 'nothing', true, both);
    expect([tally.counts(), tally.asksPassages]).toEqual([{ type: [one('order')] }, false]);
    expect(new FacetTally(corpus.values, ['tag']).asksPassages).toBe(true);
  });
});
