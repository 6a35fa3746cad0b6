import { describe, expect, test } from '@jest/globals';
import { readFilingDetails } from '../../server/passages/filing-details.ts';
import { captionLines } from './caption-lines.ts';
import { setPage, stampOf } from './page-maker.ts';

const info = { pageCount: 1, title: null, author: null, outline: [] };
const page = setPage(1, captionLines, { stamps: [stampOf({ document: '735-2' })] });

describe('details with their sources', () => {
  test('stamp and caption', () => {
    const { details, readFrom } = readFilingDetails({
      pages: [page],
      info,
      filename: 'x.pdf',
      fromName: {},
      sidecar: {},
    });
    expect(details).toMatchObject({
      court: 'cand',
      docketNumber: '3:20-cv-08570-JD',
      entry: '735',
      attachment: 2,
      filedOn: '2024-03-23',
      type: 'opposition',
      filer: 'Plaintiffs',
      shortTitle: 'Pls.’ Opp’n',
      specimen: false,
    });
    expect(readFrom).toMatchObject({ entry: 'stamp', court: 'caption', title: 'caption' });
  });
  test.each<[string, string, string | null, string | undefined]>([
    ['MOTION TO SEAL', 'Attorneys for Defendant Example', 'Defendant Example', 'caption'],
    ['PLAINTIFFS’ MOTION TO SEAL', 'Attorneys for Defendant Example', 'Plaintiffs', 'caption'],
    // A proposed order is a party's.
    ['[PROPOSED] ORDER', 'Attorneys for Plaintiffs', 'Plaintiffs', 'caption'],
    ['ORDER ON SEALING', 'Attorneys for Plaintiffs', 'Court', 'caption'],
  ])('%s, signed by %s, is filed by %s', (title, counsel, filer, source) => {
    const lines = captionLines.map((line) => {
      if (line.text.startsWith('COUNSEL')) return { ...line, text: counsel };
      if (line.text.startsWith('PLAINTIFFS’ OPP')) return { ...line, text: title };
      return line.text === 'MOTION TO SEAL' ? { ...line, text: 'Date: April 1, 2024' } : line;
    });
    const read = readFilingDetails({ pages: [setPage(1, lines)], info, filename: 'x.pdf', fromName: {}, sidecar: {} });
    expect([read.details.filer, read.readFrom.filer]).toEqual([filer, source]);
  });
  test('counsel under the signature say it where nothing above does', () => {
    const pages = [
      setPage(
        1,
        captionLines.slice(1).filter(({ text }) => !/OPPOSITION|MOTION/.test(text)),
      ),
      setPage(2, [{ text: 'Counsel for Defendants' }]),
    ];
    const { details, readFrom } = readFilingDetails({ pages, info, filename: 'x.pdf', fromName: {}, sidecar: {} });
    expect([details.filer, readFrom.filer]).toEqual(['Defendants', 'signature']);
  });
  test('the sidecar wins, the file name fills what is missing', () => {
    const { details, readFrom } = readFilingDetails({
      pages: [setPage(1, [])],
      info,
      filename: 'gov.uscourts.cand.369872.735.2.pdf',
      fromName: { court: 'cand', pacerCaseId: '369872', entry: '735', attachment: 2 },
      sidecar: { entry: '736', title: 'Letter' },
    });
    expect([details.entry, readFrom.entry, details.pacerCaseId, readFrom.pacerCaseId]).toEqual([
      '736',
      'sidecar',
      '369872',
      'file name',
    ]);
  });
  test('nothing says anything: everything is null', () => {
    const { details, readFrom } = readFilingDetails({
      pages: [setPage(1, [])],
      info,
      filename: 'scan.pdf',
      fromName: {},
      sidecar: {},
    });
    expect(Object.values(details).filter((value) => value !== null)).toEqual([false]);
    expect(readFrom).toEqual({});
  });
  test('a serial number of zeros is no real number: a specimen without its sidecar is still one', () => {
    const specimen = setPage(1, [], { stamps: [stampOf({ docketNumber: '3:20-cv-00000-SPC' })] });
    expect(
      readFilingDetails({ pages: [specimen], info, filename: 'x.pdf', fromName: {}, sidecar: {} }).details.specimen,
    ).toBe(true);
  });
});
