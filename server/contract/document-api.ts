// Documents, their pages and passages, cases and jobs as the API shows them (API.md, Documents and Intake).
import { z } from 'zod';
import { filingVersionSchema, missingDocumentSchema, missingEntrySchema } from './docket.ts';
import { documentFlags } from './facets.ts';
import { documentTypes } from './filing.ts';
import type { HidingWay } from './page.ts';
import { passageKinds } from './passage.ts';
import {
  citationPairSchema,
  dateSchema,
  lineRangeSchema,
  quadSchema,
  spanSchema,
  tagChipSchema,
} from './search-api.ts';

const hidingWays = [
  'covered',
  'overwritten',
  'marked',
  'same-colour',
  'hidden-layer',
  'clipped',
  'outside',
  'invisible',
  'tiny',
] as const satisfies readonly HidingWay[];

export const readingStates = ['queued', 'parsing', 'indexing', 'ready', 'failed'] as const;
export type ReadingState = (typeof readingStates)[number];

export const documentSchema = z.object({
  id: z.string(),
  sha256: z.string(),
  files: z.array(z.string()),
  specimen: z.boolean(),
  filename: z.string(),
  caseId: z.string(),
  caseName: z.string().nullable(),
  court: z.string().nullable(),
  judge: z.string().nullable(),
  docketNumber: z.string().nullable(),
  entry: z.string().nullable(),
  attachment: z.int().nullable(),
  ecf: z.string().nullable(),
  title: z.string().nullable(),
  shortTitle: z.string().nullable(),
  type: z.enum(documentTypes).nullable(),
  filer: z.string().nullable(),
  filedOn: dateSchema.nullable(),
  pageCount: z.int(),
  state: z.enum(readingStates),
  flags: z.array(z.enum(documentFlags)),
  sources: z.array(z.string()),
  readFrom: z.record(z.string(), z.string()),
  unreadable: z.array(z.object({ pageNumber: z.int(), reason: z.string() })),
  /** What was found to be taken out: `bad` where the words were still in the file, `characters` of them, hidden in the way `how` says. */
  redactions: z.array(
    z.object({
      pageNumber: z.int(),
      box: quadSchema,
      bad: z.boolean(),
      characters: z.int(),
      how: z.enum(hidingWays).optional(),
    }),
  ),
});
export type DocumentDetails = z.infer<typeof documentSchema>;

/** The page map: PDF, printed, stamp, Bates and Page ID numbers of each page. */
export const pageMapEntrySchema = z.object({
  pageNumber: z.int(),
  pageLabel: z.string().nullable(),
  stampPage: z.int().nullable(),
  bates: z.string().nullable(),
  pageId: z.string().nullable(),
  width: z.number(),
  height: z.number(),
  unread: z.string().nullable(),
  /** 0–100, where its text was recognised from its picture. */
  ocrConfidence: z.number().optional(),
});

export const passageViewSchema = z.object({
  id: z.string(),
  kind: z.enum(passageKinds),
  text: z.string(),
  pageNumber: z.int(),
  pageLabel: z.string().nullable(),
  lines: lineRangeSchema.nullable(),
  paragraph: z.string().nullable(),
  headings: z.array(z.string()),
  spans: z.array(spanSchema.extend({ boxes: z.array(quadSchema) })),
  citation: citationPairSchema,
  tags: z.array(tagChipSchema),
});
export type PassageView = z.infer<typeof passageViewSchema>;

export const documentAnswerSchema = documentSchema.extend({
  pages: z.array(pageMapEntrySchema),
  family: z.array(
    z.object({
      id: z.string(),
      ecf: z.string().nullable(),
      title: z.string().nullable(),
      attachment: z.int().nullable(),
    }),
  ),
  /** Redacted, unsealed, corrected and amended versions of the same filing. */
  versions: z.array(filingVersionSchema),
  /** What was read of the fields that a person has put right. */
  asRead: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;

/** Another document that a record citation ties to, and the PDF page there; null when the citation names none that is known. */
const linkedDocumentSchema = z.object({
  documentId: z.string(),
  ecf: z.string().nullable(),
  title: z.string().nullable(),
  pageNumber: z.int().nullable(),
});
/** Record citations: those in a document (`out`), and those in others that point at it (`in`), in reading order. */
export const recordCitationsAnswerSchema = z.object({
  out: z.array(
    z.object({
      text: z.string(),
      pageNumber: z.int(),
      spans: z.array(spanSchema),
      /** `missing`: no such document in the corpus. `unclear`: none or several fit. `elsewhere`: the record of another case. */
      state: z.enum(['found', 'missing', 'unclear', 'elsewhere']),
      targets: z.array(linkedDocumentSchema),
      /** What is missing, in words: `ECF No. 645-2`. */
      missing: z.string().nullable(),
    }),
  ),
  in: z.array(
    z.object({
      /** The document that cites, and the page the citation stands on. */
      from: linkedDocumentSchema,
      text: z.string(),
      /** The page of this document that it names. */
      pageNumber: z.int().nullable(),
    }),
  ),
});
export type RecordCitationsAnswer = z.infer<typeof recordCitationsAnswerSchema>;

export const documentListAnswerSchema = z.object({
  total: z.int(),
  page: z.int(),
  perPage: z.int(),
  documents: z.array(documentSchema),
});

/** The passages of a document in reading order, all or of one page (`?pageNumber=`). */
export const passagesAnswerSchema = z.object({ passages: z.array(passageViewSchema) });

export const pageAnswerSchema = z.object({
  pageNumber: z.int(),
  pageLabel: z.string().nullable(),
  stampPage: z.int().nullable(),
  bates: z.string().nullable(),
  width: z.number(),
  height: z.number(),
  /** Its text was recognised from its picture, and how surely: 0–100. */
  ocr: z.boolean(),
  ocrConfidence: z.number().optional(),
  text: z.string(),
  textVersion: z.string(),
  view: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  rotate: z.number(),
  userUnit: z.number(),
  lines: z.array(
    z.object({
      from: z.int(),
      to: z.int(),
      number: z.int().nullable(),
      box: quadSchema,
      furniture: z.string().nullable(),
    }),
  ),
  /** Where words are blacked out: before which offset of the text; `isLine`: a whole line after it. Left out where there is none. */
  holes: z.array(z.object({ at: z.int(), isLine: z.boolean() })).optional(),
});
export type PageAnswer = z.infer<typeof pageAnswerSchema>;

export const casesAnswerSchema = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      caseName: z.string().nullable(),
      court: z.string().nullable(),
      docketNumber: z.string().nullable(),
      judge: z.string().nullable(),
      specimen: z.boolean(),
      documents: z.int(),
    }),
  ),
});

export const jobStates = ['queued', 'running', 'done', 'failed'] as const;
export const jobSchema = z.object({
  id: z.string(),
  filename: z.string(),
  /** Under which names the same bytes came besides. */
  otherNames: z.array(z.string()),
  state: z.enum(jobStates),
  documentId: z.string().nullable(),
  pagesDone: z.int(),
  pageCount: z.int().nullable(),
  attempts: z.int(),
  /** Stable error code and a sentence with the remedy, when the job failed. */
  error: z.object({ code: z.string(), detail: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type JobView = z.infer<typeof jobSchema>;
export const jobsAnswerSchema = z.object({
  jobs: z.array(jobSchema),
  counts: z.object({ queued: z.int(), running: z.int(), done: z.int(), failed: z.int() }),
});
export const acceptedAnswerSchema = z.object({
  jobs: z.array(
    z.object({
      id: z.string(),
      filename: z.string(),
      documentId: z.string().optional(),
      /** True when the same bytes were stored already: nothing is read twice. */
      known: z.boolean(),
    }),
  ),
  refused: z.array(z.object({ filename: z.string(), code: z.string(), detail: z.string() })),
});
export type AcceptedAnswer = z.infer<typeof acceptedAnswerSchema>;

export const corpusAnswerSchema = z.object({
  fingerprint: z.string(),
  documents: z.int(),
  files: z.int(),
  pages: z.int(),
  passages: z.int(),
  pendingJobs: z.int(),
  failedJobs: z.int(),
  pendingOutbox: z.int(),
  unreadablePages: z.array(
    z.object({ documentId: z.string(), filename: z.string(), pageNumber: z.int(), reason: z.string() }),
  ),
  /** Documents of entries that are here otherwise; `missingEntries` are here with none of their documents. */
  missingAttachments: z.array(missingDocumentSchema),
  missingEntries: z.array(missingEntrySchema),
  earliestFiledOn: z.string().nullable(),
  latestFiledOn: z.string().nullable(),
  specimen: z.boolean(),
  /** `off`: pages without text stay as they are. */
  recognition: z.enum(['on', 'off']),
  parserVersion: z.string(),
  index: z.object({ state: z.enum(['ready', 'behind', 'unavailable']), detail: z.string().nullable() }),
});
export type CorpusAnswer = z.infer<typeof corpusAnswerSchema>;

/** What was done that somebody may have to answer for, newest first. `original-served`: a badly redacted file as it was filed. */
export const auditAnswerSchema = z.object({
  events: z.array(
    z.object({
      at: z.string(),
      kind: z.enum(['original-served']),
      documentId: z.string(),
      sha256: z.string(),
      filename: z.string(),
    }),
  ),
});
export type AuditAnswer = z.infer<typeof auditAnswerSchema>;
export type AuditEvent = AuditAnswer['events'][number];

export const healthAnswerSchema = z.object({
  status: z.enum(['ok', 'degraded', 'down']),
  version: z.string(),
  engine: z.object({ name: z.string(), version: z.string().nullable(), state: z.string() }),
  documents: z.int(),
  files: z.int(),
  passages: z.int(),
  pendingJobs: z.int(),
  pendingOcrPages: z.int(),
});
