// Names from folders and uploads, as they are shown: safe to look at, never a path.
import { describe, expect, test } from '@jest/globals';
import { displayNameOf } from '../../server/intake/display-name.ts';

describe('display names', () => {
  const rows: [string, string, string][] = [
    ['brief.pdf', 'brief.pdf', 'stays'],
    ['../../etc/passwd.pdf', 'passwd.pdf', 'climbs out'],
    ['..\\..\\windows\\evil.pdf', 'evil.pdf', 'climbs out elsewhere'],
    ['/absolute/brief.pdf', 'brief.pdf', 'old browsers send paths'],
    ['', 'unnamed.pdf', 'no name'],
    ['..', 'unnamed.pdf', 'a folder, not a name'],
    ['folder/', 'unnamed.pdf', 'ends as a folder'],
    ['a\0b\r\nSet-Cookie: x.pdf', 'abSet-Cookie: x.pdf', 'no header is smuggled in'],
    ['exhibit\u202Efdp.exe', 'exhibitfdp.exe', 'must not read as exhibitexe.pdf'],
    ['exhibit\u061Cfdp.exe', 'exhibitfdp.exe', 'the Arabic mark turns direction too'],
    ['one\u2028two.pdf', 'onetwo.pdf', 'a line break by another name'],
    ['опись 📎 👩‍⚖️.pdf', 'опись 📎 👩‍⚖️.pdf', 'letters and joined emoji stay'],
    ['Pls.’ Br. “final”.pdf', 'Pls.’ Br. “final”.pdf', 'curly quotes stay'],
    ['half \ud83d.pdf', 'half \ufffd.pdf', 'half a sign cannot be written anywhere'],
  ];
  test.each(rows)('%j → %j (%s)', (name, shown) => {
    expect(displayNameOf(name)).toBe(shown);
  });

  const long: [string, string][] = [
    [`${'n'.repeat(300)}.pdf`, '300 characters'],
    [`${'📎'.repeat(150)}.pdf`, 'pairs of units, cut between them'],
    [`a${'📎'.repeat(150)}.pdf`, 'the same, one unit on'],
  ];
  test.each(long)('%s keeps its ending and says that it was cut', (name) => {
    const shown = displayNameOf(name);
    expect(shown.length).toBeLessThanOrEqual(255);
    expect(shown).toMatch(/…\.pdf$/);
    expect(shown.isWellFormed()).toBe(true);
  });

  test('255 characters are not cut', () => {
    const name = `${'n'.repeat(251)}.pdf`;
    expect(displayNameOf(name)).toBe(name);
  });
});
