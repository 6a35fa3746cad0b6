// Lets pdf.js note where an image stands without decoding it: decoding takes half of the time of a scanned filing.
// Shape in: the source of pdf.js' worker → shape out: the source with two calls replaced. `maxImageSize: 1` would be as
// fast, but removes the image operators, and with them what lies over what. Where a call is not found (another
// version of pdf.js) the source stays as it is: slower, nothing lost; the twin test notices.
import { registerHooks } from 'node:module';

const buildImage = 'PDFImage.buildImage({';
const createMask = 'imgData = await PDFImage.createMask({';

/** Whether `source` is a worker whose image calls can be replaced. */
export function canSkipImages(source: string): boolean {
  return [buildImage, createMask].every((call) => source.split(call).length === 2);
}

/**
 * The worker without image decoding. An image "fails" to decode after its operator was written; a mask of more than
 * a few pixels becomes a blank one of the same size (a one-pixel mask is a filled box and is still read).
 */
export function withoutImageDecoding(source: string): string {
  if (!canSkipImages(source)) return source;
  const mask = `imgData = w * h > 64 ? { data: new Uint8Array(1), width: w, height: h, isSingleOpaquePixel: !!this.parsingType3Font } : await PDFImage.createMask({`;
  return `${source.replace(buildImage, 'imageNotDecoded({').replace(createMask, mask)}
function imageNotDecoded() { return Promise.reject(new Error('not decoded')); }`;
}

/** From now on, importing pdf.js' worker gives the one without image decoding. Call before the first import of it. */
export function skipImageDecoding(): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.endsWith('/pdf.worker.mjs') || loaded.source === undefined || loaded.source === null) return loaded;
      const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
      return { ...loaded, source: withoutImageDecoding(source) };
    },
  });
}
