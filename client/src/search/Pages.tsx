// The pages of a long list: where one is, the way on and back, and how many hits a page holds.
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { countText } from './format.ts';
import classes from './results.module.css';

export interface PagesProps {
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
  readonly onPerPage: (perPage: number) => void;
}

const sizes = [20, 50, 100, 200];

export function Pages({ page, perPage, total, onPage, onPerPage }: PagesProps) {
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (total <= (sizes[0] ?? 20)) return null;
  return (
    <nav className={classes.pages} aria-label="Pages of results">
      <button type="button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        <IconChevronLeft size={16} aria-hidden /> Previous
      </button>
      <label className={classes.pageOf}>
        Page{' '}
        <input
          key={page}
          type="number"
          min={1}
          max={pages}
          defaultValue={page}
          aria-label={`Page, of ${pages}`}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
          onBlur={(event) => {
            const wanted = Math.round(event.currentTarget.valueAsNumber);
            if (wanted >= 1 && wanted <= pages && wanted !== page) onPage(wanted);
            else event.currentTarget.value = String(page);
          }}
        />{' '}
        of {countText(pages)}
      </label>
      <button type="button" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        Next <IconChevronRight size={16} aria-hidden />
      </button>
      <label className={classes.perPage}>
        <select value={perPage} onChange={(event) => onPerPage(Number(event.currentTarget.value))}>
          {[...new Set([...sizes, perPage])]
            .toSorted((a, b) => a - b)
            .map((size) => (
              <option key={size} value={size}>
                {size}
              </option>
            ))}
        </select>{' '}
        a page
      </label>
    </nav>
  );
}
