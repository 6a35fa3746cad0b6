// The command line of the bench: which parts, how many passages, which folder of filings.
// In: arguments. Out: options. Refuses what it does not know, naming what there is.

export const partNames = ['parse', 'folder', 'search', 'exact', 'typing', 'weight'] as const;
export type PartName = (typeof partNames)[number];

export interface BenchOptions {
  /** In the order in which they run. */
  readonly parts: readonly PartName[];
  readonly passages: number;
  /** Null: real filings beside the repository, else the specimens. */
  readonly filings: string | null;
}

/** Reads arguments; throws a RangeError with a sentence. */
export function readOptions(arguments_: readonly string[]): BenchOptions {
  const asked = new Set<PartName>();
  let passages = 300_000;
  let filings: string | null = null;
  const rest = [...arguments_];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [flag = '', inline] = word.split(/=(.*)/s);
    const part = partNames.find((name) => name === word);
    if (part !== undefined) asked.add(part);
    else if (flag === '--passages') passages = wholeNumber(inline ?? rest.shift() ?? '');
    else if (flag === '--filings') filings = folder(inline ?? rest.shift() ?? '');
    else {
      throw new RangeError(
        `There is no “${word}”. There are the parts ${partNames.join(', ')} (none named: all), --passages <number> and --filings <folder>.`,
      );
    }
  }
  return { parts: partNames.filter((name) => asked.size === 0 || asked.has(name)), passages, filings };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d{4,8}$/.test(text) && value >= 1000) return value;
  throw new RangeError(`--passages is “${text}”; it takes a whole number from 1000 to 99999999.`);
}

function folder(text: string): string {
  if (text !== '') return text;
  throw new RangeError('--filings needs a folder of PDFs.');
}
