// Looks at pages whose text is a layer over a picture, before anything of them is stored: what the picture hides must not be read.
// In: a file and pages of words. Out: boxes of the words that lie under bars of the picture. One confined process a file draws them.
// Refuses (`time-limit`, `memory-limit`, `unreadable-pdf` …) naming the page that could not be drawn.
import { readFile } from 'node:fs/promises';
import type { Quad } from '../../contract/geometry.ts';
import type { Bars, Page } from '../../contract/page.ts';
import { boxesOf } from '../../text/boxes.ts';
import { startConfinedProcess, type ParserProcess } from '../parser-process.ts';
import { askProcess } from './ask-process.ts';
import type { DrawingTalk } from './recognition-messages.ts';

/** Limits of the process, and of each page. */
export interface LookerOptions {
  readonly memoryMb: number;
  readonly seconds: number;
  /** A page could not be drawn: its words are kept without having been looked at. */
  readonly onFailure: (error: unknown, name: string) => void;
}

export interface PageLooker {
  /** Pages among these that are to be looked at, with the words under bars; pages without any are left out. */
  look(file: {
    readonly path: string;
    readonly name: string;
    readonly pages: readonly Page[];
  }): Promise<readonly Bars[]>;
  /** Ends all processes, and resolves when they are gone; files under way are rejected. */
  close(): Promise<void>;
}

/** A file is given up after so many pages that could not be drawn. */
const mostFailures = 3;

/** Makes a looker. */
export function createPageLooker({ memoryMb, seconds, onFailure }: LookerOptions): PageLooker {
  const running = new Set<ParserProcess>();
  let closed = false;

  const open = async (bytes: Buffer, name: string): Promise<ParserProcess> => {
    if (closed) throw new Error('looking is ending');
    const child = startConfinedProcess({
      program: 'recognition/drawing-child.ts',
      memoryMb,
      permissions: ['--allow-addons'],
    });
    running.add(child);
    void child.ended.then(() => running.delete(child));
    await askProcess<DrawingTalk>(child, { question: { kind: 'open' }, bytes }, { name, seconds, memoryMb });
    return child;
  };

  const lookAt = async (child: ParserProcess, page: Page, name: string): Promise<Bars | null> => {
    const { pageNumber } = page;
    const words = wordsOf(page);
    const limits = { name: `Page ${pageNumber} of ${name}`, seconds, memoryMb };
    const { value } = await askProcess<DrawingTalk>(child, { question: { kind: 'look', pageNumber, words } }, limits);
    if (value.kind !== 'looked') throw new Error('an answer to another question');
    const dark = new Set(value.dark);
    return dark.size === 0 ? null : { pageNumber, boxes: words.filter((_, at) => dark.has(at)) };
  };

  return {
    async look({ path, name, pages }) {
      const layers = pages.filter(({ isLayer, recognized }) => isLayer === true && recognized === undefined);
      if (layers.length === 0) return [];
      const bytes = await readFile(path);
      const found: Bars[] = [];
      let child: ParserProcess | null = null;
      let failures = 0;
      try {
        for (const page of layers) {
          try {
            child ??= await open(bytes, name);
            const bars = await lookAt(child, page, name);
            if (bars !== null) found.push(bars);
          } catch (error) {
            child?.kill();
            child = null;
            failures += 1;
            // One page that cannot be drawn must not keep the others from being looked at.
            if (closed || failures >= mostFailures) throw error;
            onFailure(error, name);
          }
        }
        return found;
      } finally {
        child?.kill();
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

function wordsOf(page: Page): Quad[] {
  return [...page.text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => boxesOf(page, index, index + word.length));
}
