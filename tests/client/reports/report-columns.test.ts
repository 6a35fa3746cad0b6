import { describe, expect, test } from '@jest/globals';
import { changesByLine, isShown, valueColumns } from '../../../client/src/reports/report-columns.ts';
import type { RowChoice } from '../../../client/src/reports/reports-state.ts';
import type { ReportRow } from '../../../server/contract/report-api.ts';

const row = (line: number, documents: number, extra: Partial<ReportRow> = {}): ReportRow => ({
  line,
  q: 'titan',
  explained: '',
  fault: null,
  hits: documents,
  documents,
  withFamilies: documents,
  unique: 0,
  sameAs: null,
  files: documents,
  values: [],
  ...extra,
});
const value = (name: string, documents: number) => ({ value: name, label: name.toUpperCase(), documents });

test('a column for each value, the most frequent of all rows first', () => {
  const rows = [row(1, 1, { values: [value('b', 1), value('a', 2)] }), row(2, 1, { values: [value('b', 4)] })];
  expect(valueColumns(rows)).toEqual([
    { value: 'b', label: 'B', sum: 5 },
    { value: 'a', label: 'A', sum: 2 },
  ]);
});

describe('rows that belong to a choice', () => {
  const fault = { detail: 'x', position: null };
  const rows = [row(1, 3), row(2, 0), row(3, 0, { fault }), row(4, 2), row(5, 1, { sameAs: 4 })];
  const changes = changesByLine({
    runId: 'r',
    at: '2024-01-01',
    rows: [
      { line: 1, gained: 1, lost: 0, hits: 1 },
      { line: 2, gained: 0, lost: 0, hits: 0 },
      { line: 4, gained: 0, lost: 0, hits: 2 },
    ],
  });
  test.each<[RowChoice, number[]]>([
    ['all', [1, 2, 3, 4, 5]],
    ['faulty', [3]],
    ['none', [2]],
    ['repeated', [5]],
    ['changed', [1, 4]],
  ])('%s', (choice, lines) => {
    expect(rows.filter((each) => isShown(each, choice, changes)).map(({ line }) => line)).toEqual(lines);
  });
  test('nothing has changed where nothing is compared', () => expect(changesByLine(null).size).toBe(0));
});
