// What the instant search found beside the words typed, and what it left out; one press asks the same question exactly.
import type { SearchAnswer, SearchRequest } from '../../../server/contract/search-api.ts';
import { askedExactly } from './ask-exactly.ts';
import classes from './results.module.css';
import { correctedText } from './search-mode.ts';

export interface InstantNotesProps {
  readonly query: SearchAnswer['query'];
  /** The question that was answered. */
  readonly request: SearchRequest;
  readonly onChange: (request: SearchRequest) => void;
}

export function InstantNotes({ query, request, onChange }: InstantNotesProps) {
  const { corrected, ignored } = query;
  if (corrected.length === 0 && ignored.length === 0) return null;
  const exact = askedExactly(request);
  return (
    <div className={classes.instantNotes}>
      {corrected.map((word) => (
        <span key={word.typed}>{correctedText(word)}.</span>
      ))}
      {ignored.length === 0 ? null : <span>Not searched: {ignored.map((word) => `“${word}”`).join(', ')}.</span>}
      {exact.q === '' ? null : (
        <button type="button" title={exact.q} onClick={() => onChange(exact)}>
          Ask exactly for every word as typed
        </button>
      )}
    </div>
  );
}
