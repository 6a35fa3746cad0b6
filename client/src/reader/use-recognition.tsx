// What the Reader knows of recognition: the text of recognised pages near the one in view, what must be said of that page,
// and that everything of the filing is asked anew when more of it was recognised meanwhile.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { DocumentAnswer, PageAnswer } from '../../../server/contract/document-api.ts';
import { corpusQuery, keys } from '../api/queries.ts';
import { isWaiting, recognitionNote } from './page-numbers.ts';

export interface ReaderRecognition {
  /** Recognised pages by number: their text lies over their picture. */
  readonly recognized: ReadonlyMap<number, PageAnswer>;
  /** What a person must know of the page in view; null when there is nothing. */
  readonly note: string | null;
}

export function useRecognition(
  { id, pages }: Pick<DocumentAnswer, 'id' | 'pages'>,
  pageInView: number,
  texts: readonly PageAnswer[],
): ReaderRecognition {
  const client = useQueryClient();
  const corpus = useQuery({ ...corpusQuery(), enabled: pages.some(isWaiting) });
  const recognizedPages = pages.filter(({ ocrConfidence }) => ocrConfidence !== undefined).length;
  const seen = useRef(recognizedPages);
  useEffect(() => {
    if (seen.current === recognizedPages) return;
    seen.current = recognizedPages;
    void client.invalidateQueries({ queryKey: keys.document(id) });
    void client.invalidateQueries({ queryKey: keys.annotations });
  }, [client, id, recognizedPages]);
  const recognized = useMemo(
    () => new Map(texts.flatMap((text) => (text.ocr ? [[text.pageNumber, text] as const] : []))),
    [texts],
  );
  return { recognized, note: recognitionNote(pages, pageInView, corpus.data?.recognition ?? 'on') };
}
