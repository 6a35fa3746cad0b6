// The command line of a fidelity run.
// In: arguments. Out: options. Refuses what it does not know, with a sentence that names what there is.

export interface FidelityOptions {
  /** Null: the real filings beside the repository, else the specimens. */
  readonly folder: string | null;
  /** Only files whose name holds this. */
  readonly only: string | null;
  /** How many of the worst pages, and of the faults of each measure, are listed. */
  readonly worst: number;
  /** Write the baseline instead of comparing with it. */
  readonly update: boolean;
  /** Null: the committed one. */
  readonly baseline: string | null;
  /** One page, line by line. */
  readonly explain: { readonly file: string; readonly pageNumber: number } | null;
  /** Folder for the page that `--explain` writes; null: a temporary one. */
  readonly out: string | null;
  /** How right scans are recognised, in place of all else. */
  readonly ocr: boolean;
}

export const usage = [
  'npm run fidelity -- [folder] [--only <part of a name>] [--worst <number>] [--update] [--baseline <file>]',
  'npm run fidelity -- [folder] --explain <file> <page> [--out <folder>]',
  'npm run fidelity -- --ocr [--only <part of a name>] [--worst <number>]',
].join('\n');

/** Reads arguments; throws a RangeError with a sentence. */
export function readOptions(arguments_: readonly string[]): FidelityOptions {
  const options: { -readonly [Name in keyof FidelityOptions]: FidelityOptions[Name] } = {
    folder: null,
    only: null,
    worst: 0,
    update: false,
    baseline: null,
    explain: null,
    out: null,
    ocr: false,
  };
  const rest = [...arguments_];
  const next = (flag: string, what: string): string => {
    const word = rest.shift();
    if (word === undefined || word.startsWith('--')) throw new RangeError(`${flag} needs ${what}.\n${usage}`);
    return word;
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--ocr') options.ocr = true;
    else if (word === '--only') options.only = next(word, 'a part of a file name');
    else if (word === '--worst') options.worst = wholeNumber(word, next(word, 'a number'));
    else if (word === '--update') options.update = true;
    else if (word === '--baseline') options.baseline = next(word, 'a file');
    else if (word === '--out') options.out = next(word, 'a folder');
    else if (word === '--explain') {
      const file = next(word, 'a file and a page number');
      options.explain = { file, pageNumber: wholeNumber(word, next(word, 'a file and a page number')) };
    } else if (word.startsWith('--') || options.folder !== null) {
      throw new RangeError(`“${word}” means nothing here.\n${usage}`);
    } else options.folder = word;
  }
  if (options.update && options.only !== null)
    throw new RangeError('--update writes the figures of a whole folder: leave --only away.');
  const { ocr, folder, update, baseline, explain, out } = options;
  if (ocr && (folder ?? baseline ?? explain ?? out ?? (update || null)) !== null)
    throw new RangeError(`--ocr measures its own list of scans: only --only and --worst go with it.\n${usage}`);
  return options;
}

function wholeNumber(flag: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new RangeError(`${flag}: “${text}” is no whole number above 0.\n${usage}`);
}
