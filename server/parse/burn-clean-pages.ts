// The pages of a PDF that may be copied as they are, brought over into another document without anything of the burnt ones.
// Shape in: bytes, which pages are burnt → shape out: copied pages by number. A page is left out, and has to be drawn, when it draws
// something that a burnt page draws too, or lies on layers; all are, when the file is locked or only pdf.js can mend it.
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRef,
  PDFStream,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';

/** What is to be copied. */
export interface CleanPagesWanted {
  /** As pdf.js counts them: another count means another reading of the file. */
  readonly pageCount: number;
  readonly burnt: ReadonlySet<number>;
}

const name = (text: string) => PDFName.of(text);
/** Private data of programs, ties to other pages, scripts: none of them is needed to show a page. */
const extras = ['PieceInfo', 'Metadata', 'Thumb', 'AA', 'B', 'StructParents', 'Tabs', 'PresSteps', 'AF'].map(name);
/** What an annotation may point at besides its appearance: its field with all its values, its window, the one it answers. */
const ties = ['Parent', 'Popup', 'IRT', 'AA', 'AF', 'OC'].map(name);

/** Copies them into `copy`; the pages are not yet in its order. */
export async function cleanPagesOf(
  bytes: Uint8Array,
  copy: PDFDocument,
  { pageCount, burnt }: CleanPagesWanted,
): Promise<ReadonlyMap<number, PDFPage>> {
  let source: PDFDocument;
  try {
    source = await PDFDocument.load(bytes, { updateMetadata: false });
    if (source.getPageCount() !== pageCount) return new Map();
  } catch {
    // Locked or damaged: pdf.js can draw what this reader cannot take apart.
    return new Map();
  }
  const pages = source.getPages();
  const tainted = new Set<PDFObject>();
  pages.forEach(({ node }, at) => {
    if (burnt.has(at + 1)) drawnBy(node, tainted);
  });
  const wanted: number[] = [];
  pages.forEach(({ node }, at) => {
    if (burnt.has(at + 1)) return;
    const own = new Set<PDFObject>();
    const hasLayers = drawnBy(node, own);
    if (!hasLayers && own.isDisjointFrom(tainted)) wanted.push(at);
  });
  for (const [at, { node }] of pages.entries()) {
    // Links lead to pages: whatever is reached that way has nothing on it.
    if (!wanted.includes(at)) for (const key of node.keys()) if (!kept.has(key)) node.delete(key);
    for (const key of extras) node.delete(key);
    untie(node);
  }
  const copied = await copy.copyPages(source, wanted);
  return new Map(copied.map((page, i) => [(wanted[i] ?? 0) + 1, page]));
}

const kept: ReadonlySet<PDFName> = new Set(['Type', 'Parent', 'MediaBox', 'CropBox', 'Rotate'].map(name));

/** Gathers the streams that a page draws with, and says whether any lies on a layer. Fonts and images carry no words. */
function drawnBy(page: PDFDict, into: Set<PDFObject>): boolean {
  const { context } = page;
  let hasLayers = false;
  const resolve = (value: PDFObject | undefined): PDFObject | undefined =>
    value instanceof PDFRef ? context.lookup(value) : value;
  const visit = (value: PDFObject | undefined): void => {
    const object = resolve(value);
    if (object instanceof PDFArray) for (const each of object.asArray()) visit(each);
    else if (object instanceof PDFStream) {
      if (into.has(object) || resolve(object.dict.get(name('Subtype'))) === name('Image')) return;
      into.add(object);
      if (object.dict.has(name('OC'))) hasLayers = true;
      visitResources(object.dict.get(name('Resources')));
    } else if (object instanceof PDFDict) for (const each of object.values()) visit(each);
  };
  const visitResources = (value: PDFObject | undefined): void => {
    const resources = resolve(value);
    if (!(resources instanceof PDFDict)) return;
    visit(resources.get(name('XObject')));
    visit(resources.get(name('Pattern')));
    const layers = resolve(resources.get(name('Properties')));
    if (layers instanceof PDFDict && layers.values().some((each) => isLayer(resolve(each)))) hasLayers = true;
  };
  visit(page.get(name('Contents')));
  let at: PDFDict | undefined = page;
  for (let up = 0; at !== undefined && up < 50; up++) {
    visitResources(at.get(name('Resources')));
    const parent: PDFObject | undefined = resolve(at.get(name('Parent')));
    at = parent instanceof PDFDict ? parent : undefined;
  }
  const annotations = resolve(page.get(name('Annots')));
  if (annotations instanceof PDFArray)
    for (const each of annotations.asArray()) {
      const annotation = resolve(each);
      if (annotation instanceof PDFDict) visit(annotation.get(name('AP')));
    }
  return hasLayers;
}

function isLayer(value: PDFObject | undefined): boolean {
  return value instanceof PDFDict && String(value.get(name('Type'))).startsWith('/OC');
}

/** Takes from annotations what leads out of the page, and notes' windows away. */
function untie(page: PDFDict): void {
  const { context } = page;
  const list = page.lookup(name('Annots'));
  if (!(list instanceof PDFArray)) return;
  for (let i = list.size() - 1; i >= 0; i--) {
    const annotation = context.lookup(list.get(i));
    if (!(annotation instanceof PDFDict)) continue;
    const kind = annotation.lookup(name('Subtype'));
    if (kind === name('Popup') || kind === name('FileAttachment')) list.remove(i);
    for (const key of ties) annotation.delete(key);
  }
}
