// A record citation: where a filing points at another place of the record (`Dkt. No. 645-2 at 3:4–9`, `Compl. ¶ 12`, `Id. at 4`).

import type { Span } from './page.ts';

/** A place of a page: the page as cited (a printed label, an ECF page or a transcript's page: the citation does not say which), with its line. */
export interface PinPlace {
  readonly page: string;
  readonly line: number | null;
}

/** From … to, both ends included; equal ends for a single one. */
export interface PinRange<End> {
  readonly from: End;
  readonly to: End;
}

/** The pinpoint of a citation; all lists empty where it names a document as a whole. */
export interface Pin {
  readonly pages: readonly PinRange<PinPlace>[];
  /** Numbers of paragraphs, as printed. */
  readonly paragraphs: readonly PinRange<string>[];
  /** Footnote number (`at 7 n.3`). */
  readonly note: string | null;
}

/** A number of the docket, `645-2`; a range of entries (`Nos. 12–14`) has one of these for each end. */
export interface EcfNumber {
  readonly entry: string;
  readonly attachment: number | null;
}

/** What kind of words name the document. */
export type RecordCitationKind = 'entry' | 'title' | 'exhibit' | 'id';

/** A citation found in a text; `from` and `to` are UTF-16 offsets into it, end exclusive, pin included. */
export interface RecordCitation {
  readonly from: number;
  readonly to: number;
  readonly kind: RecordCitationKind;
  /** Docket numbers, in the order cited; ranges keep their ends. */
  readonly entries: readonly PinRange<EcfNumber>[];
  /** `Doe Decl.`, `Compl.`, `Hr’g Tr.`; null where only a number, an exhibit or `Id.` is said. */
  readonly title: string | null;
  /** `C` of `Ex. C`; a range (`Exs. R–HH`) keeps its ends. */
  readonly exhibits: readonly PinRange<string>[];
  readonly pin: Pin;
  /** For `Id.`: place of the citation it repeats among those of the text, -1 for the last one before the text; null otherwise. */
  readonly repeats: number | null;
  /** The number of another case stands before it: it points at that case's record. */
  readonly elsewhere: boolean;
}

/** A citation with its place in a file: what is stored. */
export interface PlacedRecordCitation {
  /** 0-based order in the file. */
  readonly seq: number;
  readonly passageId: string;
  readonly pageNumber: number;
  /** Page text covered. */
  readonly spans: readonly Span[];
  /** As it stands in the passage. */
  readonly text: string;
  /** `from` and `to` are offsets into the passage's text; `repeats` is the `seq` of the citation that an `Id.` repeats. */
  readonly citation: RecordCitation;
}
