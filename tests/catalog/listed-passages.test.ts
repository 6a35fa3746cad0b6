// What lists of hits read: passages with what is shown of their documents, and pages, of many documents at once.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from '../../server/contract/page.ts';
import { incoming, pageOf, passagesOf, store, temporaryCatalog, twoFilings } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const pages = [pageOf(1, ['The Titan API was private.']), pageOf(2, ['Ad spend grew.'])];
const put = async (name: string, details = {}, given: readonly Page[] = pages) =>
  (await store(own.catalog, incoming(name), given, details))[0] ?? '';

/** What a citation asks of a page. */
const citedFields = ['pageNumber', 'pageLabel', 'stampPage', 'bates', 'text', 'lines'];

describe('passages', () => {
  test('and pages are found by their places, each once; those that are not there are left out', async () => {
    const a = await put('a.pdf', {});
    const b = await put('b.pdf', {}, [pageOf(1, ['Other words.'])]);
    const { documents } = own.catalog;
    const places = [
      { documentId: b, number: 1 },
      { documentId: a, number: 1 },
      { documentId: b, number: 7 },
      { documentId: a, number: 1 },
      { documentId: 'gone', number: 0 },
      { documentId: a, number: 0 },
      { documentId: b, number: 0 },
    ];
    const at = await documents.passagesAt(places.map(({ documentId, number: ordinal }) => ({ documentId, ordinal })));
    const texts = at.map(({ document, passage }) => `${document.id} ${passage.text}`);
    expect(texts.toSorted()).toEqual(
      [`${a} Ad spend grew.`, `${a} The Titan API was private.`, `${b} Other words.`].toSorted(),
    );
    const pagePlaces = places.map(({ documentId, number }) => ({ documentId, pageNumber: number }));
    const whole = new Map([
      [a, await documents.page(a, 1)],
      [b, await documents.page(b, 1)],
    ]);
    const on = await documents.pagesAt(pagePlaces);
    expect(new Map(on.map(({ documentId, page }) => [documentId, page]))).toEqual(whole);
    const cited = await documents.citedPagesAt(pagePlaces);
    expect(cited.map(({ page }) => Object.keys(page))).toEqual([citedFields, citedFields]);
    for (const { documentId, page } of cited) expect(whole.get(documentId)).toMatchObject({ ...page });
    expect([on.length, cited.length]).toEqual([2, 2]);
    expect([await documents.passagesAt([]), await documents.pagesAt([]), await documents.citedPagesAt([])]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('of a download that is not shown belong to no document', async () => {
    const filing = { court: 'cand', pacerCaseId: '1', entry: '1', attachment: 0 };
    await put('a.pdf', filing);
    await put('b.pdf', filing);
    const hidden = passagesOf(incoming('b.pdf').sha256, pages)[0]?.id ?? '';
    const asked = await own.catalog.documents.passagesById([{ passageId: hidden, documentId: null }]);
    expect(asked).toEqual([]);
  });

  test('by id come in the order asked for, as the document asked for, unknown ones left out', async () => {
    const [first, second] = await twoFilings(own.catalog, pages);
    const ids = (await own.catalog.documents.passages(first, null)).map(({ passage }) => passage.id);
    const [one = '', two = ''] = ids;
    const found = await own.catalog.documents.passagesById([
      { passageId: two, documentId: second },
      { passageId: 'gone', documentId: null },
      { passageId: one, documentId: null },
      { passageId: one, documentId: 'nobody' },
      { passageId: two, documentId: second },
    ]);
    expect(found.map(({ key }) => key)).toEqual([`${second}-${two}`, `${first}-${one}`, `${second}-${two}`]);
    expect(await own.catalog.documents.passagesById([])).toEqual([]);
    expect(await own.catalog.documents.passagesById([{ passageId: 'gone', documentId: null }])).toEqual([]);
  });

  test('name and cite their document as it was put right', async () => {
    const id = await put('a.pdf');
    await own.catalog.documents.correct(id, { title: 'Order on the Titan API' });
    const document = await own.catalog.documents.get(id);
    const shown = { id, filename: 'a.pdf', details: document?.details };
    expect(shown.details?.title).toBe('Order on the Titan API');
    const [at] = await own.catalog.documents.passagesAt([{ documentId: id, ordinal: 0 }]);
    const asked = [{ passageId: at?.passage.id ?? '', documentId: id }];
    const [byId] = await own.catalog.documents.passagesById(asked);
    expect([at?.document, byId?.document]).toEqual([shown, shown]);
  });
});
