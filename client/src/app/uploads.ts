// What became of each dropped file: files, answers and job news in → a list of entries with phase and reason out.
// Pure: the drop zone sends, this only remembers.
import type { AcceptedAnswer, JobView } from '../../../server/contract/document-api.ts';

export type UploadPhase = 'waiting' | 'sending' | 'queued' | 'reading' | 'ready' | 'known' | 'refused' | 'failed';

export interface Upload {
  readonly key: string;
  readonly filename: string;
  readonly phase: UploadPhase;
  /** Sent share of the bytes, 0 to 1, while sending. */
  readonly sent: number;
  readonly jobId: string | null;
  readonly documentId: string | null;
  readonly pagesDone: number;
  readonly pageCount: number | null;
  /** Why it was refused or failed, with the remedy. */
  readonly detail: string | null;
}

export type UploadNews =
  | { readonly kind: 'added'; readonly files: readonly { readonly key: string; readonly filename: string }[] }
  | { readonly kind: 'sending'; readonly key: string; readonly sent: number }
  | { readonly kind: 'answered'; readonly key: string; readonly answer: AcceptedAnswer }
  | { readonly kind: 'refused'; readonly key: string; readonly detail: string }
  | { readonly kind: 'job'; readonly job: JobView }
  | { readonly kind: 'cleared' };

const waiting = {
  phase: 'waiting',
  sent: 0,
  jobId: null,
  documentId: null,
  pagesDone: 0,
  pageCount: null,
  detail: null,
};

export function uploadsReducer(uploads: readonly Upload[], news: UploadNews): readonly Upload[] {
  switch (news.kind) {
    case 'added':
      return [...uploads, ...news.files.map((file) => ({ ...waiting, ...file, phase: 'waiting' as const }))];
    case 'sending':
      return change(uploads, news.key, { phase: 'sending', sent: news.sent });
    case 'refused':
      return change(uploads, news.key, { phase: 'refused', detail: news.detail });
    case 'answered':
      return uploads.flatMap((upload) => (upload.key === news.key ? afterAnswer(upload, news.answer) : [upload]));
    case 'job':
      return uploads.map((upload) => (upload.jobId === news.job.id ? { ...upload, ...afterJob(news.job) } : upload));
    case 'cleared':
      return uploads.filter(isUnderWay);
  }
}

/** Whether something is still to come for a file. */
export function isUnderWay({ phase }: Pick<Upload, 'phase'>): boolean {
  return phase === 'waiting' || phase === 'sending' || phase === 'queued' || phase === 'reading';
}

/** The state of a file in words. */
export function wordsOf(upload: Upload): string {
  switch (upload.phase) {
    case 'waiting':
      return 'Waiting to be sent';
    case 'sending':
      return `Sending, ${Math.round(upload.sent * 100)} %`;
    case 'queued':
      return 'Waiting to be read';
    case 'reading':
      return upload.pageCount === null || upload.pageCount === 0
        ? 'Reading'
        : `Reading, page ${upload.pagesDone.toLocaleString('en-US')} of ${upload.pageCount.toLocaleString('en-US')}`;
    case 'ready':
      return 'Ready to search';
    case 'known':
      return 'Already here: the same file was added before';
    case 'refused':
      return `Not added. ${upload.detail ?? ''}`.trim();
    case 'failed':
      return `Could not be read. ${upload.detail ?? ''}`.trim();
  }
}

function change(uploads: readonly Upload[], key: string, changes: Partial<Upload>): readonly Upload[] {
  return uploads.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload));
}

/** One file was sent; a zip answers with an entry for each file in it, in the place of its own. */
function afterAnswer(upload: Upload, { jobs, refused }: AcceptedAnswer): readonly Upload[] {
  const entries: Upload[] = [
    ...jobs.map(({ id, filename, known, documentId }): Upload => {
      const phase = known ? 'known' : 'queued';
      return { ...upload, filename, phase, jobId: id, documentId: documentId ?? null };
    }),
    ...refused.map(({ filename, detail }): Upload => ({ ...upload, filename, phase: 'refused', detail })),
  ];
  if (entries.length === 0)
    return [{ ...upload, phase: 'refused', detail: 'The server named neither a job nor a reason.' }];
  return entries.map((entry, at) => (at === 0 ? entry : { ...entry, key: `${upload.key}.${at}` }));
}

function afterJob(job: JobView): Partial<Upload> {
  const { pagesDone, pageCount, documentId } = job;
  const detail = job.error?.detail ?? null;
  const phases = { queued: 'queued', running: 'reading', done: 'ready', failed: 'failed' } as const;
  return { phase: phases[job.state], pagesDone, pageCount, documentId, detail };
}
