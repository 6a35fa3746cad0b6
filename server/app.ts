// The composition root: opens the parts, connects the steps, and takes the corpus folder in.
// In: settings. Out: a server that answers, with a promise for the moment when the first search will. Ends everything it started.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApi } from './api/create-api.ts';
import { citationsOf, citeMatch } from './api/citing.ts';
import { listenOn } from './api/listen.ts';
import type { Catalog } from './catalog/catalog.ts';
import { openCatalog } from './catalog/open-catalog.ts';
import type { Config } from './config.ts';
import { messageOf } from './contract/errors.ts';
import { lockDataFolder } from './data-lock.ts';
import { startExactThreads } from './exact-threads.ts';
import { openEngine } from './engine/open-engine.ts';
import { startIndexer, type Indexer } from './indexing/indexer.ts';
import { startIngest } from './ingest.ts';
import type { BlobStore } from './intake/blob-store.ts';
import { openFolderBlobStore } from './intake/folder-blob-store.ts';
import { scanFolder } from './intake/scan-folder.ts';
import { readFolderGazetteer, takeInFolder, takeInUpload } from './intake/take-in.ts';
import { createLog } from './log.ts';
import { startNameFollowing } from './name-following.ts';
import { createBurntCopies } from './parse/burnt-copies.ts';
import { parserVersion } from './parse/parser-version.ts';
import { createParserPool } from './parse/parser-pool.ts';
import { dataOf } from './parse/recognition/language-data.ts';
import { createPageLooker } from './parse/recognition/page-looker.ts';
import { createPageRecognizer } from './parse/recognition/page-recognizer.ts';
import { createReadingProgress } from './reading-progress.ts';
import { startRecognition } from './recognition.ts';
import { createSearch } from './search/create-search.ts';
import { readerVersion, readProgramVersion } from './program-version.ts';
import { startReportRunner } from './report-runner.ts';
import type { ReadingProgress } from './terminal.ts';

/** A running Pincite. */
export interface App {
  readonly url: string;
  /** Resolves, with a line for the terminal, when searches are answered from the corpus folder (or from enough of it). */
  readonly ready: Promise<string>;
  close(): Promise<void>;
}

/** What the terminal wants to hear. */
export interface AppListener {
  readonly onProgress: (progress: ReadingProgress) => void;
  readonly onNotice: (line: string) => void;
}

const root = join(import.meta.dirname, '..');
/** A reader that is silent for so long has died. */
const leaseMs = 60_000;
/** What recognising one page may take: twice (drawn, recognised) this time, and memory in each of its two processes. */
const recognition = { seconds: 120, memoryMb: 1024, leaseMs: 300_000 };
/** How long a change waits for the index before its answer goes out. */
const settleMs = 1500;
/** How long the start waits for all of a folder, and then for the index to have caught up with what was read. */
const patienceMs = 15_000;
const lastPatienceMs = 60_000;

/** Starts Pincite. Rejects with a PinciteError that says what to do; nothing is left running then. */
export async function startApp(config: Config, listener: AppListener): Promise<App> {
  const closers: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).toReversed()) await end();
  };
  try {
    return { ...(await start(config, listener, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(
  config: Config,
  listener: AppListener,
  closers: (() => Promise<void> | void)[],
): Promise<Omit<App, 'close'>> {
  const { dataFolder, corpusFolder } = config;
  await scanFolder(corpusFolder, listener.onNotice);
  mkdirSync(dataFolder, { recursive: true });
  const lock = lockDataFolder(dataFolder);
  closers.push(() => lock.release());
  const uploadFolder = join(dataFolder, 'uploads');
  // What a process that was killed left there was never taken in, and nobody waits for it any more.
  rmSync(uploadFolder, { recursive: true, force: true });
  mkdirSync(uploadFolder, { recursive: true });
  const log = createLog(config);
  const server = await listenOn(config.host, config.port);
  closers.push(() => server.close());

  const catalogPath = join(dataFolder, 'catalog.sqlite');
  const catalog = openCatalog({ path: catalogPath });
  closers.push(() => catalog.close());
  const maxFileBytes = config.maxFileMb * 1_048_576;
  const blobs = await openFolderBlobStore(join(dataFolder, 'files'), maxFileBytes);
  let wakeIndexer = (): void => undefined;
  const opened = await openEngine({
    meili: config.meili,
    dataFolder,
    modulesFolder: join(root, 'node_modules'),
    log: { info: (line) => log.info(line), warn: listener.onNotice, error: listener.onNotice },
    onRestart: () => wakeIndexer(),
  });
  closers.push(() => opened.close());

  const exact = startExactThreads({
    path: catalogPath,
    size: 2,
    onError: (error) => log.warn({ error: messageOf(error) }, 'exact search goes on with fewer threads'),
  });
  closers.push(() => exact.close());
  const { engine } = opened;
  const { documents, outbox } = catalog;
  const indexer = startIndexer({
    outbox,
    passages: (id) => documents.passages(id, null),
    fact: (name) => catalog.fact(name),
    setFact: (name, value) => catalog.setFact(name, value),
    engine,
    onError: (error) => log.warn({ error: messageOf(error) }, 'the index could not follow; it is tried again'),
  });
  wakeIndexer = () => indexer.wake();
  closers.push(() => indexer.stop());

  const version = await readingVersion(catalog, corpusFolder, listener.onNotice);
  await catalog.jobs.releaseAll();
  const again = await catalog.jobs.requeueAll(version);
  if (again > 0) listener.onNotice(`${again} files are read again, because the parser has changed.`);

  const naming = startNameFollowing({
    catalog,
    onMarked: () => indexer.wake(),
    onError: (error) =>
      log.warn({ error: messageOf(error) }, 'passages could not follow the names; a later change tries again'),
  });
  closers.push(() => naming.stop());

  const jobListeners = new Set<(jobId: string) => void>();
  const progress = createReadingProgress(catalog.jobs, listener.onProgress);
  const pool = createParserPool({
    size: config.parsers,
    memoryMb: config.parserMemoryMb,
    seconds: config.parserSeconds,
    maxPages: config.maxPages,
    onWarn: listener.onNotice,
  });
  const looker = createPageLooker({
    ...recognition,
    onFailure: (error, filename) => log.warn({ error: messageOf(error), filename }, 'a page could not be looked at'),
  });
  let wakeRecognition = (): void => undefined;
  const ingest = startIngest({
    jobs: catalog.jobs,
    gazetteer: () => catalog.gazetteer(),
    pathOf: (sha256) => blobs.pathOf(sha256),
    outcomes: (sha256) => catalog.recognitions.outcomes(sha256),
    parse: (path, options) => pool.parse(path, options),
    look: (file) => looker.look(file),
    parserVersion: version,
    workers: config.parsers,
    leaseMs,
    onJob: (jobId) => {
      for (const tell of jobListeners) tell(jobId);
      progress.changed();
    },
    onStored: (pages) => {
      progress.read(pages);
      indexer.wake();
      wakeRecognition();
      // Names may have changed while the file was read.
      naming.wake();
    },
    onError: (error, filename) => log.error({ error: messageOf(error), filename }, 'reading failed'),
  });
  closers.push(async () => {
    const stopped = ingest.stop();
    await Promise.all([pool.close(), looker.close(), stopped]);
  });

  const recognitionListeners = new Set<() => void>();
  await catalog.recognitions.releaseAll();
  if (config.ocr !== null) {
    const { languages, dataFolder: languageFolder, processes } = config.ocr;
    // Refused now, rather than by each page.
    for (const language of languages) dataOf(language, languageFolder);
    const recognizers = Array.from({ length: processes }, () =>
      createPageRecognizer({ languages, dataFolder: languageFolder, ...recognition }),
    );
    const background = startRecognition({
      recognitions: catalog.recognitions,
      jobs: catalog.jobs,
      pathOf: (sha256) => blobs.pathOf(sha256),
      recognizers,
      leaseMs: recognition.leaseMs,
      onPage: () => {
        for (const tell of recognitionListeners) tell();
      },
      onQueued: () => {
        progress.changed();
        ingest.wake();
      },
      onError: (error, filename) => log.error({ error: messageOf(error), filename }, 'recognition failed'),
    });
    wakeRecognition = () => background.wake();
    closers.push(async () => {
      const stopped = background.stop();
      await Promise.all([...recognizers.map((recognizer) => recognizer.close()), stopped]);
    });
  }

  const burnt = createBurntCopies({
    folder: join(dataFolder, 'burnt'),
    // Pictures of pages take more than their text.
    memoryMb: Math.max(config.parserMemoryMb, 1024),
    seconds: config.parserSeconds,
    parserVersion,
  });
  closers.push(() => burnt.close());
  const programVersion = readProgramVersion();
  const search = createSearch({
    engine,
    fingerprint: () => catalog.fingerprint(),
    waiting: () => catalog.outbox.count(),
    unread: () => catalog.unread(null),
    document: (id) => documents.get(id),
    passagesById: (ids) => documents.passagesById(ids),
    page: (id, pageNumber) => documents.page(id, pageNumber),
    cite: citationsOf,
    exact: {
      engine: exact,
      passagesAt: (places) => documents.passagesAt(places),
      pagesAt: (places) => documents.pagesAt(places),
      citedPagesAt: (places) => documents.citedPagesAt(places),
      citeMatch,
    },
  });
  const reports = await startReportRunner({
    catalog,
    engine: exact,
    unsearched: (request) => search.unsearched(request),
    version: programVersion,
    parserVersion: version,
    onError: (error, name) => log.error({ error: messageOf(error), report: name }, 'a report could not be run'),
  });
  closers.push(() => reports.close());
  const api = createApi({
    catalog,
    blobs,
    search,
    reports,
    index: {
      state: () => indexer.state(),
      reindex: () => indexer.reindex(),
      settled: () => Promise.race([indexer.idle(), sleep(settleMs, undefined, { ref: false })]),
      engineVersion: opened.version,
    },
    names: {
      follow: () => {
        naming.wake();
        return Promise.race([naming.idle(), sleep(settleMs, undefined, { ref: false })]);
      },
    },
    recognition: {
      state: config.ocr === null ? 'off' : 'on',
      listen: (tell) => {
        recognitionListeners.add(tell);
        return () => recognitionListeners.delete(tell);
      },
    },
    jobs: {
      wake: () => {
        progress.changed();
        ingest.wake();
      },
      listen: (tell) => {
        jobListeners.add(tell);
        return () => jobListeners.delete(tell);
      },
    },
    takeIn: (path, name) => takeInUpload({ blobs, enqueue: (file) => catalog.jobs.enqueue(file) }, path, name),
    burnt,
    originals: config.originals,
    uploadFolder,
    clientFolder: join(root, 'client', 'dist'),
    maxFileBytes,
    version: programVersion,
    parserVersion: version,
    onFault: (id, error) =>
      log.error({ id, error: error instanceof Error ? error.stack : String(error) }, 'a request failed'),
    now: () => new Date(),
  });
  server.serve(api);

  const taken = takeIn(config, catalog, blobs, listener, () => ingest.wake());
  const everything = taken.then(() => ingest.idle()).then(() => indexer.idle());
  const waiting = new AbortController();
  closers.push(() => waiting.abort());
  const ready = Promise.race([everything, enough(catalog, indexer, waiting.signal)]).then(() => {
    waiting.abort();
    return report(catalog, config.ocr !== null);
  });
  return { url: server.url, ready };
}

/** Queues what the corpus folder holds. A full disk stops the intake, not the program: what is stored is served. */
async function takeIn(
  { corpusFolder }: Config,
  { jobs, seen, dockets }: Catalog,
  blobs: BlobStore,
  { onNotice }: AppListener,
  onQueued: () => void,
): Promise<void> {
  const parts = {
    blobs,
    enqueue: jobs.enqueue.bind(jobs),
    refuse: jobs.refuse.bind(jobs),
    seen,
    dockets,
  };
  try {
    const { files, refused } = await takeInFolder(parts, corpusFolder, { onNotice, onQueued });
    if (files === 0) {
      onNotice(`There is no PDF in ${corpusFolder}. Drop files on the page, or start with --corpus <folder of PDFs>.`);
    }
    if (refused > 0) onNotice(`${refused} of ${files} files were refused; /api/jobs?state=failed says why.`);
  } catch (error) {
    onNotice(messageOf(error));
  }
}

/** After a while something that is searchable is better than a terminal that says nothing. */
async function enough(catalog: Catalog, indexer: Indexer, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  await sleep(patienceMs, undefined, { ref: false });
  while (!signal.aborted) {
    const { passages, pendingOutbox, documents } = await catalog.corpus();
    const isLate = performance.now() - began > lastPatienceMs;
    const isSearchable = pendingOutbox === 0 || (isLate && pendingOutbox < documents);
    if (passages > 0 && (isSearchable || indexer.state().state === 'unavailable')) return;
    await sleep(500, undefined, { ref: false });
  }
}

async function report(catalog: Catalog, isRecognizing: boolean): Promise<string> {
  const { documents, pages, passages, pendingJobs, pendingOutbox, failedJobs, unreadablePages } =
    await catalog.corpus();
  const waiting = unreadablePages.filter(({ reason }) => reason === 'awaiting-ocr').length;
  const unread = unreadablePages.length - waiting;
  const pending = isRecognizing ? 'recognised in the background' : 'not searched (recognition is off)';
  const count = (number: number, one: string): string =>
    `${number.toLocaleString('en-US')} ${one}${number === 1 ? '' : 's'}`;
  return [
    `${count(documents, 'filing')}, ${count(pages, 'page')}, ${count(passages, 'passage')}`,
    ...(waiting === 0 ? [] : [`${count(waiting, 'page')} without text, ${pending}`]),
    ...(unread === 0 ? [] : [`${count(unread, 'page')} could not be read well`]),
    ...(failedJobs === 0 ? [] : [`${count(failedJobs, 'file')} could not be read`]),
    ...(pendingJobs === 0 ? [] : [`${count(pendingJobs, 'file')} still being read`]),
    ...(pendingOutbox === 0 ? [] : [`${count(pendingOutbox, 'filing')} not yet in the index`]),
  ].join(' · ');
}

/**
 * What stored readings were made with; another version means reading again. A gazetteer of the folder is put in force here:
 * what is stored follows it without being read again.
 */
async function readingVersion(catalog: Catalog, folder: string, onNotice: (line: string) => void): Promise<string> {
  // Sidecars are told about once, when the folder is taken in.
  const found = await readFolderGazetteer(folder, () => undefined).catch((error: unknown) => {
    onNotice(messageOf(error));
    return null;
  });
  if (found !== null) await catalog.setGazetteer(found);
  return readerVersion;
}
