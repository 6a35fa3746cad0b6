// The committed figures that a run is compared with: sums and documents of each corpus, no text of any filing.
// In: figures. Out: a JSON text with one line a document; read back and compared, it names what became worse.
import { definitionOf, figureNames, shareOf, type FigureName, type Figures, type FigureValue } from './figures.ts';

/** A document of a run: its figures, or why it was refused (`encrypted-pdf`). */
export interface MeasuredDocument {
  /** First twelve digits of the SHA-256, a space, the file's name. */
  readonly key: string;
  readonly figures: Figures;
  readonly refused: string | null;
}

/** The figures of one folder of filings. */
export interface CorpusBaseline {
  /** What the words were compared with: `pdftotext 22.12.0`; null when it was not there. */
  readonly yardstick: string | null;
  readonly sum: Figures;
  readonly documents: readonly MeasuredDocument[];
}

/** By corpus name. */
export type Baseline = ReadonlyMap<string, CorpusBaseline>;

/** Something that became worse. `where`: a document's key, or `in sum`. */
export interface Drop {
  readonly where: string;
  readonly figure: string;
  readonly before: string;
  readonly now: string;
}

/** Figures that depend on the yardstick: another version of it is another measure. */
const byYardstick: ReadonlySet<FigureName> = new Set(['word recall', 'word precision', 'unread with words']);

/** How much a share in sum may fall where documents have slack. */
const sumSlack = 0.001;

/** The file's text. */
export function writeBaseline(baseline: Baseline): string {
  const corpora = [...baseline].map(([name, { yardstick, sum, documents }]) => {
    const rows = documents
      .toSorted((a, b) => order(a.key, b.key))
      .map((each): [string, string] => [each.key, each.refused ?? writeFigures(each.figures)]);
    return [name, { yardstick, sum: writeFigures(sum), documents: Object.fromEntries(rows) }];
  });
  return `${JSON.stringify(Object.fromEntries(corpora), null, 2)}\n`;
}

/** By name, then by hash: the order of a directory. */
function order(one: string, other: string): number {
  return one.slice(13).localeCompare(other.slice(13), 'en', { numeric: true }) || one.localeCompare(other, 'en');
}

/** `pages read 5/5; cut sentences 0`. */
function writeFigures(figures: Figures): string {
  return figureNames
    .flatMap((name) => {
      const value = figures[name];
      return value === undefined ? [] : [`${name} ${writeValue(value)}`];
    })
    .join('; ');
}

export function writeValue(value: FigureValue): string {
  return 'count' in value ? String(value.count) : `${value.good}/${value.of}`;
}

/** Reads the file; a corpus or figure that a newer version renamed is left out. Throws on what is no baseline. */
export function readBaseline(text: string): Baseline {
  const parsed: unknown = JSON.parse(text);
  if (!isRecord(parsed)) throw new Error('the baseline is no JSON object');
  return new Map(
    Object.entries(parsed).map(([name, corpus]): [string, CorpusBaseline] => {
      if (!isRecord(corpus) || !isRecord(corpus.documents)) throw new Error(`the baseline of ${name} has no documents`);
      const documents = Object.entries(corpus.documents).map(([key, said]): MeasuredDocument => {
        const written = String(said);
        const refused = /^[a-z-]+$/.test(written) ? written : null;
        return { key, figures: refused === null ? readFigures(written) : {}, refused };
      });
      const yardstick = typeof corpus.yardstick === 'string' ? corpus.yardstick : null;
      return [name, { yardstick, sum: readFigures(String(corpus.sum)), documents }];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readFigures(text: string): Figures {
  const said = new Map(
    text.split('; ').map((part) => {
      const at = part.lastIndexOf(' ');
      return [part.slice(0, at), part.slice(at + 1)];
    }),
  );
  const figures: { -readonly [Name in FigureName]?: FigureValue } = {};
  for (const name of figureNames) {
    const [, good, of] = /^(\d+)(?:\/(\d+))?$/.exec(said.get(name) ?? '') ?? [];
    if (good === undefined) continue;
    figures[name] = of === undefined ? { count: Number(good) } : { good: Number(good), of: Number(of) };
  }
  return figures;
}

/**
 * What became worse. Documents that only one side has are not compared; sums are, when both sides have the same documents.
 * A figure that was measured before and is not now is no drop: the table says `not measured`.
 */
export function dropsBetween(before: CorpusBaseline, now: CorpusBaseline): Drop[] {
  const sameYardstick = before.yardstick === now.yardstick;
  const compare = (where: string, one: Figures, other: Figures, inSum: boolean): Drop[] =>
    figureNames.flatMap((name) => {
      const [was, is] = [one[name], other[name]];
      if (was === undefined || is === undefined || (byYardstick.has(name) && !sameYardstick)) return [];
      return isWorse(name, was, is, inSum)
        ? [{ where, figure: name, before: writeValue(was), now: writeValue(is) }]
        : [];
    });
  const known = new Map(before.documents.map((document) => [document.key, document]));
  const drops = now.documents.flatMap((document): Drop[] => {
    const was = known.get(document.key);
    if (was === undefined || was.refused !== null) return [];
    return document.refused === null
      ? compare(document.key, was.figures, document.figures, false)
      : [{ where: document.key, figure: 'read at all', before: 'yes', now: document.refused }];
  });
  const same =
    now.documents.length === before.documents.length && now.documents.every((document) => known.has(document.key));
  return same ? [...drops, ...compare('in sum', before.sum, now.sum, true)] : drops;
}

function isWorse(name: FigureName, was: FigureValue, is: FigureValue, inSum: boolean): boolean {
  const { kind, slack = 0 } = definitionOf(name);
  if (kind === 'count') return false;
  if (kind === 'faults') return shareOf(is) > shareOf(was);
  const allowed = inSum ? Math.min(slack, sumSlack) : slack;
  return shareOf(is) < shareOf(was) - allowed - 1e-9;
}
