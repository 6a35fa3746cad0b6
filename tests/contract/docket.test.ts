// What the API says of missing documents and of versions.
import { expect, test } from '@jest/globals';
import { filingVersionSchema, missingDocumentSchema, missingEntrySchema } from '../../server/contract/docket.ts';

test.each([
  ['listed', true],
  ['gap', true],
  ['sealed', true],
  ['lost', false],
])('a document is missing because it is %s: %s', (reason, isRight) => {
  expect(missingDocumentSchema.safeParse({ caseId: 'c', ecf: '735-2', title: null, reason }).success).toBe(isRight);
});

test('an entry of which nothing is here says when it was filed, if the docket says it', () => {
  const entry = { caseId: 'c', entry: '736', filedOn: null, title: null, documents: 2 };
  expect(missingEntrySchema.parse(entry)).toEqual(entry);
  expect(missingEntrySchema.safeParse({ ...entry, filedOn: '03/23/2024' }).success).toBe(false);
});

test('a version says what it is to the document that names it', () => {
  const version = { id: 'd', ecf: '9013', title: 'Letter Brief (Unsealed)', relation: 'unsealed' };
  expect(filingVersionSchema.parse(version)).toEqual(version);
  expect(filingVersionSchema.safeParse({ ...version, relation: 'similar' }).success).toBe(false);
});
