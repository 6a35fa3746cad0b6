// To the left of the pages: small pictures of them all, or the outline; loaded when it is first opened.
import { IconX } from '@tabler/icons-react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import type { ReaderStrip } from '../url/reader-state.ts';
import { Outline } from './Outline.tsx';
import classes from './strip.module.css';
import { Thumbnails } from './Thumbnails.tsx';
import type { Reader } from './use-reader.tsx';

export interface StripProps {
  readonly filing: DocumentAnswer;
  readonly reader: Reader;
  /** Null until the PDF is open. */
  readonly pdf: PDFDocumentProxy | null;
  readonly shown: ReaderStrip;
  /** Degrees clockwise by which the pages are turned. */
  readonly turn: number;
}

const names = [
  ['pages', 'Pages'],
  ['outline', 'Outline'],
] as const;

export function Strip({ filing, reader, pdf, shown, turn }: StripProps) {
  return (
    <>
      <div className={classes.head}>
        {names.map(([strip, name]) => (
          <button key={strip} type="button" aria-pressed={shown === strip} onClick={() => reader.set({ strip })}>
            {name}
          </button>
        ))}
        <button
          type="button"
          className={classes.close}
          aria-label="Close the pages and outline"
          title="Close"
          onClick={() => reader.set({ strip: null })}
        >
          <IconX size={16} stroke={1.7} aria-hidden />
        </button>
      </div>
      {pdf === null ? <p className={classes.note}>Opening the PDF…</p> : null}
      {pdf !== null && shown === 'pages' ? <Thumbnails pdf={pdf} filing={filing} reader={reader} turn={turn} /> : null}
      {pdf !== null && shown === 'outline' ? <Outline pdf={pdf} filing={filing} reader={reader} /> : null}
    </>
  );
}
