// The table of pages that a person looked at (tests/parse/ocr-by-hand.tsv): does a page need recognition, whatever its text layer says?
// In: the table's text: file, pages (`2-3,8`), needs, why. Out: by file and page. Throws on a row that cannot be read.

/** What a person saw: `blank` has nothing to be read, `missed` needs it but cannot be told from what is good. */
export type SeenNeed = 'yes' | 'no' | 'blank' | 'missed';

/** By file (its path in the folder), then by page. */
export type PagesByEye = ReadonlyMap<string, ReadonlyMap<number, SeenNeed>>;

const needs: ReadonlySet<string> = new Set<SeenNeed>(['yes', 'no', 'blank', 'missed']);

/** Reads the table; its first line names the columns. */
export function readPagesByEye(text: string): PagesByEye {
  const table = new Map<string, Map<number, SeenNeed>>();
  for (const row of text.trim().split('\n').slice(1)) {
    const [file = '', pages = '', need = ''] = row.split('\t');
    if (file === '' || !isNeed(need))
      throw new Error(`ocr-by-hand.tsv: “${row.slice(0, 60)}” has no file, pages and need`);
    const own = table.get(file) ?? new Map<number, SeenNeed>();
    table.set(file, own);
    for (const page of pages.split(',').flatMap(pagesOf)) own.set(page, need);
  }
  return table;
}

function isNeed(text: string): text is SeenNeed {
  return needs.has(text);
}

/** `8` or `2-3`. */
function pagesOf(part: string): number[] {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
  if (from === undefined) throw new Error(`ocr-by-hand.tsv: “${part}” is no page and no range of pages`);
  return Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, at) => Number(from) + at);
}
