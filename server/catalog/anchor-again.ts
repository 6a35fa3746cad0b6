// After a file was read anew, or a removed filing came back: finds the quotes of annotations and tray items in its text
// (ARCHITECTURE §2.2). In: documents that show the file, and its pages, asked for only when something hangs on them. Out: rows with new spans, or the state `lost` with the quote kept. Nothing
// is removed but words that a better parser found hidden.
import type { Page, Span } from '../contract/page.ts';
import { createQuoteFinder } from '../text/quote-anchor.ts';
import type { Writer } from './database.ts';
import { cleanedAnchor } from './redacted-quote.ts';
import { json } from './rows.ts';

/** Re-anchors everything attached to these documents. Documents that show another file must not be among them. */
export async function anchorAgain(
  writer: Writer,
  documentIds: readonly string[],
  pages: () => Promise<readonly Page[]>,
): Promise<void> {
  if (documentIds.length === 0) return;
  const annotations = await writer
    .selectFrom('annotations')
    .selectAll()
    .where('documentId', 'in', documentIds)
    .execute();
  const items = await writer.selectFrom('trayItems').selectAll().where('documentId', 'in', documentIds).execute();
  if (annotations.length + items.length === 0) return;
  const read = await pages();
  const finder = createQuoteFinder(read);
  for (const { id, spansJson, ...anchor } of annotations) {
    const found = finder.find(anchor, json<Span[]>(spansJson));
    // A lost anchor keeps its old spans: they say where it was looked for.
    const spans = found.state === 'lost' ? spansJson : JSON.stringify(found.spans);
    await writer
      .updateTable('annotations')
      .set({ spansJson: spans, state: found.state, ...cleaned(anchor, json<Span[]>(spans), read) })
      .where('id', '=', id)
      .execute();
  }
  for (const { id, spansJson, ...anchor } of items) {
    const found = finder.find(anchor, json<Span[]>(spansJson));
    const spans = found.state === 'lost' ? json<Span[]>(spansJson) : found.spans;
    const clean = cleaned(anchor, spans, read);
    if (found.state === 'lost' && clean === null) continue;
    await writer
      .updateTable('trayItems')
      .set({ spansJson: JSON.stringify(spans), ...clean })
      .where('id', '=', id)
      .execute();
  }
}

/** What was copied from a page does not keep what has since been found hidden there. */
function cleaned(
  { quote, prefix, suffix }: { readonly quote: string; readonly prefix: string; readonly suffix: string },
  spans: readonly Span[],
  pages: readonly Page[],
) {
  return cleanedAnchor({ quote, prefix, suffix }, spans, pages);
}
