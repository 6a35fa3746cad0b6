// The fields of a query (`type:exhibit`, `filed:2024-01..2024-03`): name and value as written → a node. Refuses what no field knows.
import { documentTypes } from '../../contract/filing.ts';
import { queryFault } from './query-fault.ts';
import { hasValues, streamChoices, type FieldNode, type StreamChoice } from './query-tree.ts';

/** Fields with a value after a colon. `title` may also take brackets. */
export const fieldNames = ['title', 'type', 'filer', 'ecf', 'filed', 'tag', 'has', 'in'] as const;
export type FieldName = (typeof fieldNames)[number];

/** A value field; positions are those of the value in the query. */
export function fieldNode(
  name: Exclude<FieldName, 'title' | 'in'>,
  value: string,
  position: number,
): Exclude<FieldNode, { kind: 'title' }> {
  switch (name) {
    case 'type':
      return { kind: 'type', type: oneOf(documentTypes, value, position, 'a type of document') };
    case 'has':
      return { kind: 'has', what: oneOf(hasValues, value, position, 'something a document may have') };
    case 'filer':
      return { kind: 'filer', name: value };
    case 'tag':
      return { kind: 'tag', name: value };
    case 'ecf':
      if (!/^\d+(?:\.\d+)?(?:-\d+)?$/.test(value)) {
        throw queryFault(position, `“${value}” is no ECF number.`, 'a number such as 735 or 735-2');
      }
      return { kind: 'ecf', number: value };
    case 'filed':
      return { kind: 'filed', ...dateRange(value, position) };
  }
}

/** What `in:` chooses. */
export function streamOf(value: string, position: number): StreamChoice {
  return oneOf(streamChoices, value, position, 'a part of the text');
}

function oneOf<Word extends string>(words: readonly Word[], value: string, position: number, what: string): Word {
  const wanted = value.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const found = words.find((word) => word === wanted);
  if (found !== undefined) return found;
  const near = words.find((word) => wanted.length > 2 && (word.startsWith(wanted) || wanted.startsWith(word)));
  throw queryFault(
    position,
    `“${value}” is not ${what}.`,
    words.join(', '),
    near === undefined ? '' : `Did you mean ${near}?`,
  );
}

/** `2024`, `2024-03`, `2024-03-23`, or two of them with `..` between, one of which may be left out. */
function dateRange(value: string, position: number): { from: string | null; to: string | null } {
  const [first = '', second, ...more] = value.split('..');
  const [begin, end] = [first, second ?? first];
  if (more.length > 0 || (begin === '' && end === '')) throw noDate(value, position);
  const from = begin === '' ? null : dayOf(begin, 'first', position);
  const to = end === '' ? null : dayOf(end, 'last', position + (second === undefined ? 0 : first.length + 2));
  if (from !== null && to !== null && to < from) {
    throw queryFault(position, `${end} lies before ${begin}.`, 'the earlier date first', `Write ${end}..${begin}.`);
  }
  return { from, to };
}

function dayOf(written: string, which: 'first' | 'last', position: number): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written);
  if (match === null) throw noDate(written, position);
  const [, year = '', month, day] = match;
  const wanted = `${year}-${month ?? (which === 'first' ? '01' : '12')}`;
  const lastDay = new Date(Date.UTC(Number(year), Number(wanted.slice(5)), 0)).getUTCDate();
  const date = `${wanted}-${day ?? (which === 'first' ? '01' : String(lastDay).padStart(2, '0'))}`;
  const isReal = Number(wanted.slice(5)) >= 1 && Number(wanted.slice(5)) <= 12 && Number(date.slice(8)) <= lastDay;
  if (!isReal || date.endsWith('-00')) throw noDate(written, position);
  return date;
}

function noDate(written: string, position: number) {
  return queryFault(position, `“${written}” is no date.`, 'YYYY, YYYY-MM or YYYY-MM-DD, or two with “..” between');
}
