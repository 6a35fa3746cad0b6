// How many pages have a printed number, a Bates number, a Page ID, and whether these numbers contradict one another.
// In: pages of a file. Out: figures and the contradictions. Without a truth a number cannot be called right, but two numbers that
// do not rise from page to page cannot both be.
import type { Page } from '../../server/contract/page.ts';
import { count, share, type Figures } from './figures.ts';

export interface NumberFault {
  readonly pageNumber: number;
  readonly fault: string;
}

/** A count that begins anew belongs to a document of its own (an exhibit after its slip-sheet); its first pages may bear no number. */
const firstOfNewCount = 4;

/** Measures a file. */
export function readPageNumbers(pages: readonly Page[]): {
  readonly figures: Figures;
  readonly faults: readonly NumberFault[];
} {
  const read = pages.filter(({ unread }) => unread === null);
  const faults = [...contradictions(pages, 'pageLabel'), ...contradictions(pages, 'bates')];
  const having = (field: 'pageLabel' | 'bates' | 'pageId'): number =>
    read.filter((page) => page[field] !== null).length;
  return {
    figures: {
      'printed numbers': share(having('pageLabel'), read.length),
      'Bates numbers': count(having('bates')),
      'Page IDs': count(having('pageId')),
      contradictions: count(faults.length),
    },
    faults: faults.toSorted((one, other) => one.pageNumber - other.pageNumber),
  };
}

function contradictions(pages: readonly Page[], field: 'pageLabel' | 'bates'): NumberFault[] {
  const faults: NumberFault[] = [];
  const last = new Map<string, { readonly value: number; readonly text: string }>();
  for (const page of pages) {
    const text = page[field];
    const number = text === null ? null : numberIn(text);
    if (text === null || number === null) continue;
    const before = last.get(number.style);
    last.set(number.style, { value: number.value, text });
    if (before === undefined || number.value > before.value) continue;
    // A cover and the first page of the text may both be 1 (looked at: cand.300924.163 p. 10, cand.315257.405 p. 3).
    const anew =
      field === 'pageLabel' && (number.value === 1 || (number.value < before.value && number.value <= firstOfNewCount));
    if (!anew) faults.push({ pageNumber: page.pageNumber, fault: `${field} ${text} after ${before.text}` });
  }
  return faults;
}

/** The value of a number and what else it consists of: `META-000123` counts with `META-000124` only. */
export function numberIn(text: string): { readonly style: string; readonly value: number } | null {
  const [, before, digits] = /^(.*?)(\d+)$/.exec(text) ?? [];
  if (before !== undefined && digits !== undefined) return { style: before, value: Number(digits) };
  const numeral = text.toLowerCase();
  if (!/^[ivxlcdm]+$/.test(numeral)) return null;
  const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  const values = numeral.split('').map((letter) => worth[letter] ?? 0);
  const value = values.reduce((sum, each, at) => sum + (each < (values[at + 1] ?? 0) ? -each : each), 0);
  return { style: text === numeral ? 'roman' : 'ROMAN', value };
}
