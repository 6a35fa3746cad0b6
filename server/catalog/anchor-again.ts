// After a file was read anew, or a removed filing came back: finds the quotes of annotations and tray items in its text
// (ARCHITECTURE §2.2). In: documents that show the file, and its pages, asked for only when something hangs on them. Out: rows with new spans, or the state `lost` with the quote kept. Nothing is removed.
import type { Page, Span } from '../contract/page.ts';
import { createQuoteFinder } from '../text/quote-anchor.ts';
import type { Writer } from './database.ts';
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
  const finder = createQuoteFinder(await pages());
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
