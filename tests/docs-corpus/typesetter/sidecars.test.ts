// The docket and the gazetteer of the corpus.
import { describe, expect, test } from '@jest/globals';
import { docketOf, gazetteer } from '../../../docs-corpus/typesetter/sidecars.ts';
import { sampleSource } from './sample-source.ts';

const facts = (entry: string, attachment = '0', more: Readonly<Record<string, string>> = {}) =>
  sampleSource('Text.', { entry, attachment, ...more }).facts;

describe('docketOf', () => {
  const docket = docketOf([
    facts('9010'),
    facts('9007', '2'),
    facts('9007', '0', { filer: 'Meta' }),
    facts('9007', '1'),
  ]);
  test('says that it is a specimen, in every field that could be taken for a case', () => {
    expect(docket).toMatchObject({
      specimen: true,
      court: 'cand',
      pacerCaseId: '0',
      docketNumber: '3:20-cv-00000-SPC',
      caseName: 'In re Specimen Filings (modelled on Klein v. Meta)',
    });
  });
  test('entries by number, a family in the order of its attachments, the filer of its main document', () => {
    expect(docket).toMatchObject({
      entries: [
        {
          entry: '9007',
          filer: 'Meta',
          documents: [
            { file: 'gov.uscourts.cand.0.9007.0.pdf', attachment: 0 },
            { file: 'gov.uscourts.cand.0.9007.1.pdf', attachment: 1 },
            { file: 'gov.uscourts.cand.0.9007.2.pdf', attachment: 2 },
          ],
        },
        { entry: '9010', documents: [{ file: 'gov.uscourts.cand.0.9010.0.pdf' }] },
      ],
    });
  });
  test('entries are numbers, not words: 10000 comes after 9007', () => {
    expect(docketOf([facts('10000'), facts('9007')])).toMatchObject({
      entries: [{ entry: '9007' }, { entry: '10000' }],
    });
  });
  test('apostrophes of titles are curled', () => {
    expect(docketOf([facts('9007', '0', { title: "Plaintiffs' Half", short: "Pls.' Br." })])).toMatchObject({
      entries: [{ documents: [{ title: 'Plaintiffs’ Half', shortTitle: 'Pls.’ Br.' }] }],
    });
  });
});

test('no spelling stands for two names of the gazetteer', () => {
  const spellings = Object.values(gazetteer).flatMap((list) => list.flatMap(({ name, aliases }) => [name, ...aliases]));
  expect(new Set(spellings).size).toBe(spellings.length);
});
