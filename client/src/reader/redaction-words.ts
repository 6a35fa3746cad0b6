// What a reader is told of a badly redacted page: findings in → a sentence out, null where there is nothing to warn of.
import type { DocumentDetails } from '../../../server/contract/document-api.ts';

type Finding = DocumentDetails['redactions'][number];

/** Where the words were; a finding that does not say how was a box. */
const places: Readonly<Record<NonNullable<Finding['how']>, string>> = {
  covered: 'under this box',
  overwritten: 'under other words',
  marked: 'under a mark for redaction that was never applied',
  'same-colour': 'in the colour of the ground',
  'hidden-layer': 'on a layer that is switched off',
  clipped: 'cut off from view',
  outside: 'outside the page',
  invisible: 'without ink',
  tiny: 'too small to see',
};

/** `42 characters under this box; not searched, not shown.` */
export function badRedactionsText(redactions: DocumentDetails['redactions'], pageNumber: number): string | null {
  const found = redactions.filter((finding) => finding.bad && finding.pageNumber === pageNumber);
  if (found.length === 0) return null;
  const byPlace = Map.groupBy(found, ({ how }) => places[how ?? 'covered']);
  const parts = [...byPlace].map(([place, list]) => {
    const characters = list.reduce((sum, finding) => sum + finding.characters, 0);
    const where = list.length > 1 && place === places.covered ? `under ${list.length} boxes` : place;
    return `${characters.toLocaleString('en-US')} character${characters === 1 ? '' : 's'} ${where}`;
  });
  return `${parts.join(', ')}; not searched, not shown.`;
}
