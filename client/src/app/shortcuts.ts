// Keyboard shortcuts: a key press in → the command it means, or none. Single keys never fire in fields, menus or dialogs,
// and can be switched off (WCAG 2.1.4); the choice is kept in localStorage.
import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Every shortcut, in the order of the card. */
export const shortcuts = [
  { command: 'focus-search', key: '/', shown: '/', meaning: 'Go to the search box', place: 'Everywhere' },
  { command: 'show-shortcuts', key: '?', shown: '?', meaning: 'Show this card', place: 'Everywhere' },
  { command: 'next-hit', key: 'j', shown: 'j', meaning: 'Next hit', place: 'Search' },
  { command: 'previous-hit', key: 'k', shown: 'k', meaning: 'Previous hit', place: 'Search' },
  { command: 'open', key: 'Enter', shown: 'Enter', meaning: 'Open the selected hit', place: 'Search' },
  {
    command: 'back',
    key: 'Escape',
    shown: 'Esc',
    meaning: 'Leave the box, the selection, the reader',
    place: 'Everywhere',
  },
  { command: 'copy-citation', key: 'c', shown: 'c', meaning: 'Copy the citation', place: 'Search and reader' },
  {
    command: 'add-to-tray',
    key: 'a',
    shown: 'a',
    meaning: 'Collect in the tray, or take out',
    place: 'Search and reader',
  },
  { command: 'tag', key: 't', shown: 't', meaning: 'Tag', place: 'Search and reader' },
  { command: 'next-painted', key: 'n', shown: 'n', meaning: 'Next hit in the document', place: 'Reader' },
  { command: 'previous-painted', key: 'p', shown: 'p', meaning: 'Previous hit in the document', place: 'Reader' },
] as const;
export type Command = (typeof shortcuts)[number]['command'];

/** What of a key press decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** A part that handled the key already (a menu closing itself). */
  readonly defaultPrevented: boolean;
  /** An input method is composing (Japanese, dead keys). */
  readonly isComposing: boolean;
}

/** Where the key was pressed. */
export type KeyPlace = 'page' | 'field' | 'control' | 'layer';

/** The command of a key press. In a field only Escape counts; on a control Enter is the control's own; a layer keeps all. */
export function commandOf(press: KeyPress, place: KeyPlace, switchedOn = true): Command | null {
  if (press.defaultPrevented || press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return null;
  const found = shortcuts.find(({ key }) => key === press.key);
  if (found === undefined || place === 'layer') return null;
  if (place === 'field') return found.command === 'back' ? 'back' : null;
  if (place === 'control' && found.command === 'open') return null;
  // Enter and Escape are no characters: WCAG 2.1.4 does not ask for a switch, and people expect them.
  if (!switchedOn && press.key.length === 1) return null;
  return found.command;
}

const layers = '[role="dialog"], [role="menu"], [role="listbox"], [role="alertdialog"]';
const fields =
  'textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"], [role="slider"], ' +
  'input:not([type="checkbox"]):not([type="radio"]):not([type="button"])';

/** Where an element stands, for `commandOf`. */
export function placeOf(target: Pick<Element, 'closest'> | null): KeyPlace {
  if (target === null) return 'page';
  if (target.closest(layers) !== null) return 'layer';
  if (target.closest(fields) !== null) return 'field';
  return target.closest('a[href], button, summary, input') === null ? 'page' : 'control';
}

const storageKey = 'pincite-shortcuts';
const listeners = new Set<() => void>();

/** Whether single keys are on; they are until somebody switches them off. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    // Storage may be forbidden: then the choice lasts as long as nothing does, and keys stay on.
    return true;
  }
}

export function switchShortcuts(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export function useShortcutsSwitch(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, areShortcutsOn);
}

/** Runs a handler for each command while the component is shown; a handler that does nothing returns false. */
export function useShortcuts(handlers: Readonly<Partial<Record<Command, () => void | false>>>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const command = commandOf(event, placeOf(target), areShortcutsOn());
      const handler = command === null ? undefined : latest.current[command];
      if (handler !== undefined && handler() !== false) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
