// The HTTP server's application: security first, then the routes by topic, then the client, then problems.
import express, { type Express } from 'express';
import type { ApiParts } from './api-parts.ts';
import { mountApiPage } from './api-page.ts';
import { mountCitationRoutes } from './citation-routes.ts';
import { mountClientFiles } from './client-files.ts';
import { mountDocketRoutes } from './docket-routes.ts';
import { mountDocumentRoutes } from './document-routes.ts';
import { mountFileRoutes } from './file-routes.ts';
import { mountJobRoutes } from './job-routes.ts';
import { mountNameRoutes } from './name-routes.ts';
import { notFound, problemHandler } from './problem-json.ts';
import { mountRecordCitationRoutes } from './record-citation-routes.ts';
import { mountReportRoutes } from './report-routes.ts';
import { mountSavedSearchRoutes } from './saved-search-routes.ts';
import { mountSearchRoutes } from './search-routes.ts';
import { checkSource, securityHeaders } from './security.ts';
import { mountWholeRoutes } from './whole-routes.ts';
import { mountWorkRoutes } from './work-routes.ts';

/** Makes the application. */
export function createApi(parts: ApiParts): Express {
  const app = express();
  app.disable('x-powered-by');
  // Answers are not stored (below): what names their content would be reckoned for nobody.
  app.disable('etag');
  // Should even the answer to a fault fail, Express' own answer must not show the fault.
  app.set('env', 'production');
  app.use(securityHeaders(), checkSource);
  app.use('/api', (_, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  // A list of queries has up to `maxListLength` characters, of several bytes each.
  app.use('/api/reports', express.json({ limit: '8mb' }));
  app.use('/api', express.json({ limit: '1mb' }));
  mountSearchRoutes(app, parts);
  mountSavedSearchRoutes(app, parts);
  mountReportRoutes(app, parts);
  mountDocumentRoutes(app, parts);
  mountFileRoutes(app, parts);
  mountDocketRoutes(app, parts);
  mountNameRoutes(app, parts);
  mountRecordCitationRoutes(app, parts);
  mountJobRoutes(app, parts);
  mountWorkRoutes(app, parts);
  mountCitationRoutes(app, parts);
  mountWholeRoutes(app, parts);
  mountApiPage(app);
  app.use('/api', notFound);
  mountClientFiles(app, parts.clientFolder);
  app.use(notFound);
  app.use(problemHandler(parts.onFault));
  return app;
}
