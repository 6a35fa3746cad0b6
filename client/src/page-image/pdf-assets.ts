// Where the build puts what pdf.js fetches while it reads (vite.config.ts copies it): all from this origin.
// Out: options for pdf.js' getDocument; range requests only, so that one page of a 1,000-page filing does not fetch the rest.

export const pdfAssets = {
  cMapUrl: '/pdfjs/cmaps/',
  cMapPacked: true,
  standardFontDataUrl: '/pdfjs/standard_fonts/',
  // Without it a JBIG2 scan loses its image silently (ARCHITECTURE §4).
  wasmUrl: '/pdfjs/wasm/',
  iccUrl: '/pdfjs/iccs/',
  disableAutoFetch: true,
  disableStream: true,
} as const;
