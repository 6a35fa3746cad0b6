// A readable source -> the facts of the filing and its blocks. Front matter is `key: value` between two `---` lines; the syntax of
// the body is described in docs-corpus/README.md. Refuses a source without `specimen: true`, an unknown fence, a missing fact.

/** Paper a filing is typed on. */
export const paperNames = ['pleading', 'order', 'letter', 'plain', 'agreement', 'transcript', 'slides'] as const;
export type PaperName = (typeof paperNames)[number];

/** The facts of one filing, from its front matter. */
export interface FilingFacts {
  readonly entry: string;
  readonly attachment: number;
  /** `YYYY-MM-DD`. */
  readonly filedOn: string;
  readonly filer: string;
  readonly type: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly paper: PaperName;
  /** Title at the foot of each page, null for none. */
  readonly footer: string | null;
  /** Number printed on the first page. */
  readonly firstPage: number;
  /** No number is printed on the first page. */
  readonly coverWithoutNumber: boolean;
  /** First Bates number, null where the filing was not produced. */
  readonly bates: number | null;
  /** Fields of an older stamp under this filing's own: `Case … Filed 11/20/20`. */
  readonly innerStamp: string | null;
  /** Points by which the numbers of the margin miss the lines of text. */
  readonly numberOffset: number;
  /** Secret text is withheld. */
  readonly redacted: boolean;
  /** The pages are images. */
  readonly scanned: boolean;
}

/** A block of a source. `fence` blocks keep their lines as typed. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly numbered: boolean; readonly flush: boolean }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'centered'; readonly level: number | null; readonly text: string }
  | { readonly kind: 'testimony'; readonly speaker: string; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'fence'; readonly name: FenceName; readonly argument: string; readonly lines: readonly string[] }
  | { readonly kind: 'page'; readonly restart: boolean };

/** Fixed forms that are set from lines as typed. */
export const fenceNames = [
  'counsel',
  'court',
  'caption',
  'signature',
  'single',
  'letterhead',
  'slip',
  'email',
  'slide',
  'contents',
  'authorities',
] as const;
export type FenceName = (typeof fenceNames)[number];

/** A source, read. */
export interface FilingSource {
  readonly facts: FilingFacts;
  readonly blocks: readonly Block[];
  /** Footnotes by number. */
  readonly notes: ReadonlyMap<string, string>;
}

/** Splits front matter from body: the facts as typed, and the body's lines. */
export function frontMatter(text: string, name: string): { facts: Map<string, string>; body: string[] } {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) throw new Error(`${name}: begin with front matter between two lines "---".`);
  const facts = new Map<string, string>();
  for (const line of lines.slice(1, end)) {
    const match = /^([a-zA-Z]+):\s*(.*)$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) facts.set(match[1], match[2]);
  }
  if (facts.get('specimen') !== 'true') throw new Error(`${name}: the front matter must say "specimen: true".`);
  return { facts, body: lines.slice(end + 1) };
}

function factsOf(typed: ReadonlyMap<string, string>, name: string): FilingFacts {
  const need = (key: string): string => {
    const value = typed.get(key);
    if (value === undefined || value === '') throw new Error(`${name}: the front matter lacks "${key}".`);
    return value;
  };
  const paper = paperNames.find((known) => known === need('paper'));
  if (!paper) throw new Error(`${name}: "paper" must be one of ${paperNames.join(', ')}.`);
  const bates = typed.get('bates');
  return {
    entry: need('entry'),
    attachment: Number(typed.get('attachment') ?? '0'),
    filedOn: need('filed'),
    filer: need('filer'),
    type: need('type'),
    title: need('title'),
    shortTitle: need('short').replaceAll("'", '’'),
    paper,
    footer: typed.get('footer')?.replaceAll("'", '’') ?? null,
    firstPage: Number(typed.get('firstPage') ?? '1'),
    coverWithoutNumber: typed.get('cover') === 'unnumbered',
    bates: bates === undefined ? null : Number(bates),
    innerStamp: typed.get('innerStamp') ?? null,
    numberOffset: Number(typed.get('numberOffset') ?? '0'),
    redacted: typed.get('redacted') === 'true',
    scanned: typed.get('scanned') === 'true',
  };
}

/** `{version}` in a body: each filing that shares the body says in its front matter which version it is. */
function fillIn(line: string, facts: ReadonlyMap<string, string>, name: string): string {
  return line.replaceAll('{version}', () => {
    const version = facts.get('version');
    if (version === undefined) throw new Error(`${name}: the body speaks of its {version}, the front matter does not.`);
    return version;
  });
}

/** Reads a source. `body` is the text of another source whose body this one shares (a redacted version of the same brief). */
export function readSource(text: string, name: string, body?: string): FilingSource {
  const own = frontMatter(text, name);
  const shared = body === undefined ? own.body : frontMatter(body, name).body;
  const lines = shared.map((line) => fillIn(line, own.facts, name));
  const notes = new Map<string, string>();
  const blocks: Block[] = [];
  const isTestimony = /^(Q\.|A\.|[A-Z][A-Z’'. ]+:)\s+(.*)$/;
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimEnd();
    const note = /^\[\^(\d+)\]:\s+(.*)$/.exec(line);
    const fence = /^:::\s+(\w+)\s*(.*)$/.exec(line);
    const heading = /^(#{1,3})\s+(.*)$/.exec(line);
    const centered = /^=(#{1,3})?\s+(.*)$/.exec(line);
    const talk = isTestimony.exec(line);
    if (line === '') continue;
    if (note?.[1] !== undefined && note[2] !== undefined) notes.set(note[1], note[2]);
    else if (fence) {
      const known = fenceNames.find((candidate) => candidate === fence[1]);
      const end = lines.indexOf(':::', at);
      if (!known || end < 0) throw new Error(`${name}: line ${at + 1}: unknown or unclosed fence "${line}".`);
      blocks.push({ kind: 'fence', name: known, argument: fence[2] ?? '', lines: lines.slice(at + 1, end) });
      at = end;
    } else if (heading) blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
    else if (line.startsWith('~~~')) blocks.push({ kind: 'page', restart: line.includes('restart') });
    else if (line.startsWith('> ')) blocks.push({ kind: 'quote', text: line.slice(2) });
    else if (centered) blocks.push({ kind: 'centered', level: centered[1]?.length ?? null, text: centered[2] ?? '' });
    else if (line.startsWith('+ '))
      blocks.push({ kind: 'paragraph', text: line.slice(2), numbered: true, flush: false });
    else if (line.startsWith('. '))
      blocks.push({ kind: 'paragraph', text: line.slice(2), numbered: false, flush: true });
    else if (line.startsWith('|')) {
      const rows: string[][] = [];
      for (; (lines[at] ?? '').startsWith('|'); at++)
        rows.push(
          (lines[at] ?? '')
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        );
      at--;
      blocks.push({ kind: 'table', rows });
    } else if (talk?.[1] !== undefined && talk[2] !== undefined && own.facts.get('paper') === 'transcript')
      blocks.push({ kind: 'testimony', speaker: talk[1].replaceAll("'", '’'), text: talk[2] });
    else blocks.push({ kind: 'paragraph', text: line, numbered: false, flush: false });
  }
  return { facts: factsOf(own.facts, name), blocks, notes };
}
