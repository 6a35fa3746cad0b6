import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { copyText } from '../../../client/src/tagging/copy.ts';

/** The browser's item, as far as it is used: keeps the promises it is given. */
class Item {
  readonly data: Record<string, Promise<Blob>>;
  constructor(data: Record<string, Promise<Blob>>) {
    this.data = data;
  }
}

beforeAll(() => {
  Object.assign(globalThis, { ClipboardItem: Item });
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'ClipboardItem');
});

test('both forms go to the clipboard before the text is known, and the plain one is told', async () => {
  const written: string[] = [];
  const write = async (items: unknown[]) => {
    for (const item of items) {
      if (!(item instanceof Item)) throw new Error('no item');
      for (const blob of Object.values(item.data)) written.push(`${(await blob).type} ${await (await blob).text()}`);
    }
  };
  await expect(copyText(Promise.resolve({ plain: 'a', html: '<p>a</p>' }), { write })).resolves.toBe('a');
  expect(written).toEqual(['text/plain a', 'text/html <p>a</p>']);
});

test('a browser that refuses is heard', async () => {
  const write = async () => Promise.reject(new Error('no permission'));
  await expect(copyText(Promise.resolve({ plain: '', html: '' }), { write })).rejects.toThrow('no permission');
});
