// The only door to pdf.js: bytes → a document whose pages give their operator list, fonts and page boxes.
// Refuses: no bytes, no PDF, a PDF nobody could repair, one that needs a password, one without pages.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate as turnOfEvents } from 'node:timers/promises';
import { getDocument, OPS, PDFWorker, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { FileInfo } from '../contract/page.ts';
import type { Rect } from '../contract/geometry.ts';
import { PinciteError } from '../contract/errors.ts';
import { fontFactsOf, type FontFacts } from './font-facts.ts';
import { PdfjsPort } from './pdfjs-port.ts';

export { OPS };

/** A page's drawing instructions: `operators[i]` with its `args[i]`; args are what pdf.js made of them and are read with care. */
export interface RawPage {
  readonly pageNumber: number;
  readonly view: Rect;
  readonly rotate: number;
  readonly userUnit: number;
  readonly operators: readonly number[];
  readonly args: readonly unknown[];
  /** Ids of annotations that are fields of a form. */
  readonly fieldIds: ReadonlySet<string>;
  /** Where text is marked to be redacted and was not yet (Redact annotations, ISO 32000-2, 12.5.6.23). */
  readonly redactMarks: readonly Rect[];
  /** Font by the name the operators use. */
  fontOf(name: string): FontFacts;
  /** Whether marked content of an optional-content group is shown. */
  isVisible(group: unknown): boolean;
}

/** An open PDF. `close` it in a finally. */
export interface PdfDocument {
  readonly pageCount: number;
  page(pageNumber: number): Promise<RawPage>;
  info(): Promise<FileInfo>;
  close(): Promise<void>;
}

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a PDF, whose bytes must stay as they are until it is closed; throws `empty-file`, `not-a-pdf`, `unreadable-pdf` or
 * `encrypted-pdf`, naming the file as `name`.
 */
export async function openPdf(bytes: Uint8Array, name = 'the file'): Promise<PdfDocument> {
  if (bytes.length === 0) {
    throw new PinciteError('empty-file', `${name} is empty (0 bytes). Download it again and add it once more.`);
  }
  if (!hasHeader(bytes)) {
    throw new PinciteError(
      'not-a-pdf',
      `${name} is not a PDF: it does not begin with "%PDF". Only PDF filings can be added.`,
    );
  }
  const [near, far] = PdfjsPort.pair();
  WorkerMessageHandler.initializeFromPort(far);
  // Typed as a browser's Worker, but pdf.js only posts to it and listens, which our port can do.
  const worker = PDFWorker.create({ port: near as unknown as Worker, verbosity: 0 });
  const task = getDocument({
    // No copy: our port passes the bytes on as they are, and pdf.js only reads them. A long filing has too many to hold twice.
    data: Buffer.isBuffer(bytes) ? new Uint8Array(bytes) : bytes,
    worker,
    verbosity: 0,
    disableFontFace: false,
    useSystemFonts: false,
    // Without these a font has no name, ascent or descent, and nothing is ever bold.
    fontExtraProperties: true,
    wasmUrl: join(folder, 'wasm/'),
    cMapUrl: join(folder, 'cmaps/'),
    iccUrl: join(folder, 'iccs/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
  });
  const close = async () => {
    await task.destroy();
    worker.destroy();
  };
  try {
    const document = await task.promise;
    if (document.numPages === 0) throw new PinciteError('unreadable-pdf', `${name} has no pages.`);
    const layers = await document.getOptionalContentConfig().catch(() => null);
    return {
      pageCount: document.numPages,
      close,
      info: () => readInfo(document),
      page: async (pageNumber) => {
        if (pageNumber % pagesKept === 0) await forgetPages(document);
        return readPage(document, pageNumber, layers);
      },
    };
  } catch (error) {
    await close();
    throw asRefusal(error, name);
  }
}

type Proxy = Awaited<ReturnType<typeof getDocument>['promise']>;
type Layers = Awaited<ReturnType<Proxy['getOptionalContentConfig']>> | null;

/** Acrobat accepts the header anywhere in the first 1024 bytes, and so do courts' archives. */
function hasHeader(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF');
}

function asRefusal(error: unknown, name: string): PinciteError {
  if (error instanceof PinciteError) return error;
  if (error instanceof PasswordException) {
    return new PinciteError(
      'encrypted-pdf',
      `${name} is locked with a password. Save a copy without the password and add that one.`,
      { cause: error },
    );
  }
  return new PinciteError(
    'unreadable-pdf',
    `${name} cannot be read as a PDF: it is damaged or was cut off. Download it again and add it once more.`,
    { cause: error },
  );
}

/** Pages after which pdf.js is made to forget fonts and colours: a long filing would gather those of all of its exhibits. */
const pagesKept = 50;

async function forgetPages(document: Proxy): Promise<void> {
  // It refuses while a page is being drawn; none is, and memory is no reason to fail.
  await document.cleanup().catch(() => {});
}

async function readPage(document: Proxy, pageNumber: number, layers: Layers): Promise<RawPage> {
  const page = await document.getPage(pageNumber);
  const [left = 0, bottom = 0, right = 612, top = 792] = page.view;
  const list = await page.getOperatorList({ intent: 'display' });
  // Fonts come by messages of their own, some microtasks after the list that uses them.
  await turnOfEvents();
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' }).catch(() => []);
  const fonts = new Map<string, FontFacts>();
  const raw: RawPage = {
    pageNumber,
    view: [left, bottom, right, top],
    rotate: page.rotate,
    userUnit: page.userUnit,
    operators: list.fnArray,
    args: list.argsArray,
    fieldIds: new Set(
      annotations.filter((each) => field(each, 'subtype') === 'Widget').map((each) => String(field(each, 'id'))),
    ),
    redactMarks: annotations.flatMap((each) =>
      field(each, 'subtype') === 'Redact' ? rectFrom(field(each, 'rect')) : [],
    ),
    fontOf(name) {
      const known = fonts.get(name);
      if (known) return known;
      const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
      const facts = fontFactsOf(font);
      letGo(font);
      fonts.set(name, facts);
      return facts;
    },
    isVisible: (group) => group === null || layers === null || layers.isVisible(group),
  };
  page.cleanup();
  return raw;
}

function rectFrom(value: unknown): Rect[] {
  const numbers = Array.isArray(value) ? value.filter((each) => typeof each === 'number') : [];
  const [left, bottom, right, top] = numbers;
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return [];
  return [[left, bottom, right, top]];
}

/** pdf.js keeps a font's program for the sake of its extra properties; nobody draws with it here. */
function letGo(font: unknown): void {
  const clear = field(font, 'clearData');
  if (typeof clear === 'function') Reflect.apply(clear, font, []);
}

async function readInfo(document: Proxy): Promise<FileInfo> {
  // Metadata and outline are extras of the file: a broken one must not cost the filing.
  const metadata = await document.getMetadata().catch(() => null);
  const entries: unknown = await document.getOutline().catch(() => null);
  const outline: { title: string; pageNumber: number | null; depth: number }[] = [];
  await walkOutline(document, entries, 0, outline);
  return {
    pageCount: document.numPages,
    title: textOf(field(metadata?.info, 'Title')),
    author: textOf(field(metadata?.info, 'Author')),
    outline,
  };
}

const outlineLimit = 2_000;

async function walkOutline(
  document: Proxy,
  entries: unknown,
  depth: number,
  into: { title: string; pageNumber: number | null; depth: number }[],
): Promise<void> {
  if (!Array.isArray(entries) || depth > 8) return;
  for (const entry of entries) {
    if (into.length >= outlineLimit) return;
    into.push({
      title: textOf(field(entry, 'title')) ?? '',
      pageNumber: await pageOf(document, field(entry, 'dest')),
      depth,
    });
    await walkOutline(document, field(entry, 'items'), depth + 1, into);
  }
}

async function pageOf(document: Proxy, destination: unknown): Promise<number | null> {
  const explicit: unknown =
    typeof destination === 'string' ? await document.getDestination(destination).catch(() => null) : destination;
  if (!Array.isArray(explicit)) return null;
  const target: unknown = explicit[0];
  if (typeof target === 'number') return target + 1;
  const [num, gen] = [field(target, 'num'), field(target, 'gen')];
  if (typeof num !== 'number' || typeof gen !== 'number') return null;
  const index = await document.getPageIndex({ num, gen }).catch(() => null);
  return index === null ? null : index + 1;
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 1_000) : null;
}
