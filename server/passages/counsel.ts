// For whom counsel signs: `Attorneys for Plaintiffs` above the caption, `Counsel for Defendant Meta` under the signature.
// In: pages. Out: the filer as printed; null where counsel of two sides sign, or nobody says it.
import { sideOf } from '../contract/filer-side.ts';
import type { Page } from '../contract/page.ts';
import { bodyLinesOf } from './body-lines.ts';
import { captionPlaceOf } from './caption-place.ts';

const forWhom =
  /^(?:(?:Lead|Co-?Lead|Local|Interim|Class|Co-?)\s?(?:and\s)?)*(?:Attorneys?|Counsel)(?:\sof\sRecord)?\sfor\s(.{3,90})$/i;
const role = /\b(?:Plaintiffs?|Defendants?|Intervenors?|Amici|Amicus|Non-?Part(?:y|ies)|Third[- ]Part(?:y|ies))\b/i;

/** The filer by the counsel above the caption. */
export function counselAbove(pages: readonly Page[]): string | null {
  const lines = bodyLinesOf(pages.slice(0, 2));
  const place = captionPlaceOf(lines);
  return place === null ? null : filerOf(lines.slice(0, place.court).map(({ text }) => text));
}

/** The filer by the counsel who sign at the end; certificates and exhibits may follow a signature on a few pages more. */
export function counselBelow(pages: readonly Page[]): string | null {
  const last = pages.slice(-3);
  return filerOf(bodyLinesOf(last).map(({ text }) => text));
}

/** One side, in the words of the line that says most; nothing when two sides are named. */
function filerOf(lines: readonly string[]): string | null {
  const named = lines.flatMap((line, at) => {
    const first = forWhom.exec(line.trim())?.[1];
    if (first === undefined) return [];
    // The name may stand on the next line: `Attorneys for Defendant` / `META PLATFORMS, INC.`
    const text = /\b(?:Plaintiff|Defendant)s?,?$/i.test(first) ? `${first} ${nameOn(lines[at + 1])}` : first;
    return role.test(text)
      ? [
          text
            .replaceAll(/\s+/g, ' ')
            .replace(/[\s,;]+(?:and)?$/i, '')
            .replace(/^all\s/i, ''),
        ]
      : [];
  });
  const sides = new Set(named.map((each) => sideOf(each)));
  const [side] = sides;
  if (sides.size !== 1 || side === null || side === undefined || side === 'Parties') return null;
  const [only] = named;
  return named.length === 1 && only !== undefined
    ? capitalised(only)
    : side === 'Third party'
      ? (only ?? null)
      : pluralOf(side, named);
}

/** A name in capitals alone on its line. */
function nameOn(line: string | undefined): string {
  const name = line?.trim() ?? '';
  return name.length < 60 &&
    name === name.toUpperCase() &&
    /^\p{L}[\p{L}.,&’' -]+$/u.test(name) &&
    !/COURT|ATTORNEY|ATTEST|COUNSEL|CERTIF/.test(name)
    ? name
    : '';
}

function pluralOf(side: string, named: readonly string[]): string {
  const singular = named.every((each) => !new RegExp(String.raw`\b${side}\b`, 'i').test(each));
  return singular ? side.replace(/s$/, '') : side;
}

function capitalised(text: string): string {
  return text.replace(
    /^(?:plaintiff|defendant)s?\b/i,
    (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  );
}
