// The arithmetic of the thumbnails: widths and page sizes in → columns and picture sizes out, a key press in → the page it leads to out.
// CSS pixels; pages from 1.

/** A cell is at least so wide. */
const cellWidth = 132;
/** The picture stands within these bounds. */
const most = { width: 108, height: 148 };

/** Columns that fit beside one another; one before the width is known. */
export function columnsOf(width: number): number {
  return Math.max(1, Math.floor(width / cellWidth));
}

/** The size of a page's picture, whole pixels, as turned; a page without a size is drawn as a sheet of letter paper. */
export function pictureSizeOf(
  page: { readonly width: number; readonly height: number },
  turn: number,
): { readonly width: number; readonly height: number } {
  const known = page.width > 0 && page.height > 0 ? page : { width: 612, height: 792 };
  const [width, height] = turn % 180 === 0 ? [known.width, known.height] : [known.height, known.width];
  const scale = Math.min(most.width / width, most.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The page that a key leads to from a page, kept within the document; null for another key. */
export function pageAfterKey(key: string, from: number, pageCount: number, columns: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: from - columns,
    ArrowDown: from + columns,
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    Home: 1,
    End: pageCount,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(1, Math.min(to, pageCount));
}
