// Makes the files that people really drop in by mistake or malice: real bytes, each with what must be said of it.
import PDFDocument from 'pdfkit';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a PDF with so many pages of the given text. */
export async function makePdf(pages: readonly string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'LETTER', margin: 72, autoFirstPage: false, ...options });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = new Promise<void>((resolve) => {
    document.on('end', resolve);
  });
  for (const text of pages) {
    document.addPage();
    if (text !== '') document.fontSize(12).text(text);
  }
  document.end();
  await end;
  return Buffer.concat(chunks);
}

const sentence = 'The parties met and conferred about the Inbox API and the fortnightly report of its use.';

/** A PDF whose page tree has no leaves. */
const noPages = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
    'xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n101\n%%EOF\n',
);

/** What is in the folder, and the code and words that its job must end with (null: it is read). */
export interface BadFiling {
  readonly filename: string;
  readonly bytes: Buffer;
  readonly code: string | null;
  readonly says: RegExp | null;
  readonly why: string;
}

export async function badFilings(): Promise<readonly BadFiling[]> {
  const good = await makePdf([sentence, `${sentence} They met again.`]);
  const long = `${'very-long-name-'.repeat(16)}.pdf`;
  return [
    { filename: 'good.pdf', bytes: good, code: null, says: null, why: 'the rest goes on' },
    {
      filename: 'empty.pdf',
      bytes: Buffer.alloc(0),
      code: 'empty-file',
      says: /empty\.pdf.*(empty|0 bytes)/i,
      why: 'a failed download',
    },
    {
      filename: 'page.pdf',
      bytes: Buffer.from('<html><body>Please log in to PACER</body></html>'),
      code: 'not-a-pdf',
      says: /page\.pdf.*not a PDF/i,
      why: 'a login page saved as PDF',
    },
    {
      filename: 'cut.pdf',
      bytes: good.subarray(0, 400),
      code: 'unreadable-pdf',
      says: /cut\.pdf/,
      why: 'truncated before any page',
    },
    {
      filename: 'locked.pdf',
      bytes: await makePdf([sentence], { userPassword: 'secret', ownerPassword: 'owner' }),
      code: 'encrypted-pdf',
      says: /locked\.pdf.*password/i,
      why: 'needs a password to open',
    },
    {
      filename: 'owner-locked.pdf',
      bytes: await makePdf([sentence], { ownerPassword: 'owner' }),
      code: null,
      says: null,
      why: 'an empty user password opens it',
    },
    {
      filename: 'no-pages.pdf',
      bytes: noPages,
      code: 'unreadable-pdf',
      says: /no-pages\.pdf.*(page)/i,
      why: '0 pages',
    },
    {
      filename: 'blank.pdf',
      bytes: await makePdf(['']),
      code: null,
      says: null,
      why: 'a page without text awaits recognition',
    },
    {
      filename: 'half-blank.pdf',
      bytes: await makePdf([sentence, '']),
      code: null,
      says: null,
      why: 'one page of two has no text',
    },
    {
      filename: 'brief 📄 “final”.pdf',
      bytes: await makePdf([`${sentence} Emoji.`]),
      code: null,
      says: null,
      why: 'emoji and quotes in the name',
    },
    {
      filename: long,
      bytes: await makePdf([`${sentence} Long.`]),
      code: null,
      says: null,
      why: 'as long a name as the file system takes',
    },
  ];
}

export function writeFilings(folder: string, filings: readonly BadFiling[]): void {
  for (const { filename, bytes } of filings) writeFileSync(join(folder, filename), bytes);
}

/** A filing of so many pages, each with its own words: no two pages share a line, as in a real one. */
export function makeLongPdf(pageCount: number): Promise<Buffer> {
  const who = ['The witness', 'Counsel', 'An engineer', 'The partner', 'A director', 'The auditor', 'The clerk'];
  const does = ['recalled', 'described', 'questioned', 'forwarded', 'reviewed', 'corrected', 'summarised', 'praised'];
  const what = ['a schedule of rates', 'the send counts', 'an agreement', 'a forecast', 'the spend of a quarter'];
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';
  const sentenceOf = (page: number, at: number) => {
    const seed = page * 31 + at * 7;
    return `${pick(who, seed)} ${pick(does, seed >> 1)} ${pick(what, seed >> 2)} in entry ${page}-${at} of the log kept for room ${(seed * 13) % 977}.`;
  };
  return makePdf(
    Array.from({ length: pageCount }, (_, at) => {
      const sentences = Array.from({ length: 8 }, (_unused, index) => sentenceOf(at + 1, index));
      return `${sentences.join(' ')} Its marker is word${at + 1}.`;
    }),
  );
}
