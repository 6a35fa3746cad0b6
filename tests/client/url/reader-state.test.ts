import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readerPanels, readerStrips, readReaderState, writeReaderState } from '../../../client/src/url/reader-state.ts';
import { emptySearch } from '../../../server/contract/search-api.ts';

describe('the address of the Reader', () => {
  test.each<[Record<string, string>, object, string]>([
    [{}, { at: 1, hit: null, passageId: null, panel: null, strip: null, problem: null }, 'the bare document'],
    [{ strip: 'outline' }, { strip: 'outline', panel: null }, 'what stands to the left, by itself'],
    [{ strip: 'attic' }, { strip: null, problem: null }, 'nonsense there is no fault of the question'],
    [{ at: '7', hit: '2', panel: 'details' }, { at: 7, hit: 2, panel: 'details' }, 'page, hit, panel'],
    [{ at: '-1', hit: 'x', panel: 'cellar' }, { at: 1, hit: null, panel: null }, 'nonsense falls back'],
    [{ q: 'titan', passage: 'p' }, { passageId: 'p', request: { ...emptySearch, q: 'titan' } }, 'the question'],
  ])('%j → %j (%s)', (record, state) => {
    expect(readReaderState(record)).toMatchObject(state);
  });

  test('a question that cannot be read is named, the page stays', () => {
    const read = readReaderState({ at: '3', colour: 'red' });
    expect(read).toMatchObject({ at: 3, request: emptySearch });
    expect(read.problem).toMatch(/colour/);
  });

  test('writing and reading give back the same', () => {
    const state = fc.record({
      request: fc.record({ q: fc.string({ maxLength: 40 }) }).map(({ q }) => ({ ...emptySearch, q })),
      at: fc.integer({ min: 1, max: 99_999 }),
      hit: fc.option(fc.integer({ min: 1, max: 99_999 })),
      passageId: fc.option(fc.string({ minLength: 1 })),
      panel: fc.option(fc.constantFrom(...readerPanels)),
      strip: fc.option(fc.constantFrom(...readerStrips)),
    });
    fc.assert(
      fc.property(state, (each) => {
        expect(readReaderState(writeReaderState(each))).toEqual({ ...each, problem: null });
      }),
    );
  });
});
