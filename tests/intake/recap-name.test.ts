// RECAP's file names (DOMAIN.md §1), and names that only look like them.
import { describe, expect, test } from '@jest/globals';
import { readRecapName } from '../../server/intake/recap-name.ts';

describe('RECAP names', () => {
  const rows: [string, ReturnType<typeof readRecapName>, string][] = [
    [
      'gov.uscourts.cand.369872.735.2.pdf',
      { court: 'cand', pacerCaseId: '369872', entry: '735', attachment: 2 },
      'an attachment',
    ],
    [
      'gov.uscourts.cand.369872.735.0.pdf',
      { court: 'cand', pacerCaseId: '369872', entry: '735', attachment: 0 },
      'the main document',
    ],
    [
      'GOV.USCOURTS.NYSD.1.2.10.PDF',
      { court: 'nysd', pacerCaseId: '1', entry: '2', attachment: 10 },
      'case does not matter',
    ],
    ['gov.uscourts.ca9.1.28.1.0.pdf', { court: 'ca9', pacerCaseId: '1', entry: '28.1', attachment: 0 }, 'appellate'],
    [
      'gov.uscourts.canb.5.6.0 (1).pdf',
      { court: 'canb', pacerCaseId: '5', entry: '6', attachment: 0 },
      'the browser’s second copy',
    ],
    [
      'gov.uscourts.canb.5.6.0_1.pdf',
      { court: 'canb', pacerCaseId: '5', entry: '6', attachment: 0 },
      'the download manager’s',
    ],
    ['gov.uscourts.cand.369872.735.pdf', null, 'no attachment number: not RECAP’s form'],
    ['gov.uscourts.cand.369872.735.2.txt', null, 'no PDF'],
    ['x.gov.uscourts.cand.369872.735.2.pdf', null, 'something before it'],
    ['735-2.pdf', null, 'another habit'],
  ];
  test.each(rows)('%s (%#)', (name, details) => {
    expect(readRecapName(name)).toEqual(details);
  });
});
