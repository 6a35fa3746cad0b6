// One document as the API shows it: the size of its pages as they are seen, and its versions.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { documentAnswer, sizeOf } from '../../server/api/document-answer.ts';
import { incoming, pageOf, store, temporaryCatalog } from '../catalog/readings.ts';

describe('the size of a page', () => {
  const rows: [number, number, number, number, string][] = [
    [0, 1, 600, 800, 'upright'],
    [90, 1, 800, 600, 'turned'],
    [180, 1, 600, 800, 'upside down'],
    [270, 1, 800, 600, 'turned the other way'],
    [-90, 1, 800, 600, 'turned back'],
    [0, 2, 1200, 1600, 'in larger units'],
  ];
  test.each(rows)('turned by %d, unit %d: %d × %d (%s)', (rotate, userUnit, width, height) => {
    expect(sizeOf({ view: [10, 20, 610, 820], rotate, userUnit })).toEqual({ width, height });
  });
});

describe('a document', () => {
  let own: ReturnType<typeof temporaryCatalog>;
  beforeEach(() => {
    own = temporaryCatalog();
  });
  afterEach(() => own.close());
  const words = Array.from({ length: 90 }, (_, at) => `w${at}`).join(' ');
  const put = async (name: string, entry: string, title: string) => {
    const details = { court: 'cand', pacerCaseId: '1', entry, title };
    return (await store(own.catalog, incoming(name), [pageOf(1, [words])], details))[0] ?? '';
  };

  test('names its versions, and what was read under a correction, a cleared field too', async () => {
    const redacted = await put('a.pdf', '4', 'Letter Brief (Redacted)');
    const unsealed = await put('b.pdf', '13', 'Letter Brief (Unsealed)');
    await own.catalog.documents.correct(redacted, { entry: null, filer: 'Meta' });
    const answer = await documentAnswer(own.catalog, redacted);
    expect(answer.versions).toMatchObject([{ id: unsealed, relation: 'unsealed' }]);
    expect(answer.asRead).toEqual({ entry: '4', filer: null });
    expect((await documentAnswer(own.catalog, unsealed)).asRead).toEqual({});
  });

  test('that is not there is not found', async () => {
    await expect(documentAnswer(own.catalog, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
  });
});
