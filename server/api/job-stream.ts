// Jobs as server-sent events: each change as it comes, to readers that may be slow or go away.
// In: who tells of changes, and a job by its id. Out: events `job` with the job's state, `recognition` with the pages that wait for it,
// and a comment now and then.
import { once } from 'node:events';
import type { Request, Response } from 'express';
import type { JobView } from '../contract/document-api.ts';

/** How often an idle stream says that it lives, in ms: proxies end what is silent. */
const heartbeatMs = 15_000;

export interface JobStreamParts {
  /** Calls back with the id of each job that changed; returns the way to stop. */
  readonly listen: (listener: (jobId: string) => void) => () => void;
  readonly job: (jobId: string) => Promise<JobView | null>;
  /** Calls back when a page was recognised; returns the way to stop. */
  readonly listenToPages: (listener: () => void) => () => void;
  /** How many pages wait for recognition. */
  readonly pendingOcrPages: () => Promise<number>;
}

/** Streams until the reader goes away. */
export function streamJobs(
  { listen, job, listenToPages, pendingOcrPages }: JobStreamParts,
  request: Request,
  response: Response,
): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.write(': jobs as they change\n\n');
  const gone = new AbortController();
  const changed = new Set<string>();
  let pagesChanged = false;
  let sending: Promise<void> | null = null;
  // What changes while one state is read or sent comes with the next: a slow reader gets fewer states, never old ones.
  const send = async (): Promise<void> => {
    while ((changed.size > 0 || pagesChanged) && !gone.signal.aborted) {
      if (pagesChanged) {
        pagesChanged = false;
        response.write(`event: recognition\ndata: ${JSON.stringify({ pendingOcrPages: await pendingOcrPages() })}\n\n`);
        continue;
      }
      const [id = ''] = changed;
      changed.delete(id);
      const state = await job(id);
      if (state === null || gone.signal.aborted) continue;
      const isRoom = response.write(`event: job\ndata: ${JSON.stringify(state)}\n\n`);
      if (!isRoom) await once(response, 'drain', { signal: gone.signal });
    }
    sending = null;
  };
  // A stream that breaks off is opened again by the browser.
  const start = (): void => {
    sending ??= send().catch(() => void response.destroy());
  };
  const stop = listen((id) => {
    changed.add(id);
    start();
  });
  const stopPages = listenToPages(() => {
    pagesChanged = true;
    start();
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  response.once('close', () => {
    gone.abort();
    clearInterval(heartbeat);
    stop();
    stopPages();
  });
}
