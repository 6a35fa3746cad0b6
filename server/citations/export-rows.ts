// What an export of a tray holds, format apart: one row a passage, in the tray's order.

/** One passage of an export. */
export interface ExportRow {
  /** 1-based. */
  readonly number: number;
  readonly quote: string;
  readonly citation: string;
  readonly documentTitle: string;
  readonly ecf: string | null;
  readonly filedOn: string | null;
  readonly docketNumber: string | null;
  /** PDF page. */
  readonly pageNumber: number;
  readonly pageLabel: string | null;
  readonly bates: string | null;
  readonly lines: string | null;
  readonly paragraph: string | null;
  readonly tags: readonly string[];
  readonly note: string;
  readonly specimen: boolean;
  /** False when the quote stands no longer where it was collected. */
  readonly found: boolean;
}

/** An export as a whole. */
export interface ExportSheet {
  readonly name: string;
  readonly rows: readonly ExportRow[];
  /** When it was made, ISO. */
  readonly madeAt: string;
  /** Fingerprint of the corpus it was made from. */
  readonly fingerprint: string;
  readonly version: string;
}

/** A file to hand out. */
export interface ExportFile {
  readonly filename: string;
  readonly media: string;
  readonly bytes: Buffer;
}

/** A file name made of a tray's name: what file systems refuse is replaced. */
export function exportName(name: string, extension: string): string {
  const safe = name
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${safe === '' ? 'tray' : safe}.${extension}`;
}
