// Documents as everybody reads them: lists in the order of the docket, families, pages, passages with their tags, and their end.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FilingDetails } from '../../server/contract/filing.ts';
import type { Page } from '../../server/contract/page.ts';
import { incoming, pageOf, passagesOf, readAnew, readingOf, store, temporaryCatalog, twoFilings } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const klein = { court: 'cand', pacerCaseId: '1' };
const pages = [pageOf(1, ['The Titan API was private.']), pageOf(2, ['Ad spend grew.'])];
const put = async (name: string, details: Partial<FilingDetails>, given: readonly Page[] = pages) =>
  (await store(own.catalog, incoming(name), given, details))[0] ?? '';

/** Tags words of a document; the tag's id. */
async function tagWords(documentId: string, span: { pageNumber: number; from: number; to: number }): Promise<string> {
  const { tags, annotations } = own.catalog;
  const count = (await tags.list()).length;
  const tag = await tags.create({
    name: `tag ${count}`,
    color: '#aa0000',
    parentId: null,
    definition: '',
    shortcut: null,
  });
  const words = { spans: [span], quote: 'q', prefix: '', suffix: '', tagIds: [tag.id], note: '' };
  await annotations.create({ documentId, ...words, author: 'me', createdAt: '2026' });
  return tag.id;
}

describe('lists', () => {
  test('are in the order of the docket, in pages, with the whole counted', async () => {
    for (const entry of ['735', '9', '10']) await put(`${entry}.pdf`, { ...klein, entry });
    const list = async (offset: number, limit: number) => {
      const { total, documents } = await own.catalog.documents.list({ caseId: null, type: null, offset, limit });
      return [total, ...documents.map(({ details }) => details.entry)];
    };
    expect(await list(0, 2)).toEqual([3, '9', '10']);
    expect(await list(2, 2)).toEqual([3, '735']);
    expect(await list(4, 2)).toEqual([3]);
  });

  test.each<[string, { byCase: boolean; type: string | null }, string[]]>([
    ['of a case', { byCase: true, type: null }, ['a.pdf', 'b.pdf']],
    ['of a type', { byCase: false, type: 'order' }, ['a.pdf', 'c.pdf']],
    ['of both', { byCase: true, type: 'order' }, ['a.pdf']],
    ['of a type that none has', { byCase: false, type: 'motion' }, []],
  ])('%s', async (_, { byCase, type }, expected) => {
    const id = await put('a.pdf', { ...klein, entry: '1', type: 'order' });
    await put('b.pdf', { ...klein, entry: '2', type: 'brief' });
    await put('c.pdf', { ...klein, pacerCaseId: '2', entry: '1', type: 'order' });
    const caseId = byCase ? ((await own.catalog.documents.get(id))?.caseId ?? '') : null;
    const { total, documents } = await own.catalog.documents.list({ caseId, type, offset: 0, limit: 10 });
    expect(documents.map(({ filename }) => filename).toSorted()).toEqual(expected);
    expect(total).toBe(expected.length);
  });
});

describe('the family of a filing', () => {
  test('is its entry, main document first, attachments by number', async () => {
    const ids = new Map<number, string>();
    for (const attachment of [10, 0, 2])
      ids.set(attachment, await put(`${attachment}.pdf`, { ...klein, entry: '735', attachment }));
    await put('other.pdf', { ...klein, entry: '736', attachment: 0 });
    await put('elsewhere.pdf', { ...klein, pacerCaseId: '2', entry: '735', attachment: 1 });
    const family = await own.catalog.documents.family(ids.get(2) ?? '');
    expect(family.map(({ details }) => details.attachment)).toEqual([0, 2, 10]);
  });

  test.each<[string, Partial<FilingDetails>]>([
    ['without an entry', klein],
    ['of no known case: the same number on two dockets is no family', { entry: '735' }],
  ])('%s is the filing alone', async (_, details) => {
    const id = await put('a.pdf', details);
    await put('b.pdf', details);
    expect((await own.catalog.documents.family(id)).map((each) => each.id)).toEqual([id]);
  });

  test('of what is not there is empty', async () => {
    expect(await own.catalog.documents.family('nobody')).toEqual([]);
  });
});

describe('pages', () => {
  test('come by number, and as a map without their text', async () => {
    const id = await put('a.pdf', {}, [pageOf(1, ['One.'], { pageLabel: 'i', bates: 'META-1' }), pageOf(2, ['Two.'])]);
    expect(await own.catalog.documents.page(id, 2)).toMatchObject({ pageNumber: 2, text: 'Two.' });
    expect(await own.catalog.documents.page(id, 3)).toBeNull();
    const map = await own.catalog.documents.pageMap(id);
    expect(map).toMatchObject([
      { pageLabel: 'i', bates: 'META-1' },
      { pageLabel: '2', bates: null },
    ]);
    expect(map[0]).not.toHaveProperty('text');
    expect(map[0]).not.toHaveProperty('lines');
  });

  test('of what is not there are none', async () => {
    const { documents } = own.catalog;
    expect([await documents.pages('x'), await documents.page('x', 1), await documents.pageMap('x')]).toEqual([
      [],
      null,
      [],
    ]);
    expect([await documents.passages('x', null), await documents.view('x'), await documents.get('x')]).toEqual([
      [],
      null,
      null,
    ]);
  });
});

describe('passages', () => {
  test('of a page are those that touch it', async () => {
    const file = incoming('a.pdf');
    await own.catalog.jobs.enqueue(file);
    const job = await own.catalog.jobs.lease('tester', 1000);
    const [first, second] = passagesOf(file.sha256, pages);
    if (first === undefined || second === undefined) throw new Error('no passages');
    const crossing = { ...first, spans: [...first.spans, { pageNumber: 2, from: 0, to: 8 }] };
    const reading = { ...readingOf(file.sha256, pages), passages: [crossing, second] };
    const [id = ''] = (await own.catalog.jobs.complete(job?.jobId ?? '', reading)).documentIds;
    const on = async (page: number | null) =>
      (await own.catalog.documents.passages(id, page)).map(({ passage }) => passage.ordinal);
    expect([await on(null), await on(1), await on(2), await on(3)]).toEqual([[0, 1], [0], [0, 1], []]);
  });

  test('are those of the document, in reading order', async () => {
    const id = await put('a.pdf', {});
    await put('b.pdf', {}, [pageOf(1, ['Other words.'])]);
    const texts = (await own.catalog.documents.passages(id, null)).map(({ passage }) => passage.text);
    expect(texts).toEqual(['The Titan API was private.', 'Ad spend grew.']);
  });

  test('carry the tags whose words they share, each once', async () => {
    const id = await put('a.pdf', {});
    const both = await tagWords(id, { pageNumber: 1, from: 4, to: 9 });
    await own.catalog.annotations.create({
      documentId: id,
      spans: [{ pageNumber: 1, from: 10, to: 13 }],
      quote: 'API',
      prefix: '',
      suffix: '',
      tagIds: [both],
      note: '',
      author: 'me',
      createdAt: '2026',
    });
    const second = await tagWords(id, { pageNumber: 2, from: 0, to: 2 });
    const tagged = (await own.catalog.documents.passages(id, null)).map(({ tags }) => tags.map((tag) => tag.id));
    expect(tagged).toEqual([[both], [second]]);
  });

  test('show their tags by name', async () => {
    const id = await put('a.pdf', {});
    const { tags, annotations } = own.catalog;
    const words = { spans: [{ pageNumber: 1, from: 4, to: 9 }], quote: 'Titan', prefix: '', suffix: '', note: '' };
    for (const name of ['zebra', 'api']) {
      const tag = await tags.create({ name, color: '#aa0000', parentId: null, definition: '', shortcut: null });
      await annotations.create({ documentId: id, ...words, tagIds: [tag.id], author: name, createdAt: '2026' });
    }
    const [first] = await own.catalog.documents.passages(id, 1);
    expect(first?.tags.map(({ name }) => name)).toEqual(['api', 'zebra']);
  });

  test('of a file that is two filings have the tags of each', async () => {
    const [first, second] = await twoFilings(own.catalog, pages);
    const tag = await tagWords(first, { pageNumber: 1, from: 4, to: 9 });
    const tagsOf = async (id: string) =>
      (await own.catalog.documents.passages(id, 1)).flatMap(({ tags }) => tags.map((each) => each.id));
    expect(await tagsOf(first)).toEqual([tag]);
    expect(await tagsOf(second)).toEqual([]);
  });
});

describe('the record citations of a case', () => {
  const citing = (entry: string) => [pageOf(1, [`See ECF No. ${entry} at 3.`, `But see ECF No. ${entry}-1 at 4.`])];
  const texts = async (documentId: string) => {
    const caseId = (await own.catalog.documents.get(documentId))?.caseId ?? '';
    const found = await own.catalog.documents.recordCitations(caseId);
    return [...found].map(([id, citations]) => [id, ...citations.map(({ text }) => text)]);
  };

  test('are those of its filings, in the order of docket and text, and of no other case', async () => {
    const ten = await put('b.pdf', { ...klein, entry: '10' }, citing('5'));
    const nine = await put('a.pdf', { ...klein, entry: '9' }, citing('4'));
    await put('c.pdf', { ...klein, pacerCaseId: '2', entry: '1' }, citing('6'));
    expect(await texts(ten)).toEqual([
      [nine, expect.stringMatching(/ECF No\. 4 at 3/), expect.stringMatching(/ECF No\. 4-1 at 4/)],
      [ten, expect.stringMatching(/ECF No\. 5 at 3/), expect.stringMatching(/ECF No\. 5-1 at 4/)],
    ]);
  });

  test('are those of the file that is shown, once', async () => {
    const filing = { ...klein, entry: '1', attachment: 0 };
    const id = await put('a.pdf', filing, citing('5'));
    await put('b.pdf', filing, citing('6'));
    expect(await texts(id)).toEqual([[id, expect.stringContaining('No. 5 '), expect.stringContaining('No. 5-1')]]);
  });

  test('go with the reading they were in', async () => {
    const id = await put('a.pdf', { ...klein, entry: '1' }, citing('5'));
    await readAnew(own.catalog, [pageOf(1, ['See nothing.'])], { ...klein, entry: '1' });
    expect(await texts(id)).toEqual([]);
  });
});

test('a view lists what was not read and what is redacted, page by page', async () => {
  const box = [0, 0, 10, 0, 10, 10, 0, 10] as const;
  const id = await put('a.pdf', {}, [
    pageOf(1, ['Plain.']),
    pageOf(2, ['One.'], { redactions: [{ pageNumber: 2, box, bad: true, characters: 12 }] }),
    pageOf(3, [''], { unread: { reason: 'awaiting-ocr', detail: 'no text' } }),
    pageOf(4, ['Two.'], { redactions: [{ pageNumber: 4, box, bad: false, characters: 0 }] }),
  ]);
  const view = await own.catalog.documents.view(id);
  expect(view).toMatchObject({ unreadable: [{ pageNumber: 3, reason: 'awaiting-ocr' }] });
  // How much was dropped is told, to warn the reader; what it was is nowhere.
  expect(view?.redactions).toEqual([
    { pageNumber: 2, box: [...box], bad: true, characters: 12 },
    { pageNumber: 4, box: [...box], bad: false, characters: 0 },
  ]);
});

describe('a document that is removed', () => {
  test('leaves another filing of the same file whole', async () => {
    const [first, second] = await twoFilings(own.catalog, pages);
    const tag = await tagWords(second, { pageNumber: 1, from: 4, to: 9 });
    expect(await own.catalog.documents.remove(first)).toEqual({ unusedFiles: [] });
    expect(await own.catalog.documents.get(first)).toBeNull();
    expect(await own.catalog.documents.pages(second)).toHaveLength(2);
    expect(await own.catalog.annotations.list({ documentId: second, tagId: tag })).toMatchObject([{ state: 'exact' }]);
    const { unusedFiles } = (await own.catalog.documents.remove(second)) ?? { unusedFiles: [] };
    expect(unusedFiles).toEqual([incoming('10.pdf').sha256]);
    expect(await own.catalog.corpus()).toMatchObject({ documents: 0, files: 0, pages: 0, passages: 0 });
  });

  test('frees all its downloads, and their jobs', async () => {
    const filing = { ...klein, entry: '1', attachment: 0 };
    const id = await put('a.pdf', filing);
    await put('b.pdf', filing);
    const other = await put('other.pdf', { ...klein, entry: '2' });
    const { unusedFiles } = (await own.catalog.documents.remove(id)) ?? { unusedFiles: [] };
    expect(unusedFiles.toSorted()).toEqual([incoming('a.pdf').sha256, incoming('b.pdf').sha256].toSorted());
    expect(await own.catalog.jobs.list({ state: null, limit: 10 })).toMatchObject([{ documentId: other }]);
    expect(await own.catalog.documents.pages(other)).toHaveLength(2);
  });

  test('leaves what was collected of it in its tray', async () => {
    const id = await put('a.pdf', {});
    const { trays } = own.catalog;
    const tray = await trays.create('brief');
    const words = { spans: [{ pageNumber: 1, from: 4, to: 9 }], quote: 'Titan', prefix: '', suffix: '', note: '' };
    await trays.addItem(tray.id, { documentId: id, passageId: null, ...words });
    await own.catalog.documents.remove(id);
    expect(await trays.get(tray.id)).toMatchObject({ items: [{ documentId: id, quote: 'Titan' }] });
  });

  test('stays removed when the file it shared is read anew', async () => {
    const [first, second] = await twoFilings(own.catalog, pages);
    await own.catalog.documents.remove(first);
    await own.catalog.jobs.requeueAll('another version');
    const job = await own.catalog.jobs.lease('tester', 1000);
    const { documentIds } = await own.catalog.jobs.complete(job?.jobId ?? '', readingOf(job?.sha256 ?? '', pages));
    expect(documentIds).toEqual([second]);
    expect(await own.catalog.documents.get(second)).toMatchObject({ details: { entry: '20' } });
  });
});
