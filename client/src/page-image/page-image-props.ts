// What a page with painted boxes is told: the document, the page, the boxes. Types only, so that the page and the part of it that is
// loaded apart need not know one another.
import type { Quad } from '../../../server/contract/geometry.ts';

/** A box to paint: `current` is the hit that is selected, `hit` another one on the page, `passage` the passage as a whole. */
export interface PaintedBox {
  readonly quad: Quad;
  readonly look: 'current' | 'hit' | 'passage';
}

export interface PageImageProps {
  readonly documentId: string;
  /** 1-based PDF page. */
  readonly pageNumber: number;
  readonly boxes: readonly PaintedBox[];
  /** The box to bring to the middle; null for the top of the page. */
  readonly scrollToBox?: Quad | null;
  /** What the picture is, for those who cannot see it. */
  readonly label: string;
  readonly onFail?: (error: unknown) => void;
}
