// The page in view by all its numbers: the PDF page as a field, beside it what is printed, stamped and Bates-numbered there.
// Takes any of these numbers; says so when there is no such page.
import { useState } from 'react';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { countText } from '../search/format.ts';
import { otherNumbersOf, pageOfTyped, recognitionText } from './page-numbers.ts';
import classes from './toolbar.module.css';

export interface PageFieldProps {
  readonly filing: DocumentAnswer;
  readonly pageInView: number;
  readonly onPage: (pageNumber: number) => void;
}

export function PageField({ filing, pageInView, onPage }: PageFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnknown, setUnknown] = useState(false);
  const recognized = recognitionText(filing.pages, pageInView);
  const numbers = otherNumbersOf(filing.pages, pageInView);
  const others = [...numbers, ...(recognized === null ? [] : [recognized])].join(' · ');
  const go = () => {
    if (typed === null) return;
    const page = pageOfTyped(filing.pages, typed);
    setUnknown(page === null);
    if (page === null) return;
    setTyped(null);
    onPage(page);
  };
  return (
    <form
      className={classes.page}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label>
        <span>PDF page</span>
        <input
          type="text"
          aria-label={`Page, of ${filing.pageCount}: PDF page, printed page or Bates number`}
          title="PDF page, printed page or Bates number"
          aria-invalid={isUnknown}
          autoComplete="off"
          value={typed ?? String(pageInView)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => {
            setTyped(null);
            setUnknown(false);
          }}
        />
        <span>of {countText(filing.pageCount)}</span>
      </label>
      <span className={classes.others} role={isUnknown ? 'alert' : undefined} title={others}>
        {isUnknown ? 'There is no such page' : others}
      </span>
    </form>
  );
}
