// After a file was read anew: finds the quotes of annotations and tray items in the new text (ARCHITECTURE §2.2).
// In: documents and the new pages. Out: rows with new spans, or the state `lost` with the quote kept. Nothing is removed.
import type { Page, Span } from '../contract/page.ts';
import { createQuoteFinder } from '../text/quote-anchor.ts';
import type { Writer } from './database.ts';
import { json } from './rows.ts';

/** Re-anchors everything attached to these documents. */
export async function anchorAgain(
  writer: Writer,
  documentIds: readonly string[],
  pages: readonly Page[],
): Promise<void> {
  if (documentIds.length === 0) return;
  const annotations = await writer
    .selectFrom('annotations')
    .selectAll()
    .where('documentId', 'in', documentIds)
    .execute();
  const items = await writer.selectFrom('trayItems').selectAll().where('documentId', 'in', documentIds).execute();
  if (annotations.length + items.length === 0) return;
  const finder = createQuoteFinder(pages);
  for (const { id, spansJson, ...anchor } of annotations) {
    const found = finder.find(anchor, json<Span[]>(spansJson));
    // A lost anchor keeps its old spans: they say where it was looked for.
    const spans = found.state === 'lost' ? spansJson : JSON.stringify(found.spans);
    await writer
      .updateTable('annotations')
      .set({ spansJson: spans, state: found.state })
      .where('id', '=', id)
      .execute();
  }
  for (const { id, spansJson, ...anchor } of items) {
    const found = finder.find(anchor, json<Span[]>(spansJson));
    if (found.state === 'lost') continue;
    await writer
      .updateTable('trayItems')
      .set({ spansJson: JSON.stringify(found.spans) })
      .where('id', '=', id)
      .execute();
  }
}
