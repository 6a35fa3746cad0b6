// The record of who looked under a redaction: in order, with its time, and still there when the document is gone.
import { expect, test } from '@jest/globals';
import { createAuditStore } from '../../server/catalog/audit-store.ts';
import { temporaryDatabase } from './readings.ts';

test('events come back newest first, as many as are asked for', async () => {
  const own = temporaryDatabase();
  let second = 0;
  const audit = createAuditStore(own.database, { now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, (second += 1))) });
  expect(await audit.list(10)).toEqual([]);
  for (const filename of ['a.pdf', 'b.pdf', 'c.pdf'])
    await audit.record({ kind: 'original-served', documentId: `of ${filename}`, sha256: 'ff', filename });
  expect(await audit.list(2)).toEqual([
    {
      at: '2026-01-01T00:00:03.000Z',
      kind: 'original-served',
      documentId: 'of c.pdf',
      sha256: 'ff',
      filename: 'c.pdf',
    },
    {
      at: '2026-01-01T00:00:02.000Z',
      kind: 'original-served',
      documentId: 'of b.pdf',
      sha256: 'ff',
      filename: 'b.pdf',
    },
  ]);
  await own.close();
});
