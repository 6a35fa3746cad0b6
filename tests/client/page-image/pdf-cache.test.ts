import { describe, expect, test } from '@jest/globals';
import { createPdfCache } from '../../../client/src/page-image/pdf-cache.ts';

function cacheOf(limit: number, fails: ReadonlySet<string> = new Set()) {
  const opened: string[] = [];
  const closed: string[] = [];
  const cache = createPdfCache<string>({
    open: async (id) => {
      opened.push(id);
      if (fails.has(id)) throw new Error(`no ${id}`);
      return id;
    },
    close: (id) => closed.push(id),
    limit,
  });
  return { cache, opened, closed };
}

describe('the cache of opened PDFs', () => {
  test('one opening is shared', async () => {
    const { cache, opened } = cacheOf(2);
    await Promise.all([cache.open('a'), cache.open('a')]);
    expect(opened).toEqual(['a']);
  });

  test('the one used longest ago is closed', async () => {
    const { cache, closed } = cacheOf(2);
    for (const id of ['a', 'b', 'a', 'c']) await cache.open(id);
    await Promise.resolve();
    expect(closed).toEqual(['b']);
  });

  test('a failed opening is tried again', async () => {
    const { cache, opened } = cacheOf(2, new Set(['a']));
    await expect(cache.open('a')).rejects.toThrow('no a');
    await expect(cache.open('a')).rejects.toThrow('no a');
    expect(opened).toEqual(['a', 'a']);
  });
});
