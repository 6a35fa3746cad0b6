// The only reader of the environment and the command line: flags win over variables, variables over defaults.
// In: `process.env` and arguments. Out: one frozen Config. Refuses unknown flags and values it cannot use, naming them.
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { PinciteError } from './contract/errors.ts';

/** One setting as the README's table shows it. */
export interface Setting {
  readonly flag: string;
  readonly variable: string;
  readonly fallback: string;
  readonly meaning: string;
}

/** Every setting, in the order of the README's table (a test compares them). */
export const settings = [
  { flag: '--port', variable: 'PINCITE_PORT', fallback: '4180', meaning: 'port of the web interface and API' },
  {
    flag: '--host',
    variable: 'PINCITE_HOST',
    fallback: '127.0.0.1',
    meaning: 'address to listen on; another than loopback is refused until there are accounts',
  },
  {
    flag: '--corpus',
    variable: 'PINCITE_CORPUS',
    fallback: 'docs-corpus',
    meaning: 'folder of PDFs to take in at the start',
  },
  {
    flag: '--data',
    variable: 'PINCITE_DATA',
    fallback: '.pincite',
    meaning: 'folder for the catalog, the stored files and the index',
  },
  {
    flag: '--parsers',
    variable: 'PINCITE_PARSERS',
    fallback: 'number of cores',
    meaning: 'how many files are read at once',
  },
  {
    flag: '--parser-memory',
    variable: 'PINCITE_PARSER_MEMORY',
    fallback: '512',
    meaning: 'MB one parser process may use for a file',
  },
  {
    flag: '--parser-seconds',
    variable: 'PINCITE_PARSER_SECONDS',
    fallback: '120',
    meaning: 'seconds one file may take',
  },
  {
    flag: '--originals',
    variable: 'PINCITE_ORIGINALS',
    fallback: 'on-request',
    meaning: 'badly redacted files as they were filed: `on-request` (which is recorded) or `never`',
  },
  {
    flag: '--ocr',
    variable: 'PINCITE_OCR',
    fallback: 'on',
    meaning: '`off`: pages without text are listed, not recognised',
  },
  {
    flag: '--ocr-languages',
    variable: 'PINCITE_OCR_LANGUAGES',
    fallback: 'eng',
    meaning: 'languages of scanned pages, with `+` between: `eng+spa`; English is in the package',
  },
  {
    flag: '--ocr-data',
    variable: 'PINCITE_OCR_DATA',
    fallback: '',
    meaning: 'folder with `<language>.traineddata` of Tesseract for further languages',
  },
  {
    flag: '--ocr-processes',
    variable: 'PINCITE_OCR_PROCESSES',
    fallback: 'number of cores, at most 4',
    meaning: 'how many pages are recognised at once, in the background',
  },
  { flag: '--max-file', variable: 'PINCITE_MAX_FILE', fallback: '500', meaning: 'MB a single file may have' },
  { flag: '--max-pages', variable: 'PINCITE_MAX_PAGES', fallback: '10000', meaning: 'pages a single file may have' },
  {
    flag: '--meili-url',
    variable: 'MEILI_URL',
    fallback: '',
    meaning: 'address of your own Meilisearch; empty: Pincite starts one',
  },
  { flag: '', variable: 'MEILI_KEY', fallback: '', meaning: 'key of your own Meilisearch' },
  {
    flag: '--meili-bin',
    variable: 'MEILI_BIN',
    fallback: '',
    meaning: 'Meilisearch program to start; empty: `meilisearch` on PATH, then the npm package',
  },
  { flag: '--log', variable: 'PINCITE_LOG', fallback: 'warn', meaning: 'how much is logged: error, warn, info, debug' },
  {
    flag: '',
    variable: 'PINCITE_CONTAINER',
    fallback: '',
    meaning: '`1` inside a container: permits listening on 0.0.0.0',
  },
] as const satisfies readonly Setting[];

export const logLevels = ['error', 'warn', 'info', 'debug'] as const;

export const originalsChoices = ['on-request', 'never'] as const;

/** What the process runs with; paths are absolute. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly corpusFolder: string;
  readonly dataFolder: string;
  readonly parsers: number;
  readonly parserMemoryMb: number;
  readonly parserSeconds: number;
  /** Whether a badly redacted file may be had as it was filed. */
  readonly originals: (typeof originalsChoices)[number];
  readonly maxFileMb: number;
  readonly maxPages: number;
  /** Recognition of pages without text; null when it is off. */
  readonly ocr: {
    readonly languages: readonly string[];
    readonly dataFolder: string | null;
    readonly processes: number;
  } | null;
  readonly meili: {
    readonly url: string | null;
    readonly key: string | null;
    readonly binary: string | null;
    readonly path: string;
  };
  readonly logLevel: (typeof logLevels)[number];
  readonly inContainer: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const rootFolder = join(import.meta.dirname, '..');
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads settings; `arguments_` are those after the program's name. Throws `bad-setting` with the remedy. */
export function readConfig(
  arguments_: readonly string[] = process.argv.slice(2),
  environment: Environment = process.env,
  workingFolder: string = process.cwd(),
): Config {
  const flags = readFlags(arguments_);
  const value = (flag: string): string => {
    const setting = settings.find((each) => each.flag === flag);
    if (setting === undefined) throw new PinciteError('internal', `no setting ${flag}`);
    return flags.get(flag) ?? nonEmpty(environment[setting.variable]) ?? setting.fallback;
  };
  const number = (flag: string, from: number, to: number): number => wholeNumber(flag, value(flag), from, to);

  const inContainer = environment['PINCITE_CONTAINER'] === '1';
  const host = value('--host');
  const parsers = value('--parsers');
  const corpus = value('--corpus');
  const data = value('--data');
  const ocrData = nonEmpty(value('--ocr-data'));
  const ocrProcesses = value('--ocr-processes');
  const meiliUrl = nonEmpty(value('--meili-url')) ?? null;
  return Object.freeze({
    port: number('--port', 0, 65_535),
    host: checkedHost(host, inContainer),
    // The defaults belong to the checkout, a path that a person types belongs to where they stand.
    corpusFolder: corpus === 'docs-corpus' ? join(rootFolder, corpus) : resolve(workingFolder, corpus),
    dataFolder: data === '.pincite' ? join(rootFolder, data) : resolve(workingFolder, data),
    parsers: parsers === 'number of cores' ? availableParallelism() : number('--parsers', 1, 64),
    parserMemoryMb: number('--parser-memory', 128, 16_384),
    parserSeconds: number('--parser-seconds', 1, 86_400),
    originals: checkedOriginals(value('--originals')),
    maxFileMb: number('--max-file', 1, 4096),
    maxPages: number('--max-pages', 1, 1_000_000),
    ocr: isOn('--ocr', value('--ocr'))
      ? {
          languages: checkedLanguages(value('--ocr-languages')),
          dataFolder: ocrData === undefined ? null : resolve(workingFolder, ocrData),
          processes:
            ocrProcesses === 'number of cores, at most 4'
              ? Math.min(4, availableParallelism())
              : number('--ocr-processes', 1, 64),
        }
      : null,
    meili: {
      url: meiliUrl === null ? null : checkedUrl(meiliUrl),
      // A key on the command line would be seen by everyone who lists processes.
      key: nonEmpty(environment['MEILI_KEY']) ?? null,
      binary: nonEmpty(value('--meili-bin')) ?? null,
      path: environment['PATH'] ?? '',
    },
    logLevel: checkedLevel(value('--log')),
    inContainer,
  });
}

function readFlags(arguments_: readonly string[]): Map<string, string> {
  const known = new Set<string>(settings.map(({ flag }) => flag).filter((flag) => flag !== ''));
  const flags = new Map<string, string>();
  for (let at = 0; at < arguments_.length; at += 1) {
    const [flag = '', inline] = (arguments_[at] ?? '').split(/=(.*)/s);
    if (!known.has(flag)) {
      throw new PinciteError('bad-setting', `Unknown argument “${flag}”. There are: ${[...known].join(', ')}.`, {
        field: flag,
      });
    }
    const next = inline ?? arguments_[(at += 1)];
    if (next === undefined || next === '') {
      throw new PinciteError('bad-setting', `${flag} needs a value, for example ${flag} ${exampleOf(flag)}.`, {
        field: flag,
      });
    }
    flags.set(flag, next);
  }
  return flags;
}

function exampleOf(flag: string): string {
  return settings.find((setting) => setting.flag === flag)?.fallback ?? '';
}

function wholeNumber(flag: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < from || value > to) {
    throw new PinciteError('bad-setting', `${flag} is “${text}”: it takes a whole number from ${from} to ${to}.`, {
      field: flag,
    });
  }
  return value;
}

function checkedHost(host: string, inContainer: boolean): string {
  if (loopback.has(host) || (inContainer && host === '0.0.0.0')) return host;
  throw new PinciteError(
    'bad-setting',
    `--host ${host} is refused: Pincite has no accounts yet, so whoever reaches that address could read and change every filing. ` +
      'Leave it at 127.0.0.1 and use an SSH tunnel (ssh -L 4180:127.0.0.1:4180 …), or docker compose, which publishes on 127.0.0.1 only.',
    { field: '--host' },
  );
}

function checkedUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new PinciteError(
      'bad-setting',
      `MEILI_URL is “${text}”: it takes an address such as http://127.0.0.1:7700.`,
      { field: 'MEILI_URL' },
    );
  }
  return url.href.replace(/\/$/, '');
}

function isOn(flag: string, text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new PinciteError('bad-setting', `${flag} is “${text}”: it takes on or off.`, { field: flag });
}

function checkedLanguages(text: string): readonly string[] {
  const languages = text.split('+');
  if (languages.every((language) => /^[a-z]{3}(?:_[a-z]+)*$/i.test(language))) return languages;
  throw new PinciteError(
    'bad-setting',
    `--ocr-languages is “${text}”: it takes Tesseract's names of languages with + between, for example eng+spa.`,
    { field: '--ocr-languages' },
  );
}

function checkedLevel(text: string): Config['logLevel'] {
  const level = logLevels.find((each) => each === text);
  if (level === undefined)
    throw new PinciteError('bad-setting', `--log is “${text}”: it takes ${logLevels.join(', ')}.`, { field: '--log' });
  return level;
}

function checkedOriginals(text: string): Config['originals'] {
  const choice = originalsChoices.find((each) => each === text);
  if (choice === undefined)
    throw new PinciteError('bad-setting', `--originals is “${text}”: it takes ${originalsChoices.join(' or ')}.`, {
      field: '--originals',
    });
  return choice;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}
