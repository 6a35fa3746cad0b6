// The passages of the page in view: where each stands, its text, its tags, and what one can do with it.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { DocumentAnswer, PassageView } from '../../../server/contract/document-api.ts';
import { sentenceOf } from '../api/problem.ts';
import { passagesQuery } from '../api/queries.ts';
import { placeText } from '../search/format.ts';
import { CopyCitationButton } from '../tagging/CopyCitationButton.tsx';
import { TagMenu } from '../tagging/TagMenu.tsx';
import { AddToTrayButton } from '../tray/AddToTrayButton.tsx';
import classes from './panels.module.css';
import type { Reader } from './use-reader.tsx';

export function PassagesPanel({ filing, reader }: { readonly filing: DocumentAnswer; readonly reader: Reader }) {
  const { pageInView, hits, current, state } = reader;
  const { data, error, isPending } = useQuery({
    ...passagesQuery(filing.id, pageInView),
    placeholderData: keepPreviousData,
  });
  const ofHit = current === null ? [] : (hits[current - 1]?.passageIds ?? []);
  const chosen = state.passageId ?? ofHit[0] ?? null;
  const passages = data?.passages ?? [];
  return (
    <>
      <h2 className={classes.head}>Passages on page {pageInView}</h2>
      {error === null ? null : (
        <p className={classes.empty} role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {isPending ? <p className={classes.empty}>Loading…</p> : null}
      {data !== undefined && passages.length === 0 ? (
        <p className={classes.empty}>Nothing on this page was read as a passage.</p>
      ) : null}
      <ol className={classes.passages}>
        {passages.map((passage) => (
          <Passage
            key={passage.id}
            filing={filing}
            passage={passage}
            isChosen={passage.id === chosen}
            onChoose={() => reader.goToPassage(passage)}
          />
        ))}
      </ol>
    </>
  );
}

interface PassageProps {
  readonly filing: DocumentAnswer;
  readonly passage: PassageView;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Passage({ filing, passage, isChosen, onChoose }: PassageProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <li ref={item} className={classes.passage} data-chosen={isChosen || undefined}>
      <p className={classes.where}>
        <button type="button" aria-pressed={isChosen} title="Show it on the page" onClick={onChoose}>
          {placeText(passage)}
        </button>
        {passage.kind === 'paragraph' ? null : <span>{passage.kind}</span>}
      </p>
      <p className={classes.text}>{passage.text}</p>
      {passage.tags.length > 0 ? (
        <ul className={classes.tags} aria-label="Tags">
          {passage.tags.map((tag) => (
            <li key={tag.id}>
              <span className={classes.dot} style={{ background: tag.color }} aria-hidden="true" />
              {tag.name}
            </li>
          ))}
        </ul>
      ) : null}
      <div className={classes.foot}>
        <p>{passage.citation.short}</p>
        <span data-action="copy">
          <CopyCitationButton item={{ passageId: passage.id }} />
        </span>
        <span data-action="tray">
          <AddToTrayButton place={{ passageId: passage.id }} />
        </span>
        <span data-action="tag">
          <TagMenu
            target={{ documentId: filing.id, passageId: passage.id, pageNumber: passage.pageNumber }}
            tags={passage.tags}
          />
        </span>
      </div>
    </li>
  );
}
