// Cutting and joining never moves a character.
import { describe, expect, test } from '@jest/globals';
import { joinFragments, partOfFragment, placeOf } from '../../server/parse/fragment-edit.ts';
import { fragment } from './glyph-rows.ts';

describe('partOfFragment', () => {
  const line = fragment('Page 2 of 20   2', 100, 700, { superscripts: [[5, 6]] });
  test.each([
    ['a word', 0, 4, 'Page', 100],
    ['spaces at the ends are left out', 4, 7, '2', 125],
    ['the tail', 12, 16, '2', 175],
  ])('%s', (_, from, to, text, u0) => {
    const part = partOfFragment(line, from, to);
    expect([part?.text, part?.u0, part?.x, part?.advances.length]).toEqual([text, u0, u0, text.length]);
  });

  test.each([
    ['nothing', 3, 3],
    ['only spaces', 12, 14],
  ])('%s: null', (_, from, to) => {
    expect(partOfFragment(line, from, to)).toBeNull();
  });

  test('the whole is the same fragment', () => {
    expect(partOfFragment(line, 0, line.text.length)).toBe(line);
  });

  test('raised figures keep their letters', () => {
    expect(partOfFragment(line, 5, 16)?.superscripts).toEqual([[0, 1]]);
    expect(partOfFragment(line, 7, 16)?.superscripts).toEqual([]);
  });

  test('text that runs upwards moves upwards', () => {
    const upward = fragment('one two', 100, -50, { angle: 90, x: 50, y: 100 });
    expect(partOfFragment(upward, 4, 7)).toMatchObject({ text: 'two', x: 50, y: 120 });
  });
});

describe('joinFragments', () => {
  test('the gap is the advance of the space, so the second word stays where it was', () => {
    const joined = joinFragments([fragment('ab', 100, 700), fragment('cd', 160, 700)]);
    expect(joined?.text).toBe('ab cd');
    expect(joined && placeOf(joined, 3)).toBe(160);
    expect(joined?.u1).toBe(170);
  });

  test('weight goes by letters', () => {
    const joined = joinFragments([fragment('ab', 100, 700, { bold: true }), fragment('cdef', 160, 700)]);
    expect(joined?.bold).toBe(false);
  });

  test('nothing joined is nothing', () => {
    expect(joinFragments([])).toBeNull();
  });
});
