// What the typesetter knows of a filing: placed pages -> its lines with numbers and places, its page numbers, its passages, its redactions.
// A scanned filing has only its stamps as text; the words of the image stand in `text` of the page, for OCR to be measured by.
import type { PassageKind, PlacedLine, PlacedPage, SourcePassage } from './set-line.ts';
import type { FilingFacts } from './source.ts';

/** A passage with its place. */
export interface TruthPassage {
  readonly kind: PassageKind;
  readonly text: string;
  readonly pageNumber: number;
  readonly toPageNumber: number;
  /** Numbers of the margin; `to` is on `toPageNumber`. */
  readonly lines: { readonly from: number; readonly to: number; readonly toPageNumber: number } | null;
  readonly paragraph: string | null;
  readonly headings: readonly string[];
}

/** The truth about one file. Coordinates in PDF user space, origin bottom left, baseline start. */
export interface Truth {
  readonly file: string;
  readonly pages: readonly {
    readonly pageNumber: number;
    readonly pageLabel: string | null;
    readonly stampPage: number | null;
    readonly bates: string | null;
    readonly pageId: string | null;
    readonly text: string | null;
    readonly lines: readonly {
      readonly number: number | null;
      readonly text: string;
      readonly furniture: PlacedLine['furniture'];
      readonly x: number;
      readonly y: number;
    }[];
  }[];
  readonly passages: readonly TruthPassage[];
  readonly redactions: readonly { readonly pageNumber: number; readonly box: readonly number[] }[];
}

/** Text of a line as a reader sees it: segments in order, a space where they stand apart. */
export function textOfLine(line: Pick<PlacedLine, 'segments'>): string {
  let text = '';
  let end = 0;
  for (const segment of line.segments) {
    const apart = text !== '' && segment.dx - end > segment.size * 0.15;
    text += (apart ? ' ' : '') + segment.text;
    end = segment.dx + (segment.width || segment.size);
  }
  return text.replace(/ +/g, ' ').trim();
}

function passagesOf(pages: readonly PlacedPage[]): TruthPassage[] {
  const found = new Map<SourcePassage, TruthPassage>();
  for (const page of pages)
    for (const line of page.lines) {
      const { passage, number } = line;
      // A line of which nothing can be read is no place that one cites.
      if (passage === null || passage.text === '' || textOfLine(line) === '') continue;
      const before = found.get(passage);
      if (!before) {
        const lines = number === null ? null : { from: number, to: number, toPageNumber: page.pageNumber };
        found.set(passage, { ...passage, pageNumber: page.pageNumber, toPageNumber: page.pageNumber, lines });
      } else {
        const lines =
          number === null || before.lines === null
            ? before.lines
            : { ...before.lines, to: number, toPageNumber: page.pageNumber };
        found.set(passage, { ...before, toPageNumber: page.pageNumber, lines });
      }
    }
  return [...found.values()];
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Writes down what is true of a filing. */
export function truthOf(file: string, pages: readonly PlacedPage[], facts: FilingFacts): Truth {
  return {
    file,
    pages: pages.map((page) => {
      const lines = page.lines.map((line) => ({
        number: line.number,
        text: textOfLine(line),
        furniture: line.furniture,
        x: round(line.x),
        y: round(line.y),
      }));
      const seen = lines.filter((line) => line.text !== '');
      return {
        pageNumber: page.pageNumber,
        // A number that is only in the image is no text, and nobody without OCR can know it.
        pageLabel: facts.scanned ? null : page.pageLabel,
        stampPage: page.pageNumber,
        bates: page.bates,
        pageId: null,
        text: facts.scanned
          ? seen
              .filter((line) => line.furniture !== 'stamp')
              .map((line) => line.text)
              .join('\n')
          : null,
        lines: facts.scanned ? seen.filter((line) => line.furniture === 'stamp') : seen,
      };
    }),
    passages: facts.scanned ? [] : passagesOf(pages),
    redactions: pages.flatMap((page) =>
      page.lines.flatMap((line) =>
        line.bars
          .filter((bar) => bar.redaction)
          .map((bar) => {
            const x = line.x - (line.segments[0]?.dx ?? 0) + bar.dx;
            const y = line.y + bar.dy;
            return { pageNumber: page.pageNumber, box: [x, y, x + bar.width, y + bar.height].map(round) };
          }),
      ),
    ),
  };
}
