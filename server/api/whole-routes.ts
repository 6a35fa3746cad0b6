// The whole: corpus, health, and the description of the API.
import type { Express } from 'express';
import type { ApiParts } from './api-parts.ts';
import { mount } from './mount.ts';
import { openApiDocument } from './openapi.ts';

export function mountWholeRoutes(app: Express, parts: ApiParts): void {
  const { catalog, index } = parts;

  mount(app, 'corpus', async () => {
    const corpus = await catalog.corpus();
    const { state, detail } = index.state();
    const { state: recognition } = parts.recognition;
    return { ...corpus, recognition, parserVersion: parts.parserVersion, index: { state, detail } };
  });

  mount(app, 'reindex', async () => ({ queued: await index.reindex() }));

  mount(app, 'health', async () => {
    const { documents, files, passages, pendingJobs } = await catalog.corpus();
    const { state } = index.state();
    return {
      status: state === 'unavailable' ? 'degraded' : 'ok',
      version: parts.version,
      engine: { name: 'Meilisearch', version: index.engineVersion, state },
      documents,
      files,
      passages,
      pendingJobs,
      pendingOcrPages: await catalog.recognitions.waiting(),
    };
  });

  const description = openApiDocument(parts.version);
  mount(app, 'openapi', () => description);
}
