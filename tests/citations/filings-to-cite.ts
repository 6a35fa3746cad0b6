// Filings and places for the citations' tests: those of DOMAIN.md §7, so that its examples can be read off the tables.
import type { CitedDocument } from '../../server/citations/cite.ts';
import type { CitedPlace, PlaceEnd, PlacePart } from '../../server/citations/cited-place.ts';
import { unknownDetails, type FilingDetails } from '../../server/contract/filing.ts';
import type { CitationStyle } from '../../server/contract/work-api.ts';
import { citationStyleSchema } from '../../server/contract/work-api.ts';

/** The default style with what differs. */
export function styled(style: Partial<CitationStyle> = {}): CitationStyle {
  return { ...citationStyleSchema.parse({}), ...style };
}

/** A filing of Klein v. Meta. */
export function filing(details: Partial<FilingDetails>): CitedDocument {
  const klein = {
    court: 'cand',
    docketNumber: '3:20-cv-08570-JD',
    caseName: 'Klein v. Meta Platforms, Inc.',
    filedOn: '2022-08-31',
  };
  return { details: { ...unknownDetails, ...klein, ...details }, filename: 'gov.uscourts.cand.369872.735.0.pdf' };
}

/** Page 5 of the PDF is stamped 5 and printed 3, so that a wrong kind of number shows. */
export function end(printed: string | null, line: number | null = null, extra: Partial<PlaceEnd> = {}): PlaceEnd {
  const pageNumber = Number(printed ?? 3) + 2;
  return { pageNumber, pageLabel: printed, stampPage: pageNumber, bates: null, line, ...extra };
}

/** A place of one or more stretches. */
export function place(parts: readonly (readonly [PlaceEnd, PlaceEnd])[], extra: Partial<CitedPlace> = {}): CitedPlace {
  const stretches = parts.map(([from, to]): PlacePart => ({ from, to }));
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a place has a part');
  return {
    from: first.from,
    to: last.to,
    parts: stretches,
    paragraph: null,
    note: null,
    isTestimony: false,
    ...extra,
  };
}

/** Citations with their no-break spaces shown as `_`. */
export function shown(text: string): string {
  return text.replaceAll('\u00a0', '_');
}
