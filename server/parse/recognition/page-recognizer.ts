// Recognises pages, one at a time, in two confined processes: one draws the page, the other gets its pixels and nothing of the PDF.
// In: a file's path and a page. Out: RecognizedPage. Refuses (`time-limit`, `memory-limit`, `unreadable-pdf` …) naming the page.
// Processes are kept for the next page (the next one is mostly of the same file); one that failed or grew is ended.
import { readFile } from 'node:fs/promises';
import type { Quad } from '../../contract/geometry.ts';
import type { RecognizedPage } from '../../contract/recognition.ts';
import { startConfinedProcess, type Confinement, type ParserProcess } from '../parser-process.ts';
import { askProcess, type Limits } from './ask-process.ts';
import { onPage } from './picture-to-page.ts';
import type { DrawingTalk, SeeingTalk } from './recognition-messages.ts';
import type { LanguageChoice } from './language-data.ts';

/** Limits of each process and page, and what is read. */
export interface RecognizerOptions extends LanguageChoice {
  readonly memoryMb: number;
  /** For drawing, and again for recognising. */
  readonly seconds: number;
}

/** A page that waits. */
export interface WaitingPage {
  readonly path: string;
  /** What messages call the file. */
  readonly name: string;
  readonly pageNumber: number;
  /** Boxes of bad redactions, in user space: what lies there is not even looked at. */
  readonly covered: readonly Quad[];
}

export interface PageRecognizer {
  /** Recognises a page; one at a time. */
  recognize(page: WaitingPage): Promise<RecognizedPage>;
  /** Ends the processes, and resolves when they are gone; a page under way is rejected. */
  close(): Promise<void>;
}

/** How many pages a process sees before it makes room for a fresh one. */
const pagesPerProcess = 60;

interface Held {
  readonly child: ParserProcess;
  /** The file that is open in it; none in the one that recognises. */
  readonly path: string | null;
  pages: number;
}

/** Makes a recognizer; its processes start with the first page. */
export function createPageRecognizer(options: RecognizerOptions): PageRecognizer {
  const { memoryMb, languages, dataFolder } = options;
  const running = new Set<ParserProcess>();
  let drawing: Held | null = null;
  let seeing: Held | null = null;
  let closed = false;

  const start = (confinement: Omit<Confinement, 'memoryMb' | 'isBackground'>): ParserProcess => {
    if (closed) throw new Error('recognition is ending');
    const child = startConfinedProcess({ ...confinement, memoryMb, isBackground: true });
    running.add(child);
    void child.ended.then(() => running.delete(child));
    return child;
  };
  const isGood = (held: Held): boolean =>
    running.has(held.child) && held.pages < pagesPerProcess && (held.child.memoryMb() ?? 0) < memoryMb * 0.7;

  const open = async (path: string, limits: Limits): Promise<Held> => {
    if (drawing !== null && drawing.path === path && isGood(drawing)) return drawing;
    drawing?.child.kill();
    drawing = null;
    const bytes = await readFile(path);
    const child = start({ program: 'recognition/drawing-child.ts', permissions: ['--allow-addons'] });
    drawing = { child, path, pages: 0 };
    await askProcess<DrawingTalk>(child, { question: { kind: 'open' }, bytes }, limits);
    return drawing;
  };

  const draw = async (page: WaitingPage, limits: Limits) => {
    const held = await open(page.path, limits);
    held.pages += 1;
    const question = { kind: 'draw' as const, pageNumber: page.pageNumber, covered: page.covered };
    const { value, bytes } = await askProcess<DrawingTalk>(held.child, { question }, limits);
    if (value.kind !== 'drawn') throw new Error('an answer to another question');
    return { ...value, bytes };
  };

  const see = async (picture: { width: number; height: number; dpi: number; bytes: Buffer }, limits: Limits) => {
    if (seeing === null || !isGood(seeing)) {
      seeing?.child.kill();
      seeing = null;
      const child = start({
        program: 'recognition/seeing-child.ts',
        permissions: ['--allow-worker'],
        reads: dataFolder === null ? [] : [dataFolder],
      });
      seeing = { child, path: null, pages: 0 };
      const question = { kind: 'start' as const, languages, dataFolder };
      await askProcess<SeeingTalk>(child, { question }, limits);
    }
    seeing.pages += 1;
    const { bytes, width, height, dpi } = picture;
    const question = { kind: 'see' as const, width, height, dpi };
    const { value } = await askProcess<SeeingTalk>(seeing.child, { question, bytes }, limits);
    if (value.kind !== 'seen') throw new Error('an answer to another question');
    return value;
  };

  return {
    async recognize(page) {
      const limits = { name: `Page ${page.pageNumber} of ${page.name}`, seconds: options.seconds, memoryMb };
      try {
        const picture = await draw(page, limits);
        const { kind: _, ...words } = await see(picture, limits);
        return onPage(page.pageNumber, words, picture);
      } catch (error) {
        // Whatever the page left behind goes with the processes.
        drawing?.child.kill();
        seeing?.child.kill();
        [drawing, seeing] = [null, null];
        throw error;
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
