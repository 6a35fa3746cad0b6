// Typesets a corpus of two small filings for the browser tests: a brief on pleading paper with a CM/ECF stamp, and an exhibit whose
// text tries to be markup. Shape in: a folder. Out: PDFs in it, and the words that the tests look for.
import PDFDocument from 'pdfkit';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the exhibit says; shown as text, it harms nobody. */
export const hostileText = '<script>document.title = "taken over"</script><img src=x onerror=alert(1)>';

const [top, step, linesPerPage] = [72, 24, 25];
const filler = [
  'The parties have met and conferred about the custodians and the dates of search,',
  'and they report to the Court what remains in dispute between them.',
  'The schedule allows time for both without moving the trial.',
];

/** One paragraph per entry, on its page: `[page, line, text]`, page and line from 1. */
const brief: readonly (readonly [page: number, line: number, text: string])[] = [
  [1, 4, 'PLAINTIFFS’ BRIEF ON THE MARBLE REPORT'],
  [1, 7, 'Plaintiffs ask for the quarterly marble report, which counts each'],
  [1, 8, 'request to the harbor interface in the years 2015 and 2017.'],
  [2, 5, 'The marble report was made every quarter and sent to the engineers'],
  [2, 6, 'who kept the harbor interface; Defendant does not deny this.'],
  [3, 9, 'For these reasons the marble report should be produced in full,'],
  [3, 10, 'together with the messages that speak of its preparation.'],
];

/** Writes the filings into a folder. */
export async function writeSmallCorpus(folder: string): Promise<void> {
  writeFileSync(
    join(folder, 'gov.uscourts.cand.999001.735.0.pdf'),
    await typesetPleading({ ecf: '735', pages: 3, placed: brief }),
  );
  writeFileSync(
    join(folder, 'gov.uscourts.cand.999001.735.1.pdf'),
    await typesetPleading({
      ecf: '735-1',
      pages: 1,
      placed: [
        [1, 4, 'EXHIBIT A'],
        [1, 7, `The page of the granite ledger began with ${hostileText.slice(0, 30)}`],
        [1, 8, `${hostileText.slice(30)} and then went on in plain words.`],
      ],
    }),
  );
}

/** A filing on pleading paper. */
export interface Pleading {
  readonly ecf: string;
  readonly pages: number;
  readonly placed: readonly (readonly [page: number, line: number, text: string])[];
  /** As the stamp writes it, `03/23/24`. */
  readonly filed?: string;
  /** What is printed at the foot of each page: its number, unless told otherwise. */
  readonly printed?: (page: number) => string;
  /** Page ID of the first page, in the stamp as C.D. Cal. writes it. */
  readonly firstPageId?: number;
  /** Bates number of the first page, at the foot on the right, behind the letters. */
  readonly bates?: { readonly letters: string; readonly first: number };
  /** Bookmarks: titles by page. */
  readonly bookmarks?: readonly (readonly [page: number, title: string])[];
}

/** Typesets a filing. */
export async function typesetPleading(pleading: Pleading): Promise<Buffer> {
  const { ecf, pages, placed, filed = '03/23/24', printed = String, firstPageId, bates, bookmarks = [] } = pleading;
  const document = new PDFDocument({
    size: 'LETTER',
    margin: 0,
    autoFirstPage: false,
    info: { CreationDate: new Date(0) },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = new Promise<void>((resolve) => {
    document.on('end', resolve);
  });
  const write = (text: string, x: number, y: number) => document.text(text, x, y, { lineBreak: false });
  for (let page = 1; page <= pages; page += 1) {
    document.addPage();
    for (const [, title] of bookmarks.filter(([on]) => on === page)) document.outline.addItem(title);
    document.font('Helvetica').fontSize(10);
    const pageId = firstPageId === undefined ? '' : `   Page ID #:${firstPageId + page - 1}`;
    write(`Case 3:20-cv-08570-JD   Document ${ecf}   Filed ${filed}   Page ${page} of ${pages}${pageId}`, 100, 20);
    document.font('Times-Roman').fontSize(12);
    for (let line = 1; line <= linesPerPage; line += 1) {
      const y = top + (line - 1) * step;
      write(String(line), line < 10 ? 54 : 48, y);
      const text = placed.find((each) => each[0] === page && each[1] === line)?.[2];
      if (text !== undefined) write(text, 90, y);
      else if (line > 12 && line < 16) write(filler[line - 13] ?? '', 90, y);
    }
    write(printed(page), 300, 740);
    if (bates !== undefined) write(`${bates.letters}${String(bates.first + page - 1).padStart(6, '0')}`, 470, 740);
  }
  document.end();
  await end;
  return Buffer.concat(chunks);
}
