// A researcher's work after its file was read anew: it finds its words, says so when in doubt, and is never thrown away.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { quadOf } from '../../server/contract/geometry.ts';
import type { Page, Span } from '../../server/contract/page.ts';
import { anchorSpans } from '../../server/tagging/annotate.ts';
import { incoming, pageOf, readAnew, store, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const before = [pageOf(1, ['Plaintiffs allege that the', 'Titan API was private.']), pageOf(2, ['Ad spend grew.'])];
const spans = [
  { pageNumber: 1, from: before[0]?.text.indexOf('Titan') ?? 0, to: (before[0]?.text.indexOf('Titan') ?? 0) + 9 },
];

/** Tags and collects “Titan API” in a filing. */
async function workOn(documentId: string) {
  const { tags, annotations, trays } = own.catalog;
  const tag = await tags.create({ name: 'api', color: '#aa0000', parentId: null, definition: '', shortcut: null });
  const anchored = anchorSpans(before, spans);
  const annotation = await annotations.create({
    documentId,
    ...anchored,
    tagIds: [tag.id],
    note: 'see 2013',
    author: 'me',
    createdAt: '2026-01-01T00:00:00Z',
  });
  const tray = await trays.create('brief');
  await trays.addItem(tray.id, { documentId, passageId: null, ...anchored, note: '' });
  return { annotation, trayId: tray.id };
}

const wordsAt = (pages: readonly Page[], found: readonly Span[]) =>
  found.map(({ pageNumber, from, to }) => pages.find((page) => page.pageNumber === pageNumber)?.text.slice(from, to));

describe('after a new reading', () => {
  const rows: [string, string[][], string, string[]][] = [
    [
      'nothing has changed',
      [['Plaintiffs allege that the', 'Titan API was private.'], ['Ad spend grew.']],
      'exact',
      ['Titan API'],
    ],
    [
      'the line numbers of a better parser are not text',
      [['1 Plaintiffs allege that the', 'Titan API was private.']],
      'moved',
      ['Titan API'],
    ],
    [
      'it stands on another page',
      [['A cover sheet.'], ['Plaintiffs allege that the Titan API was private.']],
      'moved',
      ['Titan API'],
    ],
    ['it is hyphenated', [['Plaintiffs allege that the Ti-', 'tan API was private.']], 'moved', ['Ti-\ntan API']],
    ['it stands there twice, equally', [['the Titan API was'], ['the Titan API was']], 'uncertain', ['Titan API']],
    ['it was redacted', [['Plaintiffs allege that the [REDACTED]']], 'lost', []],
    ['the page is not read any more', [['']], 'lost', []],
  ];
  test.each(rows)('%s', async (_, lines, state, words) => {
    const [documentId = ''] = await store(own.catalog, incoming('a.pdf'), before);
    const { annotation, trayId } = await workOn(documentId);
    const pages = lines.map((texts, at) => pageOf(at + 1, texts));
    await readAnew(own.catalog, pages);
    const after = await own.catalog.annotations.get(annotation.id);
    // Whatever became of the place, nothing that the person made is touched.
    expect(after).toMatchObject({
      quote: 'Titan API',
      note: 'see 2013',
      tagIds: annotation.tagIds,
      author: 'me',
      state,
    });
    expect(after).toMatchObject({ prefix: annotation.prefix, suffix: annotation.suffix });
    const [item] = (await own.catalog.trays.get(trayId))?.items ?? [];
    expect(item).toMatchObject({ quote: 'Titan API', documentId });
    if (state === 'lost') {
      expect([after?.spans, item?.spans]).toEqual([spans, spans]);
    } else {
      expect([wordsAt(pages, after?.spans ?? []), wordsAt(pages, item?.spans ?? [])]).toEqual([words, words]);
    }
  });

  test('words that were found hidden under a box leave what was copied from them', async () => {
    const [documentId = ''] = await store(own.catalog, incoming('a.pdf'), before);
    const { annotation, trayId } = await workOn(documentId);
    const hidden = { pageNumber: 1, box: quadOf([0, 0, 9, 9]), bad: true, characters: 5, how: 'covered' } as const;
    const pages = [{ ...pageOf(1, ['Plaintiffs allege that the', 'API was private.']), redactions: [hidden] }];
    await readAnew(own.catalog, pages);
    const after = await own.catalog.annotations.get(annotation.id);
    const [item] = (await own.catalog.trays.get(trayId))?.items ?? [];
    expect(after).toMatchObject({ quote: '[redacted] API', note: 'see 2013' });
    expect(item).toMatchObject({ quote: '[redacted] API' });
    expect(JSON.stringify([after, item])).not.toMatch(/titan/i);
  });

  test('each piece of work goes to its own words', async () => {
    const [documentId = ''] = await store(own.catalog, incoming('a.pdf'), before);
    const { annotation, trayId } = await workOn(documentId);
    const second = anchorSpans(before, [{ pageNumber: 2, from: 0, to: 8 }]);
    const { annotations, trays } = own.catalog;
    await trays.addItem(trayId, { documentId, passageId: null, ...second, note: '' });
    await annotations.create({
      documentId,
      ...second,
      tagIds: annotation.tagIds,
      note: '',
      author: 'me',
      createdAt: '2027',
    });
    const pages = [pageOf(1, ['1 Plaintiffs allege that the', 'Titan API was private. Ad spend grew.'])];
    await readAnew(own.catalog, pages);
    const list = await annotations.list({ documentId, tagId: null });
    const items = (await trays.get(trayId))?.items ?? [];
    for (const work of [list, items]) {
      expect(work.map(({ quote, spans: found }) => [quote, ...wordsAt(pages, found)])).toEqual([
        ['Titan API', 'Titan API'],
        ['Ad spend', 'Ad spend'],
      ]);
    }
  });

  test('what was lost is found when a still better reading has it again', async () => {
    const [documentId = ''] = await store(own.catalog, incoming('a.pdf'), before);
    const { annotation } = await workOn(documentId);
    await readAnew(own.catalog, [pageOf(1, ['(illegible)'])]);
    expect(await own.catalog.annotations.get(annotation.id)).toMatchObject({ state: 'lost' });
    await readAnew(own.catalog, before);
    expect(await own.catalog.annotations.get(annotation.id)).toMatchObject({ state: 'exact', spans });
  });

  test('a tag on a lost passage colours nothing, one on a found passage does', async () => {
    const [documentId = ''] = await store(own.catalog, incoming('a.pdf'), before);
    await workOn(documentId);
    const tagged = async () =>
      (await own.catalog.documents.passages(documentId, null)).filter(({ tags }) => tags.length > 0).length;
    expect(await tagged()).toBe(1);
    // Other words stand now where the tagged ones stood.
    await readAnew(own.catalog, [pageOf(1, ['Nothing of it, in as many words as there were before.'])]);
    expect(await tagged()).toBe(0);
    await readAnew(own.catalog, before);
    expect(await tagged()).toBe(1);
  });
});

describe('work is not moved by', () => {
  const filing = { court: 'cand', pacerCaseId: '1', entry: '735', attachment: 0 };

  test('another download of the same filing, which is not what is shown', async () => {
    const [documentId = ''] = await store(own.catalog, incoming('a.pdf'), before, filing);
    const { annotation } = await workOn(documentId);
    const [second] = await store(own.catalog, incoming('b.pdf'), [pageOf(1, ['A stamp over everything.'])], filing);
    expect(second).toBe(documentId);
    expect(await own.catalog.annotations.get(annotation.id)).toEqual(annotation);
  });

  test('another filing', async () => {
    const [documentId = ''] = await store(own.catalog, incoming('a.pdf'), before);
    const { annotation } = await workOn(documentId);
    await store(own.catalog, incoming('other.pdf'), [pageOf(1, ['Titan API'])]);
    expect(await own.catalog.annotations.get(annotation.id)).toEqual(annotation);
  });
});

describe('a filing that was removed and comes back', () => {
  test('takes up the work on it', async () => {
    const file = incoming('a.pdf');
    const [documentId = ''] = await store(own.catalog, file, before);
    const { annotation } = await workOn(documentId);
    await own.catalog.documents.remove(documentId);
    expect(await own.catalog.annotations.get(annotation.id)).toMatchObject({
      state: 'lost',
      quote: 'Titan API',
      spans,
    });
    expect(await store(own.catalog, file, before)).toEqual([documentId]);
    expect(await own.catalog.annotations.get(annotation.id)).toEqual(annotation);
  });

  test('also when its file stayed, because another filing is made of it', async () => {
    const name = (entry: string) => ({ fromName: { court: 'cand', pacerCaseId: '1', entry, attachment: 0 } });
    const first = incoming('10.pdf', name('10'));
    const second = { ...first, filename: '20.pdf', source: '/corpus/20.pdf', ...name('20') };
    const [documentId = ''] = await store(own.catalog, first, before, first.fromName, 'file name');
    await own.catalog.jobs.enqueue(second);
    const { annotation } = await workOn(documentId);
    expect(await own.catalog.documents.remove(documentId)).toEqual({ unusedFiles: [] });
    expect(await own.catalog.annotations.get(annotation.id)).toMatchObject({ state: 'lost' });
    expect(await own.catalog.jobs.enqueue(first)).toMatchObject({ documentId, known: true });
    expect(await own.catalog.annotations.get(annotation.id)).toEqual(annotation);
  });
});
