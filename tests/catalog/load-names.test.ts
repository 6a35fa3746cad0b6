import { expect, test } from '@jest/globals';
import { gazetteerFact, loadNames, revisionFact, revisionOf } from '../../server/catalog/load-names.ts';
import { temporaryDatabase } from './readings.ts';

test('names come from facts and edits; a new catalog has none', async () => {
  const own = temporaryDatabase();
  const { database } = own;
  try {
    const none = { people: [], organizations: [], products: [] };
    expect(await loadNames(database.reader)).toEqual({ ...none, refused: none, revision: 0 });
    await database.write(async (writer) => {
      const gazetteer = JSON.stringify({ ...none, people: [{ name: 'Jane Doe', aliases: [] }] });
      await writer
        .insertInto('facts')
        .values([
          { name: gazetteerFact, value: gazetteer },
          { name: revisionFact, value: '7' },
        ])
        .execute();
      await writer
        .insertInto('nameEdits')
        .values({ kind: 'product', key: 'titan', name: 'Titan', aliasesJson: '["T"]' })
        .execute();
      expect(await revisionOf(writer)).toBe(7);
    });
    expect(await loadNames(database.reader)).toMatchObject({
      people: [{ name: 'Jane Doe', aliases: [] }],
      products: [{ name: 'Titan', aliases: ['T'] }],
      revision: 7,
    });
  } finally {
    await own.close();
  }
});
