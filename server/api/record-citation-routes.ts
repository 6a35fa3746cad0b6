// Record citations of a document, in both directions. The links of a whole case are worked out once and kept while the corpus stays.
import type { Express } from 'express';
import { noCaseId, ecfOf } from '../contract/filing.ts';
import type { RecordCitationsAnswer } from '../contract/document-api.ts';
import type { StoredDocument } from '../contract/record.ts';
import type { PlacedRecordCitation } from '../contract/record-citation.ts';
import { linkCitations, missingNameOf, pageOfPin, type RecordLink } from '../citations/record-links.ts';
import type { ApiParts } from './api-parts.ts';
import { found, mount } from './mount.ts';

/** Links by the document they stand in. */
type CaseLinks = ReadonlyMap<StoredDocument, readonly RecordLink[]>;

/** Cases whose links are kept, and documents of a case that are asked for at once. */
const keptCases = 8;
const perCase = 100_000;

export function mountRecordCitationRoutes(app: Express, { catalog }: Pick<ApiParts, 'catalog'>): void {
  const { documents } = catalog;
  const kept = new Map<string, { readonly fingerprint: string; readonly links: CaseLinks }>();

  const linksOf = async (caseId: string): Promise<CaseLinks> => {
    const fingerprint = await catalog.fingerprint();
    const known = kept.get(caseId);
    if (known?.fingerprint === fingerprint) return known.links;
    const [{ documents: all }, citations] = await Promise.all([
      documents.list({ caseId, type: null, offset: 0, limit: perCase }),
      documents.recordCitations(caseId),
    ]);
    const links = new Map(all.map((each) => [each, linkCitations(each, citations.get(each.id) ?? [], all)]));
    kept.delete(caseId);
    kept.set(caseId, { fingerprint, links });
    for (const [oldest] of kept) {
      if (kept.size <= keptCases) break;
      kept.delete(oldest);
    }
    return links;
  };

  /** A filing of no known case shares its docket numbers with nobody. */
  const ownLinks = async (document: StoredDocument): Promise<CaseLinks> => {
    const citations = await documents.recordCitations(document.caseId);
    return new Map([[document, linkCitations(document, citations.get(document.id) ?? [], [document])]]);
  };

  mount(app, 'recordCitations', async ({ part }): Promise<RecordCitationsAnswer> => {
    const document = found(await documents.get(part('id')), 'There is no such document; it may have been removed.');
    const links = document.caseId === noCaseId ? await ownLinks(document) : await linksOf(document.caseId);
    const pageIn = createPageFinder(documents);
    const out: RecordCitationsAnswer['out'] = [];
    const pointing: RecordCitationsAnswer['in'] = [];
    for (const [from, list] of links) {
      for (const { cited, state, targets } of list) {
        const { text, pageNumber, spans } = cited;
        if (from.id === document.id) {
          const linked = await Promise.all(
            targets.map(async (target) => ({ ...nameOf(target), pageNumber: await pageIn(target.id, cited) })),
          );
          const missing = state === 'missing' ? missingNameOf(cited) : null;
          out.push({ text, pageNumber, spans: [...spans], state, targets: linked, missing });
        } else if (targets.some(({ id }) => id === document.id)) {
          pointing.push({ from: { ...nameOf(from), pageNumber }, text, pageNumber: await pageIn(document.id, cited) });
        }
      }
    }
    return { out, in: pointing };
  });
}

function nameOf({ id, details }: StoredDocument): { documentId: string; ecf: string | null; title: string | null } {
  return { documentId: id, ecf: ecfOf(details), title: details.title };
}

/** Finds the page a pin means, with each document's page numbers and paragraphs read once. */
function createPageFinder(documents: ApiParts['catalog']['documents']) {
  const maps = new Map<string, ReturnType<typeof documents.pageMap>>();
  const passages = new Map<string, ReturnType<typeof documents.passages>>();
  return async (documentId: string, { citation: { pin } }: PlacedRecordCitation): Promise<number | null> => {
    if (pin.pages.length > 0) {
      const map = maps.get(documentId) ?? documents.pageMap(documentId);
      maps.set(documentId, map);
      return pageOfPin(pin, await map);
    }
    const [paragraph] = pin.paragraphs;
    if (paragraph === undefined) return null;
    const list = passages.get(documentId) ?? documents.passages(documentId, null);
    passages.set(documentId, list);
    return (await list).find(({ passage }) => passage.paragraph === paragraph.from)?.passage.pageNumber ?? null;
  };
}
