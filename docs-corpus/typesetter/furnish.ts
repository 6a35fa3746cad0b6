// Puts on filled pages what stands outside the text: stamps, numbers in the margin, footer, printed page number, Bates number, the
// mark of a specimen. Filled pages + facts -> placed pages. The stamp has the form of CM/ECF in N.D. Cal.
import { widthOf } from './fonts.ts';
import type { Face } from './fonts.ts';
import type { FilledPage } from './paginate.ts';
import type { Paper } from './papers.ts';
import type { FurnitureKind, PlacedLine, PlacedPage } from './set-line.ts';
import type { FilingFacts } from './source.ts';

/** The docket number of all specimens. */
export const docketNumber = '3:20-cv-00000-SPC';
/** What stands in the margin of each page, so that no page is taken for one of a court's record. */
export const specimenMark = 'SPECIMEN - not a court record';

const serif: Face = { family: 'serif', bold: false, italic: false };
const sans: Face = { family: 'sans', bold: false, italic: false };
const sansBold: Face = { family: 'sans', bold: true, italic: false };
const mono: Face = { family: 'mono', bold: false, italic: false };

/** A line of furniture that begins, is centred or ends at `x`. */
function furniture(
  kind: FurnitureKind,
  text: string,
  at: {
    readonly x: number;
    readonly y: number;
    readonly align?: 'left' | 'center' | 'right';
    readonly upright?: boolean;
  },
  face: Face,
  size: number,
): PlacedLine {
  const width = widthOf(text, face, size);
  const shift = at.align === 'center' ? width / 2 : at.align === 'right' ? width : 0;
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    x: round(at.upright ? at.x : at.x - shift),
    y: round(at.upright ? at.y - shift : at.y),
    segments: [{ dx: 0, text, face, size, rise: 0, width }],
    bars: [],
    upright: at.upright ?? false,
    furniture: kind,
    number: null,
    passage: null,
  };
}

/** `i`, `ii`, `iii`, `iv`, up to 39. */
export function roman(value: number): string {
  const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  return 'x'.repeat(Math.floor(value / 10)) + (units[value % 10] ?? '');
}

/** The fields of CM/ECF's stamp: `Case 3:20-cv-00000-SPC   Document 9007-1   Filed 12/03/20   Page 3 of 25`. */
export function stampText(head: string, pageNumber: number, pageCount: number): string {
  return `${head}   Page ${pageNumber} of ${pageCount}`;
}

/** The head of this filing's own stamp. */
export function stampHead(facts: FilingFacts): string {
  const [year = '', month = '', day = ''] = facts.filedOn.split('-');
  const document = facts.attachment === 0 ? facts.entry : `${facts.entry}-${facts.attachment}`;
  return `Case ${docketNumber}   Document ${document}   Filed ${month}/${day}/${year.slice(2)}`;
}

/** Baselines of the numbers in the margin of a paper, from number 1 down, without the offset of a filing. */
export function gridOf(paper: Paper): number[] {
  const { numbers } = paper;
  if (!numbers) return [];
  return Array.from(
    { length: numbers.count },
    (_, row) => paper.height - (paper.top + row * numbers.pitch + numbers.pitch * 0.75),
  );
}

/** The number beside a baseline: the nearest, in a tie (within 0.15 of the pitch) the upper one; null below or above the numbers. */
export function numberBeside(y: number, grid: readonly number[]): number | null {
  const pitch = (grid[0] ?? 0) - (grid[1] ?? 0);
  if (pitch <= 0) return null;
  const exact = ((grid[0] ?? 0) - y) / pitch;
  const upper = Math.floor(exact);
  const row = exact - upper <= 0.5 + 0.075 ? upper : upper + 1;
  const clamped = Math.max(0, Math.min(grid.length - 1, row));
  return Math.abs(clamped - exact) > 0.8 ? null : clamped + 1;
}

function numbersOf(paper: Paper, facts: FilingFacts, grid: readonly number[]): PlacedLine[] {
  const { numbers } = paper;
  if (!numbers) return [];
  const face = paper.family === 'mono' ? mono : serif;
  return grid.map((y, row) => ({
    ...furniture('line-number', String(row + 1), { x: numbers.right, y, align: 'right' }, face, paper.size),
    number: null,
    ...(facts.numberOffset === 0 ? {} : { y: Math.round(y * 100) / 100 }),
  }));
}

/** Printed page labels in order: the first page may bear none; a restart makes the pages before it roman. */
export function labelsOf(pages: readonly FilledPage[], facts: FilingFacts): (string | null)[] {
  const restart = pages.findIndex((page) => page.restart);
  return pages.map((_, index) => {
    if (index === 0 && facts.coverWithoutNumber) return null;
    if (restart > 0 && index < restart) return roman(index + (facts.coverWithoutNumber ? 0 : 1));
    return String(index - Math.max(restart, 0) + facts.firstPage);
  });
}

/** Furnishes the pages of a filing. */
export function furnish(filled: readonly FilledPage[], paper: Paper, facts: FilingFacts): PlacedPage[] {
  const labels = labelsOf(filled, facts);
  const grid = gridOf(paper).map((y) => y + facts.numberOffset);
  return filled.map((page, index) => {
    const pageNumber = index + 1;
    const label = labels[index] ?? null;
    const bates = facts.bates === null ? null : `META-SPEC-${String(facts.bates + index).padStart(6, '0')}`;
    const centre = paper.width / 2;
    const lines: PlacedLine[] = [];
    const head = stampHead(facts);
    lines.push(
      furniture(
        'stamp',
        stampText(head, pageNumber, filled.length),
        { x: centre, y: paper.height - 20, align: 'center' },
        sans,
        9.5,
      ),
    );
    if (facts.innerStamp !== null)
      lines.push(
        furniture(
          'stamp',
          stampText(facts.innerStamp, pageNumber, filled.length),
          { x: centre, y: paper.height - 33, align: 'center' },
          sans,
          9.5,
        ),
      );
    lines.push(...numbersOf(paper, facts, grid));
    lines.push(
      ...page.lines.map((line) => ({
        ...line,
        number: paper.numbers === null ? null : numberBeside(line.y, grid),
      })),
    );
    if (paper.family === 'mono') {
      if (label !== null)
        lines.push(furniture('page-number', label, { x: paper.right, y: paper.height - 58, align: 'right' }, mono, 12));
    } else if (label !== null) {
      const text =
        facts.paper === 'order' || facts.paper === 'pleading' || facts.paper === 'letter' ? label : `- ${label} -`;
      const y = paper.numbers === null ? 44 : 46;
      lines.push(
        furniture('page-number', text, { x: centre, y, align: 'center' }, paper.family === 'sans' ? sans : serif, 11),
      );
    }
    if (facts.footer !== null)
      lines.push(furniture('footer', facts.footer, { x: centre, y: 32, align: 'center' }, serif, 9));
    if (bates !== null)
      lines.push(furniture('bates', bates, { x: paper.width - 40, y: 20, align: 'right' }, sansBold, 9));
    paper.sideways.forEach((words, row) =>
      lines.push(
        furniture(
          'margin',
          words,
          { x: 26 + row * 14, y: paper.height / 2, align: 'center', upright: true },
          serif,
          11,
        ),
      ),
    );
    lines.push(
      furniture(
        'margin',
        specimenMark,
        { x: paper.width - 16, y: paper.height / 2, align: 'center', upright: true },
        sansBold,
        9,
      ),
    );
    const rules = paper.rules.map((x) => [x, 40, x, paper.height - 42] as const);
    const footRule =
      paper.numbers !== null && paper.family === 'serif' ? ([[paper.left, 58, paper.right, 58]] as const) : [];
    return {
      width: paper.width,
      height: paper.height,
      pageNumber,
      pageLabel: label,
      bates,
      lines,
      rules: [...rules, ...footRule],
    };
  });
}
