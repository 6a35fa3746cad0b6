// The part of the graphics state that decides what is seen.
import { describe, expect, test } from '@jest/globals';
import { unknownFont } from '../../server/parse/font-facts.ts';
import { applyGState, enterGroup, initialState, isOpaque } from '../../server/parse/graphics-state.ts';

const font = { ...unknownFont, name: 'F2' };

describe('graphics state', () => {
  test.each([
    ['nothing set', [], true],
    ['alpha of a half (a highlighter)', [['ca', 0.5]], false],
    ['alpha of one', [['ca', 1]], true],
    ['multiplied (a highlighter)', [['BM', 'multiply']], false],
    ['normal blending', [['BM', 'source-over']], true],
    ['a soft mask', [['SMask', {}]], false],
    ['no soft mask', [['SMask', false]], true],
    ['an entry of the wrong kind', [['ca', 'half'], 7, null], true],
    ['no list', 'ca', true],
  ])('opaque: %s', (_, entries, expected) => {
    const state = initialState();
    applyGState(state, entries, () => font);
    expect(isOpaque(state, state.alpha)).toBe(expected);
  });

  test('a font set by the state', () => {
    const state = initialState();
    applyGState(state, [['Font', ['F2', 9]]], () => font);
    expect([state.font.name, state.fontSize]).toEqual(['F2', 9]);
  });

  test('a group painted half transparent hides nothing, though inside it alpha is one again', () => {
    const state = initialState();
    state.alpha = 0.5;
    enterGroup(state);
    expect(state.alpha).toBe(1);
    expect(isOpaque(state, state.alpha)).toBe(false);
  });

  test('each page begins with a state of its own', () => {
    const state = initialState();
    state.alpha = 0;
    expect(initialState().alpha).toBe(1);
  });
});
