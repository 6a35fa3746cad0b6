// The sidecar `docket.json`: one case, its entries and the files of each. README of docs-corpus documents its fields.
// In: JSON text. Out: details by file name, and a message for each entry or document that could not be used, naming its place.
import { z } from 'zod';
import { messageOf, PinciteError } from '../contract/errors.ts';
import { documentTypes, type FilingDetails } from '../contract/filing.ts';
import { dateSchema } from '../contract/search-api.ts';

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

/** Details by file name. */
export type SidecarDetails = ReadonlyMap<string, Partial<FilingDetails>>;

/** What a sidecar says, and a message for each part of it that could not be used (the others are). */
export interface ReadSidecar {
  readonly details: SidecarDetails;
  readonly problems: readonly string[];
}

/** Reads a `docket.json`; `path` is what messages call it. Throws `bad-sidecar` when it is no docket as a whole. */
export function readDocketJson(json: string, path: string): ReadSidecar {
  const docket = docketSchema.safeParse(parse(json, path));
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
  for (const [at, rawEntry] of entries.entries()) {
    const read = entrySchema.safeParse(rawEntry);
    if (!read.success) {
      problems.push(`${path}: ${faultOf(read.error, ['entries', at])}. The entry is left out.`);
      continue;
    }
    const { documents, ...ofEntry } = read.data;
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
  return { details, problems };
}

/** `at entries.3.filedOn, Invalid ISO date`: the first fault with its place in the whole. */
function faultOf({ issues: [issue] }: z.ZodError, before: readonly PropertyKey[]): string {
  const place = [...before, ...(issue?.path ?? [])].map(String).join('.');
  return `at ${place === '' ? 'its top' : place}, ${issue?.message ?? 'something is wrong'}`;
}

function parse(json: string, path: string): unknown {
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

type Loose<Value> = { [Name in keyof Value]?: Value[Name] | null | undefined };

/** Leaves out what is not said. */
export function known(details: Loose<FilingDetails>): Partial<FilingDetails> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null && value !== undefined));
}
