// The routes of names, as part of the endpoint table: the corpus's list with its changes, and what a document names.
// Shape: entries of `endpoints` (endpoints.ts), which is over them.
import { documentNamesSchema, nameEditsSchema, namesAnswerSchema, namesChangedSchema } from './names.ts';

export const nameEndpoints = {
  documentNames: {
    body: null,
    status: 200,
    method: 'get',
    path: '/api/documents/:id/names',
    summary: 'People, organisations, products, dates and e-mails in a document',
    query: [],
    answer: documentNamesSchema,
  },
  names: {
    body: null,
    status: 200,
    method: 'get',
    path: '/api/names',
    summary: 'The names of the corpus: in force, offered, refused',
    query: ['kind', 'q'],
    answer: namesAnswerSchema,
  },
  changeNames: {
    method: 'patch',
    path: '/api/names',
    summary:
      'Add, rename, join, accept and refuse names; a person’s word wins over the gazetteer and what is read, until it is taken back',
    query: [],
    body: nameEditsSchema,
    status: 200,
    answer: namesChangedSchema,
  },
} as const;
