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
  writeFileSync(join(folder, 'gov.uscourts.cand.999001.735.0.pdf'), await pleading('735', 3, brief));
  writeFileSync(
    join(folder, 'gov.uscourts.cand.999001.735.1.pdf'),
    await pleading('735-1', 1, [
      [1, 4, 'EXHIBIT A'],
      [1, 7, `The page of the granite ledger began with ${hostileText.slice(0, 30)}`],
      [1, 8, `${hostileText.slice(30)} and then went on in plain words.`],
    ]),
  );
}

async function pleading(ecf: string, pages: number, placed: typeof brief): Promise<Buffer> {
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
    document.font('Helvetica').fontSize(10);
    write(`Case 3:20-cv-08570-JD   Document ${ecf}   Filed 03/23/24   Page ${page} of ${pages}`, 130, 20);
    document.font('Times-Roman').fontSize(12);
    for (let line = 1; line <= linesPerPage; line += 1) {
      const y = top + (line - 1) * step;
      write(String(line), line < 10 ? 54 : 48, y);
      const text = placed.find((each) => each[0] === page && each[1] === line)?.[2];
      if (text !== undefined) write(text, 90, y);
      else if (line > 12 && line < 16) write(filler[line - 13] ?? '', 90, y);
    }
    write(String(page), 300, 740);
  }
  document.end();
  await end;
  return Buffer.concat(chunks);
}
