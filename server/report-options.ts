// What `npm run report` is told on the command line, checked before anything is asked.
// In: arguments. Out: a list, a file to write, and how to ask. Refuses (`bad-setting`) what it does not know, naming it.
import { existsSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf, PinciteError } from './contract/errors.ts';
import type { FacetName } from './contract/facets.ts';
import { dialects, facetNameSchema, type Dialect } from './contract/search-api.ts';

const formats = ['.csv', '.xlsx', '.docx'] as const;
export type ReportFormat = (typeof formats)[number];

export interface ReportOptions {
  /** Paths as they were given. */
  readonly list: string;
  readonly out: string;
  /** By the ending of `out`. */
  readonly format: ReportFormat;
  /** Left out: the settings' own. */
  readonly data: string | undefined;
  readonly dialect: Dialect;
  readonly filters: string;
  readonly facet: FacetName | null;
  /** Of the report: the name of the list, unless one is given. */
  readonly name: string;
}

const usage =
  'Usage: npm run report -- <list of queries: .txt, .csv or .xlsx> --out <report: .csv, .xlsx or .docx>\n' +
  `  [--data <folder>] [--dialect ${dialects.join('|')}] [--filters "f.case=…&filedFrom=2024-01-01"] [--facet <name>] [--name <name>]`;

/** Reads the arguments. Throws `bad-setting`. */
export function readReportOptions(argv: readonly string[]): ReportOptions {
  const { values, positionals } = parsed(argv);
  const [list, ...others] = positionals;
  const { out, data, dialect = 'pincite', filters = '', facet, name } = values;
  if (list === undefined || others.length > 0 || out === undefined) throw new PinciteError('bad-setting', usage);
  const known = dialects.find((each) => each === dialect);
  if (known === undefined)
    throw new PinciteError('bad-setting', `--dialect is “${dialect}”: it takes ${dialects.join(', ')}.`);
  const read = facetNameSchema.nullable().safeParse(facet ?? null);
  if (!read.success)
    throw new PinciteError(
      'bad-setting',
      `--facet is “${facet ?? ''}”: it takes ${facetNameSchema.options.join(', ')}.`,
    );
  return {
    list,
    out,
    format: formatOf(list, out),
    data,
    dialect: known,
    filters,
    facet: read.data,
    name: name ?? basename(list, extname(list)),
  };
}

function parsed(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { out: text, data: text, dialect: text, filters: text, facet: text, name: text };
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    throw new PinciteError('bad-setting', `${messageOf(error)}\n${usage}`);
  }
}

/** Whatever forbids the file is said before the queries are asked, which may take a while. */
function formatOf(list: string, out: string): ReportFormat {
  const format = formats.find((ending) => ending === extname(out).toLowerCase());
  if (format === undefined)
    throw new PinciteError('bad-setting', `--out ${out}: the file must end in .csv, .xlsx or .docx.`);
  if (resolve(out) === resolve(list))
    throw new PinciteError('bad-setting', `--out ${out} is the list itself. Give the report another name.`);
  const folder = dirname(resolve(out));
  if (!existsSync(folder))
    throw new PinciteError('bad-setting', `--out ${out}: there is no folder ${folder}. Make it first.`);
  return format;
}
