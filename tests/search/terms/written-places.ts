// Places and rules of nearness as tests write them, and places as a test shows them.
import type { Places } from '../../../server/search/terms/token-stream.ts';
import type { Nearness } from '../../../server/search/terms/windows.ts';

/** Places, each by its position or by its first and last. */
export const at = (...places: (number | [number, number])[]): Places[] =>
  places.map((place) => {
    const [from, to] = typeof place === 'number' ? [place, place] : place;
    return { from, to };
  });

export const within = (words: number, ordered = false): Nearness => ({ words, starts: null, ordered });
export const inside = (...starts: number[]): Nearness => ({ words: null, starts, ordered: false });

export const shown = (places: readonly Places[]): string => places.map(({ from, to }) => `${from}-${to}`).join(' ');
