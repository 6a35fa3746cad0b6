// Words for record citations: what they point at, what became of them, and which one is nearest to the page in view.
import type { RecordCitationsAnswer } from '../../../server/contract/document-api.ts';
import { ecfText } from '../search/format.ts';

export type CitationOut = RecordCitationsAnswer['out'][number];
export type CitationIn = RecordCitationsAnswer['in'][number];

/** `ECF No. 735 Letter Brief, PDF page 4`. */
export function citingText({ ecf, title, pageNumber }: Omit<CitationIn['from'], 'documentId'>): string {
  const name = [ecfText({ ecf }), title].filter((part) => part !== null).join(' ');
  return `${name === '' ? 'Untitled filing' : name}${pageNumber === null ? '' : `, PDF page\u00a0${pageNumber}`}`;
}

/** Why a citation has no link, in words; empty for one that has. */
export function outcomeText({ state, missing }: Pick<CitationOut, 'state' | 'missing'>): string {
  if (state === 'missing') return `${missing ?? 'What it names'} is not in this corpus`;
  if (state === 'unclear') return 'Which filing is meant is not clear';
  return state === 'elsewhere' ? 'The record of another case' : '';
}

/** Place in the list of the first citation on the page in view or after it; -1 for none. */
export function nearestOf(citations: readonly Pick<CitationOut, 'pageNumber'>[], pageInView: number): number {
  return citations.findIndex(({ pageNumber }) => pageNumber >= pageInView);
}
