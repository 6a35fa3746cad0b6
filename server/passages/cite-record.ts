// The record citations of a whole file: passages in, citations with their place on the page out.
// `Id.` is followed from passage to passage, notes among notes and the text among the text, as a reader does.
import type { Passage } from '../contract/passage.ts';
import type { PlacedRecordCitation } from '../contract/record-citation.ts';
import { toPageSpans } from '../text/derived-text.ts';
import { recordCitationsIn, type Antecedent } from './record-citations.ts';

interface Stream {
  last: Antecedent;
  /** `seq` of its last citation; null before the first. */
  seq: number | null;
}

/** Finds the citations; captions, contents and signatures point at nothing. */
export function citeRecord(passages: readonly Passage[]): PlacedRecordCitation[] {
  const placed: PlacedRecordCitation[] = [];
  const [body, notes]: [Stream, Stream] = [
    { last: null, seq: null },
    { last: null, seq: null },
  ];
  for (const passage of passages) {
    if (passage.kind === 'caption' || passage.kind === 'contents' || passage.kind === 'signature') continue;
    const stream = passage.kind === 'footnote' ? notes : body;
    const { citations, last } = recordCitationsIn(passage.text, stream.last);
    const first = placed.length;
    for (const citation of citations) {
      const { from, to, repeats } = citation;
      const spans = toPageSpans(passage.runs, from, to);
      const [start] = spans;
      placed.push({
        seq: placed.length,
        passageId: passage.id,
        pageNumber: start?.pageNumber ?? passage.pageNumber,
        spans,
        text: passage.text.slice(from, to),
        citation: { ...citation, repeats: repeats === null ? null : repeats < 0 ? stream.seq : first + repeats },
      });
    }
    stream.last = last;
    if (citations.length > 0) stream.seq = placed.length - 1;
  }
  return placed;
}
