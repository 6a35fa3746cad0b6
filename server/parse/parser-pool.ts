// Parses files in confined processes, one file at a time each.
// In: paths. Out: ParsedFile. Refuses (`memory-limit`, `time-limit`, `too-large`, `unreadable-pdf` …) naming the file and the setting to raise.
// A process that read a file well reads further ones (a fresh one costs 0.35 s, three times what a usual filing takes);
// one that failed, grew, or read its share is ended, so whatever a file left behind is gone soon.
import { readFile } from 'node:fs/promises';
import { PinciteError } from '../contract/errors.ts';
import type { Bars, FileInfo, Page } from '../contract/page.ts';
import type { RecognitionOutcome } from '../contract/recognition.ts';
import type { ParsedFile } from '../contract/record.ts';
import { createFrameReader, frame } from './frames.ts';
import { decodeMessage, type ParserMessage, type ParserTask } from './parser-messages.ts';
import { canWatchMemory, startParserProcess, type ParserProcess } from './parser-process.ts';

/** Limits for each file, and how many files are read at once. */
export interface ParserPoolOptions {
  readonly size: number;
  readonly memoryMb: number;
  readonly seconds: number;
  /** Pages that a file may have; without it any number. */
  readonly maxPages?: number;
  /** MB that a file may make its reader say: text and places of all its pages. */
  readonly outputMb?: number;
  /** Told once when a limit cannot be kept on this system. */
  readonly onWarn?: (message: string) => void;
}

/** What a file is called, what was recognised of it, and who wants to know how far it is. */
export interface ParseRequest {
  readonly name: string;
  readonly outcomes?: readonly RecognitionOutcome[];
  readonly bars?: readonly Bars[];
  readonly onProgress: (pagesDone: number, pageCount: number) => void;
}

export interface ParserPool {
  /** Parses one file; waits while `size` files are being read. The time limit counts from when it is its turn. */
  parse(path: string, request: ParseRequest): Promise<ParsedFile>;
  /** Ends all processes, and resolves when they are gone; files under way or waiting are rejected. */
  close(): Promise<void>;
}

/** How many files one process reads before it makes room for a fresh one. */
const filesPerProcess = 25;

/** A page of text with its places has some 20 kB: 25,000 of them. */
const mostOutputMb = 512;

/** How often memory is looked at, in ms: a process can take some 50 MB between two looks. */
const lookMs = 40;

interface Reader {
  readonly child: ParserProcess;
  readonly files: number;
}

/** Opens a pool; processes start with the first files. */
export function createParserPool(options: ParserPoolOptions): ParserPool {
  const { size, memoryMb } = options;
  const running = new Set<ParserProcess>();
  const idle: Reader[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  let closed = false;
  if (!canWatchMemory()) {
    options.onWarn?.(
      `The memory of parsers cannot be watched on this system: --parser-memory bounds only what JavaScript holds.`,
    );
  }
  const start = (): Reader => {
    const child = startParserProcess(memoryMb);
    running.add(child);
    void child.ended.then(() => running.delete(child));
    return { child, files: 0 };
  };
  const next = (): Reader => {
    for (let ready = idle.pop(); ready; ready = idle.pop()) if (running.has(ready.child)) return ready;
    return start();
  };
  /** Waits for a turn; whoever is done hands its own on, so `busy` never exceeds `size`. */
  const turn = async (): Promise<void> => {
    if (busy < size) busy += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const done = (): void => {
    const first = waiting.shift();
    if (first) first();
    else busy -= 1;
  };
  return {
    async parse(path, request) {
      const { name } = request;
      await turn();
      try {
        const bytes = await readFile(path);
        if (closed) throw stopped(name);
        const { child, files } = next();
        let good = false;
        try {
          const file = await run(child, bytes, request, options);
          good = (child.memoryMb() ?? 0) < memoryMb / 2;
          return file;
        } finally {
          if (good && files + 1 < filesPerProcess && !closed) idle.push({ child, files: files + 1 });
          else child.kill();
        }
      } finally {
        done();
      }
    },
    async close() {
      closed = true;
      const children = [...running];
      for (const child of children) child.kill();
      await Promise.all(children.map(({ ended }) => ended));
    },
  };
}

async function run(
  child: ParserProcess,
  bytes: Buffer,
  { name, outcomes = [], bars = [], onProgress }: ParseRequest,
  { memoryMb, seconds, maxPages, outputMb = mostOutputMb }: ParserPoolOptions,
): Promise<ParsedFile> {
  const pages: Page[] = [];
  const outcome = Promise.withResolvers<FileInfo>();
  const onMessage = (message: ParserMessage): void => {
    if (message.kind === 'progress') onProgress(message.pagesDone, message.pageCount);
    else if (message.kind === 'page') pages.push(message.page);
    else if (message.kind === 'done') outcome.resolve(message.info);
    else outcome.reject(new PinciteError(message.code, message.message));
  };
  const read = createFrameReader((body) => onMessage(decodeMessage(body)));
  let said = 0;
  const onData = (chunk: Buffer): void => {
    said += chunk.length;
    if (said > outputMb * 1_048_576) {
      outcome.reject(tooMuch(name, outputMb));
      return;
    }
    try {
      read(chunk);
    } catch (error) {
      outcome.reject(garbled(name, error));
    }
  };
  child.stdout.on('data', onData);
  void child.ended.then((how) => outcome.reject(died(name, how, child.lastWords(), memoryMb)));
  const deadline = setTimeout(() => outcome.reject(tooSlow(name, seconds)), seconds * 1000);
  const look = setInterval(() => {
    if ((child.memoryMb() ?? 0) > memoryMb) outcome.reject(tooLarge(name, memoryMb));
  }, lookMs);
  const task: ParserTask = { name, outcomes, bars, ...(maxPages === undefined ? {} : { maxPages }) };
  child.stdin.write(frame(Buffer.from(JSON.stringify(task))));
  child.stdin.write(frame(bytes));
  try {
    return { info: await outcome.promise, pages };
  } finally {
    clearTimeout(deadline);
    clearInterval(look);
    child.stdout.off('data', onData);
  }
}

function tooSlow(name: string, seconds: number): PinciteError {
  return new PinciteError(
    'time-limit',
    `${name} was not read within ${seconds} s. Raise --parser-seconds, or split the file, then retry.`,
  );
}

function tooLarge(name: string, memoryMb: number): PinciteError {
  return new PinciteError(
    'memory-limit',
    `${name} needs more than ${memoryMb} MB to be read. Raise --parser-memory, or split the file, then retry.`,
  );
}

function tooMuch(name: string, outputMb: number): PinciteError {
  return new PinciteError(
    'too-large',
    `${name} holds more than ${outputMb} MB of text and places: no filing does. Split the file, or save it anew with another program.`,
  );
}

function died(name: string, how: string, lastWords: string, memoryMb: number): PinciteError {
  if (/heap out of memory|allocation failed/i.test(lastWords)) return tooLarge(name, memoryMb);
  return new PinciteError(
    'unreadable-pdf',
    `${name} ended the process that read it (${how}). Save the PDF anew with another program and add that one.`,
    { cause: lastWords },
  );
}

function garbled(name: string, cause: unknown): PinciteError {
  return new PinciteError('unreadable-pdf', `${name} made its reader send garbage; nothing of it was stored.`, {
    cause,
  });
}

function stopped(name: string): PinciteError {
  return new PinciteError('time-limit', `${name} is read at the next start: Pincite is ending.`);
}
