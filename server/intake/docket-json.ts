// The sidecar `docket.json`: one case, its entries and the files of each (README of docs-corpus documents its fields), or a docket in
// CourtListener's shape. In: JSON text. Out: details by file name, the docket it lists, and a message for each entry or document that
// could not be used, naming its place.
import { z } from 'zod';
import type { ListedDocket, ListedEntry } from '../contract/docket.ts';
import { messageOf, PinciteError } from '../contract/errors.ts';
import { documentTypes, type FilingDetails } from '../contract/filing.ts';
import { dateSchema } from '../contract/search-api.ts';
import { courtListenerDockets, readCourtListener } from './docket-courtlistener.ts';
import { docketsOf, faultOf, known, type ReadSidecar } from './docket-listing.ts';

const text = z.string().trim().min(1);
const optional = text.nullish();
const entryNumber = z.union([text, z.int().min(0)]).transform(String);

const docketSchema = z.object({
  specimen: z.boolean().default(false),
  court: optional,
  pacerCaseId: z.union([text, z.int()]).transform(String).nullish(),
  docketNumber: optional,
  caseName: optional,
  judge: optional,
  entries: z.array(z.unknown()),
});
const entrySchema = z.object({
  entry: entryNumber,
  filedOn: dateSchema.nullish(),
  filer: optional,
  documents: z.array(z.unknown()),
});
const documentSchema = z.object({
  file: text,
  attachment: z.int().min(0).default(0),
  type: z.enum(documentTypes).nullish(),
  title: optional,
  shortTitle: optional,
  filer: optional,
  filedOn: dateSchema.nullish(),
});

/** Reads a `docket.json`; `path` is what messages call it. Throws `bad-sidecar` when it is no docket as a whole. */
export function readDocketJson(json: string, path: string): ReadSidecar {
  const value = parse(json, path);
  const foreign = courtListenerDockets(value);
  if (foreign !== null) return readCourtListener(foreign, path);
  const docket = docketSchema.safeParse(value);
  if (!docket.success) {
    throw new PinciteError(
      'bad-sidecar',
      `${path} is not a docket as Pincite knows it: ${faultOf(docket.error, [])}. ` +
        'The files beside it are read without it; docs-corpus/README.md describes its fields.',
    );
  }
  const { entries, ...ofCase } = docket.data;
  const details = new Map<string, Partial<FilingDetails>>();
  const problems: string[] = [];
  const bare: ListedEntry[] = [];
  for (const [at, rawEntry] of entries.entries()) {
    const read = entrySchema.safeParse(rawEntry);
    if (!read.success) {
      problems.push(`${path}: ${faultOf(read.error, ['entries', at])}. The entry is left out.`);
      continue;
    }
    const { documents, ...ofEntry } = read.data;
    if (documents.length === 0) bare.push(bareEntry(ofEntry));
    for (const [place, rawDocument] of documents.entries()) {
      const spot = ['entries', at, 'documents', place];
      const document = documentSchema.safeParse(rawDocument);
      if (!document.success) {
        problems.push(`${path}: ${faultOf(document.error, spot)}. The document is left out.`);
        continue;
      }
      const { file, filedOn, filer, ...ofDocument } = document.data;
      if (details.has(file)) {
        problems.push(`${path}: at ${spot.join('.')}, ${file} is listed a second time. The document is left out.`);
        continue;
      }
      const dated = { filedOn: filedOn ?? ofEntry.filedOn, filer: filer ?? ofEntry.filer };
      details.set(file, known({ ...ofCase, ...ofEntry, ...ofDocument, ...dated }));
    }
  }
  return { details, places: [], dockets: withEntries(docketsOf(details), bare), problems };
}

function bareEntry({ entry, filedOn, filer }: Omit<z.output<typeof entrySchema>, 'documents'>): ListedEntry {
  return { entry, filedOn: filedOn ?? null, filer: filer ?? null, description: null, documents: [] };
}

/** Entries without papers stand on the docket too; where the files are of several cases, nothing says on which. */
function withEntries(dockets: readonly ListedDocket[], bare: readonly ListedEntry[]): readonly ListedDocket[] {
  const [docket, other] = dockets;
  if (docket === undefined || other !== undefined) return dockets;
  return [{ ...docket, entries: [...docket.entries, ...bare] }];
}

function parse(json: string, path: string): unknown {
  if (/^\uFEFF?\s*<(?:\?xml|!doctype|\w)/i.test(json)) {
    throw new PinciteError(
      'bad-sidecar',
      `${path} is XML or a web page, which is not read. Save the docket as docket.json, as CourtListener’s API gives it. The files beside it are read without it.`,
    );
  }
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new PinciteError(
      'bad-sidecar',
      `${path} is not JSON (${messageOf(error)}). The files beside it are read without it.`,
      {
        cause: error,
      },
    );
  }
}
