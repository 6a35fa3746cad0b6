import { describe, expect, test } from '@jest/globals';
import { docketKeyOf, parseDocketNumber, sameDocketNumber } from '../../server/text/docket-number.ts';

describe('docket numbers', () => {
  const rows: [string, string | null, string | null, string | null][] = [
    ['3:20-cv-08570-JD', '20|cv|8570', '3', 'JD'],
    ['5:20-cv-08570-LHK', '20|cv|8570', '5', 'LHK'],
    ['20-cv-8570', '20|cv|8570', null, null],
    ['No. 2:17-cv-10310-VAR-SDD', '17|cv|10310', '2', 'VAR-SDD'],
    ['3:20-cv-00000-SPC', '20|cv|0', '3', 'SPC'],
    ['19-CV-07043-VC', '19|cv|7043', null, 'VC'],
    ['21-2728', '21||2728', null, null],
    ['09-00429', '09||429', null, null],
    ['Exhibit 12', null, null, null],
    ['2024-03-23', null, null, null],
  ];
  test.each(rows)('%s → %s', (text, key, office, initials) => {
    const number = parseDocketNumber(text);
    expect(number === null ? null : docketKeyOf(number)).toBe(key);
    expect([number?.office ?? null, number?.initials ?? null]).toEqual([office, initials]);
  });

  test.each([
    ['5:20-cv-08570-LHK', '3:20-cv-08570-JD', true],
    ['20-cv-8570', '20-cr-8570', false],
    ['20-cv-8570', 'nothing', false],
  ])('%s and %s', (one, other, same) => {
    expect(sameDocketNumber(one, other)).toBe(same);
  });
});
