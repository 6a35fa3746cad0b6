// What a PDF says to pdf.js, an independent reader: the words of each page with their places, how many images, and the file's own facts.
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Words as drawn, `x` and `y` of the baseline's start in PDF user space. */
export interface ReadWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly upright: boolean;
}

/** A page. */
export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly ReadWords[];
  readonly images: number;
}

/** Reads a file. */
export async function readPdf(bytes: Uint8Array): Promise<{ pages: ReadPage[]; info: Record<string, unknown> }> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    const document = await task.promise;
    const { info } = await document.getMetadata();
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const { fnArray } = await page.getOperatorList();
      const words = items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        // pdf.js types a transform as any[]; it has six numbers.
        const [, skew = 0, , , x = 0, y = 0] = item.transform as number[];
        return [{ text: item.str, x, y, upright: skew !== 0 }];
      });
      pages.push({ width, height, words, images: fnArray.filter((name) => name === OPS.paintImageXObject).length });
    }
    return { pages, info: info as Record<string, unknown> };
  } finally {
    await task.destroy();
  }
}
