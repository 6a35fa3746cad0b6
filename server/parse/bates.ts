// Bates numbers: the serial number stamped on each page of a production (`META-000123`, `PALM-FB-00012345`, `INFOFREE000028`).
// Shape in: texts that stand alone near the edge of each page → shape out: the number of each page, or null.
// A number is believed when it is long enough by its form, or when it counts up with the pages. In doubt: null.

/** A text that stands alone near the edge of a page. */
export interface EdgeText {
  readonly pageNumber: number;
  readonly text: string;
}

interface Parsed extends EdgeText {
  readonly prefix: string;
  readonly serial: number;
  readonly digits: number;
}

const form = /^([A-Z][A-Za-z0-9&.]*?(?:[-_. ][A-Z][A-Za-z0-9&.]*?){0,4}?)([-_. #]{0,2})(\d{1,12})$/;

/** Words that stand before numbers at the edge of a page and make no Bates number of them. */
const ordinary =
  /^(?:page|pages|pg|p|case|no|ca|ny|tx|dc|il|az|nv|wa|or|ma|nj|pa|fl|ga|exhibit|ex|exh|tab|appendix|attachment|volume|vol|section|sec|rev|form|suite|ste|box|line|doc|document|dkt|ecf|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** For each page the texts that are Bates numbers; the first is the page's own, others are exhibit or earlier numbers. */
export function findBates(texts: readonly EdgeText[]): ReadonlyMap<number, readonly string[]> {
  const parsed = texts.flatMap((text) => parse(text) ?? []);
  const series = Map.groupBy(parsed, ({ prefix }) => prefix);
  const found = new Map<number, Parsed[]>();
  for (const item of parsed) {
    const company = new Set(
      (series.get(item.prefix) ?? []).flatMap((other) =>
        other.pageNumber !== item.pageNumber && other.serial - item.serial === other.pageNumber - item.pageNumber
          ? [other.pageNumber]
          : [],
      ),
    );
    if (!isUnmistakable(item) && company.size < (item.digits >= 3 ? 1 : 3)) continue;
    found.set(item.pageNumber, [...(found.get(item.pageNumber) ?? []), item]);
  }
  return new Map(
    [...found].map(([page, items]) => [
      page,
      items.toSorted((a, b) => Number(isUnmistakable(b)) - Number(isUnmistakable(a))).map(({ text }) => text),
    ]),
  );
}

function parse(text: EdgeText): Parsed | null {
  // No Bates number is longer, and a hostile line could keep the pattern busy.
  const match = text.text.length > 48 ? null : form.exec(text.text);
  if (!match) return null;
  const [, prefix = '', , digits = ''] = match;
  if (ordinary.test(prefix) || /\d{4,}/.test(prefix)) return null;
  return { ...text, prefix, serial: Number(digits), digits: digits.length };
}

/** Capitals joined to a long or zero-padded number: nothing else at the edge of a page looks so. */
function isUnmistakable({ text, prefix, digits }: Parsed): boolean {
  const capitals = /^[A-Z][A-Z0-9&._-]*(?:[-_ ][A-Z0-9&.]+)*$/.test(prefix) && /[A-Z]{2}/.test(prefix);
  const serial = text.slice(-digits);
  const spaced = / \d+$/.test(text);
  return capitals && digits >= 5 && (!spaced || (serial.startsWith('0') && digits >= 6) || digits >= 7);
}
