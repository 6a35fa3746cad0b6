// What one document names, counted over its passages.
import { expect, test } from '@jest/globals';
import { incoming, pageOf, readingOf, temporaryCatalog } from './readings.ts';

test('names by passages, days with their first page, e-mails in order', async () => {
  const own = temporaryCatalog();
  try {
    const file = incoming('a.pdf');
    await own.catalog.jobs.enqueue(file);
    const job = await own.catalog.jobs.lease('tester', 1000);
    const reading = readingOf(file.sha256, [pageOf(1, ['One.']), pageOf(2, ['Two.'])]);
    const head = {
      from: 'Jane Doe',
      to: ['Richard Roe'],
      cc: [],
      sent: 'May 2, 2015',
      sentOn: '2015-05-02',
      subject: 'deck',
    };
    const entities = [
      { people: ['Jane Doe'], organizations: ['Roe, Inc.'], products: [], amounts: [], dates: ['2015-05-02'] },
      {
        people: ['Jane Doe', 'Richard Roe'],
        organizations: [],
        products: ['Titan API'],
        amounts: [],
        dates: ['2014-01', '2015-05-02'],
      },
    ];
    const passages = reading.passages.map((passage, at) => ({
      ...passage,
      entities: entities[at] ?? passage.entities,
      ...(at === 1 ? { emails: [head] } : {}),
    }));
    const { documentIds } = await own.catalog.jobs.complete(job?.jobId ?? '', { ...reading, passages });
    expect(await own.catalog.names.ofDocument(documentIds[0] ?? '')).toEqual({
      people: [
        { name: 'Jane Doe', passages: 2 },
        { name: 'Richard Roe', passages: 1 },
      ],
      organizations: [{ name: 'Roe, Inc.', passages: 1 }],
      products: [{ name: 'Titan API', passages: 1 }],
      dates: [
        { date: '2014-01', pageNumber: 2 },
        { date: '2015-05-02', pageNumber: 1 },
      ],
      emails: [{ pageNumber: 2, ...head }],
    });
    expect(await own.catalog.names.ofDocument('nobody')).toBeNull();
  } finally {
    await own.close();
  }
});
