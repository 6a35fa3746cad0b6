// Files that were refused or could not be read, each with its reason; those that are stored can be tried again.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { JobView } from '../../../server/contract/document-api.ts';
import { call } from '../api/client.ts';
import { sentenceOf } from '../api/problem.ts';
import { keys } from '../api/queries.ts';
import { tell, tellFailure } from '../app/notices.tsx';
import { countOf, countText } from '../search/format.ts';
import classes from './docket.module.css';
import { failedJobsQuery } from './docket-queries.ts';

/** So many are shown until somebody asks for all. */
const fewest = 5;

export function FailedFiles() {
  const { data, error } = useQuery(failedJobsQuery());
  const [showsAll, setShowsAll] = useState(false);
  if (error !== null) {
    return (
      <p className={classes.problem} role="alert">
        Which files failed cannot be shown: {sentenceOf(error)}
      </p>
    );
  }
  const jobs = data?.jobs ?? [];
  if (jobs.length === 0) return null;
  const shown = showsAll ? jobs : jobs.slice(0, fewest);
  return (
    <section className={classes.failed} aria-labelledby="failed-files">
      <h2 id="failed-files">{countOf(data?.counts.failed ?? jobs.length, 'file')} not added</h2>
      <ul>
        {shown.map((job) => (
          <FailedFile key={job.id} job={job} />
        ))}
      </ul>
      {jobs.length <= fewest ? null : (
        <button type="button" className={classes.link} aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show all ${countText(jobs.length)}`}
        </button>
      )}
    </section>
  );
}

function FailedFile({ job: { id, filename, error, attempts } }: { readonly job: JobView }) {
  const client = useQueryClient();
  const [isComing, setComing] = useState(false);
  const retry = async () => {
    setComing(true);
    try {
      await call('retryJob', { params: { id } });
      tell(<>{filename} is read again</>);
    } catch (problem) {
      tellFailure(`${filename} was not tried again`, problem);
    } finally {
      setComing(false);
      for (const queryKey of [keys.jobs, keys.corpus]) void client.invalidateQueries({ queryKey });
    }
  };
  return (
    <li>
      <strong>{filename}</strong>
      <p>{error?.detail ?? 'It is not known why.'}</p>
      {/* What was refused before it was stored has no attempt: there is nothing to try again. */}
      {attempts === 0 ? null : (
        <button type="button" aria-label={`Try again: ${filename}`} aria-busy={isComing} onClick={() => void retry()}>
          <IconRefresh size={15} stroke={1.7} aria-hidden /> Try again
        </button>
      )}
    </li>
  );
}
