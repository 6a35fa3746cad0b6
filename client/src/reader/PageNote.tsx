// What a person must know of the page in view before they rely on it; a page that was given up can be tried again from here.
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { call } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { tell, tellFailure } from '../app/notices.tsx';
import { canTryAgain } from './page-numbers.ts';
import classes from './reader.module.css';

export interface PageNoteProps {
  readonly note: string;
  readonly filing: Pick<DocumentAnswer, 'id' | 'pages'>;
  readonly pageNumber: number;
}

export function PageNote({ note, filing: { id, pages }, pageNumber }: PageNoteProps) {
  const client = useQueryClient();
  const [isComing, setComing] = useState(false);
  const retry = async () => {
    setComing(true);
    try {
      await call('recognizeAgain', { params: { id, pageNumber: String(pageNumber) } });
      tell(<>Page {pageNumber} is tried again</>);
    } catch (problem) {
      tellFailure(`Page ${pageNumber} was not tried again`, problem);
    } finally {
      setComing(false);
      for (const queryKey of [keys.document(id), keys.jobs, keys.corpus]) void client.invalidateQueries({ queryKey });
    }
  };
  return (
    <p className={classes.strip}>
      {note}{' '}
      {canTryAgain(pages, pageNumber) ? (
        <button type="button" className={classes.retry} aria-busy={isComing} onClick={() => void retry()}>
          <IconRefresh size={15} stroke={1.7} aria-hidden /> Try page {pageNumber} again
        </button>
      ) : null}
    </p>
  );
}
