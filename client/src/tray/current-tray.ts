// Which tray collects: the trays and the one kept in this browser in → the tray out; and whether a passage lies in it already.
import type { Citable, Tray, TrayItem } from '../../../server/contract/work-api.ts';

/** Name of the tray that is made when something is collected and there is none. */
export const firstTrayName = 'Tray';

/** The kept tray while it exists, else the first; null when there is none. */
export function currentTrayOf(trays: readonly Tray[], keptId: string | null): Tray | null {
  return trays.find(({ id }) => id === keptId) ?? trays[0] ?? null;
}

/** The item that holds a passage or exactly these spans; null when the tray has none. */
export function itemOf(tray: Tray | null, place: Exclude<Citable, { annotationId: string }>): TrayItem | null {
  const found = tray?.items.find((item) =>
    'passageId' in place
      ? item.passageId === place.passageId
      : item.documentId === place.documentId && JSON.stringify(spansOf(item)) === JSON.stringify(spansOf(place)),
  );
  return found ?? null;
}

function spansOf({ spans }: Pick<TrayItem, 'spans'>): number[][] {
  return spans.map(({ pageNumber, from, to }) => [pageNumber, from, to]);
}
