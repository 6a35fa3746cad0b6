import { describe, expect, test } from '@jest/globals';
import { commandOf, placeOf, shortcuts, type KeyPlace, type KeyPress } from '../../../client/src/app/shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  isComposing: false,
  ...more,
});

describe('commandOf', () => {
  test.each<[KeyPress, KeyPlace, boolean, string | null, string]>([
    [press('j'), 'page', true, 'next-hit', 'a single key on the page'],
    [press('j'), 'field', true, null, 'typing is typing'],
    [press('Escape'), 'field', true, 'back', 'Esc leaves a field'],
    [press('Enter'), 'control', true, null, 'Enter belongs to the button'],
    [press('t'), 'layer', true, null, 'a menu keeps its keys'],
    [press('c', { ctrlKey: true }), 'page', true, null, 'Ctrl-C copies'],
    [press('n', { isComposing: true }), 'page', true, null, 'an input method is at work'],
    [press('n', { defaultPrevented: true }), 'page', true, null, 'somebody else has handled it'],
    [press('n'), 'page', false, null, 'switched off (WCAG 2.1.4)'],
    [press('Escape'), 'page', false, 'back', 'Esc is no character'],
    [press('x'), 'page', true, null, 'no such key'],
  ])('%# → %s (%s)', (key, place, on, command) => {
    expect(commandOf(key, place, on)).toBe(command);
  });

  test('no key stands for two commands', () => {
    expect(new Set(shortcuts.map(({ key }) => key)).size).toBe(shortcuts.length);
  });
});

test('outside of any element the page has the key', () => {
  expect(placeOf(null)).toBe('page');
});
