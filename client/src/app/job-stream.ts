// The jobs as they change: server-sent events in → job views out. A message holds one job or a list of jobs;
// anything else (a heartbeat, a newer server's news) is passed over.
import { useEffect, useRef } from 'react';
import { z } from 'zod';
import { jobSchema, type JobView } from '../../../server/contract/document-api.ts';
import { addressOf } from '../api/client.ts';

const messageSchema = z.union([
  jobSchema.transform((job) => [job]),
  z.object({ job: jobSchema }).transform(({ job }) => [job]),
  z.object({ jobs: z.array(jobSchema) }).transform(({ jobs }) => jobs),
]);

/** The jobs in one message of the stream; none when it speaks of something else. */
export function jobsOfMessage(data: string): readonly JobView[] {
  try {
    const parsed = messageSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : [];
  } catch {
    // Not JSON: a heartbeat.
    return [];
  }
}

/**
 * Listens while `active`. Only then: a browser keeps six connections to a host for all its tabs, and a stream in each
 * idle tab would use them up.
 */
export function useJobStream(active: boolean, onJobs: (jobs: readonly JobView[]) => void): void {
  const latest = useRef(onJobs);
  useEffect(() => {
    latest.current = onJobs;
  });
  useEffect(() => {
    if (!active) return;
    const source = new EventSource(addressOf('jobStream'));
    const listen = (event: MessageEvent<string>) => {
      const jobs = jobsOfMessage(event.data);
      if (jobs.length > 0) latest.current(jobs);
    };
    for (const name of ['message', 'job', 'jobs']) source.addEventListener(name, listen);
    return () => source.close();
  }, [active]);
}
