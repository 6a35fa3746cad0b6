// Whether a file can be a filing, from its size and first kilobyte: what is refused here never reaches the parser.
// In: size, first bytes, limit. Out: nothing, or a PinciteError that names the file and the remedy.
import { PinciteError } from '../contract/errors.ts';
import { zipSigns } from './zip-archive.ts';

/** How much of the file's beginning is looked at: readers accept the header anywhere in the first 1024 bytes. */
export const headLength = 1024;

/** Throws `empty-file`, `too-large` or `not-a-pdf`. */
export function checkFile(name: string, size: number, head: Uint8Array, maxBytes: number): void {
  if (size === 0) {
    throw new PinciteError('empty-file', `${name} is empty (0 bytes). Download it again and add it once more.`);
  }
  if (size > maxBytes) {
    const megabytes = (bytes: number) => Math.ceil(bytes / 1_048_576).toLocaleString('en-US');
    throw new PinciteError(
      'too-large',
      `${name} has ${megabytes(size)} MB; the limit is ${megabytes(maxBytes)} MB. Raise it with --max-file, or split the file.`,
    );
  }
  const beginning = new TextDecoder('latin1').decode(head);
  // Before the header is looked for: a zip that packs PDFs without compressing them shows the first one's header.
  if (zipSigns.some((sign) => beginning.startsWith(sign))) {
    throw new PinciteError(
      'not-a-pdf',
      `${name} is a zip or Office file, not a PDF. Drop the zip onto the window, unpack it, or save it as PDF.`,
    );
  }
  if (beginning.includes('%PDF-')) return;
  throw new PinciteError(
    'not-a-pdf',
    `${name} is not a PDF: it does not begin with “%PDF”. Only PDF filings can be added.`,
  );
}
