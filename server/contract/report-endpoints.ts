// The routes of saved searches and search-term reports, as part of the endpoint table.
// Shape: entries of `endpoints` (endpoints.ts), which is over them.
import { reportAnswerSchema, reportRequestSchema, reportSchema, reportsAnswerSchema } from './report-api.ts';
import { newSavedSearchSchema, savedSearchesAnswerSchema, savedSearchSchema } from './saved-search-api.ts';

const noBody = { body: null, status: 200 } as const;
const file = { ...noBody, method: 'get', query: ['run'], answer: null } as const;

export const reportEndpoints = {
  savedSearches: {
    ...noBody,
    method: 'get',
    path: '/api/searches',
    summary: 'Saved searches, with what is new since somebody last looked',
    query: [],
    answer: savedSearchesAnswerSchema,
  },
  saveSearch: {
    method: 'post',
    path: '/api/searches',
    summary: 'Save a search',
    query: [],
    body: newSavedSearchSchema,
    status: 201,
    answer: savedSearchSchema,
  },
  lookedAtSearch: {
    ...noBody,
    method: 'post',
    path: '/api/searches/:id/looked',
    summary: 'Somebody has looked at a saved search: what it finds now is not new any more',
    query: [],
    answer: savedSearchSchema,
  },
  removeSearch: {
    ...noBody,
    method: 'delete',
    path: '/api/searches/:id',
    summary: 'Remove a saved search',
    query: [],
    status: 204,
    answer: null,
  },
  reports: {
    ...noBody,
    method: 'get',
    path: '/api/reports',
    summary: 'Search-term reports with their runs',
    query: [],
    answer: reportsAnswerSchema,
  },
  makeReport: {
    method: 'post',
    path: '/api/reports',
    summary: 'Make a search-term report; it is run at once, in the background',
    query: [],
    body: reportRequestSchema,
    status: 202,
    answer: reportSchema,
  },
  reportCsv: { ...file, path: '/api/reports/:id.csv', summary: 'A run of a report as CSV', media: 'text/csv' },
  reportXlsx: {
    ...file,
    path: '/api/reports/:id.xlsx',
    summary: 'A run of a report as a workbook',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  reportDocx: {
    ...file,
    path: '/api/reports/:id.docx',
    summary: 'A run of a report as a Word document',
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  report: {
    ...noBody,
    method: 'get',
    path: '/api/reports/:id',
    summary: 'A report: a run of it (the last that is done), and how it differs from the one before or from `compare`',
    query: ['run', 'compare'],
    answer: reportAnswerSchema,
  },
  runReport: {
    ...noBody,
    method: 'post',
    path: '/api/reports/:id/runs',
    summary: 'Run a report again',
    query: [],
    status: 202,
    answer: reportSchema,
  },
  stopReport: {
    ...noBody,
    method: 'delete',
    path: '/api/reports/:id/runs/:run',
    summary: 'Stop a run that is under way',
    query: [],
    answer: reportSchema,
  },
  removeReport: {
    ...noBody,
    method: 'delete',
    path: '/api/reports/:id',
    summary: 'Remove a report with all its runs',
    query: [],
    status: 204,
    answer: null,
  },
} as const;
