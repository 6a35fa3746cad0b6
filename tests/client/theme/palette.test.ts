import { describe, expect, test } from '@jest/globals';
import {
  contrastOf,
  dark,
  light,
  variableNameOf,
  variablesOf,
  type Palette,
} from '../../../client/src/theme/palette.ts';

const pairs: readonly (readonly [keyof Palette, keyof Palette, number])[] = [
  ['ink', 'paper', 7],
  ['ink2', 'paper', 4.5],
  ['ink3', 'paper', 4.5],
  ['ink3', 'ground', 4.5],
  ['ink3', 'hover', 4.5],
  ['ink3', 'accentSoft', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'ground', 4.5],
  ['accent', 'accentSoft', 4.5],
  ['onAccent', 'accent', 4.5],
  ['markInk', 'mark', 4.5],
  ['danger', 'paper', 4.5],
  ['danger', 'dangerSoft', 4.5],
  ['good', 'paper', 4.5],
  ['edge', 'paper', 3],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, palette) => {
  test.each(pairs)('%s on %s has %d : 1 (WCAG 1.4.3, 1.4.11)', (front, back, least) => {
    expect(contrastOf(palette[front], palette[back])).toBeGreaterThanOrEqual(least);
  });
});

test('names of variables', () => {
  expect(variableNameOf('accentSoft')).toBe('--pc-accent-soft');
  expect(variableNameOf('ink2')).toBe('--pc-ink-2');
  expect(variablesOf(light)['--pc-ground']).toBe(light.ground);
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
});
