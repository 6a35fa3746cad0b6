// One page of a filing as it looks, with boxes painted on it: document, page, quads in → a canvas and a layer of polygons.
// Loads pdf.js when first shown; says so while it comes, and why when a page cannot be drawn.
import { lazy, Suspense, useCallback, useState } from 'react';
import { sentenceOf } from '../api/problem.ts';
import classes from './page-image.module.css';
import type { PageImageProps } from './page-image-props.ts';

const PageCanvas = lazy(() => import('./PageCanvas.tsx').then((module) => ({ default: module.PageCanvas })));

export function PageImage(props: Omit<PageImageProps, 'onFail'>) {
  const key = `${props.documentId}/${props.pageNumber}`;
  const [failed, setFailed] = useState<{ readonly key: string; readonly sentence: string } | null>(null);
  const onFail = useCallback((error: unknown) => setFailed({ key, sentence: sentenceOf(error) }), [key]);
  if (failed?.key === key) {
    return (
      <div className={classes.view}>
        <p className={classes.message} role="alert">
          This page cannot be drawn: {failed.sentence}{' '}
          <button type="button" className={classes.again} onClick={() => setFailed(null)}>
            Try again
          </button>
        </p>
      </div>
    );
  }
  return (
    <div className={classes.view}>
      <Suspense fallback={<p className={classes.message}>Loading the page…</p>}>
        <PageCanvas {...props} onFail={onFail} />
      </Suspense>
    </div>
  );
}
