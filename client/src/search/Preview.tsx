// The page itself at the selected hit, on wide screens. Waits for the selection to rest, so that typing costs no drawing.
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Hit, SearchRequest } from '../../../server/contract/search-api.ts';
import { documentHitsQuery, passagesQuery } from '../api/queries.ts';
import { PageImage } from '../page-image/PageImage.tsx';
import { readerSearch } from '../url/reader-link.ts';
import { ecfText, placeText, titleOf } from './format.ts';
import { hitBoxesOf } from './hit-boxes.ts';
import classes from './preview.module.css';

const restMs = 180;

export function Preview({ hit, request }: { readonly hit: Hit | null; readonly request: SearchRequest }) {
  const [rested] = useDebouncedValue(hit, restMs);
  if (rested === null) return null;
  return <PreviewOf hit={rested} request={request} />;
}

function PreviewOf({ hit, request }: { readonly hit: Hit; readonly request: SearchRequest }) {
  const { documentId, passageId } = hit;
  const hits = useQuery({ ...documentHitsQuery(documentId, request), enabled: request.q.trim() !== '' });
  const passages = useQuery(passagesQuery(documentId, hit.pageNumber));
  const { pageNumber, boxes, centre } = hitBoxesOf(hit, hits.data?.hits ?? [], passages.data?.passages ?? []);
  const title = [ecfText(hit.document), titleOf(hit.document)].filter((part) => part !== null).join(' · ');
  const label = `Page ${pageNumber} of ${titleOf(hit.document)}`;
  return (
    <>
      <header className={classes.head}>
        <p title={title}>{title}</p>
        <span>{placeText(hit)}</span>
        <Link
          to="/d/$documentId"
          params={{ documentId }}
          search={readerSearch(request, { pageNumber, passageId, matchIndex: hit.matchIndex })}
          className={classes.open}
        >
          Open
        </Link>
      </header>
      <div className={classes.page}>
        <PageImage documentId={documentId} pageNumber={pageNumber} boxes={boxes} scrollToBox={centre} label={label} />
      </div>
    </>
  );
}
