// The editor's lists: who is in force and since when, who is offered, who is refused.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ReadName } from '../../server/contract/names.ts';
import { incoming, pageOf, readingOf, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(async () => {
  own = temporaryCatalog();
  await own.catalog.setGazetteer({
    people: [{ name: 'Mark Zuckerberg', aliases: ['Zuckerberg'] }],
    organizations: [],
    products: [],
  });
  const files: [string, ReadName[]][] = [
    [
      'a.pdf',
      [
        { kind: 'person', name: 'Nancy Ross', aliases: ['Ross'], sources: ['signature', 'text'], times: 1 },
        { kind: 'person', name: 'Emily Young', aliases: [], sources: ['text'], times: 3 },
        { kind: 'person', name: 'Santa Claus', aliases: [], sources: ['text'], times: 1 },
        { kind: 'person', name: 'Zuckerberg', aliases: [], sources: ['caption'], times: 1 },
        { kind: 'organization', name: 'Mayer Brown LLP', aliases: ['Mayer Brown'], sources: ['caption'], times: 0 },
      ],
    ],
    [
      'b.pdf',
      [
        { kind: 'person', name: 'NANCY ROSS', aliases: [], sources: ['text'], times: 0 },
        { kind: 'person', name: 'Santa Claus', aliases: [], sources: ['text'], times: 1 },
        { kind: 'person', name: 'Border Line', aliases: [], sources: ['text'], times: 1 },
      ],
    ],
  ];
  for (const [filename, names] of files) {
    const file = incoming(filename);
    await own.catalog.jobs.enqueue(file);
    const job = await own.catalog.jobs.lease('tester', 1000);
    await own.catalog.jobs.complete(job?.jobId ?? '', { ...readingOf(file.sha256, [pageOf(1, ['Text.'])]), names });
  }
});
afterEach(() => own.close());

const shown = async (filter: { kind?: 'person' | 'organization'; q?: string } = {}) => {
  const list = await own.catalog.names.list({ kind: filter.kind ?? null, q: filter.q ?? '' });
  const line = ({ name, origin, files }: (typeof list.names)[number]) => `${name} ${origin} ${files}`;
  return {
    names: list.names.map(line),
    candidates: list.candidates.map(line),
    refused: list.refused.map(({ name }) => name),
    total: list.total,
  };
};

test('each name says where it comes from; what one filing says once is only offered', async () => {
  expect(await shown()).toEqual({
    // A name that is an alias of the gazetteer's stands there; two files that print it in other letters print one name.
    names: ['Emily Young guessed 1', 'Mark Zuckerberg gazetteer 1', 'Nancy Ross read 2', 'Mayer Brown LLP read 1'],
    candidates: ['Santa Claus guessed 2', 'Border Line guessed 1'],
    refused: [],
    total: { names: 4, candidates: 2 },
  });
});

test('a candidate that is accepted, and one that is refused, are offered no more', async () => {
  await own.catalog.names.edit([
    { kind: 'person', name: 'Border Line', aliases: ['Line'] },
    { kind: 'person', name: 'Santa Claus', aliases: null },
    { kind: 'person', name: 'Emily Young', aliases: null },
  ]);
  const { names, candidates, refused } = await shown({ kind: 'person' });
  expect(names).toEqual(['Border Line person 1', 'Mark Zuckerberg gazetteer 1', 'Nancy Ross read 2']);
  expect(candidates).toEqual([]);
  expect(refused.toSorted()).toEqual(['Emily Young', 'Santa Claus']);
});

test('a name given up for another is not shown as refused: it is an alias now', async () => {
  await own.catalog.names.edit([
    { kind: 'person', name: 'Mark Zuckerberg', aliases: null },
    { kind: 'person', name: 'Mark E. Zuckerberg', aliases: ['Mark Zuckerberg', 'Zuckerberg'] },
  ]);
  expect((await shown({ q: 'zucker' })).names).toEqual(['Mark E. Zuckerberg person 1']);
  expect((await shown()).refused).toEqual([]);
});

test.each<[Parameters<typeof shown>[0], readonly string[], string]>([
  [{ q: 'ROSS' }, ['Nancy Ross read 2'], 'part of a name, whatever the capitals'],
  [{ q: 'mayer b' }, ['Mayer Brown LLP read 1'], 'part of an alias'],
  [{ kind: 'organization' as const }, ['Mayer Brown LLP read 1'], 'one kind'],
  [{ q: 'nobody' }, [], 'nobody'],
])('%j', async (filter, expected) => {
  expect((await shown(filter)).names).toEqual(expected);
});
