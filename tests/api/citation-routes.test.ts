// What leaves Pincite for a brief, over HTTP: citations, trays and exported files, also when a document is gone by then.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { citationsAnswerSchema, traySchema, traysAnswerSchema, type Tray } from '../../server/contract/work-api.ts';
import { startApi, type RunningApi } from './running-api.ts';
import { storeFiling, type StoredFiling } from './stored-filing.ts';

let api: RunningApi;
let brief: StoredFiling;
let order: StoredFiling;
beforeEach(async () => {
  api = await startApi();
  const details = {
    entry: '735',
    attachment: 0,
    shortTitle: 'Pls.’ Letter Br.',
    title: 'Letter <Brief>',
    specimen: true,
  };
  brief = await storeFiling(api, 'brief.pdf', [['=The Titan', 'API was private.']], details);
  order = await storeFiling(api, 'order.pdf', [['It is so ordered.']], { entry: '741', attachment: 0 });
});
afterEach(() => api.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const createTray = async (name = 'For the motion'): Promise<Tray> =>
  traySchema.parse((await api.send('POST', '/api/trays', { name })).json());
const add = async (tray: Tray, item: object): Promise<Tray> => {
  const answer = await api.send('POST', `/api/trays/${tray.id}/items`, item);
  expect(answer.status).toBe(201);
  return traySchema.parse(answer.json());
};
const filled = async (name?: string): Promise<Tray> => {
  const tray = await createTray(name);
  await add(tray, { passageId: brief.passageIds[0], note: 'lead with this' });
  return add(tray, { documentId: order.documentId, spans: [{ pageNumber: 1, from: 6, to: 16 }] });
};

describe('citations', () => {
  const cite = (items: object[], more: object = {}) => api.send('POST', '/api/citations', { items, ...more });

  test('of passage, spans and annotation, in the order and style asked for', async () => {
    const note = { passageId: order.passageIds[0], note: 'x' };
    const { id: annotationId } = (await api.send('POST', '/api/annotations', note)).json() as { id: string };
    const items = [
      { documentId: order.documentId, spans: [{ pageNumber: 1, from: 0, to: 2 }] },
      { passageId: brief.passageIds[0] },
      { annotationId },
    ];
    const answer = await cite(items, { style: { docketWord: 'Dkt.' }, form: 'short' });
    const citations = citationsAnswerSchema.parse(answer.json());
    expect(citations.map(({ text, item }) => [plain(text), item])).toEqual([
      ['Dkt. 741 at 1:1.', items[0]],
      ['Dkt. 735 at 1:1–2. [specimen, not a court record]', items[1]],
      ['Dkt. 741 at 1:1.', items[2]],
    ]);
  });

  const refused = (): [object, number, string, string | undefined][] => [
    [{ items: [] }, 400, 'bad-request', 'items'],
    [{ items: [{ passageId: 'none-such' }] }, 404, 'not-found', undefined],
    [{ items: [{ annotationId: 'none-such' }] }, 404, 'not-found', undefined],
    [
      { items: [{ documentId: order.documentId, spans: [{ pageNumber: 9, from: 0, to: 1 }] }] },
      404,
      'not-found',
      undefined,
    ],
    [
      { items: [{ passageId: order.passageIds[0] }], style: { docketword: 'Dkt.' } },
      400,
      'bad-request',
      'style.docketword',
    ],
    [
      { items: [{ passageId: order.passageIds[0] }], style: { pageBasis: 'pdf' } },
      400,
      'bad-request',
      'style.pageBasis',
    ],
  ];
  test.each([0, 1, 2, 3, 4, 5])('refused: row %i', async (row) => {
    const [body, status, code, field] = refused()[row] ?? [{}];
    const problem = (await api.send('POST', '/api/citations', body)).problem();
    expect([problem.status, problem.code, problem.field]).toEqual([status, code, field]);
  });
});

describe('trays', () => {
  test('collect passages and spans with quote, citation and note, each once', async () => {
    const tray = await filled();
    expect(tray.items.map(({ quote, note, documentTitle }) => [quote, note, documentTitle])).toEqual([
      ['=The Titan API was private.', 'lead with this', 'Letter <Brief>'],
      ['so ordered', '', 'order.pdf'],
    ]);
    expect(plain(tray.items[0]?.citation.full ?? '')).toMatch(/^Pls\.’ Letter Br\. 1:1–2, ECF No\. 735\./);
    expect((await add(tray, { passageId: brief.passageIds[0] })).items).toHaveLength(2);
    expect(traysAnswerSchema.parse((await api.ask('/api/trays')).json()).trays).toEqual([tray]);
  });

  test('are put in order; an order that is not theirs is a conflict', async () => {
    const { id, items } = await filled();
    const ids = items.map((item) => item.id);
    const put = (itemIds: string[]) => api.send('PUT', `/api/trays/${id}/order`, { itemIds });
    expect(traySchema.parse((await put(ids.toReversed())).json()).items.map((item) => item.id)).toEqual(
      ids.toReversed(),
    );
    for (const wrong of [ids.slice(1), [...ids, ...ids], [ids[0] ?? '', 'none-such']]) {
      expect((await put(wrong)).problem()).toMatchObject({ status: 409, code: 'conflict', field: 'itemIds' });
    }
  });

  test('lose an item, and go', async () => {
    const { id, items } = await filled();
    const left = traySchema.parse((await api.send('DELETE', `/api/trays/${id}/items/${items[0]?.id}`)).json());
    expect(left.items.map((item) => item.id)).toEqual([items[1]?.id]);
    expect((await api.send('DELETE', `/api/trays/${id}`)).status).toBe(204);
    expect((await api.ask('/api/trays')).json()).toEqual({ trays: [] });
  });

  test('keep the quote of a document that was removed, and say that it is gone', async () => {
    const { id } = await filled();
    await api.send('DELETE', `/api/documents/${brief.documentId}`);
    const { trays } = traysAnswerSchema.parse((await api.ask('/api/trays')).json());
    expect(trays.find((tray) => tray.id === id)?.items[0]).toMatchObject({
      quote: '=The Titan API was private.',
      documentTitle: 'A document that was removed',
      citation: { full: expect.stringMatching(/no longer/), short: expect.stringMatching(/no longer/) },
    });
  });

  const missing: [string, string, object | undefined][] = [
    ['DELETE', '/api/trays/none-such', undefined],
    ['DELETE', '/api/trays/none-such/items/x', undefined],
    ['PUT', '/api/trays/none-such/order', { itemIds: [] }],
    ['POST', '/api/exports', { scope: 'tray', trayId: 'none-such', format: 'csv' }],
  ];
  test.each(missing)('%s %s is not found', async (method, path, body) => {
    expect((await api.send(method, path, body)).problem()).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('collecting into none such is not found', async () => {
    const answer = await api.send('POST', '/api/trays/none-such/items', { passageId: brief.passageIds[0] });
    expect(answer.problem()).toMatchObject({ status: 404, detail: expect.stringMatching(/no such tray/) });
  });

  test('a passage and spans at once are no item', async () => {
    const tray = await createTray();
    const both = {
      passageId: brief.passageIds[0],
      documentId: brief.documentId,
      spans: [{ pageNumber: 1, from: 0, to: 1 }],
    };
    expect((await api.send('POST', `/api/trays/${tray.id}/items`, both)).problem().status).toBe(400);
  });
});

describe('exports', () => {
  const exportOf = ({ id }: Tray, format: string, more: object = {}) =>
    api.send('POST', '/api/exports', { scope: 'tray', trayId: id, format, ...more });

  const formats: [string, RegExp, RegExp][] = [
    ['csv', /^text\/csv/, /\.csv"; /],
    ['markdown', /^text\/markdown/, /\.md"; /],
    ['docx', /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document/, /\.docx"; /],
  ];
  test.each(formats)(
    '%s is a file to be saved, with its type and the mark of specimens',
    async (format, type, name) => {
      const answer = await exportOf(await filled('Motion “final” 📎'), format);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toMatch(type);
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="Motion _final_ __ \[specimen/);
      expect(answer.headers['content-disposition']).toMatch(name);
      expect(answer.headers['content-disposition']).toContain(encodeURIComponent('📎'));
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body.length).toBeGreaterThan(100);
      expect(answer.body.subarray(0, 2).toString()).toMatch(format === 'docx' ? /^PK/ : /^(?!PK)/);
    },
  );

  test('has a row for each item in order, in the style asked for; nothing of it acts as a formula', async () => {
    const answer = await exportOf(await filled(), 'csv', { style: { docketWord: 'Dkt.' }, form: 'short' });
    const csv = plain(answer.body.toString());
    expect(csv.indexOf('Titan')).toBeLessThan(csv.indexOf('so ordered'));
    expect(csv).toContain('Dkt. 735 at 1:1–2. [specimen, not a court record]');
    expect(csv).toContain('lead with this');
    expect(csv).not.toMatch(/(^|,|")=The Titan/m);
  });

  test('tells when, by which version and from which state of the corpus it was made', async () => {
    const markdown = (await exportOf(await filled(), 'markdown')).body.toString().replaceAll('\\', '');
    expect(markdown).toContain('2 passages, exported by Pincite 0.0.0-test on 2026-01-02');
    expect(markdown).toContain(await api.catalog.fingerprint());
    expect(markdown).not.toContain('not found any more');
  });

  test('lines across pages say which page each is of', async () => {
    const long = await storeFiling(
      api,
      'long.pdf',
      [
        ['One.', 'Two.'],
        ['Three.', 'Four.'],
      ],
      { entry: '742' },
    );
    const spans = [
      { pageNumber: 1, from: 5, to: 9 },
      { pageNumber: 2, from: 0, to: 6 },
    ];
    const tray = await add(await createTray(), { documentId: long.documentId, spans });
    expect((await exportOf(tray, 'csv')).body.toString()).toContain('1:2–2:1');
  });

  test('warns of a quote that does not stand any more where it was collected', async () => {
    const tray = await createTray();
    const item = {
      documentId: order.documentId,
      spans: [{ pageNumber: 1, from: 0, to: 2 }],
      note: '',
      passageId: null,
    };
    // As after a better reading of the page.
    await api.catalog.trays.addItem(tray.id, { ...item, quote: 'What stood here', prefix: '', suffix: '' });
    expect((await exportOf(tray, 'csv')).body.toString()).toContain('quote not found any more');
  });

  test('says of a document that was removed that it is gone, and keeps its quote', async () => {
    const tray = await filled();
    await api.send('DELETE', `/api/documents/${brief.documentId}`);
    const csv = (await exportOf(tray, 'csv')).body.toString();
    expect(csv).toContain('API was private.');
    expect(csv).toContain('no longer in this corpus');
  });

  test('of a tray whose name is cut within a sign is named all the same', async () => {
    const tray = await createTray(`${'n'.repeat(79)}📎`);
    const answer = await exportOf(tray, 'csv');
    expect([answer.status, api.faults]).toEqual([200, []]);
  });

  test('a format that there is not is refused', async () => {
    expect((await exportOf(await createTray(), 'pdf')).problem()).toMatchObject({ status: 400, field: 'format' });
  });
});

describe('words that are blacked out', () => {
  const shown = 'The witness lives in █ and works there.';
  let blackened: StoredFiling;
  let spans: { pageNumber: number; from: number; to: number }[];
  beforeEach(async () => {
    // Behind the words of the first line, which end at 194 points.
    const box = [200, 717, 300, 717, 300, 731, 200, 731] as const;
    const redactions = [{ pageNumber: 1, box, bad: false, characters: 0 }];
    const lines = ['The witness lives in', 'and works there.'];
    blackened = await storeFiling(api, 'blackened.pdf', [lines], { entry: '742' }, (page) => ({ ...page, redactions }));
    spans = [{ pageNumber: 1, from: 0, to: 37 }];
  });

  test('are seen to be missing in a tray and in its exports', async () => {
    const tray = await add(await createTray(), { documentId: blackened.documentId, spans });
    expect(tray.items[0]?.quote).toBe(shown);
    for (const format of ['csv', 'markdown']) {
      const body = { scope: 'tray', trayId: tray.id, format };
      const exported = (await api.send('POST', '/api/exports', body)).body.toString('utf8');
      expect(exported).toContain(shown);
      expect(exported).not.toContain('not found any more');
    }
  });

  test('also in what was collected before such places were shown, and its place is still right', async () => {
    const tray = await createTray();
    const { documentId } = blackened;
    const quote = 'The witness lives in and works there.';
    await api.catalog.trays.addItem(tray.id, {
      documentId,
      passageId: null,
      spans,
      quote,
      prefix: '',
      suffix: '',
      note: '',
    });
    const { trays } = traysAnswerSchema.parse((await api.ask('/api/trays')).json());
    expect(trays[0]?.items[0]).toMatchObject({ quote: shown, spans });
    const body = { scope: 'tray', trayId: tray.id, format: 'csv' };
    expect((await api.send('POST', '/api/exports', body)).body.toString('utf8')).not.toContain('not found any more');
  });

  test('in the quote of a tag or note', async () => {
    const answer = await api.send('POST', '/api/annotations', { documentId: blackened.documentId, spans, note: 'x' });
    expect(answer.json()).toMatchObject({ quote: shown, spans, state: 'exact' });
  });

  test('and the page says where, for a quote that is copied from it', async () => {
    const page = (await api.ask(`/api/documents/${blackened.documentId}/pages/1`)).json();
    expect(page).toMatchObject({ holes: [{ at: 20, isLine: false }] });
    const other = (await api.ask(`/api/documents/${order.documentId}/pages/1`)).json();
    expect(other).not.toHaveProperty('holes');
  });
});
