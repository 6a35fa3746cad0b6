// Documents, their pages and passages; their bytes come by file-routes.ts.
import type { Express } from 'express';
import { PinciteError } from '../contract/errors.ts';
import { documentTypes } from '../contract/filing.ts';
import type { Page } from '../contract/page.ts';
import type { PageAnswer, PassageView } from '../contract/document-api.ts';
import type { StoredPassage } from '../contract/record.ts';
import { boxesOf, lineBox } from '../text/boxes.ts';
import type { ApiParts } from './api-parts.ts';
import { citationsOf } from './citing.ts';
import { documentAnswer, noDocument, sizeOf } from './document-answer.ts';
import { holesOfPage } from '../text/redaction-holes.ts';
import { checkedWhole, found, mount, oneOf, wholeNumber } from './mount.ts';

export function mountDocumentRoutes(app: Express, parts: ApiParts): void {
  const { documents, jobs, recognitions } = parts.catalog;

  mount(app, 'cases', async () => ({ cases: [...(await documents.cases())] }));

  mount(app, 'documents', async ({ query }) => {
    const page = wholeNumber(query, 'page', 1, 1_000_000);
    const perPage = wholeNumber(query, 'perPage', 50, 200);
    const { total, documents: list } = await documents.list({
      caseId: query.get('case'),
      type: oneOf(query, 'type', documentTypes),
      offset: (page - 1) * perPage,
      limit: perPage,
    });
    const views = await Promise.all(list.map(({ id }) => documents.view(id)));
    return { total, page, perPage, documents: views.filter((view) => view !== null) };
  });

  mount(app, 'document', ({ part }) => documentAnswer(parts.catalog, part('id')));

  mount(app, 'deleteDocument', async ({ part }) => {
    const { unusedFiles } = found(await documents.remove(part('id')), noDocument);
    for (const sha256 of unusedFiles) {
      await parts.blobs.remove(sha256);
      await parts.burnt.remove(sha256);
    }
    await parts.index.settled();
  });

  mount(app, 'documentPage', async ({ part }) => {
    const pageNumber = checkedWhole(part('pageNumber'), 'pageNumber', 1_000_000);
    found(await documents.get(part('id')), noDocument);
    const page = found(await documents.page(part('id'), pageNumber), `The document has no page ${pageNumber}.`);
    return pageAnswer(page);
  });

  mount(app, 'recognizeAgain', async ({ part }) => {
    const pageNumber = checkedWhole(part('pageNumber'), 'pageNumber', 1_000_000);
    const { sha256, filename } = found(await documents.get(part('id')), noDocument);
    const page = found(await documents.page(part('id'), pageNumber), `The document has no page ${pageNumber}.`);
    const refusal = refusalToTryAgain(page);
    if (refusal !== null) throw new PinciteError('conflict', refusal);
    await recognitions.forget(sha256, pageNumber);
    if (!(await jobs.readAgain(sha256))) {
      throw new PinciteError(
        'conflict',
        `${filename} is being read just now. Try page ${pageNumber} again when it is done.`,
      );
    }
    parts.jobs.wake();
    return { queued: 1 };
  });

  mount(app, 'documentPassages', async ({ part, query }) => {
    found(await documents.get(part('id')), noDocument);
    const pageNumber = query.has('pageNumber') ? wholeNumber(query, 'pageNumber', 1, 1_000_000) : null;
    const passages = await documents.passages(part('id'), pageNumber);
    const numbers = new Set(passages.flatMap(({ passage }) => passage.spans.map((span) => span.pageNumber)));
    const pages = new Map<number, Page | null>();
    for (const number of numbers) pages.set(number, await documents.page(part('id'), number));
    return { passages: passages.map((passage) => passageView(passage, pages)) };
  });
}

/** Only what was given up is tried again. */
function refusalToTryAgain({ pageNumber, unread }: Page): string | null {
  if (unread === null) return `Page ${pageNumber} was read: there is nothing to try again.`;
  return unread.reason === 'awaiting-ocr' ? `Page ${pageNumber} waits for recognition already.` : null;
}

function pageAnswer(page: Page): PageAnswer {
  const { pageNumber, pageLabel, stampPage, bates, text, textVersion, view, rotate, userUnit, lines } = page;
  const [left, bottom, right, top] = view;
  const holes = holesOfPage(page);
  return {
    pageNumber,
    pageLabel,
    stampPage,
    bates,
    ...sizeOf(page),
    ocr: page.recognized !== undefined,
    ...(page.recognized === undefined ? {} : { ocrConfidence: page.recognized.confidence }),
    text,
    textVersion,
    view: [left, bottom, right, top],
    rotate,
    userUnit,
    lines: lines.map((line) => ({
      from: line.from,
      to: line.to,
      number: line.number,
      box: lineBox(line),
      furniture: line.furniture,
    })),
    ...(holes.length === 0 ? {} : { holes }),
  };
}

function passageView(stored: StoredPassage, pages: ReadonlyMap<number, Page | null>): PassageView {
  const { id, kind, text, pageNumber, pageLabel, lines, paragraph, headings, spans } = stored.passage;
  return {
    id,
    kind,
    text,
    pageNumber,
    pageLabel,
    lines: lines === null ? null : { ...lines },
    paragraph,
    headings: [...headings],
    spans: spans.map((span) => {
      const page = pages.get(span.pageNumber) ?? null;
      return { ...span, boxes: page === null ? [] : boxesOf(page, span.from, span.to) };
    }),
    citation: citationsOf(stored),
    tags: stored.tags.map((tag) => ({ ...tag })),
  };
}
