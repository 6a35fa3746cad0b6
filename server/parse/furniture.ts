// What on each page is furniture, learned from the file as a whole.
// Shape in: the drafts of all pages → shape out: for each page its fragments (cut where furniture shared them), which of them
// are what, its stamps, numbers and grids. In doubt a fragment is body text: nothing a filing says may vanish.
import type { Furniture, Stamp } from '../contract/page.ts';
import { findBates } from './bates.ts';
import type { Fragment } from './lines.ts';
import type { PageDraft } from './page-draft.ts';
import { findPageLabels, type LabelText } from './page-labels.ts';
import { findNumberGrids, type NumberGrid } from './pleading-numbers.ts';
import { findRunning } from './running-text.ts';
import { markStamps } from './stamp-lines.ts';

/** A page with its furniture known. */
export interface FurnishedPage {
  readonly draft: PageDraft;
  readonly fragments: readonly Fragment[];
  readonly asides: readonly Fragment[];
  readonly furniture: ReadonlyMap<Fragment, Furniture>;
  readonly grids: readonly NumberGrid[];
  readonly stamps: readonly Stamp[];
  readonly pageLabel: string | null;
  readonly bates: string | null;
}

interface Work {
  readonly draft: PageDraft;
  fragments: readonly Fragment[];
  asides: readonly Fragment[];
  readonly furniture: Map<Fragment, Furniture>;
  readonly grids: NumberGrid[];
  stamps: readonly Stamp[];
  pageLabel: string | null;
  bates: string | null;
}

/** Share of the page's height in which heads and feet are looked for. */
const edge = 0.13;
/** A number column is believed with this few numbers where the file has full ones. */
const fewNumbers = 4;

/** Marks the furniture of a whole file. */
export function furnish(drafts: readonly PageDraft[]): FurnishedPage[] {
  const pages = drafts.map(begin);
  markNumbers(pages);
  const byPage = new Map(pages.map((page) => [page.draft.pageNumber, page]));
  markBates(pages, byPage);
  markLabels(pages, byPage);
  markRunning(pages);
  for (const page of pages) markMargins(page);
  return pages;
}

function begin(draft: PageDraft): Work {
  const furniture = new Map<Fragment, Furniture>();
  const main = markStamps(draft.fragments, draft.box);
  // On a page whose text runs sideways the stamp still runs along an edge of the sheet: look at all asides.
  const everywhere = [-1e6, 1e6, 1e6, 1e6] as const;
  const aside = markStamps(draft.asides, everywhere);
  for (const fragment of [...main.marked, ...aside.marked]) furniture.set(fragment, 'stamp');
  return {
    draft,
    fragments: main.fragments,
    asides: aside.fragments,
    furniture,
    grids: [],
    stamps: [...main.stamps, ...aside.stamps].toSorted((a, b) => (b.filedOn ?? '').localeCompare(a.filedOn ?? '')),
    pageLabel: null,
    bates: null,
  };
}

function markNumbers(pages: readonly Work[]): void {
  const full = pages.map((page) => findNumberGrids(page.fragments));
  const columns = full.flat();
  pages.forEach((page, index) => {
    const own = full[index] ?? [];
    const known =
      own.length > 0
        ? own
        : findNumberGrids(page.fragments, fewNumbers).filter((grid) => columns.some((column) => isAlike(column, grid)));
    for (const grid of known) {
      page.grids.push(grid);
      for (const fragment of grid.numbers) page.furniture.set(fragment, 'line-number');
    }
  });
}

function isAlike(column: NumberGrid, grid: NumberGrid): boolean {
  return Math.abs(column.right - grid.right) < 12 && Math.abs(column.slope - grid.slope) < 0.05 * -column.slope;
}

/** Fragments near the top or bottom of a page that are nothing yet. */
function edgesOf(page: Work): { readonly fragment: Fragment; readonly zone: 'head' | 'foot' }[] {
  const [, bottom, , top] = page.draft.box;
  const height = top - bottom;
  const last = page.grids.length === 1 ? page.grids[0] : undefined;
  const footBelow = last && last.last >= 20 ? last.origin + last.slope * (last.last + 0.6) : bottom + edge * height;
  // What stands beside the first line number is text, however high on the sheet that is.
  const headAbove = last && last.first === 1 ? last.origin + last.slope * 0.4 : -Infinity;
  return page.fragments.flatMap((fragment): { fragment: Fragment; zone: 'head' | 'foot' }[] => {
    if (page.furniture.has(fragment)) return [];
    if (fragment.v > Math.max(headAbove, top - edge * height)) return [{ fragment, zone: 'head' }];
    return fragment.v < Math.max(footBelow, bottom + edge * height) ? [{ fragment, zone: 'foot' }] : [];
  });
}

function markBates(pages: readonly Work[], byPage: ReadonlyMap<number, Work>): void {
  const edges = pages.flatMap((page) =>
    edgesOf(page).map(({ fragment }) => ({ pageNumber: page.draft.pageNumber, text: fragment.text, fragment })),
  );
  for (const [pageNumber, bates] of findBates(edges)) {
    const page = byPage.get(pageNumber);
    if (!page) continue;
    page.bates = bates;
    for (const { fragment } of edges)
      if (fragment.text === bates && page.fragments.includes(fragment)) page.furniture.set(fragment, 'bates');
  }
}

function markLabels(pages: readonly Work[], byPage: ReadonlyMap<number, Work>): void {
  const texts = pages.flatMap((page) =>
    edgesOf(page).map(({ fragment, zone }): LabelText & { readonly fragment: Fragment } => {
      const [left, , right] = page.draft.box;
      const at = ((fragment.u0 + fragment.u1) / 2 - left) / Math.max(1, right - left);
      return { pageNumber: page.draft.pageNumber, text: fragment.text, zone, at, fragment };
    }),
  );
  const fragmentOf = new Map<LabelText, Fragment>(texts.map((text) => [text, text.fragment]));
  for (const [pageNumber, { label, source, alone }] of findPageLabels(texts)) {
    const [page, fragment] = [byPage.get(pageNumber), fragmentOf.get(source)];
    if (!page || !fragment) continue;
    page.pageLabel = label;
    page.furniture.set(fragment, alone ? 'page-number' : source.zone === 'head' ? 'header' : 'footer');
  }
}

function markRunning(pages: readonly Work[]): void {
  const lines = pages.flatMap((page) =>
    edgesOf(page).map(({ fragment, zone }) => ({
      pageNumber: page.draft.pageNumber,
      text: fragment.text,
      v: fragment.v - page.draft.box[1],
      source: { page, fragment, zone },
    })),
  );
  for (const { page, fragment, zone } of findRunning(lines, pages.length))
    page.furniture.set(fragment, zone === 'head' ? 'header' : 'footer');
}

/** What stands left of the line numbers, below the last of them, and text that runs along an edge of the sheet. */
function markMargins(page: Work): void {
  const [grid] = page.grids;
  if (grid && page.grids.length === 1) {
    const below = grid.origin + grid.slope * (grid.last + 0.75);
    for (const fragment of page.fragments) {
      if (page.furniture.has(fragment)) continue;
      if (fragment.u1 <= grid.right + 1) page.furniture.set(fragment, 'margin');
      else if (
        grid.last >= 24 &&
        fragment.v < below &&
        fragment.v < page.draft.box[1] + edge * (page.draft.box[3] - page.draft.box[1])
      )
        page.furniture.set(fragment, 'footer');
    }
  }
  const mainLetters = page.fragments.reduce((sum, { text }) => sum + text.length, 0);
  const asideLetters = page.asides.reduce((sum, { text }) => sum + text.length, 0);
  if (asideLetters > 0.3 * mainLetters && mainLetters > 0) return;
  for (const fragment of page.asides) if (!page.furniture.has(fragment)) page.furniture.set(fragment, 'margin');
}
