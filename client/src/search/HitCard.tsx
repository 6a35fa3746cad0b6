// One hit: the document it is from, where it stands, its text with the hits marked, tags, citation, and what one can do with it.
import { Link } from '@tanstack/react-router';
import { IconChevronRight, IconExternalLink } from '@tabler/icons-react';
import { memo } from 'react';
import type { Hit, SearchRequest } from '../../../server/contract/search-api.ts';
import { AddToTrayButton } from '../tray/AddToTrayButton.tsx';
import { CopyCitationButton } from '../tagging/CopyCitationButton.tsx';
import { TagMenu } from '../tagging/TagMenu.tsx';
import { readerSearch } from '../url/reader-link.ts';
import { toggleValue } from './facets.ts';
import { countText, dateText, ecfText, pdfPageText, placeText, titleOf } from './format.ts';
import classes from './hit.module.css';
import { mostMore } from './hit-rows.ts';
import { moreText } from './search-mode.ts';

export interface HitCardProps {
  readonly hit: Hit;
  readonly hitKey: string;
  readonly isSelected: boolean;
  /** Stands below another hit of its document, which names it. */
  readonly isMore: boolean;
  /** The other hits of its document are listed below it. */
  readonly isOpen: boolean;
  readonly onToggle: (documentId: string) => void;
  readonly request: SearchRequest;
  readonly onChange: (request: SearchRequest) => void;
}

export const HitCard = memo(function HitCard(props: HitCardProps) {
  const { hit, hitKey, isSelected, isMore, isOpen, request, onToggle, onChange } = props;
  const { document: filing, documentId, passageId, pageNumber, matchIndex } = hit;
  const link = readerSearch(request, { pageNumber, passageId, matchIndex });
  const match =
    hit.isWhole === true
      ? 'the filing as a whole'
      : matchIndex === undefined
        ? null
        : `match\u00a0${countText(matchIndex + 1)}`;
  // A match is cited where it stands, as the card says.
  const citable = hit.spans === undefined ? { passageId } : { documentId, spans: hit.spans };
  const hasPassage = passageId !== '';
  const ecf = ecfText(filing);
  const pdfPage = pdfPageText(hit);
  const more = (hit.hitsInDocument ?? 1) - 1;
  return (
    <li className={classes.item}>
      <article
        className={classes.hit}
        data-hit={hitKey}
        data-selected={isSelected || undefined}
        data-more={isMore || undefined}
        tabIndex={-1}
        aria-label={[titleOf(filing), placeText(hit), match].filter((part) => part !== null).join(', ')}
        aria-current={isSelected || undefined}
      >
        <header className={classes.head}>
          {isMore ? null : (
            <h2 className={classes.title}>
              <Link to="/d/$documentId" params={{ documentId }} search={link} title="Open in the reader (Enter)">
                {ecf === null ? null : <span className={classes.ecf}>{ecf}</span>} {titleOf(filing)}
              </Link>
            </h2>
          )}
          <p className={classes.where}>
            {match === null ? null : <span className={classes.pdfPage}>{match}</span>}
            <span>{placeText(hit)}</span>
            {pdfPage === null ? null : <span className={classes.pdfPage}>{pdfPage}</span>}
          </p>
        </header>
        {isMore ? null : <FilingLine filing={filing} />}
        {hit.headings.length > 0 || hit.kind !== 'paragraph' ? (
          <p className={classes.path}>
            {hit.kind === 'paragraph' ? null : <span className={classes.kind}>{hit.kind}</span>}
            {hit.headings.map((heading, at) => (
              // Headings of one path may be equal word for word; their depth tells them apart.
              <span key={`${at} ${heading}`}>{heading}</span>
            ))}
          </p>
        ) : null}
        <p className={classes.text} data-kind={hit.kind}>
          {hit.segments.map((segment, at) => (segment.hit ? <mark key={at}>{segment.text}</mark> : segment.text))}
        </p>
        <footer className={classes.foot}>
          {hit.tags.length > 0 ? (
            <ul className={classes.tags} aria-label="Tags">
              {hit.tags.map((tag) => (
                <li key={tag.id}>
                  <button
                    type="button"
                    title={`Only passages tagged “${tag.name}”`}
                    onClick={() => onChange(toggleValue(request, 'tag', tag.id, 'include'))}
                  >
                    <span className={classes.dot} style={{ background: tag.color }} aria-hidden="true" />
                    {tag.name}
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
          <p className={classes.citation}>{hit.citation.short}</p>
          <div className={classes.actions}>
            {hasPassage || hit.spans !== undefined ? (
              <span data-action="copy">
                <CopyCitationButton item={citable} />
              </span>
            ) : null}
            {hasPassage ? (
              <>
                <span data-action="tray">
                  <AddToTrayButton place={{ passageId }} />
                </span>
                <span data-action="tag">
                  <TagMenu target={{ documentId, passageId, pageNumber }} tags={hit.tags} />
                </span>
              </>
            ) : null}
            <Link
              to="/d/$documentId"
              params={{ documentId }}
              search={link}
              className={classes.open}
              aria-label={`Open ${titleOf(filing)} at ${placeText(hit)}`}
              title="Open in the reader (Enter)"
            >
              <IconExternalLink size={17} stroke={1.7} aria-hidden />
            </Link>
          </div>
        </footer>
        {more > 0 ? (
          <p className={classes.more}>
            <button type="button" aria-expanded={isOpen} onClick={() => onToggle(documentId)}>
              <IconChevronRight size={14} stroke={2} aria-hidden />
              {moreText(more, matchIndex === undefined ? 'passage' : 'match')} in this document
            </button>
            {isOpen && more >= mostMore ? (
              <button
                type="button"
                onClick={() =>
                  onChange({
                    ...request,
                    page: 1,
                    group: 'none',
                    include: { ...request.include, document: [documentId] },
                  })
                }
              >
                The first {mostMore} are listed below. List all {countText(more + 1)} alone
              </button>
            ) : null}
          </p>
        ) : null}
      </article>
    </li>
  );
});

/** What is known of the filing a hit stands in, in one line. */
function FilingLine({ filing }: { readonly filing: Hit['document'] }) {
  const filedOn = filing.filedOn === null ? null : dateText(filing.filedOn);
  return (
    <p className={classes.filing}>
      {[filing.type, filing.filer, filedOn, filing.docketNumber]
        .filter((part) => part !== null)
        .map((part) => (
          <span key={part}>{part}</span>
        ))}
      {filing.specimen ? <span className={classes.specimen}>specimen, not a court record</span> : null}
    </p>
  );
}
