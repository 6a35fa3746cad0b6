// Tags, annotations, citations, trays and exports as the API shows them (API.md, Tags, annotations, citations).
import { z } from 'zod';
import { spanSchema, tagChipSchema } from './search-api.ts';

/** A colour as `#rrggbb`. */
export const colorSchema = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour is written #rrggbb');

export const tagSchema = z.object({
  id: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  color: colorSchema,
  definition: z.string(),
  shortcut: z.string().nullable(),
  /** How many annotations carry it. */
  count: z.int(),
});
export type Tag = z.infer<typeof tagSchema>;

export const newTagSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  parentId: z.string().nullable().default(null),
  color: colorSchema.optional(),
  definition: z.string().max(4000).default(''),
  shortcut: z
    .string()
    .regex(/^[0-9]$/, 'a shortcut is one digit')
    .nullable()
    .default(null),
});
export type NewTag = z.infer<typeof newTagSchema>;
export const tagChangeSchema = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  parentId: z.string().nullable().optional(),
  color: colorSchema.optional(),
  definition: z.string().max(4000).optional(),
  shortcut: z
    .string()
    .regex(/^[0-9]$/)
    .nullable()
    .optional(),
});
export type TagChange = z.infer<typeof tagChangeSchema>;
export const tagsAnswerSchema = z.object({ tags: z.array(tagSchema) });

export const anchorStates = ['exact', 'moved', 'uncertain', 'lost'] as const;
export const annotationSchema = z.object({
  id: z.string(),
  documentId: z.string(),
  spans: z.array(spanSchema),
  quote: z.string(),
  /** 32 characters of page text on each side, for finding the quote again. */
  prefix: z.string(),
  suffix: z.string(),
  tagIds: z.array(z.string()),
  note: z.string(),
  author: z.string(),
  createdAt: z.string(),
  state: z.enum(anchorStates),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** Either a passage or spans of a document; at least one tag or a note. */
export const newAnnotationSchema = z.strictObject({
  passageId: z.string().optional(),
  documentId: z.string().optional(),
  spans: z.array(spanSchema).min(1).optional(),
  tagIds: z.array(z.string()).default([]),
  note: z.string().max(20_000).default(''),
});
export type NewAnnotation = z.infer<typeof newAnnotationSchema>;
export const annotationChangeSchema = z.strictObject({
  tagIds: z.array(z.string()).optional(),
  note: z.string().max(20_000).optional(),
});
export type AnnotationChange = z.infer<typeof annotationChangeSchema>;
export const annotationsAnswerSchema = z.object({ annotations: z.array(annotationSchema) });

/** How citations are written; each field has one default (DOMAIN.md §7). */
export const citationStyleSchema = z.strictObject({
  family: z.enum(['record', 'outside']).default('record'),
  docketWord: z.enum(['ECF No.', 'Dkt.']).default('ECF No.'),
  at: z.boolean().default(false).describe('"Compl. at 3" instead of "Compl. 3"'),
  lines: z.boolean().default(true),
  pageBasis: z.enum(['printed', 'ecf', 'bates']).default('printed'),
});
export type CitationStyle = z.infer<typeof citationStyleSchema>;
export const citationFormSchema = z.enum(['full', 'short']);
export type CitationForm = z.infer<typeof citationFormSchema>;

/** What a citation can be made of. */
export const citableSchema = z.union([
  z.strictObject({ passageId: z.string() }),
  z.strictObject({ annotationId: z.string() }),
  z.strictObject({ documentId: z.string(), spans: z.array(spanSchema).min(1) }),
]);
export type Citable = z.infer<typeof citableSchema>;
export const citationsRequestSchema = z.strictObject({
  items: z.array(citableSchema).min(1).max(1000),
  style: citationStyleSchema.prefault({}),
  form: citationFormSchema.default('full'),
});
export const citationsAnswerSchema = z.array(z.object({ text: z.string(), html: z.string(), item: citableSchema }));

export const trayItemSchema = z.object({
  id: z.string(),
  documentId: z.string(),
  /** The passage it was taken from, while it exists; the quote stays in any case. */
  passageId: z.string().nullable(),
  spans: z.array(spanSchema),
  quote: z.string(),
  note: z.string(),
  pageNumber: z.int(),
  documentTitle: z.string(),
  specimen: z.boolean(),
  citation: z.object({ full: z.string(), short: z.string() }),
  tags: z.array(tagChipSchema),
});
export type TrayItem = z.infer<typeof trayItemSchema>;
export const traySchema = z.object({ id: z.string(), name: z.string(), items: z.array(trayItemSchema) });
export type Tray = z.infer<typeof traySchema>;
export const traysAnswerSchema = z.object({ trays: z.array(traySchema) });
export const newTraySchema = z.strictObject({ name: z.string().trim().min(1).max(120) });
export const newTrayItemSchema = z.union([
  z.strictObject({ passageId: z.string(), note: z.string().max(20_000).default('') }),
  z.strictObject({
    documentId: z.string(),
    spans: z.array(spanSchema).min(1),
    note: z.string().max(20_000).default(''),
  }),
]);
export type NewTrayItem = z.infer<typeof newTrayItemSchema>;
/** The whole order after a drag: item ids, each once. */
export const trayOrderSchema = z.strictObject({ itemIds: z.array(z.string()) });

export const exportFormats = ['csv', 'markdown', 'docx'] as const;
export const exportRequestSchema = z.strictObject({
  scope: z.enum(['tray']),
  trayId: z.string(),
  format: z.enum(exportFormats),
  style: citationStyleSchema.prefault({}),
  form: citationFormSchema.default('full'),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  field: z.string().optional(),
  position: z.int().optional(),
  id: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
