// What on each page is furniture, learned from the file as a whole.
// Shape in: the drafts of all pages → shape out: for each page its fragments (cut where furniture shared them), which of them
// are what, its stamps, numbers and grids. In doubt a fragment is body text: nothing a filing says may vanish.
import type { Furniture, Stamp } from '../contract/page.ts';
import { findBates } from './bates.ts';
import type { Fragment } from './lines.ts';
import { heightAt, type NumberGrid } from './number-grid.ts';
import type { PageDraft } from './page-draft.ts';
import { findGridsOfFile } from './grids-of-file.ts';
import { edgesOf, edgeShare, halfMarkedRows, type EdgeFragment } from './page-edges.ts';
import { findPageLabels, type LabelText } from './page-labels.ts';
import { findRepeatedHeads } from './repeated-heads.ts';
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

/** Marks the furniture of a whole file. */
export function furnish(drafts: readonly PageDraft[]): FurnishedPage[] {
  const pages = drafts.map(begin);
  markNumbers(pages);
  const byPage = new Map(pages.map((page) => [page.draft.pageNumber, page]));
  markBates(pages, byPage);
  markHeadsAndFeet(pages, byPage);
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
  const found = findGridsOfFile(
    pages.map(({ fragments, furniture }) => fragments.filter((fragment) => !furniture.has(fragment))),
  );
  pages.forEach((page, index) => {
    for (const grid of found[index] ?? []) {
      page.grids.push(grid);
      for (const fragment of grid.numbers) page.furniture.set(fragment, 'line-number');
    }
    markLeftMargin(page);
  });
}

interface PageEdge extends EdgeFragment {
  readonly page: Work;
}

function edges(page: Work): EdgeFragment[] {
  return edgesOf(page.fragments, page.furniture, page.grids, page.draft.box);
}

function markBates(pages: readonly Work[], byPage: ReadonlyMap<number, Work>): void {
  const texts = pages.flatMap((page) =>
    edges(page).map(({ fragment }) => ({ pageNumber: page.draft.pageNumber, text: fragment.text, fragment })),
  );
  const found = findBates(texts);
  for (const { pageNumber, text, fragment } of texts) {
    const page = byPage.get(pageNumber);
    const numbers = found.get(pageNumber);
    if (!page || !numbers?.includes(text)) continue;
    page.bates = numbers[0] ?? null;
    page.furniture.set(fragment, 'bates');
  }
}

/** Page numbers and running heads and feet; a row beside line numbers is a foot as a whole or not at all. */
function markHeadsAndFeet(pages: readonly Work[], byPage: ReadonlyMap<number, Work>): void {
  const found = pages.flatMap((page) => edges(page).map((edge): PageEdge => ({ page, ...edge })));
  markLabels(found, byPage);
  markRunning(found, pages.length);
  markRepeatedHeads(pages);
  for (const [page, own] of Map.groupBy(found, (edge) => edge.page)) {
    for (const fragment of halfMarkedRows(own, page.furniture)) {
      if (page.furniture.get(fragment) === 'page-number') page.pageLabel = null;
      page.furniture.delete(fragment);
    }
  }
}

function markLabels(edgesOfFile: readonly PageEdge[], byPage: ReadonlyMap<number, Work>): void {
  const texts = edgesOfFile.map(({ page, fragment, zone }): LabelText & { readonly fragment: Fragment } => {
    const [left, bottom, right] = page.draft.box;
    const at = ((fragment.u0 + fragment.u1) / 2 - left) / Math.max(1, right - left);
    return { pageNumber: page.draft.pageNumber, text: fragment.text, zone, at, v: fragment.v - bottom, fragment };
  });
  const fragmentOf = new Map<LabelText, Fragment>(texts.map((text) => [text, text.fragment]));
  for (const [pageNumber, { label, source, alone }] of findPageLabels(texts)) {
    const [page, fragment] = [byPage.get(pageNumber), fragmentOf.get(source)];
    if (!page || !fragment) continue;
    page.pageLabel = label;
    page.furniture.set(fragment, alone ? 'page-number' : source.zone === 'head' ? 'header' : 'footer');
  }
}

function markRunning(edgesOfFile: readonly PageEdge[], pageCount: number): void {
  const lines = edgesOfFile
    .filter(({ page, fragment }) => !page.furniture.has(fragment))
    .map((edge) => ({
      pageNumber: edge.page.draft.pageNumber,
      text: edge.fragment.text,
      v: edge.fragment.v - edge.page.draft.box[1],
      beside: edge.beside,
      source: edge,
    }));
  for (const [page, running] of Map.groupBy(findRunning(lines, pageCount), ({ page: of }) => of)) {
    if (!leavesText(page, new Set(running.map(({ fragment }) => fragment)))) continue;
    for (const { fragment, zone } of running) page.furniture.set(fragment, zone === 'head' ? 'header' : 'footer');
  }
}

/** Heads and feet stand around something: a picture, or other text. What is all a page says is its text, however often it is said. */
function leavesText({ draft, fragments, furniture }: Work, running: ReadonlySet<Fragment>): boolean {
  return draft.imageShare > 0.02 || fragments.some((fragment) => !running.has(fragment) && !furniture.has(fragment));
}

/** Rows that go on with a running head, down to a quarter of the page. */
function markRepeatedHeads(pages: readonly Work[]): void {
  const heads = pages.flatMap(({ draft, fragments, furniture }) => {
    const marked = fragments.filter((fragment) => furniture.get(fragment) === 'header');
    if (marked.length === 0) return [];
    const [, bottom, , top] = draft.box;
    const head = Math.min(...marked.map(({ v }) => v));
    const below = fragments.filter(
      (fragment) => fragment.v < head - 2 && fragment.v > top - 0.25 * (top - bottom) && !furniture.has(fragment),
    );
    const rows = [...Map.groupBy(below, ({ row }) => row).values()]
      .toSorted((a, b) => (b[0]?.v ?? 0) - (a[0]?.v ?? 0))
      .map((row) => ({
        pageNumber: draft.pageNumber,
        text: row.map(({ text }) => text).join(' '),
        v: (row[0]?.v ?? 0) - bottom,
        source: { row, furniture },
      }));
    return [{ head: head - bottom, rows }];
  });
  for (const { row, furniture } of findRepeatedHeads(heads))
    for (const fragment of row) furniture.set(fragment, 'header');
}

/** What stands left of the line numbers, or mostly so: a firm's name, the time at which a line was spoken. */
function markLeftMargin(page: Work): void {
  const [grid, ...others] = page.grids;
  if (!grid || others.length > 0) return;
  for (const fragment of page.fragments) {
    const isLeft =
      fragment.u1 <= grid.right + 1 || (fragment.u0 < grid.left - 2 && (fragment.u0 + fragment.u1) / 2 < grid.right);
    if (isLeft && !page.furniture.has(fragment)) page.furniture.set(fragment, 'margin');
  }
}

/** What stands below the last line number, and text that runs along an edge of the sheet. */
function markMargins(page: Work): void {
  const [grid, ...others] = page.grids;
  if (grid && others.length === 0 && grid.last >= 24) {
    const [, bottom, , top] = page.draft.box;
    const below = Math.min(heightAt(grid, grid.last + 0.75), bottom + edgeShare * (top - bottom));
    for (const fragment of page.fragments)
      if (!page.furniture.has(fragment) && fragment.v < below) page.furniture.set(fragment, 'footer');
  }
  const mainLetters = page.fragments.reduce((sum, { text }) => sum + text.length, 0);
  const asideLetters = page.asides.reduce((sum, { text }) => sum + text.length, 0);
  if (asideLetters > 0.3 * mainLetters && mainLetters > 0) return;
  for (const fragment of page.asides) if (!page.furniture.has(fragment)) page.furniture.set(fragment, 'margin');
}
