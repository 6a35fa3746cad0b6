// Files of a folder as they were: the next start must recognise them to the millisecond's fraction.
import { expect, test } from '@jest/globals';
import { createSeenStore } from '../../server/catalog/seen-store.ts';
import { temporaryDatabase } from './readings.ts';

test('a file is known by its path, as it was put last', async () => {
  const own = temporaryDatabase();
  const seen = createSeenStore(own.database);
  const file = { size: 5_000_000_000, modified: 1767225600123.25, sha256: 'aa', detailsHash: 'one' };
  expect(await seen.get('/c/a.pdf')).toBeNull();
  await seen.put('/c/a.pdf', file);
  await seen.put('/c/ä 😀.pdf', { ...file, sha256: 'bb' });
  expect(await seen.get('/c/a.pdf')).toEqual(file);
  expect(await seen.get('/c/ä 😀.pdf')).toEqual({ ...file, sha256: 'bb' });
  const changed = { ...file, modified: file.modified + 1, detailsHash: 'two' };
  await seen.put('/c/a.pdf', changed);
  expect(await seen.get('/c/a.pdf')).toEqual(changed);
  expect(await seen.get('/C/A.pdf')).toBeNull();
  await own.close();
});
