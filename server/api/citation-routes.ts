// Citations, trays and exports: what leaves Pincite for a brief.
import type { Express } from 'express';
import { defaultStyle, specimenMark } from '../citations/cite.ts';
import type { PlaceEnd } from '../citations/cited-place.ts';
import { exportCsv } from '../citations/export-csv.ts';
import { exportDocx } from '../citations/export-docx.ts';
import { exportMarkdown } from '../citations/export-markdown.ts';
import type { ExportFile, ExportSheet } from '../citations/export-rows.ts';
import { ecfOf } from '../contract/filing.ts';
import type { Citable, ExportRequest, Tray, TrayItem } from '../contract/work-api.ts';
import type { StoredTray, StoredTrayItem } from '../catalog/catalog.ts';
import { anchorSpans } from '../tagging/annotate.ts';
import { isSameQuote } from '../text/quote-anchor.ts';
import type { ApiParts } from './api-parts.ts';
import { citeSpans, lookUpSpans, type CitedSpans } from './citing.ts';
import { contentDisposition } from './content-disposition.ts';
import { found, mount } from './mount.ts';
import { pagesOf, targetOf } from './work-routes.ts';

const noTray = 'There is no such tray; it may have been deleted.';
const goneTitle = 'A document that was removed';
const goneCitation = 'The document is no longer in this corpus.';

export function mountCitationRoutes(app: Express, parts: ApiParts): void {
  const { trays } = parts.catalog;
  const view = (tray: StoredTray): Promise<Tray> => trayView(parts, tray);

  mount(app, 'citations', async ({ body }) => {
    const citations = [];
    for (const item of body.items) {
      const { documentId, spans } = await citedTarget(parts, item);
      const cited = found(
        await lookUpSpans(parts.catalog, documentId, spans),
        'The cited place is not there any more.',
      );
      citations.push({ ...citeSpans(cited, body.style, body.form), item });
    }
    return citations;
  });

  mount(app, 'trays', async () => ({ trays: await Promise.all((await trays.list()).map(view)) }));
  mount(app, 'createTray', async ({ body }) => view(await trays.create(body.name)));
  mount(app, 'deleteTray', async ({ part }) => {
    found((await trays.remove(part('id'))) ? true : null, noTray);
  });
  mount(app, 'addTrayItem', async ({ part, body }) => {
    const { documentId, spans } = await targetOf(parts, body);
    const anchored = anchorSpans(await pagesOf(parts, documentId, spans), spans);
    const passageId = 'passageId' in body ? body.passageId : null;
    return view(
      found(await trays.addItem(part('id'), { documentId, passageId, ...anchored, note: body.note }), noTray),
    );
  });
  mount(app, 'removeTrayItem', async ({ part }) =>
    view(found(await trays.removeItem(part('id'), part('itemId')), noTray)),
  );
  mount(app, 'orderTray', async ({ part, body }) => view(found(await trays.order(part('id'), body.itemIds), noTray)));

  mount(app, 'exports', async ({ body, response }) => {
    const tray = found(await trays.get(body.trayId), noTray);
    const { filename, media, bytes } = await writeExport(await sheetOf(parts, tray, body), body.format);
    response
      .status(200)
      .setHeader('Content-Type', media)
      .setHeader('Content-Disposition', contentDisposition('attachment', filename))
      .send(bytes);
  });
}

async function citedTarget(parts: ApiParts, item: Citable) {
  if ('annotationId' in item) {
    return found(
      await parts.catalog.annotations.get(item.annotationId),
      'There is no such annotation; it may have been deleted.',
    );
  }
  return targetOf(parts, item);
}

async function trayView(parts: ApiParts, { id, name, items }: StoredTray): Promise<Tray> {
  const views: TrayItem[] = [];
  for (const item of items) {
    views.push(itemView(item, await lookUpSpans(parts.catalog, item.documentId, item.spans)));
  }
  return { id, name, items: views };
}

function itemView(item: StoredTrayItem, cited: CitedSpans | null): TrayItem {
  const { id, documentId, passageId, spans, note } = item;
  const details = cited?.document.details;
  return {
    id,
    documentId,
    passageId,
    spans: spans.map((span) => ({ ...span })),
    quote: quoteOf(item, cited),
    note,
    pageNumber: spans[0]?.pageNumber ?? 1,
    documentTitle:
      details === undefined ? goneTitle : (details.title ?? details.shortTitle ?? cited?.document.filename ?? ''),
    specimen: details?.specimen ?? false,
    citation:
      cited === null
        ? { full: goneCitation, short: goneCitation }
        : { full: citeSpans(cited, defaultStyle, 'full').text, short: citeSpans(cited, defaultStyle, 'short').text },
    tags: (cited?.tags ?? []).map((tag) => ({ ...tag })),
  };
}

/** The words as they were collected, with marks where the page shows that some are blacked out. */
function quoteOf({ quote }: StoredTrayItem, cited: CitedSpans | null): string {
  return hasWords(cited, quote) ? cited.quote : quote;
}

function hasWords(cited: CitedSpans | null, quote: string): cited is CitedSpans & { readonly quote: string } {
  return cited !== null && cited.quote !== null && isSameQuote(cited.quote, quote);
}

async function sheetOf(parts: ApiParts, tray: StoredTray, { style, form }: ExportRequest): Promise<ExportSheet> {
  const rows = [];
  for (const [at, item] of tray.items.entries()) {
    const cited = await lookUpSpans(parts.catalog, item.documentId, item.spans);
    const details = cited?.document.details;
    const { from, to }: Partial<Record<'from' | 'to', PlaceEnd>> = cited?.place ?? {};
    rows.push({
      number: at + 1,
      quote: quoteOf(item, cited),
      citation: cited === null ? goneCitation : citeSpans(cited, style, form).text,
      documentTitle: details?.title ?? cited?.document.filename ?? goneTitle,
      ecf: details === undefined ? null : ecfOf(details),
      filedOn: details?.filedOn ?? null,
      docketNumber: details?.docketNumber ?? null,
      pageNumber: item.spans[0]?.pageNumber ?? 1,
      pageLabel: from?.pageLabel ?? null,
      bates: from?.bates ?? null,
      lines: from === undefined || to === undefined ? null : linesOf(from, to),
      paragraph: cited?.place.paragraph ?? null,
      tags: (cited?.tags ?? []).map(({ name }) => name),
      note: item.note,
      specimen: details?.specimen ?? false,
      found: hasWords(cited, item.quote),
    });
  }
  const unread = await parts.catalog.unread(null);
  const specimens = rows.some(({ specimen }) => specimen);
  return {
    name: specimens ? `${tray.name} ${specimenMark}` : tray.name,
    rows,
    madeAt: parts.now().toISOString(),
    fingerprint: await parts.catalog.fingerprint(),
    version: parts.version,
    unsearched: { pages: unread.length, documents: new Set(unread.map(({ documentId }) => documentId)).size },
  };
}

/** `14–22`; across pages with both, `3:27–4:5`. */
function linesOf(from: PlaceEnd, to: PlaceEnd): string | null {
  if (from.line === null || to.line === null) return null;
  if (from.pageNumber !== to.pageNumber) return `${pageOf(from)}:${from.line}–${pageOf(to)}:${to.line}`;
  return from.line === to.line ? String(from.line) : `${from.line}–${to.line}`;
}

function pageOf({ pageLabel, pageNumber }: PlaceEnd): string {
  return pageLabel ?? String(pageNumber);
}

function writeExport(sheet: ExportSheet, format: ExportRequest['format']): Promise<ExportFile> | ExportFile {
  if (format === 'docx') return exportDocx(sheet);
  return format === 'csv' ? exportCsv(sheet) : exportMarkdown(sheet);
}
