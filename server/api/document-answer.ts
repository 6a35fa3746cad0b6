// One document as `GET /api/documents/:id` shows it: details, page map, family, versions, and what was read under a person's corrections.
// In: an id. Out: the answer. Refuses (`not-found`) what is not there.
import type { Catalog } from '../catalog/catalog.ts';
import type { DocumentAnswer } from '../contract/document-api.ts';
import { ecfOf, type ReadDetails } from '../contract/filing.ts';
import type { Page } from '../contract/page.ts';
import { found } from './mount.ts';

/** What is said where a document is not there. */
export const noDocument = 'There is no such document; it may have been removed.';

/** Loads the answer. */
export async function documentAnswer({ documents, dockets }: Catalog, id: string): Promise<DocumentAnswer> {
  const view = found(await documents.view(id), noDocument);
  const [pages, family, versions, read] = await Promise.all([
    documents.pageMap(id),
    documents.family(id),
    dockets.versions(id),
    documents.uncorrected(id),
  ]);
  return {
    ...view,
    pages: pages.map(({ view: box, rotate, userUnit, unread, recognized, ...numbers }) => ({
      ...numbers,
      ...sizeOf({ view: box, rotate, userUnit }),
      unread: unread?.reason ?? null,
      ...(recognized === undefined ? {} : { ocrConfidence: recognized.confidence }),
    })),
    family: family.map(({ id: each, details }) => ({
      id: each,
      ecf: ecfOf(details),
      title: details.title,
      attachment: details.attachment,
    })),
    versions: [...versions],
    asRead: asReadOf(view.readFrom, read),
  };
}

function asReadOf(readFrom: Readonly<Record<string, string>>, read: ReadDetails | null): DocumentAnswer['asRead'] {
  if (read === null) return {};
  return Object.fromEntries(
    Object.entries(read.details).flatMap(([field, value]) =>
      readFrom[field] === 'person' && typeof value !== 'boolean' ? [[field, value]] : [],
    ),
  );
}

/** Width and height as the page is seen, in points. */
export function sizeOf({ view, rotate, userUnit }: Pick<Page, 'view' | 'rotate' | 'userUnit'>): {
  width: number;
  height: number;
} {
  const [width, height] = [(view[2] - view[0]) * userUnit, (view[3] - view[1]) * userUnit];
  return Math.abs(rotate / 90) % 2 === 1 ? { width: height, height: width } : { width, height };
}
