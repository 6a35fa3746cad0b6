// The search on a real Meilisearch: its counts against counting by hand, its marks against the text, and what it owns up to.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { facetNames, type FacetName } from '../../server/contract/facets.ts';
import {
  emptySearch,
  searchAnswerSchema,
  type SearchAnswer,
  type SearchRequest,
} from '../../server/contract/search-api.ts';
import type { StoredPassage, UnreadPage } from '../../server/contract/record.ts';
import { documentFacetNames, documentFacetsOf, dayNumberOf } from '../../server/engine/document-facets.ts';
import { recordChunks } from '../../server/indexing/index-record.ts';
import { createSearch, type Search } from '../../server/search/create-search.ts';
import { startRealEngine, type RunningMeilisearch } from '../engine/running-meilisearch.ts';
import { documentOf, passageOf } from '../indexing/stored-passages.ts';
import { partsOfLibrary, type LibraryParts } from './library.ts';

jest.setTimeout(60_000);

const [spend, sealed] = [
  { id: 'tag-spend', name: 'ad spend', color: '#111111' },
  { id: 'tag-seal', name: 'sealing', color: '#222222' },
];
const brief = documentOf('brief', {
  type: 'letter brief',
  filer: 'Plaintiffs',
  court: 'cand',
  filedOn: '2024-03-23',
  entry: '735',
  caseName: 'Klein v. Meta',
  shortTitle: 'Pls.’ Letter Br.',
});
const exhibit = documentOf(
  'exhibit',
  { type: 'exhibit', filer: 'Plaintiffs', court: 'cand', filedOn: '2024-03-23', entry: '735', attachment: 2 },
  { flags: ['redacted', 'unreadable-pages'] },
);
const order = documentOf('order', {
  type: 'order',
  court: 'cand',
  filedOn: '2022-08-31',
  entry: '344',
  judge: 'James Donato',
});
const undated = documentOf('undated', { type: 'exhibit' }, { caseId: 'case-2' });

const entities = { people: [], organizations: [], products: [], amounts: [] };
const hostile = '<mark>Titan</mark> \ue000API\uf8ff & “Inbox® API”, cross\u2011device \ufdd0intent\ufdd1';
const small: readonly StoredPassage[] = [
  passageOf(
    brief,
    0,
    'The Titan API and the Inbox API.',
    { entities: { ...entities, products: ['Titan API', 'Inbox API'] } },
    [spend],
  ),
  passageOf(brief, 1, 'Netflix spent $150 million. See Facebook, Inc. v. Duguid.', {
    kind: 'quote',
    entities: { ...entities, organizations: ['Netflix'], amounts: [{ dollars: 150_000_000, text: '$150 million' }] },
  }),
  passageOf(brief, 2, 'The Titan contract.', { kind: 'footnote' }, [spend, sealed]),
  passageOf(exhibit, 0, 'Titan API agreement', { kind: 'table', entities: { ...entities, products: ['Titan API'] } }, [
    sealed,
  ]),
  passageOf(exhibit, 1, 'Nothing of note.'),
  passageOf(order, 0, 'The motion about the Titan API is granted.', {
    entities: { ...entities, people: ['Jane Doe'] },
  }),
  passageOf(undated, 0, hostile, { kind: 'table' }),
];
/** More hits than 1,000, more documents than 100. */
const many: readonly StoredPassage[] = Array.from({ length: 120 }, (_, at) => {
  const document = documentOf(`bulk-${at}`, { type: 'notice', filedOn: '2021-05-05' }, { caseId: 'case-3' });
  return Array.from({ length: 9 }, (__, ordinal) => passageOf(document, ordinal, `multitude ${at} ${ordinal}`));
}).flat();
const library = [...small, ...many];

const unread: readonly UnreadPage[] = [
  { documentId: 'exhibit', pageNumber: 3, reason: 'awaiting-ocr' },
  { documentId: 'undated', pageNumber: 1, reason: 'unreadable' },
];

let running: RunningMeilisearch;
let parts: LibraryParts;
let search: Search;
beforeAll(async () => {
  running = await startRealEngine();
  const { engine } = running;
  await engine.prepare();
  const tasks: number[] = [];
  for (const lines of recordChunks(library, 1_000_000)) tasks.push(await engine.addRecords(lines));
  expect((await engine.waitForTasks(tasks)).every(({ failure }) => failure === null)).toBe(true);
  parts = partsOfLibrary(library, unread);
  search = createSearch({ ...parts, engine });
});
afterAll(() => running.end());

const ask = (changes: Partial<SearchRequest>) => search.search({ ...emptySearch, ...changes });
const counts = (answer: SearchAnswer, facet: FacetName) =>
  Object.fromEntries((answer.facets[facet] ?? []).map(({ value, count }) => [value, count]));
const texts = ({ hits }: SearchAnswer) => hits.map(({ segments }) => segments.map(({ text }) => text).join(''));
const marks = ({ hits }: SearchAnswer) =>
  hits.map(({ segments }) => segments.filter(({ hit }) => hit).map(({ text }) => text));

/** Values of a facet, by hand. */
function valuesOf({ document, passage, tags }: StoredPassage, facet: FacetName): readonly string[] {
  if (facet === 'kind') return [passage.kind];
  if (facet === 'tag') return tags.map(({ id }) => id);
  if (facet === 'person') return passage.entities.people;
  if (facet === 'organization') return passage.entities.organizations;
  if (facet === 'product') return passage.entities.products;
  if (facet === 'amount') return passage.entities.amounts.map(() => '$100–999 million');
  const name = documentFacetNames.find((each) => each === facet);
  return name === undefined ? [] : documentFacetsOf(document)[name];
}

/** The passages that a request lets through, by hand; `omitted`: the facet whose choice is left out. */
function passagesFor(request: SearchRequest, omitted: FacetName | 'dates' | null = null): readonly StoredPassage[] {
  return library.filter((stored) => {
    if (!stored.passage.text.toLowerCase().includes(request.q)) return false;
    const day = dayNumberOf(stored.document.details.filedOn);
    const [from, to] = [dayNumberOf(request.filedFrom), dayNumberOf(request.filedTo)];
    if (omitted !== 'dates' && from !== null && (day === null || day < from)) return false;
    if (omitted !== 'dates' && to !== null && (day === null || day > to)) return false;
    return facetNames.every((facet) => {
      if (facet === omitted) return true;
      const own = valuesOf(stored, facet);
      const [wanted, unwanted] = [request.include[facet] ?? [], request.exclude[facet] ?? []];
      return (
        (wanted.length === 0 || own.some((value) => wanted.includes(value))) &&
        !own.some((value) => unwanted.includes(value))
      );
    });
  });
}

function countedByHand(request: SearchRequest, facet: FacetName): Record<string, number> {
  const touched = [...(request.include[facet] ?? []), ...(request.exclude[facet] ?? [])];
  const byHand: Record<string, number> = Object.fromEntries(touched.map((value) => [value, 0]));
  for (const stored of passagesFor(request, facet)) {
    for (const value of valuesOf(stored, facet)) byHand[value] = (byHand[value] ?? 0) + 1;
  }
  return byHand;
}

describe('counts', () => {
  const requests: readonly (readonly [why: string, changes: Partial<SearchRequest>])[] = [
    ['everything', {}],
    ['a word', { q: 'titan' }],
    ['one value chosen', { q: 'titan', include: { type: ['exhibit'] } }],
    ['two values of one facet', { include: { type: ['exhibit', 'order'] } }],
    ['two facets', { q: 'titan', include: { type: ['letter brief', 'exhibit'], kind: ['table', 'footnote'] } }],
    [
      'three facets, one of several values a passage',
      { include: { tag: ['tag-seal'], filer: ['Plaintiffs'], case: ['case-1'] } },
    ],
    ['an exclusion', { q: 'titan', exclude: { document: ['brief'] } }],
    ['chosen and excluded in one facet', { include: { tag: ['tag-spend'] }, exclude: { tag: ['tag-seal'] } }],
    ['dates', { q: 'titan', filedFrom: '2022-01-01', filedTo: '2022-12-31' }],
    ['dates and a facet', { filedFrom: '2024-01-01', include: { year: ['2024'] } }],
    ['nothing is left', { q: 'titan', include: { type: ['judgment'] } }],
    ['a multitude', { q: 'multitude', include: { type: ['notice'] } }],
    ['grouped', { q: 'titan', include: { type: ['letter brief'] }, group: 'document' }],
  ];
  test.each(requests)('are those counted by hand: %s', async (_, changes) => {
    const request = { ...emptySearch, ...changes };
    const answer = await ask(changes);
    const within = passagesFor(request);
    expect(answer.total).toEqual({
      hits: within.length,
      documents: new Set(within.map(({ document }) => document.id)).size,
      unit: 'passage',
    });
    for (const facet of facetNames)
      expect([facet, counts(answer, facet)]).toEqual([facet, countedByHand(request, facet)]);
    const months = new Map<string, number>();
    for (const { document } of passagesFor(request, 'dates')) {
      const month = document.details.filedOn?.slice(0, 7);
      if (month !== undefined) months.set(month, (months.get(month) ?? 0) + 1);
    }
    expect(new Map(answer.months.map(({ month, count }) => [month, count]))).toEqual(months);
    expect(answer.months.map(({ month }) => month)).toEqual([...months.keys()].toSorted());
    expect(searchAnswerSchema.parse(answer)).toEqual(answer);
  });

  test('inside a chosen facet its other values keep their counts', async () => {
    const [all, chosen] = [await ask({ q: 'titan' }), await ask({ q: 'titan', include: { type: ['exhibit'] } })];
    expect(counts(chosen, 'type')).toEqual(counts(all, 'type'));
    expect(chosen.total.hits).toBe(counts(all, 'type')['exhibit']);
    expect(counts(chosen, 'kind')).not.toEqual(counts(all, 'kind'));
  });

  test('go beyond 1,000 hits and 100 documents', async () => {
    const answer = await ask({ q: 'multitude' });
    expect(answer.total).toMatchObject({ hits: 1080, documents: 120 });
    expect(answer.facets.document).toHaveLength(120);
  });

  test('only the facets asked for', async () => {
    expect(Object.keys((await ask({ facets: ['kind', 'type'] })).facets).toSorted()).toEqual(['kind', 'type']);
    expect((await ask({ facets: [], include: { kind: ['table'] } })).facets).toEqual({});
  });

  test('a chosen document without a hit, and a chosen tag, are called by name', async () => {
    const answer = await ask({ q: 'granted', include: { document: ['brief'] }, exclude: { tag: ['tag-seal'] } });
    expect(answer.total.hits).toBe(0);
    expect(answer.facets.document).toContainEqual({
      value: 'brief',
      label: '735 · Pls.’ Letter Br.',
      count: 0,
      selected: true,
      excluded: false,
    });
    expect(answer.facets.tag).toEqual([
      { value: 'tag-seal', label: 'sealing', count: 0, selected: false, excluded: true },
    ]);
  });
});

describe('hits', () => {
  test('are marked on the words, in the text as it stands', async () => {
    const answer = await ask({ q: '"inbox api" cross-device intent', sort: 'position' });
    expect(texts(answer)).toEqual([hostile]);
    expect(marks(answer)).toEqual([['Inbox® API', 'cross', 'device', 'intent']]);
  });

  test('are never markup', async () => {
    const answer = await ask({ q: 'mark', include: { kind: ['table'] } });
    expect(answer.hits[0]?.segments.slice(0, 3)).toEqual([
      { text: '<', hit: false },
      { text: 'mark', hit: true },
      { text: '>Titan</', hit: false },
    ]);
  });

  test('of a phrase that a lawyer pastes', async () => {
    const answer = await ask({ q: '“Facebook, Inc. v. Duguid”' });
    expect(marks(answer)).toEqual([['Facebook, Inc. v. Duguid']]);
  });

  test('without what a leading “-” leaves out', async () => {
    const answer = await ask({ q: 'titan -"inbox api" -contract', sort: 'position' });
    expect(answer.hits.map(({ documentId }) => documentId)).toEqual(['order', 'exhibit']);
    expect(answer.notices).toEqual([expect.stringMatching(/“inbox api” and “contract” are left out/)]);
    expect(answer.query).toMatchObject({ mode: 'instant', explained: expect.stringMatching(/without “inbox api”/) });
  });

  const orders: readonly (readonly [sort: SearchRequest['sort'], first: readonly string[]])[] = [
    ['filed', ['order', 'brief', 'exhibit', 'undated']],
    ['-filed', ['brief', 'exhibit', 'order', 'undated']],
    ['position', ['order', 'brief', 'exhibit', 'undated']],
  ];
  test.each(orders)('sorted by %s', async (sort, expected) => {
    const { hits } = await ask({ q: 'titan', sort });
    expect([...new Set(hits.map(({ documentId }) => documentId))]).toEqual(expected);
  });

  test('page by page, each once', async () => {
    const pages = [1, 2, 3].map((page) => ask({ q: 'titan', page, perPage: 2, sort: 'position' }));
    const answers = await Promise.all(pages);
    expect(answers.map(({ hits }) => hits.length)).toEqual([2, 2, 1]);
    const ids = answers.flatMap(({ hits }) => hits.map(({ passageId, documentId }) => `${documentId} ${passageId}`));
    expect(new Set(ids).size).toBe(5);
    expect(answers[0]).toMatchObject({ page: 1, perPage: 2, total: { hits: 5 } });
    expect((await ask({ q: 'titan', page: 1_000_000, perPage: 200 })).hits).toEqual([]);
  });

  test('grouped: the best of each document, with how many it has', async () => {
    const answer = await ask({ q: 'titan', group: 'document' });
    expect(
      Object.fromEntries(answer.hits.map(({ documentId, hitsInDocument }) => [documentId, hitsInDocument])),
    ).toEqual({
      brief: 2,
      exhibit: 1,
      order: 1,
      undated: 1,
    });
    expect(answer.total).toMatchObject({ hits: 5, documents: 4 });
  });

  test('in one document are as many as are counted there, for any question', async () => {
    for (const changes of [{ q: 'titan' }, { q: '' }, { q: 'titan', include: { kind: ['footnote' as const] } }]) {
      const answer = await ask(changes);
      for (const document of ['brief', 'exhibit', 'order']) {
        const inDocument = await search.documentHits(document, { ...emptySearch, ...changes });
        expect([document, inDocument.total]).toEqual([document, counts(answer, 'document')[document] ?? 0]);
        expect(inDocument.hits.every(({ spans }) => spans.length > 0)).toBe(true);
      }
    }
  });
});

describe('what is owned up to', () => {
  test('pages not searched, within the same filters', async () => {
    expect((await ask({ q: 'titan' })).unsearched).toEqual({
      pages: 2,
      documents: 2,
      byReason: { 'awaiting-ocr': 1, unreadable: 1 },
    });
    expect((await ask({ include: { court: ['cand'] } })).unsearched).toMatchObject({ pages: 1, documents: 1 });
    expect((await ask({ filedFrom: '2024-01-01', filedTo: '2024-12-31' })).unsearched.pages).toBe(1);
    expect((await ask({ include: { type: ['order'] } })).unsearched).toEqual({ pages: 0, documents: 0, byReason: {} });
  });

  test('an index that is behind the catalog', async () => {
    const behind = createSearch({ ...parts, engine: running.engine, waiting: () => Promise.resolve(1200) });
    expect((await behind.search(emptySearch)).notices).toEqual([expect.stringMatching(/behind by 1,200 documents/)]);
    const level = createSearch({ ...parts, engine: running.engine, waiting: () => Promise.resolve(0) });
    expect((await level.search(emptySearch)).notices).toEqual([]);
  });

  test('words beyond the tenth', async () => {
    const answer = await ask({ q: 'the titan api and the inbox api the titan api nowhere -contract' });
    expect(answer.total.hits).toBe(1);
    expect(answer.notices.join()).toMatch(/10 words/);
  });

  test.each([
    ['words', 'titan '.repeat(1667)],
    ['one word', 'x'.repeat(10_000)],
    ['marks', '-"'.repeat(5000)],
  ])('10,000 characters: %s are answered', async (_, q) => {
    const answer = await ask({ q });
    expect(answer.notices.join(' ').length + answer.query.explained.length).toBeLessThan(5000);
    expect(searchAnswerSchema.safeParse(answer).success).toBe(true);
  });

  test('words that were corrected, went on, or were not looked at', async () => {
    const rows: [q: string, corrected: Record<string, string[]>, ignored: string[]][] = [
      ['titan', {}, []],
      ['netflx', { netflx: ['netflix'] }, []],
      ['agreem', { agreem: ['agreement'] }, []],
      ['one two three four five six seven eight nine ten eleven', {}, ['eleven']],
    ];
    for (const [q, corrected, ignored] of rows) {
      const { query } = await ask({ q });
      expect(Object.fromEntries(query.corrected.map((each) => [each.typed, each.found]))).toEqual(corrected);
      expect(query.ignored).toEqual(ignored);
    }
  });

  test('a question goes to the mode that its signs, or a choice, ask for', async () => {
    const rows: [Partial<SearchRequest>, mode: 'instant' | 'exact', unit: 'passage' | 'match', documents: number][] = [
      [{ q: 'titan' }, 'instant', 'passage', 4],
      [{ q: 'titan', mode: 'exact' }, 'exact', 'match', 4],
      [{ q: 'titan w/3 inbox' }, 'exact', 'match', 1],
      [{ q: 'titan OR netflix', mode: 'instant' }, 'instant', 'passage', 0],
      [{ q: ' ', mode: 'exact' }, 'instant', 'passage', 124],
    ];
    for (const [part, mode, unit, documents] of rows) {
      const { query, total, facetUnit } = await ask(part);
      expect([query.mode, total.unit, total.documents]).toEqual([mode, unit, documents]);
      expect(facetUnit).toBe(mode === 'exact' ? 'document' : 'passage');
    }
  });
});

describe('values of a facet', () => {
  const cases: readonly (readonly [
    facet: FacetName,
    wanted: string,
    changes: Partial<SearchRequest>,
    labels: readonly string[],
  ])[] = [
    ['type', 'E', { q: 'titan' }, ['exhibit', 'letter brief', 'order']],
    ['type', 'exhi', { q: 'titan', include: { type: ['order'] } }, ['exhibit']],
    ['document', 'letter br', { q: 'titan' }, ['735 · Pls.’ Letter Br.']],
    ['document', 'letter br', { q: 'granted', include: { document: ['brief'] } }, ['735 · Pls.’ Letter Br.']],
    ['document', 'bulk-11', {}, ['bulk-11.pdf', ...Array.from({ length: 10 }, (_, at) => `bulk-11${at}.pdf`)]],
    ['tag', 'spend', {}, ['ad spend']],
    ['tag', 'nothing', {}, []],
  ];
  test.each(cases)('%s with “%s” (%#)', async (facet, wanted, changes, labels) => {
    const values = await search.facetValues({ ...emptySearch, ...changes }, facet, wanted);
    expect(values.map(({ label }) => label)).toEqual(labels);
  });
});

test('suggestions come from the same index', async () => {
  expect((await search.suggest('titan')).suggestions).toEqual([
    { kind: 'product', value: 'Titan API', label: 'Titan API', count: 2 },
  ]);
  expect((await search.suggest('ad s')).suggestions).toEqual([
    { kind: 'tag', value: 'tag-spend', label: 'ad spend', count: 2 },
  ]);
});

test('the id of a search is the same for the same question, on any page', async () => {
  const [one, other] = [await ask({ q: 'titan' }), await ask({ q: 'titan', page: 2, sort: 'filed' })];
  expect(one.searchId).toBe(other.searchId);
  expect((await ask({ q: 'inbox' })).searchId).not.toBe(one.searchId);
});
