// The sidecar `docket.json`: one case, its entries and the files of each. README of docs-corpus documents its fields.
// In: JSON text. Out: details by file name. Refuses (`bad-sidecar`) text of another shape, naming the place in it.
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
  entries: z.array(
    z.object({
      entry: entryNumber,
      filedOn: dateSchema.nullish(),
      filer: optional,
      documents: z.array(
        z.object({
          file: text,
          attachment: z.int().min(0).default(0),
          type: z.enum(documentTypes).nullish(),
          title: optional,
          shortTitle: optional,
          filer: optional,
          filedOn: dateSchema.nullish(),
        }),
      ),
    }),
  ),
});

/** Details by file name. */
export type SidecarDetails = ReadonlyMap<string, Partial<FilingDetails>>;

/** Reads a `docket.json`; `path` is what messages call it. */
export function readDocketJson(json: string, path: string): SidecarDetails {
  const docket = docketSchema.safeParse(parse(json, path));
  if (!docket.success) {
    const [issue] = docket.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? 'its top' : issue.path.join('.');
    throw new PinciteError(
      'bad-sidecar',
      `${path} is not a docket as Pincite knows it: at ${place}, ${issue?.message ?? 'something is wrong'}. ` +
        'The files beside it are read without it; docs-corpus/README.md describes its fields.',
    );
  }
  const { specimen, court, pacerCaseId, docketNumber, caseName, judge, entries } = docket.data;
  const ofCase = { specimen, court, pacerCaseId, docketNumber, caseName, judge };
  return new Map(
    entries.flatMap(({ entry, filedOn, filer, documents }) =>
      documents.map(({ file, ...document }): [string, Partial<FilingDetails>] => [
        file,
        known({ ...ofCase, entry, ...document, filedOn: document.filedOn ?? filedOn, filer: document.filer ?? filer }),
      ]),
    ),
  );
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
