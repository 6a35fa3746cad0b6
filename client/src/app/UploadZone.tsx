// Files dropped anywhere, or chosen by the button of the header, are sent two at a time; a card tells what becomes of each.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CloseButton, Progress } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { corpusQuery, keys } from '../api/queries.ts';
import { sentenceOf } from '../api/problem.ts';
import { useJobStream } from './job-stream.ts';
import { sendFile } from './send-file.ts';
import classes from './upload.module.css';
import { isUnderWay, uploadsReducer, wordsOf, type Upload } from './uploads.ts';

const atOnce = 2;
let nextKey = 1;

export interface UploadZone {
  readonly uploads: readonly Upload[];
  readonly add: (files: readonly File[]) => void;
  readonly clear: () => void;
}

/** Sends files and follows their jobs; searches and the corpus' numbers are asked anew as filings become ready. */
export function useUploads(): UploadZone {
  const [uploads, tell] = useReducer(uploadsReducer, []);
  const queue = useRef<{ readonly key: string; readonly file: File }[]>([]);
  const running = useRef(0);
  const client = useQueryClient();
  const { data: corpus } = useQuery(corpusQuery());

  const sendNext = useCallback(function next(): void {
    while (running.current < atOnce) {
      const first = queue.current.shift();
      if (first === undefined) return;
      const { key, file } = first;
      running.current += 1;
      tell({ kind: 'sending', key, sent: 0 });
      sendFile(file, (sent) => tell({ kind: 'sending', key, sent }))
        .then((answer) => tell({ kind: 'answered', key, answer }))
        .catch((error: unknown) => tell({ kind: 'refused', key, detail: sentenceOf(error) }))
        .finally(() => {
          running.current -= 1;
          next();
        });
    }
  }, []);

  const add = useCallback(
    (files: readonly File[]) => {
      const entries = files.map((file) => ({ key: String(nextKey++), file }));
      tell({ kind: 'added', files: entries.map(({ key, file }) => ({ key, filename: file.name })) });
      queue.current.push(...entries);
      sendNext();
    },
    [sendNext],
  );

  const isReading = uploads.some(isUnderWay) || (corpus?.pendingJobs ?? 0) > 0;
  useJobStream(isReading, (jobs) => {
    for (const job of jobs) tell({ kind: 'job', job });
    if (jobs.some(({ state }) => state === 'done' || state === 'failed')) {
      for (const queryKey of [keys.search, keys.corpus, keys.documents, keys.jobs]) {
        void client.invalidateQueries({ queryKey });
      }
    }
  });

  return { uploads, add, clear: () => tell({ kind: 'cleared' }) };
}

/** A part of the page that takes files of its own, a list of queries for instance. */
function takesItself(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-takes-files]') !== null;
}

/** Lights up while files are dragged over the window and takes them when they fall. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    // Entering a child fires before leaving its parent, so the depth says whether the pointer left the window.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const listeners: Record<'dragenter' | 'dragleave' | 'dragover' | 'drop', (event: DragEvent) => void> = {
      dragenter: (event) => {
        if (!hasFiles(event)) return;
        depth += 1;
        setOver(!takesItself(event.target));
      },
      dragleave: (event) => {
        if (!hasFiles(event)) return;
        depth -= 1;
        if (depth <= 0) setOver(false);
      },
      dragover: (event) => {
        if (hasFiles(event)) event.preventDefault();
      },
      drop: (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth = 0;
        setOver(false);
        if (!takesItself(event.target)) latest.current([...(event.dataTransfer?.files ?? [])]);
      },
    };
    const entries = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
    for (const [name, listener] of entries) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className={classes.zone} aria-hidden="true">
      <div>
        <IconFileUpload size={40} stroke={1.4} />
        <p>Drop PDFs, or zips of them, to add them</p>
      </div>
    </div>
  );
}

/** The card in the corner: one row per file, with the reason where one was refused. */
export function UploadCard({ uploads, clear }: Pick<UploadZone, 'uploads' | 'clear'>) {
  if (uploads.length === 0) return null;
  const open = uploads.filter(isUnderWay).length;
  return (
    <section className={classes.card} aria-label="Added filings">
      <header>
        <h2>
          <output>
            {open > 0 ? `Adding ${open.toLocaleString('en-US')} of ${uploads.length.toLocaleString('en-US')}` : 'Added'}
          </output>
        </h2>
        <CloseButton aria-label="Clear what is finished" title="Clear what is finished" onClick={clear} />
      </header>
      <ul>
        {uploads.map((upload) => (
          <li key={upload.key} data-phase={upload.phase}>
            <span className={classes.name} title={upload.filename}>
              {upload.phase === 'ready' && upload.documentId !== null ? (
                <Link to="/d/$documentId" params={{ documentId: upload.documentId }}>
                  {upload.filename}
                </Link>
              ) : (
                upload.filename
              )}
            </span>
            <span className={classes.words}>{wordsOf(upload)}</span>
            {isUnderWay(upload) ? (
              <Progress size={3} value={shareOf(upload) * 100} aria-label={`Progress of ${upload.filename}`} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function shareOf({ phase, sent, pagesDone, pageCount }: Upload): number {
  if (phase === 'sending') return sent;
  return phase === 'reading' && pageCount !== null && pageCount > 0 ? pagesDone / pageCount : 0;
}
