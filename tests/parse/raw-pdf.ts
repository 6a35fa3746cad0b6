// Writes small PDFs operator by operator, for what a drawing library does not let one do: layers, annotations, crop boxes, clips.
// Shape in: pages as content streams with their resources → shape out: bytes. One font, `/F1` (Helvetica).

/** One page; dictionaries are PDF source without `<< >>`. */
export interface RawPdfPage {
  readonly content: string;
  /** Further entries of the page: `/CropBox [0 0 300 400]`. */
  readonly page?: string;
  /** Further resources: `/ExtGState << /Half << /ca 0.5 >> >>`. */
  readonly resources?: string;
  /** Annotation dictionaries. `AP` stands for an appearance: its own stream, drawn in the annotation's rectangle. */
  readonly annotations?: readonly { readonly entries: string; readonly appearance?: string; readonly box?: string }[];
}

/** Entries of the catalog (`/OCProperties …`), of the trailer's information, and objects of one's own from number 100 on. */
export interface RawPdfExtras {
  readonly catalog?: string;
  readonly info?: string;
  readonly objects?: Readonly<Record<number, string>>;
}

/** The file; 612 × 792 points a page. */
export function rawPdf(
  pages: readonly RawPdfPage[],
  { catalog = '', info, objects = {} }: RawPdfExtras = {},
): Uint8Array {
  const bodies = new Map<number, string>(Object.entries(objects).map(([number, body]) => [Number(number), body]));
  let next = 200;
  const add = (body: string): number => {
    next += 1;
    bodies.set(next, body);
    return next;
  };
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const kids = pages.map(({ content, page = '', resources = '', annotations = [] }) => {
    const list = annotations.map(({ entries, appearance, box = '0 0 100 20' }) => {
      const drawn =
        appearance === undefined
          ? ''
          : `/AP << /N ${add(streamOf(appearance, `/Type /XObject /Subtype /Form /BBox [${box}] /Resources << /Font << /F1 ${font} 0 R >> ${resources} >>`))} 0 R >>`;
      return `${add(`<< /Type /Annot ${entries} ${drawn} >>`)} 0 R`;
    });
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${page} /Contents ${add(streamOf(content, ''))} 0 R ` +
        `/Resources << /Font << /F1 ${font} 0 R >> ${resources} >> /Annots [${list.join(' ')}] >>`,
    );
  });
  bodies.set(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  bodies.set(2, `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`);
  if (info !== undefined) bodies.set(3, `<< ${info} >>`);
  return assembled(bodies, info !== undefined);
}

/** A stream with its dictionary. */
export function streamOf(content: string, entries: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** One line of text at a place, in black unless the state says otherwise. */
export function words(text: string, x: number, y: number, size = 12): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`;
}

function assembled(bodies: ReadonlyMap<number, string>, hasInfo: boolean): Uint8Array {
  let file = '%PDF-1.7\n';
  const rows: string[] = [];
  for (const [number, body] of bodies) {
    rows.push(`${number} 1\n${String(file.length).padStart(10, '0')} 00000 n \n`);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  const highest = bodies.keys().reduce((most, number) => Math.max(most, number), 0);
  file += `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${highest + 1} /Root 1 0 R ${hasInfo ? '/Info 3 0 R' : ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
