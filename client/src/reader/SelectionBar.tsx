// The small bar at a selection: copy with citation, tag, collect, find elsewhere. The selection is turned into offsets of our page text first;
// where that fails (a picture, an unread page) the bar says so instead of guessing.
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { pageQuery } from '../api/queries.ts';
import { CopyCitationButton } from '../tagging/CopyCitationButton.tsx';
import { TagMenu } from '../tagging/TagMenu.tsx';
import { AddToTrayButton } from '../tray/AddToTrayButton.tsx';
import { FindElsewhere } from './FindElsewhere.tsx';
import classes from './selection-bar.module.css';
import type { TextSelection } from './read-selection.tsx';
import { quoteOn, selectedSpans } from './selected-spans.ts';

export interface SelectionBarProps {
  readonly documentId: string;
  readonly selection: TextSelection;
}

export function SelectionBar({ documentId, selection }: SelectionBarProps) {
  const { parts, box } = selection;
  const texts = useQueries({ queries: parts.map(({ pageNumber }) => pageQuery(documentId, pageNumber)) });
  const isComing = texts.some(({ isPending }) => isPending);
  const found = useMemo(
    () =>
      parts.flatMap((part, index) => {
        const page = texts[index]?.data;
        if (page === undefined) return [];
        const spans = selectedSpans(page, part);
        return [{ spans, quote: quoteOn(page, spans) }];
      }),
    [parts, texts],
  );
  if (isComing) return null;
  const spans = found.flatMap((each) => each.spans);
  const quote = found.map((each) => each.quote).join(' ');
  // Above the selection where there is room, else below; the bar is some 3 rem high.
  const isAbove = box.top > 150;
  const style = {
    left: Math.max(8, Math.min((box.left + box.right) / 2 - 180, window.innerWidth - 400)),
    top: isAbove ? box.top - 48 : Math.min(box.bottom + 8, window.innerHeight - 56),
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only keeps a press from taking the selection away
    <section
      className={classes.bar}
      style={style}
      aria-label="Selected text"
      data-bar
      data-quote={quote}
      onMouseDown={(event) => event.preventDefault()}
    >
      {spans.length === 0 ? (
        <p>This text was not read, so it cannot be cited.</p>
      ) : (
        <>
          <span data-action="copy">
            <CopyCitationButton item={{ documentId, spans }} quote={quote} withLabel />
          </span>
          <span data-action="tag">
            <TagMenu target={{ documentId, spans }} tags={[]} withLabel />
          </span>
          <span data-action="tray">
            <AddToTrayButton place={{ documentId, spans }} withLabel />
          </span>
          <FindElsewhere quote={quote} />
        </>
      )}
    </section>
  );
}
