// Which row of a folder's dockets a file is: by the name it has there, by its RECAP name, else by entry and attachment.
// In: a file name and what sidecars say. Out: the details of its row; nothing when two dockets could mean it.
import type { FilingDetails } from '../contract/filing.ts';
import type { ReadSidecar } from './docket-listing.ts';
import { readRecapName } from './recap-name.ts';

type Said = Partial<FilingDetails>;

/** `ECF 735-2.pdf`, `Dkt. No. 12.pdf`, `735-2.pdf`: a bare number alone might count anything. */
const plainName =
  /^(?:(?<word>ecf|dkt|docket|doc|document|entry)[ ._-]*(?:no\.?)?[ ._-]*)?(?<entry>\d{1,14})(?:[-.](?<attachment>\d{1,3}))?(?:[_ ]\(?\d{1,3}\)?)?\.pdf$/i;

/** What the sidecars of a folder say of a file; of two that know its name, the first one goes before. */
export function detailsOfFile(filename: string, sidecars: readonly ReadSidecar[]): Said {
  const named = sidecars.flatMap(({ details }) => details.get(filename) ?? []);
  if (named.length > 0) return Object.assign({}, ...named.toReversed()) as Said;
  return placed(
    filename,
    sidecars.flatMap(({ places }) => places),
  );
}

function placed(filename: string, places: readonly Said[]): Said {
  const name = readRecapName(filename) ?? readPlainName(filename);
  if (name === null) return {};
  const fitting = places.filter(
    (place) =>
      place.entry === name.entry &&
      (place.attachment ?? 0) === (name.attachment ?? 0) &&
      agree(place.court, name.court) &&
      agree(place.pacerCaseId, name.pacerCaseId),
  );
  const same = fitting.filter(({ court, pacerCaseId }) => court === name.court && pacerCaseId === name.pacerCaseId);
  const [found, other] = same.length > 0 ? same : fitting;
  return other === undefined ? (found ?? {}) : {};
}

/** What one of both does not say contradicts nothing. */
function agree(one: string | null | undefined, other: string | null | undefined): boolean {
  return (one ?? null) === null || (other ?? null) === null || one === other;
}

function readPlainName(filename: string): Said | null {
  const { word, entry, attachment } = plainName.exec(filename)?.groups ?? {};
  if (entry === undefined || (word === undefined && attachment === undefined)) return null;
  return { entry, attachment: Number(attachment ?? 0) };
}
